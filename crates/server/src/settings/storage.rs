//! `[storage]`

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Where files are.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Storage {
    /// `file:PATH`; the folder `blobs` in the data folder when missing.
    pub url: Option<String>,
}

impl Storage {
    pub(super) fn wrong(&self) -> Option<(&'static str, String)> {
        let usable = |url: &str| url.strip_prefix("file:").is_some_and(|path| !path.is_empty());
        self.url.as_ref().filter(|url| !usable(url)).map(|url| ("storage.url", url.clone()))
    }

    /// The folder of the blobs.
    #[must_use]
    pub fn folder(&self, data: &Path) -> PathBuf {
        self.url.as_deref().and_then(|url| url.strip_prefix("file:")).map_or_else(|| data.join("blobs"), PathBuf::from)
    }
}
