//! Certificates as one value that the house shares.

use std::sync::Arc;

use accounts::{Accounts, Administrator, Permit};
use database::Database;
use jiff::tz::TimeZone;
use ledger::Ledger;
use moka::sync::Cache;
use progress::Progress;
use vocabulary::{Clock, millis};

use crate::{Error, queries};

/// Whoever issues certificates.
#[derive(Clone, Debug)]
pub struct Issuer {
    /// Legal name.
    pub name: String,
    /// Tax number.
    pub tax_number: Option<String>,
    /// Name and post of whoever signs.
    pub signatory: Option<String>,
    /// The town of issue.
    pub place: Option<String>,
    /// An invented body: its certificates are worth nothing, and say so.
    pub fictitious: bool,
}

/// Figures for the overview.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Certificates ever issued.
    pub issued: u64,
    /// Finished enrolments whose certificate waits for an issuer.
    pub waiting: u64,
}

/// Use cases of certificates. Clones share everything.
#[derive(Clone)]
pub struct Credentials {
    pub(crate) db: Database,
    pub(crate) ledger: Ledger,
    pub(crate) accounts: Accounts,
    pub(crate) progress: Progress,
    pub(crate) issuer: Option<Issuer>,
    pub(crate) public_url: String,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) zone: TimeZone,
    /// Drawn documents, by number: what is frozen can be kept.
    pub(crate) drawn: Cache<String, Arc<Vec<u8>>>,
}

impl Credentials {
    /// Certificates over this house. Without an issuer they wait.
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
        let db = ledger.database().clone();
        Self { db, ledger, accounts, progress, issuer, public_url, clock, zone, drawn: Cache::new(64) }
    }

    /// Keeps every version of the template that this program brings; a version that is there stays as it is.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn ensure_templates(&self) -> Result<(), Error> {
        let now = millis(self.clock.now());
        self.db.write(move |tx| Box::pin(queries::keep_templates(tx, now))).await
    }

    /// Figures for the overview.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn counts(&self, _permit: &Permit<Administrator>) -> Result<Counts, Error> {
        Ok(Counts { issued: queries::count(&self.db).await?, waiting: queries::count_waiting(&self.db).await? })
    }
}
