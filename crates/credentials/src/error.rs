//! What can go wrong with certificates, by what the caller can do about it.

/// A refused or failed use of certificates.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such certificate.
    #[error("no such certificate")]
    NotFound,
    /// It is revoked already.
    #[error("the certificate is revoked already")]
    AlreadyRevoked,
    /// A cursor that this list did not give, or a field that cannot be used.
    #[error("{0} cannot be used")]
    Invalid(&'static str),
    /// Learning failed.
    #[error(transparent)]
    Progress(#[from] progress::Error),
    /// Accounts failed.
    #[error(transparent)]
    Accounts(#[from] accounts::Error),
    /// The ledger failed.
    #[error(transparent)]
    Ledger(#[from] ledger::Error),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// The document could not be drawn.
    #[error(transparent)]
    Print(#[from] print::Error),
    /// The machine refused something basic.
    #[error("the system is at fault: {0}")]
    System(String),
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::System(error.to_string())
    }
}
