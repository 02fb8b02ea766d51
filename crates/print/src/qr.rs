//! QR codes as SVG (ISO/IEC 18004, error correction M: 15 % of the code may be dirty or torn).

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use crate::Error;

/// The code of an address, black on transparent, without a margin: the page leaves the space around it.
///
/// # Errors
/// [`Error::Address`] when it is too long.
pub(crate) fn svg(address: &str) -> Result<String, Error> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(|_| Error::Address)?;
    Ok(code
        .render()
        .min_dimensions(132, 132)
        .quiet_zone(false)
        .dark_color(svg::Color("#0b2f2c"))
        .light_color(svg::Color("#ffffff"))
        .build())
}

#[cfg(test)]
mod tests {
    use super::svg;
    use crate::Error;

    #[test]
    fn an_address_becomes_a_picture_and_a_novel_does_not() {
        assert!(svg("https://aula.example/v/7KQ4").is_ok_and(|picture| picture.contains("<svg")));
        assert_eq!(svg(&"x".repeat(5_000)), Err(Error::Address));
    }
}
