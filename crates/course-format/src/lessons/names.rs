//! Titles and keys from the names and headings of others.

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};
use unicode_normalization::UnicodeNormalization;

use crate::folder::names::number_and_rest;

/// The module's number of a name that begins with two numbers, and the name without any.
pub(super) fn numbers(name: &str) -> (Option<String>, &str) {
    // A date is no number of a module.
    if let Some(rest) = name.get(11..).filter(|rest| !rest.is_empty() && is_date(&name[..11])) {
        return (None, rest);
    }
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let after = &name[digits..];
    let second =
        after.strip_prefix(['.', '-', '_']).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    if digits > 0 && second > 0 {
        let rest = after[1 + second..].trim_start_matches(['.', '-', '_', ' ', ')', ':']);
        if !rest.is_empty() {
            return (Some(name[..digits].trim_start_matches('0').to_owned()), rest);
        }
    }
    (None, number_and_rest(name).1.trim_start_matches(['-', '_', ' ']))
}

/// True for `2024-01-31-`.
fn is_date(text: &str) -> bool {
    text.bytes()
        .enumerate()
        .all(|(at, b)| if matches!(at, 4 | 7 | 10) { b == b'-' || b == b'_' } else { b.is_ascii_digit() })
}

/// A title without marks.
pub(super) fn plain_title(title: &str) -> String {
    // As a heading: a title that begins with `1.` is no list.
    let plain = crate::render::plain(&format!("# {}", super::tags::without_attributes(title.trim())));
    let plain = with_emoji(&plain);
    if plain.is_empty() { title.trim().to_owned() } else { plain }
}

/// A name of a file as words: `what-is-xr` gives `What is xr`.
pub(super) fn humanise(name: &str) -> String {
    let words = numbers(name).1.replace(['-', '_'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A name of a folder or archive as words; its numbers belong to it.
pub(super) fn words_of_name(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A key from words.
pub(super) fn slug(words: &str, instead: &str) -> String {
    let plain: String = words.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    let mut key = String::new();
    for c in plain.to_lowercase().chars() {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            key.push(c);
        } else if !key.ends_with('-') && !key.is_empty() && c != '\'' && c != '·' {
            key.push('-');
        }
    }
    let key: String = key.chars().take(60).collect();
    let key = key.trim_matches('-');
    if key.is_empty() { instead.to_owned() } else { key.to_owned() }
}

/// A text with the emoji that its `:names:` mean.
pub(super) fn with_emoji(text: &str) -> String {
    if text.matches(':').count() < 2 {
        return text.to_owned();
    }
    let mut options = Options::default();
    options.extension.shortcodes = true;
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options);
    let mut out = text.to_owned();
    for node in root.descendants() {
        if let NodeValue::ShortCode(code) = &node.data.borrow().value {
            out = out.replace(&format!(":{}:", code.code), &code.emoji);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{humanise, numbers, slug};

    #[test]
    fn numbers_make_modules_and_go() {
        assert_eq!(numbers("2.1 IAM key concepts"), (Some("2".into()), "IAM key concepts"));
        assert_eq!(numbers("01-intro"), (None, "intro"));
        assert_eq!(numbers("2024 in review").1, "in review");
        assert_eq!(humanise("1-what-is-xr"), "What is xr");
        assert_eq!(slug("Col·laborar: què és?", "x"), "collaborar-que-es");
    }
}
