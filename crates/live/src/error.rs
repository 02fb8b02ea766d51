//! What can go wrong with sessions, by what the caller can do about it.

use serde_json::Value;

/// A refused or failed use of sessions.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such session, room or seat.
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
    /// A field cannot be taken as it is.
    #[error("{pointer}: {code}")]
    Invalid {
        /// Which, as a JSON pointer.
        pointer: &'static str,
        /// Why, as a stable code.
        code: &'static str,
    },
    /// The list never gave such a cursor.
    #[error("the list never gave such a cursor")]
    Cursor,
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

impl Error {
    /// A rule said no, and its sentence needs nothing.
    pub(crate) fn refused(code: &'static str) -> Self {
        Self::Refused { code, params: Value::Null }
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}
