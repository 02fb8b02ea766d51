//! Enrolling: one tap, once, in the standing edition.

use std::sync::Arc;

use accounts::Actor;
use ledger::{FactKind, Outcome, Proposal};
use uuid::Uuid;
use vocabulary::{EnrolmentId, Locale};

use crate::{Error, Progress, learning::CourseContext, payload, views::EnrolmentSummary};

impl Progress {
    /// Enrols the actor in a course's standing edition, in the language given or their own. Asked again, it answers the same
    /// enrolment.
    ///
    /// # Errors
    /// [`Error::Courses`] for an unknown course.
    pub async fn enrol(&self, actor: &Actor, slug: &str, language: Option<Locale>) -> Result<EnrolmentSummary, Error> {
        let shelf = self.courses.published(slug).await?;
        let version = shelf.newest().id;
        let course = self.courses.document(version).await?;
        let wanted = language.unwrap_or_else(|| actor.language());
        let language = if course.languages.contains(&wanted) { wanted } else { course.original() };
        // The id follows from who and what: the same wish, sent from two devices at once, is one enrolment.
        let id = Uuid::new_v5(&shelf.edition.0, actor.subject().0.as_bytes());
        let total = course.units().filter(|unit| unit.mandatory).count();
        let payload = payload::Enrolled { language, total_units: i32::try_from(total).unwrap_or(i32::MAX) };
        let proposal = Proposal {
            id: Uuid::new_v5(&id, b"enrolled"),
            course: Some(shelf.course),
            edition: Some(shelf.edition),
            enrolment: Some(EnrolmentId(id)),
            version: Some(version),
            payload: serde_json::to_value(payload).unwrap_or_default(),
            context: Arc::new(CourseContext { course, edition_starts: shelf.edition_starts, stands_on: version }),
            ..Proposal::new(FactKind::Enrolled, actor.subject())
        };
        match self.ledger.append(vec![proposal]).await?.into_iter().next() {
            Some(Outcome::Refused { code, params }) if code != "already-enrolled" => {
                Err(Error::Refused { code, params })
            }
            _ => self.summary(actor.subject(), id).await,
        }
    }
}
