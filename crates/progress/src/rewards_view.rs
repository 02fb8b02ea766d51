//! Points, level, badges and rhythm as a learner sees them, and the questions that are due again.

use accounts::Actor;
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::{from_millis, millis};

use crate::{
    Error, Progress, queries,
    rules::{badges, points, rhythm},
    service::Place,
    summary::title_of,
    views::{Badge, ReviewDue, Rewards, Rhythm, Today},
};

/// Reviews shown at once.
const REVIEWS: u64 = 50;

impl Progress {
    /// The actor's rewards. Whoever switched them off is told of none, neither points nor rhythm; questions that are due again
    /// are learning, and stay.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn rewards(&self, actor: &Actor) -> Result<Rewards, Error> {
        let learner = actor.subject().0;
        let now = self.clock.now();
        if !actor.profile().rewards {
            return Ok(Rewards { reviews: self.reviews(actor, millis(now)).await?, ..Rewards::default() });
        }
        let day = rhythm::day(now, &self.zone);
        let week = rhythm::week_of_day(day);
        let total = queries::points(&self.db, learner).await?;
        let level = points::level_of(total);
        let weeks = rhythm::last_four(&queries::weeks(&self.db, learner, week - 3).await?, week);
        Ok(Rewards {
            on: actor.profile().rewards,
            points: total,
            level,
            level_at: points::threshold(level),
            next_at: points::threshold(level + 1),
            badges: self.badges(actor).await?,
            rhythm: Rhythm { weeks: weeks.to_vec(), practised: weeks.iter().filter(|practised| **practised).count() },
            today: Today { points: queries::points_of_day(&self.db, learner, day).await?, cap: points::DAILY_CAP },
            reviews: self.reviews(actor, millis(now)).await?,
        })
    }

    /// Badges earned, then those that the courses in progress lead to.
    async fn badges(&self, actor: &Actor) -> Result<Vec<Badge>, Error> {
        let earned = queries::badges(&self.db, actor.subject().0).await?;
        let rows = queries::of_learner(&self.db, actor.subject().0, None, 100).await?;
        let places: HashMap<Uuid, Place> =
            self.places_of(rows).await?.into_iter().map(|place| (place.row.id, place)).collect();
        let view = |badge: &str, place: Option<&Place>, enrolment: Uuid, earned_at: Option<i64>| {
            let (area, band) = badges::parse(badge)?;
            Some(Badge {
                id: badge.to_owned(),
                area: area.id.to_owned(),
                label: area.name(actor.language()).to_owned(),
                band,
                course: place.map_or(String::new(), |place| {
                    title_of(&place.course.texts, actor.language(), place.course.original())
                }),
                earned_at: earned_at.map(|at| from_millis(at).to_string()),
                enrolment,
            })
        };
        let mut list: Vec<Badge> = earned
            .iter()
            .filter_map(|row| view(&row.badge, places.get(&row.enrolment), row.enrolment, Some(row.earned_at)))
            .collect();
        let mut open: Vec<&Place> = places.values().filter(|place| place.row.completed_at.is_none()).collect();
        open.sort_by_key(|place| std::cmp::Reverse(place.row.last_at));
        for place in open {
            for badge in badges::of_course(&place.course) {
                if place.course.rewards && !list.iter().any(|known| known.id == badge) {
                    list.extend(view(&badge, Some(place), place.row.id, None));
                }
            }
        }
        Ok(list)
    }

    async fn reviews(&self, actor: &Actor, now: i64) -> Result<Vec<ReviewDue>, Error> {
        let rows = queries::due(&self.db, actor.subject().0, now, REVIEWS).await?;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.enrolment_id).collect();
        let enrolments = queries::enrolments(&self.db, &ids).await?.into_values().collect();
        let places: HashMap<Uuid, Place> =
            self.places_of(enrolments).await?.into_iter().map(|place| (place.row.id, place)).collect();
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                let place = places.get(&row.enrolment_id)?;
                // A question that the version no longer has is not asked again.
                let unit = place.course.unit(&row.unit_key)?;
                unit.block(&row.block)?;
                Some(ReviewDue {
                    enrolment: row.enrolment_id,
                    slug: place.course.slug.clone(),
                    title: title_of(&place.course.texts, actor.language(), place.course.original()),
                    unit_title: title_of(&unit.texts, actor.language(), place.course.original()),
                    unit: row.unit_key,
                    block: row.block,
                    due_at: from_millis(row.review_due_at?).to_string(),
                })
            })
            .collect())
    }
}
