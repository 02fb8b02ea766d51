//! The same request twice has one effect and the same answer. The answer is kept in the transaction of its effect.

use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter};
use serde::Serialize;
use serde::de::DeserializeOwned;
use vocabulary::millis;

use crate::entity::idempotency;
use crate::{Database, Error, Tx};

/// How long an answer is kept.
const KEPT: Duration = Duration::from_hours(40 * 24);

/// What makes a request recognisable when it comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// Who asks; keys of different callers never meet.
    pub caller: String,
    /// The key the caller chose.
    pub key: String,
    /// A hash of method, address and body: another request under the same key is refused.
    pub body_hash: String,
}

impl Database {
    /// As [`Database::write`], once for a key: a repeat gives the first answer and changes nothing. Refusals are not kept.
    ///
    /// # Errors
    /// As [`Database::write`]; [`Error::KeyReused`] when the key came with another body.
    pub async fn write_once<T, E, F>(&self, key: Option<IdempotencyKey>, f: F) -> Result<T, E>
    where
        F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Serialize + DeserializeOwned + Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let Some(key) = key else { return self.write(f).await };
        let shared = Arc::new((key, f));
        self.write(move |tx| {
            let shared = Arc::clone(&shared);
            Box::pin(async move {
                let (key, f) = shared.as_ref();
                if let Some(answer) = kept(tx, key).await? {
                    return serde_json::from_str(&answer).map_err(|error| Error::from(error).into());
                }
                let value = f(tx).await?;
                let answer = serde_json::to_string(&value).map_err(Error::from)?;
                keep(tx, key, answer).await?;
                Ok(value)
            })
        })
        .await
    }

    /// The answer that was kept for a key, if any: what [`Database::keep_answer`] was given, as it was given.
    ///
    /// # Errors
    /// [`Error::KeyReused`] when the key came with another body.
    pub async fn kept_answer(&self, key: &IdempotencyKey) -> Result<Option<String>, Error> {
        let id = (key.caller.clone(), key.key.clone());
        answer_of(idempotency::Entity::find_by_id(id).one(self.read()).await?, key)
    }

    /// Keeps an answer made outside a transaction and gives the one that counts: of two at once, the first.
    ///
    /// # Errors
    /// As [`Database::write_once`].
    pub async fn keep_answer(&self, key: IdempotencyKey, answer: String) -> Result<String, Error> {
        let shared = Arc::new((key, answer));
        self.write(move |tx| {
            let shared = Arc::clone(&shared);
            Box::pin(async move {
                let (key, answer) = shared.as_ref();
                if let Some(first) = kept(tx, key).await? {
                    return Ok(first);
                }
                keep(tx, key, answer.clone()).await?;
                Ok(answer.clone())
            })
        })
        .await
    }

    /// Forgets what was kept for a key, where it came with this very body.
    ///
    /// # Errors
    /// As [`Database::write`].
    pub async fn forget(&self, key: IdempotencyKey) -> Result<(), Error> {
        let key = Arc::new(key);
        self.write(move |tx| {
            let key = Arc::clone(&key);
            Box::pin(async move {
                idempotency::Entity::delete_many()
                    .filter(idempotency::Column::Caller.eq(key.caller.as_str()))
                    .filter(idempotency::Column::Key.eq(key.key.as_str()))
                    .filter(idempotency::Column::BodyHash.eq(key.body_hash.as_str()))
                    .exec(tx)
                    .await?;
                Ok(())
            })
        })
        .await
    }

    /// Forgets the answers older than 40 days; says how many.
    ///
    /// # Errors
    /// As [`Database::write`].
    pub async fn forget_old_answers(&self) -> Result<u64, Error> {
        self.write(|tx| {
            Box::pin(async move {
                let oldest = millis(tx.now()) - i64::try_from(KEPT.as_millis()).unwrap_or(i64::MAX);
                let old = idempotency::Column::CreatedAt.lt(oldest);
                Ok(idempotency::Entity::delete_many().filter(old).exec(tx).await?.rows_affected)
            })
        })
        .await
    }
}

async fn kept(tx: &Tx, key: &IdempotencyKey) -> Result<Option<String>, Error> {
    if tx.get_database_backend() == DbBackend::Postgres {
        // Two servers may get the same request at once: the second waits for the first to end.
        crate::advisory_lock(tx, &format!("{}\u{0}{}", key.caller, key.key)).await?;
    }
    let id = (key.caller.clone(), key.key.clone());
    answer_of(idempotency::Entity::find_by_id(id).one(tx).await?, key)
}

fn answer_of(row: Option<idempotency::Model>, key: &IdempotencyKey) -> Result<Option<String>, Error> {
    match row {
        Some(row) if row.body_hash != key.body_hash => Err(Error::KeyReused),
        Some(row) => Ok(Some(row.answer)),
        None => Ok(None),
    }
}

async fn keep(tx: &Tx, key: &IdempotencyKey, answer: String) -> Result<(), Error> {
    let row = idempotency::ActiveModel {
        caller: Set(key.caller.clone()),
        key: Set(key.key.clone()),
        body_hash: Set(key.body_hash.clone()),
        answer: Set(answer),
        created_at: Set(millis(tx.now())),
    };
    let columns = [idempotency::Column::Caller, idempotency::Column::Key];
    let conflict = OnConflict::columns(columns)
        .update_columns([idempotency::Column::BodyHash, idempotency::Column::Answer, idempotency::Column::CreatedAt])
        .to_owned();
    idempotency::Entity::insert(row).on_conflict(conflict).exec_without_returning(tx).await?;
    Ok(())
}
