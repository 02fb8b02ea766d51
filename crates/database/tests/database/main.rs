//! The doors to the data, on SQLite and on PostgreSQL alike.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod jobs;
mod once;
mod schema;
mod support;
mod topics;
mod writes;
