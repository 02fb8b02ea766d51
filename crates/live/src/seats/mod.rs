//! The projection of seats: who has one, who waits, who was there.
//!
//! Invariant: `fold` uses nothing but the fact, so that a rebuild gives the same table.

mod state;

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use async_trait::async_trait;
use database::{
    CHUNK, Tx,
    entity::{live_session, seat},
};
use ledger::{Projection, Rows, State, Touched};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use state::SeatsState;
pub(crate) use state::{BOOKED, RELEASED};

struct Seats;

/// The projection, ready to be registered.
#[must_use]
pub fn projection() -> Arc<dyn Projection> {
    Arc::new(Seats)
}

#[async_trait]
impl Projection for Seats {
    fn name(&self) -> &'static str {
        "seats"
    }

    fn tables(&self) -> &[&str] {
        &["seat"]
    }

    async fn load(&self, tx: &Tx, touched: &[Touched]) -> Result<Box<dyn State>, ledger::Error> {
        let ids: BTreeSet<Uuid> = touched.iter().filter_map(|touched| touched.session).collect();
        let ids: Vec<Uuid> = ids.into_iter().collect();
        let (mut sessions, mut seats) = (HashMap::new(), vec![]);
        for chunk in ids.chunks(CHUNK) {
            let of = live_session::Column::Id.is_in(chunk.iter().copied());
            let rows = live_session::Entity::find().filter(of).all(tx).await?;
            sessions.extend(rows.into_iter().map(|row| (row.id, row)));
            let of = seat::Column::SessionId.is_in(chunk.iter().copied());
            seats.extend(seat::Entity::find().filter(of).all(tx).await?);
        }
        let seats = Rows::loaded(seats.into_iter().map(|row| ((row.session_id, row.learner), row)));
        Ok(Box::new(SeatsState { sessions, seats }))
    }

    async fn clear(&self, tx: &Tx) -> Result<(), ledger::Error> {
        seat::Entity::delete_many().exec(tx).await?;
        Ok(())
    }
}
