//! The size that a drawing (SVG) asks for, read from its first element alone: the rest is never parsed.

use quick_xml::{Reader, events::Event};

/// Width and height in pixels: the attributes of that name where both are lengths in pixels, else those of the `viewBox`
/// (SVG 2, section 8.2). `None` when the drawing says neither: whoever shows it must choose a size.
pub(crate) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut reader = Reader::from_reader(bytes);
    let mut buffer = vec![];
    loop {
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(root) | Event::Empty(root) => {
                let attribute = |name: &str| {
                    let found = root.try_get_attribute(name).ok()??;
                    Some(found.value.into_owned())
                };
                let own = |name: &str| attribute(name).and_then(|length| pixels(&length));
                let boxed = || {
                    let view = attribute("viewBox")?;
                    let mut numbers = view.split([' ', ',', '\t', '\n', '\r']).filter(|number| !number.is_empty());
                    let (width, height) = (numbers.nth(2)?, numbers.next()?);
                    Some((pixels(width)?, pixels(height)?))
                };
                return own("width").zip(own("height")).or_else(boxed);
            }
            Event::Eof => return None,
            _ => buffer.clear(),
        }
    }
}

/// A length in pixels, rounded; `None` for another unit and for what no screen shows.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 100,000")]
fn pixels(length: &str) -> Option<u32> {
    let number: f64 = length.trim().trim_end_matches("px").parse().ok()?;
    let rounded = number.round();
    (1.0..=100_000.0).contains(&rounded).then_some(rounded as u32)
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn the_attributes_come_before_the_view_box() {
        let svg = |attributes: &str| {
            size(format!("<?xml version=\"1.0\"?>\n<!-- a map -->\n<svg {attributes}><g/></svg>").as_bytes())
        };
        assert_eq!(svg("width='900' height='500.4' viewBox='0 0 90 50'"), Some((900, 500)));
        assert_eq!(svg("width='30px' height='20px'"), Some((30, 20)));
        assert_eq!(svg("width='100%' height='100%' viewBox='0 0 90 50'"), Some((90, 50)));
        assert_eq!(svg("viewBox=' 0,0, 90 , 50'"), Some((90, 50)));
        assert_eq!(svg("width='30'"), None);
        assert_eq!(svg("viewBox='0 0 0 50'"), None);
        assert_eq!(svg("width='NaN' height='1e99'"), None);
    }

    #[test]
    fn what_is_no_drawing_has_no_size() {
        assert_eq!(size(b"words"), None);
        assert_eq!(size(b"<svg width='1"), None);
        assert_eq!(size(b"\xff\xfe<"), None);
        assert_eq!(size(b""), None);
    }
}
