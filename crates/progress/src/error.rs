//! What can go wrong with learning, by what the caller can do about it.

use serde_json::Value;

/// A refused or failed use of learning.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such enrolment, unit, question or attempt, or it is somebody else's.
    #[error("not found")]
    NotFound,
    /// A rule said no; the code is stable and the interface has words for it.
    #[error("refused: {code}")]
    Refused {
        /// The rule's code.
        code: &'static str,
        /// What its sentence needs.
        params: Value,
    },
    /// Something in the request cannot be used.
    #[error("{pointer}: {code}")]
    Invalid {
        /// Where, as a JSON pointer.
        pointer: String,
        /// What is wrong with it.
        code: &'static str,
    },
    /// This person may not see that.
    #[error("not allowed")]
    Forbidden,
    /// Courses failed.
    #[error(transparent)]
    Courses(#[from] courses::Error),
    /// Accounts failed.
    #[error(transparent)]
    Accounts(#[from] accounts::Error),
    /// The ledger failed.
    #[error(transparent)]
    Ledger(#[from] ledger::Error),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}

impl From<accounts::Denied> for Error {
    fn from(_: accounts::Denied) -> Self {
        Self::Forbidden
    }
}
