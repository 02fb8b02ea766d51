//! The struct behind every use case of this crate. Cheap to clone.

use std::sync::Arc;

use accounts::Accounts;
use database::{Database, Tx, topics::Watcher};
use jiff::tz::TimeZone;
use ledger::Ledger;
use moka::future::Cache;
use progress::Progress;
use tokio::sync::Semaphore;
use uuid::Uuid;
use vocabulary::Clock;

use crate::Error;
use crate::number::Number;
use crate::views::Today;

/// How many documents are remembered: somebody who opens one mostly opens it twice.
const REMEMBERED: u64 = 64;
/// How many documents are drawn at the same time.
const AT_ONCE: usize = 2;

/// The topic that everything cached about certificates hangs on: raised when one no longer holds.
pub const TOPIC: &str = "certificates";

/// Who certifies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// Legal name.
    pub name: String,
    /// Tax number (NIF).
    pub tax_number: Option<String>,
    /// Name and post of whoever signs.
    pub signatory: Option<String>,
    /// The town of issue.
    pub place: Option<String>,
    /// Invented: every certificate says that it is a demonstration.
    pub fictitious: bool,
}

/// What an organisation decides about its certificates.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Who certifies; without one, certificates wait.
    pub issuer: Option<Issuer>,
    /// The address of the platform, where numbers are checked.
    pub public_url: String,
    /// The zone of the days that are printed.
    pub zone: TimeZone,
}

/// Certificates.
#[derive(Clone)]
pub struct Credentials {
    pub(crate) db: Database,
    pub(crate) ledger: Ledger,
    pub(crate) accounts: Accounts,
    pub(crate) progress: Progress,
    pub(crate) watcher: Watcher,
    pub(crate) issuer: Option<Arc<Issuer>>,
    pub(crate) public_url: Arc<str>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) zone: TimeZone,
    pub(crate) documents: Cache<Uuid, Arc<Vec<u8>>>,
    pub(crate) templates: Cache<i32, print::Template>,
    pub(crate) drawing: Arc<Semaphore>,
}

impl Credentials {
    /// Certificates over this learning.
    #[must_use]
    pub fn new(
        ledger: Ledger,
        accounts: Accounts,
        progress: Progress,
        watcher: Watcher,
        clock: Arc<dyn Clock>,
        settings: Settings,
    ) -> Self {
        let Settings { issuer, public_url, zone } = settings;
        Self {
            db: ledger.database().clone(),
            ledger,
            accounts,
            progress,
            watcher,
            issuer: issuer.map(Arc::new),
            public_url: public_url.trim_end_matches('/').into(),
            clock,
            zone,
            documents: Cache::new(REMEMBERED),
            templates: Cache::new(REMEMBERED),
            drawing: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// A number that grows when a certificate is revoked or replaced, on whichever server; `None` while nobody knows.
    #[must_use]
    pub fn generation(&self) -> Option<i64> {
        self.watcher.fresh().then(|| self.watcher.generation(TOPIC))
    }

    /// From the commit on, no server answers from memory that the certificate holds.
    pub(crate) async fn moved(tx: &Tx) -> Result<(), Error> {
        Ok(database::topics::raise(tx, TOPIC).await?)
    }

    /// This very second, as part of what a kept answer is known by: its "looked up at" is never older.
    #[must_use]
    pub fn second(&self) -> i64 {
        self.clock.now().as_second()
    }

    /// Where a number can be checked.
    pub(crate) fn verify_url(&self, number: &Number) -> String {
        format!("{}/verify/{}", self.public_url, number.grouped())
    }

    /// This moment, with its day.
    pub(crate) fn moment(&self) -> Today {
        let at = self.clock.now();
        Today { day: at.to_zoned(self.zone.clone()).date().to_string(), at }
    }

    /// Today in the organisation's zone, `YYYY-MM-DD`.
    pub(crate) fn today(&self) -> String {
        self.moment().day
    }
}
