//! What a proposal of learning brings along for its rule: the course, and for an answer its verdict. Never stored.

use std::sync::Arc;

use course_format::model::Course;
use vocabulary::{Timestamp, VersionId};

/// The course that the learner reads.
#[derive(Clone)]
pub struct CourseContext {
    /// The effective version's document.
    pub course: Arc<Course>,
    /// When the edition starts.
    pub edition_starts: Option<Timestamp>,
    /// The version that the enrolment stood on when it was read: the effective one may be a harmless later one.
    pub stands_on: VersionId,
}

/// An answer, graded.
#[derive(Clone)]
pub struct AnswerContext {
    /// The course.
    pub course: CourseContext,
    /// The answer as JSON, for the erasable table.
    pub answer: String,
    /// Its worth, 0 to 1000.
    pub permille: i32,
    /// Fully right.
    pub right: bool,
}

/// The start of a sitting.
#[derive(Clone)]
pub struct QuizContext {
    /// The course.
    pub course: CourseContext,
    /// The questions drawn for it, should it be allowed.
    pub drawn: Vec<crate::payload::Drawn>,
}

/// A move to a newer version.
#[derive(Clone)]
pub struct MoveContext {
    /// The newer version's course; the enrolment stands on the older one.
    pub course: CourseContext,
    /// What changes.
    pub difference: courses::Difference,
}
