//! What keeps the machine going: jobs, kept answers, topics, settings.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::column::{create, drop_all, index, key, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table("job")
                .col(uuid("id").primary_key())
                .col(text("kind"))
                .col(text_null("key").unique_key())
                .col(text("payload"))
                .col(big_integer("run_at"))
                .col(integer("attempts"))
                .col(text("state"))
                .col(big_integer_null("locked_until"))
                .col(text_null("last_error"))
                .col(big_integer("created_at"))
                .take(),
            table("idempotency")
                .col(text("caller"))
                .col(text("key"))
                .col(text("body_hash"))
                .col(text("answer"))
                .col(big_integer("created_at"))
                .primary_key(&mut key(["caller", "key"]))
                .take(),
            table("topic").col(text("name").primary_key()).col(big_integer("counter")).take(),
            table("setting").col(text("name").primary_key()).col(text("value")).take(),
        ];
        let indexes = vec![index("job", ["state", "run_at"]), index("idempotency", ["created_at"])];
        create(manager, tables, indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["setting", "topic", "idempotency", "job"]).await
    }
}
