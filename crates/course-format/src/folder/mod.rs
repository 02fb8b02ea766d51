//! The folder form of a course: Markdown and TOML in, a course out, and back. Never touches a disk: files come and go as
//! a map from path to bytes. Reading what was written gives the same course; writing what was read gives the same bytes,
//! once the folder is canonical.

pub(crate) mod names;
mod read;
mod read_block;
mod read_course;
mod read_question;
pub(crate) mod sections;
mod toml_in;
mod toml_out;
mod write;
mod write_block;
mod write_question;

use std::collections::BTreeMap;

/// The files of a course: path from its folder, with `/`, and bytes. Media files may stand with empty bytes where only
/// their presence matters.
pub type Files = BTreeMap<String, Vec<u8>>;

pub use names::rooted;
pub use read::read;
pub(crate) use read::read_laid_out;
pub use write::write;
