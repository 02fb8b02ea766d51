//! Grades answers. Pure: the same question and answer give the same verdict, always.

mod number;
mod text;

pub use number::{number_matches, parse_number};
pub use text::text_matches;
