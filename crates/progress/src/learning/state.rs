//! The rows that a batch touches, in memory, and which of them changed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use course_format::model::Course;
use database::entity::{attempt, enrolment, question_state, unit_state, written_answer};
use ledger::Rows;
use uuid::Uuid;
use vocabulary::{Timestamp, VersionId, from_millis};

use super::context::CourseContext;
use crate::payload::Drawn;
use crate::rules::{
    availability::{Lock, Moments, locks},
    completion::{self, Standing, UnitDone},
};

pub(super) type UnitKey = (Uuid, String);
pub(super) type QuestionKey = (Uuid, String, String);

/// The state of a batch.
#[derive(Default)]
pub(super) struct LearningState {
    pub(super) enrolments: Rows<Uuid, enrolment::Model>,
    pub(super) units: Rows<UnitKey, unit_state::Model>,
    pub(super) questions: Rows<QuestionKey, question_state::Model>,
    pub(super) attempts: Rows<Uuid, attempt::Model>,
    /// Answers to keep beside the facts; not a projection.
    pub(super) written: Vec<written_answer::Model>,
    /// Enrolments whose completion is on its way.
    pub(super) completing: BTreeSet<Uuid>,
    /// The courses that proposals brought along, for reactions.
    pub(super) courses: HashMap<VersionId, CourseContext>,
}

impl LearningState {
    pub(super) fn unit_done(&self, enrolment: Uuid, key: &str) -> UnitDone {
        self.units.get(&(enrolment, key.to_owned())).map_or_else(UnitDone::default, unit_done)
    }

    pub(super) fn locks(
        &self,
        row: &enrolment::Model,
        context: &CourseContext,
        key: &str,
        now: Timestamp,
    ) -> Vec<Lock> {
        let moments = Moments { now, edition_starts: context.edition_starts, enrolled: from_millis(row.started_at) };
        locks(&context.course, key, moments, |unit| self.unit_done(row.id, unit))
    }

    pub(super) fn standing(&self, enrolment: Uuid, course: &Course) -> Standing {
        completion::standing(course, &Of { state: self, enrolment })
    }
}

struct Of<'a> {
    state: &'a LearningState,
    enrolment: Uuid,
}

impl completion::Done for Of<'_> {
    fn unit(&self, key: &str) -> UnitDone {
        self.state.unit_done(self.enrolment, key)
    }

    fn questions(&self, key: &str) -> (usize, usize) {
        let row = self.state.units.get(&(self.enrolment, key.to_owned()));
        row.map_or((0, 0), |row| (count(row.questions_tried), count(row.questions_right)))
    }
}

fn count(value: i32) -> usize {
    usize::try_from(value).unwrap_or(0)
}

/// What a row says about a unit.
pub(crate) fn unit_done(row: &unit_state::Model) -> UnitDone {
    UnitDone {
        opened: row.opened_at.is_some(),
        done: row.done_at.is_some(),
        tries: row.tries,
        best_permille: row.best_permille,
        passed: row.passed,
    }
}

/// The second where each film or sound of a unit was left, by block.
pub(crate) fn recordings(row: Option<&unit_state::Model>) -> BTreeMap<String, u32> {
    row.and_then(|row| serde_json::from_str(row.recordings.as_deref()?).ok()).unwrap_or_default()
}

/// The questions of a sitting as its row keeps them.
pub(crate) fn questions(attempt: &attempt::Model) -> Vec<Drawn> {
    serde_json::from_str(&attempt.questions).unwrap_or_default()
}

/// The states of an enrolment.
pub(crate) mod enrolment_state {
    /// Learning goes on.
    pub const ACTIVE: &str = "active";
    /// The course's rule was met.
    pub const COMPLETED: &str = "completed";
    /// The learner had what they needed.
    pub const CLOSED: &str = "closed";
}
