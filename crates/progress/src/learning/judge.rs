//! What every rule of learning says in the same way: no, or yes with facts; and what an answer leaves beside the facts.

use ledger::{Decision, NewFact, Proposal, Source};
use serde_json::Value;
use vocabulary::{Timestamp, millis};

use super::{
    context::{AnswerContext, CourseContext, MoveContext, QuizContext},
    state::LearningState,
};

/// The enrolment stands on another version than the one that the proposal was made with.
pub(crate) const VERSION_CHANGED: &str = "version-changed";

pub(super) fn refuse(code: &'static str) -> Decision {
    Decision::Refuse { code, params: Value::Null }
}

pub(super) fn accept(proposal: &Proposal, source: Source, payload: impl serde::Serialize) -> Decision {
    let payload = serde_json::to_value(payload).unwrap_or(Value::Null);
    Decision::Accept(vec![NewFact { source, payload, ..NewFact::of(proposal) }])
}

/// The answer itself goes to the erasable table, in the same transaction.
pub(super) fn keep_written(
    state: &mut LearningState,
    proposal: &Proposal,
    context: &AnswerContext,
    attempt: Option<uuid::Uuid>,
    unit: &str,
    block: &str,
    now: Timestamp,
) {
    state.written.push(database::entity::written_answer::Model {
        fact_id: proposal.id,
        learner: proposal.learner.0,
        attempt,
        unit_key: unit.to_owned(),
        block: block.to_owned(),
        answer: context.answer.clone(),
        at: millis(now),
    });
}

/// The course that a proposal brought along, whatever kind of context it has.
pub(super) fn course_of(proposal: &Proposal) -> Option<&CourseContext> {
    let any = &*proposal.context;
    any.downcast_ref::<CourseContext>()
        .or_else(|| any.downcast_ref::<AnswerContext>().map(|context| &context.course))
        .or_else(|| any.downcast_ref::<QuizContext>().map(|context| &context.course))
        .or_else(|| any.downcast_ref::<MoveContext>().map(|context| &context.course))
}
