//! Documents to PDF. Every page keeps PDF/A-2a (archives) and PDF/UA-1 (readers of screens), checked while it is written.
//!
//! Invariant: what people wrote reaches a template as data, never as markup; nothing is read from the machine.

pub mod certificate;
mod error;
mod fonts;
mod qr;
mod render;
mod world;

pub use error::Error;
pub use render::{Document, Template, render};
