//! What people left behind in a house: the facts, and the tables that are made of them.

use std::{collections::BTreeMap, sync::Arc};

use database::entity::{
    attempt, enrolment, fact, learner_badge, learner_points, points_day, practice_week, question_state, seat,
    unit_state, written_answer,
};
use sea_orm::{EntityTrait, PaginatorTrait};
use server::Parts;

/// The data of a house, which stays as long as somebody looks at it.
pub struct Traces {
    parts: Parts,
    _data: Arc<tempfile::TempDir>,
}

/// The rows of each projected table as text, in an order of their own.
pub type Tables = BTreeMap<&'static str, Vec<String>>;

impl Traces {
    /// The traces in these parts and this folder.
    pub fn of(parts: Parts, data: Arc<tempfile::TempDir>) -> Self {
        Self { parts, _data: data }
    }

    /// How many facts there are.
    pub async fn facts(&self) -> u64 {
        fact::Entity::find().count(self.parts.db.read()).await.unwrap()
    }

    /// Every table that is made from facts, and what learners wrote.
    pub async fn tables(&self) -> Tables {
        let mut tables = Tables::new();
        macro_rules! keep {
            ($($table:ident),+) => {$(
                let rows = $table::Entity::find().all(self.parts.db.read()).await.unwrap();
                let mut rows: Vec<String> = rows.iter().map(|row| format!("{row:?}")).collect();
                rows.sort();
                tables.insert(stringify!($table), rows);
            )+};
        }
        keep!(enrolment, unit_state, question_state, attempt, learner_points, points_day, practice_week, learner_badge);
        keep!(written_answer, seat);
        tables
    }

    /// The facts alone give the same tables again, and nothing about them was changed.
    pub async fn hold(&self) {
        loop {
            let (facts, before) = (self.facts().await, self.tables().await);
            let folded = self.parts.ledger.rebuild().await.unwrap();
            let after = self.tables().await;
            // A job may have recorded something in between; then it is looked at again.
            if (folded, self.facts().await) == (facts, facts) {
                assert_eq!(after, before, "made again from {facts} facts");
                break;
            }
        }
        let report = self.parts.ledger.verify().await.unwrap();
        assert!(report.is_sound(), "{:?}", report.findings);
    }
}
