//! The embedded fonts, and which signs they can draw. Never looks at the machine's own fonts: a document looks the same everywhere.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

macro_rules! font {
    ($file:literal) => {
        include_bytes!(concat!("../fonts/", $file)).as_slice()
    };
}

static FILES: [&[u8]; 7] = [
    font!("AtkinsonHyperlegibleNext-Regular.ttf"),
    font!("AtkinsonHyperlegibleNext-SemiBold.ttf"),
    font!("AtkinsonHyperlegibleNext-Bold.ttf"),
    font!("NotoSans-Regular.ttf"),
    font!("NotoSans-SemiBold.ttf"),
    font!("NotoSansArabic-Regular.ttf"),
    font!("NotoSansArabic-SemiBold.ttf"),
];

/// What stands for a sign that no font has: the standards refuse a page with holes.
const REPLACEMENT: char = '\u{FFFD}';

/// The fonts and their index.
pub(crate) struct Fonts {
    pub(crate) fonts: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
}

/// Read once for the whole process.
pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let fonts: Vec<Font> = FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
    let book = LazyHash::new(FontBook::from_fonts(&fonts));
    Fonts { fonts, book }
});

/// The text with every sign that cannot be drawn replaced; signs that draw nothing (joiners, marks of direction) stay.
pub(crate) fn drawable(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .map(|c| if c == '\n' || c.is_whitespace() || invisible(c) || has(c) { c } else { REPLACEMENT })
        .collect()
}

fn has(c: char) -> bool {
    FONTS.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
}

fn invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{FILES, FONTS, drawable};

    #[test]
    fn every_file_is_a_font() {
        assert_eq!(FONTS.fonts.len(), FILES.len());
    }

    #[test]
    fn names_of_many_alphabets_stay_and_the_rest_is_marked() {
        for name in ["Núria Güell i Solà", "Łukasz Đorđević", "Ελένη", "Олександра", "محمد", "प्रिया", "Nguyễn Thị"]
        {
            assert_eq!(drawable(name), name);
        }
        assert_eq!(drawable("李 Mei"), "\u{FFFD} Mei");
        assert_eq!(drawable("a\u{0}b"), "ab");
    }
}
