//! Who is asking. Never made outside this crate: whoever holds an [`Actor`] was let in by a live session.

use std::sync::Arc;

use database::IdempotencyKey;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vocabulary::{Locale, PersonId, SubjectId};

use crate::once::Ask;

/// What a person may be. Everyone who is signed in is a learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Learns.
    Learner,
    /// Writes courses and sees how their own are used.
    Author,
    /// Runs the service.
    Administrator,
}

impl Role {
    /// All of them, the least powerful first.
    pub const ALL: [Self; 3] = [Self::Learner, Self::Author, Self::Administrator];

    /// Its name in the database and on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Learner => "learner",
            Self::Author => "author",
            Self::Administrator => "administrator",
        }
    }

    /// The role of that name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The roles of one person; `Learner` is always among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleSet(u8);

impl RoleSet {
    /// A learner and nothing more.
    pub const LEARNER: Self = Self(Role::Learner.bit());

    /// The same set with one role more.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | role.bit())
    }

    /// Whether the role is in it.
    #[must_use]
    pub const fn has(self, role: Role) -> bool {
        self.0 & role.bit() != 0
    }

    /// The roles, the least powerful first.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }
}

impl FromIterator<Role> for RoleSet {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles.into_iter().fold(Self::LEARNER, Self::with)
    }
}

/// The blake3 hash of a session token, in hexadecimal: what the database keeps instead of the token.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SessionHash(pub(crate) String);

/// What a person's own page shows about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The name that certificates carry.
    pub name: String,
    /// The name or address with which they sign in.
    pub login: String,
    /// The language of interface and messages.
    pub language: Locale,
    /// Whether points and badges are shown at all.
    pub rewards: bool,
}

/// A person with a live session. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Actor {
    who: Arc<Inner>,
    /// The request under a key that they came with.
    ask: Option<Ask>,
}

#[derive(Debug)]
struct Inner {
    person: PersonId,
    subject: SubjectId,
    roles: RoleSet,
    session: SessionHash,
    profile: Profile,
}

impl Actor {
    pub(crate) fn new(
        person: PersonId,
        subject: SubjectId,
        roles: RoleSet,
        session: SessionHash,
        profile: Profile,
    ) -> Self {
        Self { who: Arc::new(Inner { person, subject, roles, session, profile }), ask: None }
    }

    /// The same actor with the request that they came with.
    #[must_use]
    pub fn asking(mut self, ask: Ask) -> Self {
        self.ask = Some(ask);
        self
    }

    /// This caller's request under `key`; `body_hash` covers everything that it asks.
    #[must_use]
    pub fn ask(&self, key: &str, body_hash: String) -> Ask {
        Ask::new(self.person(), key, body_hash)
    }

    /// For `Database::write_once`: the key of the request that the actor came with, if it has one.
    #[must_use]
    pub fn once(&self) -> Option<IdempotencyKey> {
        self.ask.as_ref().map(Ask::effect)
    }

    /// The id of something new that the actor wishes for: it follows from the request's key, so that a repeat meets what the
    /// first one made; a fresh one for a request without a key.
    #[must_use]
    pub fn new_id(&self, what: &str) -> Uuid {
        self.ask.as_ref().map_or_else(Uuid::now_v7, |ask| ask.id(what))
    }

    /// The id that leads to a name. Never write it into a fact: that is what [`Self::subject`] is for.
    #[must_use]
    pub fn person(&self) -> PersonId {
        self.who.person
    }

    /// The id that facts carry.
    #[must_use]
    pub fn subject(&self) -> SubjectId {
        self.who.subject
    }

    /// What they may be.
    #[must_use]
    pub fn roles(&self) -> RoleSet {
        self.who.roles
    }

    /// The session they came with.
    #[must_use]
    pub fn session(&self) -> &SessionHash {
        &self.who.session
    }

    /// Name, login, language and whether rewards are shown.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.who.profile
    }

    /// The language they chose.
    #[must_use]
    pub fn language(&self) -> Locale {
        self.who.profile.language
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, RoleSet};

    #[test]
    fn everyone_is_a_learner_and_roles_add_up() {
        let roles: RoleSet = [Role::Administrator].into_iter().collect();
        assert_eq!(roles.iter().collect::<Vec<_>>(), [Role::Learner, Role::Administrator]);
        assert!(!roles.has(Role::Author));
    }

    #[test]
    fn names_lead_back_to_their_role() {
        for role in Role::ALL {
            assert_eq!(Role::find(role.name()), Some(role));
        }
        assert_eq!(Role::find("root"), None);
    }
}
