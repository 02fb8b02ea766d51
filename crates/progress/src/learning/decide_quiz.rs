//! The rules of a quiz: sittings, tries, time, and the score when it is handed in.

use course_format::model::Unit;
use database::entity::{attempt, enrolment};
use ledger::{Decision, Proposal, Source};
use serde_json::json;
use uuid::Uuid;
use vocabulary::{Timestamp, from_millis, millis};

use super::{
    context::{AnswerContext, QuizContext},
    judge::{accept, keep_written, refuse},
    state::{LearningState, questions},
};
use crate::payload::{Answered, AttemptStarted, AttemptSubmitted, Drawn};

/// How late an answer may arrive after the end of the time: the network's share, not the learner's.
const GRACE_MILLIS: i64 = 5_000;

/// A sitting may begin when none goes on and tries are left. Of two devices at once on the last try, one gets it.
pub(super) fn start(
    state: &LearningState,
    proposal: &Proposal,
    row: &enrolment::Model,
    unit: &Unit,
    now: Timestamp,
) -> Decision {
    let Some(context) = proposal.context.downcast_ref::<QuizContext>() else { return refuse("not-found") };
    let quiz = unit.quiz_settings();
    let sittings =
        || state.attempts.values().filter(|known| known.enrolment_id == row.id && known.unit_key == unit.key);
    if let Some(open) = sittings().find(|known| known.submitted_at.is_none() && !over(known, now)) {
        return Decision::Refuse { code: "attempt-open", params: json!({ "attempt": open.id }) };
    }
    // Handed in, as the unit counts them (moving to a changed quiz gives tries back), and those whose time just ran out.
    let handed_in = state.unit_done(row.id, &unit.key).tries;
    let used =
        usize::try_from(handed_in).unwrap_or(0) + sittings().filter(|known| known.submitted_at.is_none()).count();
    if quiz.tries > 0 && used >= quiz.tries as usize {
        return refuse("no-tries-left");
    }
    let Some(id) = proposal.payload.get("attempt").and_then(|id| id.as_str()).and_then(|id| id.parse().ok()) else {
        return refuse("not-found");
    };
    let payload = AttemptStarted {
        attempt: id,
        number: sittings().map(|known| known.number).max().unwrap_or(0) + 1,
        questions: context.drawn.clone(),
        deadline: (quiz.minutes > 0).then(|| millis(now) + i64::from(quiz.minutes) * 60_000),
    };
    accept(proposal, Source::Server, payload)
}

/// An answer counts while its sitting goes on; the last one to each question is the one that is graded.
pub(super) fn answer(
    state: &mut LearningState,
    proposal: &Proposal,
    context: &AnswerContext,
    attempt: Uuid,
    block: &str,
    now: Timestamp,
) -> Decision {
    let Some(known) = open_attempt(state, proposal, attempt) else { return refuse("not-found") };
    if known.submitted_at.is_some() || over(known, now) {
        return refuse("attempt-over");
    }
    let Some(drawn) = questions(known).into_iter().find(|drawn| drawn.block == block) else {
        return refuse("not-found");
    };
    let unit = known.unit_key.clone();
    let payload = Answered {
        block: block.to_owned(),
        permille: context.permille,
        right: context.right,
        scored: drawn.points > 0,
        attempt: Some(attempt),
        tries_left: None,
        first_right: false,
        wrong_before: false,
        review: None,
        quiet: !context.course.course.rewards,
    };
    keep_written(state, proposal, context, Some(attempt), &unit, block, now);
    accept(proposal, Source::Server, payload)
}

/// Handing in: the score is the mean of the questions by their points; what was not answered counts nothing.
pub(super) fn submit(state: &LearningState, proposal: &Proposal, unit: &Unit, _now: Timestamp) -> Decision {
    let id = proposal.payload.get("attempt").and_then(|id| id.as_str()).and_then(|id| id.parse().ok());
    let Some(known) = id.and_then(|id| open_attempt(state, proposal, id)) else { return refuse("not-found") };
    if known.submitted_at.is_some() {
        return refuse("attempt-over");
    }
    let permille = score(&questions(known));
    let passed = permille >= i32::from(unit.quiz_settings().pass) * 10;
    accept(proposal, Source::Server, AttemptSubmitted { attempt: known.id, permille, passed })
}

/// The score of a sitting, 0 to 1000, rounded to the nearest.
fn score(questions: &[Drawn]) -> i32 {
    let total: i64 = questions.iter().map(|drawn| i64::from(drawn.points)).sum();
    let reached: i64 =
        questions.iter().map(|drawn| i64::from(drawn.points) * i64::from(drawn.permille.unwrap_or(0))).sum();
    if total == 0 { 1000 } else { i32::try_from((reached + total / 2) / total).unwrap_or(0) }
}

fn open_attempt<'a>(state: &'a LearningState, proposal: &Proposal, id: Uuid) -> Option<&'a attempt::Model> {
    state.attempts.get(&id).filter(|known| {
        Some(known.enrolment_id) == proposal.enrolment.map(|id| id.0) && Some(&known.unit_key) == proposal.unit.as_ref()
    })
}

/// Its time is over, and with it the moment in which a last answer may still arrive.
pub(crate) fn over(attempt: &attempt::Model, now: Timestamp) -> bool {
    attempt.deadline_at.is_some_and(|deadline| from_millis(deadline + GRACE_MILLIS) < now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(points: i32, permille: Option<i32>) -> Drawn {
        Drawn { block: "q".into(), points, fact: None, permille }
    }

    #[test]
    fn a_score_weighs_questions_by_their_points() {
        assert_eq!(score(&[drawn(1, Some(1000)), drawn(1, None)]), 500);
        assert_eq!(score(&[drawn(3, Some(1000)), drawn(1, Some(0))]), 750);
        assert_eq!(score(&[drawn(1, Some(1000)), drawn(1, Some(1000)), drawn(1, Some(0))]), 667);
        assert_eq!(score(&[drawn(0, Some(0))]), 1000, "nothing to be wrong about");
    }
}
