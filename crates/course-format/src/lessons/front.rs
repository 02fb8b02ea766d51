//! What stands above a page's text: front matter in YAML, TOML or JSON, and the heading that is the page's title.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, parse_document};
use serde_yaml_ng::{Mapping, Value};

use super::html_writer;
use crate::markdown::options;

/// Lines that front matter without its first line may have at most.
const AT_MOST: usize = 16;

/// Front matter, and the text after it.
pub(super) fn matter(text: &str) -> (Value, String) {
    let start = text.trim_start_matches(['\n', ' ']);
    let found =
        fenced(start, "---", &["---", "..."]).or_else(|| fenced(start, "+++", &["+++"])).or_else(|| json(start));
    found.or_else(|| bare(start)).unwrap_or_else(|| (Value::Null, text.to_owned()))
}

fn fenced(text: &str, open: &str, close: &[&str]) -> Option<(Value, String)> {
    let (first, rest) = text.split_once('\n')?;
    if first.trim_end() != open {
        return None;
    }
    let mut end = None;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if close.contains(&line.trim_end()) {
            end = Some((at, at + line.len()));
            break;
        }
        at += line.len();
    }
    let (end, after) = end?;
    let inner = &rest[..end];
    // TOML that is none can still be read line by line.
    let value = match open {
        "+++" => {
            toml::from_str::<Value>(inner).ok().or_else(|| yaml(&inner.replacen(" = ", ": ", 99).replace("=", ": ")))
        }
        _ => yaml(inner),
    };
    // What only looked like front matter is text.
    let value = value.filter(|value| value.is_mapping() || inner.trim().is_empty())?;
    Some((value, rest[after..].to_owned()))
}

fn yaml(text: &str) -> Option<Value> {
    if let Ok(value) = serde_yaml_ng::from_str::<Value>(text) {
        return Some(value).filter(|value| value.is_mapping() || value.is_null());
    }
    // Titles with a colon in them, and tags of templates, are no YAML: line by line it can still be read.
    let mut map = Mapping::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
        if line.starts_with([' ', '\t', '-', '{', '}']) {
            continue;
        }
        let (key, value) = line.split_once(':')?;
        if key.contains(' ') && !key.starts_with(['"', '\'']) {
            return None;
        }
        let value = value.trim().trim_matches(['"', '\'']);
        map.insert(Value::from(key.trim()), Value::from(value));
    }
    (!map.is_empty()).then_some(Value::Mapping(map))
}

fn json(text: &str) -> Option<(Value, String)> {
    if !text.starts_with("{\n") {
        return None;
    }
    let end = text.find("\n}\n").map(|at| at + 3).or_else(|| text.strip_suffix("\n}").map(|_| text.len()))?;
    let value: serde_json::Value = serde_json::from_str(&text[..end]).ok()?;
    Some((serde_yaml_ng::to_value(value).ok()?, text[end..].to_owned()))
}

/// Front matter that lost its first line, or never had lines around it.
fn bare(text: &str) -> Option<(Value, String)> {
    let key = |line: &str| {
        line.split_once(':').is_some_and(|(key, _)| {
            !key.is_empty()
                && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '))
                && key.split(' ').count() <= 2
        })
    };
    let lines: Vec<&str> = text.lines().take(AT_MOST + 1).collect();
    let count =
        lines.iter().take_while(|line| key(line) || line.starts_with([' ', '-']) && line.trim() != "---").count();
    let closed = lines.get(count).is_some_and(|line| line.trim_end() == "---");
    let told = lines
        .iter()
        .take(count)
        .any(|line| ["id:", "layout:", "title:"].iter().any(|start| line.to_lowercase().starts_with(start)));
    if !(closed && (1..=AT_MOST).contains(&count)
        || count >= 3 && told && lines.get(count).is_none_or(|line| line.trim().is_empty()))
    {
        return None;
    }
    let value = yaml(&lines[..count].join("\n")).filter(Value::is_mapping)?;
    let rest: Vec<&str> = text.lines().skip(count + usize::from(closed)).collect();
    Some((value, rest.join("\n")))
}

/// The title that a text begins with, and the text without it. Pictures and notes may stand above it; `known` is the title
/// that the front matter gives.
pub(super) fn heading(text: &str, known: Option<&str>) -> (Option<String>, String) {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    let levels: Vec<u8> = root.children().filter_map(|node| level(node)).collect();
    let alone = levels.iter().filter(|level| **level == 1).count() == 1;
    let mut first = true;
    for node in root.children() {
        let data = node.data.borrow();
        let (start, end) = (data.sourcepos.start.line.saturating_sub(1), data.sourcepos.end.line);
        let title = match &data.value {
            NodeValue::Heading(heading) => {
                let highest = levels.iter().min().copied().unwrap_or(1);
                let only = levels.iter().filter(|level| **level == highest).count() == 1;
                // A page may begin below the first level: then its first heading is its title where no other is as high.
                let takes = match heading.level {
                    1 => first || alone,
                    level => first && level == highest && only && known.is_none(),
                };
                takes.then(|| words(text, start, heading.setext))
            }
            NodeValue::HtmlBlock(block) if first => html_title(&block.literal),
            _ => None,
        };
        if let Some(title) = title.filter(|title| !title.is_empty()) {
            let same = known.is_none_or(|known| letters(known) == letters(&super::names::plain_title(&title)));
            if !same {
                return (None, text.to_owned());
            }
            let html = matches!(data.value, NodeValue::HtmlBlock(_));
            let lines: Vec<&str> = text.lines().collect();
            let rest: Vec<&str> = lines
                .iter()
                .enumerate()
                .filter(|(at, _)| html || !(start..end).contains(at))
                .map(|(_, line)| *line)
                .collect();
            let rest = rest.join("\n");
            let rest = if html { without_html_title(&rest) } else { rest };
            return (Some(title), rest);
        }
        first &= decoration(node);
    }
    (None, text.to_owned())
}

fn level(node: &AstNode<'_>) -> Option<u8> {
    match node.data.borrow().value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    }
}

/// The words of a heading as they are written.
fn words(text: &str, start: usize, setext: bool) -> String {
    let line = text.lines().nth(start).unwrap_or_default().trim();
    if setext { line.to_owned() } else { line.trim_matches('#').trim().to_owned() }
}

/// True for pictures, notes and lines that may stand above a title.
fn decoration<'a>(node: &'a AstNode<'a>) -> bool {
    match &node.data.borrow().value {
        NodeValue::HtmlBlock(_) | NodeValue::ThematicBreak => true,
        NodeValue::Paragraph => node.descendants().skip(1).all(|inner| match &inner.data.borrow().value {
            NodeValue::Text(text) => {
                text.trim().is_empty()
                    || text.trim_start().starts_with(['{', '%'])
                    || inner.ancestors().any(|above| matches!(above.data.borrow().value, NodeValue::Image(_)))
            }
            NodeValue::Image(_)
            | NodeValue::Link(_)
            | NodeValue::SoftBreak
            | NodeValue::LineBreak
            | NodeValue::HtmlInline(_) => true,
            _ => false,
        }),
        _ => false,
    }
}

/// The words of an `h1` of HTML.
fn html_title(literal: &str) -> Option<String> {
    let lower = literal.to_lowercase();
    let start = lower.find("<h1")?;
    let open = start + lower[start..].find('>')? + 1;
    let end = open + lower[open..].find("</h1>")?;
    let title = html_writer::to_markdown(literal.get(open..end)?);
    let title = crate::render::plain(&title);
    (!title.trim().is_empty()).then(|| title.trim().to_owned())
}

fn without_html_title(text: &str) -> String {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return text.to_owned();
    }
    match (lower.find("<h1"), lower.find("</h1>")) {
        (Some(start), Some(end)) if start < end => format!("{}{}", &text[..start], &text[end + 5..]),
        _ => text.to_owned(),
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{heading, matter};

    fn title(text: &str) -> String {
        matter(text).0.get("title").and_then(|title| title.as_str()).unwrap_or_default().to_owned()
    }

    #[test]
    fn front_matter_is_read_in_every_form() {
        assert_eq!(title("---\ntitle: T\n---\n\nText"), "T");
        assert_eq!(title("+++\ntitle = \"T\"\nweight = 3\n+++\nText"), "T");
        assert_eq!(title("{\n  \"title\": \"T\"\n}\nText"), "T");
        assert_eq!(title("---\ntitle: Part 1: the start\nlayout: x\n---\nText"), "Part 1: the start");
        assert_eq!(title("site: x\ntitle: T\n---\n\nText"), "T");
        assert_eq!(title("title: T\nid: x\nsummary: y\n\n# T"), "T");
        assert_eq!(matter("A line\n\n---\n\nMore").1, "A line\n\n---\n\nMore");
        assert_eq!(matter("---\n\nA line\n\n---\n\nMore").1, "---\n\nA line\n\n---\n\nMore");
        assert_eq!(matter("---\ntitle: T\n---\nText").1, "Text");
        assert_eq!(matter("Note: this matters.\n\nText").1, "Note: this matters.\n\nText");
    }

    #[test]
    fn the_title_is_found_where_it_stands() {
        assert_eq!(heading("# T\n\nText", None), (Some("T".into()), "\nText".into()));
        assert_eq!(heading("![x](y.png)\n\nT\n===\n\nText", None).0.as_deref(), Some("T"));
        assert_eq!(heading("<h1 align=\"center\">The <b>T</b></h1>\n\nText", None).0.as_deref(), Some("The T"));
        assert_eq!(heading("## T\n\nText\n\n### A\n\n### B", None).0.as_deref(), Some("T"));
        assert_eq!(heading("## A\n\nText\n\n## B", None).0, None);
        assert_eq!(heading("# Other\n\nText", Some("T")), (None, "# Other\n\nText".into()));
        assert_eq!(heading("```\n# no\n```\n\nText", None).0, None);
    }
}
