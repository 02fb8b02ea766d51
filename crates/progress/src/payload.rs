//! What the facts of learning carry: verdicts and ids, never a name or a written word.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vocabulary::Locale;

/// `enrolled`
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Enrolled {
    /// The language chosen.
    pub language: Locale,
    /// Mandatory units of the version.
    pub total_units: i32,
}

/// `moved`: the enrolment's language or version changed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Moved {
    /// The new language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Locale>,
    /// Mandatory units of the new version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_units: Option<i32>,
    /// Mandatory units of the new version that are done already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_units: Option<i32>,
    /// How the checks of lessons stand among the questions that the new version has, for units where that changes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub checks: BTreeMap<String, Checks>,
    /// Quizzes and questions that are no longer what they were, and were not passed: their tries begin anew.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub again: Vec<Again>,
}

/// The checks of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checks {
    /// Questions tried.
    pub tried: i32,
    /// Questions answered right.
    pub right: i32,
}

/// A quiz, or a question of a lesson, that may be tried anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Again {
    /// The unit.
    pub unit: String,
    /// The question; none for a quiz.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<String>,
}

/// `progressed`
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Progressed {
    /// The block reached.
    pub block: String,
    /// The second of a recording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
}

/// `answered`
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answered {
    /// The question.
    pub block: String,
    /// The answer's worth, 0 to 1000.
    pub permille: i32,
    /// Fully right.
    pub right: bool,
    /// It has a right answer at all.
    pub scored: bool,
    /// The sitting it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempt: Option<Uuid>,
    /// Answers left after this one; `None`: as many as one likes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tries_left: Option<i32>,
    /// It is the first right answer to this question.
    #[serde(default)]
    pub first_right: bool,
    /// There was a wrong answer before.
    #[serde(default)]
    pub wrong_before: bool,
    /// What it does to the question's reviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewChange>,
    /// The course gives no points.
    #[serde(default)]
    pub quiet: bool,
}

/// A question's reviews after an answer.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReviewChange {
    /// Reviews done.
    pub step: i32,
    /// When the next is due, milliseconds since the epoch.
    pub due_at: Option<i64>,
    /// This answer was a review, given when due, and right.
    pub earned: bool,
}

/// `done`
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Done {
    /// The unit counts for finishing.
    pub mandatory: bool,
}

/// `attempt-started`
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AttemptStarted {
    /// The sitting.
    pub attempt: Uuid,
    /// 1, 2, 3...
    pub number: i32,
    /// The questions drawn, in order.
    pub questions: Vec<Drawn>,
    /// When it ends, milliseconds since the epoch.
    pub deadline: Option<i64>,
}

/// A question of a sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// The block.
    pub block: String,
    /// How much it weighs; 0 for a question without a right answer.
    pub points: i32,
    /// The fact with the last answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<Uuid>,
    /// The last answer's worth, 0 to 1000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permille: Option<i32>,
}

/// `attempt-submitted`
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AttemptSubmitted {
    /// The sitting.
    pub attempt: Uuid,
    /// The score, 0 to 1000.
    pub permille: i32,
    /// It reached the mark.
    pub passed: bool,
}

/// `passed`: the first time.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Passed {
    /// The unit's level, 1 to 8.
    pub level: u8,
    /// The course gives no points.
    #[serde(default)]
    pub quiet: bool,
}

/// `completed`
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Completed {
    /// The course's score, 0 to 1000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permille: Option<i32>,
    /// The badges that it brings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub badges: Vec<String>,
}

/// `earned`
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Earned {
    /// Points.
    #[serde(default)]
    pub points: i64,
    /// The day they count for, in the organisation's zone, days since the epoch.
    #[serde(default)]
    pub day: i32,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// A badge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub badge: Option<String>,
}
