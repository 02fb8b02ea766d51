//! The interface as a browser meets it: real servers, real requests, both databases.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

#[macro_use]
mod support;

mod attempts;
mod catalogue;
mod certificates;
mod demo;
mod facts;
mod guard;
mod imports;
mod keys;
mod matrix;
mod people;
mod rebuild;
mod sessions;
mod staff;
mod uploads;
