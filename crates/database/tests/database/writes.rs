use std::sync::Arc;

use database::{Database, Error};
use futures::future::join_all;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait};
use tokio::sync::Barrier;

use crate::support::{Fresh, names, on_both, postgres, put, sql};

on_both!(
    a_failing_call_hurts_nobody,
    a_refusal_before_writing_leaves_the_rest_in_place,
    readers_cannot_write,
    rows_go_in_by_the_thousand,
);

/// 200 writers at once; some fail after they have written, some panic, some break a key.
async fn a_failing_call_hurts_nobody(fresh: Fresh) {
    let database = fresh.database;
    database.write(|tx| Box::pin(async move { put(tx, "taken", "").await })).await.unwrap();
    let results = join_all((0..200).map(|number| {
        let database = database.clone();
        async move {
            database
                .write(move |tx| {
                    Box::pin(async move {
                        put(tx, &format!("row {number:03}"), "").await?;
                        match number {
                            n if n % 7 == 0 => Err(Error::KeyReused),
                            n if n % 11 == 0 => panic!("as planned"),
                            n if n % 13 == 0 => put(tx, "taken", "").await,
                            _ => Ok(()),
                        }
                    })
                })
                .await
        }
    }))
    .await;
    let mut expected = vec!["taken".to_owned()];
    for (number, result) in results.iter().enumerate() {
        match number {
            n if n % 7 == 0 => assert!(matches!(result, Err(Error::KeyReused)), "{n}: {result:?}"),
            n if n % 11 == 0 => assert!(matches!(result, Err(Error::Panicked)), "{n}: {result:?}"),
            n if n % 13 == 0 => assert!(matches!(result, Err(Error::Conflict(_))), "{n}: {result:?}"),
            n => {
                assert!(result.is_ok(), "{n}: {result:?}");
                expected.push(format!("row {n:03}"));
            }
        }
    }
    expected.sort();
    assert_eq!(names(&database).await, expected);
}

async fn a_refusal_before_writing_leaves_the_rest_in_place(fresh: Fresh) {
    let database = fresh.database;
    let results = join_all((0..50).map(|number| {
        let database = database.clone();
        async move {
            database
                .write(move |tx| {
                    Box::pin(async move {
                        let there = database::entity::setting::Entity::find_by_id("no such row").one(tx).await?;
                        if there.is_none() && number % 2 == 0 {
                            return Err(Error::KeyReused);
                        }
                        put(tx, &format!("row {number:02}"), "").await
                    })
                })
                .await
        }
    }))
    .await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 25);
    assert_eq!(names(&database).await.len(), 25);
}

async fn readers_cannot_write(fresh: Fresh) {
    let refused = fresh.database.read().execute_unprepared("INSERT INTO setting (name, value) VALUES ('a', 'b')").await;
    assert!(refused.is_err());
    assert!(names(&fresh.database).await.is_empty());
}

async fn rows_go_in_by_the_thousand(fresh: Fresh) {
    let database = fresh.database;
    let rows = |value: &'static str| {
        (0..1234).map(|number: i32| vec![format!("row {number:04}").into(), value.into()]).collect::<Vec<_>>()
    };
    for value in ["old", "new"] {
        database
            .write(move |tx| {
                let conflict = database::Conflict::Replace(&["name"]);
                Box::pin(async move {
                    database::insert_rows(tx, "setting", &["name", "value"], conflict, rows(value)).await
                })
            })
            .await
            .unwrap();
    }
    let all = database::entity::setting::Entity::find().all(database.read()).await.unwrap();
    assert_eq!(all.len(), 1234);
    assert!(all.iter().all(|row| row.value == "new"));
}

/// Two transactions take two rows in opposite orders: the engine ends one, and it is run again.
#[tokio::test]
async fn a_deadlock_is_run_again_on_postgres() {
    let fresh = postgres().await;
    let database = fresh.database.clone();
    sql(&database, "INSERT INTO setting (name, value) VALUES ('a', ''), ('b', '')").await;
    let both_hold_one = Arc::new(Barrier::new(2));
    let update = |first: &'static str, second: &'static str, database: Database| {
        let barrier = both_hold_one.clone();
        let runs = Arc::new(std::sync::atomic::AtomicUsize::new(0));
        async move {
            database
                .write(move |tx| {
                    let (barrier, runs) = (barrier.clone(), runs.clone());
                    Box::pin(async move {
                        let add = |name: &str| format!("UPDATE setting SET value = value || 'x' WHERE name = '{name}'");
                        tx.execute_unprepared(&add(first)).await?;
                        if runs.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0 {
                            barrier.wait().await;
                        }
                        tx.execute_unprepared(&add(second)).await?;
                        Ok::<_, Error>(())
                    })
                })
                .await
        }
    };
    let (one, other) = tokio::join!(update("a", "b", database.clone()), update("b", "a", database.clone()));
    one.unwrap();
    other.unwrap();
    let rows = database::entity::setting::Entity::find().all(database.read()).await.unwrap();
    assert!(rows.iter().all(|row| row.value == "xx"), "{rows:?}");
    assert_eq!(database.backend(), DbBackend::Postgres);
}
