//! The struct behind every use case of this crate. Cheap to clone.

use std::sync::Arc;

use accounts::Accounts;
use database::Database;
use jiff::tz::TimeZone;
use ledger::Ledger;
use moka::future::Cache;
use progress::Progress;
use tokio::sync::Semaphore;
use uuid::Uuid;
use vocabulary::Clock;

use crate::number::Number;
use crate::views::Today;

/// How many documents are remembered: somebody who opens one mostly opens it twice.
const REMEMBERED: u64 = 64;
/// How many documents are drawn at the same time.
const AT_ONCE: usize = 2;

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

/// Certificates.
#[derive(Clone)]
pub struct Credentials {
    pub(crate) db: Database,
    pub(crate) ledger: Ledger,
    pub(crate) accounts: Accounts,
    pub(crate) progress: Progress,
    pub(crate) issuer: Option<Arc<Issuer>>,
    pub(crate) public_url: Arc<str>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) zone: TimeZone,
    pub(crate) documents: Cache<Uuid, Arc<Vec<u8>>>,
    pub(crate) templates: Cache<i32, print::Template>,
    pub(crate) drawing: Arc<Semaphore>,
}

impl Credentials {
    /// Certificates over this learning. Without an issuer they wait; `public_url` is the address of the platform, `zone` that
    /// of its days.
    #[must_use]
    pub fn new(
        ledger: Ledger,
        accounts: Accounts,
        progress: Progress,
        issuer: Option<Issuer>,
        public_url: String,
        clock: Arc<dyn Clock>,
        zone: TimeZone,
    ) -> Self {
        Self {
            db: ledger.database().clone(),
            ledger,
            accounts,
            progress,
            issuer: issuer.map(Arc::new),
            public_url: public_url.trim_end_matches('/').into(),
            clock,
            zone,
            documents: Cache::new(REMEMBERED),
            templates: Cache::new(REMEMBERED),
            drawing: Arc::new(Semaphore::new(AT_ONCE)),
        }
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
