//! The allow-list that all HTML of courses goes through, and the places of gaps.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use ammonia::Builder;
use vocabulary::Locale;

/// Elements that a text may consist of.
const TAGS: [&str; 30] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "sub",
    "s",
    "b",
    "i",
];

/// Cleans a piece of HTML. Ids are those of footnotes alone, kept apart by `scope`.
pub(super) fn clean(html: &str, scope: &str, locale: Locale) -> String {
    let tags = HashSet::from(TAGS);
    let attributes: HashMap<&str, HashSet<&str>> = HashMap::from([
        ("a", HashSet::from(["href", "data-unit", "id", "class", "aria-label"])),
        ("img", HashSet::from(["src", "alt", "width", "height"])),
        ("code", HashSet::from(["class"])),
        ("ol", HashSet::from(["start"])),
        ("li", HashSet::from(["id"])),
        ("section", HashSet::from(["class"])),
        ("sup", HashSet::from(["class"])),
        ("td", HashSet::from(["align"])),
        ("th", HashSet::from(["align"])),
    ]);
    let scope = scope.to_owned();
    let back = match locale {
        Locale::Ca => "Torna al text",
        Locale::Es => "Volver al texto",
        Locale::En => "Back to the text",
    };
    let mut builder = Builder::default();
    builder
        .tags(tags)
        .tag_attributes(attributes)
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .set_tag_attribute_value("img", "loading", "lazy")
        .attribute_filter(move |_, name, value| filter(name, value, &scope, back));
    builder.clean(html).to_string()
}

fn filter<'u>(name: &str, value: &'u str, scope: &str, back: &'static str) -> Option<Cow<'u, str>> {
    match name {
        "id" => value.starts_with("fn").then(|| Cow::Owned(format!("{scope}-{value}"))),
        "href" => match value.strip_prefix('#') {
            Some(note) if note.starts_with("fn") => Some(Cow::Owned(format!("#{scope}-{note}"))),
            Some(_) => None,
            None => Some(Cow::Borrowed(value)),
        },
        "class" => {
            let language = |name: &str| {
                name.strip_prefix("language-").is_some_and(|rest| {
                    !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"+#.-_".contains(&b))
                })
            };
            let known = matches!(value, "footnotes" | "footnote-ref" | "footnote-backref") || language(value);
            known.then_some(Cow::Borrowed(value))
        }
        "aria-label" => Some(Cow::Borrowed(back)),
        _ => Some(Cow::Borrowed(value)),
    }
}

/// Puts an element in the place of each gap, in words only, never inside a tag.
pub(super) fn put_gaps(html: &str, gaps: &[String]) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut in_tag = false;
    let mut quote: Option<char> = None;
    while let Some(c) = rest.chars().next() {
        if !in_tag && rest.starts_with("[[") {
            let id = rest[2..].split_once("]]").map(|(id, _)| id).filter(|id| gaps.iter().any(|gap| gap == id));
            if let Some(id) = id {
                out.push_str(&format!("<span class=\"gap\" data-gap=\"{id}\"></span>"));
                rest = &rest[id.len() + 4..];
                continue;
            }
        }
        match (in_tag, quote, c) {
            (false, _, '<') => in_tag = true,
            (true, None, '>') => in_tag = false,
            (true, None, '"') => quote = Some(c),
            (true, Some(_), '"') => quote = None,
            _ => {}
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::put_gaps;

    #[test]
    fn gaps_stand_in_words_alone() {
        let gaps = ["g1".to_owned()];
        let html = "<p>A [[g1]] and [[g2]] <img alt=\"[[g1]] > \"></p>";
        let expected = "<p>A <span class=\"gap\" data-gap=\"g1\"></span> and [[g2]] <img alt=\"[[g1]] > \"></p>";
        assert_eq!(put_gaps(html, &gaps), expected);
    }
}
