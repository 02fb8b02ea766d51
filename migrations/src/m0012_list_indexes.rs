//! Indexes for the lists of the administration and for sittings whose time is over: each list is read in its order, page by
//! page, however long it has become.

use sea_orm_migration::prelude::*;

use crate::column::{create, index};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const INDEXES: [(&str, &str); 4] = [
    ("ix_enrolment_started_at_id", "enrolment"),
    ("ix_enrolment_course_id_state_last_at", "enrolment"),
    ("ix_certificate_issued_at_id", "certificate"),
    ("ix_attempt_submitted_at_deadline_at", "attempt"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let indexes = vec![
            index("enrolment", ["started_at", "id"]),
            index("enrolment", ["course_id", "state", "last_at"]),
            index("certificate", ["issued_at", "id"]),
            index("attempt", ["submitted_at", "deadline_at"]),
        ];
        create(manager, vec![], indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table) in INDEXES {
            manager.drop_index(Index::drop().name(name).table(table).if_exists().to_owned()).await?;
        }
        Ok(())
    }
}
