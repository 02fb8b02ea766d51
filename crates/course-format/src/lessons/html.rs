//! The tags of the little HTML that lessons hold. What is no element of HTML is the author's own word and stays.

/// Elements of HTML. A tag of another name is the author's own word.
const KNOWN: &str = "a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption \
    center cite code col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption \
    figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label \
    legend li link main map mark meta nav noscript object ol optgroup option p param picture pre progress q \
    s samp script section select small source span strike strong style sub summary sup svg table tbody td \
    textarea tfoot th thead time title tr track tt u ul var video wbr";

/// A tag taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its name in lower case.
    pub name: String,
    /// True for `</name>`.
    pub closes: bool,
    inside: String,
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let lower = self.inside.to_lowercase();
        let mut from = 0;
        while let Some(found) = lower[from..].find(name) {
            let at = from + found;
            from = at + name.len();
            let clean = lower[..at].chars().next_back().is_none_or(char::is_whitespace);
            let Some(value) = self.inside.get(from..).and_then(|rest| rest.trim_start().strip_prefix('=')) else {
                continue;
            };
            if !clean {
                continue;
            }
            let value = value.trim_start();
            return Some(match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split(quote).next().unwrap_or_default().to_owned(),
                _ => value.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default().to_owned(),
            });
        }
        None
    }
}

/// The tag at the beginning of a text, with its length, if it is one of HTML.
pub(super) fn tag(text: &str) -> Option<(Tag, usize)> {
    let rest = text.strip_prefix('<')?;
    let (closes, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
    let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    let lower = name.to_lowercase();
    if !KNOWN.split(' ').any(|word| word == lower) {
        return None;
    }
    let after = &rest[name.len()..];
    if !after.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/') {
        return None;
    }
    let end = end_of_tag(after)?;
    let length = text.len() - after.len() + end + 1;
    Some((Tag { name: lower, closes, inside: after[..end].to_owned() }, length))
}

/// Where a tag ends: a `>` between quotes ends nothing.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') if text[..at].trim_end().ends_with('=') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    // A quote that is never closed hides no end.
    quote.and_then(|_| text.find('>'))
}

/// What a film, sound or frame is called where nobody gave it a title: its file, or its address.
pub(super) fn name_of(url: &str) -> String {
    let url = url.trim_start_matches("//");
    if url.contains("://") {
        return watched(url);
    }
    url.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(url).to_owned()
}

/// The address where a person sees what a frame shows.
pub(super) fn watched(url: &str) -> String {
    let url = if url.starts_with("//") { format!("https:{url}") } else { url.to_owned() };
    for start in
        ["https://www.youtube.com/embed/", "https://www.youtube-nocookie.com/embed/", "https://youtube.com/embed/"]
    {
        if let Some(id) = url.strip_prefix(start) {
            return format!("https://www.youtube.com/watch?v={}", id.split(['?', '&', '/']).next().unwrap_or(id));
        }
    }
    if let Some(id) = url.strip_prefix("https://player.vimeo.com/video/") {
        return format!("https://vimeo.com/{}", id.split(['?', '/']).next().unwrap_or(id));
    }
    url
}

/// Words in raised or lowered letters: with letters of that kind where there are such, else with a mark.
pub(super) fn raised(words: &str, up: bool) -> String {
    const UP: &[(char, char)] = &[
        ('0', '⁰'),
        ('1', '¹'),
        ('2', '²'),
        ('3', '³'),
        ('4', '⁴'),
        ('5', '⁵'),
        ('6', '⁶'),
        ('7', '⁷'),
        ('8', '⁸'),
        ('9', '⁹'),
        ('+', '⁺'),
        ('-', '⁻'),
        ('(', '⁽'),
        (')', '⁾'),
        ('n', 'ⁿ'),
        ('i', 'ⁱ'),
    ];
    const DOWN: &[(char, char)] = &[
        ('0', '₀'),
        ('1', '₁'),
        ('2', '₂'),
        ('3', '₃'),
        ('4', '₄'),
        ('5', '₅'),
        ('6', '₆'),
        ('7', '₇'),
        ('8', '₈'),
        ('9', '₉'),
        ('+', '₊'),
        ('-', '₋'),
        ('(', '₍'),
        (')', '₎'),
    ];
    let table = if up { UP } else { DOWN };
    let words = words.trim();
    let letter = |c: char| table.iter().find(|(plain, _)| *plain == c).map(|(_, raised)| *raised);
    match words.chars().map(letter).collect::<Option<String>>() {
        Some(raised) => raised,
        // Ordinals and marks of trade read well as they are.
        None if up && (words.chars().all(char::is_alphabetic) && words.chars().count() <= 3) => words.to_owned(),
        None => format!("{}({words})", if up { '^' } else { '_' }),
    }
}

/// The characters that the entities of HTML stand for: for code, where Markdown would show them as they are.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let here = &rest[at..];
        let end = here.char_indices().take(12).find(|(_, c)| *c == ';').map(|(end, _)| end);
        let decoded = end.and_then(|end| {
            let name = &here[1..end];
            let number =
                name.strip_prefix("#x").or_else(|| name.strip_prefix("#X")).map(|hex| u32::from_str_radix(hex, 16));
            let number = number.or_else(|| name.strip_prefix('#').map(str::parse));
            let c = match number {
                Some(number) => number.ok().and_then(char::from_u32)?,
                None => match name {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    "apos" => '\'',
                    "nbsp" => '\u{a0}',
                    "lbrace" | "lcub" => '{',
                    "rbrace" | "rcub" => '}',
                    _ => return None,
                },
            };
            Some((c, end))
        });
        match decoded {
            Some((c, end)) => {
                out.push(c);
                rest = &here[end + 1..];
            }
            None => {
                out.push('&');
                rest = &here[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{decode, raised, tag};

    #[test]
    fn letters_are_raised_and_entities_read() {
        assert_eq!(
            (raised("2", true).as_str(), raised("th", true).as_str(), raised("max", false).as_str()),
            ("²", "th", "_(max)")
        );
        assert_eq!(decode("a &lt; b &amp;&amp; c &#39; &copy;"), "a < b && c ' &copy;");
    }

    #[test]
    fn an_author_s_own_word_is_no_tag() {
        assert!(tag("<Rigidbody>").is_none() && tag("<br>").is_some() && tag("<your name>").is_none());
        assert_eq!(tag("<img alt=\"a > b\">x").map(|(_, length)| length), Some(17));
    }
}
