//! Booking: a seat while there are any, else a place in the waiting list.

use accounts::Actor;
use ledger::FactKind;
use serde_json::Value;
use uuid::Uuid;
use vocabulary::Locale;

use crate::{Error, Live, views::SessionView};

impl Live {
    /// Gives the actor a seat, or the next place in the waiting list when all are taken. Asked again, it answers the same.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Refused`] for a session that is over or called off.
    pub async fn book(&self, actor: &Actor, id: Uuid, locale: Locale) -> Result<SessionView, Error> {
        let row = self.row(id).await?;
        let who = (FactKind::Booked, actor.subject());
        self.decide(&row, who, Value::Null, (actor.new_id("booked"), &["already-booked"])).await?;
        self.session(Some(actor), id, locale).await
    }
}
