//! What can go wrong with certificates, named by what the caller can do about it.

use std::sync::Arc;

/// Why a use case of this crate did not happen.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// No certificate has that number, or it is no number of ours: deliberately one answer.
    #[error("no such certificate")]
    NotFound,
    /// It was revoked before.
    #[error("the certificate was revoked before")]
    AlreadyRevoked,
    /// Another certificate holds in its place, or its last day is over: there is nothing to revoke or to replace.
    #[error("the certificate does not hold any more")]
    NotValid,
    /// The holder's name is what the certificate says already.
    #[error("the certificate says so already")]
    Unchanged,
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
    /// The database did not do it.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// The ledger did not take the fact.
    #[error(transparent)]
    Ledger(#[from] ledger::Error),
    /// The document could not be drawn.
    #[error(transparent)]
    Print(#[from] print::Error),
    /// What was learned could not be read.
    #[error("what was learned could not be read: {0}")]
    Learning(Arc<progress::Error>),
    /// The holder could not be read.
    #[error("the holder could not be read: {0}")]
    Holder(Arc<accounts::Error>),
    /// The machine or the stored data is at fault.
    #[error("the system is at fault: {0}")]
    System(String),
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}

impl From<progress::Error> for Error {
    fn from(error: progress::Error) -> Self {
        Self::Learning(Arc::new(error))
    }
}

impl From<accounts::Error> for Error {
    fn from(error: accounts::Error) -> Self {
        Self::Holder(Arc::new(error))
    }
}
