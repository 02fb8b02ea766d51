//! What the course engine decides, as pure functions.

pub mod catalogue;
pub mod difference;
pub mod fold;
pub(crate) mod foreign;
pub mod harmless;
pub mod live;
