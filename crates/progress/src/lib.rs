//! Learning: enrolment, facts, sittings of quizzes, completion, points and the weekly rhythm.
//!
//! Invariant: everything a learner has reached is a projection of the ledger's facts. Grading happens here and nowhere else,
//! and no key leaves before its question is over.

mod attempts;
mod changes;
mod enrol;
mod error;
mod learning;
mod move_version;
mod my_learning;
mod next_course;
mod payload;
mod queries;
mod record;
mod rewards;
mod rewards_view;
mod roster;
mod rules;
mod service;
mod summary;
#[cfg(test)]
mod testing;
mod unit_view;
pub mod views;

pub use error::Error;
pub use learning::projection as learning_projection;
pub use payload::Completed;
pub use rewards::projection as rewards_projection;
pub use roster::{RosterFilter, Totals};
pub use rules::completion::reading_only;
pub use service::Progress;
pub use summary::Earned;
