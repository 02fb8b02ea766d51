//! An administrator keeps a person out, or lets them in again. Their sessions end at once and everywhere within a second.

use database::topics;
use serde_json::json;
use vocabulary::PersonId;

use crate::access::{Administrator, Permit};
use crate::service::Accounts;
use crate::session::TOPIC;
use crate::{Denied, Error, audit, queries};

impl Accounts {
    /// Keeps a person out until [`Self::resume`]. Never oneself.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Denied`] for oneself.
    pub async fn suspend(&self, permit: &Permit<Administrator>, person: PersonId) -> Result<(), Error> {
        if permit.person() == person {
            return Err(Error::Denied(Denied));
        }
        self.change_state(permit, person, queries::SUSPENDED, audit::SUSPENDED).await
    }

    /// Lets a person in again; they sign in anew.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn resume(&self, permit: &Permit<Administrator>, person: PersonId) -> Result<(), Error> {
        self.change_state(permit, person, queries::ACTIVE, audit::RESUMED).await
    }

    async fn change_state(
        &self,
        permit: &Permit<Administrator>,
        person: PersonId,
        state: &'static str,
        action: &'static str,
    ) -> Result<(), Error> {
        let by = permit.subject();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    queries::subject(tx, person).await?.ok_or(Error::NotFound)?;
                    queries::update_state(tx, person, state).await?;
                    queries::delete_sessions(tx, person, None).await?;
                    topics::raise(tx, TOPIC).await?;
                    audit::record(tx, by, action, person, &json!({})).await
                })
            })
            .await
    }
}
