//! A fresh ledger of each engine, and short ways to say what happened.

use std::sync::Arc;

use database::{Database, Settings};
use ledger::{Fact, FactKind, Ledger, Outcome, Proposal, Reaction};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, Statement};
use serde_json::Value;
use vocabulary::{FixedClock, SubjectId, from_millis};

use crate::demo::{CREATE, Demo, TABLES};

pub(crate) struct Fresh {
    pub(crate) ledger: Ledger,
    pub(crate) settings: Settings,
    pub(crate) clock: Arc<FixedClock>,
    _folder: tempfile::TempDir,
}

pub(crate) async fn sqlite() -> Fresh {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings::sqlite(&folder.path().join("aulari.db"));
    fresh(settings, folder).await
}

pub(crate) async fn postgres() -> Fresh {
    let settings = Settings::postgres(tests::postgres::fresh_database().unwrap());
    fresh(settings, tempfile::tempdir().unwrap()).await
}

async fn fresh(settings: Settings, folder: tempfile::TempDir) -> Fresh {
    let clock = Arc::new(FixedClock::at(from_millis(1_800_000_000_123)));
    let ledger = open(&settings, &clock).await;
    let writer = ledger.database().writer();
    migrations::up(&writer).await.unwrap();
    for table in CREATE {
        writer.execute_unprepared(table).await.unwrap();
    }
    Fresh { ledger, settings, clock, _folder: folder }
}

/// Another server on the same data.
pub(crate) async fn open(settings: &Settings, clock: &Arc<FixedClock>) -> Ledger {
    let database = Database::open_with(settings, clock.clone()).await.unwrap();
    let reactions = vec![Reaction { kind: FactKind::Passed, job: "congratulate" }];
    Ledger::new(database, clock.clone(), vec![Arc::new(Demo)], reactions)
}

macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod on_sqlite { $(#[tokio::test] async fn $name() { super::$name(crate::support::sqlite().await).await })* }
        mod on_postgres { $(#[tokio::test] async fn $name() { super::$name(crate::support::postgres().await).await })* }
    };
}
pub(crate) use on_both;

pub(crate) fn answered(learner: SubjectId, unit: &str) -> Proposal {
    Proposal { unit: Some(unit.to_owned()), ..Proposal::new(FactKind::Answered, learner) }
}

pub(crate) fn then(proposal: Proposal, what: &str) -> Proposal {
    Proposal { payload: serde_json::json!({"then": what}), ..proposal }
}

pub(crate) async fn append_one(ledger: &Ledger, proposal: Proposal) -> Result<Outcome, ledger::Error> {
    Ok(ledger.append(vec![proposal]).await?.remove(0))
}

pub(crate) async fn facts(ledger: &Ledger) -> Vec<Fact> {
    use database::entity::fact;
    let rows = fact::Entity::find().order_by_asc(fact::Column::Seq).all(ledger.database().read()).await.unwrap();
    rows.into_iter().map(|row| Fact::from_row(row).unwrap()).collect()
}

pub(crate) fn kinds(facts: &[Fact]) -> Vec<FactKind> {
    facts.iter().map(|fact| fact.kind).collect()
}

/// Every row of the projection's tables, as text, in order.
pub(crate) async fn tables(ledger: &Ledger) -> Vec<String> {
    let connection = ledger.database().read();
    let mut all = Vec::new();
    for (table, columns) in TABLES.iter().zip(["learner, unit, tries, last_at", "learner, points"]) {
        let sql = format!("SELECT {columns} FROM {table}");
        let rows =
            connection.query_all_raw(Statement::from_string(connection.get_database_backend(), sql)).await.unwrap();
        for row in rows {
            let mut line = format!("{table}: ");
            for index in 0..columns.split(", ").count() {
                let text = row
                    .try_get_by_index::<String>(index)
                    .or_else(|_| row.try_get_by_index::<i32>(index).map(|number| number.to_string()))
                    .or_else(|_| row.try_get_by_index::<i64>(index).map(|number| number.to_string()));
                line.push_str(&text.unwrap());
                line.push(' ');
            }
            all.push(line);
        }
    }
    all.sort();
    all
}

pub(crate) async fn sql(ledger: &Ledger, sql: &str) {
    ledger.database().writer().execute_unprepared(sql).await.unwrap();
}

pub(crate) async fn count(ledger: &Ledger, table: &str) -> i64 {
    let connection = ledger.database().read();
    let sql = format!("SELECT COUNT(*) FROM {table}");
    let row = connection.query_one_raw(Statement::from_string(connection.get_database_backend(), sql)).await.unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

pub(crate) const NOTHING: Value = Value::Null;
