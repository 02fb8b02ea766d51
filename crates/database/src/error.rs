//! What can go wrong, named by what the caller can do about it. Never carries a person's data on purpose.

use sea_orm::{DbErr, RuntimeErr, SqlErr, sqlx};

/// A database that did not do what was asked.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The disk or the quota is full: reads go on; try again when there is space.
    #[error("there is no space left for the database")]
    Full,
    /// The database cannot be reached or is too busy: try again later.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// A row with the same key exists already.
    #[error("the row exists already: {0}")]
    Conflict(String),
    /// The idempotency key was used before for another request.
    #[error("the idempotency key belongs to another request")]
    KeyReused,
    /// The SQLite engine is too old to be trusted with data.
    #[error("SQLite {found} can corrupt data under concurrent checkpoints; 3.51.3 or newer is needed")]
    Outdated {
        /// The version found.
        found: String,
    },
    /// The address of the database is not one we know.
    #[error("the database address must begin with `sqlite:` or `postgres:`")]
    Address,
    /// The code inside a transaction panicked; the transaction was rolled back.
    #[error("the work inside the transaction stopped unexpectedly")]
    Panicked,
    /// A stored value could not be written or read as JSON.
    #[error("a stored value is not what it should be: {0}")]
    Json(String),
    /// Any other refusal by the database: a fault in the program.
    #[error("the database refused: {0}")]
    Database(DbErr),
}

impl Error {
    /// What a caller outside can do about it, as a word: `full`, `unavailable`, `key-reused`, `conflict` or `fault`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Unavailable(_) => "unavailable",
            Self::KeyReused => "key-reused",
            Self::Conflict(_) => "conflict",
            Self::Outdated { .. } | Self::Address | Self::Panicked | Self::Json(_) | Self::Database(_) => "fault",
        }
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        if let Some(SqlErr::UniqueConstraintViolation(message)) = error.sql_err() {
            return Self::Conflict(message);
        }
        match Cause::of(&error) {
            Cause::Full => Self::Full,
            Cause::Away | Cause::Again | Cause::FlushFailed => Self::Unavailable(error.to_string()),
            Cause::Other => Self::Database(error),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error.to_string())
    }
}

/// What lies behind a [`DbErr`], as far as it changes what happens next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// No space.
    Full,
    /// Unreachable, locked, read-only or failing hardware.
    Away,
    /// PostgreSQL asks for the transaction to be run again (deadlock, serialisation).
    Again,
    /// The operating system could not flush: what is on disk is unknown.
    FlushFailed,
    /// Anything else.
    Other,
}

impl Cause {
    /// Reads the engine's own code.
    pub(crate) fn of(error: &DbErr) -> Self {
        let inner = match error {
            DbErr::ConnectionAcquire(_) => return Self::Away,
            DbErr::Conn(RuntimeErr::SqlxError(inner))
            | DbErr::Exec(RuntimeErr::SqlxError(inner))
            | DbErr::Query(RuntimeErr::SqlxError(inner)) => inner,
            _ => return Self::Other,
        };
        match inner.as_ref() {
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::Tls(_) => Self::Away,
            sqlx::Error::Database(engine) => {
                let code = engine.code().unwrap_or_default();
                if engine.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some() {
                    Self::of_sqlite(code.parse().unwrap_or_default())
                } else {
                    Self::of_postgres(&code)
                }
            }
            _ => Self::Other,
        }
    }

    /// SQLite's extended result codes (sqlite.org/rescode.html).
    fn of_sqlite(code: i32) -> Self {
        const FSYNC: i32 = 1034;
        const DIR_FSYNC: i32 = 1290;
        match (code, code & 0xff) {
            (FSYNC | DIR_FSYNC, _) => Self::FlushFailed,
            (_, 13) => Self::Full,
            // busy, locked, out of memory, read-only, interrupted, input/output, corrupt, cannot open, not a database
            (_, 5 | 6 | 7 | 8 | 9 | 10 | 11 | 14 | 26) => Self::Away,
            _ => Self::Other,
        }
    }

    /// PostgreSQL's SQLSTATE codes (appendix A of its manual).
    fn of_postgres(code: &str) -> Self {
        match code {
            "40001" | "40P01" => Self::Again,
            "53100" => Self::Full,
            "25006" | "55P03" => Self::Away,
            _ if ["08", "53", "57", "58"].iter().any(|class| code.starts_with(class)) => Self::Away,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Cause;

    #[test]
    fn the_codes_that_change_what_happens_next_are_told_apart() {
        assert_eq!(Cause::of_sqlite(13), Cause::Full);
        assert_eq!(Cause::of_sqlite(1034), Cause::FlushFailed);
        assert_eq!(Cause::of_sqlite(778), Cause::Away, "a failed write");
        assert_eq!(Cause::of_sqlite(2067), Cause::Other, "a unique key is judged elsewhere");
        assert_eq!(Cause::of_postgres("40P01"), Cause::Again);
        assert_eq!(Cause::of_postgres("53100"), Cause::Full);
        assert_eq!(Cause::of_postgres("57P01"), Cause::Away);
        assert_eq!(Cause::of_postgres("42601"), Cause::Other);
    }
}
