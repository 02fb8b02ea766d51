//! The REST interface: routes, wire types, who is asking, and what an error is told as.
//!
//! Invariant: a route translates and decides nothing; it has no way to the database. Everything unsafe asks for our own
//! origin and for JSON; every answer carries the security headers.

mod answer;
mod error;
mod extract;
mod guard;
mod openapi;
mod routes;
mod state;

pub use error::{ApiError, Problem};
pub use guard::{Headers, OwnOrigin};
pub use openapi::document;
pub use routes::configure;
pub use state::{Demo, DemoPerson, DemoSamples, House, Site, Words};
