//! `[database]`

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::Error;

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
    pub(super) fn check(&self) -> Result<(), Error> {
        match &self.url {
            Some(url) if !url.starts_with("sqlite:") && !url.starts_with("postgres") => {
                Err(Error("database.url: must begin with sqlite: or postgres:".into()))
            }
            _ => Ok(()),
        }
    }

    /// The settings of the database crate for a data folder.
    #[must_use]
    pub fn in_folder(&self, data: &Path) -> database::Settings {
        let url = self.url.clone().unwrap_or_else(|| format!("sqlite:{}", data.join("aulari.db").display()));
        database::Settings { url, read_url: self.read_url.clone() }
    }
}
