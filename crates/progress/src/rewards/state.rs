//! The rewards of a batch's learners, and the rules by which facts of learning earn them.

use std::collections::HashMap;

use async_trait::async_trait;
use database::{
    Conflict, Tx,
    entity::{learner_badge, learner_points, points_day, practice_week},
    insert_rows,
};
use jiff::tz::TimeZone;
use ledger::{Decision, Fact, FactKind, NewFact, Proposal, Rows, State};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;
use vocabulary::{Level, Timestamp, millis};

use crate::{
    payload::{Answered, Completed, Earned, Passed},
    rules::{
        points::{Reason, within_cap},
        rhythm,
    },
};

/// The state of a batch.
pub(super) struct RewardsState {
    pub(super) points: Rows<Uuid, learner_points::Model>,
    pub(super) days: Rows<(Uuid, i32), points_day::Model>,
    pub(super) weeks: Rows<(Uuid, i32), practice_week::Model>,
    pub(super) badges: Rows<(Uuid, String), learner_badge::Model>,
    pub(super) zone: TimeZone,
    /// Points of facts that are on their way and not folded yet, by learner and day: the cap counts them too.
    pub(super) coming: HashMap<(Uuid, i32), i64>,
}

#[async_trait]
impl State for RewardsState {
    fn decides(&self, _: FactKind) -> bool {
        false
    }

    fn decide(&mut self, _: &Proposal, _: Timestamp) -> Decision {
        // Never asked: nothing proposes points.
        Decision::Accept(vec![])
    }

    fn react(&mut self, fact: &Fact) -> Vec<NewFact> {
        match fact.kind {
            FactKind::Passed => match Passed::deserialize(&fact.payload) {
                Ok(payload) if !payload.quiet => {
                    Level::new(payload.level).map_or(vec![], |level| self.earn(fact, Reason::UnitPassed(level)))
                }
                _ => vec![],
            },
            FactKind::Answered => match Answered::deserialize(&fact.payload) {
                Ok(payload) if !payload.quiet => reason(&payload).map_or(vec![], |reason| self.earn(fact, reason)),
                _ => vec![],
            },
            FactKind::Completed => Completed::deserialize(&fact.payload).map_or(vec![], |payload| {
                let new = |badge: &String| self.badges.get(&(fact.learner.0, badge.clone())).is_none();
                payload.badges.into_iter().filter(new).map(|badge| badge_fact(fact, badge)).collect()
            }),
            _ => vec![],
        }
    }

    fn fold(&mut self, fact: &Fact) {
        match fact.kind {
            FactKind::Answered | FactKind::Done | FactKind::AttemptSubmitted => self.practised(fact),
            FactKind::Earned => {
                if let Ok(payload) = Earned::deserialize(&fact.payload) {
                    self.earned(fact, payload);
                }
            }
            _ => {}
        }
    }

    async fn save(self: Box<Self>, tx: &Tx) -> Result<(), ledger::Error> {
        let rows = self
            .points
            .into_changed()
            .into_iter()
            .map(|row| vec![row.learner.into(), row.points.into(), row.updated_at.into()]);
        insert_rows(
            tx,
            "learner_points",
            &["learner", "points", "updated_at"],
            Conflict::Replace(&["learner"]),
            rows.collect(),
        )
        .await?;
        let rows =
            self.days.into_changed().into_iter().map(|row| vec![row.learner.into(), row.day.into(), row.points.into()]);
        insert_rows(
            tx,
            "points_day",
            &["learner", "day", "points"],
            Conflict::Replace(&["learner", "day"]),
            rows.collect(),
        )
        .await?;
        let rows = self
            .weeks
            .into_changed()
            .into_iter()
            .map(|row| vec![row.learner.into(), row.week.into(), row.facts.into()]);
        insert_rows(
            tx,
            "practice_week",
            &["learner", "week", "facts"],
            Conflict::Replace(&["learner", "week"]),
            rows.collect(),
        )
        .await?;
        let rows = self
            .badges
            .into_changed()
            .into_iter()
            .map(|row| vec![row.learner.into(), row.badge.into(), row.enrolment.into(), row.earned_at.into()]);
        let columns = ["learner", "badge", "enrolment", "earned_at"];
        insert_rows(tx, "learner_badge", &columns, Conflict::Replace(&["learner", "badge"]), rows.collect()).await?;
        Ok(())
    }
}

/// What an answer in a lesson earns.
fn reason(answer: &Answered) -> Option<Reason> {
    if answer.first_right {
        return Some(if answer.wrong_before { Reason::Recovered } else { Reason::Recalled });
    }
    answer.review.is_some_and(|review| review.earned).then_some(Reason::Recalled)
}

impl RewardsState {
    fn earn(&mut self, fact: &Fact, reason: Reason) -> Vec<NewFact> {
        let day = rhythm::day(fact.at, &self.zone);
        let today = self.days.get(&(fact.learner.0, day)).map_or(0, |row| i64::from(row.points));
        let coming = self.coming.entry((fact.learner.0, day)).or_default();
        let points = within_cap(reason.points(), today + *coming);
        if points == 0 {
            return vec![];
        }
        *coming += points;
        let payload = Earned { points, day, reason: Some(reason.key().to_owned()), badge: None };
        vec![earned_fact(fact, &payload)]
    }

    fn practised(&mut self, fact: &Fact) {
        let at = rhythm::practice_time(fact.claimed_at, fact.at);
        let week = rhythm::week_of_day(rhythm::day(at, &self.zone));
        let learner = fact.learner.0;
        self.weeks.change_or((learner, week), || practice_week::Model { learner, week, facts: 0 }).facts += 1;
    }

    fn earned(&mut self, fact: &Fact, payload: Earned) {
        let learner = fact.learner.0;
        if payload.points > 0 {
            let row = self.points.change_or(learner, || learner_points::Model { learner, points: 0, updated_at: 0 });
            row.points += payload.points;
            row.updated_at = millis(fact.at);
            let day = payload.day;
            if let Some(coming) = self.coming.get_mut(&(learner, day)) {
                *coming = (*coming - payload.points).max(0);
            }
            let row = self.days.change_or((learner, day), || points_day::Model { learner, day, points: 0 });
            row.points += i32::try_from(payload.points).unwrap_or(0);
        }
        if let Some(badge) = payload.badge {
            let enrolment = fact.enrolment.map_or(Uuid::nil(), |id| id.0);
            let key = (learner, badge.clone());
            self.badges.change_or(key, || learner_badge::Model {
                learner,
                badge,
                enrolment,
                earned_at: millis(fact.at),
            });
        }
    }
}

fn badge_fact(fact: &Fact, badge: String) -> NewFact {
    earned_fact(fact, &Earned { points: 0, day: 0, reason: None, badge: Some(badge) })
}

fn earned_fact(fact: &Fact, payload: &Earned) -> NewFact {
    NewFact::after(fact, FactKind::Earned, serde_json::to_value(payload).unwrap_or(Value::Null))
}

#[cfg(test)]
mod tests {
    use ledger::Source;
    use serde_json::json;
    use vocabulary::{SubjectId, from_millis};

    use super::*;

    fn fact(kind: FactKind, learner: SubjectId, payload: Value) -> Fact {
        Fact {
            seq: 1,
            id: Uuid::now_v7(),
            cause: None,
            kind,
            learner,
            actor: learner,
            course: None,
            edition: None,
            enrolment: None,
            unit: None,
            session: None,
            at: from_millis(1_795_000_000_000),
            claimed_at: None,
            source: Source::Server,
            version: None,
            payload,
        }
    }

    #[test]
    fn what_is_earned_in_one_breath_keeps_to_the_cap_of_the_day() {
        let mut state = RewardsState {
            points: Rows::default(),
            days: Rows::default(),
            weeks: Rows::default(),
            badges: Rows::default(),
            zone: TimeZone::UTC,
            coming: HashMap::new(),
        };
        let learner = SubjectId::new();
        // Facts that follow from one another are all judged before the first of their points is written down.
        let passed = fact(FactKind::Passed, learner, json!({ "unit": "u", "level": 1, "quiet": false }));
        let earned: Vec<NewFact> = (0..40).flat_map(|_| state.react(&passed)).collect();
        let points = |new: &NewFact| Earned::deserialize(&new.payload).unwrap().points;
        assert_eq!(earned.iter().map(points).sum::<i64>(), 100);
        for new in &earned {
            state.fold(&fact(FactKind::Earned, learner, new.payload.clone()));
        }
        assert!(state.react(&passed).is_empty(), "the day is full");
        assert_eq!(state.points.get(&learner.0).map(|row| row.points), Some(100));
    }
}
