//! What a commit tells this process: jobs were queued, topics changed. Never says so before the commit.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Notify;

/// Shared by the doors, the worker and the watcher of one process.
#[derive(Default)]
pub(crate) struct Signals {
    /// Wakes the worker.
    pub(crate) jobs: Notify,
    topics: RwLock<HashMap<String, Arc<AtomicI64>>>,
}

impl Signals {
    /// The generation of a topic as this process knows it; made at zero when it is new.
    pub(crate) fn topic(&self, name: &str) -> Arc<AtomicI64> {
        if let Some(found) = self.topics.read().unwrap_or_else(PoisonError::into_inner).get(name) {
            return Arc::clone(found);
        }
        let mut topics = self.topics.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(topics.entry(name.to_owned()).or_default())
    }

    /// Notes a counter read or committed; a generation never goes back.
    pub(crate) fn note(&self, name: &str, counter: i64) {
        self.topic(name).fetch_max(counter, Ordering::SeqCst);
    }
}
