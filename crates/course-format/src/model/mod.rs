//! A course as one value: structure once, every text once per language. Never holds the bytes of media, and never
//! depends on where a file lay: the folder form and the JSON form are two spellings of this value.

mod block;
mod by_locale;
mod condition;
mod course;
mod media;
mod normalise;
mod question;
mod texts;
mod unit;

pub use block::{Block, BlockKind, CalloutStyle, Chapter, Synthetic};
pub use by_locale::ByLocale;
pub use condition::{Condition, ScoreCondition};
pub use course::{AUDIENCES, Certificate, CompetenceTag, Completion, Course, Kind, Live, Module, Order, SECTORS};
pub use question::{Accept, Area, Gap, GapMode, Question, QuestionKind, Spot, WrongNumber, WrongText};
pub use texts::{Loose, Section, Texts};
pub use unit::{Pool, Quiz, Review, Unit, UnitType};

/// Settings that this version of the format does not know, kept as they were written so that nothing is lost.
/// A course with any of them cannot be published.
pub type Unknown = serde_json::Map<String, serde_json::Value>;

/// The version of the format that this crate reads and writes.
pub const FORMAT: u32 = 1;

/// True for a key or an id: lower-case letters, digits and hyphens, 1 to 64 characters, no hyphen at either end.
#[must_use]
pub fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
