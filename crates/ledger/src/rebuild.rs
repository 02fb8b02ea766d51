//! Making the projections again from the facts. Folds and never decides; either all of it is done or nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use database::Tx;
use database::entity::fact;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::append::{self, Core};
use crate::{Error, Fact, Ledger, Touched, store};

/// How many facts are folded between two readings of the state.
const CHUNK: u64 = 2000;

impl Ledger {
    /// Empties every projection and folds all facts again; says how many. Readers see the tables as they were until the
    /// end, writers wait: the one write that takes longer than the rest may.
    ///
    /// # Errors
    /// What the database or a projection says; then nothing has changed.
    pub async fn rebuild(&self) -> Result<u64, Error> {
        let core = Arc::clone(self.core());
        self.database()
            .write(move |tx| {
                let core = Arc::clone(&core);
                Box::pin(async move { rebuild(&core, tx).await })
            })
            .await
    }
}

async fn rebuild(core: &Core, tx: &Tx) -> Result<u64, Error> {
    store::lock_out_appenders(tx).await?;
    for projection in &core.projections {
        projection.clear(tx).await?;
    }
    let mut count = 0;
    let mut after = 0;
    loop {
        let rows = fact::Entity::find()
            .filter(fact::Column::Seq.gt(after))
            .order_by_asc(fact::Column::Seq)
            .limit(CHUNK)
            .all(tx)
            .await?;
        let Some(last) = rows.last() else { return Ok(count) };
        after = last.seq;
        count += rows.len() as u64;
        let facts = rows.into_iter().map(Fact::from_row).collect::<Result<Vec<_>, _>>()?;
        let touched: BTreeSet<Touched> = facts.iter().map(Touched::from).collect();
        let mut states = append::load(core, tx, &touched.into_iter().collect::<Vec<_>>()).await?;
        for fact in &facts {
            for state in &mut states {
                state.fold(fact);
            }
        }
        for state in states {
            state.save(tx).await?;
        }
    }
}
