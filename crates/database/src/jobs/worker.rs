//! Takes due jobs and runs them. A job is taken in one transaction and settled in another; between them it is leased, and
//! the lease is renewed while it runs, so that a worker that died gives its jobs back.

use std::collections::HashMap;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt;
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tokio::task::JoinSet;
use uuid::Uuid;
use vocabulary::{Timestamp, millis};

use super::{DEAD, DONE, Job, JobError, JobHandler, RUNNING, WAITING};
use crate::entity::job;
use crate::{Database, Error};

/// How many jobs one worker runs at once.
const AT_ONCE: usize = 4;
/// How long a job belongs to its worker without a sign of life.
const LEASE: Duration = Duration::from_secs(60);
/// How often a running job's lease is renewed.
const RENEW: Duration = Duration::from_secs(20);
/// How often the queue is looked at when nothing wakes the worker: another server may have added a job.
const POLL: Duration = Duration::from_millis(300);
/// How often old rows are swept away.
const SWEEP: Duration = Duration::from_hours(1);
/// How long a job that went well stays for those who look.
const KEPT: Duration = Duration::from_hours(7 * 24);
/// A job that failed so often is dead.
const MOST_ATTEMPTS: i32 = 10;
/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_hours(1);

/// Runs the jobs of the kinds it has handlers for. Clones share the handlers.
#[derive(Clone)]
pub struct Worker {
    database: Database,
    handlers: Arc<HashMap<&'static str, Arc<dyn JobHandler>>>,
}

impl Worker {
    /// A worker with one handler for each kind; jobs of other kinds are left to other workers.
    #[must_use]
    pub fn new(database: Database, handlers: HashMap<&'static str, Arc<dyn JobHandler>>) -> Self {
        Self { database, handlers: Arc::new(handlers) }
    }

    /// Runs every job due at `now`, also those that these jobs add, and says how many were run.
    ///
    /// # Errors
    /// What the database says; a job that fails is not an error here.
    pub async fn run_due(&self, now: Timestamp) -> Result<usize, Error> {
        let mut count = 0;
        loop {
            let jobs = self.take(now, AT_ONCE).await?;
            if jobs.is_empty() {
                return Ok(count);
            }
            for job in jobs {
                self.run_one(&job, Some(now)).await;
                count += 1;
            }
        }
    }

    /// Runs jobs as they become due until `shutdown` is ready; then waits for those that run.
    pub async fn run_forever(&self, shutdown: impl Future<Output = ()> + Send) {
        let signals = Arc::clone(self.database.signals());
        let mut running = JoinSet::new();
        let mut sweep = tokio::time::interval(SWEEP);
        tokio::pin!(shutdown);
        loop {
            let free = AT_ONCE - running.len();
            let taken = if free == 0 { Ok(Vec::new()) } else { self.take(self.database.clock().now(), free).await };
            match taken {
                Ok(jobs) => {
                    let took_all = !jobs.is_empty() && jobs.len() == free;
                    for job in jobs {
                        let worker = self.clone();
                        running.spawn(async move { worker.run_one(&job, None).await });
                    }
                    if took_all && running.len() < AT_ONCE {
                        continue;
                    }
                }
                Err(error) => tracing::warn!(%error, "the job queue could not be read"),
            }
            tokio::select! {
                () = &mut shutdown => break,
                () = signals.jobs.notified() => {}
                Some(_) = running.join_next() => {}
                () = tokio::time::sleep(POLL) => {}
                _ = sweep.tick() => self.sweep().await,
            }
        }
        while running.join_next().await.is_some() {}
    }

    /// Leases up to `most` due jobs, oldest first.
    async fn take(&self, now: Timestamp, most: usize) -> Result<Vec<Job>, Error> {
        let kinds: Vec<String> = self.handlers.keys().map(|kind| (*kind).to_owned()).collect();
        let due = due(&kinds, now).limit(most as u64);
        // Most of the time nothing is due: a look from the readers' side leaves the writer alone.
        if due.clone().one(self.database.read()).await?.is_none() {
            return Ok(Vec::new());
        }
        let postgres = self.database.backend() == DbBackend::Postgres;
        let rows = self
            .database
            .write(move |tx| {
                let due = due.clone();
                Box::pin(async move {
                    let due =
                        if postgres { due.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked) } else { due };
                    let rows = due.all(tx).await?;
                    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
                    job::Entity::update_many()
                        .col_expr(job::Column::State, Expr::value(RUNNING))
                        .col_expr(job::Column::Key, Expr::value(None::<String>))
                        .col_expr(job::Column::LockedUntil, Expr::value(lease_from(now)))
                        .col_expr(job::Column::Attempts, Expr::col(job::Column::Attempts).add(1))
                        .filter(job::Column::Id.is_in(ids))
                        .exec(tx)
                        .await?;
                    Ok::<_, Error>(rows)
                })
            })
            .await?;
        rows.into_iter()
            .map(|row| {
                let payload = serde_json::from_str(&row.payload)?;
                Ok(Job { id: row.id, kind: row.kind, payload, attempt: row.attempts + 1 })
            })
            .collect()
    }

    async fn run_one(&self, job: &Job, now: Option<Timestamp>) {
        let Some(handler) = self.handlers.get(job.kind.as_str()) else { return };
        let work = AssertUnwindSafe(handler.run(job)).catch_unwind();
        tokio::pin!(work);
        let mut renew = tokio::time::interval_at(tokio::time::Instant::now() + RENEW, RENEW);
        let result = loop {
            tokio::select! {
                done = &mut work => break done.unwrap_or_else(|_| Err(JobError::Retry("the handler panicked".to_owned()))),
                _ = renew.tick() => self.renew(job).await,
            }
        };
        let now = now.unwrap_or_else(|| self.database.clock().now());
        if let Err(error) = &result {
            tracing::warn!(%error, kind = job.kind, attempt = job.attempt, "a job failed");
        }
        if let Err(error) = self.settle(job, result, now).await {
            // The lease runs out and the job comes again: handlers bear that.
            tracing::warn!(%error, kind = job.kind, "a finished job could not be noted");
        }
    }

    async fn settle(&self, job: &Job, result: Result<(), JobError>, now: Timestamp) -> Result<(), Error> {
        let attempt = job.attempt;
        let mut change = job::ActiveModel { locked_until: Set(None), ..Default::default() };
        match result {
            Ok(()) => change.state = Set(DONE.to_owned()),
            Err(JobError::Retry(reason)) if attempt < MOST_ATTEMPTS => {
                change.state = Set(WAITING.to_owned());
                change.run_at = Set(millis(now) + pause_after(attempt));
                change.last_error = Set(Some(reason));
            }
            Err(JobError::Retry(reason) | JobError::Never(reason)) => {
                change.state = Set(DEAD.to_owned());
                change.last_error = Set(Some(reason));
            }
        }
        let id = job.id;
        self.database
            .write(move |tx| {
                let change = change.clone();
                Box::pin(async move {
                    // Only the holder of the lease settles: not one whose job was taken over meanwhile.
                    let mine = Condition::all()
                        .add(job::Column::Id.eq(id))
                        .add(job::Column::State.eq(RUNNING))
                        .add(job::Column::Attempts.eq(attempt));
                    job::Entity::update_many().set(change).filter(mine).exec(tx).await?;
                    Ok(())
                })
            })
            .await
    }

    async fn renew(&self, job: &Job) {
        let (id, attempt) = (job.id, job.attempt);
        let result: Result<(), Error> = self
            .database
            .write(move |tx| {
                Box::pin(async move {
                    job::Entity::update_many()
                        .col_expr(job::Column::LockedUntil, Expr::value(lease_from(tx.now())))
                        .filter(job::Column::Id.eq(id))
                        .filter(job::Column::Attempts.eq(attempt))
                        .exec(tx)
                        .await?;
                    Ok(())
                })
            })
            .await;
        if let Err(error) = result {
            tracing::warn!(%error, "a job's lease could not be renewed");
        }
    }

    async fn sweep(&self) {
        let done: Result<(), Error> = self
            .database
            .write(|tx| {
                Box::pin(async move {
                    let oldest = millis(tx.now()) - duration_millis(KEPT);
                    job::Entity::delete_many()
                        .filter(job::Column::State.eq(DONE))
                        .filter(job::Column::RunAt.lt(oldest))
                        .exec(tx)
                        .await?;
                    Ok(())
                })
            })
            .await;
        let forgotten = self.database.forget_old_answers().await.map(|_| ());
        for error in [done, forgotten].into_iter().filter_map(Result::err) {
            tracing::warn!(%error, "old rows could not be swept away");
        }
    }
}

/// Jobs whose time has come, and those whose worker gave no sign of life for a whole lease.
fn due(kinds: &[String], now: Timestamp) -> sea_orm::Select<job::Entity> {
    let now = millis(now);
    let waiting = Condition::all().add(job::Column::State.eq(WAITING)).add(job::Column::RunAt.lte(now));
    let orphaned = Condition::all().add(job::Column::State.eq(RUNNING)).add(job::Column::LockedUntil.lt(now));
    job::Entity::find()
        .filter(job::Column::Kind.is_in(kinds))
        .filter(Condition::any().add(waiting).add(orphaned))
        .order_by_asc(job::Column::RunAt)
        .order_by_asc(job::Column::Id)
}

fn lease_from(now: Timestamp) -> i64 {
    millis(now) + duration_millis(LEASE)
}

/// Milliseconds until the next try: 2 s, 4 s, 8 s ... at most an hour.
fn pause_after(attempt: i32) -> i64 {
    let doubled = Duration::from_secs(1) * 2_u32.pow(attempt.clamp(1, 20).unsigned_abs());
    duration_millis(doubled.min(LONGEST_PAUSE))
}

fn duration_millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::pause_after;

    #[test]
    fn pauses_double_up_to_an_hour() {
        assert_eq!([1, 2, 3, 30].map(pause_after), [2_000, 4_000, 8_000, 3_600_000]);
    }
}
