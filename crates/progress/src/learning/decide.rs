//! The rules of learning: what may be recorded, judged on what is committed.

use course_format::model::{BlockKind, Unit, UnitType};
use database::entity::enrolment;
use ledger::{Decision, FactKind, NewFact, Proposal, Source};
use serde_json::{Value, json};
use vocabulary::{Timestamp, from_millis, millis};

use super::{
    context::AnswerContext,
    decide_move, decide_quiz,
    judge::{VERSION_CHANGED, accept, course_of, keep_written, refuse},
    state::{LearningState, enrolment_state as state_of},
};
use crate::{
    payload::{Answered, Done, Progressed, ReviewChange},
    rules::reviews,
};

pub(super) fn decide(state: &mut LearningState, proposal: &Proposal, now: Timestamp) -> Decision {
    if let (Some(version), Some(context)) = (proposal.version, course_of(proposal)) {
        state.courses.entry(version).or_insert_with(|| context.clone());
    }
    let Some(id) = proposal.enrolment else { return refuse("not-found") };
    if proposal.kind == FactKind::Enrolled {
        // A second proposal with another id: the enrolment is there, and that is what was asked for.
        return match state.enrolments.get(&id.0) {
            Some(_) => refuse("already-enrolled"),
            None => Decision::Accept(vec![NewFact::of(proposal)]),
        };
    }
    let row = match state.enrolments.get(&id.0) {
        Some(row) if row.learner == proposal.learner.0 => row.clone(),
        _ => return refuse("not-found"),
    };
    match proposal.kind {
        FactKind::Closed if row.state == state_of::ACTIVE => accept(proposal, Source::SelfReported, json!({})),
        FactKind::Reopened if row.state == state_of::CLOSED => accept(proposal, Source::SelfReported, json!({})),
        // Asked for twice: it is so already.
        FactKind::Closed | FactKind::Reopened => Decision::Accept(vec![]),
        FactKind::Switched => Decision::Accept(vec![NewFact::of(proposal)]),
        // A sitting that went on when the course was closed still ends.
        FactKind::AttemptSubmitted => in_unit(state, proposal, &row, now),
        _ if row.state == state_of::CLOSED => refuse("enrolment-closed"),
        FactKind::Moved => decide_move::decide(state, proposal, &row),
        _ => in_unit(state, proposal, &row, now),
    }
}

fn in_unit(state: &mut LearningState, proposal: &Proposal, row: &enrolment::Model, now: Timestamp) -> Decision {
    let Some(context) = course_of(proposal).cloned() else { return refuse("not-found") };
    let Some(unit) = proposal.unit.as_deref().and_then(|key| context.course.unit(key)) else {
        return refuse("not-found");
    };
    // Judged by a version that the learner has just left: whoever sent it asks again, by the new one.
    if row.version_id != context.stands_on.0 {
        return refuse(VERSION_CHANGED);
    }
    if proposal.kind == FactKind::AttemptSubmitted {
        return decide_quiz::submit(state, proposal, unit, now);
    }
    if !state.locks(row, &context, &unit.key, now).is_empty() {
        return refuse("unit-locked");
    }
    match proposal.kind {
        FactKind::Opened => accept(proposal, Source::SelfReported, json!({})),
        FactKind::Progressed => progressed(proposal, unit),
        FactKind::Done => done(proposal, unit),
        FactKind::Answered => answered(state, proposal, row, unit, now),
        FactKind::AttemptStarted => decide_quiz::start(state, proposal, row, unit, now),
        _ => refuse("not-found"),
    }
}

fn progressed(proposal: &Proposal, unit: &Unit) -> Decision {
    let block = proposal.payload.get("block").and_then(Value::as_str).and_then(|block| unit.block(block));
    let Some(block) = block else { return refuse("not-found") };
    // A second says something of films and sounds alone, and never more than they last: what is kept of them stays small.
    let longest = match &block.kind {
        BlockKind::Video { seconds, .. } => Some(*seconds),
        BlockKind::Audio { seconds, .. } => seconds.values().into_iter().copied().max(),
        _ => None,
    };
    let second = proposal.payload.get("seconds").and_then(Value::as_u64).and_then(|second| u32::try_from(second).ok());
    let seconds = second.zip(longest).map(|(second, longest)| second.min(longest));
    accept(proposal, Source::SelfReported, Progressed { block: block.id.clone(), seconds })
}

/// A lesson is done when its reader says so; a quiz when it is passed, which only the server can say.
fn done(proposal: &Proposal, unit: &Unit) -> Decision {
    if unit.kind == UnitType::Quiz {
        return refuse("not-a-lesson");
    }
    accept(proposal, Source::SelfReported, Done { mandatory: unit.mandatory })
}

fn answered(
    state: &mut LearningState,
    proposal: &Proposal,
    row: &enrolment::Model,
    unit: &Unit,
    now: Timestamp,
) -> Decision {
    let Some(context) = proposal.context.downcast_ref::<AnswerContext>() else { return refuse("not-found") };
    let Some(block) = proposal.payload.get("block").and_then(Value::as_str).and_then(|id| unit.block(id)) else {
        return refuse("not-found");
    };
    let Some(question) = block.question() else { return refuse("not-found") };
    let attempt = proposal.payload.get("attempt").and_then(Value::as_str).and_then(|id| id.parse().ok());
    if let Some(attempt) = attempt {
        return decide_quiz::answer(state, proposal, context, attempt, &block.id, now);
    }
    if unit.kind == UnitType::Quiz {
        return refuse("attempt-needed");
    }
    let known = state.questions.get(&(row.id, unit.key.clone(), block.id.clone()));
    let (tries, known_right, wrong_before) =
        known.map_or((0, false, false), |known| (known.tries, known.right_at.is_some(), known.wrong_before));
    let limit = i32::try_from(question.tries).unwrap_or(i32::MAX);
    if limit > 0 && tries >= limit && !known_right {
        return refuse("no-tries-left");
    }
    let (step, due) = known.map_or((0, None), |known| (known.review_step, known.review_due_at.map(from_millis)));
    let review = reviews::after_answer(step, due, known_right, context.right, now);
    let payload = Answered {
        block: block.id.clone(),
        permille: context.permille,
        right: context.right,
        scored: question.counts(),
        attempt: None,
        tries_left: (limit > 0).then(|| (limit - tries - 1).max(0)),
        first_right: question.counts() && context.right && !known_right,
        wrong_before,
        review: question.counts().then_some(ReviewChange {
            step: review.step,
            due_at: review.due_at.map(millis),
            earned: review.earned,
        }),
        quiet: !context.course.course.rewards,
    };
    keep_written(state, proposal, context, None, &unit.key, &block.id, now);
    accept(proposal, Source::Server, payload)
}
