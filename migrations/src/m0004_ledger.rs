//! What happened, its seals, and what people with power did.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::column::{create, drop_all, index, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table("fact")
                .col(big_pk_auto("seq"))
                .col(uuid_uniq("id"))
                .col(uuid_null("cause"))
                .col(text("kind"))
                .col(uuid("learner"))
                .col(uuid("actor"))
                .col(uuid_null("course"))
                .col(uuid_null("edition"))
                .col(uuid_null("enrolment"))
                .col(text_null("unit"))
                .col(uuid_null("session"))
                .col(big_integer("at"))
                .col(big_integer_null("claimed_at"))
                .col(text("source"))
                .col(uuid_null("version"))
                .col(text("payload"))
                .take(),
            table("seal")
                .col(big_integer("last_seq").primary_key())
                .col(big_integer("first_seq"))
                .col(big_integer("count"))
                .col(text("previous"))
                .col(text("hash"))
                .col(big_integer("sealed_at"))
                .take(),
            table("audit_event")
                .col(big_pk_auto("seq"))
                .col(uuid_uniq("id"))
                .col(big_integer("at"))
                .col(uuid("actor"))
                .col(uuid_null("on_behalf"))
                .col(text("action"))
                .col(text("object"))
                .col(text("payload"))
                .col(text("previous"))
                .col(text("hash"))
                .take(),
        ];
        let indexes = vec![
            index("fact", ["cause"]),
            index("fact", ["learner", "seq"]),
            index("fact", ["enrolment", "seq"]),
            index("audit_event", ["actor", "seq"]),
            index("audit_event", ["object", "seq"]),
        ];
        create(manager, tables, indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["audit_event", "seal", "fact"]).await
    }
}
