//! What a learner changes about an enrolment: its language, closing it, opening it again, moving to a newer version.

use std::sync::Arc;

use accounts::Actor;
use ledger::{FactKind, Outcome, Proposal};
use uuid::Uuid;
use vocabulary::Locale;

use crate::{Error, Progress, payload::Moved, views::EnrolmentSummary};

impl Progress {
    /// Goes on in another language; the place stays.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the course does not speak it; [`Error::NotFound`].
    pub async fn switch_language(&self, actor: &Actor, id: Uuid, language: Locale) -> Result<EnrolmentSummary, Error> {
        let place = self.place(actor.subject(), id).await?;
        if !place.course.languages.contains(&language) {
            return Err(Error::Invalid { pointer: "/language".into(), code: "language-not-offered" });
        }
        if place.locale() != language {
            let payload = Moved { language: Some(language), ..Moved::default() };
            let proposal = Proposal {
                id: actor.new_id(&format!("switched {id}")),
                payload: serde_json::to_value(payload).unwrap_or_default(),
                ..place.proposal(FactKind::Switched, None)
            };
            self.one(proposal).await?;
        }
        self.summary(actor.subject(), id).await
    }

    /// Goes on in another language in every course that speaks it and is not closed: for whoever changes their own language.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn switch_everywhere(&self, actor: &Actor, language: Locale) -> Result<(), Error> {
        for row in crate::queries::of_learner(&self.db, actor.subject().0, None, 100).await? {
            match self.switch_language(actor, row.id, language).await {
                // A course that does not speak it stays as it is.
                Ok(_) | Err(Error::Invalid { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// "I have what I needed": closes the course without blame.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn close(&self, actor: &Actor, id: Uuid) -> Result<EnrolmentSummary, Error> {
        self.mark(actor, id, FactKind::Closed).await
    }

    /// Opens a closed course again, where it was.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn reopen(&self, actor: &Actor, id: Uuid) -> Result<EnrolmentSummary, Error> {
        self.mark(actor, id, FactKind::Reopened).await
    }

    async fn mark(&self, actor: &Actor, id: Uuid, kind: FactKind) -> Result<EnrolmentSummary, Error> {
        let place = self.place(actor.subject(), id).await?;
        let fact = actor.new_id(&format!("{kind} {id}"));
        let proposal = Proposal { id: fact, context: Arc::new(place.context()), ..place.proposal(kind, None) };
        self.one(proposal).await?;
        self.summary(actor.subject(), id).await
    }

    async fn one(&self, proposal: Proposal) -> Result<(), Error> {
        match self.ledger.append(vec![proposal]).await?.into_iter().next() {
            Some(Outcome::Refused { code, params }) => Err(Error::Refused { code, params }),
            _ => Ok(()),
        }
    }
}
