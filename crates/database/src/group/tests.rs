//! A limit on pages is to SQLite what a full disk is.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use futures::future::join_all;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use vocabulary::SystemClock;

use super::{Group, Opener};
use crate::signals::Signals;
use crate::{Error, Settings, connect};

async fn count(group: &Group) -> i64 {
    let sql = Statement::from_string(DbBackend::Sqlite, "SELECT COUNT(*) FROM rows");
    group.connection().query_one_raw(sql).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

async fn insert(group: &Group, size: usize) -> Result<(), Error> {
    group
        .write(move |tx| {
            Box::pin(async move {
                // Two rows in one call: both are there or none.
                for _ in 0..2 {
                    tx.execute_unprepared(&format!("INSERT INTO rows VALUES (zeroblob({size}))")).await?;
                }
                Ok(())
            })
        })
        .await
}

#[tokio::test]
async fn a_full_disk_is_said_nothing_is_half_written_and_space_heals_it() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings::sqlite(&folder.path().join("aulari.db"));
    let pages = Arc::new(AtomicU32::new(100));
    let limit = Arc::clone(&pages);
    let open: Opener = Box::new(move || {
        let (settings, limit) = (settings.clone(), limit.load(Ordering::SeqCst).to_string());
        Box::pin(async move {
            let more = move |options: sea_orm::sqlx::sqlite::SqliteConnectOptions| {
                options.create_if_missing(true).pragma("max_page_count", limit.clone())
            };
            connect::sqlite(&settings, 1, more).await
        })
    });
    let connection = open().await.unwrap();
    connection.execute_unprepared("CREATE TABLE rows (content BLOB)").await.unwrap();
    let group = Group::start(connection, open, Arc::new(Signals::default()), Arc::new(SystemClock));

    let results = join_all((0..20).map(|_| insert(&group, 50_000))).await;
    let written = results.iter().filter(|result| result.is_ok()).count();
    assert!((1..20).contains(&written), "there is room for some: {results:?}");
    assert!(results.iter().all(|result| matches!(result, Ok(()) | Err(Error::Full))), "{results:?}");
    let rows = count(&group).await;
    assert_eq!(rows, 2 * i64::try_from(written).unwrap());

    // Space returns.
    pages.store(10_000, Ordering::SeqCst);
    group.connection().execute_unprepared("PRAGMA max_page_count = 10000").await.unwrap();
    let results = join_all((0..20).map(|_| insert(&group, 50_000))).await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(count(&group).await, rows + 40);
}
