//! Opening the pools with the options that keep data safe. Never opens an engine that could corrupt it.

use std::time::Duration;

use sea_orm::sqlx::Connection as _;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use crate::Error;

/// Where the data is.
#[derive(Clone, Debug)]
pub struct Settings {
    /// `sqlite:PATH` (a file, made when missing) or `postgres://...`.
    pub url: String,
    /// A replica for `read_stale`; PostgreSQL only.
    pub read_url: Option<String>,
}

impl Settings {
    /// SQLite in the given file.
    #[must_use]
    pub fn sqlite(path: &std::path::Path) -> Self {
        Self { url: format!("sqlite:{}", path.display()), read_url: None }
    }

    /// PostgreSQL at the given address, no replica.
    #[must_use]
    pub fn postgres(url: impl Into<String>) -> Self {
        Self { url: url.into(), read_url: None }
    }
}

/// What [`open`] gives.
pub(crate) struct Opened {
    pub(crate) backend: DbBackend,
    pub(crate) read: DatabaseConnection,
    pub(crate) stale: DatabaseConnection,
    pub(crate) writer: DatabaseConnection,
}

/// The oldest SQLite that does not corrupt under concurrent checkpoints.
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);
/// Readers of SQLite; each has a thread of its own.
const SQLITE_READERS: u32 = 6;
/// Connections to PostgreSQL for reading and as many again for writing.
const POSTGRES_CONNECTIONS: u32 = 16;
/// How many prepared statements a connection keeps: many-row statements have one text for each number of rows.
const STATEMENTS: usize = 1024;
/// How long a connection waits for another process's lock.
const BUSY: Duration = Duration::from_secs(5);

/// Opens the pools that the address asks for.
pub(crate) async fn open(settings: &Settings) -> Result<Opened, Error> {
    if settings.url.starts_with("sqlite:") {
        let writer = sqlite_writer(settings).await?;
        check_version(&writer).await?;
        let read = sqlite(settings, SQLITE_READERS, |options| options.pragma("query_only", "ON")).await?;
        Ok(Opened { backend: DbBackend::Sqlite, stale: read.clone(), read, writer })
    } else if settings.url.starts_with("postgres:") || settings.url.starts_with("postgresql:") {
        let writer = postgres(&settings.url, false).await?;
        let read = postgres(&settings.url, true).await?;
        let stale = match &settings.read_url {
            Some(url) => postgres(url, true).await?,
            None => read.clone(),
        };
        Ok(Opened { backend: DbBackend::Postgres, read, stale, writer })
    } else {
        Err(Error::Address)
    }
}

/// The one connection that writes to SQLite.
pub(crate) async fn sqlite_writer(settings: &Settings) -> Result<DatabaseConnection, Error> {
    // The log is cut back to this size after a checkpoint, so that one big import does not leave a big file for ever.
    sqlite(settings, 1, |options| options.create_if_missing(true).pragma("journal_size_limit", "67108864")).await
}

/// A pool of connections to SQLite, with what `more` adds to their options.
pub(crate) async fn sqlite(
    settings: &Settings,
    connections: u32,
    more: impl Fn(SqliteConnectOptions) -> SqliteConnectOptions + Send + Sync + 'static,
) -> Result<DatabaseConnection, Error> {
    let mut options = quiet(&settings.url);
    options.max_connections(connections).min_connections(1);
    // Set here and nowhere else: a PRAGMA sent later would reach one connection of the pool only.
    options.map_sqlx_sqlite_opts(move |options| {
        more(options)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(BUSY)
            .statement_cache_capacity(STATEMENTS)
            .pragma("temp_store", "MEMORY")
            .pragma("cache_size", "-16000")
    });
    sea_orm::Database::connect(options).await.map_err(unreachable)
}

async fn postgres(url: &str, read_only: bool) -> Result<DatabaseConnection, Error> {
    let mut options = quiet(url);
    options
        .max_connections(POSTGRES_CONNECTIONS)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire_if_idle_for(Duration::from_secs(30));
    options.map_sqlx_postgres_opts(move |options| {
        options.application_name("aulari").statement_cache_capacity(STATEMENTS).options([
            ("default_transaction_isolation", "read committed"),
            ("default_transaction_read_only", if read_only { "on" } else { "off" }),
            ("idle_in_transaction_session_timeout", "30s"),
        ])
    });
    // A connection that somehow came back with an open transaction is thrown away, never handed on.
    options.map_sqlx_postgres_before_acquire(|connection, _| {
        let clean = !connection.is_in_transaction();
        Box::pin(async move { Ok(clean) })
    });
    sea_orm::Database::connect(options).await.map_err(unreachable)
}

fn quiet(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .record_stmt_in_spans(false)
        .test_before_acquire(false)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>);
    options
}

fn unreachable(error: sea_orm::DbErr) -> Error {
    Error::Unavailable(error.to_string())
}

async fn check_version(connection: &DatabaseConnection) -> Result<(), Error> {
    let statement = Statement::from_string(DbBackend::Sqlite, "SELECT sqlite_version()");
    let row = connection.query_one_raw(statement).await?;
    let found: String = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
    if is_safe(&found) { Ok(()) } else { Err(Error::Outdated { found }) }
}

/// Whether a version of SQLite is new enough to be trusted.
fn is_safe(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or_default());
    let mut next = || parts.next().unwrap_or_default();
    (next(), next(), next()) >= OLDEST_SQLITE
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn old_engines_are_refused() {
        assert!(is_safe("3.51.3") && is_safe("3.52.0") && is_safe("4.0.0"));
        assert!(!is_safe("3.51.2") && !is_safe("3.40.1") && !is_safe(""));
    }
}
