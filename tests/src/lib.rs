//! What the tests of all crates share: real servers, started for them and gone with them.

pub mod postgres;
