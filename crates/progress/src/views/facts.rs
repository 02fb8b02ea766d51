//! What a learner's browser reports, and what it is answered.

use course_format::grade::{Answer, Feedback};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Something that a learner did.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactIn {
    /// Made by the client, so that a repeat is recognised.
    pub id: Uuid,
    /// What was done.
    pub kind: FactInKind,
    /// The enrolment.
    pub enrolment: Uuid,
    /// The unit's key.
    pub unit: String,
    /// The block.
    pub block: Option<String>,
    /// When, by the client's clock.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub claimed_at: Option<vocabulary::Timestamp>,
    /// The second of a recording.
    pub seconds: Option<u32>,
    /// The answer to a question.
    #[schema(value_type = Option<Object>)]
    pub answer: Option<Answer>,
    /// The sitting of a quiz that the answer belongs to.
    pub attempt: Option<Uuid>,
}

/// The kinds of fact that a learner's browser may report; all others are the server's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum FactInKind {
    /// The unit was opened.
    Opened,
    /// The learner is now at this block.
    Progressed,
    /// A question was answered.
    Answered,
    /// The lesson was read to its end.
    Done,
}

/// What became of a fact.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FactOut {
    /// The fact's id.
    pub id: Uuid,
    /// `recorded`, `known` or `refused`.
    pub status: String,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// How an answer was judged; hidden while a quiz goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<VerdictView>,
    /// Points gained.
    pub points: i64,
    /// The unit is done by it.
    pub unit_done: bool,
    /// The course is finished by it.
    pub completed: bool,
    /// Badges gained.
    pub badges: Vec<String>,
}

/// How an answer was judged.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VerdictView {
    /// Fully right.
    pub right: bool,
    /// 0 to 1.
    pub fraction: f64,
    /// Answers left; `None`: as many as one likes.
    pub tries_left: Option<i32>,
    /// What to learn from it.
    #[schema(value_type = Option<Object>)]
    pub feedback: Option<Feedback>,
}
