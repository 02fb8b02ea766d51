//! The Markdown of courses: which dialect it is, and what a text holds. One place says it, for checking, counting and
//! rendering alike.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

/// The dialect: CommonMark with tables, strikethrough, task lists, autolinks and footnotes.
pub(crate) fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.autolink = true;
    options.extension.footnotes = true;
    options
}

/// Something in a text that is worth looking at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// A link and its address.
    Link(String),
    /// A picture: address and alternative text.
    Image(String, String),
    /// A heading: level and words.
    Heading(u8, String),
    /// A piece of raw HTML.
    Html(String),
    /// Words outside code.
    Text(String),
    /// Code, in a line or as a block.
    Code(String),
}

/// Everything worth looking at, in order, with its line in the text, from 1.
pub(crate) fn look(body: &str) -> Vec<(usize, Found)> {
    if body.is_empty() {
        return Vec::new();
    }
    let arena = Arena::new();
    let root = parse_document(&arena, body, &options());
    let mut found = Vec::new();
    for node in root.descendants() {
        let data = node.data.borrow();
        let line = data.sourcepos.start.line;
        let item = match &data.value {
            NodeValue::Link(link) => Found::Link(link.url.clone()),
            NodeValue::Image(link) => Found::Image(link.url.clone(), words_of(node)),
            NodeValue::Heading(heading) => Found::Heading(heading.level, words_of(node)),
            NodeValue::HtmlBlock(html) => Found::Html(html.literal.clone()),
            NodeValue::HtmlInline(html) => Found::Html(html.clone()),
            NodeValue::Text(text) => Found::Text(text.to_string()),
            NodeValue::Code(code) => Found::Code(code.literal.clone()),
            NodeValue::CodeBlock(code) => Found::Code(code.literal.clone()),
            _ => continue,
        };
        found.push((line, item));
    }
    found
}

/// The words inside a node.
pub(crate) fn words_of<'a>(node: &'a AstNode<'a>) -> String {
    let mut text = String::new();
    for inner in node.descendants() {
        match &inner.data.borrow().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

/// The media files that a text refers to, as paths from the course's folder.
pub(crate) fn media_in(body: &str) -> Vec<String> {
    if !body.contains("media/") {
        return Vec::new();
    }
    let address = |found: Found| match found {
        Found::Link(url) | Found::Image(url, _) => Some(url),
        _ => None,
    };
    let local =
        |url: String| url.starts_with("media/").then(|| url.split(['#', '?']).next().unwrap_or(&url).to_owned());
    look(body).into_iter().filter_map(|(_, found)| address(found).and_then(local)).collect()
}

/// How many words a text has for a reader: prose and code, but no addresses and no marks.
pub(crate) fn count_words(body: &str) -> usize {
    let count = |text: &str| text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    if body.is_empty() {
        return 0;
    }
    let arena = Arena::new();
    let root = parse_document(&arena, body, &options());
    let mut text = String::new();
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::CodeBlock(code) => {
                text.push('\n');
                text.push_str(&code.literal);
            }
            // Words that touch across a mark (wo**rd**) are one; across a block they are two.
            value if value.block() || matches!(value, NodeValue::SoftBreak | NodeValue::LineBreak) => text.push('\n'),
            _ => {}
        }
    }
    count(&text)
}

#[cfg(test)]
mod tests {
    use super::{count_words, media_in};

    #[test]
    fn words_are_what_a_reader_reads() {
        assert_eq!(count_words("Press **the** wo*rd*: [here](https://example.org/a-b).\n\n- one\n- two"), 6);
        assert_eq!(count_words("| a | b |\n|---|---|\n| c d | e |"), 5);
        assert_eq!(count_words("```sh\nls -l\n```"), 2);
    }

    #[test]
    fn media_are_found_in_pictures_and_links() {
        let body = "![A map](media/map.svg) and [the sheet](media/sheet.pdf#page=2), `media/no.svg`";
        assert_eq!(media_in(body), ["media/map.svg", "media/sheet.pdf"]);
    }
}
