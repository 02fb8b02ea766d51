//! Issuing: once for an enrolment and a rule, however often and from wherever it is asked for.

use database::entity::certificate;
use ledger::{FactKind, Outcome, Proposal};
use serde_json::json;
use vocabulary::{CertificateId, EnrolmentId, millis};

use crate::fields::{self, Moment};
use crate::number::{Number, grouped};
use crate::service::Credentials;
use crate::{Error, frozen, queries};

/// How many waiting enrolments are looked at in one step.
const STEP: u64 = 200;

impl Credentials {
    /// Issues the certificate of a completed enrolment and answers its number, the same each time. `None` when there is
    /// nothing to issue: not completed, a course without a certificate, or nobody who issues yet.
    ///
    /// # Errors
    /// [`Error::Learning`] for an unknown enrolment; [`Error::Holder`] when the person is gone.
    pub async fn issue(&self, enrolment: EnrolmentId) -> Result<Option<String>, Error> {
        let Some(issuer) = self.issuer.as_deref() else { return Ok(None) };
        let Some(earned) = self.progress.earned(enrolment).await? else { return Ok(None) };
        let Some(rule) = fields::rule(&earned.document) else { return Ok(None) };
        if let Some(row) = queries::of_rule(self.db.read(), enrolment, rule).await? {
            return Ok(Some(grouped(&row.code)));
        }
        let number = Number::random()?;
        let now = self.clock.now();
        let moment = Moment {
            holder: self.accounts.name_for_document(earned.learner).await?,
            issuer,
            zone: &self.zone,
            now,
            verify_url: self.verify_url(&number),
        };
        let frozen = fields::freeze(&earned, moment);
        let row = certificate::Model {
            id: CertificateId::new().0,
            code: number.plain().to_owned(),
            enrolment_id: enrolment.0,
            rule: rule.to_owned(),
            kind: rule.to_owned(),
            state: queries::VALID.to_owned(),
            fields: serde_json::to_string(&frozen).map_err(|error| Error::System(error.to_string()))?,
            template_version: i32::try_from(print::certificate::LATEST).unwrap_or(i32::MAX),
            language: earned.language.tag().to_owned(),
            learner: earned.learner.0,
            course_id: earned.course.0,
            issued_at: millis(now),
            revoked_at: None,
            revoke_reason: None,
            revoke_note: None,
            replaced_by: None,
        };
        let fact = Proposal {
            id: frozen::issued_id(enrolment.0, rule),
            course: Some(earned.course),
            enrolment: Some(enrolment),
            payload: json!({"certificate": row.id, "rule": rule, "proof": earned.proof, "hash": frozen::hash(&row)}),
            ..Proposal::new(FactKind::Issued, earned.learner)
        };
        let ledger = self.ledger.clone();
        let code = self
            .db
            .write(move |tx| {
                let (row, fact, ledger) = (row.clone(), fact.clone(), ledger.clone());
                Box::pin(async move {
                    let code = row.code.clone();
                    if !queries::insert(tx, row).await? {
                        let first = queries::of_rule(tx, enrolment, rule).await?;
                        return first.map(|row| row.code).ok_or_else(|| Error::System("a certificate vanished".into()));
                    }
                    recorded(&ledger.append_in(tx, vec![fact]).await?)?;
                    Ok::<_, Error>(code)
                })
            })
            .await?;
        Ok(Some(grouped(&code)))
    }

    /// Issues what has been waiting, for the moment when somebody who issues is named; answers how many were issued.
    ///
    /// # Errors
    /// Stops at the first failure of the system; asked again, it goes on from there.
    pub async fn issue_waiting(&self) -> Result<u64, Error> {
        let (mut issued, mut after) = (0, None);
        if self.issuer.is_none() {
            return Ok(0);
        }
        loop {
            let waiting = queries::waiting(self.db.read(), after, STEP).await?;
            let Some(last) = waiting.last() else { return Ok(issued) };
            after = Some(last.id);
            for enrolment in &waiting {
                match self.issue(EnrolmentId(enrolment.id)).await {
                    Ok(code) => issued += u64::from(code.is_some()),
                    // One learner whose name or course is gone must not keep the others waiting.
                    Err(error @ (Error::Learning(_) | Error::Holder(_))) => {
                        tracing::warn!(enrolment = %enrolment.id, %error, "a certificate could not be issued");
                    }
                    Err(error) => return Err(error),
                }
            }
        }
    }
}

/// Every proposal of ours is in the ledger, or the whole write is off.
pub(crate) fn recorded(outcomes: &[Outcome]) -> Result<(), Error> {
    match outcomes.iter().find(|outcome| !outcome.is_in_ledger()) {
        None => Ok(()),
        Some(refused) => Err(Error::System(format!("the ledger refused: {refused:?}"))),
    }
}
