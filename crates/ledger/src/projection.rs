//! What the owners of projections implement. Rules are pure: state, proposal and time in, facts or a refusal out.

use async_trait::async_trait;
use database::Tx;
use serde_json::Value;
use uuid::Uuid;
use vocabulary::{CourseId, EditionId, EnrolmentId, SubjectId, Timestamp, VersionId};

use crate::{Error, Fact, FactKind, Proposal, Source};

/// What a batch is about; a projection loads the state of exactly these.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Touched {
    /// The learner.
    pub learner: SubjectId,
    /// Their enrolment.
    pub enrolment: Option<EnrolmentId>,
    /// The course.
    pub course: Option<CourseId>,
    /// The edition.
    pub edition: Option<EditionId>,
    /// The unit.
    pub unit: Option<String>,
    /// The live session.
    pub session: Option<Uuid>,
}

impl From<&Proposal> for Touched {
    fn from(proposal: &Proposal) -> Self {
        Self {
            learner: proposal.learner,
            enrolment: proposal.enrolment,
            course: proposal.course,
            edition: proposal.edition,
            unit: proposal.unit.clone(),
            session: proposal.session,
        }
    }
}

impl From<&Fact> for Touched {
    fn from(fact: &Fact) -> Self {
        Self {
            learner: fact.learner,
            enrolment: fact.enrolment,
            course: fact.course,
            edition: fact.edition,
            unit: fact.unit.clone(),
            session: fact.session,
        }
    }
}

/// Tables that follow from facts alone.
#[async_trait]
pub trait Projection: Send + Sync {
    /// A short name for logs and errors.
    fn name(&self) -> &str;
    /// Its tables: exactly what [`Projection::clear`] empties and facts fill again.
    fn tables(&self) -> &[&str];
    /// Reads the state of what is touched, with one statement for each table and chunk. Nothing there yet is no error.
    async fn load(&self, tx: &Tx, touched: &[Touched]) -> Result<Box<dyn State>, Error>;
    /// Empties its tables.
    async fn clear(&self, tx: &Tx) -> Result<(), Error>;
}

/// The state of what a batch touches, in memory.
#[async_trait]
pub trait State: Send {
    /// Whether this projection has the rule for proposals of that kind. The first one that says yes decides.
    fn decides(&self, kind: FactKind) -> bool;
    /// The rule. Pure: nothing but the state, the proposal and `now`.
    fn decide(&mut self, proposal: &Proposal, now: Timestamp) -> Decision;
    /// What else follows from a new fact, after it was folded everywhere (points from a pass). Never called in a rebuild.
    fn react(&mut self, fact: &Fact) -> Vec<NewFact>;
    /// Takes a fact in. Must give the same state however facts are cut into batches, and never fail.
    fn fold(&mut self, fact: &Fact);
    /// Writes what changed, in many-row statements.
    async fn save(self: Box<Self>, tx: &Tx) -> Result<(), Error>;
}

/// What a rule says.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// The facts to record, in order. The first takes the proposal's id; the others get ids that follow from it. An empty
    /// list means: nothing to record, and nothing wrong.
    Accept(Vec<NewFact>),
    /// No, and why.
    Refuse {
        /// A stable code.
        code: &'static str,
        /// What the code's text needs.
        params: Value,
    },
}

/// A fact to be; the ledger gives it id, cause, place and time.
#[derive(Clone, Debug, PartialEq)]
pub struct NewFact {
    /// What happened.
    pub kind: FactKind,
    /// To whom.
    pub learner: SubjectId,
    /// Through whom.
    pub actor: SubjectId,
    /// In which course.
    pub course: Option<CourseId>,
    /// In which edition.
    pub edition: Option<EditionId>,
    /// In which enrolment.
    pub enrolment: Option<EnrolmentId>,
    /// In which unit.
    pub unit: Option<String>,
    /// In which live session.
    pub session: Option<Uuid>,
    /// When, by the sender's clock.
    pub claimed_at: Option<Timestamp>,
    /// Who says so.
    pub source: Source,
    /// The version of the course.
    pub version: Option<VersionId>,
    /// What else belongs to it.
    pub payload: Value,
}

impl NewFact {
    /// The proposal as it is.
    #[must_use]
    pub fn of(proposal: &Proposal) -> Self {
        Self {
            kind: proposal.kind,
            learner: proposal.learner,
            actor: proposal.actor,
            course: proposal.course,
            edition: proposal.edition,
            enrolment: proposal.enrolment,
            unit: proposal.unit.clone(),
            session: proposal.session,
            claimed_at: proposal.claimed_at,
            source: proposal.source,
            version: proposal.version,
            payload: proposal.payload.clone(),
        }
    }

    /// Another fact about the same as `proposal`, judged by the server.
    #[must_use]
    pub fn beside(proposal: &Proposal, kind: FactKind, payload: Value) -> Self {
        Self { kind, source: Source::Server, payload, ..Self::of(proposal) }
    }

    /// A fact about the same as `fact`, judged by the server.
    #[must_use]
    pub fn after(fact: &Fact, kind: FactKind, payload: Value) -> Self {
        Self {
            kind,
            learner: fact.learner,
            actor: fact.actor,
            course: fact.course,
            edition: fact.edition,
            enrolment: fact.enrolment,
            unit: fact.unit.clone(),
            session: fact.session,
            claimed_at: fact.claimed_at,
            source: Source::Server,
            version: fact.version,
            payload,
        }
    }
}

/// A job for every fact of a kind: how crates above follow what happens below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reaction {
    /// The kind of fact.
    pub kind: FactKind,
    /// The kind of job. Its payload is `{"fact": id, "seq", "kind", "learner", "enrolment", "course"}`.
    pub job: &'static str,
}
