//! A person makes their own account and is signed in at once.

use std::net::IpAddr;

use uuid::Uuid;
use vocabulary::{Locale, PersonId, SubjectId};

use crate::actor::{Actor, Profile, RoleSet};
use crate::error::Problem;
use crate::queries::NewPerson;
use crate::service::Accounts;
use crate::session::Token;
use crate::{Error, audit, queries, rules};

/// What a person fills in.
#[derive(Clone)]
pub struct SignUp {
    /// The name that certificates will carry.
    pub name: String,
    /// A user name or an e-mail address.
    pub login: String,
    /// As typed.
    pub password: String,
    /// The language of interface and messages.
    pub language: Locale,
}

/// A person who has just come in, with the cookie's value. The only place where the token is ever seen.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who.
    pub actor: Actor,
    /// For the cookie; it is not kept anywhere.
    pub token: Token,
}

impl Accounts {
    /// Makes person, subject, sign-in and session in one write.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that needs mending; [`Error::LoginTaken`]; [`Error::TooManyGuesses`] for an address
    /// that asks too often; [`Error::Busy`].
    pub async fn sign_up(&self, form: SignUp, address: IpAddr) -> Result<SignedIn, Error> {
        let checked = check(&form.name, &form.login, &form.password)?;
        // Each attempt can tell whether a login is taken, so an address has as many of them as of wrong passwords.
        self.guesses.take_address(address, self.now())?;
        let secret = self.passwords.hash(checked.password).await?;
        let new = NewPerson {
            person: PersonId::new(),
            subject: SubjectId(Uuid::new_v4()),
            name: checked.name,
            login: checked.login,
            secret,
            language: form.language,
        };
        let token = Token::new()?;
        let (hash, now, row) = (token.hash(), self.now(), new.clone());
        self.db
            .write(move |tx| {
                let (row, hash) = (row.clone(), hash.clone());
                Box::pin(async move {
                    queries::insert_person(tx, &row, now).await?;
                    queries::insert_session(tx, row.person, &hash, now).await?;
                    audit::record(tx, row.subject, audit::SIGN_UP, row.person, &serde_json::json!({})).await
                })
            })
            .await?;
        let profile = Profile { name: new.name, login: new.login, language: new.language, rewards: true };
        let actor = Actor::new(new.person, new.subject, RoleSet::LEARNER, token.hash(), profile);
        Ok(SignedIn { actor, token })
    }
}

/// The fields as they are kept.
pub(crate) struct Checked {
    pub(crate) name: String,
    pub(crate) login: String,
    pub(crate) password: String,
}

/// All problems at once, so that nobody mends a form field by field.
pub(crate) fn check(name: &str, login: &str, password: &str) -> Result<Checked, Error> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut keep = |value: Result<String, Problem>| value.map_err(|problem| problems.push(problem)).unwrap_or_default();
    let name = keep(rules::name(name));
    let login = keep(rules::login(login));
    let password = keep(rules::new_password(password, &login, "/password"));
    if problems.is_empty() { Ok(Checked { name, login, password }) } else { Err(Error::Invalid(problems)) }
}
