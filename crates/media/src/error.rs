//! What can go wrong with a file, by what the caller can do about it.

/// A refused or failed file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file of a type that is not served. Give another type.
    #[error("`{name}` is of a type that cannot be used here")]
    UnknownKind {
        /// The file's name.
        name: String,
    },
    /// The bytes are not what the name says. Save the file again in its own format.
    #[error("`{name}` does not hold what its name says")]
    Mismatch {
        /// The file's name.
        name: String,
    },
    /// More bytes or pixels than allowed. Make it smaller.
    #[error("`{name}` is too large: {what}")]
    TooLarge {
        /// The file's name.
        name: String,
        /// The measure and the limit.
        what: String,
    },
    /// No such blob.
    #[error("no such file")]
    NotFound,
    /// The disk failed.
    #[error("the blob store failed")]
    Io(#[from] std::io::Error),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}
