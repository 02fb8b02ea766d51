//! Makes blocks of a page: its headings part it into texts, its boxes become callouts, practice and things to unfold.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, parse_document};
use serde_yaml_ng::Value;

use super::definitions::Definitions;
use super::inline::{Carry, carry};
use super::media::Media;
use super::names::plain_title;
use super::notes::{Note, NoteKind};
use super::shapes::{ARRANGING, GOAL_WORDS, Shape, shape, usual_title};
use super::sources::Page;
use super::tidy::{Piece, flat, pieces};
use crate::markdown::options;
use crate::model::{Block, BlockKind, CalloutStyle, Section, Texts};

/// Minutes for an exercise where the page does not say how long its exercises take.
const EXERCISE_MINUTES: u32 = 5;

/// What a page became.
pub(super) struct Built {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Markdown: what one can do after it, where the page says so.
    pub goal: String,
}

struct Builder<'a, 'm> {
    carry: &'a Carry<'a>,
    media: &'a mut Media<'m>,
    notes: &'a mut Vec<Note>,
    level: usize,
    minutes: u32,
    blocks: Vec<Block>,
    goal: String,
    /// Headings that stood alone: they belong to what follows.
    pending: Vec<String>,
    /// Addresses and footnotes that the whole page shares.
    shared: Definitions,
    text: String,
}

/// The blocks of a page.
pub(super) fn build(page: &Page, carry: &Carry<'_>, media: &mut Media<'_>, notes: &mut Vec<Note>) -> Built {
    let (pieces, removed) = pieces(&page.text);
    for tag in removed {
        notes.push(Note::new(NoteKind::TemplateTag, &page.path, tag));
    }
    let exercises = pieces
        .iter()
        .filter(|piece| matches!(piece, Piece::Boxed { class, .. } if matches!(shape(class), Shape::Practice)))
        .count();
    let told = page
        .front
        .get("exercises")
        .and_then(Value::as_u64)
        .and_then(|minutes| u32::try_from(minutes).ok())
        .unwrap_or(0);
    let minutes = match u32::try_from(exercises) {
        Ok(count) if count > 0 && told >= count => told / count,
        _ => EXERCISE_MINUTES,
    };
    if exercises > 0 && minutes != told {
        notes.push(Note::new(NoteKind::ExerciseMinutes, &page.path, minutes.to_string()));
    }
    let mut builder = Builder {
        carry,
        media,
        notes,
        level: top_level(&pieces),
        minutes,
        blocks: Vec::new(),
        goal: front_list(&page.front, "objectives"),
        pending: Vec::new(),
        shared: Definitions::of(&flat(&pieces), carry.links),
        text: String::new(),
    };
    builder.front_callout(page, "questions");
    for piece in &pieces {
        builder.piece(piece);
    }
    builder.flush();
    builder.front_callout(page, "keypoints");
    builder.finish();
    if builder.blocks.is_empty() {
        // All that the page said became its goal: it is said as a text.
        let goal = builder.goal.clone();
        builder.push(BlockKind::Text, String::new(), goal);
    }
    for (at, block) in builder.blocks.iter_mut().enumerate() {
        block.id = format!("b{}", at + 1);
    }
    let goal = builder.goal.clone();
    let goal = builder.carried(&goal);
    Built { blocks: builder.blocks, goal }
}

/// A list of the front matter, as Markdown.
fn front_list(front: &Value, key: &str) -> String {
    let items = front.get(key).and_then(Value::as_sequence);
    let lines = items.into_iter().flatten().filter_map(Value::as_str).map(|item| format!("- {}", item.trim()));
    lines.collect::<Vec<_>>().join("\n")
}

/// The highest level of heading outside boxes.
fn top_level(pieces: &[Piece]) -> usize {
    let texts = pieces.iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(text),
        Piece::Boxed { .. } => None,
    });
    texts.flat_map(|text| headings(text)).map(|mark| mark.level).min().unwrap_or(2)
}

/// A heading outside boxes, lists and quotations.
struct Mark {
    /// Its first line, from 0.
    start: usize,
    /// The line behind it.
    end: usize,
    level: usize,
    title: String,
}

/// The headings of a text.
fn headings(text: &str) -> Vec<Mark> {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    let mark = |node: &AstNode<'_>| {
        let data = node.data.borrow();
        let NodeValue::Heading(heading) = &data.value else { return None };
        let (start, end) = (data.sourcepos.start.line.saturating_sub(1), data.sourcepos.end.line);
        // The words are taken from the line, so that marks inside them are seen.
        let line = text.lines().nth(start).unwrap_or_default();
        let title =
            if heading.setext { line.trim().to_owned() } else { line.trim().trim_matches('#').trim().to_owned() };
        Some(Mark { start, end: end.max(start + 1), level: usize::from(heading.level), title })
    };
    root.children().filter_map(mark).collect()
}

impl Builder<'_, '_> {
    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Text(text) => {
                self.text.push_str(text);
                self.text.push('\n');
            }
            Piece::Boxed { class, title, inner } => self.boxed(class, title, inner),
        }
    }

    fn boxed(&mut self, class: &str, title: &str, inner: &[Piece]) {
        match shape(class) {
            Shape::Open => {
                if !class.is_empty() && !ARRANGING.split(' ').any(|word| word == class) {
                    self.note(NoteKind::UnknownBox, class);
                }
                if !title.is_empty() {
                    self.text.push_str(&format!("\n**{title}**\n\n"));
                }
                inner.iter().for_each(|piece| self.piece(piece));
            }
            Shape::LeftOut => self.note(NoteKind::InstructorNote, &flat(inner)),
            Shape::Goal => {
                let (_, body) = title_and_body(&flat(inner));
                self.goal.push_str(&format!("\n\n{body}"));
            }
            Shape::Callout(style) => {
                self.flush();
                let (title, body) = self.titled(class, title, &flat(inner));
                self.push(BlockKind::Callout { style }, title, body);
            }
            Shape::Practice => {
                self.flush();
                self.practice(class, title, inner);
            }
            Shape::Unfold => {
                self.flush();
                let whole = Piece::Boxed { class: class.to_owned(), title: title.to_owned(), inner: inner.to_vec() };
                self.unfold(&[&whole]);
            }
        }
    }

    /// A practice and its solutions, in their order: what comes after a solution is text.
    fn practice(&mut self, class: &str, title: &str, inner: &[Piece]) {
        let unfolds = |piece: &Piece| matches!(piece, Piece::Boxed { class, .. } if shape(class) == Shape::Unfold);
        let first = inner.iter().position(unfolds).unwrap_or(inner.len());
        let (title, body) = self.titled(class, title, &flat(&inner[..first]));
        let minutes = self.minutes;
        self.push(BlockKind::Practice { minutes }, title, body);
        let mut rest = &inner[first..];
        while !rest.is_empty() {
            let solutions = rest.iter().take_while(|piece| unfolds(piece)).count();
            self.unfold(&rest[..solutions].iter().collect::<Vec<_>>());
            rest = &rest[solutions..];
            let more = rest.iter().take_while(|piece| !unfolds(piece)).count();
            if more > 0 {
                let (title, body) = title_and_body(&flat(&rest[..more]));
                let title = self.plain(&title);
                self.push(BlockKind::Text, title, body);
            }
            rest = &rest[more..];
        }
    }

    /// A title in plain words, reference links resolved.
    fn plain(&self, title: &str) -> String {
        if title.trim().is_empty() { String::new() } else { plain_title(&self.shared.title(title)) }
    }

    /// A block to unfold, with an item for each box.
    fn unfold(&mut self, boxes: &[&Piece]) {
        let mut items = Vec::new();
        for piece in boxes {
            let Piece::Boxed { class, title, inner } = piece else { continue };
            let (title, body) = self.titled(class, title, &flat(inner));
            let body = self.carried(&body);
            if !body.trim().is_empty() {
                items.push((title, body));
            }
        }
        if items.is_empty() {
            return;
        }
        let ids: Vec<String> = (1..=items.len()).map(|number| format!("p{number}")).collect();
        let mut block = Block::new("", BlockKind::Accordion { items: ids.clone() });
        block.texts.insert(self.carry.locale, Section::default());
        for (id, (title, body)) in ids.into_iter().zip(items) {
            block.parts.insert(id, Texts::from_iter([(self.carry.locale, Section { title, body })]));
        }
        self.blocks.push(block);
    }

    /// The title of a box, from its mark, its first heading or its sort, and its body. Headings that stood alone above it come first.
    fn titled(&mut self, class: &str, title: &str, inner: &str) -> (String, String) {
        let (heading, body) = title_and_body(inner);
        let mut titles = std::mem::take(&mut self.pending);
        titles.extend([self.plain(title), self.plain(&heading)].into_iter().filter(|title| !title.trim().is_empty()));
        if titles.is_empty() {
            return (usual_title(class, self.carry.locale).to_owned(), body);
        }
        self.headed(titles, &body)
    }

    /// The first of several titles, and a body with the others as headings in it.
    fn headed(&self, mut titles: Vec<String>, body: &str) -> (String, String) {
        titles.dedup();
        let first = if titles.is_empty() { String::new() } else { titles.remove(0) };
        let hashes = "#".repeat(self.level.clamp(2, 6));
        let others: String = titles.iter().map(|title| format!("{hashes} {title}\n\n")).collect();
        (first, others + body)
    }

    fn front_callout(&mut self, page: &Page, key: &str) {
        let body = front_list(&page.front, key);
        if !body.is_empty() {
            let title = usual_title(key, self.carry.locale).to_owned();
            self.push(BlockKind::Callout { style: CalloutStyle::Note }, title, body);
        }
    }

    fn note(&mut self, kind: NoteKind, detail: &str) {
        self.notes.push(Note::new(kind, &self.carry.page.path, detail));
    }

    fn carried(&mut self, body: &str) -> String {
        let body = self.shared.with(body);
        carry(&body, self.carry, self.media, self.notes)
    }

    /// Parts the text that has gathered at its highest headings.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let lines: Vec<&str> = text.lines().collect();
        let marks: Vec<Mark> = headings(&text).into_iter().filter(|mark| mark.level <= self.level).collect();
        let first = marks.first().map_or(lines.len(), |mark| mark.start);
        self.section(None, &lines[..first].join("\n"));
        for (number, mark) in marks.iter().enumerate() {
            let end = marks.get(number + 1).map_or(lines.len(), |mark| mark.start);
            self.section(Some(self.plain(&mark.title)), &lines[mark.end.min(end)..end].join("\n"));
        }
    }

    fn section(&mut self, title: Option<String>, body: &str) {
        if body.trim().is_empty() {
            // The heading of what follows, if something does.
            self.pending.extend(title.filter(|title| !title.is_empty()));
            return;
        }
        let is_goal = title.as_ref().is_some_and(|title| {
            GOAL_WORDS.contains(
                &title.to_lowercase().trim_end_matches([':', '.', ' ']).trim_matches(|c: char| !c.is_alphanumeric()),
            )
        });
        if self.goal.trim().is_empty() && is_goal && self.pending.is_empty() {
            // What has headings of its own is no goal any more.
            let end = headings(body).first().map_or(body.lines().count(), |mark| mark.start);
            let lines: Vec<&str> = body.lines().collect();
            lines[..end].join("\n").trim().clone_into(&mut self.goal);
            if end < lines.len() {
                self.section(None, &lines[end..].join("\n"));
            }
            return;
        }
        let mut titles = std::mem::take(&mut self.pending);
        titles.extend(title.filter(|title| !title.is_empty()));
        let (title, body) = self.headed(titles, body);
        self.push(BlockKind::Text, title, body);
    }

    fn push(&mut self, kind: BlockKind, title: String, body: String) {
        let body = self.carried(&body);
        if body.trim().is_empty() {
            // Nothing is left of it but perhaps its title: it belongs to what follows.
            self.pending.extend(Some(title).filter(|title| !title.is_empty()));
            return;
        }
        let mut block = Block::new("", kind);
        block.texts.insert(self.carry.locale, Section { title, body });
        self.blocks.push(block);
    }

    /// Headings that nothing followed are said at the end.
    fn finish(&mut self) {
        let titles = std::mem::take(&mut self.pending);
        if titles.is_empty() {
            return;
        }
        let locale = self.carry.locale;
        let last = self.blocks.last_mut().filter(|block| matches!(block.kind, BlockKind::Text));
        match last.and_then(|block| block.texts.iter_mut().find(|(known, _)| *known == locale)) {
            Some((_, section)) => {
                let hashes = "#".repeat(self.level.clamp(2, 6));
                let words: String = titles.iter().map(|title| format!("\n\n{hashes} {title}")).collect();
                section.body.push_str(&words);
            }
            None => self.push(BlockKind::Text, String::new(), titles.join("\n\n")),
        }
    }
}

/// A heading that a text begins with, and the rest.
fn title_and_body(text: &str) -> (String, String) {
    let text = text.trim_start_matches(['\n', ' ']);
    match headings(text).first() {
        Some(mark) if mark.start == 0 => {
            (mark.title.clone(), text.lines().skip(mark.end).collect::<Vec<_>>().join("\n"))
        }
        _ => (String::new(), text.to_owned()),
    }
}
