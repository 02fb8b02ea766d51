//! Taking in what learners' browsers report: opened, progressed, answered, done. Answers are graded here.

use std::{collections::HashMap, sync::Arc};

use accounts::Actor;
use course_format::{Answer, model::Block};
use ledger::{Fact, FactKind, Outcome, Proposal, Source};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Error, Progress,
    learning::{AnswerContext, VERSION_CHANGED},
    payload::{Answered, Earned},
    queries,
    service::Place,
    views::{FactIn, FactInKind, FactOut, VerdictView},
};

/// The most facts of one request.
pub const MAX_FACTS: usize = 100;

impl Progress {
    /// Records a batch; each fact is answered, in order. A repeat gets its first answer.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the batch is empty, too long, or a fact cannot be understood: then nothing is recorded.
    pub async fn record(&self, actor: &Actor, facts: &[FactIn]) -> Result<Vec<FactOut>, Error> {
        if facts.is_empty() || facts.len() > MAX_FACTS {
            return Err(Error::Invalid { pointer: "/facts".into(), code: "out-of-range" });
        }
        for (place, fact) in facts.iter().enumerate() {
            check(place, fact)?;
        }
        let first: Vec<usize> = (0..facts.len()).collect();
        let mut outs = self.propose(actor, facts, &first).await?;
        // The learner moved to another version in this very moment: these are judged again, by that one.
        let again: Vec<usize> = first.into_iter().filter(|&one| code(&outs[one]) == Some(VERSION_CHANGED)).collect();
        if !again.is_empty() {
            for (place, out) in again.iter().zip(self.propose(actor, facts, &again).await?) {
                outs[*place] = out;
            }
        }
        if !actor.profile().rewards {
            outs.iter_mut().for_each(|out| {
                (out.points, out.badges) = (0, vec![]);
            });
        }
        Ok(outs)
    }

    /// Proposes the facts at these places of the batch and answers each.
    async fn propose(&self, actor: &Actor, facts: &[FactIn], which: &[usize]) -> Result<Vec<FactOut>, Error> {
        let facts: Vec<&FactIn> = which.iter().filter_map(|place| facts.get(*place)).collect();
        let places = self.places(actor, &facts).await?;
        let mut outs: Vec<Option<FactOut>> = vec![];
        let mut proposals = vec![];
        for fact in &facts {
            match places.get(&fact.enrolment).and_then(|place| proposal(place, fact)) {
                Some(proposal) => {
                    proposals.push(proposal);
                    outs.push(None);
                }
                // Another person's enrolment, an unknown unit or question: they look alike.
                None => outs.push(Some(refused(fact.id, "not-found"))),
            }
        }
        let outcomes = self.ledger.append(proposals).await?;
        let given = self.given_before(&outcomes).await?;
        let mut outcomes = outcomes.into_iter();
        let mut results = Vec::with_capacity(facts.len());
        for (fact, out) in facts.into_iter().zip(outs) {
            let out = match out {
                Some(out) => out,
                None => match (outcomes.next(), places.get(&fact.enrolment)) {
                    (Some(Outcome::Known(facts)), Some(_)) if !repeats(fact, &facts, &given) => {
                        refused(fact.id, ledger::ID_REUSED)
                    }
                    (Some(outcome), Some(place)) => answer(place, fact, &outcome),
                    _ => refused(fact.id, "failed"),
                },
            };
            results.push(out);
        }
        Ok(results)
    }

    /// What the answers that came again had said the first time, by their facts.
    async fn given_before(&self, outcomes: &[Outcome]) -> Result<HashMap<Uuid, String>, Error> {
        let again = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Known(_)));
        let answers =
            again.filter_map(|outcome| outcome.facts().first()).filter(|fact| fact.kind == FactKind::Answered);
        queries::written(&self.db, &answers.map(|fact| fact.id).collect::<Vec<_>>()).await
    }

    async fn places(&self, actor: &Actor, facts: &[&FactIn]) -> Result<HashMap<Uuid, Place>, Error> {
        let mut ids: Vec<Uuid> = facts.iter().map(|fact| fact.enrolment).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut own: Vec<_> = queries::enrolments(&self.db, &ids).await?.into_values().collect();
        own.retain(|row| row.learner == actor.subject().0);
        Ok(self.places_of(own).await?.into_iter().map(|place| (place.row.id, place)).collect())
    }
}

fn check(place: usize, fact: &FactIn) -> Result<(), Error> {
    let invalid = |field: &str| Error::Invalid { pointer: format!("/facts/{place}/{field}"), code: "missing" };
    match fact.kind {
        FactInKind::Progressed if fact.block.is_none() => Err(invalid("block")),
        FactInKind::Answered if fact.block.is_none() => Err(invalid("block")),
        FactInKind::Answered if fact.answer.is_none() => Err(invalid("answer")),
        _ => Ok(()),
    }
}

fn proposal(place: &Place, fact: &FactIn) -> Option<Proposal> {
    let unit = place.course.unit(&fact.unit)?;
    let kind = match fact.kind {
        FactInKind::Opened => FactKind::Opened,
        FactInKind::Progressed => FactKind::Progressed,
        FactInKind::Answered => FactKind::Answered,
        FactInKind::Done => FactKind::Done,
    };
    let mut proposal = Proposal {
        id: fact.id,
        claimed_at: fact.claimed_at,
        source: Source::SelfReported,
        ..place.proposal(kind, Some(&fact.unit))
    };
    match fact.kind {
        FactInKind::Progressed => {
            proposal.payload = json!({ "block": fact.block });
            if let Some(seconds) = fact.seconds {
                proposal.payload["seconds"] = seconds.into();
            }
        }
        FactInKind::Answered => {
            let block = unit.block(fact.block.as_deref()?)?;
            let (question, answer) = (block.question()?, fact.answer.as_ref()?);
            if !answer.fits(&question.kind) {
                return None;
            }
            let verdict = course_format::grade(question, answer);
            proposal.payload = json!({ "block": block.id });
            if let Some(attempt) = fact.attempt {
                proposal.payload["attempt"] = json!(attempt);
            }
            proposal.context = Arc::new(AnswerContext {
                course: place.context(),
                answer: serde_json::to_string(answer).ok()?,
                permille: permille(verdict.fraction),
                right: verdict.right,
            });
        }
        FactInKind::Opened | FactInKind::Done => {}
    }
    Some(proposal)
}

/// Whether a fact says the same as when its id came first. Under an id that was used, another answer would be judged without
/// costing a try.
fn repeats(fact: &FactIn, first: &[Fact], given: &HashMap<Uuid, String>) -> bool {
    let Some(first) = first.first() else { return true };
    let named = |name: &str| first.payload.get(name).and_then(Value::as_str);
    let place = first.enrolment.map(|id| id.0) == Some(fact.enrolment) && first.unit.as_deref() == Some(&*fact.unit);
    match fact.kind {
        FactInKind::Opened | FactInKind::Done => place,
        FactInKind::Progressed => place && named("block") == fact.block.as_deref(),
        FactInKind::Answered => {
            let first_time = given.get(&first.id).and_then(|answer| serde_json::from_str(answer).ok());
            place
                && named("block") == fact.block.as_deref()
                && named("attempt") == fact.attempt.map(|id| id.to_string()).as_deref()
                && first_time.is_some_and(|answer: Answer| Some(&answer) == fact.answer.as_ref())
        }
    }
}

/// A share of one as whole thousandths.
#[expect(clippy::cast_possible_truncation, reason = "between 0 and 1000")]
pub(crate) fn permille(fraction: f64) -> i32 {
    (fraction.clamp(0.0, 1.0) * 1000.0).round() as i32
}

fn answer(place: &Place, fact: &FactIn, outcome: &Outcome) -> FactOut {
    let (status, facts) = match outcome {
        Outcome::Recorded(facts) => ("recorded", facts),
        Outcome::Known(facts) => ("known", facts),
        Outcome::Refused { code, .. } => return refused(fact.id, code),
    };
    let gained = gained(facts);
    FactOut {
        id: fact.id,
        status: status.to_owned(),
        code: None,
        verdict: facts
            .iter()
            .find(|recorded| recorded.kind == FactKind::Answered)
            .and_then(|fact_| verdict(place, fact, fact_)),
        points: gained.points,
        unit_done: facts.iter().any(|fact| fact.kind == FactKind::Done),
        completed: facts.iter().any(|fact| fact.kind == FactKind::Completed),
        badges: gained.badges,
    }
}

/// What facts brought.
pub(crate) struct Gained {
    pub(crate) points: i64,
    pub(crate) badges: Vec<String>,
}

/// Adds up the points and badges among facts.
pub(crate) fn gained(facts: &[Fact]) -> Gained {
    let earned = facts
        .iter()
        .filter(|fact| fact.kind == FactKind::Earned)
        .filter_map(|fact| Earned::deserialize(&fact.payload).ok());
    earned.fold(Gained { points: 0, badges: vec![] }, |mut sum, earned| {
        sum.points += earned.points;
        sum.badges.extend(earned.badge);
        sum
    })
}

/// The verdict of an answer in a lesson; an answer in a quiz stays unjudged until it is handed in.
fn verdict(place: &Place, fact: &FactIn, recorded: &Fact) -> Option<VerdictView> {
    let payload = Answered::deserialize(&recorded.payload).ok()?;
    if payload.attempt.is_some() {
        return None;
    }
    let block: &Block = place.course.unit(&fact.unit)?.block(&payload.block)?;
    let answer = fact.answer.as_ref()?;
    let reveal = payload.right || !payload.scored || payload.tries_left == Some(0);
    Some(VerdictView {
        right: payload.right,
        fraction: f64::from(payload.permille) / 1000.0,
        tries_left: payload.tries_left,
        feedback: place.feedback(block, answer, reveal),
    })
}

fn code(out: &FactOut) -> Option<&str> {
    out.code.as_deref()
}

fn refused(id: Uuid, code: &str) -> FactOut {
    FactOut {
        id,
        status: "refused".to_owned(),
        code: Some(code.to_owned()),
        verdict: None,
        points: 0,
        unit_done: false,
        completed: false,
        badges: vec![],
    }
}
