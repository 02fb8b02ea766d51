//! Moving to a newer version that changes more than words: what it would mean, and doing it when the learner chooses to.

use std::sync::Arc;

use accounts::Actor;
use course_format::model::Course;
use ledger::{FactKind, Proposal};
use serde_json::Value;
use uuid::Uuid;
use vocabulary::{SubjectId, VersionId};

use crate::{
    Error, Progress,
    learning::{CourseContext, MoveContext, over},
    queries,
    service::Place,
    summary::{Units, done_of, title_of},
    views::{ChangedUnitView, EnrolmentSummary, NewerVersion, OpenSitting, UnitName},
};

impl Progress {
    /// Moves an enrolment to the newest version of its course. Asked again, it answers the same.
    ///
    /// # Errors
    /// [`Error::Refused`] with `stale-version` when a still newer one was published meanwhile, `attempt-open` while a quiz goes
    /// on (with its `attempt` and `unit`), `enrolment-closed`; [`Error::NotFound`] for no version of that course or somebody
    /// else's enrolment.
    pub async fn move_to(&self, actor: &Actor, id: Uuid, version: VersionId) -> Result<EnrolmentSummary, Error> {
        let place = self.place(actor.subject(), id).await?;
        if !place.shelf.versions.iter().any(|known| known.id == version) {
            return Err(Error::NotFound);
        }
        let newest = place.shelf.newest().id;
        if place.shelf.effective(version) != newest {
            return Err(Error::Refused { code: "stale-version", params: Value::Null });
        }
        if place.version != newest {
            self.end_overdue(actor.subject(), id).await?;
            let new = self.courses.document(newest).await?;
            self.one(proposal(&place, newest, new)).await?;
        }
        self.summary(actor.subject(), id).await
    }

    /// What moving would mean; `None` for whoever reads the newest version.
    pub(crate) async fn newer(&self, place: &Place, units: &Units) -> Result<Option<NewerVersion>, Error> {
        let newest = place.shelf.newest();
        if newest.id == place.version {
            return Ok(None);
        }
        let new = self.courses.document(newest.id).await?;
        let open = queries::open_attempts(&self.db, place.row.id).await?.into_iter().next();
        let difference = courses::difference(&place.course, &new);
        let named =
            |course: &Course, key: &String| UnitName { key: key.clone(), title: unit_title(place, course, key) };
        let mandatory: Vec<_> = new.units().filter(|unit| unit.mandatory).collect();
        let done = mandatory.iter().filter(|unit| done_of(units, place.row.id, &unit.key).done).count();
        Ok(Some(NewerVersion {
            version_id: newest.id.0,
            number: newest.number,
            added: difference.added.iter().map(|key| named(&new, key)).collect(),
            removed: difference.removed.iter().map(|key| named(&place.course, key)).collect(),
            changed: difference
                .changed
                .iter()
                .map(|changed| ChangedUnitView {
                    key: changed.unit.clone(),
                    title: unit_title(place, &new, &changed.unit),
                    questions: changed.count(),
                })
                .collect(),
            rule_changed: difference.rule,
            done_units: done,
            total_units: mandatory.len(),
            open_attempt: open.map(|open| OpenSitting {
                title: unit_title(place, &place.course, &open.unit_key),
                attempt: open.id,
                unit: open.unit_key,
            }),
        }))
    }

    /// Hands in what nobody handed in although its time is over: it must not stand in the way.
    async fn end_overdue(&self, learner: SubjectId, enrolment: Uuid) -> Result<(), Error> {
        let now = self.clock.now();
        for open in queries::open_attempts(&self.db, enrolment).await?.iter().filter(|open| over(open, now)) {
            self.hand_in(learner, open.id).await?;
        }
        Ok(())
    }
}

fn proposal(place: &Place, newest: VersionId, new: Arc<Course>) -> Proposal {
    let difference = courses::difference(&place.course, &new);
    let course = CourseContext { course: new, ..place.context() };
    Proposal {
        // The id follows from who and what: the wish of two devices at once is one move.
        id: Uuid::new_v5(&place.row.id, format!("moved {newest}").as_bytes()),
        version: Some(newest),
        context: Arc::new(MoveContext { course, difference }),
        ..place.proposal(FactKind::Moved, None)
    }
}

fn unit_title(place: &Place, course: &Course, key: &str) -> String {
    course.unit(key).map_or(String::new(), |unit| title_of(&unit.texts, place.locale(), course.original()))
}
