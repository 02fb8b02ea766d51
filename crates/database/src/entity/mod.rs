//! One module for each table, named after it. Times are milliseconds since the epoch (UTC), JSON is text.
//! Only the crate that owns a table writes it; reading may cross.

#![allow(
    missing_docs,
    reason = "SeaORM derives public items that cannot carry documentation; every table and field has its own"
)]

/// Declares the SeaORM entity of a table: what stands in braces are its columns.
macro_rules! table {
    ($(#[$meta:meta])* $module:ident = $name:tt { $($body:tt)* }) => {
        $(#[$meta])*
        pub mod $module {
            use sea_orm::entity::prelude::*;

            /// A row.
            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $name)]
            pub struct Model { $($body)* }

            /// Rows are joined by their keys where a query needs it.
            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}
        }
    };
}

mod courses;
mod credentials;
mod ledger;
mod live;
mod media;
mod operations;
mod people;
mod points;
mod progress;

pub use courses::{catalogue_entry, catalogue_tag, course, course_author, course_version, edition, unit_content};
pub use credentials::{certificate, certificate_template};
pub use ledger::{audit_event, fact, seal};
pub use live::{live_session, room, room_slot, seat};
pub use media::{blob, course_media};
pub use operations::{idempotency, job, setting, topic};
pub use people::{person, role_grant, session, sign_in, subject};
pub use points::{learner_badge, learner_points, points_day, practice_week};
pub use progress::{attempt, enrolment, question_state, unit_state, written_answer};
