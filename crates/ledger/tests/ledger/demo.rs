//! A projection small enough to see through: tries a unit (five at most), passes at the third, ten points for a pass.

use std::collections::BTreeMap;

use async_trait::async_trait;
use database::{Conflict, Tx, insert_rows};
use ledger::{Decision, Error, Fact, FactKind, NewFact, Projection, Proposal, State, Touched};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use uuid::Uuid;
use vocabulary::{SubjectId, Timestamp, millis};

/// Two tables: tries of a learner in a unit, and points of a learner.
pub(crate) const TABLES: [&str; 2] = ["demo_unit", "demo_points"];

pub(crate) const CREATE: [&str; 2] = [
    "CREATE TABLE demo_unit (learner TEXT, unit TEXT, tries INTEGER NOT NULL CHECK (tries < 1000), last_at BIGINT NOT NULL, \
     PRIMARY KEY (learner, unit))",
    "CREATE TABLE demo_points (learner TEXT PRIMARY KEY, points INTEGER NOT NULL)",
];

pub(crate) struct Demo;

#[derive(Default)]
struct DemoState {
    units: BTreeMap<(SubjectId, String), (i32, i64)>,
    points: BTreeMap<SubjectId, i32>,
}

#[async_trait]
impl Projection for Demo {
    fn name(&self) -> &str {
        "demo"
    }

    fn tables(&self) -> &[&str] {
        &TABLES
    }

    async fn load(&self, tx: &Tx, touched: &[Touched]) -> Result<Box<dyn State>, Error> {
        let list: Vec<String> = touched.iter().map(|touched| format!("'{}'", touched.learner)).collect();
        let list = list.join(",");
        let rows = async |sql: String| tx.query_all_raw(Statement::from_string(tx.get_database_backend(), sql)).await;
        let learner =
            |text: String| text.parse::<Uuid>().map(SubjectId).map_err(|error| Error::Unreadable(error.to_string()));
        let mut state = DemoState::default();
        for row in
            rows(format!("SELECT learner, unit, tries, last_at FROM demo_unit WHERE learner IN ({list})")).await?
        {
            let key = (learner(row.try_get_by_index(0)?)?, row.try_get_by_index(1)?);
            state.units.insert(key, (row.try_get_by_index(2)?, row.try_get_by_index(3)?));
        }
        for row in rows(format!("SELECT learner, points FROM demo_points WHERE learner IN ({list})")).await? {
            state.points.insert(learner(row.try_get_by_index(0)?)?, row.try_get_by_index(1)?);
        }
        Ok(Box::new(state))
    }

    async fn clear(&self, tx: &Tx) -> Result<(), Error> {
        for table in TABLES {
            tx.execute_unprepared(&format!("DELETE FROM {table}")).await?;
        }
        Ok(())
    }
}

#[async_trait]
impl State for DemoState {
    fn decides(&self, kind: FactKind) -> bool {
        kind == FactKind::Answered
    }

    fn decide(&mut self, proposal: &Proposal, _now: Timestamp) -> Decision {
        assert_ne!(proposal.payload["then"], "panic", "as planned");
        let unit = proposal.unit.clone().unwrap_or_default();
        let tries = self.units.get(&(proposal.learner, unit)).map_or(0, |unit| unit.0);
        if tries >= 5 {
            return Decision::Refuse { code: "no-tries-left", params: json!({"most": 5}) };
        }
        let mut facts = vec![NewFact::of(proposal)];
        if tries == 2 {
            facts.push(NewFact::beside(proposal, FactKind::Passed, Value::Null));
        }
        Decision::Accept(facts)
    }

    fn react(&mut self, fact: &Fact) -> Vec<NewFact> {
        match fact.kind {
            FactKind::Passed => vec![NewFact::after(fact, FactKind::Earned, json!({"points": 10}))],
            FactKind::Opened if fact.payload["then"] == "loop" => {
                vec![NewFact::after(fact, FactKind::Opened, fact.payload.clone())]
            }
            _ => Vec::new(),
        }
    }

    fn fold(&mut self, fact: &Fact) {
        match fact.kind {
            FactKind::Answered => {
                let unit = self.units.entry((fact.learner, fact.unit.clone().unwrap_or_default())).or_default();
                // What the table refuses to hold: the failure comes when it is saved.
                unit.0 += if fact.payload["then"] == "break" { 1000 } else { 1 };
                unit.1 = millis(fact.at);
            }
            FactKind::Earned => {
                let points = fact.payload["points"].as_i64().unwrap_or_default();
                *self.points.entry(fact.learner).or_default() += i32::try_from(points).unwrap_or_default();
            }
            _ => {}
        }
    }

    async fn save(self: Box<Self>, tx: &Tx) -> Result<(), Error> {
        let units = self
            .units
            .into_iter()
            .map(|((learner, unit), (tries, at))| {
                vec![learner.to_string().into(), unit.into(), tries.into(), at.into()]
            })
            .collect();
        let conflict = Conflict::Replace(&["learner", "unit"]);
        insert_rows(tx, "demo_unit", &["learner", "unit", "tries", "last_at"], conflict, units).await?;
        let points =
            self.points.into_iter().map(|(learner, points)| vec![learner.to_string().into(), points.into()]).collect();
        insert_rows(tx, "demo_points", &["learner", "points"], Conflict::Replace(&["learner"]), points).await?;
        Ok(())
    }
}
