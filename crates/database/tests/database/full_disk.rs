use database::Error;
use futures::future::join_all;

use crate::support::{names, put, sql, sqlite};

/// A limit on pages is to SQLite what a full disk is.
#[tokio::test]
async fn a_full_disk_is_said_reads_go_on_and_space_heals_it() {
    let fresh = sqlite().await;
    let database = &fresh.database;
    let write = |name: String, size: usize| {
        let database = database.clone();
        async move {
            database
                .write(move |tx| {
                    let name = name.clone();
                    Box::pin(async move { put(tx, &name, &"x".repeat(size)).await })
                })
                .await
        }
    };
    write("before".to_owned(), 1).await.unwrap();
    sql(database, "PRAGMA max_page_count = 1").await;
    let results = join_all((0..20).map(|number| write(format!("big {number}"), 200_000))).await;
    let acknowledged = results.iter().filter(|result| result.is_ok()).count();
    assert!(results.iter().any(|result| matches!(result, Err(Error::Full))), "{results:?}");
    assert_eq!(names(database).await.len(), 1 + acknowledged, "nothing half-written");
    // Space returns.
    sql(database, "PRAGMA max_page_count = 1000000").await;
    write("after".to_owned(), 200_000).await.unwrap();
    assert!(names(database).await.contains(&"after".to_owned()));
}
