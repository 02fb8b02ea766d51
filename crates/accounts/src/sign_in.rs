//! A person comes in with login and password, or into a demonstration without one. A wrong login, a wrong password and a
//! suspended person get the same answer in the same time.

use std::net::IpAddr;

use vocabulary::PersonId;

use crate::access::DemoPass;
use crate::actor::RoleSet;
use crate::queries::PersonRow;
use crate::service::Accounts;
use crate::session::Token;
use crate::sign_up::SignedIn;
use crate::{Error, queries, rules};

impl Accounts {
    /// Opens a new session.
    ///
    /// # Errors
    /// [`Error::WrongLogin`]; [`Error::TooManyGuesses`] after ten wrong ones in a minute; [`Error::Busy`].
    pub async fn sign_in(&self, login: &str, password: &str, address: IpAddr) -> Result<SignedIn, Error> {
        // What cannot be a login is guessed at like any other, so that its answer takes as long.
        let login = rules::login(login).unwrap_or_default();
        let guess = self.guesses.take(&login, address, self.now())?;
        let person = queries::by_login(self.db.read(), &login).await?;
        let stored = person.as_ref().and_then(|person| person.secret.clone());
        let (password, stored) = match rules::password_to_compare(password) {
            Some(password) => (password, stored),
            None => (String::new(), None),
        };
        let right = match self.passwords.verify(password, stored).await {
            Ok(right) => right,
            Err(error) => {
                self.guesses.give_back(&guess);
                return Err(error);
            }
        };
        match person {
            Some(person) if right && person.is_active() => {
                self.guesses.right(&guess);
                self.open(&person).await
            }
            _ => Err(Error::WrongLogin),
        }
    }

    /// Enters a demonstration as one of its people.
    ///
    /// # Errors
    /// [`Error::NotFound`] when nobody there has that login.
    pub async fn enter_demo(&self, _pass: &DemoPass, login: &str) -> Result<SignedIn, Error> {
        let login = rules::login(login).map_err(|_| Error::NotFound)?;
        let person = queries::by_login(self.db.read(), &login).await?.filter(PersonRow::is_active);
        self.open(&person.ok_or(Error::NotFound)?).await
    }

    /// A new session under a new token: a token from before the sign-in is never taken over.
    async fn open(&self, person: &PersonRow) -> Result<SignedIn, Error> {
        let token = Token::new()?;
        let (id, hash, now) = (PersonId(person.person_id), token.hash(), self.now());
        let roles: RoleSet = self
            .db
            .write(move |tx| {
                let hash = hash.clone();
                Box::pin(async move {
                    // Asked again inside: a suspension may have come while the password was being hashed.
                    if !queries::by_person(tx, id).await?.is_some_and(|person| person.is_active()) {
                        return Err(Error::WrongLogin);
                    }
                    queries::delete_dead_sessions(tx, id, now).await?;
                    queries::insert_session(tx, id, &hash, now).await?;
                    queries::roles(tx, id).await
                })
            })
            .await?;
        Ok(SignedIn { actor: person.actor(roles, token.hash()), token })
    }
}
