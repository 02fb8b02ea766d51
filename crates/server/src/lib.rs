//! The program: settings, wiring, the worker, and the pages of the web application.
//!
//! Invariant: only here are settings read and services put together; no rule of the product stands here.

#![recursion_limit = "256"]

pub mod commands;
mod demo;
mod house;
mod jobs;
mod log;
mod run;
pub mod settings;
mod web;

pub use house::Parts;
pub use run::{Door, Running, listen, start, start_demo};
