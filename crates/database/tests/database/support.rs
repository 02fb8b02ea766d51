//! A fresh, migrated database of each engine.

use std::sync::Arc;

use database::{Database, Error, Settings, Tx};
use sea_orm::{ConnectionTrait, EntityTrait};
use vocabulary::{FixedClock, from_millis};

/// An open database that goes away with the test.
pub(crate) struct Fresh {
    pub(crate) database: Database,
    pub(crate) settings: Settings,
    pub(crate) clock: Arc<FixedClock>,
    _folder: tempfile::TempDir,
}

pub(crate) async fn sqlite() -> Fresh {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings::sqlite(&folder.path().join("aulari.db"));
    open(settings, folder).await
}

pub(crate) async fn postgres() -> Fresh {
    let settings = Settings::postgres(tests::postgres::fresh_database().unwrap());
    open(settings, tempfile::tempdir().unwrap()).await
}

async fn open(settings: Settings, folder: tempfile::TempDir) -> Fresh {
    let clock = Arc::new(FixedClock::at(from_millis(1_800_000_000_000)));
    let database = Database::open_with(&settings, clock.clone()).await.unwrap();
    migrations::up(&database.writer()).await.unwrap();
    Fresh { database, settings, clock, _folder: folder }
}

/// Makes one test for each engine out of an async function that takes a [`Fresh`].
macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod on_sqlite { $(#[tokio::test] async fn $name() { super::$name(crate::support::sqlite().await).await })* }
        mod on_postgres { $(#[tokio::test] async fn $name() { super::$name(crate::support::postgres().await).await })* }
    };
}
pub(crate) use on_both;

/// Writes one setting: a row like any other.
pub(crate) async fn put(tx: &Tx, name: &str, value: &str) -> Result<(), Error> {
    use database::entity::setting;
    use sea_orm::ActiveValue::Set;
    let row = setting::ActiveModel { name: Set(name.to_owned()), value: Set(value.to_owned()) };
    setting::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

pub(crate) async fn names(database: &Database) -> Vec<String> {
    let mut names: Vec<String> = database::entity::setting::Entity::find()
        .all(database.read())
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.name)
        .collect();
    names.sort();
    names
}

pub(crate) async fn sql(database: &Database, sql: &str) {
    database.writer().execute_unprepared(sql).await.unwrap();
}
