//! Sessions as one value that the house shares.

use std::sync::Arc;

use accounts::Accounts;
use courses::Courses;
use database::{Database, entity::live_session};
use ledger::{FactKind, Ledger, Outcome, Proposal};
use serde_json::Value;
use uuid::Uuid;
use vocabulary::{Clock, CourseId, SubjectId};

use crate::{Error, queries};

/// Use cases of sessions. Clones share everything.
#[derive(Clone)]
pub struct Live {
    pub(crate) db: Database,
    pub(crate) ledger: Ledger,
    pub(crate) accounts: Accounts,
    pub(crate) courses: Courses,
    pub(crate) clock: Arc<dyn Clock>,
}

impl Live {
    /// Sessions over this ledger, these courses and these people.
    #[must_use]
    pub fn new(ledger: Ledger, accounts: Accounts, courses: Courses, clock: Arc<dyn Clock>) -> Self {
        Self { db: ledger.database().clone(), ledger, accounts, courses, clock }
    }

    /// A session that was planned, whatever became of it.
    pub(crate) async fn row(&self, id: Uuid) -> Result<live_session::Model, Error> {
        queries::session(self.db.read(), id).await?.ok_or(Error::NotFound)
    }

    /// Has the ledger decide about a learner and a session. A refusal whose code is among `fine` means that it is so already.
    pub(crate) async fn decide(
        &self,
        session: &live_session::Model,
        (kind, learner): (FactKind, SubjectId),
        payload: Value,
        (id, fine): (Uuid, &[&str]),
    ) -> Result<(), Error> {
        let proposal = Proposal {
            id,
            course: Some(CourseId(session.course_id)),
            session: Some(session.id),
            payload,
            ..Proposal::new(kind, learner)
        };
        match self.ledger.append(vec![proposal]).await?.into_iter().next() {
            Some(Outcome::Refused { code, params }) if !fine.contains(&code) => Err(Error::Refused { code, params }),
            _ => Ok(()),
        }
    }
}
