//! The first answer to a request that may come again: kept for 40 days, and given to every repeat. Never keeps a secret: what
//! answers one asks for no key.

use crate::service::Accounts;
use crate::{Ask, Error};

impl Accounts {
    /// What the first request under this key was answered.
    ///
    /// # Errors
    /// [`Error::Database`] with `key-reused` when it had asked something else.
    pub async fn first_answer(&self, ask: &Ask) -> Result<Option<String>, Error> {
        Ok(self.db.kept_answer(&ask.answer()).await?)
    }

    /// Takes the key for this request, before anything happens: of two different requests at once, one is refused here and
    /// has no effect. The same request may take it again: after a crash it is how the effect is found.
    ///
    /// # Errors
    /// As [`Accounts::first_answer`].
    pub async fn claim(&self, ask: &Ask) -> Result<(), Error> {
        Ok(self.db.keep_answer(ask.claim(), String::new()).await.map(drop)?)
    }

    /// Gives the key back after a refusal, which changed nothing: a corrected request may use it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn release(&self, ask: &Ask) -> Result<(), Error> {
        Ok(self.db.forget(ask.claim()).await?)
    }

    /// Keeps an answer and gives the one that counts: of two requests at once, the first.
    ///
    /// # Errors
    /// As [`Accounts::first_answer`].
    pub async fn keep_answer(&self, ask: &Ask, answer: String) -> Result<String, Error> {
        Ok(self.db.keep_answer(ask.answer(), answer).await?)
    }
}
