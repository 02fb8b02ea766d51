//! Learning as one value that the house shares.

use std::sync::Arc;

use course_format::{
    Answer, Feedback,
    minutes::Reckoned,
    model::{Block, Course},
};
use courses::{Courses, OnShelf};
use database::{Database, entity::enrolment};
use jiff::tz::TimeZone;
use ledger::{FactKind, Ledger, Proposal};
use uuid::Uuid;
use vocabulary::{Clock, CourseId, EditionId, EnrolmentId, SubjectId, VersionId};

use crate::{Error, learning::CourseContext, queries};

/// Use cases of learning. Clones share everything.
#[derive(Clone)]
pub struct Progress {
    pub(crate) db: Database,
    pub(crate) ledger: Ledger,
    pub(crate) courses: Courses,
    pub(crate) accounts: accounts::Accounts,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) zone: TimeZone,
}

/// An enrolment with the course that its learner reads today.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) row: enrolment::Model,
    pub(crate) shelf: Arc<OnShelf>,
    pub(crate) version: VersionId,
    pub(crate) course: Arc<Course>,
    pub(crate) media: courses::Media,
    /// What its units take, reckoned once for the version.
    pub(crate) minutes: Arc<Reckoned>,
}

impl Place {
    pub(crate) fn locale(&self) -> vocabulary::Locale {
        self.row.language.parse().unwrap_or_default()
    }

    pub(crate) fn context(&self) -> CourseContext {
        CourseContext {
            course: self.course.clone(),
            edition_starts: self.shelf.edition_starts,
            stands_on: VersionId(self.row.version_id),
        }
    }

    /// The words for an answer; `last` says that no try is left.
    pub(crate) fn feedback(&self, block: &Block, answer: &Answer, last: bool) -> Option<Feedback> {
        course_format::feedback(&self.course, block, answer, self.locale(), last, &self.media)
    }

    /// A proposal about this enrolment, with its header filled in.
    pub(crate) fn proposal(&self, kind: FactKind, unit: Option<&str>) -> Proposal {
        Proposal {
            course: Some(CourseId(self.row.course_id)),
            edition: Some(EditionId(self.row.edition_id)),
            enrolment: Some(EnrolmentId(self.row.id)),
            version: Some(self.version),
            unit: unit.map(Into::into),
            context: Arc::new(self.context()),
            ..Proposal::new(kind, SubjectId(self.row.learner))
        }
    }
}

impl Progress {
    /// Learning over this ledger and these courses.
    #[must_use]
    pub fn new(
        ledger: Ledger,
        courses: Courses,
        accounts: accounts::Accounts,
        clock: Arc<dyn Clock>,
        zone: TimeZone,
    ) -> Self {
        Self { db: ledger.database().clone(), ledger, courses, accounts, clock, zone }
    }

    /// A learner's own enrolment; that of anybody else is not found.
    pub(crate) async fn place(&self, learner: SubjectId, id: Uuid) -> Result<Place, Error> {
        let row =
            queries::enrolment(&self.db, id).await?.filter(|row| row.learner == learner.0).ok_or(Error::NotFound)?;
        self.place_of(row).await
    }

    pub(crate) async fn place_of(&self, row: enrolment::Model) -> Result<Place, Error> {
        self.places_of(vec![row]).await?.pop().ok_or(Error::NotFound)
    }

    /// The places of enrolments, in their order: what is not in memory is read in one statement for all of them.
    pub(crate) async fn places_of(&self, rows: Vec<enrolment::Model>) -> Result<Vec<Place>, Error> {
        let mut standing = Vec::with_capacity(rows.len());
        for row in rows {
            let shelf = self.courses.published_by_id(CourseId(row.course_id)).await?;
            let version = shelf.effective(VersionId(row.version_id));
            standing.push((row, shelf, version));
        }
        let versions: Vec<VersionId> = standing.iter().map(|(_, _, version)| *version).collect();
        let known = self.courses.known(&versions).await?;
        let mut places = Vec::with_capacity(standing.len());
        for (row, shelf, version) in standing {
            let (course, media) = known.get(&version).ok_or(Error::NotFound)?.clone();
            let minutes = self.courses.minutes(version, &course).await;
            places.push(Place { row, shelf, version, course, media, minutes });
        }
        Ok(places)
    }
}
