//! Sittings of a quiz: beginning, looking, handing in.

use std::{collections::BTreeMap, sync::Arc};

use accounts::Actor;
use course_format::{
    grade::{self, Answer},
    model::{Review, Unit, UnitType},
};
use database::entity::attempt;
use ledger::{FactKind, Outcome, Proposal};
use serde_json::{Value, json};
use uuid::Uuid;
use vocabulary::{SubjectId, from_millis, millis};

use crate::{
    Error, Progress,
    learning::{QuizContext, VERSION_CHANGED, questions},
    payload::Drawn,
    queries,
    record::gained,
    service::Place,
    summary::done_of,
    views::{AttemptResult, AttemptView, QuestionResult},
};

impl Progress {
    /// Begins a sitting. When one goes on already, that one is answered, so that a second device joins the first.
    ///
    /// # Errors
    /// [`Error::Refused`] with `unit-locked`, `no-tries-left` or `id-reused`; [`Error::NotFound`].
    pub async fn start_attempt(
        &self,
        actor: &Actor,
        id: Uuid,
        enrolment: Uuid,
        unit: &str,
    ) -> Result<AttemptView, Error> {
        let mut outcome = self.propose_attempt(actor, id, enrolment, unit).await?;
        if matches!(outcome, Some(Outcome::Refused { code: VERSION_CHANGED, .. })) {
            // The learner moved to another version in this very moment: the questions are drawn from that one.
            outcome = self.propose_attempt(actor, id, enrolment, unit).await?;
        }
        match outcome {
            Some(Outcome::Refused { code: "attempt-open", params }) => {
                let open = params.get("attempt").and_then(Value::as_str).and_then(|id| id.parse().ok());
                self.attempt(actor, open.ok_or(Error::NotFound)?).await
            }
            Some(Outcome::Refused { code, params }) => Err(Error::Refused { code, params }),
            Some(outcome) if began_another(&outcome, enrolment, unit) => {
                Err(Error::Refused { code: ledger::ID_REUSED, params: Value::Null })
            }
            _ => self.attempt(actor, id).await,
        }
    }

    async fn propose_attempt(
        &self,
        actor: &Actor,
        id: Uuid,
        enrolment: Uuid,
        unit: &str,
    ) -> Result<Option<Outcome>, Error> {
        let place = self.place(actor.subject(), enrolment).await?;
        let found = place.course.unit(unit).filter(|unit| unit.kind == UnitType::Quiz).ok_or(Error::NotFound)?;
        let proposal = Proposal {
            id,
            payload: json!({ "attempt": id }),
            context: Arc::new(QuizContext { course: place.context(), drawn: draw(found) }),
            ..place.proposal(FactKind::AttemptStarted, Some(unit))
        };
        Ok(self.ledger.append(vec![proposal]).await?.into_iter().next())
    }

    /// A sitting as its learner sees it: questions without keys, answers so far, the result once it is over.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one or somebody else's.
    pub async fn attempt(&self, actor: &Actor, id: Uuid) -> Result<AttemptView, Error> {
        let (place, row) = self.own_attempt(actor.subject(), id).await?;
        let unit = place.course.unit(&row.unit_key).ok_or(Error::NotFound)?;
        let answers = self.answers(&row).await?;
        let result = match row.submitted_at {
            Some(_) => Some(self.result(&place, unit, &row, &answers, 0, false).await?),
            None => None,
        };
        let shown = self.courses.questions(place.version, &row.unit_key, place.locale()).await?;
        Ok(AttemptView {
            id: row.id,
            enrolment: row.enrolment_id,
            unit: row.unit_key.clone(),
            number: row.number,
            started_at: from_millis(row.started_at).to_string(),
            deadline: row.deadline_at.map(|at| from_millis(at).to_string()),
            questions: questions(&row).iter().filter_map(|drawn| shown.get(&drawn.block).cloned()).collect(),
            answers,
            submitted_at: row.submitted_at.map(|at| from_millis(at).to_string()),
            result,
        })
    }

    /// Hands a sitting in. Handing it in again answers the same result.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one or somebody else's.
    pub async fn submit(&self, actor: &Actor, id: Uuid) -> Result<AttemptResult, Error> {
        let mut result = self.hand_in(actor.subject(), id).await?;
        if !actor.profile().rewards {
            result.points = 0;
        }
        Ok(result)
    }

    pub(crate) async fn hand_in(&self, learner: SubjectId, id: Uuid) -> Result<AttemptResult, Error> {
        let (place, row) = self.own_attempt(learner, id).await?;
        let proposal = Proposal {
            // The id follows from the sitting: it is handed in once, from wherever.
            id: Uuid::new_v5(&id, b"submitted"),
            payload: json!({ "attempt": id }),
            ..place.proposal(FactKind::AttemptSubmitted, Some(&row.unit_key))
        };
        let outcome = self.ledger.append(vec![proposal]).await?.into_iter().next();
        let facts = match &outcome {
            Some(Outcome::Refused { code, params }) => return Err(Error::Refused { code, params: params.clone() }),
            Some(outcome) => outcome.facts(),
            None => &[],
        };
        let (points, completed) = (gained(facts).points, facts.iter().any(|fact| fact.kind == FactKind::Completed));
        let row = queries::attempt(&self.db, id).await?.ok_or(Error::NotFound)?;
        let unit = place.course.unit(&row.unit_key).ok_or(Error::NotFound)?;
        let answers = self.answers(&row).await?;
        self.result(&place, unit, &row, &answers, points, completed).await
    }

    /// Hands in every sitting whose time is over: its learner may never come back. Says how many. One that cannot be handed in
    /// keeps none of the others waiting.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn expire_attempts(&self) -> Result<usize, Error> {
        /// After the last answer may still have arrived.
        const LATE_MILLIS: i64 = 10_000;
        let late = queries::expired(&self.db, millis(self.clock.now()) - LATE_MILLIS, 200).await?;
        let enrolments: Vec<Uuid> = late.iter().map(|row| row.enrolment_id).collect();
        let enrolments = queries::enrolments(&self.db, &enrolments).await?;
        let mut ended = 0;
        for row in &late {
            let Some(enrolment) = enrolments.get(&row.enrolment_id) else { continue };
            match self.hand_in(SubjectId(enrolment.learner), row.id).await {
                Ok(_) => ended += 1,
                Err(Error::Refused { code, .. }) => {
                    tracing::warn!(attempt = %row.id, code, "a sitting whose time is over could not be handed in");
                }
                Err(error) => return Err(error),
            }
        }
        Ok(ended)
    }

    async fn own_attempt(&self, learner: SubjectId, id: Uuid) -> Result<(Place, attempt::Model), Error> {
        let row = queries::attempt(&self.db, id).await?.ok_or(Error::NotFound)?;
        Ok((self.place(learner, row.enrolment_id).await?, row))
    }

    async fn answers(&self, row: &attempt::Model) -> Result<BTreeMap<String, Answer>, Error> {
        let drawn = questions(row);
        let facts: Vec<Uuid> = drawn.iter().filter_map(|drawn| drawn.fact).collect();
        let written = queries::written(&self.db, &facts).await?;
        Ok(drawn
            .into_iter()
            .filter_map(|drawn| {
                let answer = written.get(&drawn.fact?)?;
                Some((drawn.block, serde_json::from_str(answer).ok()?))
            })
            .collect())
    }

    async fn result(
        &self,
        place: &Place,
        unit: &Unit,
        row: &attempt::Model,
        answers: &BTreeMap<String, Answer>,
        points: i64,
        completed: bool,
    ) -> Result<AttemptResult, Error> {
        let quiz = unit.quiz_settings();
        let sittings = queries::attempts(&self.db, row.enrolment_id, &unit.key).await?;
        let units = queries::units(&self.db, &[row.enrolment_id]).await?;
        let handed_in = done_of(&units, row.enrolment_id, &unit.key).tries;
        let tries_left = tries_left(quiz.tries, used(handed_in, &sittings));
        let passed = row.passed.unwrap_or(false);
        let ever_passed = sittings.iter().any(|known| known.passed == Some(true));
        let open = match quiz.review {
            Review::AfterSubmission => true,
            Review::AfterPass => ever_passed,
            // The last try is over when it was handed in, not when it was begun.
            Review::AfterLastTry => {
                let sitting = sittings.iter().any(|known| known.submitted_at.is_none());
                ever_passed || (tries_left == Some(0) && !sitting)
            }
            Review::Never => false,
        };
        let questions =
            questions(row).into_iter().map(|drawn| question_result(place, unit, drawn, answers, open)).collect();
        Ok(AttemptResult {
            score: row.score_permille.unwrap_or(0) / 10,
            passed,
            pass_mark: i32::from(quiz.pass),
            tries_left,
            points,
            questions,
            unit_done: ever_passed,
            completed,
        })
    }
}

fn question_result(
    place: &Place,
    unit: &Unit,
    drawn: Drawn,
    answers: &BTreeMap<String, Answer>,
    open: bool,
) -> QuestionResult {
    let answer = answers.get(&drawn.block).cloned();
    let feedback = match (open, &answer, unit.block(&drawn.block)) {
        (true, Some(answer), Some(block)) => place.feedback(block, answer, true),
        _ => None,
    };
    let permille = drawn.permille.unwrap_or(0);
    QuestionResult {
        block: drawn.block,
        fraction: open.then(|| f64::from(permille) / 1000.0),
        right: open.then_some(permille == 1000),
        feedback,
        answer,
    }
}

/// The id had begun a sitting of another quiz.
fn began_another(outcome: &Outcome, enrolment: Uuid, unit: &str) -> bool {
    outcome.facts().first().is_some_and(|fact| {
        fact.unit.as_deref() != Some(unit) || fact.enrolment.is_none_or(|began| began.0 != enrolment)
    })
}

/// Tries left of a limit, where 0 means that there is none.
pub(crate) fn tries_left(limit: u32, used: i32) -> Option<i32> {
    (limit > 0).then(|| i32::try_from(limit).unwrap_or(i32::MAX).saturating_sub(used).max(0))
}

/// Tries used: those handed in since the quiz last changed, and the sitting that goes on.
pub(crate) fn used(handed_in: i32, sittings: &[attempt::Model]) -> i32 {
    let open = sittings.iter().filter(|sitting| sitting.submitted_at.is_none()).count();
    handed_in.saturating_add(i32::try_from(open).unwrap_or(i32::MAX))
}

/// The questions of a sitting, by chance: its id is the learner's choice, and no choice of theirs draws easier ones. What was
/// drawn first stands in the fact.
fn draw(unit: &Unit) -> Vec<Drawn> {
    let points = |block: &str| {
        let question = unit.block(block).and_then(course_format::model::Block::question)?;
        Some(if question.counts() { i32::try_from(question.points).unwrap_or(1) } else { 0 })
    };
    grade::draw(unit, &Uuid::new_v4().to_string())
        .into_iter()
        .filter_map(|block| Some(Drawn { points: points(&block)?, block, fact: None, permille: None }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_limit_is_no_number() {
        assert_eq!((tries_left(0, 9), tries_left(3, 1), tries_left(3, 7)), (None, Some(2), Some(0)));
    }
}
