//! A learner's state in one unit.

use course_format::grade::{Answer, Feedback};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A learner's state in one unit.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UnitStateView {
    /// The unit's key.
    pub key: String,
    /// `locked`, `new`, `open` or `done`.
    pub state: String,
    /// The last block.
    pub position: Option<String>,
    /// How far films and sounds were heard, in seconds from their beginning, by block: where to go on.
    pub recordings: std::collections::BTreeMap<String, u32>,
    /// The state of each answered question of a lesson.
    pub questions: std::collections::BTreeMap<String, QuestionStateView>,
    /// The quiz, for a quiz unit.
    pub quiz: Option<QuizState>,
}

/// A learner's state in one question.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QuestionStateView {
    /// Answers given.
    pub tries: i32,
    /// Answers left; `None`: as many as one likes.
    pub tries_left: Option<i32>,
    /// It was answered right.
    pub right: bool,
    /// The best answer's worth, 0 to 1.
    pub best: f64,
    /// The last answer.
    #[schema(value_type = Option<Object>)]
    pub last: Option<Answer>,
    /// The feedback to the last answer.
    #[schema(value_type = Option<Object>)]
    pub feedback: Option<Feedback>,
}

/// A learner's state in a quiz.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QuizState {
    /// Attempts submitted.
    pub tries_used: i32,
    /// Attempts left; `None`: as many as one likes.
    pub tries_left: Option<i32>,
    /// The best score, per cent.
    pub best: Option<i32>,
    /// It was passed.
    pub passed: bool,
    /// The attempt that goes on.
    pub open_attempt: Option<Uuid>,
    /// All attempts, oldest first.
    pub attempts: Vec<AttemptLine>,
}

/// An attempt in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AttemptLine {
    /// Its id.
    pub id: Uuid,
    /// 1, 2, 3...
    pub number: i32,
    /// When it began.
    pub started_at: String,
    /// When it ended.
    pub submitted_at: Option<String>,
    /// Per cent.
    pub score: Option<i32>,
    /// It reached the mark.
    pub passed: Option<bool>,
}
