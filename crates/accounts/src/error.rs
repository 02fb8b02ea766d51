//! What can go wrong here, named by what the caller can do about it. Never carries a password, a token or a name.

use serde_json::Value;

/// One field that cannot be taken as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where it stands, as a JSON pointer (`/login`).
    pub pointer: &'static str,
    /// Stable and translated by the interface (`login-shape`).
    pub code: &'static str,
    /// Numbers that the message needs (`{"min": 8, "max": 128}`); `null` without any.
    pub params: Value,
}

/// Why a use case of this crate did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Mend the named fields and ask again. Never empty.
    #[error("{} field(s) cannot be taken as they are", .0.len())]
    Invalid(Vec<Problem>),
    /// Somebody has this login already; said alike for user names and e-mail addresses.
    #[error("the login is taken")]
    LoginTaken,
    /// No such login, another password, or a person who may not come in: deliberately one answer.
    #[error("the login or the password is another")]
    WrongLogin,
    /// Too many wrong guesses; ask again after so many seconds.
    #[error("too many wrong guesses; wait {retry_after_seconds} s")]
    TooManyGuesses {
        /// Seconds until the next guess is looked at, at least 1.
        retry_after_seconds: u64,
    },
    /// More sign-ins wait than the machine can hash soon; ask again in a moment.
    #[error("too many sign-ins at once")]
    Busy,
    /// The caller may not do this. Callers outside show it as an unknown address where knowing would already tell something.
    #[error(transparent)]
    Denied(#[from] crate::Denied),
    /// No such person.
    #[error("no such person")]
    NotFound,
    /// The database did not do it.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// The ledger did not take the audit event.
    #[error(transparent)]
    Ledger(#[from] ledger::Error),
    /// The machine refused something basic: random bytes, a thread, or a stored hash that nobody can read.
    #[error("the system is at fault: {0}")]
    System(String),
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        if matches!(error.sql_err(), Some(sea_orm::SqlErr::UniqueConstraintViolation(_))) {
            // The only unique value that a caller chooses is a login.
            return Self::LoginTaken;
        }
        Self::Database(error.into())
    }
}
