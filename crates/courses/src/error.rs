//! What can go wrong with a course, by what the caller can do about it.

/// A refused or failed use of the course engine.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such course, version, unit or file, or not for this person.
    #[error("no such course")]
    NotFound,
    /// This person may not do that.
    #[error("not allowed")]
    Forbidden,
    /// The folder or archive itself is refused. Mend it as the message says.
    #[error("{0}")]
    Source(crate::Refusal),
    /// No course can be made of the files. Mend what the problems say.
    #[error("no course can be made of these files")]
    Unreadable(Vec<course_format::Problem>),
    /// The check found something that blocks: mend it first.
    #[error("the course cannot be published: {0} findings block it")]
    NotPublishable(usize),
    /// The version changes questions, keys or rules: publish it as a change that is not harmless.
    #[error("the change is not harmless")]
    HarmlessRefused,
    /// The version is not a draft any more.
    #[error("the version is published already")]
    Stale,
    /// A media file was refused.
    #[error(transparent)]
    Media(#[from] media::Error),
    /// A cursor that this list did not give.
    #[error("unknown cursor")]
    Cursor,
    /// A filter with a value that no course can have.
    #[error("no course can have this {0}")]
    Filter(&'static str),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// A stored document could not be read back.
    #[error("a stored document cannot be read")]
    Document(#[from] serde_json::Error),
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}
