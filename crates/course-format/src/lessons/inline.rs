//! Leads links and pictures of imported lessons where they belong now, and turns their little HTML into Markdown. A link
//! or picture that leads nowhere is shown as its words, and noted.

use std::cell::RefCell;

use comrak::nodes::{AstNode, NodeCode, NodeCodeBlock, NodeLink, NodeValue};
use comrak::{Arena, Options, format_commonmark, parse_document};
use vocabulary::Locale;

use super::links::Places;
use super::media::Media;
use super::notes::{Note, NoteKind};
use super::sources::Page;
use crate::check::{leads_out, template_tag};
use crate::folder::sections::Fences;
use crate::markdown::{options, words_of};

/// What leading links needs to know.
pub(super) struct Carry<'a> {
    /// The page that the text is of.
    pub page: &'a Page,
    /// Where the pages went.
    pub places: &'a Places,
    /// The language of the course.
    pub locale: Locale,
    /// Addresses of reference links that all pages share.
    pub links: &'a str,
}

fn writing() -> Options<'static> {
    let mut options = options();
    options.render.width = 0;
    options.render.prefer_fenced = true;
    options.render.r#unsafe = true;
    options.extension.math_dollars = true;
    options.extension.shortcodes = true;
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
    let mut one = One { arena: &arena, carry, media, notes, opened: RefCell::new(Vec::new()) };
    one.fences(root);
    one.html(root);
    one.formulas(root);
    let nodes: Vec<_> = root.descendants().collect();
    for node in nodes {
        one.node(node);
    }
    let mut out = String::new();
    if root.validate().is_err() {
        // What cannot be written as Markdown stays as it was.
        return markdown.to_owned();
    }
    match format_commonmark(root, &options, &mut out) {
        // A comment that keeps two lists apart is a device of the writer, not of the lesson.
        Ok(()) => out.replace("<!-- end list -->", "").trim().to_owned(),
        Err(_) => markdown.to_owned(),
    }
}

/// One text on its way.
pub(super) struct One<'a, 'n, 'm> {
    pub(super) arena: &'a Arena<'a>,
    carry: &'n Carry<'n>,
    media: &'n mut Media<'m>,
    notes: &'n mut Vec<Note>,
    /// Elements of other systems that were opened and not yet closed.
    pub(super) opened: RefCell<Vec<String>>,
}

impl<'a> One<'a, '_, '_> {
    pub(super) fn note(&mut self, kind: NoteKind, detail: &str) {
        let note = Note::new(kind, &self.carry.page.path, detail);
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    pub(super) fn make(&self, value: NodeValue) -> &'a AstNode<'a> {
        self.arena.alloc(value.into())
    }

    /// Fences that stand so far in that they became code themselves are read as what they were meant to be.
    fn fences(&mut self, root: &'a AstNode<'a>) {
        let nodes: Vec<_> = root.descendants().collect();
        for node in nodes {
            let literal = match &node.data.borrow().value {
                NodeValue::CodeBlock(code) if !code.fenced && is_fenced(&code.literal) => code.literal.clone(),
                _ => continue,
            };
            let inner = parse_document(self.arena, &literal, &writing());
            let children: Vec<_> = inner.children().collect();
            for child in children {
                child.detach();
                node.insert_before(child);
            }
            node.detach();
        }
    }

    /// Formulas become code, which nothing changes any more, and names of emoji the emoji.
    fn formulas(&mut self, root: &'a AstNode<'a>) {
        let nodes: Vec<_> = root.descendants().collect();
        for node in nodes {
            let value = node.data.borrow().value.clone();
            let value = match value {
                NodeValue::ShortCode(code) => NodeValue::Text(code.emoji.into()),
                NodeValue::Math(math) => {
                    let fence = if math.display_math { "$$" } else { "$" };
                    if !is_formula(math.literal.trim()) {
                        NodeValue::Text(format!("{fence}{}{fence}", math.literal).into())
                    } else {
                        self.note(NoteKind::Formula, &math.literal);
                        let alone = node.parent().is_some_and(|above| {
                            matches!(above.data.borrow().value, NodeValue::Paragraph) && above.children().count() == 1
                        });
                        if math.display_math && alone {
                            self.formula_block(node, &math.literal);
                            continue;
                        }
                        let literal = math.literal.split_whitespace().collect::<Vec<_>>().join(" ");
                        NodeValue::Code(NodeCode { num_backticks: 1, literal })
                    }
                }
                _ => continue,
            };
            node.data.borrow_mut().value = value;
        }
    }

    fn formula_block(&self, node: &'a AstNode<'a>, literal: &str) {
        let block = NodeCodeBlock {
            fenced: true,
            fence_char: b'`',
            fence_length: 3,
            info: "latex".into(),
            literal: format!("{}\n", literal.trim_matches('\n')),
            ..NodeCodeBlock::default()
        };
        if let Some(paragraph) = node.parent() {
            paragraph.insert_before(self.make(NodeValue::CodeBlock(Box::new(block))));
            paragraph.detach();
        }
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
        if let Some(key) = self.carry.places.unit(path, &self.carry.page.path) {
            return Some(format!("unit:{key}"));
        }
        let paths = self.carry.places.resolve(path, &self.carry.page.path);
        paths.iter().find_map(|path| self.media.take(path))
    }

    fn image(&mut self, node: &'a AstNode<'a>, mut link: NodeLink) {
        let path = link.url.split(['#', '?']).next().unwrap_or_default().to_owned();
        let remote = link.url.contains("://") || link.url.starts_with("//");
        let found = if remote || path.is_empty() {
            None
        } else {
            let paths = self.carry.places.resolve(&path, &self.carry.page.path);
            paths.iter().find_map(|path| self.media.take(path)).or_else(|| self.media.take_by_name(&path))
        };
        if let Some(url) = found {
            link.url = url;
            node.data.borrow_mut().value = NodeValue::Image(Box::new(link));
            return;
        }
        let paths = self.carry.places.resolve(&path, &self.carry.page.path);
        let kind = match remote {
            true => NoteKind::RemotePicture,
            false if self.media.is_unusable(&paths) => NoteKind::Unusable,
            false => NoteKind::MissingPicture,
        };
        self.note(kind, &link.url);
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

/// True for what is a formula; false for two prices in a line.
fn is_formula(literal: &str) -> bool {
    let told = literal.contains(['\\', '^', '_', '=', '+', '<', '>', '{']);
    told || (literal.chars().filter(|c| c.is_alphabetic()).count() <= 3
        && !literal.trim().is_empty()
        && !literal.contains(' '))
}

/// True for code that is itself a fence, or several, with what stands between them.
fn is_fenced(literal: &str) -> bool {
    let mut fences = Fences::default();
    let first = literal.trim_start().starts_with("```") || literal.trim_start().starts_with("~~~");
    literal.lines().for_each(|line| {
        fences.takes(line);
    });
    first && fences.closing().is_none()
}

fn is_image(node: &AstNode<'_>) -> bool {
    matches!(node.data.borrow().value, NodeValue::Image(_))
}
