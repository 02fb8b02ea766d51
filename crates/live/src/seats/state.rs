//! The seats of a batch's sessions, and the rules by which they are given.

use std::collections::HashMap;

use async_trait::async_trait;
use database::{
    Conflict, Tx,
    entity::{live_session, seat},
    insert_rows,
};
use ledger::{Decision, Fact, FactKind, NewFact, Proposal, Rows, State};
use serde_json::{Value, json};
use uuid::Uuid;
use vocabulary::{SubjectId, Timestamp, millis};

use crate::{
    queries::PLANNED,
    rules::hour::{Hour, waits},
};

/// The learner has a seat.
pub(crate) const BOOKED: &str = "booked";
/// The learner waits for one.
pub(crate) const WAITING: &str = "waiting";
/// The learner gave it back.
pub(crate) const RELEASED: &str = "released";

/// The state of a batch.
pub(super) struct SeatsState {
    pub(super) sessions: HashMap<Uuid, live_session::Model>,
    pub(super) seats: Rows<(Uuid, Uuid), seat::Model>,
}

#[async_trait]
impl State for SeatsState {
    fn decides(&self, kind: FactKind) -> bool {
        matches!(kind, FactKind::Booked | FactKind::Released | FactKind::Attended)
    }

    fn decide(&mut self, proposal: &Proposal, now: Timestamp) -> Decision {
        match self.rule(proposal, millis(now)) {
            Ok(payload) => Decision::Accept(vec![NewFact { payload, ..NewFact::of(proposal) }]),
            Err(code) => Decision::Refuse { code, params: Value::Null },
        }
    }

    fn react(&mut self, fact: &Fact) -> Vec<NewFact> {
        // A seat that was given back goes to whoever waits longest.
        let freed = fact.kind == FactKind::Released && fact.payload["was"] == BOOKED;
        let Some(session) = fact.session.filter(|_| freed) else { return vec![] };
        let waiting = self.seats.values().filter(|seat| seat.session_id == session && seat.state == WAITING);
        waiting.min_by_key(|seat| seat.turn).map_or(vec![], |next| {
            let learner = SubjectId(next.learner);
            vec![NewFact { learner, ..NewFact::after(fact, FactKind::Promoted, Value::Null) }]
        })
    }

    fn fold(&mut self, fact: &Fact) {
        let Some(session) = fact.session else { return };
        let (key, at) = ((session, fact.learner.0), millis(fact.at));
        match fact.kind {
            FactKind::Booked => {
                let waits = fact.payload["waiting"] == true;
                let row = self.seats.change_or(key, || seat::Model {
                    session_id: session,
                    learner: fact.learner.0,
                    state: String::new(),
                    turn: 0,
                    booked_at: 0,
                    joined_at: None,
                    present: None,
                });
                row.state = if waits { WAITING } else { BOOKED }.to_owned();
                (row.turn, row.booked_at) = (fact.seq, at);
            }
            FactKind::Released => self.set(key, RELEASED),
            FactKind::Promoted => self.set(key, BOOKED),
            FactKind::Attended => {
                if let Some(row) = self.seats.change(&key) {
                    row.present = fact.payload["present"].as_bool();
                    if fact.payload["how"] == "page" {
                        row.joined_at.get_or_insert(at);
                    }
                }
            }
            _ => {}
        }
    }

    async fn save(self: Box<Self>, tx: &Tx) -> Result<(), ledger::Error> {
        let rows = self.seats.into_changed().into_iter().map(|row| {
            vec![
                row.session_id.into(),
                row.learner.into(),
                row.state.into(),
                row.turn.into(),
                row.booked_at.into(),
                row.joined_at.into(),
                row.present.into(),
            ]
        });
        let columns = ["session_id", "learner", "state", "turn", "booked_at", "joined_at", "present"];
        insert_rows(tx, "seat", &columns, Conflict::Replace(&["session_id", "learner"]), rows.collect()).await?;
        Ok(())
    }
}

impl SeatsState {
    fn set(&mut self, key: (Uuid, Uuid), state: &str) {
        if let Some(row) = self.seats.change(&key) {
            state.clone_into(&mut row.state);
        }
    }

    /// What the fact carries, or why it cannot be one.
    fn rule(&self, proposal: &Proposal, now: i64) -> Result<Value, &'static str> {
        let row = proposal.session.and_then(|id| self.sessions.get(&id)).ok_or("not-found")?;
        let hour = Hour { starts: row.starts_at, ends: row.ends_at, planned: row.state == PLANNED };
        let seat = self.seats.get(&(row.id, proposal.learner.0)).map_or(RELEASED, |seat| seat.state.as_str());
        match proposal.kind {
            FactKind::Booked => {
                if seat != RELEASED {
                    return Err("already-booked");
                }
                hour.may_book(now)?;
                let taken = self.seats.values().filter(|seat| seat.session_id == row.id && seat.state == BOOKED);
                Ok(json!({ "waiting": waits(taken.count(), row.places) }))
            }
            FactKind::Released => {
                if seat == RELEASED {
                    return Err("not-booked");
                }
                hour.may_release(now)?;
                Ok(json!({ "was": seat }))
            }
            _ => {
                if seat != BOOKED {
                    return Err("not-booked");
                }
                if proposal.payload["how"] == "page" {
                    hour.may_join(now)?
                } else {
                    hour.may_tick(now)?
                }
                Ok(proposal.payload.clone())
            }
        }
    }
}
