//! Topics: counters that caches hang on. A change raises its topic in its own transaction; every server reads the counters
//! each 300 ms and drops what hangs on a topic that moved. Never trust a cache while [`Watcher::fresh`] says no.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use tokio::time::Instant;

use crate::entity::topic;
use crate::{Database, Error, Tx};

/// How often the counters are read.
const EVERY: Duration = Duration::from_millis(300);
/// A reading older than this is no longer trusted.
const FRESH: Duration = Duration::from_millis(900);

/// Says that what hangs on the topic has changed, from the moment the transaction commits.
///
/// # Errors
/// What the database says.
pub async fn raise(tx: &Tx, name: &str) -> Result<(), Error> {
    let backend = tx.get_database_backend();
    let place = if backend == sea_orm::DbBackend::Postgres { "$1" } else { "?" };
    let sql = format!(
        "INSERT INTO topic (name, counter) VALUES ({place}, 1) \
         ON CONFLICT (name) DO UPDATE SET counter = topic.counter + 1 RETURNING counter"
    );
    let row = tx.query_one_raw(Statement::from_sql_and_values(backend, sql, [name.into()])).await?;
    if let Some(row) = row {
        tx.raised(name, row.try_get_by_index(0)?);
    }
    Ok(())
}

/// Knows the generation of every topic. Clones share everything.
#[derive(Clone)]
pub struct Watcher {
    database: Database,
    started: Instant,
    /// Milliseconds from `started` to the beginning of the last good reading, plus one; zero before the first.
    read_at: Arc<AtomicU64>,
    /// Ends the reading task when the last clone is gone.
    _alive: Arc<tokio::sync::watch::Sender<()>>,
}

/// One topic; reading its generation costs one load from memory.
#[derive(Clone)]
pub struct Topic(Arc<AtomicI64>);

impl Topic {
    /// A number that grows each time the topic is raised.
    #[must_use]
    pub fn generation(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}

impl Watcher {
    /// Reads the counters once, then goes on each 300 ms until the last clone is gone.
    ///
    /// # Errors
    /// What the database says to the first reading.
    pub async fn start(database: &Database) -> Result<Self, Error> {
        let (alive, mut ended) = tokio::sync::watch::channel(());
        let watcher = Self {
            database: database.clone(),
            started: Instant::now(),
            read_at: Arc::default(),
            _alive: Arc::new(alive),
        };
        watcher.read().await?;
        // The task holds parts, not the watcher: otherwise it would keep itself alive.
        let (database, started, read_at) = (watcher.database.clone(), watcher.started, Arc::clone(&watcher.read_at));
        tokio::spawn(async move {
            let mut ticks = tokio::time::interval(EVERY);
            ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
            loop {
                tokio::select! {
                    _ = ticks.tick() => {}
                    _ = ended.changed() => return,
                }
                if let Err(error) = read(&database, started, &read_at).await {
                    tracing::warn!(%error, "the topics could not be read");
                }
            }
        });
        Ok(watcher)
    }

    /// Reads the counters now.
    ///
    /// # Errors
    /// What the database says.
    pub async fn read(&self) -> Result<(), Error> {
        read(&self.database, self.started, &self.read_at).await
    }

    /// A handle on one topic, whether or not it was ever raised.
    #[must_use]
    pub fn topic(&self, name: &str) -> Topic {
        Topic(self.database.signals().topic(name))
    }

    /// The generation of a topic; zero when it was never raised.
    #[must_use]
    pub fn generation(&self, name: &str) -> i64 {
        self.topic(name).generation()
    }

    /// Whether the last reading began less than 900 ms ago. When not, ask the database instead of a cache.
    #[must_use]
    pub fn fresh(&self) -> bool {
        let read_at = self.read_at.load(Ordering::SeqCst);
        read_at > 0 && Duration::from_millis(elapsed(self.started).saturating_sub(read_at - 1)) < FRESH
    }
}

async fn read(database: &Database, started: Instant, read_at: &AtomicU64) -> Result<(), Error> {
    let began = elapsed(started);
    for row in topic::Entity::find().all(database.read()).await? {
        database.signals().note(&row.name, row.counter);
    }
    read_at.fetch_max(began + 1, Ordering::SeqCst);
    Ok(())
}

fn elapsed(started: Instant) -> u64 {
    u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX)
}
