//! What a learner sees of their own learning. Never holds a key to a question.

use course_format::grade::{Answer, Feedback};
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
    /// A newer version that is not harmless, for whoever wants to move.
    pub newer_version: Option<i32>,
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

/// A learner's state in one unit.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UnitStateView {
    /// The unit's key.
    pub key: String,
    /// `locked`, `new`, `open` or `done`.
    pub state: String,
    /// The last block.
    pub position: Option<String>,
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

/// Points, level, badges and rhythm.
#[derive(Clone, Debug, Serialize, ToSchema)]
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
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Rhythm {
    /// Practice in the last four weeks, oldest first.
    pub weeks: Vec<bool>,
    /// In how many of them.
    pub practised: usize,
}

/// Today's points.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
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
