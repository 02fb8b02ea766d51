//! Who may do what. A permit or a scope has no public maker but a check on an [`Actor`], so that holding one proves the check.

use std::marker::PhantomData;

use database::IdempotencyKey;
use vocabulary::{PersonId, SubjectId};

use crate::{Actor, Role};

/// The actor is not what the use case asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not allowed")]
pub struct Denied;

mod sealed {
    pub trait Sealed {}
}

/// A role as a type, for [`Permit`].
pub trait Office: sealed::Sealed {
    /// The roles of which one is enough.
    const ANY_OF: &'static [Role];
}

/// Whoever writes courses: authors, and administrators for all courses.
#[derive(Clone, Copy, Debug)]
pub struct Author;
/// Whoever runs the service.
#[derive(Clone, Copy, Debug)]
pub struct Administrator;

impl sealed::Sealed for Author {}
impl sealed::Sealed for Administrator {}
impl Office for Author {
    const ANY_OF: &'static [Role] = &[Role::Author, Role::Administrator];
}
impl Office for Administrator {
    const ANY_OF: &'static [Role] = &[Role::Administrator];
}

/// The proof that an actor holds an office; a write asks for it.
#[derive(Clone, Debug)]
pub struct Permit<O: Office> {
    actor: Actor,
    office: PhantomData<O>,
}

impl<O: Office> Permit<O> {
    /// Who holds it, as facts and audit events name them.
    #[must_use]
    pub fn subject(&self) -> SubjectId {
        self.actor.subject()
    }

    /// Who holds it, as `accounts` and the lists of authors name them.
    #[must_use]
    pub fn person(&self) -> PersonId {
        self.actor.person()
    }

    /// As [`Actor::once`], for writes that ask for a permit.
    #[must_use]
    pub fn once(&self) -> Option<IdempotencyKey> {
        self.actor.once()
    }

    /// As [`Actor::new_id`], for writes that ask for a permit.
    #[must_use]
    pub fn new_id(&self, what: &str) -> uuid::Uuid {
        self.actor.new_id(what)
    }

    /// Whether it reaches beyond the holder's own courses.
    #[must_use]
    pub fn reaches_everything(&self) -> bool {
        self.actor.roles().has(Role::Administrator)
    }
}

/// Whose data a query may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The person's own.
    Own(SubjectId),
    /// The person's own, and figures (never names) of the courses they write.
    CoursesOf(PersonId, SubjectId),
    /// Everybody's.
    Everybody,
}

/// The proof that a query was narrowed to what the actor may see.
#[derive(Clone, Debug)]
pub struct Scope(Reach);

impl Scope {
    /// What the query must narrow itself to.
    #[must_use]
    pub fn reach(&self) -> Reach {
        self.0
    }

    /// Whether this subject's data may be shown with their name.
    #[must_use]
    pub fn names(&self, subject: SubjectId) -> bool {
        match self.0 {
            Reach::Own(own) | Reach::CoursesOf(_, own) => own == subject,
            Reach::Everybody => true,
        }
    }
}

impl Actor {
    /// Asks whether the actor holds an office.
    ///
    /// # Errors
    /// [`Denied`] when they hold none of the roles that are enough.
    pub fn permit<O: Office>(&self) -> Result<Permit<O>, Denied> {
        if O::ANY_OF.iter().any(|role| self.roles().has(*role)) {
            Ok(Permit { actor: self.clone(), office: PhantomData })
        } else {
            Err(Denied)
        }
    }

    /// Asks whether the actor has a role.
    ///
    /// # Errors
    /// [`Denied`] when they do not.
    pub fn require(&self, role: Role) -> Result<(), Denied> {
        if self.roles().has(role) { Ok(()) } else { Err(Denied) }
    }

    /// The widest scope of the actor's roles.
    #[must_use]
    pub fn scope(&self) -> Scope {
        if self.roles().has(Role::Administrator) {
            Scope(Reach::Everybody)
        } else if self.roles().has(Role::Author) {
            Scope(Reach::CoursesOf(self.person(), self.subject()))
        } else {
            self.own_scope()
        }
    }

    /// The actor's own data and no more, whatever their roles.
    #[must_use]
    pub fn own_scope(&self) -> Scope {
        Scope(Reach::Own(self.subject()))
    }
}

/// Somebody at the machine's own console, who could read the database file anyway. Made by the command line and by nothing
/// that answers a request.
#[derive(Clone, Copy, Debug)]
pub struct Console(());

impl Console {
    /// For the commands of `aulari` that change people.
    #[must_use]
    pub fn at_the_machine() -> Self {
        Self(())
    }
}

/// The leave to enter without a password as one of the demo's people. Made when `aulari demo` starts and by nothing else, so
/// that a real installation has no value to hand over.
#[derive(Clone, Copy, Debug)]
pub struct DemoPass(());

impl DemoPass {
    /// For `aulari demo`, whose data is invented and thrown away.
    #[must_use]
    pub fn of_a_demonstration() -> Self {
        Self(())
    }
}

#[cfg(test)]
mod tests {
    use vocabulary::{Locale, PersonId, SubjectId};

    use super::{Administrator, Author, Denied, Reach};
    use crate::actor::{Actor, Profile, Role, RoleSet, SessionHash};

    fn actor(roles: &[Role]) -> Actor {
        let profile = Profile { name: "A".into(), login: "a".into(), language: Locale::En, rewards: true };
        let roles: RoleSet = roles.iter().copied().collect();
        Actor::new(PersonId::new(), SubjectId::new(), roles, SessionHash("0".into()), profile)
    }

    #[test]
    fn offices_open_only_to_those_who_hold_them() {
        let (learner, author, admin) = (actor(&[]), actor(&[Role::Author]), actor(&[Role::Administrator]));
        assert_eq!(learner.permit::<Author>().err(), Some(Denied));
        assert_eq!(author.permit::<Administrator>().err(), Some(Denied));
        assert_eq!(author.permit::<Author>().map(|permit| permit.reaches_everything()), Ok(false));
        assert_eq!(admin.permit::<Author>().map(|permit| permit.reaches_everything()), Ok(true));
        assert!(admin.permit::<Administrator>().is_ok());
        assert_eq!(admin.require(Role::Author), Err(Denied), "a role is not an office");
    }

    #[test]
    fn scopes_never_name_others_to_an_author() {
        let (learner, author, admin) = (actor(&[]), actor(&[Role::Author]), actor(&[Role::Administrator]));
        assert_eq!(learner.scope().reach(), Reach::Own(learner.subject()));
        assert!(author.scope().names(author.subject()) && !author.scope().names(learner.subject()));
        assert!(admin.scope().names(learner.subject()));
        assert!(!admin.own_scope().names(learner.subject()));
    }
}
