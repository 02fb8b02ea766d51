//! A person gets a role, or loses it: by an administrator or at the machine's console. Bites within a second everywhere.

use database::topics;
use serde_json::json;
use vocabulary::{PersonId, SubjectId};

use crate::access::{Administrator, Console, Permit};
use crate::actor::Role;
use crate::service::Accounts;
use crate::session::TOPIC;
use crate::{Error, audit, queries, rules};

impl Accounts {
    /// Grants a role.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn grant_role(&self, permit: &Permit<Administrator>, person: PersonId, role: Role) -> Result<(), Error> {
        self.change_role(Some(permit.subject()), person, role, true).await
    }

    /// Takes a role away. An administrator cannot take away their own: somebody must be left to run the service.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Denied`] for one's own administration.
    pub async fn withdraw_role(
        &self,
        permit: &Permit<Administrator>,
        person: PersonId,
        role: Role,
    ) -> Result<(), Error> {
        if role == Role::Administrator && permit.person() == person {
            return Err(Error::Denied(crate::Denied));
        }
        self.change_role(Some(permit.subject()), person, role, false).await
    }

    /// Grants a role to whoever has that login, from the console.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn grant_role_at_console(&self, _console: &Console, login: &str, role: Role) -> Result<(), Error> {
        let login = rules::login(login).map_err(|_| Error::NotFound)?;
        let person = queries::by_login(self.db.read(), &login).await?.ok_or(Error::NotFound)?;
        self.change_role(None, PersonId(person.person_id), role, true).await
    }

    async fn change_role(&self, by: Option<SubjectId>, person: PersonId, role: Role, grant: bool) -> Result<(), Error> {
        if role == Role::Learner {
            return Ok(()); // Everyone is one.
        }
        let now = self.now();
        self.db
            .write(move |tx| {
                Box::pin(async move {
                    let subject = queries::subject(tx, person).await?.ok_or(Error::NotFound)?;
                    let action = if grant {
                        queries::insert_role(tx, person, role, now).await?;
                        audit::ROLE_GRANTED
                    } else {
                        queries::delete_role(tx, person, role).await?;
                        audit::ROLE_WITHDRAWN
                    };
                    topics::raise(tx, TOPIC).await?;
                    // At the console nobody is signed in: the event then names the person themselves as actor.
                    audit::record(tx, by.unwrap_or(subject), action, person, &json!({"role": role.name()})).await
                })
            })
            .await
    }
}
