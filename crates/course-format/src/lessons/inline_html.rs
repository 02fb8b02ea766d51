//! HTML inside imported lessons: it becomes Markdown, and words that only look like it stay words.

use comrak::nodes::{AstNode, NodeCode, NodeLink, NodeValue};
use comrak::parse_document;

use super::html;
use super::html_writer;
use super::inline::One;
use super::notes::NoteKind;
use crate::markdown::{options, words_of};

impl<'a> One<'a, '_, '_> {
    /// HTML becomes Markdown; words that only look like HTML become words.
    pub(super) fn html(&mut self, root: &'a AstNode<'a>) {
        let nodes: Vec<_> = root.descendants().collect();
        for node in nodes {
            let value = node.data.borrow().value.clone();
            match value {
                NodeValue::HtmlBlock(block) => {
                    let markdown = html_writer::to_markdown(&block.literal);
                    if !markdown.is_empty() {
                        self.note(NoteKind::Html, block.literal.lines().next().unwrap_or_default());
                        // What is no element must not be taken for one again.
                        let escaped = escape_unknown(&markdown);
                        let inner = parse_document(self.arena, &escaped, &options());
                        let children: Vec<_> = inner.children().collect();
                        for child in children {
                            child.detach();
                            node.insert_before(child);
                        }
                    }
                    node.detach();
                }
                NodeValue::HtmlInline(piece) => self.html_inline(node, &piece),
                _ => {}
            }
        }
    }

    fn html_inline(&mut self, node: &'a AstNode<'a>, piece: &str) {
        let Some((tag, _)) = html::tag(piece) else {
            if self.markup(node, piece) {
                self.note(NoteKind::Html, piece);
            } else if !piece.starts_with("<!--") {
                node.insert_before(self.make(NodeValue::Text(piece.to_owned().into())));
            }
            node.detach();
            return;
        };
        match tag.name.as_str() {
            // A cell of a table has one line.
            "br" if node.ancestors().any(|above| matches!(above.data.borrow().value, NodeValue::TableCell)) => {
                node.insert_before(self.make(NodeValue::Text(" ".into())));
            }
            "br" => node.insert_before(self.make(NodeValue::LineBreak)),
            "img" => {
                let url = tag.attribute("src").unwrap_or_default();
                let image = self.make(NodeValue::Image(Box::new(NodeLink { url, title: String::new() })));
                let alt = tag.attribute("alt").unwrap_or_default();
                image.append(self.make(NodeValue::Text(alt.into())));
                node.insert_before(image);
            }
            "a" if !tag.closes && tag.attribute("href").is_none_or(|href| href.is_empty()) => {}
            "a" | "b" | "strong" | "i" | "em" | "code" | "kbd" | "tt" | "samp" | "var" | "del" | "s" | "sub"
            | "sup"
                if !tag.closes =>
            {
                self.wrap(node, &tag);
            }
            // A place to lead to, and the ends of elements whose beginnings were seen.
            "a" | "b" | "strong" | "i" | "em" | "code" | "kbd" | "tt" | "samp" | "var" | "del" | "s" | "sub"
            | "sup" | "span" | "div" | "p" | "font" | "u" | "small" | "center" | "wbr" => {}
            "iframe" | "video" | "audio" | "source" | "embed" if !tag.closes => {
                if let Some(url) = tag.attribute("src") {
                    let words = tag.attribute("title").unwrap_or_else(|| html::name_of(&url));
                    let link = self
                        .make(NodeValue::Link(Box::new(NodeLink { url: html::watched(&url), title: String::new() })));
                    link.append(self.make(NodeValue::Text(words.into())));
                    node.insert_before(link);
                }
            }
            _ => self.note(NoteKind::Html, piece),
        }
        node.detach();
    }

    /// True for a tag of another system's elements: it has attributes, or its other half stands beside it. What is not
    /// shown there goes with it.
    fn markup(&self, node: &'a AstNode<'a>, piece: &str) -> bool {
        let name = |piece: &str| -> String {
            let inner = piece.trim_start_matches(['<', '/']);
            inner.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | ':')).collect()
        };
        let own = name(piece);
        let closes = piece.starts_with("</");
        let beside = |sibling: &'a AstNode<'a>| match &sibling.data.borrow().value {
            NodeValue::HtmlInline(other) => name(other) == own && other.starts_with("</") != closes,
            _ => false,
        };
        if piece.contains("display:none") || piece.contains("display: none") {
            let following: Vec<_> = node.following_siblings().skip(1).collect();
            if let Some(end) = following.iter().position(|sibling| beside(sibling)) {
                following[..=end].iter().for_each(|inner| inner.detach());
            }
            return true;
        }
        if own.is_empty() {
            return false;
        }
        let open_before = closes && self.opened.borrow().contains(&own);
        let pair = !closes && node.following_siblings().skip(1).any(beside);
        if pair {
            self.opened.borrow_mut().push(own);
        }
        pair || open_before
            || (piece.contains("=\"") || piece.contains("={") || piece.trim_end_matches('>').ends_with('/'))
    }

    /// Puts what stands between a tag and its end into the element that it means.
    fn wrap(&self, node: &'a AstNode<'a>, tag: &html::Tag) {
        let ends = |sibling: &&'a AstNode<'a>| match &sibling.data.borrow().value {
            NodeValue::HtmlInline(piece) => html::tag(piece).is_some_and(|(t, _)| t.closes && t.name == tag.name),
            _ => false,
        };
        let following: Vec<_> = node.following_siblings().skip(1).collect();
        let Some(end) = following.iter().position(ends) else { return };
        let value = match tag.name.as_str() {
            "a" => NodeValue::Link(Box::new(NodeLink {
                url: tag.attribute("href").unwrap_or_default(),
                title: String::new(),
            })),
            "b" | "strong" => NodeValue::Strong,
            "i" | "em" | "var" => NodeValue::Emph,
            "del" | "s" => NodeValue::Strikethrough,
            "sub" | "sup" => {
                let words: String = following[..end].iter().map(|inner| words_of(inner)).collect();
                node.insert_before(self.make(NodeValue::Text(html::raised(&words, tag.name == "sup").into())));
                following[..=end].iter().for_each(|inner| inner.detach());
                return;
            }
            _ => {
                let words: String = following[..end].iter().map(|inner| words_of(inner)).collect();
                if words.is_empty() {
                    return;
                }
                node.insert_before(self.make(NodeValue::Code(NodeCode { num_backticks: 1, literal: words })));
                following[..=end].iter().for_each(|inner| inner.detach());
                return;
            }
        };
        let element = self.make(value);
        for inner in &following[..end] {
            inner.detach();
            element.append(inner);
        }
        following[end].detach();
        node.insert_before(element);
    }
}

/// Angle brackets of what is no element, escaped.
fn escape_unknown(markdown: &str) -> String {
    let mut out = String::new();
    let mut rest = markdown;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let here = &rest[at..];
        let autolink = here.starts_with("<http") || out.ends_with("](");
        if html::tag(here).is_none() && !autolink {
            out.push('\\');
        }
        out.push('<');
        rest = &here[1..];
    }
    out.push_str(rest);
    out
}
