//! Giving a seat back: whoever waits longest gets it in the same moment.

use accounts::Actor;
use ledger::FactKind;
use serde_json::Value;
use uuid::Uuid;
use vocabulary::Locale;

use crate::{Error, Live, views::SessionView};

impl Live {
    /// Gives the actor's seat, or place in the waiting list, back. Asked again, it answers the same.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Refused`] once the session has begun or was called off.
    pub async fn release(&self, actor: &Actor, id: Uuid, locale: Locale) -> Result<SessionView, Error> {
        let row = self.row(id).await?;
        let who = (FactKind::Released, actor.subject());
        self.decide(&row, who, Value::Null, (actor.new_id("released"), &["not-booked"])).await?;
        self.session(Some(actor), id, locale).await
    }
}
