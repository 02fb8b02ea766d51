//! Ids that the compiler tells apart. Never built from anything but a UUID.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id whose order follows time (UUIDv7).
            #[must_use]
            #[expect(clippy::new_without_default, reason = "a default id would be a different one each time")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

id! {
    /// A person as `accounts` knows them: the only id that leads to a name.
    PersonId,
    /// A person as the ledger knows them: random, and cut from the person at erasure.
    SubjectId,
    /// A course, whatever its versions.
    CourseId,
    /// One immutable version of a course.
    VersionId,
    /// A course offered to somebody: dates, place, language.
    EditionId,
    /// A course at an hour: a live session.
    SessionId,
    /// A learner's place in an edition.
    EnrolmentId,
    /// One fact of the ledger, made by whoever proposes it.
    FactId,
    /// One sitting of a quiz.
    AttemptId,
    /// A certificate's inner id; the public one is its code.
    CertificateId,
}
