//! Revoking, with a reason; the verification page tells it at once.

use std::sync::Arc;

use accounts::{Administrator, Permit};
use ledger::{FactKind, Proposal, audit};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use vocabulary::{CourseId, EnrolmentId, SubjectId, millis};

use crate::{CertificateView, Credentials, Error, queries};

/// The longest note, characters.
const NOTE_MAX: usize = 1_000;

/// Why a certificate is revoked, as whoever verifies it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RevocationReason {
    /// It says something that is not so.
    Error,
    /// It was not earned.
    Fraud,
    /// Its holder asked for it.
    Request,
    /// Something else.
    Other,
}

impl RevocationReason {
    const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Fraud => "fraud",
            Self::Request => "request",
            Self::Other => "other",
        }
    }
}

impl Credentials {
    /// Revokes a certificate.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::AlreadyRevoked`], [`Error::Invalid`] for a note that is too long.
    pub async fn revoke(
        &self,
        permit: &Permit<Administrator>,
        code: &str,
        reason: RevocationReason,
        note: &str,
    ) -> Result<CertificateView, Error> {
        if note.chars().count() > NOTE_MAX {
            return Err(Error::Invalid("/note"));
        }
        let row = self.find(code).await?;
        let proposal = Proposal {
            id: Uuid::new_v5(&row.id, b"revoked"),
            actor: permit.subject(),
            course: Some(CourseId(row.course_id)),
            enrolment: Some(EnrolmentId(row.enrolment_id)),
            payload: json!({ "certificate": row.id, "reason": reason.key() }),
            ..Proposal::new(FactKind::Revoked, SubjectId(row.learner))
        };
        let work = Arc::new((row.id, reason, note.to_owned(), proposal, permit.subject(), self.ledger.clone()));
        let now = millis(self.clock.now());
        self.db
            .write(move |tx| {
                let work = work.clone();
                Box::pin(async move {
                    let (id, reason, note, proposal, actor, ledger) = &*work;
                    if !queries::revoke(tx, *id, reason.key(), note, now).await? {
                        return Err(Error::AlreadyRevoked);
                    }
                    ledger.append_in(tx, vec![proposal.clone()]).await?;
                    let payload = json!({ "reason": reason.key() });
                    audit(tx, *actor, None, "certificate.revoked", &id.to_string(), payload).await?;
                    Ok(())
                })
            })
            .await?;
        self.verify(code).await
    }
}
