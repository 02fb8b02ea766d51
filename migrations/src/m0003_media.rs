//! Files that courses show.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::column::{child_of, create, drop_all, index, key, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table("blob")
                .col(text("hash").primary_key())
                .col(big_integer("size"))
                .col(text("mime"))
                .col(integer_null("width"))
                .col(integer_null("height"))
                .col(big_integer("created_at"))
                .take(),
            table("course_media")
                .col(uuid("version_id"))
                .col(text("path"))
                .col(text("hash"))
                .primary_key(&mut key(["version_id", "path"]))
                .foreign_key(&mut child_of("course_media", "version_id", "course_version"))
                .take(),
        ];
        let indexes = vec![index("course_media", ["hash"])];
        create(manager, tables, indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["course_media", "blob"]).await
    }
}
