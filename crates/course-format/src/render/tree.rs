//! Changes to the parsed text before it becomes HTML.

use std::collections::HashMap;

use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};

use crate::MediaFiles;
use crate::markdown::words_of;
use crate::model::is_key;

/// The level of the highest heading in a body.
const FIRST_LEVEL: u8 = 3;

/// Takes raw HTML out, shifts headings, and leads links and pictures where they belong.
pub(super) fn prepare<'a>(arena: &'a Arena<'a>, root: &'a AstNode<'a>, media: &dyn MediaFiles) {
    let nodes: Vec<&'a AstNode<'a>> = root.descendants().collect();
    let top = nodes.iter().filter_map(|node| level(node)).min().unwrap_or(FIRST_LEVEL);
    let mut notes: HashMap<String, String> = HashMap::new();
    for node in &nodes {
        if let NodeValue::FootnoteReference(note) = &node.data.borrow().value {
            notes.insert(note.name.clone(), note.ix.to_string());
        }
    }
    for node in nodes {
        let value = node.data.borrow().value.clone();
        match value {
            NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) => node.detach(),
            NodeValue::Heading(mut heading) => {
                heading.level = (heading.level - top + FIRST_LEVEL).min(6);
                node.data.borrow_mut().value = NodeValue::Heading(heading);
            }
            NodeValue::Link(mut link) => {
                if let Some(key) = link.url.strip_prefix("unit:").filter(|key| is_key(key)) {
                    // comrak writes no attributes of ours: the tag is put around the words instead.
                    let open = format!("<a data-unit=\"{key}\" href=\"../{key}\">");
                    unwrap(arena, node, &open, "</a>");
                } else if link.url.starts_with("media/") {
                    link.url = media.url(&link.url);
                    node.data.borrow_mut().value = NodeValue::Link(link);
                }
            }
            NodeValue::Image(link) => {
                if link.url.starts_with("media/") {
                    let picture = picture(media, &link.url, &words_of(node));
                    node.insert_before(arena.alloc(NodeValue::Raw(picture).into()));
                    node.detach();
                } else {
                    replace_by_words(arena, node);
                }
            }
            NodeValue::FootnoteReference(mut note) => {
                note.name = note.ix.to_string();
                node.data.borrow_mut().value = NodeValue::FootnoteReference(note);
            }
            NodeValue::FootnoteDefinition(mut note) => {
                if let Some(number) = notes.get(&note.name) {
                    note.name.clone_from(number);
                    node.data.borrow_mut().value = NodeValue::FootnoteDefinition(note);
                }
            }
            NodeValue::TaskItem(task) => as_item(arena, node, task.symbol.is_some()),
            _ => {}
        }
    }
}

fn level(node: &AstNode<'_>) -> Option<u8> {
    match node.data.borrow().value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    }
}

/// Puts the children of a node in its place, between two pieces of HTML.
fn unwrap<'a>(arena: &'a Arena<'a>, node: &'a AstNode<'a>, open: &str, close: &str) {
    let raw = |html: &str| arena.alloc(NodeValue::Raw(html.to_owned()).into());
    node.insert_before(raw(open));
    let children: Vec<_> = node.children().collect();
    for child in children {
        child.detach();
        node.insert_before(child);
    }
    node.insert_before(raw(close));
    node.detach();
}

/// A picture of the course with its size, which comrak would not write.
fn picture(media: &dyn MediaFiles, path: &str, words: &str) -> String {
    let size = media.size(path).map(|size| format!(" width=\"{}\" height=\"{}\"", size.width, size.height));
    let (url, words) = (ammonia::clean_text(&media.url(path)), ammonia::clean_text(words));
    format!("<img src=\"{url}\" alt=\"{words}\"{}>", size.unwrap_or_default())
}

/// A picture that is not the course's own is shown as its words.
fn replace_by_words<'a>(arena: &'a Arena<'a>, node: &'a AstNode<'a>) {
    let words = words_of(node);
    if !words.trim().is_empty() {
        let emphasis = arena.alloc(NodeValue::Emph.into());
        emphasis.append(arena.alloc(NodeValue::Text(words.into()).into()));
        node.insert_before(emphasis);
    }
    node.detach();
}

/// A task that can only be read is a mark in front of its words: a box that cannot be ticked helps nobody.
fn as_item<'a>(arena: &'a Arena<'a>, node: &'a AstNode<'a>, done: bool) {
    let list = node.parent().and_then(|parent| match &parent.data.borrow().value {
        NodeValue::List(list) => Some(*list),
        _ => None,
    });
    let Some(list) = list else { return };
    node.data.borrow_mut().value = NodeValue::Item(list);
    let mark = arena.alloc(NodeValue::Text(if done { "☑ " } else { "☐ " }.into()).into());
    match node.first_child() {
        Some(first) if first.data.borrow().value.contains_inlines() => first.prepend(mark),
        _ => node.prepend(mark),
    }
}
