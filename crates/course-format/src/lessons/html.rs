//! The little HTML that lessons hold, as Markdown. What is no HTML element is the author's own word and stays.

/// Elements that HTML knows and that mean nothing here but what is inside them.
const KNOWN: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "audio",
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "iframe",
    "img",
    "input",
    "kbd",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "picture",
    "pre",
    "s",
    "section",
    "small",
    "source",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
];

/// Elements known elsewhere in the list of HTML: parts of tables, film and script.
const MORE: &[&str] =
    &["tbody", "td", "tfoot", "th", "thead", "tr", "video", "script", "style", "details", "svg", "object"];

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
    if !KNOWN.contains(&lower.as_str()) && !MORE.contains(&lower.as_str()) {
        return None;
    }
    let after = &rest[name.len()..];
    if !after.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/') {
        return None;
    }
    let end = after.find('>')?;
    let length = text.len() - after.len() + end + 1;
    Some((Tag { name: lower, closes, inside: after[..end].to_owned() }, length))
}

/// A piece of HTML as Markdown.
pub(super) fn to_markdown(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    let mut links: Vec<String> = Vec::new();
    let mut hidden: Option<String> = None;
    let mut first_row = false;
    let mut cells = 0usize;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end + 3..]);
            continue;
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
            continue;
        }
        let Some((found, length)) = tag(rest) else {
            // White space between the tags of a table is none of its words.
            let in_markup = c.is_whitespace() && (out.ends_with('|') || out.ends_with("| "));
            if hidden.is_none() && !in_markup {
                out.push(c);
            }
            rest = &rest[c.len_utf8()..];
            continue;
        };
        rest = &rest[length..];
        let name = found.name.as_str();
        if let Some(until) = &hidden {
            if found.closes && until == name {
                hidden = None;
            }
            continue;
        }
        match (name, found.closes) {
            ("script" | "style" | "svg" | "object" | "iframe", false) => hidden = Some(found.name.clone()),
            ("br", _) => out.push_str("  \n"),
            ("hr", _) => out.push_str("\n\n---\n\n"),
            ("b" | "strong", _) => out.push_str("**"),
            ("i" | "em", _) => out.push('*'),
            ("code" | "kbd" | "tt", _) => out.push('`'),
            ("pre", _) => out.push_str("\n\n"),
            ("a", false) => {
                links.push(found.attribute("href").unwrap_or_default());
                out.push('[');
            }
            ("a", true) => out.push_str(&format!("](<{}>)", links.pop().unwrap_or_default())),
            ("img", _) => {
                let words = found.attribute("alt").unwrap_or_default();
                out.push_str(&format!("![{words}](<{}>)", found.attribute("src").unwrap_or_default()));
            }
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", false) => {
                let level = name.as_bytes().get(1).map_or(3, |digit| usize::from(digit - b'0'));
                out.push_str(&format!("\n\n{} ", "#".repeat(level)));
            }
            ("li", false) => out.push_str("\n- "),
            ("table", false) => {
                first_row = true;
                out.push_str("\n\n");
            }
            ("tr", false) => {
                cells = 0;
                out.truncate(out.trim_end().len());
                out.push_str(if first_row { "\n\n|" } else { "\n|" });
            }
            ("td" | "th", false) => {
                cells += 1;
                out.truncate(out.trim_end().len());
                out.push(' ');
            }
            ("td" | "th", true) => {
                out.truncate(out.trim_end().len());
                out.push_str(" |");
            }
            ("tr", true) if first_row && cells > 0 => {
                first_row = false;
                out.push_str(&format!("\n|{}", " --- |".repeat(cells)));
            }
            ("tr" | "thead" | "tbody" | "tfoot", _) => {}
            (
                "p" | "div" | "ul" | "ol" | "table" | "section" | "figure" | "figcaption" | "blockquote" | "center",
                _,
            )
            | ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", true) => out.push_str("\n\n"),
            _ => {}
        }
    }
    out.lines().map(str::trim_start).collect::<Vec<_>>().join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{tag, to_markdown};

    #[test]
    fn tables_links_and_pictures_become_markdown() {
        let html = "<table class=\"x\">\n  <tr>\n    <th> a </th>\n    <th> b </th>\n  </tr>\n  <tr>\n    <td>1</td>\n    <td>2</td>\n  </tr>\n</table>";
        assert_eq!(to_markdown(html), "| a | b |\n| --- | --- |\n| 1 | 2 |");
        assert_eq!(to_markdown("<p>See <a href='x.md'>this</a>.</p>"), "See [this](<x.md>).");
        assert_eq!(to_markdown("<img alt=\"A\" src=\"a.png\" width=\"3\"/>"), "![A](<a.png>)");
        assert_eq!(to_markdown("<!-- no --><script>no</script>yes"), "yes");
    }

    #[test]
    fn an_author_s_own_word_is_no_tag() {
        assert!(tag("<Rigidbody>").is_none() && tag("<br>").is_some() && tag("<your name>").is_none());
    }
}
