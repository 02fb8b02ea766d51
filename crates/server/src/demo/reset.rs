//! Emptying what visitors of the demo did. Courses stay; people, facts and certificates go. Only ever called in a demo.

use database::Database;
use sea_orm::ConnectionTrait;

/// Everything that people leave behind, children before parents.
const TABLES: [&str; 25] = [
    "certificate",
    "seat",
    "room_slot",
    "live_session",
    "room",
    "written_answer",
    "attempt",
    "question_state",
    "unit_state",
    "enrolment",
    "learner_badge",
    "practice_week",
    "points_day",
    "learner_points",
    "fact",
    "seal",
    "audit_event",
    "session",
    "role_grant",
    "sign_in",
    "course_author",
    "subject",
    "person",
    "job",
    "idempotency",
];

pub(super) async fn wipe(db: &Database) -> Result<(), database::Error> {
    db.write(|tx| {
        Box::pin(async move {
            for table in TABLES {
                tx.execute_unprepared(&format!("DELETE FROM \"{table}\"")).await?;
            }
            for topic in [accounts::TOPIC, credentials::TOPIC] {
                database::topics::raise(tx, topic).await?;
            }
            Ok(())
        })
    })
    .await
}
