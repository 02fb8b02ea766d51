//! Enrolments as administrators see them.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// An enrolment as administrators see it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RosterLine {
    /// The enrolment.
    pub id: Uuid,
    /// Who.
    pub person_name: String,
    /// Their sign-in.
    pub login: String,
    /// The course's key.
    pub slug: String,
    /// The course's title.
    pub title: String,
    /// `active`, `completed`, `closed` or `withdrawn`.
    pub state: String,
    /// Done, per cent.
    pub percent: i32,
    /// Mandatory units done.
    pub done_units: i32,
    /// Mandatory units in all.
    pub total_units: i32,
    /// When they enrolled.
    pub started_at: String,
    /// When they were last here.
    pub last_at: String,
    /// When they finished.
    pub completed_at: Option<String>,
}
