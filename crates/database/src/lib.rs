//! The two doors to the data: `read` and `write`; the entities of every table, the job queue and the topics that caches hang on.
//!
//! Invariant: nothing changes but inside [`Database::write`], and nothing is answered before it is durable on disk.
//! On SQLite concurrent writes share one transaction and one flush (group commit); on PostgreSQL each has its own.

mod connect;
mod each;
pub mod entity;
mod error;
mod group;
pub mod jobs;
mod once;
mod rows;
mod signals;
pub mod topics;
mod tx;

use std::sync::Arc;

use futures::future::BoxFuture;
use sea_orm::{DatabaseConnection, DbBackend};
use vocabulary::{Clock, SystemClock};

pub use connect::Settings;
pub use error::Error;
pub use once::IdempotencyKey;
pub use rows::{CHUNK, Conflict, advisory_lock, insert_rows, lock_number};
pub use tx::Tx;

/// An open database. Clones share everything.
#[derive(Clone)]
pub struct Database {
    inner: Arc<Inner>,
}

struct Inner {
    read: DatabaseConnection,
    stale: DatabaseConnection,
    door: Door,
    signals: Arc<signals::Signals>,
    clock: Arc<dyn Clock>,
}

/// How writes reach the disk.
enum Door {
    /// SQLite: one writer, group commit.
    Group(group::Group),
    /// PostgreSQL: a transaction for each write.
    Each(DatabaseConnection),
}

impl Database {
    /// Opens the database with the machine's clock.
    ///
    /// # Errors
    /// [`Error::Outdated`] when the SQLite engine is older than 3.51.3; [`Error::Unavailable`] when it cannot be reached;
    /// [`Error::Address`] when the address is neither `sqlite:` nor `postgres:`.
    pub async fn open(settings: &Settings) -> Result<Self, Error> {
        Self::open_with(settings, Arc::new(SystemClock)).await
    }

    /// Opens the database with the given clock, which stamps jobs and kept answers.
    ///
    /// # Errors
    /// As [`Database::open`].
    pub async fn open_with(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Self, Error> {
        let signals = Arc::new(signals::Signals::default());
        let opened = connect::open(settings).await?;
        let door = match opened.backend {
            DbBackend::Sqlite => {
                let settings = settings.clone();
                let reopen: group::Opener = Box::new(move || {
                    let settings = settings.clone();
                    Box::pin(async move { connect::sqlite_writer(&settings).await })
                });
                Door::Group(group::Group::start(opened.writer, reopen, Arc::clone(&signals), Arc::clone(&clock)))
            }
            _ => Door::Each(opened.writer),
        };
        let inner = Inner { read: opened.read, stale: opened.stale, door, signals, clock };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The pool of readers, always up to date. It refuses to change anything.
    #[must_use]
    pub fn read(&self) -> &DatabaseConnection {
        &self.inner.read
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it does not.
    pub async fn ping(&self) -> Result<(), Error> {
        Ok(self.inner.read.ping().await?)
    }

    /// Readers that may lag behind by seconds (a replica): for the catalogue and reports only.
    #[must_use]
    pub fn read_stale(&self) -> &DatabaseConnection {
        &self.inner.stale
    }

    /// The writing connection itself: for migrations, before anything is served. Everybody else uses [`Database::write`].
    #[must_use]
    pub fn writer(&self) -> DatabaseConnection {
        match &self.inner.door {
            Door::Group(group) => group.connection(),
            Door::Each(pool) => pool.clone(),
        }
    }

    /// Which engine this is.
    #[must_use]
    pub fn backend(&self) -> DbBackend {
        match self.inner.door {
            Door::Group(_) => DbBackend::Sqlite,
            Door::Each(_) => DbBackend::Postgres,
        }
    }

    /// The clock this database was opened with.
    #[must_use]
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.inner.clock
    }

    /// Runs `f` in a transaction and answers once it is durable. When `f` fails, nothing of it stays and nobody else is hurt.
    ///
    /// `f` may run twice: it touches nothing but its transaction and takes under 50 ms.
    ///
    /// # Errors
    /// What `f` answers; or an [`Error`] when the transaction could not begin or commit, or when `f` panicked.
    pub async fn write<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: for<'t> Fn(&'t Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &self.inner.door {
            Door::Group(group) => group.write(f).await,
            Door::Each(pool) => {
                each::write(pool.clone(), Arc::clone(&self.inner.signals), Arc::clone(&self.inner.clock), f).await
            }
        }
    }

    pub(crate) fn signals(&self) -> &Arc<signals::Signals> {
        &self.inner.signals
    }
}
