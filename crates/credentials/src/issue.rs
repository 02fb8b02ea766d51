//! Issuing: a finished enrolment gets its certificate, once.

use std::sync::Arc;

use database::{Tx, entity::certificate};
use ledger::{FactKind, Ledger, Proposal};
use serde_json::json;
use uuid::Uuid;
use vocabulary::{CertificateId, EnrolmentId, millis};

use crate::{Code, Credentials, Error, fields, queries};

/// Enrolments looked at in one go when an issuer was set at last.
const CHUNK: u64 = 200;

impl Credentials {
    /// Issues the certificate of a finished enrolment and gives its number. Asked again it gives the same; nothing while the
    /// course is not finished, gives no certificate, or nobody is there to issue it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issue(&self, enrolment: EnrolmentId) -> Result<Option<String>, Error> {
        if let Some(known) = queries::of_enrolment(self.db.read(), enrolment.0).await? {
            return Ok(Some(known.code));
        }
        let Some(issuer) = &self.issuer else { return Ok(None) };
        let Some(earned) = self.progress.earned(enrolment).await? else { return Ok(None) };
        let Some(kind) = fields::kind(&earned.document) else { return Ok(None) };
        let code = Code::new().map_err(|error| Error::System(error.to_string()))?;
        let verify_url = format!("{}/verify/{}", self.public_url, code.plain());
        let holder = self.accounts.name_for_document(earned.learner).await?;
        let now = self.clock.now();
        let fields = fields::freeze(&earned, kind, holder, issuer, verify_url, now, &self.zone);
        let row = certificate::Model {
            id: CertificateId::new().0,
            code: code.plain(),
            enrolment_id: enrolment.0,
            rule: kind.to_owned(),
            kind: kind.to_owned(),
            state: queries::VALID.to_owned(),
            fields: serde_json::to_string(&fields)?,
            template_version: i32::try_from(print::certificate::LATEST).unwrap_or(0),
            language: earned.language.to_string(),
            learner: earned.learner.0,
            course_id: earned.course.0,
            issued_at: millis(now),
            revoked_at: None,
            revoke_reason: None,
            revoke_note: None,
            replaced_by: None,
        };
        let fact = Proposal {
            id: Uuid::new_v5(&enrolment.0, format!("issued {kind}").as_bytes()),
            course: Some(earned.course),
            enrolment: Some(enrolment),
            payload: json!({ "certificate": row.id, "kind": kind }),
            ..Proposal::new(FactKind::Issued, earned.learner)
        };
        let keep = Arc::new((row, fact, self.ledger.clone()));
        self.db.write(move |tx| Box::pin(keep_issued(keep.clone(), tx))).await?;
        // Of two jobs at once one kept its certificate; both answer that one.
        Ok(queries::of_enrolment(self.db.read(), enrolment.0).await?.map(|row| row.code))
    }

    /// Issues what waited for an issuer; says how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issue_waiting(&self) -> Result<usize, Error> {
        let (mut after, mut count) = (None, 0);
        if self.issuer.is_none() {
            return Ok(0);
        }
        loop {
            let waiting = queries::waiting(&self.db, after, CHUNK).await?;
            let Some(last) = waiting.last() else { return Ok(count) };
            after = Some(*last);
            for enrolment in waiting {
                count += usize::from(self.issue(EnrolmentId(enrolment)).await?.is_some());
            }
        }
    }
}

async fn keep_issued(keep: Arc<(certificate::Model, Proposal, Ledger)>, tx: &Tx) -> Result<(), Error> {
    let (row, fact, ledger) = &*keep;
    if queries::insert(tx, row.clone()).await? {
        ledger.append_in(tx, vec![fact.clone()]).await?;
    }
    Ok(())
}
