//! Checking the seals: a changed byte, a missing fact, a fact slipped in, a broken chain.

use database::Database;
use database::entity::{audit_event, fact, seal};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;

use crate::canonical::{audit_hash, seal_hash};
use crate::{Error, Ledger};

/// How many seals or events are read at once.
const CHUNK: u64 = 500;

/// Something that is not as it was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Finding {
    /// A fact under this seal is not what it was.
    Changed {
        /// First number of the seal.
        first_seq: i64,
        /// Last number of the seal.
        last_seq: i64,
    },
    /// The seal covers more or fewer facts than are there.
    Count {
        /// First number of the seal.
        first_seq: i64,
        /// Last number of the seal.
        last_seq: i64,
        /// How many were sealed.
        sealed: i64,
        /// How many are there.
        found: i64,
    },
    /// The seal does not follow from the one before.
    Chain {
        /// Last number of the seal.
        last_seq: i64,
    },
    /// An audit event is not what it was, or does not follow from the one before.
    Audit {
        /// Its number.
        seq: i64,
    },
}

/// What a check of the whole ledger found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Facts under seals.
    pub sealed: u64,
    /// Facts not sealed yet.
    pub unsealed: u64,
    /// Seals.
    pub seals: u64,
    /// Audit events.
    pub audit_events: u64,
    /// What is wrong; empty when nothing is.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether everything is as it was sealed.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

impl Ledger {
    /// Reads everything and compares it with the seals. Changes nothing.
    ///
    /// # Errors
    /// What the database says; what is wrong with the ledger is in the report.
    pub async fn verify(&self) -> Result<Report, Error> {
        let mut report = Report::default();
        let last = seals(self.database(), &mut report).await?;
        report.unsealed = fact::Entity::find().filter(fact::Column::Seq.gt(last)).count(self.database().read()).await?;
        audit_events(self.database(), &mut report).await?;
        Ok(report)
    }
}

/// Checks the seals; answers the last number they cover.
async fn seals(database: &Database, report: &mut Report) -> Result<i64, Error> {
    let mut last = 0;
    let mut hash = String::new();
    loop {
        let seals = seal::Entity::find()
            .filter(seal::Column::LastSeq.gt(last))
            .order_by_asc(seal::Column::LastSeq)
            .limit(CHUNK)
            .all(database.read())
            .await?;
        if seals.is_empty() {
            return Ok(last);
        }
        for seal in seals {
            let facts = fact::Entity::find()
                .filter(fact::Column::Seq.gt(last))
                .filter(fact::Column::Seq.lte(seal.last_seq))
                .order_by_asc(fact::Column::Seq)
                .all(database.read())
                .await?;
            report.findings.extend(judge(&seal, &facts, &hash));
            report.seals += 1;
            report.sealed += facts.len() as u64;
            last = seal.last_seq;
            hash = seal.hash;
        }
    }
}

/// What is wrong with one seal, the gravest alone.
fn judge(seal: &seal::Model, facts: &[fact::Model], previous: &str) -> Option<Finding> {
    let (first_seq, last_seq) = (seal.first_seq, seal.last_seq);
    let found = i64::try_from(facts.len()).unwrap_or(i64::MAX);
    if seal.previous != previous {
        Some(Finding::Chain { last_seq })
    } else if found != seal.count {
        Some(Finding::Count { first_seq, last_seq, sealed: seal.count, found })
    } else if ends(facts) != Some((first_seq, last_seq)) || seal_hash(seal, facts) != seal.hash {
        Some(Finding::Changed { first_seq, last_seq })
    } else {
        None
    }
}

/// The numbers of the first and the last of a run.
fn ends(facts: &[fact::Model]) -> Option<(i64, i64)> {
    Some((facts.first()?.seq, facts.last()?.seq))
}

async fn audit_events(database: &Database, report: &mut Report) -> Result<(), Error> {
    let mut last = 0;
    let mut hash = String::new();
    loop {
        let events = audit_event::Entity::find()
            .filter(audit_event::Column::Seq.gt(last))
            .order_by_asc(audit_event::Column::Seq)
            .limit(CHUNK)
            .all(database.read())
            .await?;
        if events.is_empty() {
            return Ok(());
        }
        for event in events {
            if event.seq != last + 1 || event.previous != hash || audit_hash(&event) != event.hash {
                report.findings.push(Finding::Audit { seq: event.seq });
            }
            report.audit_events += 1;
            last = event.seq;
            hash = event.hash;
        }
    }
}
