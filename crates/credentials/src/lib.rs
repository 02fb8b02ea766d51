//! Certificates: issued once for what a learner finished, checked by anybody who has the number, revoked in public.
//!
//! Invariant: what a certificate says is frozen when it is issued; its page and its document are drawn from that and from the
//! version of the template of that day, for ever. A certificate is never dated anew and never edited.

mod error;
mod fields;
mod frozen;
mod issue;
mod lists;
mod number;
mod pdf;
mod queries;
mod replace;
mod revoke;
mod service;
mod templates;
mod verify;
mod views;

pub use error::Error;
pub use fields::Fields;
pub use lists::Counts;
pub use number::Number;
pub use pdf::Pdf;
pub use revoke::RevocationReason;
pub use service::{Credentials, Issuer, Settings, TOPIC};
pub use views::{CertificateView, CompetenceView, DaysView, HoursView, IssuerView};
