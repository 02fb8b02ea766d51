//! An enrolment as its learner sees it: in a list, and with its outline.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;
use vocabulary::Locale;

/// An enrolment in a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EnrolmentSummary {
    /// Its id.
    pub id: Uuid,
    /// The course's key.
    pub slug: String,
    /// The course's title in the enrolment's language.
    pub title: String,
    /// `mooc`, `instant` or `masterclass`.
    pub kind: String,
    /// The language the learner chose for it.
    pub language: Locale,
    /// `active`, `completed`, `closed` or `withdrawn`.
    pub state: String,
    /// Mandatory units done.
    pub done_units: i32,
    /// Mandatory units in all.
    pub total_units: i32,
    /// Minutes of the mandatory units that are not done.
    pub minutes_left: u32,
    /// Done, per cent.
    pub percent: i32,
    /// Where to go on; `None` when everything is done.
    pub next: Option<Next>,
    /// When the learner was last here.
    pub last_at: Option<String>,
    /// When the course's rule was met.
    pub completed_at: Option<String>,
    /// The course gives a certificate to whoever meets its rule.
    pub gives_certificate: bool,
}

/// Where to go on.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Next {
    /// The unit's key.
    pub unit: String,
    /// The unit's title.
    pub title: String,
    /// The block to begin at.
    pub block: Option<String>,
    /// Minutes of that unit.
    pub minutes: u32,
}

/// An enrolment with its outline.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EnrolmentDetail {
    /// What a list shows of it.
    #[serde(flatten)]
    pub summary: EnrolmentSummary,
    /// The version that the learner reads.
    pub version_id: Uuid,
    /// The number of a newer version that is not harmless.
    pub newer_version: Option<i32>,
    /// What that version would change, for whoever wants to move.
    pub newer: Option<NewerVersion>,
    /// The outline with the state of each unit.
    pub modules: Vec<ModuleState>,
    /// The last place.
    pub position: Option<Position>,
    /// The course's rule and what is missing.
    pub rule: Rule,
    /// What could come next.
    pub next_course: Option<NextCourse>,
}

/// The last place in a course.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Position {
    /// The unit's key.
    pub unit: String,
    /// The block.
    pub block: Option<String>,
}

/// A module of an outline.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ModuleState {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// The week of a MOOC.
    pub week: Option<u32>,
    /// Its units.
    pub units: Vec<UnitOutline>,
}

/// A unit of an outline.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UnitOutline {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// `lesson` or `quiz`.
    #[serde(rename = "type")]
    pub kind: String,
    /// How long it takes.
    pub minutes: u32,
    /// It counts for finishing.
    pub mandatory: bool,
    /// `locked`, `new`, `open` or `done`.
    pub state: String,
    /// Why it is locked.
    pub opens_because: Vec<Reason>,
    /// It has a condition: what stands in it is answered by the enrolment alone.
    pub conditional: bool,
    /// The best score, per cent.
    pub score: Option<i32>,
    /// Its quiz was passed.
    pub passed: Option<bool>,
    /// Attempts submitted.
    pub tries_used: i32,
    /// Attempts left; `None`: as many as one likes.
    pub tries_left: Option<i32>,
}

/// A reason as a stable code and the words that its sentence needs.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Reason {
    /// The code.
    pub code: String,
    /// Names and numbers for the sentence.
    #[schema(value_type = Object)]
    pub params: Value,
}

/// The course's rule.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// `attendance`, `completion` or `none`.
    pub certificate: String,
    /// There is nothing to check.
    pub reading_only: bool,
    /// Per cent to reach.
    pub score: Option<i32>,
    /// The rule is met.
    pub met: bool,
    /// What is missing.
    pub missing: Vec<Reason>,
}

/// A course to go on with, and why.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NextCourse {
    /// Its key.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Why this one.
    pub reason: Reason,
}

/// A newer version of the course, and what moving to it would mean for this learner.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NewerVersion {
    /// Its id: what to move to.
    pub version_id: Uuid,
    /// 1, 2, 3...
    pub number: i32,
    /// Units that come.
    pub added: Vec<UnitName>,
    /// Units that go; what was done in them stops counting.
    pub removed: Vec<UnitName>,
    /// Units whose questions change; what was passed stays passed, the rest may be tried anew.
    pub changed: Vec<ChangedUnitView>,
    /// What it takes to finish the course changes.
    pub rule_changed: bool,
    /// Mandatory units of the newer version that are done already.
    pub done_units: usize,
    /// Mandatory units of the newer version.
    pub total_units: usize,
    /// A quiz that goes on and has to be handed in first.
    pub open_attempt: Option<OpenSitting>,
}

/// A unit by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct UnitName {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
}

/// A unit whose questions change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ChangedUnitView {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// How many questions come, go or change; 0 when only the marks, tries or time of a quiz change.
    pub questions: usize,
}

/// A quiz that goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct OpenSitting {
    /// The sitting.
    pub attempt: Uuid,
    /// The unit's key.
    pub unit: String,
    /// The unit's title.
    pub title: String,
}
