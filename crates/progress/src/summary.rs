//! How an enrolment is told: where to go on, what is left, and for a certificate what was earned.

use std::{collections::HashMap, sync::Arc};

use course_format::model::{Certificate, Course, Kind, Unit};
use database::entity::{enrolment, unit_state};
use ledger::FactKind;
use uuid::Uuid;
use vocabulary::{CourseId, EnrolmentId, Locale, SubjectId, Timestamp, VersionId, from_millis};

use crate::{
    Error, Progress,
    learning::{enrolment_state, unit_done},
    queries,
    rules::{
        availability::{Moments, locks},
        completion::{self, UnitDone, reading_only},
    },
    service::Place,
    views::{EnrolmentSummary, Next},
};

/// The rows of the units of one enrolment.
pub(crate) type Units = HashMap<(Uuid, String), unit_state::Model>;

/// What a finished enrolment gives to whoever issues a certificate.
#[derive(Clone, Debug)]
pub struct Earned {
    /// The enrolment.
    pub enrolment: EnrolmentId,
    /// The learner as the ledger knows them.
    pub learner: SubjectId,
    /// The course.
    pub course: CourseId,
    /// The course as the learner read it when they finished.
    pub document: Arc<Course>,
    /// The language of the enrolment.
    pub language: Locale,
    /// There was nothing to check.
    pub reading_only: bool,
    /// The score, 0 to 1000.
    pub score_permille: Option<i32>,
    /// When the learner enrolled.
    pub started_at: Timestamp,
    /// When the rule was met.
    pub completed_at: Timestamp,
    /// The fact that says so.
    pub proof: Uuid,
}

pub(crate) fn done_of(units: &Units, enrolment: Uuid, key: &str) -> UnitDone {
    units.get(&(enrolment, key.to_owned())).map_or_else(UnitDone::default, unit_done)
}

pub(crate) fn moments(row: &enrolment::Model, place: &Place, now: Timestamp) -> Moments {
    Moments { now, edition_starts: place.shelf.edition_starts, enrolled: from_millis(row.started_at) }
}

pub(crate) fn title_of(texts: &course_format::model::Texts, locale: Locale, original: Locale) -> String {
    texts.pick(locale, original).map_or(String::new(), |(_, section)| section.title.clone())
}

/// The block of a unit where the learner was last, as long as the unit has it.
pub(crate) fn own_block<'a>(units: &'a Units, enrolment: Uuid, unit: &Unit) -> Option<&'a str> {
    let block = units.get(&(enrolment, unit.key.clone()))?.last_block.as_deref()?;
    unit.block(block).map(|_| block)
}

/// The block where the learner is now, when they are in this unit and it has the block.
pub(crate) fn here<'a>(row: &'a enrolment::Model, unit: &Unit) -> Option<&'a str> {
    let block = row.last_block.as_deref().filter(|_| row.last_unit.as_ref() == Some(&unit.key))?;
    unit.block(block).map(|_| block)
}

impl Progress {
    /// One enrolment of a learner.
    pub(crate) async fn summary(&self, learner: SubjectId, id: Uuid) -> Result<EnrolmentSummary, Error> {
        let place = self.place(learner, id).await?;
        let units = queries::units(&self.db, &[id]).await?;
        Ok(self.tell(&place, &units))
    }

    pub(crate) fn tell(&self, place: &Place, units: &Units) -> EnrolmentSummary {
        let row = &place.row;
        let course = &place.course;
        let locale = place.locale();
        let left: u32 = course
            .units()
            .filter(|unit| unit.mandatory && !done_of(units, row.id, &unit.key).done)
            .map(|unit| place.minutes.left(unit, own_block(units, row.id, unit)))
            .sum();
        let (done, total) = (row.done_units.min(row.total_units), row.total_units.max(1));
        EnrolmentSummary {
            id: row.id,
            slug: course.slug.clone(),
            title: title_of(&course.texts, locale, course.original()),
            kind: match course.kind {
                Kind::Mooc => "mooc",
                Kind::Instant => "instant",
                Kind::Masterclass => "masterclass",
            }
            .to_owned(),
            language: locale,
            state: row.state.clone(),
            done_units: done,
            total_units: row.total_units,
            minutes_left: left,
            percent: done * 100 / total,
            next: self.next(place, units),
            last_at: Some(from_millis(row.last_at).to_string()),
            completed_at: row.completed_at.map(|at| from_millis(at).to_string()),
            gives_certificate: course.completion.certificate != Certificate::None,
        }
    }

    /// The unit to go on with: the last one when it is not done, else the first open one that is not done after it, else the
    /// first open one at all.
    fn next(&self, place: &Place, units: &Units) -> Option<Next> {
        let row = &place.row;
        let now = self.clock.now();
        let todo = |unit: &&Unit| {
            !done_of(units, row.id, &unit.key).done
                && (unit.mandatory || row.last_unit.as_ref() == Some(&unit.key))
                && locks(&place.course, &unit.key, moments(row, place, now), |key| done_of(units, row.id, key))
                    .is_empty()
        };
        let all: Vec<&Unit> = place.course.units().collect();
        let last = row.last_unit.as_ref().and_then(|last| all.iter().position(|unit| unit.key == *last)).unwrap_or(0);
        let unit = all[last.min(all.len())..].iter().copied().find(todo).or_else(|| all.iter().copied().find(todo))?;
        let block = here(row, unit).or_else(|| own_block(units, row.id, unit));
        Some(Next {
            unit: unit.key.clone(),
            title: title_of(&unit.texts, place.locale(), place.course.original()),
            minutes: place.minutes.left(unit, block),
            block: block.map(Into::into),
        })
    }

    /// What a completed enrolment earned; `None` when it is not completed.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown enrolment.
    pub async fn earned(&self, enrolment: EnrolmentId) -> Result<Option<Earned>, Error> {
        let row = queries::enrolment(&self.db, enrolment.0).await?.ok_or(Error::NotFound)?;
        let Some(completed_at) = row.completed_at else { return Ok(None) };
        let Some(proof) = self.ledger.first_of(enrolment, FactKind::Completed).await? else { return Ok(None) };
        // The version of that day: the learner may have moved to another one since.
        let version = proof.version.unwrap_or(VersionId(row.version_id));
        let document = self.courses.document(version).await?;
        Ok(Some(Earned {
            enrolment,
            learner: SubjectId(row.learner),
            course: CourseId(row.course_id),
            language: row.language.parse().unwrap_or_default(),
            reading_only: reading_only(&document),
            score_permille: row.score_permille,
            started_at: from_millis(row.started_at),
            completed_at: from_millis(completed_at),
            proof: proof.id,
            document,
        }))
    }

    /// The courses that enrolments of these versions complete by, as they are read today: for figures of what waits.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn documents(&self, versions: &[VersionId]) -> Result<HashMap<VersionId, Arc<Course>>, Error> {
        Ok(self.courses.documents(versions).await?)
    }

    pub(crate) fn is_completed(row: &enrolment::Model) -> bool {
        row.state == enrolment_state::COMPLETED
    }

    pub(crate) fn standing(place: &Place, units: &Units) -> completion::Standing {
        struct Of<'a>(&'a Units, Uuid);
        impl completion::Done for Of<'_> {
            fn unit(&self, key: &str) -> UnitDone {
                done_of(self.0, self.1, key)
            }
            fn questions(&self, key: &str) -> (usize, usize) {
                let count = |value: i32| usize::try_from(value).unwrap_or(0);
                let row = self.0.get(&(self.1, key.to_owned()));
                row.map_or((0, 0), |row| (count(row.questions_tried), count(row.questions_right)))
            }
        }
        completion::standing(&place.course, &Of(units, place.row.id))
    }
}
