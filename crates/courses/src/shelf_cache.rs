//! The shelf in memory: small, shared, and dropped when the topic moves.

use std::sync::{Arc, RwLock};

use database::{Database, topics::Watcher};

use crate::{
    Error, queries,
    shelf::{Shelf, TOPIC},
};

/// The shelf, and the state of the topic that it was read at.
pub(crate) struct ShelfCache {
    watcher: Watcher,
    kept: RwLock<Option<(i64, Arc<Shelf>)>>,
}

impl ShelfCache {
    pub(crate) fn new(watcher: Watcher) -> Self {
        Self { watcher, kept: RwLock::new(None) }
    }

    /// The state of the topic, while somebody knows it.
    pub(crate) fn generation(&self) -> Option<i64> {
        self.watcher.fresh().then(|| self.watcher.generation(TOPIC))
    }

    /// The shelf as it is now; read again when the topic moved or nobody knows whether it did.
    pub(crate) async fn get(&self, db: &Database) -> Result<Arc<Shelf>, Error> {
        // The generation is asked before reading: a change in between is then seen next time.
        let generation = self.watcher.generation(TOPIC);
        if let Some((known, shelf)) = &*self.kept.read().unwrap_or_else(std::sync::PoisonError::into_inner)
            && *known == generation
            && self.watcher.fresh()
        {
            return Ok(shelf.clone());
        }
        let shelf = Arc::new(queries::shelf(db).await?);
        *self.kept.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Some((generation, shelf.clone()));
        Ok(shelf)
    }
}
