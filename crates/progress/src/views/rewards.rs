//! Points, level, badges, rhythm and reviews.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Points, level, badges and rhythm; nothing of it, but the reviews, for whoever switched it off.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Rewards {
    /// The learner wants to see them.
    pub on: bool,
    /// Points in all.
    pub points: i64,
    /// The level reached.
    pub level: i64,
    /// Points at which this level began.
    pub level_at: i64,
    /// Points at which the next begins.
    pub next_at: i64,
    /// Badges earned, and those of courses in progress.
    pub badges: Vec<Badge>,
    /// The last four weeks.
    pub rhythm: Rhythm,
    /// Today's points.
    pub today: Today,
    /// Questions that are due again.
    pub reviews: Vec<ReviewDue>,
}

/// A badge: an area of competence and a band.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Badge {
    /// `area-1-basic`.
    pub id: String,
    /// The area's number.
    pub area: String,
    /// The area's name.
    pub label: String,
    /// The band.
    pub band: vocabulary::Band,
    /// The course that leads or led to it.
    pub course: String,
    /// When it was earned; `None`: not yet.
    pub earned_at: Option<String>,
    /// The enrolment that proves it.
    pub enrolment: Uuid,
}

/// The weekly rhythm.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct Rhythm {
    /// Practice in the last four weeks, oldest first.
    pub weeks: Vec<bool>,
    /// In how many of them.
    pub practised: usize,
}

/// Today's points.
#[derive(Clone, Copy, Debug, Default, Serialize, ToSchema)]
pub struct Today {
    /// So far.
    pub points: i64,
    /// At most.
    pub cap: i64,
}

/// A question that is due again.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReviewDue {
    /// The enrolment.
    pub enrolment: Uuid,
    /// The course's key.
    pub slug: String,
    /// The course's title.
    pub title: String,
    /// The unit's key.
    pub unit: String,
    /// The unit's title.
    pub unit_title: String,
    /// The block.
    pub block: String,
    /// Since when.
    pub due_at: String,
}
