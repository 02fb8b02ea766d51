//! A fact and its words. Never holds a name, an address or written text.

use database::entity::fact;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;
use vocabulary::{CourseId, EditionId, EnrolmentId, SubjectId, Timestamp, VersionId, from_millis, millis};

use crate::Error;

/// A word in a table that this program does not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a word of the ledger")]
pub struct UnknownWord(pub String);

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $text)] $variant),* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that tables and interfaces use.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownWord;
            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                match text { $($text => Ok(Self::$variant),)* other => Err(UnknownWord(other.to_owned())) }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// What happened.
    FactKind {
        /// A learner began an edition.
        Enrolled = "enrolled",
        /// A unit was opened.
        Opened = "opened",
        /// A learner went on inside a unit.
        Progressed = "progressed",
        /// A question was answered; the payload holds the verdict, never the answer.
        Answered = "answered",
        /// A hint was shown.
        Hinted = "hinted",
        /// A unit was done.
        Done = "done",
        /// A quiz was passed.
        Passed = "passed",
        /// A course was completed.
        Completed = "completed",
        /// An enrolment was closed.
        Closed = "closed",
        /// A closed enrolment was opened again.
        Reopened = "reopened",
        /// A learner withdrew.
        Withdrew = "withdrew",
        /// A certificate was issued.
        Issued = "issued",
        /// A certificate was revoked.
        Revoked = "revoked",
        /// An earlier fact was corrected.
        Corrected = "corrected",
        /// One person's learning was joined to another's.
        Merged = "merged",
        /// A learner moved to another version or edition.
        Moved = "moved",
        /// A learner chose another language.
        Switched = "switched",
        /// A quiz was begun: its questions were drawn.
        AttemptStarted = "attempt-started",
        /// A quiz was handed in.
        AttemptSubmitted = "attempt-submitted",
        /// Points or a badge were earned.
        Earned = "earned",
        /// A learner has a seat in a session, or a place in its waiting list.
        Booked = "booked",
        /// A learner gave the seat back.
        Released = "released",
        /// A learner came from the waiting list to a seat.
        Promoted = "promoted",
        /// A learner was present, or was not: the payload says which.
        Attended = "attended",
        /// A learner left before the end.
        Left = "left",
    }
}

words! {
    /// Who says so.
    Source {
        /// The server judged it.
        Server = "server",
        /// The learner's own device says so.
        SelfReported = "self",
        /// A facilitator says so.
        Facilitator = "facilitator",
        /// Another system says so.
        Import = "import",
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Its place in the order of all facts.
    pub seq: i64,
    /// Made by whoever proposed it; unique in the ledger.
    pub id: Uuid,
    /// The proposal it follows from, when it is not the proposal itself.
    pub cause: Option<Uuid>,
    /// What happened.
    pub kind: FactKind,
    /// To whom.
    pub learner: SubjectId,
    /// Through whom.
    pub actor: SubjectId,
    /// In which course.
    pub course: Option<CourseId>,
    /// In which edition.
    pub edition: Option<EditionId>,
    /// In which enrolment.
    pub enrolment: Option<EnrolmentId>,
    /// In which unit.
    pub unit: Option<String>,
    /// In which live session.
    pub session: Option<Uuid>,
    /// When, by the server's clock, to the millisecond.
    pub at: Timestamp,
    /// When, by the client's clock; never later than `at`.
    pub claimed_at: Option<Timestamp>,
    /// Who says so.
    pub source: Source,
    /// The version of the course it refers to.
    pub version: Option<VersionId>,
    /// What else belongs to it.
    pub payload: Value,
}

impl Fact {
    /// Reads a row.
    ///
    /// # Errors
    /// [`Error::Unreadable`] when a word or the payload is not one of ours.
    pub fn from_row(row: fact::Model) -> Result<Self, Error> {
        let unreadable = |error: UnknownWord| Error::Unreadable(error.to_string());
        Ok(Self {
            seq: row.seq,
            id: row.id,
            cause: row.cause,
            kind: row.kind.parse().map_err(unreadable)?,
            learner: SubjectId(row.learner),
            actor: SubjectId(row.actor),
            course: row.course.map(CourseId),
            edition: row.edition.map(EditionId),
            enrolment: row.enrolment.map(EnrolmentId),
            unit: row.unit,
            session: row.session,
            at: from_millis(row.at),
            claimed_at: row.claimed_at.map(from_millis),
            source: row.source.parse().map_err(unreadable)?,
            version: row.version.map(VersionId),
            payload: serde_json::from_str(&row.payload)?,
        })
    }

    /// The row that stands for it.
    #[must_use]
    pub fn to_row(&self) -> fact::Model {
        fact::Model {
            seq: self.seq,
            id: self.id,
            cause: self.cause,
            kind: self.kind.as_str().to_owned(),
            learner: self.learner.0,
            actor: self.actor.0,
            course: self.course.map(|id| id.0),
            edition: self.edition.map(|id| id.0),
            enrolment: self.enrolment.map(|id| id.0),
            unit: self.unit.clone(),
            session: self.session,
            at: millis(self.at),
            claimed_at: self.claimed_at.map(millis),
            source: self.source.as_str().to_owned(),
            version: self.version.map(|id| id.0),
            payload: self.payload.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FactKind, Source};

    #[test]
    fn every_word_is_read_back() {
        for kind in FactKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(*kind));
        }
        for source in Source::ALL {
            assert_eq!(source.as_str().parse(), Ok(*source));
        }
        assert!("guessed".parse::<FactKind>().is_err());
    }
}
