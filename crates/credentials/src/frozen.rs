//! What a certificate says never changes: its hash stands in the fact of its issue, which the ledger seals.

use database::entity::certificate;
use uuid::Uuid;

use crate::service::Credentials;
use crate::{Error, queries};

/// The facts of this crate get ids that follow from what they are about, so that none is ever written twice.
const FACTS: Uuid = Uuid::from_u128(0x5f0c_64c1_8d0b_4b2a_9a57_3f7d_52a1_c0de);

/// The fact of an issue.
pub(crate) fn issued_id(enrolment: Uuid, rule: &str) -> Uuid {
    Uuid::new_v5(&FACTS, format!("issued {enrolment} {rule}").as_bytes())
}

/// How many are looked at in one step.
const STEP: u64 = 500;

/// The hash of everything frozen in a row (BLAKE3, hexadecimal); its state and what belongs to it may change.
pub(crate) fn hash(row: &certificate::Model) -> String {
    let mut hasher = blake3::Hasher::new();
    let template = row.template_version.to_string();
    let issued = row.issued_at.to_string();
    let parts = [&row.code, &row.kind, &row.rule, &row.language, &template, &issued, &row.fields];
    for part in parts {
        // The length first, so that no two rows share their bytes.
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    for id in [row.id, row.enrolment_id, row.learner, row.course_id] {
        hasher.update(id.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

impl Credentials {
    /// Compares every certificate with the fact of its issue; answers the numbers of those that are not what was issued. Changes
    /// nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn altered(&self) -> Result<Vec<String>, Error> {
        let (mut altered, mut after) = (vec![], None);
        loop {
            let rows = queries::step(self.db.read(), after, STEP).await?;
            let Some(last) = rows.last() else { return Ok(altered) };
            after = Some(last.id);
            let facts: Vec<_> = rows.iter().map(|row| issued_id(row.enrolment_id, &row.rule)).collect();
            let facts = self.ledger.facts(&facts).await?;
            for (row, id) in rows.iter().map(|row| (row, issued_id(row.enrolment_id, &row.rule))) {
                let kept = facts.get(&id).and_then(|fact| fact.payload.get("hash")?.as_str());
                if kept != Some(hash(row).as_str()) {
                    altered.push(crate::number::grouped(&row.code));
                }
            }
        }
    }
}
