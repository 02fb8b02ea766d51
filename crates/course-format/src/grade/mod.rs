//! Grades answers and finds the words for them. Pure: the same question and answer give the same verdict, always, and
//! no answer, however odd, makes it stumble.

mod answer;
mod draw;
mod feedback;
mod number;
mod text;
mod verdict;

pub use answer::Answer;
pub use draw::{draw, percent};
pub use feedback::{Feedback, FeedbackPart, feedback};
pub use number::{number_matches, parse_number, readings};
pub use text::text_matches;
pub use verdict::{PartVerdict, Verdict, grade, solution};
