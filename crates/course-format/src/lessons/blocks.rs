//! Makes blocks of a page: its headings part it into texts, its boxes become callouts, practice and things to unfold.

use serde_yaml_ng::Value;
use vocabulary::Locale;

use super::inline::{Carry, Media, carry};
use super::notes::{Note, NoteKind};
use super::sources::{Page, plain_title};
use super::tidy::{Piece, flat, pieces};
use crate::folder::sections::Fences;
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

/// What a box becomes.
enum Shape {
    Callout(CalloutStyle),
    Practice,
    Unfold,
    Goal,
    LeftOut,
    Open,
}

fn shape(class: &str) -> Shape {
    match class {
        "objectives" | "objective" | "goals" => Shape::Goal,
        "callout" | "note" | "info" | "important" | "questions" | "question" | "keypoints" | "prereq" | "abstract"
        | "seealso" | "checklist" | "admonition" | "testimonial" | "definition" | "summary" => {
            Shape::Callout(CalloutStyle::Note)
        }
        "tip" | "hint" | "success" => Shape::Callout(CalloutStyle::Tip),
        "warning" | "caution" | "danger" | "attention" | "error" => Shape::Callout(CalloutStyle::Warning),
        "example" | "discussion" | "quote" | "demo" => Shape::Callout(CalloutStyle::Example),
        "challenge" | "exercise" | "exercises" | "practice" | "activity" | "assignment" => Shape::Practice,
        "solution" | "spoiler" | "details" | "dropdown" | "answer" | "collapse" => Shape::Unfold,
        "instructor" | "instructors" => Shape::LeftOut,
        _ => Shape::Open,
    }
}

/// The words for a box that has no title of its own.
fn usual_title(class: &str, locale: Locale) -> &'static str {
    let [ca, es, en] = match class {
        "questions" | "question" => ["Preguntes", "Preguntas", "Questions"],
        "keypoints" | "summary" | "abstract" => ["Punts clau", "Puntos clave", "Key points"],
        "prereq" => ["Abans de començar", "Antes de empezar", "Before you start"],
        "checklist" => ["Llista de comprovació", "Lista de comprobación", "Checklist"],
        "discussion" => ["Per parlar-ne", "Para debatir", "To discuss"],
        "solution" | "answer" => ["Solució", "Solución", "Solution"],
        "challenge" | "exercise" | "exercises" | "practice" | "activity" | "assignment" => {
            ["Exercici", "Ejercicio", "Exercise"]
        }
        "spoiler" | "details" | "dropdown" | "collapse" => ["Més detalls", "Más detalles", "More details"],
        "tip" | "hint" | "success" => ["Consell", "Consejo", "Tip"],
        "warning" | "caution" | "danger" | "attention" | "error" => ["Atenció", "Atención", "Take care"],
        "seealso" => ["Vegeu també", "Véase también", "See also"],
        "example" | "demo" => ["Exemple", "Ejemplo", "Example"],
        _ => ["", "", ""],
    };
    match locale {
        Locale::Ca => ca,
        Locale::Es => es,
        Locale::En => en,
    }
}

/// Words that head a list of what is to be learnt.
const GOAL_WORDS: &[&str] = &[
    "objectives",
    "learning objectives",
    "learning goals",
    "goals",
    "objetivos",
    "objetivos de aprendizaje",
    "objectius",
    "objectius d'aprenentatge",
];

struct Builder<'a, 'm> {
    carry: &'a Carry<'a>,
    media: &'a mut Media<'m>,
    notes: &'a mut Vec<Note>,
    level: usize,
    minutes: u32,
    blocks: Vec<Block>,
    goal: String,
    pending_title: String,
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
        pending_title: String::new(),
        text: String::new(),
    };
    builder.front_callout(page, "questions");
    for piece in &pieces {
        builder.piece(piece);
    }
    builder.flush();
    builder.front_callout(page, "keypoints");
    if builder.blocks.is_empty() {
        // All that the page said became its goal: it is said as a text.
        let goal = builder.goal.clone();
        builder.push(BlockKind::Text, String::new(), goal);
    }
    for (at, block) in builder.blocks.iter_mut().enumerate() {
        block.id = format!("b{}", at + 1);
    }
    let goal = super::inline::carry(&builder.goal, carry, builder.media, builder.notes);
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
    texts.flat_map(|text| headings(text)).map(|(_, level, _)| level).min().unwrap_or(2)
}

/// The headings of a text: line, level, words.
fn headings(text: &str) -> Vec<(usize, usize, String)> {
    let mut fences = Fences::default();
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let level = line.bytes().take_while(|b| *b == b'#').count();
        if !fences.takes(line) && (1..=6).contains(&level) && line[level..].starts_with([' ', '\t']) {
            found.push((at, level, line[level..].trim().trim_end_matches('#').trim().to_owned()));
        }
    }
    found
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
                self.note(NoteKind::UnknownBox, class);
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
                let unfolds = |piece: &&Piece| matches!(piece, Piece::Boxed { class, .. } if matches!(shape(class), Shape::Unfold));
                let (solutions, task): (Vec<&Piece>, Vec<&Piece>) = inner.iter().partition(unfolds);
                let task: Vec<Piece> = task.into_iter().cloned().collect();
                let (title, body) = self.titled(class, title, &flat(&task));
                let minutes = self.minutes;
                self.push(BlockKind::Practice { minutes }, title, body);
                self.unfold(&solutions);
            }
            Shape::Unfold => {
                self.flush();
                let whole = Piece::Boxed { class: class.to_owned(), title: title.to_owned(), inner: inner.to_vec() };
                self.unfold(&[&whole]);
            }
        }
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

    /// The title of a box, from its mark, its first heading or its sort, and its body.
    fn titled(&mut self, class: &str, title: &str, inner: &str) -> (String, String) {
        let (heading, body) = title_and_body(inner);
        let found = [title, heading.as_str()].into_iter().find(|title| !title.trim().is_empty()).map(plain_title);
        let pending = std::mem::take(&mut self.pending_title);
        let title = found.or_else(|| Some(pending).filter(|title| !title.is_empty()));
        (title.unwrap_or_else(|| usual_title(class, self.carry.locale).to_owned()), body)
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
        carry(body, self.carry, self.media, self.notes)
    }

    /// Parts the text that has gathered at its highest headings.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let lines: Vec<&str> = text.lines().collect();
        let marks: Vec<(usize, usize, String)> =
            headings(&text).into_iter().filter(|(_, level, _)| *level <= self.level).collect();
        let first = marks.first().map_or(lines.len(), |(at, _, _)| *at);
        let title = std::mem::take(&mut self.pending_title);
        self.section(title, &lines[..first].join("\n"));
        for (number, (at, _, title)) in marks.iter().enumerate() {
            let end = marks.get(number + 1).map_or(lines.len(), |(at, _, _)| *at);
            self.section(plain_title(title), &lines[at + 1..end].join("\n"));
        }
    }

    fn section(&mut self, title: String, body: &str) {
        if body.trim().is_empty() {
            // The heading of a box that follows, if one does.
            self.pending_title = title;
            return;
        }
        self.pending_title.clear();
        if self.goal.trim().is_empty() && GOAL_WORDS.contains(&title.to_lowercase().as_str()) {
            self.goal = body.trim().to_owned();
            return;
        }
        self.push(BlockKind::Text, title, body.to_owned());
    }

    fn push(&mut self, kind: BlockKind, title: String, body: String) {
        let body = self.carried(&body);
        if body.trim().is_empty() {
            // Nothing is left of it but perhaps its title: it belongs to what follows.
            self.pending_title = title;
            return;
        }
        let mut block = Block::new("", kind);
        block.texts.insert(self.carry.locale, Section { title, body });
        self.blocks.push(block);
    }
}

/// A heading that a text begins with, and the rest.
fn title_and_body(text: &str) -> (String, String) {
    let text = text.trim_start_matches(['\n', ' ']);
    match headings(text).first() {
        Some((0, _, title)) => (title.clone(), text.lines().skip(1).collect::<Vec<_>>().join("\n")),
        _ => (String::new(), text.to_owned()),
    }
}
