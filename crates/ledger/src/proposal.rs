//! What somebody says happened, and what the ledger answers.

use std::any::Any;
use std::sync::Arc;

use serde_json::Value;
use uuid::Uuid;
use vocabulary::{CourseId, EditionId, EnrolmentId, SubjectId, Timestamp, VersionId};

use crate::{Fact, FactKind, Source};

/// The id belongs to another fact: of somebody else, or of another kind.
pub const ID_REUSED: &str = "id-reused";
/// The program failed on this proposal alone: a fault of ours, not of the sender. It may be sent again.
pub const FAILED: &str = "failed";

/// A fact that is not one yet.
#[derive(Clone)]
pub struct Proposal {
    /// Made by the sender; a repeat is recognised by it.
    pub id: Uuid,
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
    /// When, by the sender's clock. Brought back to the server's present when it lies in the future.
    pub claimed_at: Option<Timestamp>,
    /// Who says so.
    pub source: Source,
    /// The version of the course it refers to.
    pub version: Option<VersionId>,
    /// What else belongs to it.
    pub payload: Value,
    /// What the owner's rule needs to decide: the course, a verdict. Never stored.
    pub context: Arc<dyn Any + Send + Sync>,
}

impl Proposal {
    /// A proposal with a new id, by the learner, server-made, about nothing in particular yet.
    #[must_use]
    pub fn new(kind: FactKind, learner: SubjectId) -> Self {
        Self {
            id: Uuid::now_v7(),
            kind,
            learner,
            actor: learner,
            course: None,
            edition: None,
            enrolment: None,
            unit: None,
            session: None,
            claimed_at: None,
            source: Source::Server,
            version: None,
            payload: Value::Null,
            context: Arc::new(()),
        }
    }
}

impl std::fmt::Debug for Proposal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Proposal").field("id", &self.id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// What became of a proposal.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is recorded now: the fact first, then those it caused.
    Recorded(Vec<Fact>),
    /// It had been recorded before: the same facts as the first time, in order.
    Known(Vec<Fact>),
    /// A rule said no; nothing was recorded.
    Refused {
        /// A stable code.
        code: &'static str,
        /// What the code's text needs.
        params: Value,
    },
}

impl Outcome {
    /// The facts, now or before; empty when refused.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        match self {
            Self::Recorded(facts) | Self::Known(facts) => facts,
            Self::Refused { .. } => &[],
        }
    }

    /// Whether the proposal is in the ledger, now or since before.
    #[must_use]
    pub fn is_in_ledger(&self) -> bool {
        !matches!(self, Self::Refused { .. })
    }
}
