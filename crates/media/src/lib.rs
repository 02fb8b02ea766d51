//! Blobs: pictures, sound, film and files to take home, kept by the hash of their bytes in the data folder.
//!
//! Invariant: a blob's name is the hash of its content, so a blob never changes and is never written twice. The file is
//! on disk, synced, before any row speaks of it.

mod drawing;
mod error;
mod kind;
mod limits;
mod queries;
mod store;

pub use error::Error;
pub use kind::Kind;
pub use limits::Limits;
pub use queries::{find, record};
pub use store::{Blob, Store};
