//! Points, the weekly rhythm and badges.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::column::{create, drop_all, key, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table("learner_points")
                .col(uuid("learner").primary_key())
                .col(big_integer("points"))
                .col(big_integer("updated_at"))
                .take(),
            table("points_day")
                .col(uuid("learner"))
                .col(integer("day"))
                .col(integer("points"))
                .primary_key(&mut key(["learner", "day"]))
                .take(),
            table("practice_week")
                .col(uuid("learner"))
                .col(integer("week"))
                .col(integer("facts"))
                .primary_key(&mut key(["learner", "week"]))
                .take(),
            table("learner_badge")
                .col(uuid("learner"))
                .col(text("badge"))
                .col(uuid("enrolment"))
                .col(big_integer("earned_at"))
                .primary_key(&mut key(["learner", "badge"]))
                .take(),
        ];
        let indexes = vec![];
        create(manager, tables, indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["learner_badge", "practice_week", "points_day", "learner_points"]).await
    }
}
