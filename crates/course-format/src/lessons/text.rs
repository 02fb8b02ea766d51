//! Bytes of a page as text, whatever program wrote them.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A page's text, and the name of its encoding where it was not UTF-8.
pub(super) fn read(bytes: &[u8]) -> (String, Option<&'static str>) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[length..]);
        return (clean(&text), (encoding != UTF_8).then_some(encoding.name()));
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return (clean(text), None);
    }
    let encoding = wide(bytes).unwrap_or(WINDOWS_1252);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (clean(&text), Some(encoding.name()))
}

/// Text in two bytes a letter shows itself by its zeros.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).take(2000).filter(|byte| **byte == 0).count();
    let half = bytes.len().min(4000) / 2;
    match (zeros(0), zeros(1)) {
        (_, second) if second * 3 > half && half > 0 => Some(UTF_16LE),
        (first, _) if first * 3 > half && half > 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Line ends of one kind, and none of the letters that only machines see.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace(['\0', '\u{feff}', '\u{b}', '\u{c}'], "")
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn every_encoding_is_read() {
        assert_eq!(read("\u{feff}Lliçó\r\n".as_bytes()), ("Lliçó\n".into(), None));
        assert_eq!(read(b"Lli\xe7\xf3 \x93u\x94"), ("Lliçó “u”".into(), Some("windows-1252")));
        let wide: Vec<u8> = "\u{feff}Lliçó".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide), ("Lliçó".into(), Some("UTF-16LE")));
        assert_eq!(read(&wide[2..]), ("Lliçó".into(), Some("UTF-16LE")));
    }
}
