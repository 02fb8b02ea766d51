//! Who may touch unpublished courses: their authors, administrators, and whoever sits at the machine itself.

use accounts::{Author, Console, Permit};
use vocabulary::{PersonId, SubjectId};

/// Somebody who may bring in and see unpublished courses. Made only from a permit or at the machine's console.
#[derive(Clone, Debug)]
pub struct Editor {
    person: Option<PersonId>,
    subject: Option<SubjectId>,
    everything: bool,
}

impl Editor {
    /// The person behind it; nobody at the console.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// As facts and versions name them.
    #[must_use]
    pub fn subject(&self) -> Option<SubjectId> {
        self.subject
    }

    /// They may touch every course, not only their own.
    #[must_use]
    pub fn reaches_everything(&self) -> bool {
        self.everything
    }
}

impl From<&Permit<Author>> for Editor {
    fn from(permit: &Permit<Author>) -> Self {
        Self { person: Some(permit.person()), subject: Some(permit.subject()), everything: permit.reaches_everything() }
    }
}

impl From<Console> for Editor {
    fn from(_: Console) -> Self {
        Self { person: None, subject: None, everything: true }
    }
}
