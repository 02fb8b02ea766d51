//! Reads the settings and keys of questions.

use super::toml_in::Table;
use crate::model::{Area, Gap, GapMode, Question, QuestionKind, Spot, WrongNumber, WrongText};
use crate::problem::Code;

/// The sorts of question, as the format writes them.
pub(super) const QUESTION_KINDS: [&str; 12] = [
    "single",
    "multiple",
    "truefalse",
    "text",
    "numeric",
    "ordering",
    "matching",
    "categorise",
    "gaps",
    "hotspot",
    "label",
    "scale",
];

/// A question, or None where the sort is not known; that is reported.
pub(super) fn read_question(t: &Table<'_>) -> Option<Question> {
    let kind = read_kind(t)?;
    Some(Question {
        points: t.count("points", 0).unwrap_or(1),
        tries: t.count("tries", 0).unwrap_or(0),
        pool: t.string("pool"),
        kind,
    })
}

fn read_kind(t: &Table<'_>) -> Option<QuestionKind> {
    let name = t.need_string("question");
    Some(match name.as_str() {
        "single" => QuestionKind::Single {
            options: t.need_strings("options"),
            correct: t.need_string("correct"),
            shuffle: t.boolean("shuffle").unwrap_or(true),
        },
        "multiple" => QuestionKind::Multiple {
            options: t.need_strings("options"),
            correct: needed(t, "correct", Table::word_or_words),
            shuffle: t.boolean("shuffle").unwrap_or(true),
        },
        "truefalse" => {
            QuestionKind::TrueFalse { correct: needed(t, "correct", |t, key| t.boolean(key).unwrap_or_default()) }
        }
        "text" => QuestionKind::Text { accept: needed(t, "accept", Table::accept), wrong: wrong_texts(t) },
        "numeric" => QuestionKind::Numeric {
            value: t.need_number("value"),
            tolerance: tolerance(t),
            units: t.strings("units"),
            wrong: wrong_numbers(t),
        },
        "ordering" => QuestionKind::Ordering { items: t.need_strings("items") },
        "matching" => {
            QuestionKind::Matching { pairs: needed(t, "pairs", Table::pairs), distractors: t.strings("extra") }
        }
        "categorise" => QuestionKind::Categorise {
            categories: t.need_strings("categories"),
            items: needed(t, "items", Table::word_table),
        },
        "gaps" => gaps(t),
        "hotspot" => QuestionKind::Hotspot {
            file: t.need_string("file"),
            areas: areas(t),
            correct: needed(t, "correct", Table::word_or_words),
        },
        "label" => {
            QuestionKind::Label { file: t.need_string("file"), spots: spots(t), labels: t.need_strings("labels") }
        }
        "scale" => QuestionKind::Scale { from: end(t, "from"), to: end(t, "to") },
        other => {
            if t.has("question") {
                let problem = t.problem(Code::UnknownQuestion, "question");
                t.add(problem.with("name", other).with("known", QUESTION_KINDS.join(", ")));
            }
            return None;
        }
    })
}

fn needed<'a, T>(t: &Table<'a>, key: &'static str, get: impl Fn(&Table<'a>, &'static str) -> T) -> T {
    if !t.has(key) {
        t.missing(key);
    }
    get(t, key)
}

fn end(t: &Table<'_>, key: &'static str) -> i32 {
    needed(t, key, |t, key| t.whole(key, -100, 100).and_then(|n| i32::try_from(n).ok()).unwrap_or_default())
}

fn tolerance(t: &Table<'_>) -> f64 {
    let tolerance = t.number("tolerance").unwrap_or(0.0);
    if tolerance < 0.0 {
        t.wrong("tolerance", "0, 0.5…");
    }
    tolerance.max(0.0)
}

fn wrong_texts(t: &Table<'_>) -> Vec<WrongText> {
    let one = |t: &Table<'_>| WrongText {
        id: t.need_string("id"),
        accept: needed(t, "accept", Table::accept),
        unknown: t.rest(),
    };
    t.tables("wrong").iter().map(one).collect()
}

fn wrong_numbers(t: &Table<'_>) -> Vec<WrongNumber> {
    let one = |t: &Table<'_>| WrongNumber { id: t.need_string("id"), value: t.need_number("value"), unknown: t.rest() };
    t.tables("wrong").iter().map(one).collect()
}

fn gaps(t: &Table<'_>) -> QuestionKind {
    let modes = [("typed", GapMode::Typed), ("chosen", GapMode::Chosen), ("dragged", GapMode::Dragged)];
    let mode = needed(t, "mode", |t, key| t.choice(key, &modes)).unwrap_or_default();
    let typed = mode == GapMode::Typed;
    let one = |t: &Table<'_>| Gap {
        id: t.need_string("id"),
        accept: if typed { needed(t, "accept", Table::accept) } else { crate::model::Accept::new() },
        correct: if typed { None } else { Some(t.need_string("correct")) },
        unknown: t.rest(),
    };
    let options = if typed { Vec::new() } else { t.need_strings("options") };
    QuestionKind::Gaps { mode, options, gaps: needed(t, "gaps", |t, key| t.tables(key).iter().map(one).collect()) }
}

fn areas(t: &Table<'_>) -> Vec<Area> {
    let one = |t: &Table<'_>| Area {
        id: t.need_string("id"),
        x: t.need_number("x"),
        y: t.need_number("y"),
        w: t.need_number("w"),
        h: t.need_number("h"),
        unknown: t.rest(),
    };
    needed(t, "areas", |t, key| t.tables(key).iter().map(one).collect())
}

fn spots(t: &Table<'_>) -> Vec<Spot> {
    let one = |t: &Table<'_>| Spot {
        id: t.need_string("id"),
        x: t.need_number("x"),
        y: t.need_number("y"),
        correct: t.need_string("correct"),
        unknown: t.rest(),
    };
    needed(t, "spots", |t, key| t.tables(key).iter().map(one).collect())
}
