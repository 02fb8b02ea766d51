//! The projection of where learners stand: enrolments, units, questions and sittings.
//!
//! Invariant: `fold` uses nothing but the fact, so that a rebuild without courses gives the same tables. Only `decide` and
//! `react` look at the course, which the proposal brings along.

mod context;
mod decide;
mod decide_move;
mod decide_quiz;
mod fold;
mod judge;
mod load;
mod react;
mod save;
mod state;

use std::sync::Arc;

use async_trait::async_trait;
use database::Tx;
use ledger::{Decision, Fact, FactKind, NewFact, Projection, Proposal, State, Touched};
use sea_orm::EntityTrait;
use vocabulary::Timestamp;

pub use context::{AnswerContext, CourseContext, MoveContext, QuizContext};
pub(crate) use decide_quiz::over;
pub(crate) use judge::VERSION_CHANGED;
use state::LearningState;
pub(crate) use state::{enrolment_state, questions, recordings, unit_done};

/// The projection itself; its state is loaded for each batch.
#[derive(Debug, Default)]
pub struct Learning;

#[async_trait]
impl Projection for Learning {
    fn name(&self) -> &'static str {
        "learning"
    }

    fn tables(&self) -> &[&str] {
        &["enrolment", "unit_state", "question_state", "attempt"]
    }

    async fn load(&self, tx: &Tx, touched: &[Touched]) -> Result<Box<dyn State>, ledger::Error> {
        Ok(Box::new(load::load(tx, touched).await?))
    }

    async fn clear(&self, tx: &Tx) -> Result<(), ledger::Error> {
        use database::entity::{attempt, enrolment, question_state, unit_state};
        attempt::Entity::delete_many().exec(tx).await?;
        question_state::Entity::delete_many().exec(tx).await?;
        unit_state::Entity::delete_many().exec(tx).await?;
        enrolment::Entity::delete_many().exec(tx).await?;
        Ok(())
    }
}

/// The projection, ready to be registered.
#[must_use]
pub fn projection() -> Arc<dyn Projection> {
    Arc::new(Learning)
}

#[async_trait]
impl State for LearningState {
    fn decides(&self, kind: FactKind) -> bool {
        matches!(
            kind,
            FactKind::Enrolled
                | FactKind::Opened
                | FactKind::Progressed
                | FactKind::Answered
                | FactKind::Done
                | FactKind::AttemptStarted
                | FactKind::AttemptSubmitted
                | FactKind::Closed
                | FactKind::Reopened
                | FactKind::Switched
                | FactKind::Moved
        )
    }

    fn decide(&mut self, proposal: &Proposal, now: Timestamp) -> Decision {
        decide::decide(self, proposal, now)
    }

    fn react(&mut self, fact: &Fact) -> Vec<NewFact> {
        react::react(self, fact)
    }

    fn fold(&mut self, fact: &Fact) {
        fold::fold(self, fact);
    }

    async fn save(self: Box<Self>, tx: &Tx) -> Result<(), ledger::Error> {
        save::save(*self, tx).await
    }
}
