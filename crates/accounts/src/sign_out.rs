//! A person leaves. The session is gone from the database, and refused within a second wherever it was remembered.

use database::topics;

use crate::actor::Actor;
use crate::service::Accounts;
use crate::session::TOPIC;
use crate::{Error, queries};

impl Accounts {
    /// Ends the session the actor came with; ending it twice is ending it once.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn sign_out(&self, actor: &Actor) -> Result<(), Error> {
        let hash = actor.session().clone();
        self.db
            .write(move |tx| {
                let hash = hash.clone();
                Box::pin(async move {
                    if queries::delete_session(tx, &hash).await? > 0 {
                        topics::raise(tx, TOPIC).await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .await?;
        self.sessions.drop_one(actor.session());
        Ok(())
    }
}
