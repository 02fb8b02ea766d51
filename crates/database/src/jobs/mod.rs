//! The job queue: work written down in the transaction of its cause and done after the commit, at least once.
//! Never does work whose cause did not commit; handlers must bear being run twice.

mod worker;

use sea_orm::Value;
use serde_json::Value as Json;
use uuid::Uuid;
use vocabulary::{Timestamp, millis};

use crate::rows::{Conflict, insert_rows};
use crate::{Error, Tx};

pub use worker::Worker;

/// A job waits for its time.
pub(crate) const WAITING: &str = "waiting";
/// Some worker has it.
pub(crate) const RUNNING: &str = "running";
/// It went well.
pub(crate) const DONE: &str = "done";
/// It failed too often, or for good; a person must look.
pub(crate) const DEAD: &str = "dead";

/// Work to be done.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// Which handler does it.
    pub kind: String,
    /// While a job with this key waits, another is not added. A job that has begun frees its key, so that a change made
    /// meanwhile is not overlooked.
    pub key: Option<String>,
    /// What the handler needs to know: ids, never people's data.
    pub payload: Json,
    /// Not before this instant.
    pub run_at: Timestamp,
}

/// A job as its handler sees it.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id, the same each time it is tried.
    pub id: Uuid,
    /// Its kind.
    pub kind: String,
    /// What [`NewJob::payload`] said.
    pub payload: Json,
    /// How many times it has been tried, this time included.
    pub attempt: i32,
}

/// Why a job did not go well.
#[derive(Clone, Debug, thiserror::Error)]
pub enum JobError {
    /// Try again later.
    #[error("{0}")]
    Retry(String),
    /// Trying again is useless: to the dead list at once.
    #[error("{0}")]
    Never(String),
}

/// Does the jobs of one kind. Idempotent: the same job may come twice.
#[async_trait::async_trait]
pub trait JobHandler: Send + Sync {
    /// Does the work.
    async fn run(&self, job: &Job) -> Result<(), JobError>;
}

/// Adds a job in the transaction of its cause; the worker wakes when it commits.
///
/// # Errors
/// What the database says.
pub async fn enqueue(tx: &Tx, job: NewJob) -> Result<(), Error> {
    enqueue_many(tx, vec![job]).await
}

/// Adds jobs in as few statements as possible.
///
/// # Errors
/// What the database says.
pub async fn enqueue_many(tx: &Tx, jobs: Vec<NewJob>) -> Result<(), Error> {
    const COLUMNS: [&str; 8] = ["id", "kind", "key", "payload", "run_at", "attempts", "state", "created_at"];
    if jobs.is_empty() {
        return Ok(());
    }
    let now = millis(tx.now());
    let rows = jobs
        .into_iter()
        .map(|job| -> Vec<Value> {
            vec![
                Uuid::now_v7().into(),
                job.kind.into(),
                job.key.into(),
                job.payload.to_string().into(),
                millis(job.run_at).into(),
                0_i32.into(),
                WAITING.into(),
                now.into(),
            ]
        })
        .collect();
    insert_rows(tx, "job", &COLUMNS, Conflict::Ignore, rows).await?;
    tx.enqueued();
    Ok(())
}
