//! A sitting of a quiz and its result. Never holds a key.

use course_format::grade::{Answer, Feedback};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// One sitting of a quiz.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AttemptView {
    /// Its id.
    pub id: Uuid,
    /// The enrolment.
    pub enrolment: Uuid,
    /// The unit's key.
    pub unit: String,
    /// 1, 2, 3...
    pub number: i32,
    /// When it began.
    pub started_at: String,
    /// When it ends by itself.
    pub deadline: Option<String>,
    /// The questions in their order, as the player shows them.
    #[schema(value_type = Vec<Object>)]
    pub questions: Vec<Value>,
    /// The answers so far, by block.
    #[schema(value_type = Object)]
    pub answers: std::collections::BTreeMap<String, Answer>,
    /// When it ended.
    pub submitted_at: Option<String>,
    /// How it went, once it ended.
    pub result: Option<AttemptResult>,
}

/// How a quiz went.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AttemptResult {
    /// Per cent.
    pub score: i32,
    /// It reached the mark.
    pub passed: bool,
    /// The mark, per cent.
    pub pass_mark: i32,
    /// Attempts left; `None`: as many as one likes.
    pub tries_left: Option<i32>,
    /// Points gained.
    pub points: i64,
    /// Each question.
    pub questions: Vec<QuestionResult>,
    /// The unit is done.
    pub unit_done: bool,
    /// The course is finished.
    pub completed: bool,
}

/// One question of a result.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct QuestionResult {
    /// The block.
    pub block: String,
    /// Its worth, 0 to 1; `None` where the review rule hides it.
    pub fraction: Option<f64>,
    /// It is right; `None` where the review rule hides it.
    pub right: Option<bool>,
    /// Feedback; `None` where the review rule hides it.
    #[schema(value_type = Option<Object>)]
    pub feedback: Option<Feedback>,
    /// What was answered.
    #[schema(value_type = Option<Object>)]
    pub answer: Option<Answer>,
}
