//! Taking facts into the rows. Uses nothing but the fact: a rebuild must give the same.

use database::entity::{attempt, enrolment, question_state, unit_state};
use ledger::{Fact, FactKind};
use serde::de::DeserializeOwned;
use uuid::Uuid;
use vocabulary::{Locale, millis};

use super::state::{
    LearningState,
    enrolment_state::{ACTIVE, CLOSED, COMPLETED},
    questions, recordings,
};
use crate::payload::{Answered, AttemptStarted, AttemptSubmitted, Completed, Done, Enrolled, Moved, Progressed};

pub(super) fn fold(state: &mut LearningState, fact: &Fact) {
    let Some(id) = fact.enrolment.map(|id| id.0) else { return };
    match fact.kind {
        FactKind::Enrolled => enrolled(state, id, fact),
        FactKind::Opened => opened(state, id, fact),
        FactKind::Progressed => progressed(state, id, fact),
        FactKind::Answered => answered(state, id, fact),
        FactKind::Done => done(state, id, fact),
        FactKind::Passed => {
            if let Some(unit) = unit(state, id, fact) {
                unit.passed = true;
            }
        }
        FactKind::AttemptStarted => started(state, id, fact),
        FactKind::AttemptSubmitted => submitted(state, id, fact),
        FactKind::Completed => {
            let Some(payload) = read::<Completed>(fact) else { return };
            if let Some(row) = state.enrolments.change(&id) {
                COMPLETED.clone_into(&mut row.state);
                row.completed_at = Some(millis(fact.at));
                row.score_permille = payload.permille;
            }
        }
        FactKind::Closed => close(state, id, CLOSED, Some(millis(fact.at))),
        FactKind::Reopened => close(state, id, ACTIVE, None),
        FactKind::Switched => {
            if let (Some(payload), Some(row)) = (read::<Moved>(fact), state.enrolments.change(&id))
                && let Some(language) = payload.language
            {
                row.language = language.to_string();
            }
        }
        FactKind::Moved => moved(state, id, fact),
        _ => {}
    }
}

fn read<T: DeserializeOwned>(fact: &Fact) -> Option<T> {
    // A payload that cannot be read was never written by this program; the fact then changes nothing.
    T::deserialize(&fact.payload).ok()
}

fn enrolled(state: &mut LearningState, id: Uuid, fact: &Fact) {
    let Some(payload) = read::<Enrolled>(fact) else { return };
    let nil = Uuid::nil();
    state.enrolments.change_or(id, || enrolment::Model {
        id,
        learner: fact.learner.0,
        course_id: fact.course.map_or(nil, |id| id.0),
        edition_id: fact.edition.map_or(nil, |id| id.0),
        version_id: fact.version.map_or(nil, |id| id.0),
        language: payload.language.to_string(),
        state: ACTIVE.to_owned(),
        started_at: millis(fact.at),
        last_at: millis(fact.at),
        last_unit: None,
        last_block: None,
        done_units: 0,
        total_units: payload.total_units,
        score_permille: None,
        completed_at: None,
        closed_at: None,
    });
}

/// The unit's row, made when there is none.
fn unit<'a>(state: &'a mut LearningState, id: Uuid, fact: &Fact) -> Option<&'a mut unit_state::Model> {
    let key = fact.unit.clone()?;
    Some(state.units.change_or((id, key.clone()), || unit_state::Model {
        enrolment_id: id,
        unit_key: key,
        opened_at: None,
        done_at: None,
        tries: 0,
        best_permille: None,
        passed: false,
        last_block: None,
        questions_tried: 0,
        questions_right: 0,
        recordings: None,
    }))
}

/// The learner is here now: the latest position by server time counts, whatever device it came from.
fn here(state: &mut LearningState, id: Uuid, fact: &Fact, block: Option<&str>) {
    if let Some(row) = state.enrolments.change(&id) {
        row.last_at = row.last_at.max(millis(fact.at));
        if block.is_some() || row.last_unit != fact.unit {
            row.last_block = block.map(Into::into);
        }
        row.last_unit.clone_from(&fact.unit);
    }
    if let (Some(row), Some(block)) = (unit(state, id, fact), block) {
        row.last_block = Some(block.to_owned());
    }
}

fn opened(state: &mut LearningState, id: Uuid, fact: &Fact) {
    if let Some(row) = unit(state, id, fact) {
        row.opened_at.get_or_insert(millis(fact.at));
    }
    // Back in a unit that was left half-way: its own last block is the place.
    let block = unit(state, id, fact).and_then(|row| row.last_block.clone());
    here(state, id, fact, block.as_deref());
}

fn progressed(state: &mut LearningState, id: Uuid, fact: &Fact) {
    let Some(payload) = read::<Progressed>(fact) else { return };
    here(state, id, fact, Some(&payload.block));
    if let (Some(seconds), Some(row)) = (payload.seconds, unit(state, id, fact)) {
        let mut left_at = recordings(Some(row));
        left_at.insert(payload.block, seconds);
        row.recordings = serde_json::to_string(&left_at).ok();
    }
}

fn done(state: &mut LearningState, id: Uuid, fact: &Fact) {
    let Some(payload) = read::<Done>(fact) else { return };
    let Some(row) = unit(state, id, fact) else { return };
    row.opened_at.get_or_insert(millis(fact.at));
    let first = row.done_at.is_none();
    row.done_at.get_or_insert(millis(fact.at));
    if let Some(row) = state.enrolments.change(&id) {
        row.last_at = row.last_at.max(millis(fact.at));
        row.done_units += i32::from(first && payload.mandatory);
    }
}

fn answered(state: &mut LearningState, id: Uuid, fact: &Fact) {
    let Some(payload) = read::<Answered>(fact) else { return };
    if let Some(attempt) = payload.attempt {
        if let Some(row) = state.attempts.change(&attempt) {
            let mut drawn = questions(row);
            if let Some(drawn) = drawn.iter_mut().find(|drawn| drawn.block == payload.block) {
                drawn.fact = Some(fact.id);
                drawn.permille = Some(payload.permille);
            }
            row.questions = serde_json::to_string(&drawn).unwrap_or_default();
        }
        return;
    }
    here(state, id, fact, Some(&payload.block));
    let Some(key) = fact.unit.clone() else { return };
    let row = state.questions.change_or((id, key.clone(), payload.block.clone()), || question_state::Model {
        enrolment_id: id,
        unit_key: key,
        block: payload.block.clone(),
        tries: 0,
        best_permille: 0,
        right_at: None,
        wrong_before: false,
        last_verdict: None,
        review_step: 0,
        review_due_at: None,
    });
    let (first, newly_right) = (row.tries == 0, payload.right && row.right_at.is_none());
    row.tries += 1;
    row.best_permille = row.best_permille.max(payload.permille);
    row.wrong_before |= payload.scored && !payload.right;
    if payload.right {
        row.right_at.get_or_insert(millis(fact.at));
    }
    if let Some(review) = payload.review {
        row.review_step = review.step;
        row.review_due_at = review.due_at;
    }
    row.last_verdict = Some(serde_json::json!({ "fact": fact.id, "permille": payload.permille }).to_string());
    if payload.scored
        && let Some(row) = unit(state, id, fact)
    {
        row.opened_at.get_or_insert(millis(fact.at));
        row.questions_tried += i32::from(first);
        row.questions_right += i32::from(newly_right);
    }
}

fn started(state: &mut LearningState, id: Uuid, fact: &Fact) {
    let Some(payload) = read::<AttemptStarted>(fact) else { return };
    let Some(key) = fact.unit.clone() else { return };
    state.attempts.change_or(payload.attempt, || attempt::Model {
        id: payload.attempt,
        enrolment_id: id,
        unit_key: key,
        number: payload.number,
        questions: serde_json::to_string(&payload.questions).unwrap_or_default(),
        started_at: millis(fact.at),
        deadline_at: payload.deadline,
        submitted_at: None,
        score_permille: None,
        passed: None,
    });
    if let Some(row) = unit(state, id, fact) {
        row.opened_at.get_or_insert(millis(fact.at));
    }
    here(state, id, fact, None);
}

fn submitted(state: &mut LearningState, id: Uuid, fact: &Fact) {
    let Some(payload) = read::<AttemptSubmitted>(fact) else { return };
    if let Some(row) = state.attempts.change(&payload.attempt) {
        row.submitted_at = Some(millis(fact.at));
        row.score_permille = Some(payload.permille);
        row.passed = Some(payload.passed);
    }
    if let Some(row) = unit(state, id, fact) {
        row.tries += 1;
        row.best_permille = Some(row.best_permille.unwrap_or(0).max(payload.permille));
    }
}

fn close(state: &mut LearningState, id: Uuid, to: &str, at: Option<i64>) {
    if let Some(row) = state.enrolments.change(&id) {
        to.clone_into(&mut row.state);
        row.closed_at = at;
    }
}

fn moved(state: &mut LearningState, id: Uuid, fact: &Fact) {
    let Some(payload) = read::<Moved>(fact) else { return };
    let Some(row) = state.enrolments.change(&id) else { return };
    if let Some(version) = fact.version {
        row.version_id = version.0;
    }
    row.total_units = payload.total_units.unwrap_or(row.total_units);
    row.done_units = payload.done_units.unwrap_or(row.done_units);
    row.last_at = row.last_at.max(millis(fact.at));
    if let Some(language) = payload.language {
        row.language = Locale::to_string(&language);
    }
    for (key, checks) in payload.checks {
        if let Some(row) = state.units.change(&(id, key)) {
            row.questions_tried = checks.tried;
            row.questions_right = checks.right;
        }
    }
    for again in payload.again {
        match again.block {
            Some(block) => {
                if let Some(row) = state.questions.change(&(id, again.unit, block)) {
                    row.tries = 0;
                }
            }
            None => {
                if let Some(row) = state.units.change(&(id, again.unit)) {
                    row.tries = 0;
                }
            }
        }
    }
}
