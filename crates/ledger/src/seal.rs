//! Sealing: runs of facts are hashed in order, each seal over the one before. Never seals past a number below which a fact
//! could still appear.

use std::future::Future;
use std::time::Duration;

use database::Database;
use database::entity::{fact, seal};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use vocabulary::millis;

use crate::canonical::seal_hash;
use crate::{Error, Ledger, store};

/// The most facts under one seal.
const MOST: u64 = 2000;
/// How often facts are sealed.
const EVERY: Duration = Duration::from_secs(1);

impl Ledger {
    /// Seals what is not sealed yet; says how many facts that were.
    ///
    /// # Errors
    /// What the database says.
    pub async fn seal_due(&self) -> Result<u64, Error> {
        let database = self.database();
        let mut previous = last_seal(database).await?;
        let head = settled_head(database).await?;
        let mut count = 0;
        loop {
            let after = previous.as_ref().map_or(0, |seal| seal.last_seq);
            let facts = facts_between(database, after, head).await?;
            let (Some(first), Some(last)) = (facts.first(), facts.last()) else { return Ok(count) };
            let before = previous.map(|seal| seal.hash).unwrap_or_default();
            let mut new = seal::Model {
                last_seq: last.seq,
                first_seq: first.seq,
                count: i64::try_from(facts.len()).unwrap_or(i64::MAX),
                hash: String::new(),
                previous: before,
                sealed_at: millis(self.core().clock.now()),
            };
            new.hash = seal_hash(&new, &facts);
            if !add(database, after, new.clone()).await? {
                // Another server sealed meanwhile: the rest is its work, or the next round's.
                return Ok(count);
            }
            count += facts.len() as u64;
            previous = Some(new);
        }
    }

    /// Seals every second until `shutdown` is ready, and once more at the end.
    pub async fn seal_forever(&self, shutdown: impl Future<Output = ()> + Send) {
        tokio::pin!(shutdown);
        loop {
            let stop = tokio::select! {
                () = &mut shutdown => true,
                () = tokio::time::sleep(EVERY) => false,
            };
            if let Err(error) = self.seal_due().await {
                tracing::warn!(%error, "facts could not be sealed");
            }
            if stop {
                return;
            }
        }
    }
}

pub(crate) async fn last_seal(database: &Database) -> Result<Option<seal::Model>, Error> {
    Ok(seal::Entity::find().order_by_desc(seal::Column::LastSeq).one(database.read()).await?)
}

/// Facts with numbers above `after` up to `head`, lowest first, at most one seal's worth.
async fn facts_between(database: &Database, after: i64, head: i64) -> Result<Vec<fact::Model>, Error> {
    Ok(fact::Entity::find()
        .filter(fact::Column::Seq.gt(after))
        .filter(fact::Column::Seq.lte(head))
        .order_by_asc(fact::Column::Seq)
        .limit(MOST)
        .all(database.read())
        .await?)
}

/// The highest number below which nothing can appear any more. On PostgreSQL that needs a moment in which nobody appends.
async fn settled_head(database: &Database) -> Result<i64, Error> {
    if database.backend() != DbBackend::Postgres {
        return store::head(database.read()).await;
    }
    database
        .write(|tx| {
            Box::pin(async move {
                store::lock_out_appenders(tx).await?;
                store::head(tx).await
            })
        })
        .await
}

/// Adds a seal, unless the last one is no longer the one it follows.
async fn add(database: &Database, after: i64, new: seal::Model) -> Result<bool, Error> {
    database
        .write(move |tx| {
            let new = new.clone();
            Box::pin(async move {
                if tx_is_postgres(tx) {
                    database::advisory_lock(tx, "ledger/sealer").await?;
                }
                let last = seal::Entity::find().order_by_desc(seal::Column::LastSeq).one(tx).await?;
                if last.map_or(0, |seal| seal.last_seq) != after {
                    return Ok(false);
                }
                let row = seal::ActiveModel {
                    last_seq: Set(new.last_seq),
                    first_seq: Set(new.first_seq),
                    count: Set(new.count),
                    previous: Set(new.previous),
                    hash: Set(new.hash),
                    sealed_at: Set(new.sealed_at),
                };
                row.insert(tx).await?;
                Ok(true)
            })
        })
        .await
}

pub(crate) fn tx_is_postgres(tx: &database::Tx) -> bool {
    sea_orm::ConnectionTrait::get_database_backend(tx) == DbBackend::Postgres
}
