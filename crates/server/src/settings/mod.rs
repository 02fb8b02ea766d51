//! Settings: built-in values, then `aulari.toml`, then the environment (`AULARI_SECTION__NAME`, secrets also from
//! `..._FILE`), then flags. Read once, here and nowhere else.

mod database;
mod organisation;
mod security;
mod server;
mod storage;

use std::path::{Path, PathBuf};

use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

pub use database::Database;
pub use organisation::Organisation;
pub use security::Security;
pub use server::Server;
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
    /// A sentence that names the setting and says what to do.
    pub fn read(data: &Path) -> Result<Self, Error> {
        let figment = Figment::from(Serialized::defaults(Self::default()))
            .merge(Toml::file(data.join("aulari.toml")))
            .merge(Toml::file("aulari.toml"))
            .merge(Env::prefixed("AULARI_").filter(|name| name.as_str().contains("__")).split("__"));
        let mut settings: Self = figment.extract().map_err(|error| Error(format!("settings: {error}")))?;
        if let Some(file) = std::env::var_os("AULARI_DATABASE__URL_FILE") {
            let path = PathBuf::from(file);
            let text = std::fs::read_to_string(&path)
                .map_err(|error| Error(format!("AULARI_DATABASE__URL_FILE: {}: {error}", path.display())))?;
            settings.database.url = Some(text.trim().to_owned());
        }
        settings.check()?;
        Ok(settings)
    }

    /// Each section looks at itself.
    fn check(&self) -> Result<(), Error> {
        self.server.check()?;
        self.database.check()?;
        self.storage.check()?;
        self.organisation.check()
    }
}
