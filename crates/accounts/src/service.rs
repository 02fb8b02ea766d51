//! The struct behind every use case of this crate. Cheap to clone.

use std::sync::Arc;

use database::Database;
use database::topics::Watcher;
use vocabulary::{Clock, millis};

use crate::Error;
use crate::guesses::Guesses;
use crate::passwords::{self, Passwords};
use crate::session::Sessions;

/// People, their sign-ins and their sessions.
#[derive(Clone)]
pub struct Accounts {
    pub(crate) db: Database,
    pub(crate) watcher: Watcher,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) passwords: Arc<Passwords>,
    pub(crate) guesses: Arc<Guesses>,
    pub(crate) sessions: Arc<Sessions>,
}

impl Accounts {
    /// # Errors
    /// [`Error::System`] for hashing settings that argon2 does not take.
    pub fn new(
        db: Database,
        watcher: Watcher,
        clock: Arc<dyn Clock>,
        settings: passwords::Settings,
    ) -> Result<Self, Error> {
        let passwords = Arc::new(Passwords::new(settings)?);
        let (guesses, sessions) = (Arc::new(Guesses::new()), Arc::new(Sessions::new()));
        Ok(Self { db, watcher, clock, passwords, guesses, sessions })
    }

    /// Whether people can be let in now: the database answers.
    ///
    /// # Errors
    /// [`Error::Database`] when it does not.
    pub async fn ready(&self) -> Result<(), Error> {
        Ok(self.db.ping().await?)
    }

    /// The server's time, in milliseconds since the epoch.
    pub(crate) fn now(&self) -> i64 {
        millis(self.clock.now())
    }
}
