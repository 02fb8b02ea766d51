//! The ledger with a small projection of its own, on SQLite and on PostgreSQL alike.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod append;
mod demo;
mod neighbours;
mod rebuild;
mod seals;
mod servers;
mod support;
