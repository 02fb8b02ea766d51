//! The crate from outside: properties of all courses and answers, the sample courses, courses that nobody here wrote.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod any_course;
mod broken;
mod corpus;
mod dialects;
mod grading;
mod lessons;
mod presenting;
mod round_trip;
mod samples;
mod support;
mod whole;
