//! A folder for the data of one measurement, gone when it ends.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::Outcome;

/// The folder.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// A new folder inside `parent`.
    pub(crate) fn inside(parent: &Path) -> Outcome<Self> {
        let path = parent.join(format!("aulari-bench-{}", Uuid::new_v4().simple()));
        std::fs::create_dir(&path)
            .map_err(|error| format!("{}: {error} (name a folder with --folder)", parent.display()))?;
        Ok(Self(path.canonicalize()?))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            eprintln!("load: {} stays: {error}", self.0.display());
        }
    }
}
