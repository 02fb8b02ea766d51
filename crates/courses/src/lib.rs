//! The course engine: import, draft, publish, outline, catalogue, editions and their dates.
//!
//! Invariant: a published version never changes. What people read is made once, at publishing, for each unit and language;
//! a key to a question never leaves this house.

mod access;
mod body;
mod calendar;
mod cards;
mod catalogue;
mod content;
mod error;
mod export;
mod files;
mod import;
mod outline;
pub mod pack;
mod page;
mod publish;
mod queries;
mod refusal;
mod room;
mod rules;
mod service;
mod shelf;
mod shelf_cache;
mod studio;
pub mod unpack;
pub mod views;

pub use access::Editor;
pub use body::Body;
pub use catalogue::CatalogueQuery;
pub use error::Error;
pub use files::Media;
pub use import::{Imported, LeftOut};
pub use publish::Publisher;
pub use refusal::{Foreign, Refusal, Why};
pub use rules::catalogue::Filters;
pub use rules::difference::{ChangedUnit, Difference, difference};
pub use service::Courses;
pub use shelf::{CourseName, OnShelf, PublishedVersion};
pub use studio::QuestionPlace;
