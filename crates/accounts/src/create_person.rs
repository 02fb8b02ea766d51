//! A person made at the machine's console, with roles and without a session. Never changes a person who exists.

use serde_json::json;
use uuid::Uuid;
use vocabulary::{PersonId, SubjectId};

use crate::access::Console;
use crate::actor::Role;
use crate::queries::NewPerson;
use crate::service::Accounts;
use crate::sign_up::{SignUp, check};
use crate::{Error, audit, queries};

impl Accounts {
    /// Makes a person without a session, with a role: for the command line and for the demo's people. A login that exists
    /// is an error, never a change.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::LoginTaken`], [`Error::Busy`].
    pub async fn create_person(
        &self,
        _console: &Console,
        form: SignUp,
        roles: &[Role],
    ) -> Result<(PersonId, SubjectId), Error> {
        let checked = check(&form.name, &form.login, &form.password)?;
        let secret = self.passwords.hash(checked.password).await?;
        let new = NewPerson {
            person: PersonId::new(),
            subject: SubjectId(Uuid::new_v4()),
            name: checked.name,
            login: checked.login,
            secret,
            language: form.language,
        };
        let (person, subject, now) = (new.person, new.subject, self.now());
        let roles: Vec<Role> = roles.iter().copied().filter(|role| *role != Role::Learner).collect();
        self.db
            .write(move |tx| {
                let (new, roles) = (new.clone(), roles.clone());
                Box::pin(async move {
                    queries::insert_person(tx, &new, now).await?;
                    audit::record(tx, new.subject, audit::PERSON_CREATED, new.person, &json!({})).await?;
                    for role in roles {
                        queries::insert_role(tx, new.person, role, now).await?;
                        let payload = json!({"role": role.name()});
                        audit::record(tx, new.subject, audit::ROLE_GRANTED, new.person, &payload).await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .await?;
        Ok((person, subject))
    }
}
