//! Joining by the page: the way in at its time, and the fact that somebody took it.

use accounts::Actor;
use ledger::FactKind;
use serde_json::json;
use uuid::Uuid;
use vocabulary::Locale;

use crate::{Error, Live, views::JoinedView};

impl Live {
    /// Records that the actor came in by the page, and gives the link of the video room. Asked again, it gives the link again;
    /// the first time counts.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Refused`] without a seat, before the doors open, or when it is over or called off.
    pub async fn join(&self, actor: &Actor, id: Uuid, locale: Locale) -> Result<JoinedView, Error> {
        let row = self.row(id).await?;
        let who = (FactKind::Attended, actor.subject());
        // One fact for a person and a session, from however many devices and however often.
        let fact = Uuid::new_v5(&row.id, format!("joined:{}", actor.subject()).as_bytes());
        self.decide(&row, who, json!({ "present": true, "how": "page" }), (fact, &[])).await?;
        let session = self.session(Some(actor), id, locale).await?;
        let seated = session.mine.as_ref().is_some_and(|seat| seat.state == crate::seats::BOOKED);
        Ok(JoinedView { link: row.link.filter(|_| seated), session })
    }
}
