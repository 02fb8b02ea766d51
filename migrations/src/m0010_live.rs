//! Rooms, sessions with a date, and who has a seat.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::column::{child_of, create, drop_all, index, key, table};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = vec![
            table("room")
                .col(uuid("id").primary_key())
                .col(text("name"))
                .col(text("address"))
                .col(integer("seats"))
                .col(big_integer("created_at"))
                .take(),
            table("live_session")
                .col(uuid("id").primary_key())
                .col(uuid("course_id"))
                .col(uuid_null("room_id"))
                .col(text_null("link"))
                .col(big_integer("starts_at"))
                .col(big_integer("ends_at"))
                .col(integer_null("places"))
                .col(text("state"))
                .col(big_integer("created_at"))
                .foreign_key(&mut child_of("live_session", "course_id", "course"))
                .foreign_key(&mut child_of("live_session", "room_id", "room"))
                .take(),
            // Two sessions in one room at one time would need the same row here twice.
            table("room_slot")
                .col(uuid("room_id"))
                .col(big_integer("slot"))
                .col(uuid("session_id"))
                .primary_key(&mut key(["room_id", "slot"]))
                .foreign_key(&mut child_of("room_slot", "session_id", "live_session"))
                .take(),
            table("seat")
                .col(uuid("session_id"))
                .col(uuid("learner"))
                .col(text("state"))
                .col(big_integer("turn"))
                .col(big_integer("booked_at"))
                .col(big_integer_null("joined_at"))
                .col(boolean_null("present"))
                .primary_key(&mut key(["session_id", "learner"]))
                .take(),
        ];
        let indexes = vec![
            index("live_session", ["state", "ends_at"]),
            index("live_session", ["starts_at", "id"]),
            index("room_slot", ["session_id"]),
            index("seat", ["learner"]),
        ];
        create(manager, tables, indexes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["seat", "room_slot", "live_session", "room"]).await
    }
}
