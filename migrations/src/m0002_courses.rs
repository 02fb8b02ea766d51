//! Courses, their versions, what the catalogue shows, and editions.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::column::{child_of, create, drop_all, index, key, table, unique};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table("course")
                .col(uuid("id").primary_key())
                .col(text_uniq("slug"))
                .col(text("kind"))
                .col(uuid_null("published_version_id"))
                .col(big_integer("created_at"))
                .col(big_integer("updated_at"))
                .take(),
            table("course_version")
                .col(uuid("id").primary_key())
                .col(uuid("course_id"))
                .col(integer("number"))
                .col(text("state"))
                .col(text("document"))
                .col(text("findings"))
                .col(integer("minutes"))
                .col(text("content_hash"))
                .col(boolean_null("harmless"))
                .col(uuid_null("created_by"))
                .col(big_integer("created_at"))
                .col(big_integer_null("published_at"))
                .foreign_key(&mut child_of("course_version", "course_id", "course"))
                .take(),
            table("course_author")
                .col(uuid("course_id"))
                .col(uuid("person_id"))
                .primary_key(&mut key(["course_id", "person_id"]))
                .foreign_key(&mut child_of("course_author", "course_id", "course"))
                .foreign_key(&mut child_of("course_author", "person_id", "person"))
                .take(),
            table("catalogue_entry")
                .col(uuid("course_id"))
                .col(text("language"))
                .col(text("slug"))
                .col(text("title"))
                .col(text("summary"))
                .col(text("folded"))
                .col(text("kind"))
                .col(text("level"))
                .col(integer("minutes"))
                .col(text("card"))
                .col(big_integer("published_at"))
                .primary_key(&mut key(["course_id", "language"]))
                .foreign_key(&mut child_of("catalogue_entry", "course_id", "course"))
                .take(),
            table("catalogue_tag")
                .col(uuid("course_id"))
                .col(text("facet"))
                .col(text("value"))
                .primary_key(&mut key(["course_id", "facet", "value"]))
                .foreign_key(&mut child_of("catalogue_tag", "course_id", "course"))
                .take(),
            table("unit_content")
                .col(uuid("version_id"))
                .col(text("unit_key"))
                .col(text("language"))
                .col(text("body"))
                .col(text("etag"))
                .primary_key(&mut key(["version_id", "unit_key", "language"]))
                .foreign_key(&mut child_of("unit_content", "version_id", "course_version"))
                .take(),
            table("edition")
                .col(uuid("id").primary_key())
                .col(uuid("course_id"))
                .col(text("kind"))
                .col(big_integer_null("starts_at"))
                .col(big_integer_null("ends_at"))
                .col(text_null("link"))
                .col(big_integer("created_at"))
                .foreign_key(&mut child_of("edition", "course_id", "course"))
                .take(),
        ];
        let indexes = vec![
            unique("course_version", ["course_id", "number"]),
            index("course_author", ["person_id"]),
            index("catalogue_entry", ["language", "published_at"]),
            index("catalogue_tag", ["facet", "value"]),
            index("edition", ["course_id"]),
        ];
        create(manager, tables, indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "edition",
                "unit_content",
                "catalogue_tag",
                "catalogue_entry",
                "course_author",
                "course_version",
                "course",
            ],
        )
        .await
    }
}
