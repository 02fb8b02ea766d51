//! What a learner sees of their courses: the list, and one enrolment with its outline.

use accounts::Actor;
use course_format::model::{Certificate, Unit, UnitType};
use serde_json::json;
use uuid::Uuid;
use vocabulary::{Page, PageRequest};

use crate::{
    Error, Progress,
    attempts::tries_left,
    queries,
    rules::{
        availability::{Lock, locks},
        completion::{Missing, reading_only},
    },
    service::Place,
    summary::{Units, done_of, here, moments, title_of},
    views::{EnrolmentDetail, EnrolmentSummary, ModuleState, Position, Reason, Rule, UnitOutline},
};

impl Progress {
    /// The actor's enrolments, the one used last first.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a cursor that this list did not give.
    pub async fn my_enrolments(&self, actor: &Actor, page: &PageRequest) -> Result<Page<EnrolmentSummary>, Error> {
        let after = page.cursor.as_deref().map(parse_cursor).transpose()?;
        let rows = queries::of_learner(&self.db, actor.subject().0, after, u64::from(page.limit) + 1).await?;
        let rows = Page::from_extra(rows, page.limit, |row| format!("{}.{}", row.last_at, row.id));
        let ids: Vec<Uuid> = rows.items.iter().map(|row| row.id).collect();
        let units = queries::units(&self.db, &ids).await?;
        let places = self.places_of(rows.items).await?;
        Ok(Page { items: places.iter().map(|place| self.tell(place, &units)).collect(), next: rows.next })
    }

    /// The actor's enrolment in a course, when there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn my_enrolment_in(&self, actor: &Actor, slug: &str) -> Result<Option<EnrolmentSummary>, Error> {
        let shelf = self.courses.published(slug).await?;
        let Some(row) = queries::of_learner_in_course(&self.db, actor.subject().0, shelf.course.0).await? else {
            return Ok(None);
        };
        let units = queries::units(&self.db, &[row.id]).await?;
        Ok(Some(self.tell(&self.place_of(row).await?, &units)))
    }

    /// One enrolment with its outline, its rule and what is missing.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one or somebody else's.
    pub async fn my_enrolment(&self, actor: &Actor, id: Uuid) -> Result<EnrolmentDetail, Error> {
        let place = self.place(actor.subject(), id).await?;
        let units = queries::units(&self.db, &[id]).await?;
        let newer = self.newer(&place, &units).await?;
        let next_course =
            if Self::is_completed(&place.row) { self.next_course(actor.subject(), &place).await? } else { None };
        Ok(EnrolmentDetail {
            summary: self.tell(&place, &units),
            version_id: place.version.0,
            newer_version: newer.as_ref().map(|newer| newer.number),
            newer,
            modules: self.outline(&place, &units),
            position: position(&place),
            rule: rule(&place, &units),
            next_course,
        })
    }

    fn outline(&self, place: &Place, units: &Units) -> Vec<ModuleState> {
        let (locale, original) = (place.locale(), place.course.original());
        place
            .course
            .modules
            .iter()
            .map(|module| ModuleState {
                key: module.key.clone(),
                title: title_of(&module.texts, locale, original),
                week: module.week,
                units: module.units.iter().map(|unit| self.unit_outline(place, units, unit)).collect(),
            })
            .collect()
    }

    fn unit_outline(&self, place: &Place, units: &Units, unit: &Unit) -> UnitOutline {
        let done = done_of(units, place.row.id, &unit.key);
        let locked = self.locked(place, units, &unit.key);
        let quiz = unit.kind == UnitType::Quiz;
        UnitOutline {
            key: unit.key.clone(),
            title: title_of(&unit.texts, place.locale(), place.course.original()),
            kind: if quiz { "quiz" } else { "lesson" }.to_owned(),
            minutes: place.minutes.left(unit, None),
            mandatory: unit.mandatory,
            state: state_word(done.done, done.opened, !locked.is_empty()).to_owned(),
            opens_because: locked.iter().map(|lock| lock_reason(place, lock)).collect(),
            conditional: place.course.has_condition(&unit.key),
            score: done.best_permille.map(|permille| permille / 10),
            passed: quiz.then_some(done.passed),
            tries_used: done.tries,
            tries_left: quiz.then(|| tries_left(unit.quiz_settings().tries, done.tries)).flatten(),
        }
    }

    pub(crate) fn locked(&self, place: &Place, units: &Units, key: &str) -> Vec<Lock> {
        let moments = moments(&place.row, place, self.clock.now());
        locks(&place.course, key, moments, |key| done_of(units, place.row.id, key))
    }
}

/// The last place, as long as the version that is read has it.
fn position(place: &Place) -> Option<Position> {
    let unit = place.course.unit(place.row.last_unit.as_deref()?)?;
    Some(Position { unit: unit.key.clone(), block: here(&place.row, unit).map(Into::into) })
}

/// `locked`, `new`, `open` or `done`; what is done stays so even when its condition would not hold any more.
pub(crate) fn state_word(done: bool, opened: bool, locked: bool) -> &'static str {
    match (done, locked, opened) {
        (true, _, _) => "done",
        (_, true, _) => "locked",
        (_, _, true) => "open",
        _ => "new",
    }
}

fn rule(place: &Place, units: &Units) -> Rule {
    let course = &place.course;
    let standing = Progress::standing(place, units);
    let (certificate, score) = match course.completion.certificate {
        Certificate::Attendance => ("attendance", None),
        Certificate::Completion => ("completion", Some(i32::from(course.completion.score.unwrap_or(80)))),
        Certificate::None => ("none", None),
    };
    Rule {
        certificate: certificate.to_owned(),
        reading_only: reading_only(course),
        score,
        met: place.row.completed_at.is_some() || standing.met(),
        missing: standing.missing.iter().map(missing_reason).collect(),
    }
}

fn missing_reason(missing: &Missing) -> Reason {
    let (code, params) = match missing {
        Missing::Units(count) => ("units-to-open", json!({ "count": count })),
        Missing::ChecksToTry(count) => ("checks-to-try", json!({ "count": count })),
        Missing::ChecksToPass(count) => ("checks-to-pass", json!({ "count": count })),
        Missing::Score { reached, needed } => ("score-to-reach", json!({ "reached": reached, "needed": needed })),
    };
    Reason { code: code.to_owned(), params }
}

fn lock_reason(place: &Place, lock: &Lock) -> Reason {
    let title = |key: &str| {
        place
            .course
            .unit(key)
            .map_or(String::new(), |unit| title_of(&unit.texts, place.locale(), place.course.original()))
    };
    let (code, params) = match lock {
        Lock::OpensAt(at) => ("opens-at", json!({ "at": at.to_string() })),
        Lock::After(unit) => ("after-unit", json!({ "unit": unit, "title": title(unit) })),
        Lock::ScoreAtLeast { unit, percent } => {
            ("score-at-least", json!({ "unit": unit, "title": title(unit), "percent": percent }))
        }
        Lock::ScoreBelow { unit, percent } => {
            ("score-below", json!({ "unit": unit, "title": title(unit), "percent": percent }))
        }
    };
    Reason { code: code.to_owned(), params }
}

/// `last_at.id`, as these lists give it.
pub(crate) fn parse_cursor(cursor: &str) -> Result<(i64, Uuid), Error> {
    let parts = cursor.split_once('.').and_then(|(at, id)| Some((at.parse().ok()?, id.parse().ok()?)));
    parts.ok_or(Error::Invalid { pointer: "/cursor".into(), code: "unknown-cursor" })
}
