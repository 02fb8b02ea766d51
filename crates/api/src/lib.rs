//! The REST interface: routes, wire types, who is asking, and what an error is told as.
//!
//! Invariant: a route translates and decides nothing; it has no way to the database. Everything unsafe asks for our own
//! origin and for JSON; every answer carries the security headers.

mod answer;
mod error;
mod extract;
mod fallback;
mod guard;
mod openapi;
mod passed;
mod repeat;
mod routes;
mod shared;
mod state;
mod words;

pub use error::{ApiError, Problem};
pub use extract::browser_language;
pub use fallback::{no_route, wrong_method};
pub use guard::{Gate, Pace, TrustedProxies, UnknownProxy, current_request, front_door};
pub use openapi::document;
pub use routes::{CourseAnswer, ask_catalogue, ask_certificate, catalogue_address, certificate_now, configure};
pub use shared::{Prepared, SharedAnswers};
pub use state::{Demo, DemoPerson, DemoSamples, House, Site, Words};
