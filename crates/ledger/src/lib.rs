//! The ledger: what happened, in order, for ever. Everything else that screens read about learning is a projection of it.
//!
//! Invariant: facts are never changed or deleted, and nothing gets in but through [`Ledger::append`] (or
//! [`Ledger::append_in`] inside a transaction), which decides, records and projects in one transaction.

mod append;
mod audit;
mod canonical;
mod error;
mod fact;
mod known;
mod projection;
mod proposal;
mod queue;
mod read;
mod rebuild;
mod rows;
mod seal;
mod store;
mod verify;

use std::sync::Arc;

use database::Database;
use vocabulary::Clock;

pub use audit::audit;
pub use error::Error;
pub use fact::{Fact, FactKind, Source, UnknownWord};
pub use projection::{Decision, NewFact, Projection, Reaction, State, Touched};
pub use proposal::{FAILED, ID_REUSED, Outcome, Proposal};
pub use rows::Rows;
pub use verify::{Finding, Report};

/// The ledger of one database. Clones share everything.
#[derive(Clone)]
pub struct Ledger {
    inner: Arc<Inner>,
}

struct Inner {
    core: Arc<append::Core>,
    queue: queue::Queue,
}

impl Ledger {
    /// The ledger with its projections (in the order in which they decide) and the jobs that follow from facts.
    #[must_use]
    pub fn new(
        database: Database,
        clock: Arc<dyn Clock>,
        projections: Vec<Arc<dyn Projection>>,
        reactions: Vec<Reaction>,
    ) -> Self {
        let core = Arc::new(append::Core { database, clock, projections, reactions });
        Self { inner: Arc::new(Inner { queue: queue::Queue::new(Arc::clone(&core)), core }) }
    }

    /// Decides, records and projects; answers each proposal in order once everything is durable. The proposals of all
    /// callers who wait at the same time share one transaction and a few many-row statements.
    ///
    /// # Errors
    /// [`Error`] when the database fails; a refusal is an [`Outcome`], not an error.
    pub async fn append(&self, proposals: Vec<Proposal>) -> Result<Vec<Outcome>, Error> {
        self.inner.queue.append(proposals).await
    }

    /// As [`Ledger::append`], inside a transaction that does more (enrolling, importing). Nothing is durable before the
    /// caller's transaction commits.
    ///
    /// # Errors
    /// As [`Ledger::append`].
    pub async fn append_in(&self, tx: &database::Tx, proposals: Vec<Proposal>) -> Result<Vec<Outcome>, Error> {
        let proposals: Vec<&Proposal> = proposals.iter().collect();
        append::append(&self.inner.core, tx, &proposals).await
    }

    /// The database under the ledger.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.inner.core.database
    }

    pub(crate) fn core(&self) -> &Arc<append::Core> {
        &self.inner.core
    }
}
