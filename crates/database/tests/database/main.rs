//! The doors to the data, on SQLite and on PostgreSQL alike.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod jobs;
mod once;
mod schema;
mod support;
mod topics;
mod writes;
