//! The types of file that a course can bring, told by name and confirmed by their first bytes.

/// A type of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    extension: &'static str,
    /// The media type it is served with.
    pub mime: &'static str,
    /// A picture whose pixels can be counted.
    pub raster: bool,
    magic: Magic,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Magic {
    /// These bytes at this place.
    At(usize, &'static [u8]),
    /// Any of these at the start.
    Any(&'static [&'static [u8]]),
    /// Text: no zero byte, valid UTF-8.
    Text,
}

const fn kind(extension: &'static str, mime: &'static str, raster: bool, magic: Magic) -> Kind {
    Kind { extension, mime, raster, magic }
}

static KINDS: [Kind; 16] = [
    kind("png", "image/png", true, Magic::At(0, b"\x89PNG\r\n\x1a\n")),
    kind("jpg", "image/jpeg", true, Magic::At(0, b"\xff\xd8\xff")),
    kind("jpeg", "image/jpeg", true, Magic::At(0, b"\xff\xd8\xff")),
    kind("gif", "image/gif", true, Magic::Any(&[b"GIF87a", b"GIF89a"])),
    kind("webp", "image/webp", true, Magic::At(8, b"WEBP")),
    kind("svg", "image/svg+xml", false, Magic::Text),
    kind("mp4", "video/mp4", false, Magic::At(4, b"ftyp")),
    kind("webm", "video/webm", false, Magic::At(0, b"\x1a\x45\xdf\xa3")),
    kind("m4a", "audio/mp4", false, Magic::At(4, b"ftyp")),
    kind("mp3", "audio/mpeg", false, Magic::Any(&[b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa"])),
    kind("ogg", "audio/ogg", false, Magic::At(0, b"OggS")),
    kind("vtt", "text/vtt; charset=utf-8", false, Magic::Text),
    kind("pdf", "application/pdf", false, Magic::At(0, b"%PDF-")),
    kind("txt", "text/plain; charset=utf-8", false, Magic::Text),
    kind("csv", "text/csv; charset=utf-8", false, Magic::Text),
    kind("html", "text/html; charset=utf-8", false, Magic::Text),
];

impl Kind {
    /// The type that a file's name speaks of.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
        KINDS.iter().find(|kind| kind.extension == extension).copied()
    }

    /// A picture made of lines, which has no pixels of its own.
    pub(crate) fn drawing(self) -> bool {
        self.extension == "svg"
    }

    /// The bytes begin as files of this type do.
    #[must_use]
    pub fn confirms(self, bytes: &[u8]) -> bool {
        match self.magic {
            Magic::At(place, magic) => bytes.get(place..place + magic.len()) == Some(magic),
            Magic::Any(list) => list.iter().any(|magic| bytes.starts_with(magic)),
            Magic::Text => !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_name_alone_proves_nothing() {
        let png = Kind::of("Foto.PNG").unwrap();
        assert!(png.confirms(b"\x89PNG\r\n\x1a\nrest"));
        assert!(!png.confirms(b"<svg onload=alert(1)>"));
        assert!(!png.confirms(b""));
        assert!(Kind::of("page.php").is_none() && Kind::of("README").is_none());
        assert!(!Kind::of("a.txt").unwrap().confirms(b"a\0b"));
    }
}
