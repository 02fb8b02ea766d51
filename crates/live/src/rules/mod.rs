//! Decisions without input or output: plain values in, time included, plain values out.

pub(crate) mod hour;
pub(crate) mod planning;
