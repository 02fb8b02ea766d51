//! Writing on SQLite: one task collects the waiting calls, runs them one after another inside one transaction, commits
//! once and answers all. Never answers a call before the commit that holds it, and a failing call never hurts the others:
//! the transaction is rolled back and every call runs again in one of its own.

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, PoisonError, RwLock};

use futures::FutureExt;
use futures::future::BoxFuture;
use sea_orm::{DatabaseConnection, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait};
use tokio::sync::{mpsc, oneshot};
use vocabulary::Clock;

use crate::error::Cause;
use crate::signals::Signals;
use crate::{Error, Tx};

#[cfg(test)]
mod tests;

/// The most calls in one transaction: enough to share the flush, few enough that nobody waits long.
const MOST: usize = 256;
/// How many calls may wait before callers wait for room.
const QUEUE: usize = 4096;

/// Opens the writing connection anew.
pub(crate) type Opener = Box<dyn Fn() -> BoxFuture<'static, Result<DatabaseConnection, Error>> + Send + Sync>;

/// The single writer.
pub(crate) struct Group {
    queue: mpsc::Sender<Box<dyn Call>>,
    connection: Arc<RwLock<DatabaseConnection>>,
}

impl Group {
    /// Starts the task that writes; it ends when the last clone of the database is gone.
    pub(crate) fn start(
        connection: DatabaseConnection,
        open: Opener,
        signals: Arc<Signals>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let connection = Arc::new(RwLock::new(connection));
        let writer = Writer { connection: Arc::clone(&connection), open, signals, clock };
        tokio::spawn(writer.run(waiting));
        Self { queue, connection }
    }

    pub(crate) fn connection(&self) -> DatabaseConnection {
        self.connection.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) async fn write<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let call = Box::new(Waiting { f, outcome: None, reply });
        let gone = || E::from(Error::Unavailable("the writer has stopped".to_owned()));
        self.queue.send(call).await.map_err(|_| gone())?;
        answer.await.unwrap_or_else(|_| Err(gone()))
    }
}

/// A call with its types forgotten.
#[async_trait::async_trait]
trait Call: Send {
    /// Runs it and keeps what it answers; says whether it went well.
    async fn run(&mut self, tx: &Tx) -> bool;
    /// Answers the caller: with what the call said, unless the transaction came to nothing.
    fn settle(self: Box<Self>, end: Result<(), Error>);
}

struct Waiting<T, E, F> {
    f: F,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

#[async_trait::async_trait]
impl<T, E, F> Call for Waiting<T, E, F>
where
    F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync,
    T: Send,
    E: From<Error> + Send,
{
    async fn run(&mut self, tx: &Tx) -> bool {
        let f = &self.f;
        let result = AssertUnwindSafe(async move { f(tx).await }).catch_unwind().await;
        let outcome = result.unwrap_or_else(|_| Err(Error::Panicked.into()));
        let well = outcome.is_ok();
        self.outcome = Some(outcome);
        well
    }

    fn settle(self: Box<Self>, end: Result<(), Error>) {
        let Self { outcome, reply, .. } = *self;
        let answer = match (outcome, end) {
            (Some(Err(own)), _) => Err(own),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (_, Err(error)) => Err(error.into()),
            (None, Ok(())) => Err(Error::Panicked.into()),
        };
        // A caller that has gone away no longer wants to know.
        let _ = reply.send(answer);
    }
}

struct Writer {
    connection: Arc<RwLock<DatabaseConnection>>,
    open: Opener,
    signals: Arc<Signals>,
    clock: Arc<dyn Clock>,
}

impl Writer {
    async fn run(self, mut waiting: mpsc::Receiver<Box<dyn Call>>) {
        let mut calls = Vec::with_capacity(MOST);
        while waiting.recv_many(&mut calls, MOST).await > 0 {
            if let Some(again) = self.together(std::mem::take(&mut calls)).await {
                for call in again {
                    self.alone(call).await;
                }
            }
        }
    }

    /// Runs all calls in one transaction; gives them back, none settled, when one failed after it had written.
    async fn together(&self, mut calls: Vec<Box<dyn Call>>) -> Option<Vec<Box<dyn Call>>> {
        let tx = match self.begin().await {
            Ok(tx) => tx,
            Err(error) => {
                settle_all(calls, &Err(error));
                return None;
            }
        };
        for call in &mut calls {
            tx.next_call();
            let well = call.run(&tx).await;
            // A call that failed before it changed anything leaves nothing to undo: its neighbours stay.
            if tx.dead().is_some() || (!well && tx.wrote()) {
                self.undo(tx).await;
                return Some(calls);
            }
        }
        let end = self.commit(tx).await;
        settle_all(calls, &end);
        None
    }

    async fn alone(&self, mut call: Box<dyn Call>) {
        let end = match self.begin().await {
            Ok(tx) => {
                let well = call.run(&tx).await;
                match tx.dead() {
                    Some(error) => {
                        self.undo(tx).await;
                        Err(error.into())
                    }
                    None if well => self.commit(tx).await,
                    None => {
                        self.undo(tx).await;
                        Ok(())
                    }
                }
            }
            Err(error) => Err(error),
        };
        call.settle(end);
    }

    async fn begin(&self) -> Result<Tx, Error> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let transaction = match self.current().begin_with_options(options).await {
            Ok(transaction) => transaction,
            Err(_) => {
                // The connection may be the one that could not be replaced last time: a fresh one heals without a restart.
                self.reconnect().await;
                self.current().begin_with_options(options).await?
            }
        };
        Ok(Tx::new(transaction, Arc::clone(&self.clock)))
    }

    fn current(&self) -> DatabaseConnection {
        self.connection.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn commit(&self, tx: Tx) -> Result<(), Error> {
        let Err(error) = tx.commit(&self.signals).await else { return Ok(()) };
        stop_when_flushing_failed(&error);
        self.reconnect().await;
        Err(error.into())
    }

    async fn undo(&self, tx: Tx) {
        if let Some(error) = tx.dead() {
            stop_when_flushing_failed(&error);
        }
        // After some failures SQLite has rolled back by itself; then the driver's count of open transactions is wrong and
        // the connection must not be used again.
        if tx.rollback().await.is_err() {
            self.reconnect().await;
        }
    }

    async fn reconnect(&self) {
        if let Err(error) = self.current().close().await {
            tracing::warn!(%error, "the writing connection did not close cleanly");
        }
        match (self.open)().await {
            Ok(new) => *self.connection.write().unwrap_or_else(PoisonError::into_inner) = new,
            Err(error) => tracing::error!(%error, "the writing connection could not be opened again"),
        }
    }
}

fn settle_all(calls: Vec<Box<dyn Call>>, end: &Result<(), Error>) {
    for call in calls {
        call.settle(end.clone());
    }
}

/// After a failed flush nobody knows what is on disk: the process stops, and the next start recovers from the log.
fn stop_when_flushing_failed(error: &DbErr) {
    if Cause::of(error) == Cause::FlushFailed {
        tracing::error!(%error, "the disk refused to flush: stopping, so that the next start recovers what is really there");
        std::process::exit(3);
    }
}
