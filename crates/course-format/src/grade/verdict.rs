//! The verdict on an answer: how much of it is right, and which of its parts.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use vocabulary::Locale;

use super::Answer;
use super::number::{number_matches, readings};
use super::text::text_matches;
use crate::fold::fold;
use crate::model::{Accept, Gap, GapMode, Question, QuestionKind};

/// How right an answer is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// 0 to 1.
    pub fraction: f64,
    /// True when all of it is right. An opinion always is.
    pub right: bool,
    /// One for each thing that the learner chose or placed.
    pub parts: Vec<PartVerdict>,
}

/// Whether one part of an answer is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartVerdict {
    /// The id of the option, item, gap, spot or known wrong answer.
    pub id: String,
    /// Whether it is right where the learner put it.
    pub right: bool,
}

impl Verdict {
    fn none() -> Self {
        Self { fraction: 0.0, right: false, parts: Vec::new() }
    }

    fn whole(right: bool, parts: Vec<PartVerdict>) -> Self {
        Self { fraction: if right { 1.0 } else { 0.0 }, right, parts }
    }

    /// The share of right ones among all that there are.
    fn share(parts: Vec<PartVerdict>, of: usize) -> Self {
        let right = parts.iter().filter(|part| part.right).count();
        Self { fraction: ratio(right, of), right: of > 0 && right == of, parts }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a question has few parts")]
fn ratio(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}

fn part(id: &str, right: bool) -> PartVerdict {
    PartVerdict { id: id.to_owned(), right }
}

/// Grades an answer. One of another sort than the question is wrong.
#[must_use]
pub fn grade(question: &Question, answer: &Answer) -> Verdict {
    match (&question.kind, answer) {
        (QuestionKind::Single { options, correct, .. }, Answer::Single { option }) => {
            let parts = if options.contains(option) { vec![part(option, option == correct)] } else { Vec::new() };
            Verdict::whole(options.contains(option) && option == correct, parts)
        }
        (QuestionKind::Multiple { options, correct, .. }, Answer::Multiple { options: chosen }) => {
            chosen_of(options, correct, chosen)
        }
        (QuestionKind::Hotspot { areas, correct, .. }, Answer::Hotspot { areas: chosen }) => {
            let ids: Vec<String> = areas.iter().map(|area| area.id.clone()).collect();
            chosen_of(&ids, correct, chosen)
        }
        (QuestionKind::TrueFalse { correct }, Answer::TrueFalse { value }) => {
            Verdict::whole(value == correct, vec![part(if *value { "true" } else { "false" }, value == correct)])
        }
        (QuestionKind::Text { accept, wrong }, Answer::Text { text }) => {
            if text_matches(accept, text) {
                return Verdict::whole(true, Vec::new());
            }
            let known = wrong.iter().find(|w| text_matches(&w.accept, text));
            Verdict::whole(false, known.map(|w| part(&w.id, false)).into_iter().collect())
        }
        (QuestionKind::Numeric { value, tolerance, units, wrong }, Answer::Numeric { text }) => {
            if number_answer(text, *value, *tolerance, units) {
                return Verdict::whole(true, Vec::new());
            }
            let known = wrong.iter().find(|w| number_answer(text, w.value, *tolerance, units));
            Verdict::whole(false, known.map(|w| part(&w.id, false)).into_iter().collect())
        }
        (QuestionKind::Ordering { items }, Answer::Ordering { items: given }) => ordering(items, given),
        (QuestionKind::Matching { pairs, .. }, Answer::Matching { pairs: given }) => {
            let placed = |pair: &[String; 2]| given.get(&pair[0]).map(|to| part(&pair[0], *to == pair[1]));
            Verdict::share(pairs.iter().filter_map(placed).collect(), pairs.len())
        }
        (QuestionKind::Categorise { items, .. }, Answer::Categorise { items: given }) => {
            let placed = |(item, category): (&String, &String)| given.get(item).map(|to| part(item, to == category));
            Verdict::share(items.iter().filter_map(placed).collect(), items.len())
        }
        (QuestionKind::Gaps { mode, gaps, .. }, Answer::Gaps { gaps: given }) => {
            let placed = |gap: &Gap| {
                let text = given.get(&gap.id).filter(|text| !text.trim().is_empty())?;
                Some(part(&gap.id, gap_is_right(*mode, gap, text)))
            };
            Verdict::share(gaps.iter().filter_map(placed).collect(), gaps.len())
        }
        (QuestionKind::Label { spots, .. }, Answer::Label { spots: given }) => {
            let placed =
                |spot: &crate::model::Spot| given.get(&spot.id).map(|label| part(&spot.id, *label == spot.correct));
            Verdict::share(spots.iter().filter_map(placed).collect(), spots.len())
        }
        (QuestionKind::Scale { from, to }, Answer::Scale { value }) => {
            Verdict::whole((*from..=*to).contains(value), Vec::new())
        }
        _ => Verdict::none(),
    }
}

/// Right ones chosen less wrong ones chosen, of the right ones; never below nothing.
fn chosen_of(options: &[String], correct: &[String], chosen: &[String]) -> Verdict {
    let mut seen = HashSet::new();
    let parts: Vec<PartVerdict> = chosen
        .iter()
        .filter(|id| options.contains(id) && seen.insert(id.as_str()))
        .map(|id| part(id, correct.contains(id)))
        .collect();
    let right = parts.iter().filter(|part| part.right).count();
    let wrong = parts.len() - right;
    let of = options.iter().filter(|id| correct.contains(id)).count();
    let fraction = ratio(right.saturating_sub(wrong), of);
    Verdict { fraction, right: of > 0 && right == of && wrong == 0, parts }
}

/// The share of neighbours in the answer of which the first comes before the second. A part is right where it stands in
/// its own place.
fn ordering(items: &[String], given: &[String]) -> Verdict {
    let mut seen = HashSet::new();
    let places: Vec<usize> = given
        .iter()
        .filter(|id| seen.insert(id.as_str()))
        .filter_map(|id| items.iter().position(|item| item == id))
        .collect();
    let rising = places.windows(2).filter(|pair| pair[0] < pair[1]).count();
    let parts = places.iter().enumerate().map(|(at, place)| part(&items[*place], at == *place)).collect();
    let right = !items.is_empty() && places.len() == items.len() && rising + 1 == items.len();
    let fraction = if right { 1.0 } else { ratio(rising, items.len().saturating_sub(1)) };
    // With something left out the neighbours may all rise and the answer still not be right.
    let fraction = if right { fraction } else { fraction.min(0.99) };
    Verdict { fraction, right, parts }
}

fn gap_is_right(mode: GapMode, gap: &Gap, text: &str) -> bool {
    match mode {
        GapMode::Typed => text_matches(&gap.accept, text),
        GapMode::Chosen | GapMode::Dragged => gap.correct.as_deref() == Some(text),
    }
}

/// True when any reading of what was typed is the number. A unit may be left out; one that is written must be among the
/// accepted ones, where there are any.
fn number_answer(text: &str, value: f64, tolerance: f64, units: &[String]) -> bool {
    readings(text).iter().any(|(number, unit)| {
        let unit_fits = if units.is_empty() {
            !unit.chars().any(|c| c.is_ascii_digit())
        } else {
            unit.is_empty() || units.iter().any(|known| same_unit(known, unit))
        };
        unit_fits && number_matches(*number, value, tolerance)
    })
}

fn same_unit(a: &str, b: &str) -> bool {
    let plain = |unit: &str| fold(unit).replace([' ', '.'], "");
    // Mb and MB, m and M are different things: only words may differ in case.
    let symbol = |unit: &str| unit.replace([' ', '.'], "");
    symbol(a) == symbol(b) || (a.chars().count() > 3 && plain(a) == plain(b))
}

/// The right answer, in the words of one language where it is written. None for an opinion.
#[must_use]
pub fn solution(question: &Question, locale: Locale, original: Locale) -> Option<Answer> {
    let word = |accept: &Accept| {
        let own = accept.get(&locale).or_else(|| accept.get(&original)).filter(|list| !list.is_empty());
        own.or_else(|| accept.values().find(|list| !list.is_empty())).and_then(|list| list.first().cloned())
    };
    Some(match &question.kind {
        QuestionKind::Single { correct, .. } => Answer::Single { option: correct.clone() },
        QuestionKind::Multiple { correct, .. } => Answer::Multiple { options: correct.clone() },
        QuestionKind::TrueFalse { correct } => Answer::TrueFalse { value: *correct },
        QuestionKind::Text { accept, .. } => Answer::Text { text: word(accept)? },
        QuestionKind::Numeric { value, units, .. } => {
            Answer::Numeric { text: number_text(*value, units.first(), locale) }
        }
        QuestionKind::Ordering { items } => Answer::Ordering { items: items.clone() },
        QuestionKind::Matching { pairs, .. } => {
            Answer::Matching { pairs: pairs.iter().map(|[left, right]| (left.clone(), right.clone())).collect() }
        }
        QuestionKind::Categorise { items, .. } => Answer::Categorise { items: items.clone() },
        QuestionKind::Gaps { gaps, .. } => Answer::Gaps {
            gaps: gaps
                .iter()
                .filter_map(|gap| Some((gap.id.clone(), gap.correct.clone().or_else(|| word(&gap.accept))?)))
                .collect(),
        },
        QuestionKind::Hotspot { correct, .. } => Answer::Hotspot { areas: correct.clone() },
        QuestionKind::Label { spots, .. } => {
            Answer::Label { spots: spots.iter().map(|spot| (spot.id.clone(), spot.correct.clone())).collect() }
        }
        QuestionKind::Scale { .. } => return None,
    })
}

/// A number as it is written in a language: with a comma in Catalan and Spanish.
fn number_text(value: f64, unit: Option<&String>, locale: Locale) -> String {
    let digits = value.to_string();
    let digits = if locale == Locale::En { digits } else { digits.replace('.', ",") };
    unit.map_or(digits.clone(), |unit| format!("{digits} {unit}"))
}
