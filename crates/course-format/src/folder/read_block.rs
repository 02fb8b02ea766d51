//! Reads the blocks of a unit.

use super::read_question::read_question;
use super::toml_in::Table;
use crate::model::{Block, BlockKind, CalloutStyle, Chapter, Synthetic};
use crate::problem::Code;

/// The types of block, as the format writes them.
pub(super) const BLOCK_TYPES: [&str; 12] = [
    "text",
    "callout",
    "image",
    "infographic",
    "video",
    "audio",
    "accordion",
    "steps",
    "flashcards",
    "practice",
    "download",
    "question",
];

/// All `[[block]]` of a unit. One without an id is `b1`, `b2`... by its place.
pub(super) fn read_blocks(unit: &Table<'_>) -> Vec<Block> {
    unit.tables("block")
        .iter()
        .enumerate()
        .map(|(index, t)| {
            let id = t.string("id").unwrap_or_else(|| format!("b{}", index + 1));
            t.about(&id);
            let kind = read_kind(t);
            // An unknown block keeps all its settings itself.
            let unknown = match kind {
                BlockKind::Unknown { .. } => crate::model::Unknown::new(),
                _ => t.rest(),
            };
            Block { unknown, ..Block::new(id, kind) }
        })
        .collect()
}

fn read_kind(t: &Table<'_>) -> BlockKind {
    let name = t.need_string("type");
    match name.as_str() {
        "text" => BlockKind::Text,
        "callout" => BlockKind::Callout { style: style(t) },
        "image" => {
            BlockKind::Image { file: t.need_string("file"), decorative: t.boolean("decorative").unwrap_or(false) }
        }
        "infographic" => BlockKind::Infographic { file: t.files("file") },
        "video" => BlockKind::Video {
            file: t.need_string("file"),
            seconds: t.need_count("seconds", 1),
            captions: t.language_files("captions"),
            poster: t.string("poster"),
            chapters: chapters(t),
            synthetic: synthetic(t),
        },
        "audio" => BlockKind::Audio { file: t.files("file"), seconds: t.seconds("seconds"), synthetic: synthetic(t) },
        "accordion" => BlockKind::Accordion { items: t.need_strings("items") },
        "steps" => BlockKind::Steps { items: t.need_strings("items") },
        "flashcards" => BlockKind::Flashcards { items: t.need_strings("items") },
        "practice" => BlockKind::Practice { minutes: t.need_count("minutes", 1) },
        "download" => BlockKind::Download { file: t.need_string("file") },
        "question" => match read_question(t) {
            Some(question) => BlockKind::Question(question),
            None => BlockKind::Unknown { name, settings: t.all_but(&["id", "type"]) },
        },
        other => {
            if t.has("type") {
                let problem = t.problem(Code::UnknownBlock, "type");
                t.add(problem.with("name", other).with("known", BLOCK_TYPES.join(", ")));
            }
            BlockKind::Unknown { name, settings: t.all_but(&["id", "type"]) }
        }
    }
}

fn style(t: &Table<'_>) -> CalloutStyle {
    let styles = [
        ("note", CalloutStyle::Note),
        ("tip", CalloutStyle::Tip),
        ("warning", CalloutStyle::Warning),
        ("example", CalloutStyle::Example),
        ("message", CalloutStyle::Message),
    ];
    t.choice("style", &styles).unwrap_or_default()
}

fn synthetic(t: &Table<'_>) -> Synthetic {
    let kinds = [("none", Synthetic::None), ("voice", Synthetic::Voice), ("silent", Synthetic::Silent)];
    t.choice("synthetic", &kinds).unwrap_or_default()
}

fn chapters(t: &Table<'_>) -> Vec<Chapter> {
    let one = |t: &Table<'_>| Chapter { id: t.need_string("id"), at: t.need_count("at", 0), unknown: t.rest() };
    t.tables("chapters").iter().map(one).collect()
}
