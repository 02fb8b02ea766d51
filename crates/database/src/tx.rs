//! The transaction that a write works in. Never used after the engine has ended it behind our back.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement};
use vocabulary::{Clock, Timestamp};

use crate::error::Cause;
use crate::signals::Signals;

/// One transaction; use it as any SeaORM connection (`.one(tx)`, `.insert(tx)`, `.exec(tx)`).
pub struct Tx {
    transaction: DatabaseTransaction,
    clock: Arc<dyn Clock>,
    /// A statement of the current call may have changed something.
    wrote: AtomicBool,
    /// The engine has ended the transaction, or is about to: nothing more may run in it.
    dead: Mutex<Option<DbErr>>,
    /// PostgreSQL asked for the transaction to be run again.
    again: AtomicBool,
    enqueued: AtomicBool,
    raised: Mutex<Vec<(String, i64)>>,
}

impl Tx {
    pub(crate) fn new(transaction: DatabaseTransaction, clock: Arc<dyn Clock>) -> Self {
        Self {
            transaction,
            clock,
            wrote: AtomicBool::new(false),
            dead: Mutex::new(None),
            again: AtomicBool::new(false),
            enqueued: AtomicBool::new(false),
            raised: Mutex::new(Vec::new()),
        }
    }

    /// The present instant by the database's clock.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Begins a new call inside the same transaction: forgets what the call before wrote.
    pub(crate) fn next_call(&self) {
        self.wrote.store(false, Ordering::Relaxed);
    }

    /// Whether the current call may have changed something.
    pub(crate) fn wrote(&self) -> bool {
        self.wrote.load(Ordering::Relaxed)
    }

    /// The failure that ended the transaction, if one did.
    pub(crate) fn dead(&self) -> Option<DbErr> {
        self.dead.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether the engine asked for the transaction to be run again.
    pub(crate) fn wants_again(&self) -> bool {
        self.again.load(Ordering::Relaxed)
    }

    pub(crate) fn enqueued(&self) {
        self.enqueued.store(true, Ordering::Relaxed);
    }

    pub(crate) fn raised(&self, topic: &str, counter: i64) {
        self.raised.lock().unwrap_or_else(PoisonError::into_inner).push((topic.to_owned(), counter));
    }

    /// Commits, then tells this process what changed.
    pub(crate) async fn commit(self, signals: &Signals) -> Result<(), DbErr> {
        self.transaction.commit().await?;
        if self.enqueued.into_inner() {
            signals.jobs.notify_one();
        }
        for (topic, counter) in self.raised.into_inner().unwrap_or_else(PoisonError::into_inner) {
            signals.note(&topic, counter);
        }
        Ok(())
    }

    pub(crate) async fn rollback(self) -> Result<(), DbErr> {
        self.transaction.rollback().await
    }

    fn begin_statement(&self, may_write: bool) -> Result<(), DbErr> {
        if may_write {
            self.wrote.store(true, Ordering::Relaxed);
        }
        self.dead().map_or(Ok(()), Err)
    }

    fn end_statement<T>(&self, result: Result<T, DbErr>) -> Result<T, DbErr> {
        if let Err(error) = &result {
            match Cause::of(error) {
                Cause::Again => self.again.store(true, Ordering::Relaxed),
                Cause::Full | Cause::Away | Cause::FlushFailed => {
                    *self.dead.lock().unwrap_or_else(PoisonError::into_inner) = Some(error.clone());
                }
                Cause::Other => {}
            }
        }
        result
    }
}

/// Whether a statement only reads. When in doubt it writes: that costs a rollback, never data.
fn only_reads(sql: &str) -> bool {
    sql.trim_start().get(..6).is_some_and(|word| word.eq_ignore_ascii_case("select"))
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.transaction.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.begin_statement(true)?;
        self.end_statement(self.transaction.execute_raw(statement).await)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.begin_statement(true)?;
        self.end_statement(self.transaction.execute_unprepared(sql).await)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.begin_statement(!only_reads(&statement.sql))?;
        self.end_statement(self.transaction.query_one_raw(statement).await)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.begin_statement(!only_reads(&statement.sql))?;
        self.end_statement(self.transaction.query_all_raw(statement).await)
    }
}
