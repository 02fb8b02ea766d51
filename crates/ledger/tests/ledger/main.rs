//! The ledger with a small projection of its own, on SQLite and on PostgreSQL alike.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod append;
mod demo;
mod neighbours;
mod rebuild;
mod seals;
mod servers;
mod support;
