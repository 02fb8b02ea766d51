use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use database::entity::job;
use database::jobs::{Job, JobError, JobHandler, NewJob, Worker, enqueue};
use database::{Database, Error};
use futures::future::join_all;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use tokio::sync::mpsc;
use vocabulary::Clock;

use crate::support::{Fresh, on_both, put};

on_both!(
    a_job_waits_for_its_time_and_runs_once,
    a_key_is_there_once_while_it_waits,
    a_cause_that_fails_leaves_no_job,
    a_failing_job_is_tried_again_and_ends_on_the_dead_list,
    two_workers_share_the_work,
    a_commit_wakes_the_worker,
);

/// Notes what it was given; fails when the payload says so.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<Value>>>, Option<mpsc::UnboundedSender<Value>>);

#[async_trait::async_trait]
impl JobHandler for Notes {
    async fn run(&self, job: &Job) -> Result<(), JobError> {
        self.0.lock().unwrap().push(job.payload.clone());
        if let Some(sender) = &self.1 {
            sender.send(job.payload.clone()).unwrap();
        }
        match job.payload["then"].as_str() {
            Some("retry") => Err(JobError::Retry("not yet".to_owned())),
            Some("never") => Err(JobError::Never("hopeless".to_owned())),
            Some("panic") => panic!("as planned"),
            _ => Ok(()),
        }
    }
}

impl Notes {
    fn worker(&self, database: &Database) -> Worker {
        let handler: Arc<dyn JobHandler> = Arc::new(self.clone());
        Worker::new(database.clone(), HashMap::from([("note", handler)]))
    }

    fn count(&self) -> usize {
        self.0.lock().unwrap().len()
    }
}

async fn add(fresh: &Fresh, key: Option<&str>, payload: Value, in_millis: i64) {
    let run_at = vocabulary::from_millis(vocabulary::millis(fresh.clock.now()) + in_millis);
    let new = NewJob { kind: "note".to_owned(), key: key.map(str::to_owned), payload, run_at };
    fresh
        .database
        .write(move |tx| {
            let new = new.clone();
            Box::pin(async move { enqueue(tx, new).await })
        })
        .await
        .unwrap();
}

async fn states(database: &Database) -> Vec<String> {
    job::Entity::find().all(database.read()).await.unwrap().into_iter().map(|row| row.state).collect()
}

async fn a_job_waits_for_its_time_and_runs_once(fresh: Fresh) {
    let notes = Notes::default();
    let worker = notes.worker(&fresh.database);
    add(&fresh, None, json!({"n": 1}), 0).await;
    add(&fresh, None, json!({"n": 2}), 5_000).await;
    assert_eq!(worker.run_due(fresh.clock.now()).await.unwrap(), 1);
    assert_eq!(worker.run_due(fresh.clock.now()).await.unwrap(), 0);
    fresh.clock.advance_millis(5_000);
    assert_eq!(worker.run_due(fresh.clock.now()).await.unwrap(), 1);
    assert_eq!(*notes.0.lock().unwrap(), [json!({"n": 1}), json!({"n": 2})]);
    assert_eq!(states(&fresh.database).await, ["done", "done"]);
}

async fn a_key_is_there_once_while_it_waits(fresh: Fresh) {
    let notes = Notes::default();
    let worker = notes.worker(&fresh.database);
    join_all((0..20).map(|_| add(&fresh, Some("same"), json!({}), 0))).await;
    assert_eq!(worker.run_due(fresh.clock.now()).await.unwrap(), 1);
    add(&fresh, Some("same"), json!({}), 0).await;
    assert_eq!(worker.run_due(fresh.clock.now()).await.unwrap(), 1, "the key is free again");
}

async fn a_cause_that_fails_leaves_no_job(fresh: Fresh) {
    let now = fresh.clock.now();
    let result: Result<(), Error> = fresh
        .database
        .write(move |tx| {
            Box::pin(async move {
                put(tx, "a", "").await?;
                enqueue(tx, NewJob { kind: "note".to_owned(), key: None, payload: json!({}), run_at: now }).await?;
                Err(Error::KeyReused)
            })
        })
        .await;
    assert!(result.is_err());
    assert!(states(&fresh.database).await.is_empty());
}

async fn a_failing_job_is_tried_again_and_ends_on_the_dead_list(fresh: Fresh) {
    let notes = Notes::default();
    let worker = notes.worker(&fresh.database);
    for then in ["retry", "panic", "never"] {
        add(&fresh, None, json!({"then": then}), 0).await;
    }
    assert_eq!(worker.run_due(fresh.clock.now()).await.unwrap(), 3);
    assert_eq!(worker.run_due(fresh.clock.now()).await.unwrap(), 0, "the pause is not over");
    for _ in 0..20 {
        fresh.clock.advance_millis(3_600_000);
        worker.run_due(fresh.clock.now()).await.unwrap();
    }
    assert_eq!(notes.count(), 10 + 10 + 1);
    assert_eq!(states(&fresh.database).await, ["dead", "dead", "dead"]);
}

async fn two_workers_share_the_work(fresh: Fresh) {
    let other = Database::open_with(&fresh.settings, fresh.clock.clone()).await.unwrap();
    let notes = Notes::default();
    for number in 0..40 {
        add(&fresh, None, json!({"n": number}), 0).await;
    }
    let (one, two) = (notes.worker(&fresh.database), notes.worker(&other));
    let now = fresh.clock.now();
    let (first, second) = tokio::join!(one.run_due(now), two.run_due(now));
    assert_eq!(first.unwrap() + second.unwrap(), 40);
    assert_eq!(notes.count(), 40);
}

async fn a_commit_wakes_the_worker(fresh: Fresh) {
    let (sender, mut ran) = mpsc::unbounded_channel();
    let notes = Notes(Arc::default(), Some(sender));
    let worker = notes.worker(&fresh.database);
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let task = tokio::spawn(async move {
        worker
            .run_forever(async move {
                let _ = stopped.await;
            })
            .await;
    });
    for number in 0..3 {
        add(&fresh, None, json!({"n": number}), 0).await;
        assert_eq!(ran.recv().await.unwrap(), json!({"n": number}));
    }
    stop.send(()).unwrap();
    task.await.unwrap();
    assert_eq!(states(&fresh.database).await, ["done"; 3]);
}
