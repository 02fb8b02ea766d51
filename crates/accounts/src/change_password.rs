//! A new password: by its owner who knows the old one, or at the machine's console. Either way every other session ends.

use std::net::IpAddr;

use database::topics;
use serde_json::json;
use vocabulary::PersonId;

use crate::access::Console;
use crate::actor::{Actor, SessionHash};
use crate::service::Accounts;
use crate::session::TOPIC;
use crate::{Error, audit, queries, rules};

impl Accounts {
    /// Changes the actor's own password; the session they came with goes on.
    ///
    /// # Errors
    /// [`Error::WrongLogin`] when the old one is another; [`Error::TooManyGuesses`]; [`Error::Invalid`] for the new one.
    pub async fn change_password(&self, actor: &Actor, current: &str, new: &str, address: IpAddr) -> Result<(), Error> {
        let login = actor.profile().login.clone();
        let new = rules::new_password(new, &login, "/newPassword").map_err(|problem| Error::Invalid(vec![problem]))?;
        let guess = self.guesses.take(&login, address, self.now())?;
        let person = queries::by_person(self.db.read(), actor.person()).await?.ok_or(Error::NotFound)?;
        let current = rules::password_to_compare(current).ok_or(Error::WrongLogin)?;
        if !self.passwords.verify(current, person.secret).await? {
            return Err(Error::WrongLogin);
        }
        self.guesses.right(&guess);
        self.set_password(actor.person(), new, Some(actor.session().clone())).await
    }

    /// Sets a password at the console, for a person who lost theirs; all their sessions end.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Invalid`].
    pub async fn reset_password(&self, _console: &Console, login: &str, new: &str) -> Result<(), Error> {
        let login = rules::login(login).map_err(|_| Error::NotFound)?;
        let person = queries::by_login(self.db.read(), &login).await?.ok_or(Error::NotFound)?;
        let new = rules::new_password(new, &login, "/password").map_err(|problem| Error::Invalid(vec![problem]))?;
        self.set_password(PersonId(person.person_id), new, None).await
    }

    async fn set_password(&self, person: PersonId, new: String, but: Option<SessionHash>) -> Result<(), Error> {
        let secret = self.passwords.hash(new).await?;
        self.db
            .write(move |tx| {
                let (secret, but) = (secret.clone(), but.clone());
                Box::pin(async move {
                    let subject = queries::subject(tx, person).await?.ok_or(Error::NotFound)?;
                    queries::update_secret(tx, person, &secret).await?;
                    queries::delete_sessions(tx, person, but.as_ref()).await?;
                    topics::raise(tx, TOPIC).await?;
                    audit::record(tx, subject, audit::PASSWORD_CHANGED, person, &json!({})).await
                })
            })
            .await
    }
}
