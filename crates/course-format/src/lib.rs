//! Courses as files and as values: reads and writes the folder form, says what is wrong with a course and where, counts
//! its minutes, renders its texts, shows a player what it may see and grades answers. Pure: no file, clock or network is
//! ever touched, nothing panics, and problems are collected, never thrown.

pub mod check;
mod files;
mod fold;
pub mod folder;
pub mod grade;
pub mod lessons;
mod markdown;
pub mod minutes;
pub mod model;
mod nearest;
pub mod paths;
pub mod present;
pub mod problem;
pub mod render;

pub use check::{Checked, check, check_folder};
pub use files::{MediaFiles, Pixels};
pub use fold::fold;
pub use folder::{Files, read, rooted, write};
pub use grade::{Answer, Feedback, Verdict, feedback, grade};
pub use lessons::{Imported, Note, import};
pub use model::Course;
pub use present::{UnitContent, hint, present, present_block};
pub use problem::{Code, Place, Problem, Severity};
