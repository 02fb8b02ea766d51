//! Reading the rewards of the learners that a batch touches.

use std::collections::BTreeSet;

use database::{
    CHUNK, Tx,
    entity::{learner_badge, learner_points, points_day, practice_week},
};
use jiff::tz::TimeZone;
use ledger::{Rows, Touched};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::state::RewardsState;

pub(super) async fn load(tx: &Tx, touched: &[Touched], zone: TimeZone) -> Result<RewardsState, ledger::Error> {
    let learners: BTreeSet<Uuid> = touched.iter().map(|touched| touched.learner.0).collect();
    let learners: Vec<Uuid> = learners.into_iter().collect();
    let mut rows = (vec![], vec![], vec![], vec![]);
    for chunk in learners.chunks(CHUNK) {
        let ids = chunk.iter().copied();
        rows.0.extend(
            learner_points::Entity::find().filter(learner_points::Column::Learner.is_in(ids.clone())).all(tx).await?,
        );
        rows.1.extend(points_day::Entity::find().filter(points_day::Column::Learner.is_in(ids.clone())).all(tx).await?);
        rows.2.extend(
            practice_week::Entity::find().filter(practice_week::Column::Learner.is_in(ids.clone())).all(tx).await?,
        );
        rows.3.extend(learner_badge::Entity::find().filter(learner_badge::Column::Learner.is_in(ids)).all(tx).await?);
    }
    Ok(RewardsState {
        points: Rows::loaded(rows.0.into_iter().map(|row| (row.learner, row))),
        days: Rows::loaded(rows.1.into_iter().map(|row| ((row.learner, row.day), row))),
        weeks: Rows::loaded(rows.2.into_iter().map(|row| ((row.learner, row.week), row))),
        badges: Rows::loaded(rows.3.into_iter().map(|row| ((row.learner, row.badge.clone()), row))),
        zone,
        coming: Default::default(),
    })
}
