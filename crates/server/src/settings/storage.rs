//! `[storage]`

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Error;

/// Where files are.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Storage {
    /// `file:PATH`; the folder `blobs` in the data folder when missing.
    pub url: Option<String>,
}

impl Storage {
    pub(super) fn check(&self) -> Result<(), Error> {
        match &self.url {
            Some(url) if !url.starts_with("file:") => Err(Error("storage.url: must begin with file:".into())),
            _ => Ok(()),
        }
    }

    /// The folder of the blobs.
    #[must_use]
    pub fn folder(&self, data: &Path) -> PathBuf {
        self.url.as_deref().and_then(|url| url.strip_prefix("file:")).map_or_else(|| data.join("blobs"), PathBuf::from)
    }
}
