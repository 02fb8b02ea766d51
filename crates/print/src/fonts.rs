//! The embedded fonts, and which signs they can draw. Never looks at the machine's own fonts: a document looks the same everywhere.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use unicode_normalization::UnicodeNormalization as _;

macro_rules! font {
    ($file:literal) => {
        include_bytes!(concat!("../fonts/", $file)).as_slice()
    };
}

/// In the order in which they are asked for a sign: the writing of most names first, that of Chinese, Japanese and Korean
/// names, which has the most signs, last.
static FILES: [&[u8]; 26] = [
    font!("AtkinsonHyperlegibleNext-Regular.ttf"),
    font!("AtkinsonHyperlegibleNext-SemiBold.ttf"),
    font!("AtkinsonHyperlegibleNext-Bold.ttf"),
    font!("NotoSans-Regular.ttf"),
    font!("NotoSans-SemiBold.ttf"),
    font!("NotoSansArabic-Regular.ttf"),
    font!("NotoSansArabic-SemiBold.ttf"),
    font!("NotoSansArmenian-Regular.ttf"),
    font!("NotoSansBengali-Regular.ttf"),
    font!("NotoSansEthiopic-Regular.ttf"),
    font!("NotoSansGeorgian-Regular.ttf"),
    font!("NotoSansGujarati-Regular.ttf"),
    font!("NotoSansGurmukhi-Regular.ttf"),
    font!("NotoSansHebrew-Regular.ttf"),
    font!("NotoSansKannada-Regular.ttf"),
    font!("NotoSansKhmer-Regular.ttf"),
    font!("NotoSansLao-Regular.ttf"),
    font!("NotoSansMalayalam-Regular.ttf"),
    font!("NotoSansMyanmar-Regular.ttf"),
    font!("NotoSansSinhala-Regular.ttf"),
    font!("NotoSansTamil-Regular.ttf"),
    font!("NotoSansTelugu-Regular.ttf"),
    font!("NotoSansThai-Regular.ttf"),
    font!("NotoSansTifinagh-Regular.ttf"),
    font!("NanumGothicCoding.ttf"),
    font!("DroidSansFallbackFull.ttf"),
];

/// What stands for a sign that no font has: the standards refuse a page with holes.
pub(crate) const REPLACEMENT: char = '\u{FFFD}';

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

/// The families in the order in which they are asked for a sign.
pub(crate) static FAMILIES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut families: Vec<String> = vec![];
    for font in &FONTS.fonts {
        if !families.contains(&font.info().family) {
            families.push(font.info().family.clone());
        }
    }
    families
});

/// The signs of a text that the first family has no drawing of its own for. It may still compose some of them of parts, which
/// readers of the document would then find twice: another family draws them better.
pub(crate) fn lacking(text: &str) -> impl Iterator<Item = char> {
    let first = FAMILIES.first();
    let own = FONTS.fonts.iter().find(|font| Some(&font.info().family) == first);
    text.chars().filter(move |c| {
        !c.is_whitespace() && !c.is_control() && own.is_some_and(|font| !font.info().coverage.contains(u32::from(*c)))
    })
}

/// The text with every sign that cannot be drawn replaced; signs that draw nothing (joiners, marks of direction) stay.
/// Letters and their accents become one sign where there is one, as most fonts know them.
pub(crate) fn drawable(text: &str) -> String {
    text.nfc()
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
    use super::{FAMILIES, FILES, FONTS, drawable, lacking};

    #[test]
    fn every_file_is_a_font() {
        assert_eq!(FONTS.fonts.len(), FILES.len());
    }

    #[test]
    fn names_of_many_alphabets_stay_and_the_rest_is_marked() {
        for name in [
            "Núria Güell i Solà",
            "Łukasz Đorđević",
            "Ελένη",
            "Олександра",
            "محمد",
            "प्रिया",
            "Nguyễn Thị Ngọc Ánh",
            "李小龙",
            "田中さくら",
            "김민준",
            "გიორგი",
            "Արամ",
            "ਗੁਰਪ੍ਰੀਤ",
            "রহিম",
            "ⵜⴰⵏⵉⵔⵜ",
            "አበበ",
            "דוד",
            "สมชาย",
        ] {
            assert_eq!(drawable(name), name);
        }
        assert_eq!(drawable("Nguye\u{302}\u{303}n"), "Nguyễn", "letters and accents come together");
        assert_eq!(drawable("𓀀 Mei"), "\u{FFFD} Mei");
        assert_eq!(drawable("a\u{0}b"), "ab");
    }

    #[test]
    fn the_first_family_is_known_to_lack_letters_of_other_alphabets() {
        assert_eq!(lacking("Núria Güell i Solà").count(), 0);
        assert_eq!(lacking("Olga Ольга").collect::<String>(), "Ольга");
    }

    #[test]
    fn every_family_is_asked_once() {
        assert_eq!(FAMILIES.first().map(String::as_str), Some("Atkinson Hyperlegible Next"));
        assert_eq!(FAMILIES.last().map(String::as_str), Some("Droid Sans Fallback"));
        assert_eq!(FAMILIES.len(), FILES.len() - 4, "three weights of one, two of two others");
    }
}
