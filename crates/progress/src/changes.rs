//! What a learner changes about an enrolment: its language, closing it, opening it again.

use std::sync::Arc;

use accounts::Actor;
use ledger::{FactKind, Outcome, Proposal};
use uuid::Uuid;
use vocabulary::Locale;

use crate::{Error, Progress, payload::Moved, queries, service::Place, views::EnrolmentSummary};

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
            self.one(switched(actor, &place, language)).await?;
        }
        self.summary(actor.subject(), id).await
    }

    /// Goes on in another language in every course that speaks it: for whoever changes their own language.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn switch_everywhere(&self, actor: &Actor, language: Locale) -> Result<(), Error> {
        const STEP: u64 = 100;
        let mut after = None;
        loop {
            let rows = queries::of_learner(&self.db, actor.subject().0, after, STEP).await?;
            let Some(last) = rows.last().map(|row| (row.last_at, row.id)) else { return Ok(()) };
            let places = self.places_of(rows).await?;
            // A course that does not speak it stays as it is.
            let speaks = |place: &&Place| place.course.languages.contains(&language) && place.locale() != language;
            self.ledger
                .append(places.iter().filter(speaks).map(|place| switched(actor, place, language)).collect())
                .await?;
            after = Some(last);
        }
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

    pub(crate) async fn one(&self, proposal: Proposal) -> Result<(), Error> {
        match self.ledger.append(vec![proposal]).await?.into_iter().next() {
            Some(Outcome::Refused { code, params }) => Err(Error::Refused { code, params }),
            _ => Ok(()),
        }
    }
}

fn switched(actor: &Actor, place: &Place, language: Locale) -> Proposal {
    let payload = Moved { language: Some(language), ..Moved::default() };
    Proposal {
        id: actor.new_id(&format!("switched {}", place.row.id)),
        payload: serde_json::to_value(payload).unwrap_or_default(),
        ..place.proposal(FactKind::Switched, None)
    }
}
