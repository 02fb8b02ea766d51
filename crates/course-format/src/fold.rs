//! Makes written answers comparable: what a hurried hand does differently is taken away, what changes the meaning stays.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text without case, accents, needless blanks and outer punctuation. The Catalan `l·l` counts as `ll` however its dot
/// is written, and every sort of dash, quotation mark and apostrophe is the same.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{02bc}' | '´' | '`' => plain.push('\''),
            '\u{201c}' | '\u{201d}' | '«' | '»' | '\u{201e}' => plain.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            'ß' => plain.push_str("ss"),
            '·' | '•' | '\u{2027}' | '\u{22c5}' => plain.push('·'),
            '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
            c => plain.push(c),
        }
    }
    // A full stop is the usual stand-in for the dot of the geminated l.
    let plain = plain.replace("l·l", "ll").replace("l.l", "ll");
    let spaced = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let outer = |c: char| c.is_whitespace() || is_outer_punctuation(c);
    let inner = spaced.trim_matches(outer);
    // An answer that is nothing but marks (`*`, `?`) is still an answer.
    if inner.is_empty() { spaced } else { inner.to_owned() }
}

fn is_outer_punctuation(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | ';' | ':' | '!' | '?' | '¡' | '¿' | '"' | '\'' | '(' | ')' | '[' | ']' | '{' | '}' | '·' | '…'
    )
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn a_hurried_hand_is_forgiven() {
        assert_eq!(fold("  Contrasenya   SEGURA! "), "contrasenya segura");
        assert_eq!(fold("Informació."), "informacio");
        assert_eq!(fold("col·laborar"), fold("col.laborar"));
        assert_eq!(fold("col·laborar"), fold("collaborar"));
        assert_eq!(fold("coŀlaborar"), fold("collaborar"));
        assert_eq!(fold("«tallafoc»"), "tallafoc");
        assert_eq!(fold("año"), "ano");
        assert_eq!(fold("C++"), "c++");
        assert_eq!(fold("?"), "?");
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for text in ["Ça va?", "l·l.l", "(a) b.", "İstanbul", "l.·l"] {
            assert_eq!(fold(&fold(text)), fold(text), "{text}");
        }
    }
}
