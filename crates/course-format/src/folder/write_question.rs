//! Writes the settings and keys of questions.

use super::toml_out::{Rows, Value};
use crate::model::{GapMode, Question, QuestionKind};

/// The settings of a question, in the order of the format's page.
pub(super) fn put_question(rows: &mut Rows, question: &Question) {
    rows.put("question", question.kind.name());
    rows.put_unless("points", question.points, 1);
    rows.put_unless("tries", question.tries, 0);
    rows.put_some("pool", question.pool.as_ref());
    match &question.kind {
        QuestionKind::Single { options, correct, shuffle } => {
            rows.put("options", options);
            rows.put("correct", correct);
            rows.put_unless("shuffle", *shuffle, true);
        }
        QuestionKind::Multiple { options, correct, shuffle } => {
            rows.put("options", options);
            rows.put("correct", correct);
            rows.put_unless("shuffle", *shuffle, true);
        }
        QuestionKind::TrueFalse { correct } => rows.put("correct", *correct),
        QuestionKind::Text { accept, wrong } => {
            rows.put("accept", accept);
            let row = |w: &crate::model::WrongText| {
                let mut row = Rows::default();
                row.put("id", &w.id);
                row.put("accept", &w.accept);
                row.put_unknown(&w.unknown);
                row.into_value()
            };
            put_rows(rows, "wrong", wrong, row);
        }
        QuestionKind::Numeric { value, tolerance, units, wrong } => {
            rows.put("value", *value);
            rows.put_unless("tolerance", *tolerance, 0.0);
            rows.put_list("units", units);
            let row = |w: &crate::model::WrongNumber| {
                let mut row = Rows::default();
                row.put("id", &w.id);
                row.put("value", w.value);
                row.put_unknown(&w.unknown);
                row.into_value()
            };
            put_rows(rows, "wrong", wrong, row);
        }
        QuestionKind::Ordering { items } => rows.put("items", items),
        QuestionKind::Matching { pairs, distractors } => {
            let pair = |pair: &[String; 2]| Value::List(pair.iter().map(Value::from).collect());
            rows.put("pairs", Value::List(pairs.iter().map(pair).collect()));
            rows.put_list("extra", distractors);
        }
        QuestionKind::Categorise { categories, items } => {
            rows.put("categories", categories);
            rows.put("items", Value::Table(items.iter().map(|(id, to)| (id.clone(), to.into())).collect()));
        }
        QuestionKind::Gaps { mode, options, gaps } => {
            let name = match mode {
                GapMode::Typed => "typed",
                GapMode::Chosen => "chosen",
                GapMode::Dragged => "dragged",
            };
            rows.put("mode", name);
            rows.put_list("options", options);
            let row = |gap: &crate::model::Gap| {
                let mut row = Rows::default();
                row.put("id", &gap.id);
                if *mode == GapMode::Typed {
                    row.put("accept", &gap.accept);
                }
                row.put_some("correct", gap.correct.as_ref());
                row.put_unknown(&gap.unknown);
                row.into_value()
            };
            rows.put("gaps", Value::Rows(gaps.iter().map(row).collect()));
        }
        QuestionKind::Hotspot { file, areas, correct } => {
            rows.put("file", file);
            let row = |area: &crate::model::Area| {
                let mut row = Rows::default();
                row.put("id", &area.id);
                for (key, value) in [("x", area.x), ("y", area.y), ("w", area.w), ("h", area.h)] {
                    row.put(key, value);
                }
                row.put_unknown(&area.unknown);
                row.into_value()
            };
            rows.put("areas", Value::Rows(areas.iter().map(row).collect()));
            rows.put("correct", correct);
        }
        QuestionKind::Label { file, spots, labels } => {
            rows.put("file", file);
            let row = |spot: &crate::model::Spot| {
                let mut row = Rows::default();
                row.put("id", &spot.id);
                row.put("x", spot.x);
                row.put("y", spot.y);
                row.put("correct", &spot.correct);
                row.put_unknown(&spot.unknown);
                row.into_value()
            };
            rows.put("spots", Value::Rows(spots.iter().map(row).collect()));
            rows.put("labels", labels);
        }
        QuestionKind::Scale { from, to } => {
            rows.put("from", *from);
            rows.put("to", *to);
        }
    }
}

fn put_rows<T>(rows: &mut Rows, key: &str, list: &[T], row: impl Fn(&T) -> Value) {
    if !list.is_empty() {
        rows.put(key, Value::Rows(list.iter().map(row).collect()));
    }
}
