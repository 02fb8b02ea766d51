//! The heart: lock, load, decide in order, fold at once, write in many-row statements. Decides on what is committed, and
//! never records half of what one proposal gives.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use database::jobs::{NewJob, enqueue_many};
use database::{Database, Tx};
use serde_json::{Value, json};
use uuid::Uuid;
use vocabulary::{Clock, Timestamp, from_millis, millis};

use crate::known::{self, Known, repeat};
use crate::store::{self, MOST_FACTS, Numbers};
use crate::{
    Decision, Error, FAILED, Fact, FactKind, NewFact, Outcome, Projection, Proposal, Reaction, State, Touched,
};

/// What the ledger is made of.
pub(crate) struct Core {
    pub(crate) database: Database,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) projections: Vec<Arc<dyn Projection>>,
    pub(crate) reactions: Vec<Reaction>,
}

/// Appends a batch inside a transaction; answers each proposal in order.
pub(crate) async fn append(core: &Core, tx: &Tx, proposals: &[&Proposal]) -> Result<Vec<Outcome>, Error> {
    if proposals.is_empty() {
        return Ok(Vec::new());
    }
    store::lock(tx, proposals).await?;
    let known = known::find(tx, proposals).await?;
    let touched: BTreeSet<Touched> = proposals
        .iter()
        .filter(|proposal| !known.contains(proposal.id))
        .map(|proposal| Touched::from(*proposal))
        .collect();
    let touched: Vec<Touched> = touched.into_iter().collect();
    if touched.is_empty() {
        return Ok(proposals.iter().filter_map(|proposal| known.answer(proposal)).collect());
    }
    let mut numbers = Numbers::begin(tx).await?;
    let mut batch = Batch { now: from_millis(millis(core.clock.now())), known: &known, failed: HashSet::new() };
    let (states, outcomes) = loop {
        let mut states = load(core, tx, &touched).await?;
        numbers.rewind();
        match batch.decide_all(tx, &mut states, proposals, &mut numbers).await? {
            Pass::Done(outcomes) => break (states, outcomes),
            // What a panic leaves behind cannot be trusted: the batch is decided again without its cause.
            Pass::Failed(index) => {
                batch.failed.insert(index);
            }
        }
    };
    record(core, tx, states, &outcomes).await?;
    Ok(outcomes)
}

/// Reads the state of what is touched, projection by projection.
pub(crate) async fn load(core: &Core, tx: &Tx, touched: &[Touched]) -> Result<Vec<Box<dyn State>>, Error> {
    let mut states = Vec::with_capacity(core.projections.len());
    for projection in &core.projections {
        states.push(projection.load(tx, touched).await?);
    }
    Ok(states)
}

/// Writes the new facts, the jobs that follow from them, and the projections.
async fn record(core: &Core, tx: &Tx, states: Vec<Box<dyn State>>, outcomes: &[Outcome]) -> Result<(), Error> {
    let facts: Vec<&Fact> = outcomes
        .iter()
        .flat_map(|outcome| match outcome {
            Outcome::Recorded(facts) => facts.as_slice(),
            Outcome::Known(_) | Outcome::Refused { .. } => &[],
        })
        .collect();
    if facts.is_empty() {
        return Ok(());
    }
    store::insert(tx, &facts).await?;
    let jobs = facts.iter().flat_map(|fact| jobs_after(&core.reactions, fact)).collect();
    enqueue_many(tx, jobs).await?;
    for state in states {
        state.save(tx).await?;
    }
    Ok(())
}

fn jobs_after<'a>(reactions: &'a [Reaction], fact: &'a Fact) -> impl Iterator<Item = NewJob> + 'a {
    reactions.iter().filter(|reaction| reaction.kind == fact.kind).map(|reaction| NewJob {
        kind: reaction.job.to_owned(),
        key: Some(format!("{}:{}", reaction.job, fact.id)),
        payload: json!({
            "fact": fact.id, "seq": fact.seq, "kind": fact.kind, "learner": fact.learner,
            "enrolment": fact.enrolment, "course": fact.course,
        }),
        run_at: fact.at,
    })
}

/// One batch while it is decided.
struct Batch<'a> {
    now: Timestamp,
    known: &'a Known,
    /// Proposals on which the program failed in an earlier pass.
    failed: HashSet<usize>,
}

/// How a pass over the batch ended.
enum Pass {
    Done(Vec<Outcome>),
    /// The program failed on this proposal.
    Failed(usize),
}

impl Batch<'_> {
    async fn decide_all(
        &self,
        tx: &Tx,
        states: &mut [Box<dyn State>],
        proposals: &[&Proposal],
        numbers: &mut Numbers,
    ) -> Result<Pass, Error> {
        let mut outcomes: Vec<Outcome> = Vec::with_capacity(proposals.len());
        let mut recorded: HashMap<Uuid, usize> = HashMap::new();
        for (index, proposal) in proposals.iter().enumerate() {
            let outcome = if let Some(answer) = self.known.answer(proposal) {
                answer
            } else if let Some(first) = recorded.get(&proposal.id) {
                repeat(proposal, outcomes[*first].facts())
            } else if self.failed.contains(&index) {
                Outcome::Refused { code: FAILED, params: Value::Null }
            } else {
                numbers.reserve(tx, proposals.len() - index).await?;
                let run = AssertUnwindSafe(|| decide_one(states, proposal, self.now, numbers));
                match catch_unwind(run) {
                    Ok(Ok(outcome)) => outcome,
                    Ok(Err(error)) => {
                        tracing::error!(%error, kind = %proposal.kind, "a proposal could not be decided");
                        return Ok(Pass::Failed(index));
                    }
                    Err(_) => {
                        tracing::error!(kind = %proposal.kind, "a rule panicked; the proposal is left out");
                        return Ok(Pass::Failed(index));
                    }
                }
            };
            if matches!(outcome, Outcome::Recorded(_)) {
                recorded.insert(proposal.id, index);
            }
            outcomes.push(outcome);
        }
        Ok(Pass::Done(outcomes))
    }
}

/// Decides one proposal and folds what it gives into all states, then what follows from that, until nothing follows.
fn decide_one(
    states: &mut [Box<dyn State>],
    proposal: &Proposal,
    now: Timestamp,
    numbers: &mut Numbers,
) -> Result<Outcome, Error> {
    let mut proposal = proposal.clone();
    proposal.claimed_at = proposal.claimed_at.map(|claimed| from_millis(millis(claimed)).min(now));
    let decision = match states.iter_mut().find(|state| state.decides(proposal.kind)) {
        Some(state) => state.decide(&proposal, now),
        None => Decision::Accept(vec![NewFact::of(&proposal)]),
    };
    let mut waiting: VecDeque<NewFact> = match decision {
        Decision::Refuse { code, params } => return Ok(Outcome::Refused { code, params }),
        Decision::Accept(facts) => facts.into(),
    };
    let mut facts: Vec<Fact> = Vec::with_capacity(waiting.len());
    let mut of_kind: HashMap<FactKind, u32> = HashMap::new();
    while let Some(new) = waiting.pop_front() {
        if facts.len() == MOST_FACTS {
            return Err(Error::Endless(new.kind.as_str()));
        }
        let number = of_kind.entry(new.kind).or_default();
        *number += 1;
        let id = if facts.is_empty() { proposal.id } else { derived_id(proposal.id, new.kind, *number) };
        let cause = (id != proposal.id).then_some(proposal.id);
        let fact = place(new, id, cause, numbers.next()?, now);
        for state in &mut *states {
            state.fold(&fact);
        }
        for state in &mut *states {
            waiting.extend(state.react(&fact));
        }
        facts.push(fact);
    }
    Ok(Outcome::Recorded(facts))
}

/// The id of a fact that follows from a proposal: the same on every server and each time.
fn derived_id(cause: Uuid, kind: FactKind, number: u32) -> Uuid {
    Uuid::new_v5(&cause, format!("{kind}{number}").as_bytes())
}

fn place(new: NewFact, id: Uuid, cause: Option<Uuid>, seq: i64, now: Timestamp) -> Fact {
    Fact {
        seq,
        id,
        cause,
        kind: new.kind,
        learner: new.learner,
        actor: new.actor,
        course: new.course,
        edition: new.edition,
        enrolment: new.enrolment,
        unit: new.unit,
        session: new.session,
        at: now,
        claimed_at: new.claimed_at.map(|claimed| from_millis(millis(claimed)).min(now)),
        source: new.source,
        version: new.version,
        payload: new.payload,
    }
}
