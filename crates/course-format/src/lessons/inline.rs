//! Leads links and pictures of imported lessons where they belong now, and turns their little HTML into Markdown. A link
//! or picture that leads nowhere is shown as its words, and noted.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use comrak::nodes::{AstNode, NodeLink, NodeValue};
use comrak::{Arena, Options, format_commonmark, parse_document};
use vocabulary::Locale;

use super::html;
use super::notes::{Note, NoteKind};
use super::sources::Page;
use crate::check::{leads_out, template_tag};
use crate::folder::Files;
use crate::markdown::{options, words_of};

/// What leading links needs to know.
pub(super) struct Carry<'a> {
    /// The page that the text is of.
    pub page: &'a Page,
    /// The key of the unit that each page became, by path.
    pub places: &'a HashMap<String, String>,
    /// The language of the course.
    pub locale: Locale,
    /// The folder that holds all lessons, with a slash at its end.
    pub root: &'a str,
}

/// The media files that an import takes along.
pub(super) struct Media<'a> {
    files: &'a Files,
    /// Path in the course to path in the files.
    pub found: BTreeMap<String, String>,
    names: BTreeSet<String>,
}

/// Files that a lesson may bring along.
const MEDIA: &[&str] = &[
    "png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "csv", "txt", "zip", "xlsx", "docx", "pptx", "odt", "ods",
    "odp", "json", "py", "sh", "r", "ipynb", "mp3", "mp4", "webm", "ogg", "m4a", "vtt",
];

impl<'a> Media<'a> {
    pub(super) fn new(files: &'a Files) -> Self {
        Self { files, found: BTreeMap::new(), names: BTreeSet::new() }
    }

    /// The path in the course of a file of the lessons.
    fn take(&mut self, source: &str) -> Option<String> {
        let extension = source.rsplit_once('.').map(|(_, extension)| extension.to_lowercase())?;
        if !self.files.contains_key(source) || !MEDIA.contains(&extension.as_str()) {
            return None;
        }
        if let Some((path, _)) = self.found.iter().find(|(_, known)| *known == source) {
            return Some(path.clone());
        }
        let file = source.rsplit('/').next().unwrap_or(source);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let stem = super::sources::slug(stem, "file");
        let mut name = format!("{stem}.{extension}");
        let mut number = 2;
        while !self.names.insert(name.clone()) {
            name = format!("{stem}-{number}.{extension}");
            number += 1;
        }
        let path = format!("media/{name}");
        self.found.insert(path.clone(), source.to_owned());
        Some(path)
    }
}

fn writing() -> Options<'static> {
    let mut options = options();
    options.render.width = 0;
    options.render.prefer_fenced = true;
    options.render.r#unsafe = true;
    options
}

/// How many words a text has outside headings, links and heads of tables, and how many links.
pub(super) fn substance(markdown: &str) -> (usize, usize) {
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options());
    let (mut words, mut links) = (0, 0);
    for node in root.descendants() {
        let aside = node.ancestors().any(|above| {
            matches!(
                above.data.borrow().value,
                NodeValue::Heading(_) | NodeValue::Link(_) | NodeValue::Image(_) | NodeValue::TableRow(true)
            )
        });
        match &node.data.borrow().value {
            NodeValue::Link(_) => links += 1,
            NodeValue::Text(text) if !aside => words += crate::markdown::count_words(text),
            NodeValue::Code(code) if !aside => words += code.literal.split_whitespace().count(),
            NodeValue::CodeBlock(code) => words += code.literal.split_whitespace().count(),
            _ => {}
        }
    }
    (words, links)
}

/// A text as it stands in the course.
pub(super) fn carry(markdown: &str, carry: &Carry<'_>, media: &mut Media<'_>, notes: &mut Vec<Note>) -> String {
    let options = writing();
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options);
    let mut one = One { arena: &arena, carry, media, notes };
    one.html(root);
    let nodes: Vec<_> = root.descendants().collect();
    for node in nodes {
        one.node(node);
    }
    let mut out = String::new();
    match format_commonmark(root, &options, &mut out) {
        // A comment that keeps two lists apart is a device of the writer, not of the lesson.
        Ok(()) => out.replace("<!-- end list -->", "").trim().to_owned(),
        Err(_) => markdown.to_owned(),
    }
}

struct One<'a, 'n, 'm> {
    arena: &'a Arena<'a>,
    carry: &'n Carry<'n>,
    media: &'n mut Media<'m>,
    notes: &'n mut Vec<Note>,
}

impl<'a> One<'a, '_, '_> {
    fn note(&mut self, kind: NoteKind, detail: &str) {
        let note = Note::new(kind, &self.carry.page.path, detail);
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn make(&self, value: NodeValue) -> &'a AstNode<'a> {
        self.arena.alloc(value.into())
    }

    /// HTML becomes Markdown; words that only look like HTML become words.
    fn html(&mut self, root: &'a AstNode<'a>) {
        let nodes: Vec<_> = root.descendants().collect();
        for node in nodes {
            let value = node.data.borrow().value.clone();
            match value {
                NodeValue::HtmlBlock(block) => {
                    let markdown = html::to_markdown(&block.literal);
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
            if !piece.starts_with("<!--") {
                node.insert_before(self.make(NodeValue::Text(piece.to_owned().into())));
            }
            node.detach();
            return;
        };
        match tag.name.as_str() {
            "br" => node.insert_before(self.make(NodeValue::LineBreak)),
            "img" => {
                let url = tag.attribute("src").unwrap_or_default();
                let image = self.make(NodeValue::Image(Box::new(NodeLink { url, title: String::new() })));
                let alt = tag.attribute("alt").unwrap_or_default();
                image.append(self.make(NodeValue::Text(alt.into())));
                node.insert_before(image);
            }
            "a" | "b" | "strong" | "i" | "em" | "code" | "kbd" | "tt" if !tag.closes => self.wrap(node, &tag),
            _ => self.note(NoteKind::Html, piece),
        }
        node.detach();
    }

    /// Puts what stands between a tag and its end into the element that it means.
    fn wrap(&self, node: &'a AstNode<'a>, tag: &html::Tag) {
        let ends = |sibling: &&'a AstNode<'a>| match &sibling.data.borrow().value {
            NodeValue::HtmlInline(piece) => html::tag(piece).is_some_and(|(t, _)| t.closes && t.name == tag.name),
            _ => false,
        };
        let following: Vec<_> = node.following_siblings().skip(1).collect();
        let Some(end) = following.iter().position(|sibling| ends(sibling)) else { return };
        let value = match tag.name.as_str() {
            "a" => NodeValue::Link(Box::new(NodeLink {
                url: tag.attribute("href").unwrap_or_default(),
                title: String::new(),
            })),
            "b" | "strong" => NodeValue::Strong,
            "i" | "em" => NodeValue::Emph,
            _ => {
                let words: String = following[..end].iter().map(|inner| words_of(inner)).collect();
                node.insert_before(
                    self.make(NodeValue::Code(comrak::nodes::NodeCode { num_backticks: 1, literal: words })),
                );
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

    fn node(&mut self, node: &'a AstNode<'a>) {
        let value = node.data.borrow().value.clone();
        match value {
            NodeValue::Link(link) => self.link(node, *link),
            NodeValue::Image(link) => self.image(node, *link),
            NodeValue::Text(text) => {
                // What the line by line reading could not take out goes here.
                if let Some(tag) = template_tag(&text) {
                    self.note(NoteKind::TemplateTag, &tag);
                    let mut text = text.to_string();
                    for mark in ["{%", "%}", "{{", "}}", ":::", "{:", "{#", "{."] {
                        text = text.replace(mark, "");
                    }
                    node.data.borrow_mut().value = NodeValue::Text(text.into());
                }
            }
            _ => {}
        }
    }

    fn link(&mut self, node: &'a AstNode<'a>, mut link: NodeLink) {
        if leads_out(&link.url) || link.url.starts_with("unit:") {
            if words_of(node).trim().is_empty() && !node.children().any(is_image) {
                node.append(self.make(NodeValue::Text(link.url.clone().into())));
            }
            return;
        }
        match self.target(&link.url) {
            Some(url) => {
                link.url = url;
                node.data.borrow_mut().value = NodeValue::Link(Box::new(link));
            }
            None => {
                self.note(NoteKind::DeadLink, &link.url);
                let children: Vec<_> = node.children().collect();
                for child in children {
                    child.detach();
                    node.insert_before(child);
                }
                node.detach();
            }
        }
    }

    /// Where an address inside the lessons leads now.
    fn target(&mut self, url: &str) -> Option<String> {
        let path = url.split(['#', '?']).next().filter(|path| !path.is_empty())?;
        let has_scheme = path.split('/').next().is_some_and(|first| first.contains(':'));
        if has_scheme {
            return None;
        }
        for path in resolve(path, self.carry) {
            let without = path.trim_end_matches('/').trim_end_matches(".html").to_owned();
            let tries = [
                path.clone(),
                format!("{without}.md"),
                format!("{without}/README.md"),
                format!("{without}/index.md"),
                format!("{without}.Rmd"),
            ];
            if let Some(key) = tries.iter().find_map(|path| self.carry.places.get(path)) {
                return Some(format!("unit:{key}"));
            }
            if let Some(taken) = self.media.take(&path) {
                return Some(taken);
            }
        }
        None
    }

    fn image(&mut self, node: &'a AstNode<'a>, mut link: NodeLink) {
        let path = link.url.split(['#', '?']).next().unwrap_or_default().to_owned();
        let remote = link.url.contains("://") || link.url.starts_with("//");
        let found = if remote || path.is_empty() {
            None
        } else {
            resolve(&path, self.carry).iter().find_map(|path| self.media.take(path))
        };
        if let Some(url) = found {
            link.url = url;
            node.data.borrow_mut().value = NodeValue::Image(Box::new(link));
            return;
        }
        self.note(if remote { NoteKind::RemotePicture } else { NoteKind::MissingPicture }, &link.url);
        let words = words_of(node).trim().to_owned();
        if !words.is_empty() {
            let text = self.make(NodeValue::Text(words.into()));
            let in_link = node.parent().is_some_and(|above| matches!(above.data.borrow().value, NodeValue::Link(_)));
            if in_link {
                node.insert_before(text);
            } else {
                let emphasis = self.make(NodeValue::Emph);
                emphasis.append(text);
                node.insert_before(emphasis);
            }
        } else if let Some(above) = node.parent()
            && let NodeValue::Link(link) = &above.data.borrow().value
            && above.children().count() == 1
        {
            node.insert_before(self.make(NodeValue::Text(link.url.clone().into())));
        }
        node.detach();
    }
}

fn is_image(node: &AstNode<'_>) -> bool {
    matches!(node.data.borrow().value, NodeValue::Image(_))
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

/// The paths in the files that a path in a page may mean: from the page's folder, or from the root.
fn resolve(path: &str, carry: &Carry<'_>) -> Vec<String> {
    let path = decode(path);
    let folder = carry.page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let from_root = || normal(&format!("{}{}", carry.root, path.trim_start_matches('/')));
    let found = if path.starts_with('/') {
        [from_root(), normal(&path)]
    } else {
        [normal(&format!("{folder}/{path}")), from_root()]
    };
    found.into_iter().flatten().collect()
}

/// A path without `.` and `..`; None where it leads out of the files.
fn normal(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// `%20` as the blank that it stands for.
fn decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
