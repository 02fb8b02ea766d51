//! `[database]`

use std::path::Path;

use serde::{Deserialize, Serialize};

/// Where the data is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// `sqlite:PATH` or `postgres://...`; a file in the data folder when missing.
    pub url: Option<String>,
    /// A replica for catalogue and reports; PostgreSQL only.
    pub read_url: Option<String>,
}

impl Database {
    pub(super) fn wrong(&self) -> Option<(&'static str, String)> {
        /// An address may hold a password: its beginning says enough.
        fn scheme(url: &str) -> String {
            url.split_once(':').map_or_else(|| "…".to_owned(), |(scheme, _)| format!("{scheme}:…"))
        }
        let postgres = |url: &str| url.starts_with("postgres:") || url.starts_with("postgresql:");
        if let Some(url) = self.url.as_ref().filter(|url| !url.starts_with("sqlite:") && !postgres(url)) {
            return Some(("database.url", scheme(url)));
        }
        let beside = self.url.as_ref().is_some_and(|url| postgres(url));
        let replica = self.read_url.as_ref().filter(|url| !postgres(url) || !beside);
        replica.map(|url| ("database.read_url", scheme(url)))
    }

    /// The settings of the database crate for a data folder.
    #[must_use]
    pub fn in_folder(&self, data: &Path) -> database::Settings {
        let url = self.url.clone().unwrap_or_else(|| format!("sqlite:{}", data.join("aulari.db").display()));
        database::Settings { url, read_url: self.read_url.clone() }
    }
}
