//! Feedback: each wrong option explains the misconception behind it. That something stands there is looked at with the
//! sections; here it is looked at whether it says anything.

use super::Look;
use super::bare::is_bare;
use crate::model::{Block, Question, QuestionKind};
use crate::problem::{Code, Place, Problem};

pub(super) fn look(look: &Look<'_>) {
    for (m, module) in look.course.modules.iter().enumerate() {
        for (u, unit) in module.units.iter().enumerate() {
            for (block, question) in unit.questions() {
                for locale in look.course.languages.iter().copied() {
                    let file = look.unit_text(m, u, locale);
                    for id in wrong_parts(question) {
                        let body = block.part(&id).map_or("", |texts| texts.body(locale)).trim();
                        if is_bare(body) {
                            let place = Place::anchor(&file, format!("{}.{id}", block.id));
                            let problem = Problem::new(Code::BareFeedback, place).in_language(locale);
                            look.add(problem.with("found", body));
                        }
                    }
                    hints(look, block, &file, locale);
                }
            }
        }
    }
}

/// The parts that speak to somebody who was wrong.
fn wrong_parts(question: &Question) -> Vec<String> {
    match &question.kind {
        QuestionKind::Single { options, correct, .. } => options.iter().filter(|id| *id != correct).cloned().collect(),
        QuestionKind::Multiple { options, correct, .. } => {
            options.iter().filter(|id| !correct.contains(id)).cloned().collect()
        }
        QuestionKind::TrueFalse { correct } => vec![(!correct).to_string()],
        QuestionKind::Text { wrong, .. } => wrong.iter().map(|w| w.id.clone()).collect(),
        QuestionKind::Numeric { wrong, .. } => wrong.iter().map(|w| w.id.clone()).collect(),
        QuestionKind::Hotspot { areas, correct, .. } => {
            areas.iter().map(|area| area.id.clone()).filter(|id| !correct.contains(id)).collect()
        }
        _ => vec!["explain".into()],
    }
}

fn hints(look: &Look<'_>, block: &Block, file: &str, locale: vocabulary::Locale) {
    let has = |id: &str| block.part(id).is_some_and(|texts| !texts.body(locale).trim().is_empty());
    for (before, id) in [("hint1", "hint2"), ("hint2", "hint3")] {
        if has(id) && !has(before) {
            let anchor = format!("{}.{id}", block.id);
            let problem = Problem::new(Code::HintOrder, Place::anchor(file, &anchor)).in_language(locale);
            look.add(problem.with("anchor", anchor));
        }
    }
}
