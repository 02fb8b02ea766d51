//! A learner's state in one unit: questions with their last answers and feedback, or the sittings of a quiz; and hints.

use accounts::Actor;
use course_format::{
    Answer,
    model::{Unit, UnitType},
};
use database::entity::question_state;
use serde_json::Value;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};
use uuid::Uuid;
use vocabulary::{Locale, from_millis};

use crate::{
    Error, Progress,
    attempts::{tries_left, used},
    learning::recordings,
    my_learning::state_word,
    queries,
    service::Place,
    summary::{done_of, own_block},
    views::{AttemptLine, QuestionStateView, QuizState, UnitStateView},
};

impl Progress {
    /// The state of one unit.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown unit or somebody else's enrolment.
    pub async fn my_unit(&self, actor: &Actor, enrolment: Uuid, key: &str) -> Result<UnitStateView, Error> {
        let place = self.place(actor.subject(), enrolment).await?;
        let unit = place.course.unit(key).ok_or(Error::NotFound)?;
        let units = queries::units(&self.db, &[enrolment]).await?;
        let done = done_of(&units, enrolment, key);
        let locked = !self.locked(&place, &units, key).is_empty();
        Ok(UnitStateView {
            key: key.to_owned(),
            state: state_word(done.done, done.opened, locked).to_owned(),
            position: own_block(&units, enrolment, unit).map(Into::into),
            recordings: recordings(units.get(&(enrolment, key.to_owned()))),
            questions: self.questions(&place, unit).await?,
            quiz: match unit.kind {
                UnitType::Quiz => Some(self.quiz(&place, unit, done.tries).await?),
                UnitType::Lesson => None,
            },
        })
    }

    async fn questions(&self, place: &Place, unit: &Unit) -> Result<BTreeMap<String, QuestionStateView>, Error> {
        let rows = queries::questions(&self.db, place.row.id, &unit.key).await?;
        let facts: Vec<Uuid> = rows.iter().filter_map(last_fact).collect();
        let written = queries::written(&self.db, &facts).await?;
        Ok(rows
            .iter()
            .filter_map(|row| Some((row.block.clone(), question_view(place, unit, row, &written)?)))
            .collect())
    }

    async fn quiz(&self, place: &Place, unit: &Unit, handed_in: i32) -> Result<QuizState, Error> {
        let sittings = queries::attempts(&self.db, place.row.id, &unit.key).await?;
        let used = used(handed_in, &sittings);
        let at = |at: i64| from_millis(at).to_string();
        Ok(QuizState {
            tries_used: used,
            tries_left: tries_left(unit.quiz_settings().tries, used),
            best: sittings.iter().filter_map(|row| row.score_permille).max().map(|permille| permille / 10),
            passed: sittings.iter().any(|row| row.passed == Some(true)),
            open_attempt: sittings.iter().find(|row| row.submitted_at.is_none()).map(|row| row.id),
            attempts: sittings
                .iter()
                .map(|row| AttemptLine {
                    id: row.id,
                    number: row.number,
                    started_at: at(row.started_at),
                    submitted_at: row.submitted_at.map(at),
                    score: row.score_permille.map(|permille| permille / 10),
                    passed: row.passed,
                })
                .collect(),
        })
    }

    /// What stands in a unit that is open to this learner: the way to units with a condition, which nobody else gets.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown unit or enrolment; [`Error::Refused`] with `unit-locked` while it is not open.
    pub async fn my_unit_content(
        &self,
        actor: &Actor,
        enrolment: Uuid,
        key: &str,
        locale: Option<Locale>,
    ) -> Result<Arc<courses::Body>, Error> {
        let place = self.place(actor.subject(), enrolment).await?;
        place.course.unit(key).ok_or(Error::NotFound)?;
        let units = queries::units(&self.db, &[enrolment]).await?;
        if !self.locked(&place, &units, key).is_empty() && !done_of(&units, enrolment, key).done {
            return Err(Error::Refused { code: "unit-locked", params: Value::Null });
        }
        Ok(self.courses.open_unit(place.version, key, locale.unwrap_or_else(|| place.locale())).await?)
    }

    /// A hint to a question, as safe HTML. In a quiz there are none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such hint.
    pub async fn hint(
        &self,
        actor: &Actor,
        enrolment: Uuid,
        unit: &str,
        block: &str,
        number: u8,
    ) -> Result<String, Error> {
        let place = self.place(actor.subject(), enrolment).await?;
        let unit = place.course.unit(unit).ok_or(Error::NotFound)?;
        let units = queries::units(&self.db, &[enrolment]).await?;
        if unit.kind == UnitType::Quiz || !self.locked(&place, &units, &unit.key).is_empty() {
            return Err(Error::NotFound);
        }
        course_format::hint(&place.course, &unit.key, block, number.into(), place.locale(), &place.media)
            .ok_or(Error::NotFound)
    }
}

fn last_fact(row: &question_state::Model) -> Option<Uuid> {
    let verdict: Value = serde_json::from_str(row.last_verdict.as_deref()?).ok()?;
    verdict.get("fact")?.as_str()?.parse().ok()
}

fn question_view(
    place: &Place,
    unit: &Unit,
    row: &question_state::Model,
    written: &HashMap<Uuid, String>,
) -> Option<QuestionStateView> {
    let block = unit.block(&row.block)?;
    let question = block.question()?;
    let last: Option<Answer> = last_fact(row).and_then(|fact| serde_json::from_str(written.get(&fact)?).ok());
    let left = tries_left(question.tries, row.tries);
    let right = row.right_at.is_some();
    let reveal = right || left == Some(0) || !question.counts();
    let feedback = last.as_ref().and_then(|answer| place.feedback(block, answer, reveal));
    Some(QuestionStateView {
        tries: row.tries,
        tries_left: left,
        right,
        best: f64::from(row.best_permille) / 1000.0,
        last,
        feedback,
    })
}
