//! What the platform decides about learning, as pure functions: plain values in, time included, plain values out.

pub mod availability;
pub mod badges;
pub mod completion;
pub mod points;
pub mod reviews;
pub mod rhythm;
