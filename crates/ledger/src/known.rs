//! Proposals that came before: recognised by their ids, answered with the facts of the first time.

use std::collections::HashMap;

use database::entity::fact;
use database::{CHUNK, Tx};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use uuid::Uuid;

use crate::{Error, Fact, ID_REUSED, Outcome, Proposal};

/// The facts that proposals of a batch had given before.
#[derive(Default)]
pub(crate) struct Known {
    facts: HashMap<Uuid, Vec<Fact>>,
}

impl Known {
    pub(crate) fn contains(&self, id: Uuid) -> bool {
        self.facts.contains_key(&id)
    }

    /// The answer, when the id was there before.
    pub(crate) fn answer(&self, proposal: &Proposal) -> Option<Outcome> {
        self.facts.get(&proposal.id).map(|facts| repeat(proposal, facts))
    }
}

/// The answer to a proposal whose id is in the ledger with these facts, itself first.
pub(crate) fn repeat(proposal: &Proposal, facts: &[Fact]) -> Outcome {
    match facts.first() {
        Some(first) if first.learner == proposal.learner && first.kind == proposal.kind => {
            Outcome::Known(facts.to_vec())
        }
        Some(_) => Outcome::Refused { code: ID_REUSED, params: Value::Null },
        None => Outcome::Known(Vec::new()),
    }
}

/// Looks for the ids of a batch, then for what the ones found had caused.
pub(crate) async fn find(tx: &Tx, proposals: &[&Proposal]) -> Result<Known, Error> {
    let ids: Vec<Uuid> = proposals.iter().map(|proposal| proposal.id).collect();
    let mut known = Known::default();
    for row in rows(tx, fact::Column::Id, &ids).await? {
        known.facts.insert(row.id, vec![Fact::from_row(row)?]);
    }
    let found: Vec<Uuid> = known.facts.keys().copied().collect();
    for row in rows(tx, fact::Column::Cause, &found).await? {
        let fact = Fact::from_row(row)?;
        if let Some(facts) = fact.cause.and_then(|cause| known.facts.get_mut(&cause)) {
            facts.push(fact);
        }
    }
    Ok(known)
}

async fn rows(tx: &Tx, column: fact::Column, ids: &[Uuid]) -> Result<Vec<fact::Model>, Error> {
    let mut rows = Vec::new();
    for chunk in ids.chunks(CHUNK) {
        let some = fact::Entity::find()
            .filter(column.is_in(chunk.iter().copied()))
            .order_by_asc(fact::Column::Seq)
            .all(tx)
            .await?;
        rows.extend(some);
    }
    Ok(rows)
}
