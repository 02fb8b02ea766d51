//! Certificates and the templates they are drawn from.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::column::{create, drop_all, index, table, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table("certificate")
                .col(uuid("id").primary_key())
                .col(text_uniq("code"))
                .col(uuid("enrolment_id"))
                .col(text("rule"))
                .col(text("kind"))
                .col(text("state"))
                .col(text("fields"))
                .col(integer("template_version"))
                .col(text("language"))
                .col(uuid("learner"))
                .col(uuid("course_id"))
                .col(big_integer("issued_at"))
                .col(big_integer_null("revoked_at"))
                .col(text_null("revoke_reason"))
                .col(text_null("revoke_note"))
                .col(uuid_null("replaced_by"))
                .take(),
            table("certificate_template")
                .col(integer("version").primary_key())
                .col(text("body"))
                .col(big_integer("created_at"))
                .take(),
        ];
        let indexes = vec![
            unique("certificate", ["enrolment_id", "rule"]),
            index("certificate", ["learner", "issued_at"]),
            index("certificate", ["course_id", "issued_at"]),
        ];
        create(manager, tables, indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["certificate_template", "certificate"]).await
    }
}
