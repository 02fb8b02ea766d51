//! Text made comparable: no accents, no case, single spaces. `Ciència·l` and `ciencia l` meet.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The folded form of a text.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter) && *letter != '·')
        .flat_map(char::to_lowercase)
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_case_and_signs_do_not_matter() {
        assert_eq!(fold("  Atenció: COL·LABORA, niño!"), "atencio collabora nino");
        assert_eq!(fold(""), "");
    }
}
