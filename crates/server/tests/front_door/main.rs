//! The front door over real sockets: what is refused and how, what is answered twice alike, who is slowed down, what is kept.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod commands;
mod limits;
mod log;
mod refusals;
mod repeats;
mod shared;
mod slow;
mod support;
