//! A person changes what their own page shows about them. Never their login or their roles.

use database::topics;
use vocabulary::Locale;

use crate::actor::{Actor, Profile};
use crate::service::Accounts;
use crate::session::TOPIC;
use crate::{Error, queries, rules};

/// What changes; `None` stays as it is.
#[derive(Clone, Debug, Default)]
pub struct ProfileChange {
    /// The name that later certificates carry; those already issued keep theirs.
    pub name: Option<String>,
    /// The language of interface and messages.
    pub language: Option<Locale>,
    /// Whether points and badges are shown.
    pub rewards: Option<bool>,
}

impl Accounts {
    /// Writes the change and answers the actor as they are from now on.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a name that cannot be one.
    pub async fn change_profile(&self, actor: &Actor, change: ProfileChange) -> Result<Actor, Error> {
        let before = actor.profile();
        let name = match change.name {
            Some(name) => Some(rules::name(&name).map_err(|problem| Error::Invalid(vec![problem]))?),
            None => None,
        };
        let change = ProfileChange { name, ..change };
        let after = Profile {
            name: change.name.clone().unwrap_or_else(|| before.name.clone()),
            login: before.login.clone(),
            language: change.language.unwrap_or(before.language),
            rewards: change.rewards.unwrap_or(before.rewards),
        };
        if after != *before {
            let person = actor.person();
            self.db
                .write_once(actor.once(), move |tx| {
                    let change = change.clone();
                    Box::pin(async move {
                        // Only what changes: another device may change something else in the same moment.
                        queries::update_profile(tx, person, (change.name, change.language, change.rewards)).await?;
                        // A session is remembered with its profile.
                        topics::raise(tx, TOPIC).await?;
                        Ok::<_, Error>(())
                    })
                })
                .await?;
            self.sessions.drop_one(actor.session());
        }
        Ok(Actor::new(actor.person(), actor.subject(), actor.roles(), actor.session().clone(), after))
    }
}
