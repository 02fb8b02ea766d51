//! Up, down, up on both engines; a run cut short is taken up again; a newer database is left alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

async fn tables(connection: &DatabaseConnection) -> Vec<String> {
    let backend = connection.get_database_backend();
    let sql = if backend == DbBackend::Sqlite {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    } else {
        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name"
    };
    let rows = connection.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

async fn sql(connection: &DatabaseConnection, sql: &str) {
    connection.execute_unprepared(sql).await.unwrap();
}

async fn there_and_back(connection: DatabaseConnection) {
    assert_eq!(migrations::up(&connection).await.unwrap(), 12);
    assert_eq!(migrations::up(&connection).await.unwrap(), 0);
    let full = tables(&connection).await;
    assert_eq!(full.len(), 37, "{full:?}");
    sql(&connection, "INSERT INTO topic (name, counter) VALUES ('a', 1)").await;
    migrations::down(&connection).await.unwrap();
    assert_eq!(tables(&connection).await, ["seaql_migrations"]);
    assert_eq!(migrations::up(&connection).await.unwrap(), 12);
    assert_eq!(tables(&connection).await, full);

    // Killed after the tables were made and before that was noted.
    sql(&connection, "INSERT INTO topic (name, counter) VALUES ('a', 1)").await;
    sql(&connection, "DELETE FROM seaql_migrations WHERE version IN ('m0011_no_hints', 'm0012_list_indexes')").await;
    assert_eq!(migrations::status(&connection).await.unwrap().iter().filter(|step| step.applied).count(), 10);
    assert_eq!(migrations::up(&connection).await.unwrap(), 2);
    assert_eq!(tables(&connection).await, full);

    sql(&connection, "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_future', 0)").await;
    assert!(matches!(migrations::up(&connection).await, Err(migrations::Error::Newer(name)) if name == "m9999_future"));
}

#[tokio::test]
async fn on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}?mode=rwc", folder.path().join("aulari.db").display());
    there_and_back(sea_orm::Database::connect(url).await.unwrap()).await;
}

#[tokio::test]
async fn on_postgres() {
    let url = tests::postgres::fresh_database().unwrap();
    there_and_back(sea_orm::Database::connect(url).await.unwrap()).await;
}
