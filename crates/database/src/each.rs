//! Writing on PostgreSQL: a transaction for each write, run again when the engine asks. Never cancelled half-way.

use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use sea_orm::{DatabaseConnection, TransactionTrait};
use vocabulary::Clock;

use crate::error::Cause;
use crate::signals::Signals;
use crate::{Error, Tx};

/// How often a transaction is tried when the engine reports a deadlock or a serialisation failure.
const TRIES: u32 = 6;
/// The first pause before another try; it doubles each time.
const PAUSE: Duration = Duration::from_millis(4);

/// Runs `f` in a task of its own: whoever asked may go away, the transaction still ends cleanly.
pub(crate) async fn write<T, E, F>(
    pool: DatabaseConnection,
    signals: Arc<Signals>,
    clock: Arc<dyn Clock>,
    f: F,
) -> Result<T, E>
where
    F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    let task = tokio::spawn(async move {
        let mut tries = 1;
        loop {
            match attempt(&pool, &signals, &clock, &f).await {
                Attempt::Ended(result) => return result,
                Attempt::Again(last) if tries >= TRIES => return Err(last),
                Attempt::Again(_) => {}
            }
            tokio::time::sleep(PAUSE * 2_u32.pow(tries)).await;
            tries += 1;
        }
    });
    task.await.unwrap_or_else(|_| Err(Error::Panicked.into()))
}

/// How one try ended.
enum Attempt<T, E> {
    Ended(Result<T, E>),
    Again(E),
}

async fn attempt<T, E, F>(pool: &DatabaseConnection, signals: &Signals, clock: &Arc<dyn Clock>, f: &F) -> Attempt<T, E>
where
    F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>>,
    E: From<Error>,
{
    let tx = match pool.begin().await {
        Ok(transaction) => Tx::new(transaction, Arc::clone(clock)),
        Err(error) => return Attempt::Ended(Err(Error::from(error).into())),
    };
    match f(&tx).await {
        Ok(value) => match tx.commit(signals).await {
            Ok(()) => Attempt::Ended(Ok(value)),
            Err(error) if Cause::of(&error) == Cause::Again => Attempt::Again(Error::from(error).into()),
            Err(error) => Attempt::Ended(Err(Error::from(error).into())),
        },
        Err(error) => {
            let again = tx.wants_again();
            if let Err(problem) = tx.rollback().await {
                tracing::warn!(%problem, "a rollback failed; the connection will be replaced");
            }
            if again { Attempt::Again(error) } else { Attempt::Ended(Err(error)) }
        }
    }
}
