//! Calling a session off: everybody's seat says so, and the room is free again.

use accounts::{Administrator, Permit};
use ledger::Ledger;
use serde_json::json;
use uuid::Uuid;
use vocabulary::{Locale, millis};

use crate::{Error, Live, queries, views::SessionView};

impl Live {
    /// Calls a session off. Asked again, it answers the same.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Refused`] for one that is over.
    pub async fn call_off(
        &self,
        permit: &Permit<Administrator>,
        id: Uuid,
        locale: Locale,
    ) -> Result<SessionView, Error> {
        let row = self.row(id).await?;
        if row.ends_at <= millis(self.clock.now()) {
            return Err(Error::refused("session-over"));
        }
        let by = permit.subject();
        self.db
            .write_once(permit.once(), move |tx| {
                Box::pin(async move {
                    if queries::mark_cancelled(tx, id).await? {
                        Ledger::audit(tx, by, None, "session.cancelled", &format!("session:{id}"), json!({})).await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .await?;
        self.session(None, id, locale).await
    }
}
