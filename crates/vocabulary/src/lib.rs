//! Words that two floors or more need: typed ids, the clock, languages, pages of a list, DigComp competences.
//!
//! Invariant: nothing here knows a database, a route or a file; nothing here is there for one crate alone.

mod clock;
pub mod competence;
mod id;
mod locale;
mod page;

pub use clock::{Clock, FixedClock, SystemClock, Timestamp, from_millis, millis};
pub use competence::{Area, Band, Competence, Level};
pub use id::{
    AttemptId, CertificateId, CourseId, EditionId, EnrolmentId, FactId, PersonId, SessionId, SubjectId, VersionId,
};
pub use locale::{Locale, UnknownLocale};
pub use page::{Page, PageRequest};
