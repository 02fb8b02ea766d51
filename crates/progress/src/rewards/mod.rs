//! The projection of points, badges and the weekly rhythm. Points are facts of their own (`earned`), so that a cap is judged
//! once and a rebuild only adds up.

mod load;
mod state;

use std::sync::Arc;

use async_trait::async_trait;
use database::Tx;
use jiff::tz::TimeZone;
use ledger::{Projection, State, Touched};
use sea_orm::EntityTrait;

/// The projection, in the organisation's time zone.
pub struct RewardsProjection {
    zone: TimeZone,
}

/// The projection, ready to be registered after that of learning.
#[must_use]
pub fn projection(zone: TimeZone) -> Arc<dyn Projection> {
    Arc::new(RewardsProjection { zone })
}

#[async_trait]
impl Projection for RewardsProjection {
    fn name(&self) -> &'static str {
        "rewards"
    }

    fn tables(&self) -> &[&str] {
        &["learner_points", "points_day", "practice_week", "learner_badge"]
    }

    async fn load(&self, tx: &Tx, touched: &[Touched]) -> Result<Box<dyn State>, ledger::Error> {
        Ok(Box::new(load::load(tx, touched, self.zone.clone()).await?))
    }

    async fn clear(&self, tx: &Tx) -> Result<(), ledger::Error> {
        use database::entity::{learner_badge, learner_points, points_day, practice_week};
        learner_points::Entity::delete_many().exec(tx).await?;
        points_day::Entity::delete_many().exec(tx).await?;
        practice_week::Entity::delete_many().exec(tx).await?;
        learner_badge::Entity::delete_many().exec(tx).await?;
        Ok(())
    }
}
