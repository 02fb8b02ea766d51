//! People, how they sign in, and what they may do.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::column::{child_of, create, drop_all, index, key, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table("person")
                .col(uuid("id").primary_key())
                .col(text("name"))
                .col(text("language"))
                .col(boolean("rewards"))
                .col(text("state"))
                .col(big_integer("created_at"))
                .take(),
            table("subject")
                .col(uuid("id").primary_key())
                .col(uuid_uniq("person_id"))
                .foreign_key(&mut child_of("subject", "person_id", "person"))
                .take(),
            table("sign_in")
                .col(uuid("id").primary_key())
                .col(uuid("person_id"))
                .col(text_uniq("login"))
                .col(text("kind"))
                .col(text("secret"))
                .col(big_integer("created_at"))
                .foreign_key(&mut child_of("sign_in", "person_id", "person"))
                .take(),
            table("session")
                .col(text("token_hash").primary_key())
                .col(uuid("person_id"))
                .col(big_integer("created_at"))
                .col(big_integer("last_seen_at"))
                .col(big_integer("expires_at"))
                .foreign_key(&mut child_of("session", "person_id", "person"))
                .take(),
            table("role_grant")
                .col(uuid("person_id"))
                .col(text("role"))
                .col(big_integer("granted_at"))
                .primary_key(&mut key(["person_id", "role"]))
                .foreign_key(&mut child_of("role_grant", "person_id", "person"))
                .take(),
        ];
        let indexes =
            vec![index("sign_in", ["person_id"]), index("session", ["person_id"]), index("session", ["expires_at"])];
        create(manager, tables, indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["role_grant", "session", "sign_in", "subject", "person"]).await
    }
}
