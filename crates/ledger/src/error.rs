//! What can go wrong with the ledger. A refusal is not among it.

use sea_orm::DbErr;

/// The ledger could not do what was asked.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The database failed; its variant says what to do about it.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// A projection failed in a way that is not the database's.
    #[error("the projection `{projection}` failed: {reason}")]
    Projection {
        /// Which one.
        projection: String,
        /// In words, without people's data.
        reason: String,
    },
    /// Facts went on causing facts without end: a fault in a projection.
    #[error("facts caused facts without end, the last of kind `{0}`")]
    Endless(&'static str),
    /// A stored fact cannot be read by this program.
    #[error("a stored fact cannot be read: {0}")]
    Unreadable(String),
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        Self::Database(error.into())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}
