//! Settings: built-in values, then `aulari.toml`, then the environment (`AULARI_SECTION__NAME`, secrets also from
//! `..._FILE`), then flags. Read once, here and nowhere else.

mod database;
mod organisation;
mod security;
mod server;
mod sources;
mod storage;

use std::{ffi::OsString, path::Path};

use serde::{Deserialize, Serialize};

pub use database::Database;
pub use organisation::Organisation;
pub use security::Security;
pub use server::Server;
pub use sources::Sources;
pub use storage::Storage;

/// All settings.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where it listens and how people reach it.
    pub server: Server,
    /// Where the data is.
    pub database: Database,
    /// Where files are.
    pub storage: Storage,
    /// Whose service it is.
    pub organisation: Organisation,
    /// Passwords.
    pub security: Security,
}

/// Settings that cannot be used, with the place and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Error(pub String);

impl Settings {
    /// Reads the settings for a data folder.
    ///
    /// # Errors
    /// A sentence that names the setting, where it came from and what is allowed.
    pub fn read(data: &Path) -> Result<Self, Error> {
        Ok(Self::read_with_sources(data)?.0)
    }

    /// As [`Settings::read`], with where each value came from.
    ///
    /// # Errors
    /// As [`Settings::read`].
    pub fn read_with_sources(data: &Path) -> Result<(Self, Sources), Error> {
        Self::read_from(data, std::env::vars_os())
    }

    fn read_from(data: &Path, variables: impl Iterator<Item = (OsString, OsString)>) -> Result<(Self, Sources), Error> {
        let (settings, sources) = sources::read(data, variables)?;
        match settings.wrong() {
            Some((key, value)) => Err(sources.refused(key, &value)),
            None => Ok((settings, sources)),
        }
    }

    /// Each section looks at itself: the first setting that cannot be used, and its value.
    fn wrong(&self) -> Option<(&'static str, String)> {
        self.server
            .wrong()
            .or_else(|| self.database.wrong())
            .or_else(|| self.storage.wrong())
            .or_else(|| self.organisation.wrong())
            .or_else(|| self.security.wrong())
    }
}

/// Which lines the log shows: `AULARI_LOG` (`info`, `debug`, `api=debug,info`), or what is usual.
///
/// # Errors
/// When it cannot be understood.
pub fn log_filter(usual: &str) -> Result<tracing_subscriber::EnvFilter, Error> {
    const NAME: &str = "AULARI_LOG";
    let wanted = std::env::var(NAME).ok().filter(|wanted| !wanted.is_empty());
    wanted.as_deref().unwrap_or(usual).parse().map_err(|error| {
        Error(format!(
            "{NAME}: {error}; write a level (error, warn, info, debug, trace), or levels by part: api=debug,info"
        ))
    })
}
