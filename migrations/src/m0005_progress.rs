//! Where learners stand. No references: these tables can be emptied and made again from the ledger.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::column::{create, drop_all, index, key, table, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table("enrolment")
                .col(uuid("id").primary_key())
                .col(uuid("learner"))
                .col(uuid("course_id"))
                .col(uuid("edition_id"))
                .col(uuid("version_id"))
                .col(text("language"))
                .col(text("state"))
                .col(big_integer("started_at"))
                .col(big_integer("last_at"))
                .col(text_null("last_unit"))
                .col(text_null("last_block"))
                .col(integer("done_units"))
                .col(integer("total_units"))
                .col(integer_null("score_permille"))
                .col(big_integer_null("completed_at"))
                .col(big_integer_null("closed_at"))
                .take(),
            table("unit_state")
                .col(uuid("enrolment_id"))
                .col(text("unit_key"))
                .col(big_integer_null("opened_at"))
                .col(big_integer_null("done_at"))
                .col(integer("tries"))
                .col(integer_null("best_permille"))
                .col(boolean("passed"))
                .col(text_null("last_block"))
                .col(integer("questions_tried"))
                .col(integer("questions_right"))
                .primary_key(&mut key(["enrolment_id", "unit_key"]))
                .take(),
            table("question_state")
                .col(uuid("enrolment_id"))
                .col(text("unit_key"))
                .col(text("block"))
                .col(integer("tries"))
                .col(integer("best_permille"))
                .col(big_integer_null("right_at"))
                .col(boolean("wrong_before"))
                .col(integer("hints"))
                .col(text_null("last_verdict"))
                .col(integer("review_step"))
                .col(big_integer_null("review_due_at"))
                .primary_key(&mut key(["enrolment_id", "unit_key", "block"]))
                .take(),
            table("attempt")
                .col(uuid("id").primary_key())
                .col(uuid("enrolment_id"))
                .col(text("unit_key"))
                .col(integer("number"))
                .col(text("questions"))
                .col(big_integer("started_at"))
                .col(big_integer_null("deadline_at"))
                .col(big_integer_null("submitted_at"))
                .col(integer_null("score_permille"))
                .col(boolean_null("passed"))
                .take(),
            table("written_answer")
                .col(uuid("fact_id").primary_key())
                .col(uuid("learner"))
                .col(uuid_null("attempt"))
                .col(text("unit_key"))
                .col(text("block"))
                .col(text("answer"))
                .col(big_integer("at"))
                .take(),
        ];
        let indexes = vec![
            unique("enrolment", ["learner", "edition_id"]),
            index("enrolment", ["course_id", "started_at"]),
            index("enrolment", ["edition_id"]),
            unique("attempt", ["enrolment_id", "unit_key", "number"]),
            index("written_answer", ["learner"]),
            index("written_answer", ["attempt"]),
        ];
        create(manager, tables, indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["written_answer", "attempt", "question_state", "unit_state", "enrolment"]).await
    }
}
