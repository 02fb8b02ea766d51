//! The table of facts: locks, numbers, many-row inserts. Never hands out a number below one that a seal has passed.

use std::collections::{BTreeSet, VecDeque};

use database::entity::fact;
use database::{Conflict, Tx, insert_rows, lock_number};
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QuerySelect, Statement, Value};
use vocabulary::millis;

use crate::{Error, Fact, Proposal};

/// The most facts one proposal may give, reactions included: beyond it a projection goes round in circles.
pub(crate) const MOST_FACTS: usize = 64;

/// The lock that appending shares and sealing takes alone.
const SEAL_LOCK: &str = "ledger/seal";

/// On PostgreSQL: shares the sealer's lock before any number is drawn, then locks the batch's learners and sessions in
/// ascending order, so that the order of numbers is the order of effect. SQLite has one writer and needs none.
pub(crate) async fn lock(tx: &Tx, proposals: &[&Proposal]) -> Result<(), Error> {
    if tx.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    let mut numbers = BTreeSet::new();
    for proposal in proposals {
        numbers.insert(lock_number(proposal.learner.0.as_bytes()));
        numbers.extend(proposal.session.map(|session| lock_number(session.as_bytes())));
    }
    tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock_shared({})", lock_number(SEAL_LOCK.as_bytes())))
        .await?;
    let list: Vec<String> = numbers.iter().map(|number| format!("({number}::bigint)")).collect();
    let sql = format!(
        "SELECT pg_advisory_xact_lock(n) FROM (SELECT n FROM (VALUES {}) AS l(n) ORDER BY n OFFSET 0) AS ordered",
        list.join(",")
    );
    tx.execute_unprepared(&sql).await?;
    Ok(())
}

/// On PostgreSQL: waits until nobody is appending, and keeps everybody from it until the transaction ends.
pub(crate) async fn lock_out_appenders(tx: &Tx) -> Result<(), Error> {
    if tx.get_database_backend() == DbBackend::Postgres {
        database::advisory_lock(tx, SEAL_LOCK).await?;
    }
    Ok(())
}

/// The highest number in the ledger; zero when it is empty.
pub(crate) async fn head<C: ConnectionTrait>(connection: &C) -> Result<i64, Error> {
    let head: Option<Option<i64>> = fact::Entity::find()
        .select_only()
        .column_as(fact::Column::Seq.max(), "head")
        .into_tuple()
        .one(connection)
        .await?;
    Ok(head.flatten().unwrap_or_default())
}

/// Places in the order of facts, given out in ascending order.
pub(crate) enum Numbers {
    /// SQLite: facts are never deleted and there is one writer, so the numbers after the highest are free.
    Counted {
        /// The highest when the batch began.
        head: i64,
        /// How many were given out.
        used: i64,
    },
    /// PostgreSQL: drawn from the sequence; those not used remain gaps.
    Drawn {
        /// Free ones, lowest first.
        free: VecDeque<i64>,
        /// Given out in this pass.
        used: Vec<i64>,
    },
}

impl Numbers {
    pub(crate) async fn begin(tx: &Tx) -> Result<Self, Error> {
        Ok(if tx.get_database_backend() == DbBackend::Postgres {
            Self::Drawn { free: VecDeque::new(), used: Vec::new() }
        } else {
            Self::Counted { head: head(tx).await?, used: 0 }
        })
    }

    /// Makes sure that one more proposal finds numbers enough; `ahead` proposals are still to come.
    pub(crate) async fn reserve(&mut self, tx: &Tx, ahead: usize) -> Result<(), Error> {
        let Self::Drawn { free, .. } = self else { return Ok(()) };
        if free.len() >= MOST_FACTS {
            return Ok(());
        }
        let sql = "SELECT nextval(pg_get_serial_sequence('fact', 'seq')) AS n FROM generate_series(1, $1)";
        let count = i32::try_from(MOST_FACTS + 2 * ahead).unwrap_or(i32::MAX);
        let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [count.into()]);
        for row in tx.query_all_raw(statement).await? {
            free.push_back(row.try_get("", "n")?);
        }
        Ok(())
    }

    pub(crate) fn next(&mut self) -> Result<i64, Error> {
        match self {
            Self::Counted { head, used } => {
                *used += 1;
                Ok(*head + *used)
            }
            Self::Drawn { free, used } => {
                let next = free.pop_front().ok_or(Error::Endless("numbers"))?;
                used.push(next);
                Ok(next)
            }
        }
    }

    /// Takes back what was given out: the batch is decided again.
    pub(crate) fn rewind(&mut self) {
        match self {
            Self::Counted { used, .. } => *used = 0,
            Self::Drawn { free, used } => {
                for number in used.drain(..).rev() {
                    free.push_front(number);
                }
            }
        }
    }
}

const COLUMNS: [&str; 16] = [
    "seq",
    "id",
    "cause",
    "kind",
    "learner",
    "actor",
    "course",
    "edition",
    "enrolment",
    "unit",
    "session",
    "at",
    "claimed_at",
    "source",
    "version",
    "payload",
];

/// Writes facts in many-row statements.
pub(crate) async fn insert(tx: &Tx, facts: &[&Fact]) -> Result<(), Error> {
    let rows = facts.iter().map(|fact| values(fact)).collect();
    Ok(insert_rows(tx, "fact", &COLUMNS, Conflict::Fail, rows).await?)
}

fn values(fact: &Fact) -> Vec<Value> {
    vec![
        fact.seq.into(),
        fact.id.into(),
        fact.cause.into(),
        fact.kind.as_str().into(),
        fact.learner.0.into(),
        fact.actor.0.into(),
        fact.course.map(|id| id.0).into(),
        fact.edition.map(|id| id.0).into(),
        fact.enrolment.map(|id| id.0).into(),
        fact.unit.clone().into(),
        fact.session.into(),
        millis(fact.at).into(),
        fact.claimed_at.map(millis).into(),
        fact.source.as_str().into(),
        fact.version.map(|id| id.0).into(),
        fact.payload.to_string().into(),
    ]
}
