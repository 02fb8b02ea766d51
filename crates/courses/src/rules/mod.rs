//! What the course engine decides, as pure functions.

pub mod catalogue;
pub mod difference;
pub mod fold;
pub mod harmless;
pub mod live;
