//! Names for screens that only know subjects. Never a name that the scope does not reach.

use std::collections::HashMap;

use vocabulary::{PersonId, SubjectId};

use crate::access::{Administrator, Permit, Scope};
use crate::actor::Profile;
use crate::service::Accounts;
use crate::{Error, queries};

/// A person as lists show them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonCard {
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their login.
    pub login: String,
}

impl Accounts {
    /// The people behind subjects, as far as the scope reaches; unknown and destroyed ones are left out.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn people_of(
        &self,
        scope: &Scope,
        subjects: &[SubjectId],
    ) -> Result<HashMap<SubjectId, PersonCard>, Error> {
        let within: Vec<SubjectId> = subjects.iter().copied().filter(|subject| scope.names(*subject)).collect();
        let found = queries::people_of(self.db.read(), &within).await?;
        let card =
            |(person, profile): (PersonId, Profile)| PersonCard { person, name: profile.name, login: profile.login };
        Ok(found.into_iter().map(|(subject, of)| (subject, card(of))).collect())
    }

    /// The name that a document for this subject carries, for jobs that nobody asked for in person (issuing a certificate).
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown or destroyed person.
    pub async fn name_for_document(&self, subject: SubjectId) -> Result<String, Error> {
        let mut found = queries::people_of(self.db.read(), &[subject]).await?;
        found.remove(&subject).map(|(_, profile)| profile.name).ok_or(Error::NotFound)
    }

    /// The subject under which the ledger knows a person.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown or destroyed person.
    pub async fn subject_of(&self, person: PersonId) -> Result<SubjectId, Error> {
        queries::subject(self.db.read(), person).await?.ok_or(Error::NotFound)
    }

    /// How many people there are, for the overview.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn count(&self, _permit: &Permit<Administrator>) -> Result<u64, Error> {
        queries::count(self.db.read()).await
    }
}
