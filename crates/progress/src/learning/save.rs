//! Writing what changed, in many-row statements.

use database::{Conflict, Tx, insert_rows};

use super::state::LearningState;

pub(super) async fn save(state: LearningState, tx: &Tx) -> Result<(), ledger::Error> {
    let rows = state.enrolments.into_changed().into_iter().map(|row| {
        vec![
            row.id.into(),
            row.learner.into(),
            row.course_id.into(),
            row.edition_id.into(),
            row.version_id.into(),
            row.language.into(),
            row.state.into(),
            row.started_at.into(),
            row.last_at.into(),
            row.last_unit.into(),
            row.last_block.into(),
            row.done_units.into(),
            row.total_units.into(),
            row.score_permille.into(),
            row.completed_at.into(),
            row.closed_at.into(),
        ]
    });
    let columns = [
        "id",
        "learner",
        "course_id",
        "edition_id",
        "version_id",
        "language",
        "state",
        "started_at",
        "last_at",
        "last_unit",
        "last_block",
        "done_units",
        "total_units",
        "score_permille",
        "completed_at",
        "closed_at",
    ];
    insert_rows(tx, "enrolment", &columns, Conflict::Replace(&["id"]), rows.collect()).await?;

    let rows = state.units.into_changed().into_iter().map(|row| {
        vec![
            row.enrolment_id.into(),
            row.unit_key.into(),
            row.opened_at.into(),
            row.done_at.into(),
            row.tries.into(),
            row.best_permille.into(),
            row.passed.into(),
            row.last_block.into(),
            row.questions_tried.into(),
            row.questions_right.into(),
            row.recordings.into(),
        ]
    });
    let columns = [
        "enrolment_id",
        "unit_key",
        "opened_at",
        "done_at",
        "tries",
        "best_permille",
        "passed",
        "last_block",
        "questions_tried",
        "questions_right",
        "recordings",
    ];
    insert_rows(tx, "unit_state", &columns, Conflict::Replace(&["enrolment_id", "unit_key"]), rows.collect()).await?;

    let rows = state.questions.into_changed().into_iter().map(|row| {
        vec![
            row.enrolment_id.into(),
            row.unit_key.into(),
            row.block.into(),
            row.tries.into(),
            row.best_permille.into(),
            row.right_at.into(),
            row.wrong_before.into(),
            row.last_verdict.into(),
            row.review_step.into(),
            row.review_due_at.into(),
        ]
    });
    let columns = [
        "enrolment_id",
        "unit_key",
        "block",
        "tries",
        "best_permille",
        "right_at",
        "wrong_before",
        "last_verdict",
        "review_step",
        "review_due_at",
    ];
    let key = ["enrolment_id", "unit_key", "block"];
    insert_rows(tx, "question_state", &columns, Conflict::Replace(&key), rows.collect()).await?;

    let rows = state.attempts.into_changed().into_iter().map(|row| {
        vec![
            row.id.into(),
            row.enrolment_id.into(),
            row.unit_key.into(),
            row.number.into(),
            row.questions.into(),
            row.started_at.into(),
            row.deadline_at.into(),
            row.submitted_at.into(),
            row.score_permille.into(),
            row.passed.into(),
        ]
    });
    let columns = [
        "id",
        "enrolment_id",
        "unit_key",
        "number",
        "questions",
        "started_at",
        "deadline_at",
        "submitted_at",
        "score_permille",
        "passed",
    ];
    insert_rows(tx, "attempt", &columns, Conflict::Replace(&["id"]), rows.collect()).await?;

    let rows = state.written.into_iter().map(|row| {
        vec![
            row.fact_id.into(),
            row.learner.into(),
            row.attempt.into(),
            row.unit_key.into(),
            row.block.into(),
            row.answer.into(),
            row.at.into(),
        ]
    });
    let columns = ["fact_id", "learner", "attempt", "unit_key", "block", "answer", "at"];
    // Answers are no projection: a batch that runs twice would write the same row again.
    insert_rows(tx, "written_answer", &columns, Conflict::Ignore, rows.collect()).await?;
    Ok(())
}
