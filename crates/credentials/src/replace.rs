//! Replacing: a certificate whose holder's name was wrong gives way to a new one with a number of its own. The old one stays
//! as it was, and its page says since when another one holds.

use accounts::{Administrator, Permit};
use database::entity::certificate;
use ledger::{FactKind, Ledger, Proposal};
use serde_json::json;
use vocabulary::{CertificateId, CourseId, EnrolmentId, SubjectId, millis};

use crate::issue::recorded;
use crate::number::Number;
use crate::queries::{VALID, valid_on};
use crate::revoke::NOTE_MAX;
use crate::service::Credentials;
use crate::views::{CertificateView, read};
use crate::{Error, fields, frozen, queries};

impl Credentials {
    /// Issues a certificate in the place of this one, with the holder's name as it is today; all else stays as it was frozen,
    /// also until when it holds. `evidence` says what proves the name; it is for the administration only and is in no fact
    /// and no audit event. Answers the new certificate.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NotValid`] for one that does not hold any more; [`Error::Unchanged`] when the name is the
    /// same; [`Error::Invalid`] without evidence or with more than 1,000 characters of it.
    pub async fn replace(
        &self,
        permit: &Permit<Administrator>,
        code: &str,
        evidence: &str,
    ) -> Result<CertificateView, Error> {
        let evidence = evidence.trim().to_owned();
        match evidence.chars().count() {
            0 => return Err(Error::Invalid { pointer: "/evidence", code: "missing" }),
            long if long > NOTE_MAX => return Err(Error::Invalid { pointer: "/evidence", code: "too-long" }),
            _ => {}
        }
        // A repeat after the answer was lost: the old one does not hold any more because this very request replaced it.
        if let Some(key) = permit.once()
            && let Some(kept) = self.db.kept_answer(&key).await?
        {
            let code: String = serde_json::from_str(&kept).map_err(|error| Error::System(error.to_string()))?;
            return self.verify(&code).await;
        }
        let number = Number::parse(code).ok_or(Error::NotFound)?;
        let old = queries::of_number(self.db.read(), &number).await?.ok_or(Error::NotFound)?;
        let new = self.successor(&old).await?;
        let fact = Proposal {
            id: frozen::issued_id(new.enrolment_id, &new.rule),
            actor: permit.subject(),
            course: Some(CourseId(new.course_id)),
            enrolment: Some(EnrolmentId(new.enrolment_id)),
            payload: json!({"certificate": new.id, "rule": new.rule, "replaces": old.id, "hash": frozen::hash(&new)}),
            ..Proposal::new(FactKind::Issued, SubjectId(new.learner))
        };
        let (by, ledger) = (permit.subject(), self.ledger.clone());
        let code: String = self
            .db
            .write_once(permit.once(), move |tx| {
                let (old, new, fact, evidence, ledger) =
                    (old.id, new.clone(), fact.clone(), evidence.clone(), ledger.clone());
                Box::pin(async move {
                    let (id, code) = (new.id, new.code.clone());
                    // The condition stands in the statement: of two at once, one replaces.
                    if !queries::mark_replaced(tx, old, id, &evidence).await? || !queries::insert(tx, new).await? {
                        return Err(Error::NotValid);
                    }
                    recorded(&ledger.append_in(tx, vec![fact]).await?)?;
                    Self::moved(tx).await?;
                    let object = format!("certificate:{old}");
                    Ledger::audit(tx, by, None, "certificate.replaced", &object, json!({"by": id})).await?;
                    Ok::<_, Error>(code)
                })
            })
            .await?;
        self.verify(&code).await
    }

    /// The row that takes the place of a valid one.
    async fn successor(&self, old: &certificate::Model) -> Result<certificate::Model, Error> {
        let (now, frozen) = (self.moment(), read(old)?);
        if !valid_on(old, frozen.expires_on.as_deref(), &now.day) {
            return Err(Error::NotValid);
        }
        let holder = self.accounts.name_for_document(SubjectId(old.learner)).await?;
        if holder == frozen.holder {
            return Err(Error::Unchanged);
        }
        let number = Number::random()?;
        let fields = fields::corrected(&frozen, holder, self.verify_url(&number), now.day);
        Ok(certificate::Model {
            id: CertificateId::new().0,
            code: number.plain().to_owned(),
            rule: next_rule(&old.rule),
            state: VALID.to_owned(),
            fields: serde_json::to_string(&fields).map_err(|error| Error::System(error.to_string()))?,
            template_version: i32::try_from(print::certificate::LATEST).unwrap_or(i32::MAX),
            issued_at: millis(now.at),
            replaced_by: None,
            revoked_at: None,
            revoke_reason: None,
            revoke_note: None,
            ..old.clone()
        })
    }
}

/// The rule of the certificate in the place of one by this rule: `completion`, `completion.2`, `completion.3`. An enrolment has
/// each once, so that a replacement asked for twice is one.
fn next_rule(rule: &str) -> String {
    let (word, turn) = rule.split_once('.').map_or((rule, 1), |(word, turn)| (word, turn.parse().unwrap_or(1)));
    format!("{word}.{}", turn + 1)
}

#[cfg(test)]
mod tests {
    use super::next_rule;

    #[test]
    fn each_replacement_has_its_turn() {
        assert_eq!(next_rule("completion"), "completion.2");
        assert_eq!(next_rule("completion.9"), "completion.10");
    }
}
