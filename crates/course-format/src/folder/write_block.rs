//! Writes the settings of blocks.

use super::toml_out::{Rows, Value};
use super::write_question::put_question;
use crate::model::{Block, BlockKind, CalloutStyle, Chapter, Synthetic};

/// A `[[block]]`.
pub(super) fn block_rows(block: &Block) -> Rows {
    let mut rows = Rows::default();
    rows.put("id", &block.id);
    if !block.type_name().is_empty() {
        rows.put("type", block.type_name());
    }
    match &block.kind {
        BlockKind::Text => {}
        BlockKind::Callout { style } => rows.put(
            "style",
            match style {
                CalloutStyle::Note => "note",
                CalloutStyle::Tip => "tip",
                CalloutStyle::Warning => "warning",
                CalloutStyle::Example => "example",
                CalloutStyle::Message => "message",
            },
        ),
        BlockKind::Image { file, decorative } => {
            rows.put("file", file);
            rows.put_unless("decorative", *decorative, false);
        }
        BlockKind::Infographic { file } => rows.put("file", file),
        BlockKind::Video { file, seconds, captions, poster, chapters, synthetic } => {
            rows.put("file", file);
            rows.put("seconds", *seconds);
            if !captions.is_empty() {
                rows.put("captions", captions);
            }
            rows.put_some("poster", poster.as_ref());
            if !chapters.is_empty() {
                rows.put("chapters", Value::Rows(chapters.iter().map(chapter).collect()));
            }
            put_synthetic(&mut rows, *synthetic);
        }
        BlockKind::Audio { file, seconds, synthetic } => {
            rows.put("file", file);
            rows.put("seconds", seconds);
            put_synthetic(&mut rows, *synthetic);
        }
        BlockKind::Accordion { items } | BlockKind::Steps { items } | BlockKind::Flashcards { items } => {
            rows.put("items", items);
        }
        BlockKind::Practice { minutes } => rows.put("minutes", *minutes),
        BlockKind::Download { file } => rows.put("file", file),
        BlockKind::Question(question) => put_question(&mut rows, question),
        BlockKind::Unknown { settings, .. } => rows.put_unknown(settings),
    }
    rows.put_unknown(&block.unknown);
    rows
}

fn chapter(chapter: &Chapter) -> Value {
    let mut rows = Rows::default();
    rows.put("id", &chapter.id);
    rows.put("at", chapter.at);
    rows.put_unknown(&chapter.unknown);
    rows.into_value()
}

fn put_synthetic(rows: &mut Rows, synthetic: Synthetic) {
    match synthetic {
        Synthetic::None => {}
        Synthetic::Voice => rows.put("synthetic", "voice"),
        Synthetic::Silent => rows.put("synthetic", "silent"),
    }
}
