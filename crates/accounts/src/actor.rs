//! Who is asking. Never made outside this crate: whoever holds an [`Actor`] was let in by a live session.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use vocabulary::{Locale, PersonId, SubjectId};

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
pub struct Actor(Arc<Inner>);

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
        Self(Arc::new(Inner { person, subject, roles, session, profile }))
    }

    /// The id that leads to a name. Never write it into a fact: that is what [`Self::subject`] is for.
    #[must_use]
    pub fn person(&self) -> PersonId {
        self.0.person
    }

    /// The id that facts carry.
    #[must_use]
    pub fn subject(&self) -> SubjectId {
        self.0.subject
    }

    /// What they may be.
    #[must_use]
    pub fn roles(&self) -> RoleSet {
        self.0.roles
    }

    /// The session they came with.
    #[must_use]
    pub fn session(&self) -> &SessionHash {
        &self.0.session
    }

    /// Name, login, language and whether rewards are shown.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.0.profile
    }

    /// The language they chose.
    #[must_use]
    pub fn language(&self) -> Locale {
        self.0.profile.language
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
