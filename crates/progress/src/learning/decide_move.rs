//! The rule of moving to a newer version: progress moves along by the keys of units and questions. Nothing that was earned is
//! lost; what is gone stops counting; what was not passed and has changed may be tried anew.

use std::collections::BTreeMap;

use course_format::model::{Course, UnitType};
use database::entity::enrolment;
use ledger::{Decision, Proposal, Source};
use serde_json::json;
use uuid::Uuid;

use super::{
    context::MoveContext,
    judge::{VERSION_CHANGED, accept, refuse},
    state::LearningState,
};
use crate::payload::{Again, Checks, Moved};

/// A sitting that goes on was drawn from the older version: it has to be handed in first.
pub(super) fn decide(state: &LearningState, proposal: &Proposal, row: &enrolment::Model) -> Decision {
    let Some(context) = proposal.context.downcast_ref::<MoveContext>() else { return refuse("not-found") };
    if row.version_id != context.course.stands_on.0 {
        return refuse(VERSION_CHANGED);
    }
    let goes_on =
        |known: &&database::entity::attempt::Model| known.enrolment_id == row.id && known.submitted_at.is_none();
    if let Some(open) = state.attempts.values().find(goes_on) {
        return Decision::Refuse { code: "attempt-open", params: json!({ "attempt": open.id, "unit": open.unit_key }) };
    }
    let course = &*context.course.course;
    let again = again(state, row.id, course, &context.difference);
    let mandatory = || course.units().filter(|unit| unit.mandatory);
    let done = mandatory().filter(|unit| state.unit_done(row.id, &unit.key).done).count();
    let payload = Moved {
        total_units: i32::try_from(mandatory().count()).ok(),
        done_units: i32::try_from(done).ok(),
        checks: checks(state, row.id, course, &again),
        again,
        ..Moved::default()
    };
    accept(proposal, Source::SelfReported, payload)
}

/// What has changed and was not passed.
fn again(state: &LearningState, enrolment: Uuid, course: &Course, difference: &courses::Difference) -> Vec<Again> {
    let mut again = vec![];
    for changed in &difference.changed {
        let Some(unit) = course.unit(&changed.unit) else { continue };
        if unit.kind == UnitType::Quiz {
            let done = state.unit_done(enrolment, &unit.key);
            if done.tries > 0 && !done.passed {
                again.push(Again { unit: unit.key.clone(), block: None });
            }
            continue;
        }
        for block in &changed.questions {
            let known = state.questions.get(&(enrolment, unit.key.clone(), block.clone()));
            if known.is_some_and(|row| row.tries > 0 && row.right_at.is_none()) {
                again.push(Again { unit: unit.key.clone(), block: Some(block.clone()) });
            }
        }
    }
    again
}

/// The checks of lessons, counted anew among the questions that the course has; only where they differ.
fn checks(state: &LearningState, enrolment: Uuid, course: &Course, again: &[Again]) -> BTreeMap<String, Checks> {
    let mut counted: BTreeMap<&str, Checks> = BTreeMap::new();
    for row in state.questions.values().filter(|row| row.enrolment_id == enrolment) {
        let question =
            course.unit(&row.unit_key).and_then(|unit| unit.block(&row.block)).and_then(|block| block.question());
        let anew = again.iter().any(|one| one.unit == row.unit_key && one.block.as_ref() == Some(&row.block));
        let checks = counted.entry(&row.unit_key).or_insert(Checks { tried: 0, right: 0 });
        if question.is_some_and(course_format::model::Question::counts) && row.tries > 0 && !anew {
            checks.tried += 1;
            checks.right += i32::from(row.right_at.is_some());
        }
    }
    counted
        .into_iter()
        .filter(|(key, checks)| {
            let row = state.units.get(&(enrolment, (*key).to_owned()));
            row.is_some_and(|row| (row.questions_tried, row.questions_right) != (checks.tried, checks.right))
        })
        .map(|(key, checks)| (key.to_owned(), checks))
        .collect()
}
