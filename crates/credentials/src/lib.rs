//! Certificates: issuing, revoking, verifying, printing.
//!
//! Invariant: what a certificate says is frozen when it is issued; no upgrade re-dates or re-issues one. An enrolment has one
//! certificate for each rule, however often the job runs.

mod code;
mod error;
mod fields;
mod issue;
mod lists;
mod pdf;
mod queries;
mod revoke;
mod service;
mod verify;
mod views;

pub use code::{Code, NotACode};
pub use error::Error;
pub use pdf::Pdf;
pub use revoke::RevocationReason;
pub use service::{Counts, Credentials, Issuer};
pub use views::CertificateView;
