//! How many facts a second the ledger takes: 64 clients, one fact and ten facts a request, each durable with a projection,
//! beside one-row SQLite transactions one after another on the same disk.
//!
//! `cargo run -p ledger --example rate [SECONDS] [FOLDER]`

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error as StdError;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use async_trait::async_trait;
use database::{CHUNK, Conflict, Database, Settings, Tx, insert_rows};
use ledger::{Decision, Error, Fact, FactKind, Ledger, NewFact, Projection, Proposal, State, Touched};
use sea_orm::{ConnectionTrait, DbBackend, Statement, TransactionTrait};
use serde_json::json;
use uuid::Uuid;
use vocabulary::{CourseId, EnrolmentId, SubjectId, SystemClock, Timestamp};

const CLIENTS: usize = 64;

/// Tries of each unit: as much as the smallest real projection does.
struct Tries;

#[derive(Default)]
struct TriesState(BTreeMap<(Uuid, String), i32>);

#[async_trait]
impl Projection for Tries {
    fn name(&self) -> &str {
        "tries"
    }

    fn tables(&self) -> &[&str] {
        &["tries"]
    }

    async fn load(&self, tx: &Tx, touched: &[Touched]) -> Result<Box<dyn State>, Error> {
        let enrolments: BTreeSet<Uuid> =
            touched.iter().filter_map(|touched| touched.enrolment).map(Uuid::from).collect();
        let enrolments: Vec<Uuid> = enrolments.into_iter().collect();
        let mut state = TriesState::default();
        for chunk in enrolments.chunks(CHUNK) {
            let places = vec!["?"; chunk.len()].join(",");
            let sql = format!("SELECT enrolment_id, unit_key, tries FROM tries WHERE enrolment_id IN ({places})");
            let values = chunk.iter().map(|id| (*id).into());
            for row in tx.query_all_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)).await? {
                state.0.insert((row.try_get_by_index(0)?, row.try_get_by_index(1)?), row.try_get_by_index(2)?);
            }
        }
        Ok(Box::new(state))
    }

    async fn clear(&self, tx: &Tx) -> Result<(), Error> {
        tx.execute_unprepared("DELETE FROM tries").await?;
        Ok(())
    }
}

#[async_trait]
impl State for TriesState {
    fn decides(&self, kind: FactKind) -> bool {
        kind == FactKind::Answered
    }

    fn decide(&mut self, proposal: &Proposal, _now: Timestamp) -> Decision {
        Decision::Accept(vec![NewFact::of(proposal)])
    }

    fn react(&mut self, _fact: &Fact) -> Vec<NewFact> {
        Vec::new()
    }

    fn fold(&mut self, fact: &Fact) {
        if let (Some(enrolment), Some(unit)) = (fact.enrolment, fact.unit.clone()) {
            *self.0.entry((enrolment.0, unit)).or_default() += 1;
        }
    }

    async fn save(self: Box<Self>, tx: &Tx) -> Result<(), Error> {
        let columns = ["enrolment_id", "unit_key", "tries"];
        let rows = self.0.into_iter().map(|((id, unit), tries)| vec![id.into(), unit.into(), tries.into()]).collect();
        let conflict = Conflict::Replace(&["enrolment_id", "unit_key"]);
        Ok(insert_rows(tx, "tries", &columns, conflict, rows).await?)
    }
}

fn answered(learner: SubjectId, enrolment: EnrolmentId, course: CourseId, number: usize) -> Proposal {
    Proposal {
        enrolment: Some(enrolment),
        course: Some(course),
        unit: Some(format!("unit-{}", number % 10)),
        payload: json!({"block": "q1", "right": true, "permille": 1000}),
        ..Proposal::new(FactKind::Answered, learner)
    }
}

/// Requests a second of 64 clients that each send `facts` facts and wait for the answer.
async fn ledger_rate(ledger: &Ledger, facts: usize, time: Duration) -> Result<f64, Error> {
    let began = Instant::now();
    let course = CourseId::new();
    let clients = (0..CLIENTS).map(|_| {
        let ledger = ledger.clone();
        tokio::spawn(async move {
            let (learner, enrolment) = (SubjectId::new(), EnrolmentId::new());
            let mut requests = 0_u32;
            while began.elapsed() < time {
                let batch = (0..facts).map(|number| answered(learner, enrolment, course, number)).collect();
                ledger.append(batch).await?;
                requests += 1;
            }
            Ok::<_, Error>(requests)
        })
    });
    let mut requests = 0;
    for client in clients.collect::<Vec<_>>() {
        requests += client.await.map_err(|_| database::Error::Panicked)??;
    }
    Ok(f64::from(requests) / began.elapsed().as_secs_f64())
}

/// One-row transactions a second, one after another, straight on the connection.
async fn bare_rate(database: &Database, rows: u32, time: Duration) -> Result<f64, sea_orm::DbErr> {
    let connection = database.writer();
    connection.execute_unprepared("CREATE TABLE IF NOT EXISTS bare (id BLOB PRIMARY KEY, text TEXT NOT NULL)").await?;
    let began = Instant::now();
    let mut written = 0;
    while began.elapsed() < time {
        let transaction = connection.begin().await?;
        for _ in 0..rows {
            let values = [Uuid::now_v7().into(), "a row of about the length of a small fact, no more".into()];
            let sql = "INSERT INTO bare (id, text) VALUES (?, ?)";
            transaction.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, sql, values)).await?;
        }
        transaction.commit().await?;
        written += rows;
    }
    Ok(f64::from(written) / began.elapsed().as_secs_f64())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn StdError>> {
    let mut arguments = std::env::args().skip(1);
    let time = Duration::from_secs(arguments.next().map_or(Ok(5), |text| text.parse())?);
    let folder = arguments.next().map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = folder.join(format!("aulari-rate-{}", Uuid::new_v4().simple()));
    std::fs::create_dir_all(&folder)?;
    let database = Database::open(&Settings::sqlite(&folder.join("aulari.db"))).await?;
    migrations::up(&database.writer()).await?;
    let table = "CREATE TABLE tries (enrolment_id BLOB, unit_key TEXT, tries INTEGER NOT NULL, \
                 PRIMARY KEY (enrolment_id, unit_key))";
    database.writer().execute_unprepared(table).await?;
    let ledger = Ledger::new(database.clone(), Arc::new(SystemClock), vec![Arc::new(Tries)], Vec::new());

    let bare = bare_rate(&database, 1, time).await?;
    let hundreds = bare_rate(&database, 100, time).await?;
    let ones = ledger_rate(&ledger, 1, time).await?;
    let tens = ledger_rate(&ledger, 10, time).await? * 10.0;
    println!("one-row transactions, one after another  {bare:>10.0} /s");
    println!("rows in transactions of 100              {hundreds:>10.0} /s");
    println!("{CLIENTS} clients, one fact a request           {ones:>10.0} /s   {:>6.1} times the first", ones / bare);
    println!(
        "{CLIENTS} clients, ten facts a request          {tens:>10.0} facts/s   {:>6.1} times the first",
        tens / bare
    );
    println!("facts in the ledger                      {:>10}", ledger.rebuild().await?);
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}
