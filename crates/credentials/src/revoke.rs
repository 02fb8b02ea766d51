//! Revoking: in public, for ever, with the class of the reason. The certificate itself stays as it was.

use accounts::{Administrator, Permit};
use ledger::{FactKind, Ledger, Proposal};
use serde::{Deserialize, Serialize};
use serde_json::json;
use vocabulary::{CourseId, EnrolmentId, SubjectId, millis};

use crate::issue::recorded;
use crate::number::Number;
use crate::queries::REPLACED;
use crate::service::Credentials;
use crate::views::CertificateView;
use crate::{Error, queries};

/// The longest note, in characters.
pub(crate) const NOTE_MAX: usize = 1000;

/// The class of reason, shown to whoever verifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RevocationReason {
    /// Something in it is wrong.
    Error,
    /// It was got by deceit.
    Fraud,
    /// The holder wishes it.
    Request,
    /// Anything else.
    Other,
}

impl RevocationReason {
    const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Fraud => "fraud",
            Self::Request => "request",
            Self::Other => "other",
        }
    }
}

impl Credentials {
    /// Revokes a certificate. The note is for the administration only and is in no fact and no audit event.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::AlreadyRevoked`]; [`Error::NotValid`] when another one holds in its place; [`Error::Invalid`] for a note over 1,000 characters.
    pub async fn revoke(
        &self,
        permit: &Permit<Administrator>,
        code: &str,
        reason: RevocationReason,
        note: &str,
    ) -> Result<CertificateView, Error> {
        if note.chars().count() > NOTE_MAX {
            return Err(Error::Invalid { pointer: "/note", code: "too-long" });
        }
        let number = Number::parse(code).ok_or(Error::NotFound)?;
        let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
        let (now, by, ledger) = (millis(self.clock.now()), permit.subject(), self.ledger.clone());
        let looked_for = number.clone();
        self.db
            .write_once(permit.once(), move |tx| {
                let (number, note, ledger) = (looked_for.clone(), note.clone(), ledger.clone());
                Box::pin(async move {
                    let row = queries::of_number(tx, &number).await?.ok_or(Error::NotFound)?;
                    // The condition stands in the statement: of two at once, one revokes.
                    if !queries::mark_revoked(tx, row.id, reason.name(), note, now).await? {
                        return Err(if row.state == REPLACED { Error::NotValid } else { Error::AlreadyRevoked });
                    }
                    let fact = Proposal {
                        actor: by,
                        course: Some(CourseId(row.course_id)),
                        enrolment: Some(EnrolmentId(row.enrolment_id)),
                        payload: json!({"certificate": row.id, "reason": reason.name()}),
                        ..Proposal::new(FactKind::Revoked, SubjectId(row.learner))
                    };
                    recorded(&ledger.append_in(tx, vec![fact]).await?)?;
                    Self::moved(tx).await?;
                    let payload = json!({"reason": reason.name()});
                    let object = format!("certificate:{}", row.id);
                    Ledger::audit(tx, by, None, "certificate.revoked", &object, payload).await?;
                    Ok(())
                })
            })
            .await?;
        self.verify(number.plain()).await
    }
}
