//! The front door over real sockets: what is refused and how, what is answered twice alike, who is slowed down, what is kept.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod commands;
mod limits;
mod log;
mod refusals;
mod repeats;
mod shared;
mod slow;
mod support;
