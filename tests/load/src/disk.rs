//! The baseline of the disk: SQLite by itself with the program's settings (WAL, synchronous FULL), one transaction after
//! another on one connection. Each is one prepared statement that commits itself: nothing less would be durable.

use std::path::Path;
use std::time::{Duration, Instant};

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{self, AssertSqlSafe, Connection};
use uuid::Uuid;

use crate::Outcome;

/// A database of its own beside the program's, on the same disk.
pub(crate) struct Disk {
    connection: SqliteConnection,
}

/// About as long as a fact is.
const ROW: &str = r#"{"block":"five-signs","seconds":47,"unit":"the-five-signs","kind":"progressed"}"#;

impl Disk {
    pub(crate) async fn open(folder: &Path) -> Outcome<Self> {
        let options = SqliteConnectOptions::new()
            .filename(folder.join("bare.db"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        let mut connection = SqliteConnection::connect_with(&options).await?;
        sqlx::query("CREATE TABLE bare (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, text TEXT)")
            .execute(&mut connection)
            .await?;
        Ok(Self { connection })
    }

    /// Rows a second when each transaction writes so many, for a time.
    pub(crate) async fn rows(&mut self, each: usize, time: Duration) -> Outcome<f64> {
        let sql = format!("INSERT INTO bare (id, text) VALUES {}", vec!["(?, ?)"; each].join(", "));
        let began = Instant::now();
        let mut transactions = 0_u32;
        while began.elapsed() < time {
            let mut insert = sqlx::query(AssertSqlSafe(sql.as_str()));
            for _ in 0..each {
                insert = insert.bind(Uuid::now_v7().into_bytes().to_vec()).bind(ROW);
            }
            insert.execute(&mut self.connection).await?;
            transactions += 1;
        }
        #[expect(clippy::cast_precision_loss, reason = "1 or 100")]
        Ok(f64::from(transactions) * each as f64 / began.elapsed().as_secs_f64())
    }
}
