//! The rows that a batch touches, in memory: how the states of projections keep them.

use std::collections::{BTreeMap, BTreeSet};

/// Rows by key, with a note of which changed.
#[derive(Debug)]
pub struct Rows<K: Ord, M> {
    rows: BTreeMap<K, M>,
    changed: BTreeSet<K>,
}

impl<K: Ord, M> Default for Rows<K, M> {
    fn default() -> Self {
        Self { rows: BTreeMap::new(), changed: BTreeSet::new() }
    }
}

impl<K: Ord + Clone, M> Rows<K, M> {
    /// What the database has.
    #[must_use]
    pub fn loaded(rows: impl IntoIterator<Item = (K, M)>) -> Self {
        Self { rows: rows.into_iter().collect(), changed: BTreeSet::new() }
    }

    /// The row, as it stands in this batch.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&M> {
        self.rows.get(key)
    }

    /// All rows, in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &M> {
        self.rows.values()
    }

    /// The row to change; `None` when there is none.
    pub fn change(&mut self, key: &K) -> Option<&mut M> {
        let row = self.rows.get_mut(key)?;
        self.changed.insert(key.clone());
        Some(row)
    }

    /// The row to change, made when there is none.
    pub fn change_or(&mut self, key: K, make: impl FnOnce() -> M) -> &mut M {
        self.changed.insert(key.clone());
        self.rows.entry(key).or_insert_with(make)
    }

    /// The changed rows, in the order of their keys.
    #[must_use]
    pub fn into_changed(mut self) -> Vec<M> {
        self.changed.iter().filter_map(|key| self.rows.remove(key)).collect()
    }
}
