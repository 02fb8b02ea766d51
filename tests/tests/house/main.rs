//! The services of the house together, in this process, over both databases: histories that rebuild to the same tables, moving to
//! a newer version, certificates and their states, courses that leave as they came.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod canonical;
mod certificates;
mod figures;
mod moving;
mod rebuild;
mod support;
