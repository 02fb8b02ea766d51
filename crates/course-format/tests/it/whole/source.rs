//! What stands in the pages that an import was made of, read line by line and by a Markdown parser, without any help of
//! the import itself.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use course_format::Files;
use course_format::lessons::Imported;

/// A page as it came.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its path.
    pub path: String,
    /// The key of the unit that it became.
    pub key: String,
    /// Its pieces of code.
    pub code: Vec<String>,
    /// Its headings, in order.
    pub headings: Vec<String>,
    /// Its words outside code.
    pub prose: String,
    /// Its pictures: address and words.
    pub pictures: Vec<(String, String)>,
}

/// The pages that became lessons and can be read as UTF-8.
pub fn pages(files: &Files, imported: &Imported) -> Vec<Page> {
    let read = |(path, key): (&String, &String)| {
        let text = std::str::from_utf8(files.get(path)?).ok()?;
        Some(page(path, key, text))
    };
    imported.units.iter().filter_map(read).collect()
}

fn page(path: &str, key: &str, text: &str) -> Page {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let text = between_all(&text, "{% comment %}", "{% endcomment %}");
    let text = without_front_matter(text.trim_start_matches('\n'));
    let mut page = Page { path: path.to_owned(), key: key.to_owned(), ..Page::default() };
    let (fenced, rest) = fences(text);
    // Code in a comment is nobody's.
    page.code = fenced.into_iter().filter(|piece| !commented(text, piece)).collect();
    let rest = between_all(&rest, "<!--", "-->");
    let clean: String = rest.lines().map(|line| line_without_marks(line) + "\n").collect();
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.autolink = true;
    options.extension.footnotes = true;
    let arena = Arena::new();
    let root = parse_document(&arena, &clean, &options);
    let dialect =
        ["!!! ", "??? ", "=== \"", ":::", "<Tab", "--- ", "\n: ", "\n:   "].iter().any(|mark| text.contains(mark));
    let whole = Arena::new();
    for node in parse_document(&whole, &rest, &options).descendants().filter(|_| !dialect) {
        if let NodeValue::CodeBlock(code) = &node.data.borrow().value
            && !code.fenced
        {
            page.code.push(code.literal.clone());
        }
    }
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Heading(_) => {
                page.prose.push('\n');
                page.headings.push(words_of(node));
            }
            NodeValue::Text(words) => page.prose.push_str(words),
            NodeValue::HtmlBlock(html) => html_words(&html.literal, &mut page),
            NodeValue::HtmlInline(html) => html_words(html, &mut page),
            NodeValue::Image(link) => page.pictures.push((link.url.clone(), words_of(node))),
            NodeValue::TableCell | NodeValue::TableRow(_) => page.prose.push('\n'),
            value if value.block() || matches!(value, NodeValue::SoftBreak | NodeValue::LineBreak) => {
                page.prose.push('\n');
            }
            _ => {}
        }
    }
    page
}

/// True for a text that stands in a comment of HTML.
fn commented(text: &str, piece: &str) -> bool {
    let comments = text.split("<!--").skip(1).filter_map(|rest| rest.split_once("-->")).map(|(comment, _)| comment);
    !piece.trim().is_empty() && comments.into_iter().any(|comment| comment.contains(piece.trim()))
}

fn words_of<'a>(node: &'a AstNode<'a>) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        match &inner.data.borrow().value {
            NodeValue::Text(text) => out.push_str(text),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => out.push(' '),
            _ => {}
        }
    }
    out
}

fn html_words(html: &str, page: &mut Page) {
    let mut hidden = false;
    for piece in html
        .split('<')
        .enumerate()
        .map(|(at, piece)| if at == 0 { ("", piece) } else { piece.split_once('>').unwrap_or((piece, "")) })
    {
        let (tag, words) = piece;
        let name = tag.split([' ', '/', '\n']).find(|part| !part.is_empty()).unwrap_or_default().to_lowercase();
        if name == "img" {
            let attribute = |name: &str| {
                let (_, rest) = tag.split_once(&format!("{name}="))?;
                let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
                rest[1..].split(quote).next().map(str::to_owned)
            };
            if let Some(src) = attribute("src") {
                page.pictures.push((src, attribute("alt").unwrap_or_default()));
            }
        }
        if ["script", "style", "svg", "iframe"].contains(&name.as_str()) {
            hidden = !tag.starts_with('/');
        }
        page.prose.push(' ');
        if !hidden {
            page.prose.push_str(words);
        }
    }
}

/// Everything that is told in words: runs of letters and digits, in small letters.
pub fn words(text: &str) -> Vec<String> {
    without_names(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 3)
        .map(str::to_lowercase)
        .collect()
}

/// A text without the names of emoji between colons.
fn without_names(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(':') {
        out.push_str(&rest[..at]);
        let name = &rest[at + 1..];
        let length = name.chars().take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '_').count();
        if length > 1 && name[length..].starts_with(':') {
            rest = &name[length + 1..];
        } else {
            out.push(':');
            rest = name;
        }
    }
    out + rest
}

/// Code without what indents it, its blank lines and the ends of its lines.
pub fn bare(code: &str) -> String {
    code.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letters and digits of a text alone, small.
pub fn letters(text: &str) -> String {
    without_names(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn without_front_matter(text: &str) -> &str {
    for mark in ["---", "+++"] {
        let mut lines = text.split_inclusive('\n');
        if lines.next().is_none_or(|line| line.trim_end() != mark) {
            continue;
        }
        let mut at = text.find('\n').map_or(text.len(), |at| at + 1);
        let start = at;
        for line in lines {
            if line.trim_end() == mark {
                if text[start..at].contains([':', '=']) && !text[start..at].contains("\n\n#") {
                    return &text[at + line.len()..];
                }
                break;
            }
            at += line.len();
        }
    }
    text
}

fn between_all(text: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        out.push_str(before);
        let Some((_, after)) = after.split_once(close) else {
            return out + open + after;
        };
        rest = after;
    }
    out + rest
}

/// Directives that are boxes, not code.
const BOXES: &[&str] = &[
    "note",
    "tip",
    "hint",
    "important",
    "warning",
    "caution",
    "attention",
    "danger",
    "admonition",
    "exercise",
    "solution",
    "dropdown",
    "seealso",
    "objectives",
    "questions",
    "keypoints",
    "callout",
    "challenge",
    "discussion",
    "prerequisites",
    "prereq",
    "instructor-note",
    "tabs",
    "tab-set",
    "tab-item",
    "tab",
    "toctree",
    "figure",
    "image",
    "type-along",
    "demo",
    "testimonial",
    "output",
    "highlight",
    "youtube",
    "iframe",
    "contents",
    "csv-table",
    "list-table",
    "glue:figure",
    "card",
    "grid",
    "math",
    "include",
    "literalinclude",
    "image",
    "epigraph",
    "margin",
    "sidebar",
    "versionadded",
    "error",
    "checklist",
    "calendar",
];

/// The pieces of code between fences, and the text without them.
fn fences(text: &str) -> (Vec<String>, String) {
    let mut found = Vec::new();
    let mut rest = String::new();
    let mut open: Option<(char, usize, usize, usize, String)> = None;
    let mut directives: Vec<String> = Vec::new();
    let lines: Vec<&str> = text.lines().collect();
    // Where code that is never closed ends all the same.
    let mut until = None;
    for (at, line) in lines.iter().copied().enumerate() {
        if until == Some(at) {
            found.extend(open.take().map(|(_, _, _, _, code)| code));
            rest.push_str("<!-- code -->\n");
            until = None;
        }
        if let Some((mark, least, quotes, indent, code)) = &mut open {
            let inner = unquoted(line, *quotes, *indent);
            let closing = inner.trim();
            let run = closing.chars().take_while(|c| c == mark).count();
            if run >= *least && run == closing.chars().count() {
                found.push(std::mem::take(code));
                // Code that was taken out still parts what stands around it.
                rest.push_str(&" ".repeat(*indent));
                rest.push_str("<!-- code -->\n");
                open = None;
            } else {
                code.push_str(&inner);
                code.push('\n');
            }
            continue;
        }
        let bare = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
        let item = bare.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['-', '*', '+', '.', ')']);
        let bare = if item.starts_with(' ') && item.len() < bare.len() { item.trim_start() } else { bare };
        let mark = bare.chars().next().filter(|c| matches!(c, '`' | '~'));
        let run = mark.map_or(0, |mark| bare.chars().take_while(|c| *c == mark).count());
        let info = bare.get(run..).unwrap_or_default().trim();
        if directives.last().is_some_and(|open| bare.trim_end() == open) {
            directives.pop();
            continue;
        }
        if run >= 3 && !(mark == Some('`') && info.contains('`')) {
            let directive = info.strip_prefix('{').and_then(|rest| rest.split('}').next()).unwrap_or_default();
            if BOXES.contains(&directive.to_lowercase().as_str()) {
                directives.push(bare[..run].to_owned());
                continue;
            }
            let before = &line[..line.len() - bare.len()];
            let quotes = before.matches('>').count();
            let indent = before.rsplit('>').next().unwrap_or(before).chars().count()
                - usize::from(quotes > 0 && before.rsplit('>').next().is_some_and(|tail| tail.starts_with(' ')));
            open = mark.map(|mark| (mark, run, quotes, indent, String::new()));
            // In a list, code that is never closed ends with its item, for every reader of Markdown.
            let closes = |line: &&str| {
                let inner = unquoted(line, quotes, indent);
                let inner = inner.trim();
                inner.chars().count() >= run && inner.chars().all(|c| Some(c) == mark)
            };
            if indent >= 2 && !lines[at + 1..].iter().any(closes) {
                let outside = |line: &&str| !line.is_empty() && !line.starts_with(char::is_whitespace);
                until = lines[at + 1..].iter().position(outside).map(|count| at + 1 + count);
            }
            continue;
        }
        rest.push_str(line);
        rest.push('\n');
    }
    found.extend(open.map(|(_, _, _, _, code)| code));
    (found, rest)
}

/// A line without so many marks of quotation, each with a blank, and so many blanks.
fn unquoted(line: &str, quotes: usize, indent: usize) -> String {
    let mut rest = line;
    for _ in 0..quotes {
        let Some(inner) = rest.trim_start().strip_prefix('>') else { break };
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    let blanks = rest.chars().take_while(|c| *c == ' ').count().min(indent);
    rest[blanks..].to_owned()
}

/// A line of text without tags and attributes of other systems.
fn line_without_marks(line: &str) -> String {
    let setting = line.split_once(':').is_some_and(|(key, _)| {
        ["language", "filename", "line_numbers", "line_number_start", "line_highlights"].contains(&key)
    });
    let sheet = setting || line.trim().starts_with("--- ") && line.trim().ends_with(" ---");
    if sheet || line.trim_start().starts_with(":::") || line.trim_start().starts_with("import ") {
        return String::new();
    }
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        let here = &rest[at..];
        let close = if here.starts_with("{{") {
            "}}"
        } else if here.starts_with("{%") {
            "%}"
        } else {
            "}"
        };
        match here.find(close) {
            Some(end) => rest = &here[end + close.len()..],
            None => {
                out.push('{');
                rest = &here[1..];
            }
        }
    }
    out.push_str(rest);
    let out = out.trim_end();
    for mark in ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"] {
        if out.contains(mark) {
            return out.replace(mark, "");
        }
    }
    for mark in ["!!!", "???+", "???"] {
        if let Some(words) = out.trim_start().strip_prefix(mark) {
            return words.split_once('"').map_or_else(String::new, |(_, title)| title.trim_end_matches('"').to_owned());
        }
    }
    out.to_owned()
}
