//! Reading the projections of learning. Writing them is the ledger's business alone.

use std::collections::HashMap;

use database::{
    CHUNK, Database,
    entity::{
        attempt, enrolment, learner_badge, learner_points, points_day, practice_week, question_state, unit_state,
        written_answer,
    },
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::Error;

pub(crate) async fn enrolment(db: &Database, id: Uuid) -> Result<Option<enrolment::Model>, Error> {
    Ok(enrolment::Entity::find_by_id(id).one(db.read()).await?)
}

/// Several enrolments at once.
pub(crate) async fn enrolments(db: &Database, ids: &[Uuid]) -> Result<HashMap<Uuid, enrolment::Model>, Error> {
    let mut rows = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        let found =
            enrolment::Entity::find().filter(enrolment::Column::Id.is_in(chunk.iter().copied())).all(db.read()).await?;
        rows.extend(found.into_iter().map(|row| (row.id, row)));
    }
    Ok(rows)
}

/// A learner's enrolments, the one used last first; after the cursor `(last_at, id)`.
pub(crate) async fn of_learner(
    db: &Database,
    learner: Uuid,
    after: Option<(i64, Uuid)>,
    limit: u64,
) -> Result<Vec<enrolment::Model>, Error> {
    let mut query = enrolment::Entity::find()
        .filter(enrolment::Column::Learner.eq(learner))
        .order_by_desc(enrolment::Column::LastAt)
        .order_by_desc(enrolment::Column::Id)
        .limit(limit);
    if let Some((last_at, id)) = after {
        query = query.filter(
            Condition::any()
                .add(enrolment::Column::LastAt.lt(last_at))
                .add(Condition::all().add(enrolment::Column::LastAt.eq(last_at)).add(enrolment::Column::Id.lt(id))),
        );
    }
    Ok(query.all(db.read()).await?)
}

pub(crate) async fn of_learner_in_course(
    db: &Database,
    learner: Uuid,
    course: Uuid,
) -> Result<Option<enrolment::Model>, Error> {
    Ok(enrolment::Entity::find()
        .filter(enrolment::Column::Learner.eq(learner))
        .filter(enrolment::Column::CourseId.eq(course))
        .order_by_desc(enrolment::Column::StartedAt)
        .one(db.read())
        .await?)
}

/// How many enrolments there are by course and state: of some courses or all, and only those without a sign of their
/// learner since `quiet_since`, when that is given.
pub(crate) async fn count_by_course(
    db: &Database,
    courses: Option<&[Uuid]>,
    quiet_since: Option<i64>,
) -> Result<Vec<(Uuid, String, u64)>, Error> {
    use enrolment::Column::{CourseId, Id, LastAt, State};
    let mut query = enrolment::Entity::find()
        .select_only()
        .columns([CourseId, State])
        .column_as(Id.count(), "count")
        .group_by(CourseId)
        .group_by(State);
    if let Some(courses) = courses {
        query = query.filter(CourseId.is_in(courses.iter().copied()));
    }
    if let Some(since) = quiet_since {
        query = query.filter(LastAt.lt(since));
    }
    let rows: Vec<(Uuid, String, i64)> = query.into_tuple().all(db.read()).await?;
    Ok(rows.into_iter().map(|(course, state, count)| (course, state, u64::try_from(count).unwrap_or(0))).collect())
}

pub(crate) async fn units(
    db: &Database,
    enrolments: &[Uuid],
) -> Result<HashMap<(Uuid, String), unit_state::Model>, Error> {
    let mut rows = HashMap::new();
    for chunk in enrolments.chunks(CHUNK) {
        let found = unit_state::Entity::find()
            .filter(unit_state::Column::EnrolmentId.is_in(chunk.iter().copied()))
            .all(db.read())
            .await?;
        rows.extend(found.into_iter().map(|row| ((row.enrolment_id, row.unit_key.clone()), row)));
    }
    Ok(rows)
}

pub(crate) async fn questions(db: &Database, enrolment: Uuid, unit: &str) -> Result<Vec<question_state::Model>, Error> {
    Ok(question_state::Entity::find()
        .filter(question_state::Column::EnrolmentId.eq(enrolment))
        .filter(question_state::Column::UnitKey.eq(unit))
        .all(db.read())
        .await?)
}

pub(crate) async fn attempts(db: &Database, enrolment: Uuid, unit: &str) -> Result<Vec<attempt::Model>, Error> {
    Ok(attempt::Entity::find()
        .filter(attempt::Column::EnrolmentId.eq(enrolment))
        .filter(attempt::Column::UnitKey.eq(unit))
        .order_by_asc(attempt::Column::Number)
        .all(db.read())
        .await?)
}

/// The sittings of an enrolment that nobody handed in, the oldest first.
pub(crate) async fn open_attempts(db: &Database, enrolment: Uuid) -> Result<Vec<attempt::Model>, Error> {
    Ok(attempt::Entity::find()
        .filter(attempt::Column::EnrolmentId.eq(enrolment))
        .filter(attempt::Column::SubmittedAt.is_null())
        .order_by_asc(attempt::Column::StartedAt)
        .all(db.read())
        .await?)
}

pub(crate) async fn attempt(db: &Database, id: Uuid) -> Result<Option<attempt::Model>, Error> {
    Ok(attempt::Entity::find_by_id(id).one(db.read()).await?)
}

/// Sittings whose time was over before `before` and that nobody handed in, oldest first.
pub(crate) async fn expired(db: &Database, before: i64, limit: u64) -> Result<Vec<attempt::Model>, Error> {
    Ok(attempt::Entity::find()
        .filter(attempt::Column::SubmittedAt.is_null())
        .filter(attempt::Column::DeadlineAt.lt(before))
        .order_by_asc(attempt::Column::DeadlineAt)
        .limit(limit)
        .all(db.read())
        .await?)
}

/// The answers behind facts, as JSON.
pub(crate) async fn written(db: &Database, facts: &[Uuid]) -> Result<HashMap<Uuid, String>, Error> {
    let mut rows = HashMap::new();
    for chunk in facts.chunks(CHUNK) {
        let found = written_answer::Entity::find()
            .filter(written_answer::Column::FactId.is_in(chunk.iter().copied()))
            .all(db.read())
            .await?;
        rows.extend(found.into_iter().map(|row| (row.fact_id, row.answer)));
    }
    Ok(rows)
}

pub(crate) async fn points(db: &Database, learner: Uuid) -> Result<i64, Error> {
    Ok(learner_points::Entity::find_by_id(learner).one(db.read()).await?.map_or(0, |row| row.points))
}

pub(crate) async fn points_of_day(db: &Database, learner: Uuid, day: i32) -> Result<i64, Error> {
    Ok(points_day::Entity::find_by_id((learner, day)).one(db.read()).await?.map_or(0, |row| i64::from(row.points)))
}

pub(crate) async fn weeks(db: &Database, learner: Uuid, since: i32) -> Result<Vec<i32>, Error> {
    let rows = practice_week::Entity::find()
        .filter(practice_week::Column::Learner.eq(learner))
        .filter(practice_week::Column::Week.gte(since))
        .all(db.read())
        .await?;
    Ok(rows.into_iter().map(|row| row.week).collect())
}

pub(crate) async fn badges(db: &Database, learner: Uuid) -> Result<Vec<learner_badge::Model>, Error> {
    Ok(learner_badge::Entity::find()
        .filter(learner_badge::Column::Learner.eq(learner))
        .order_by_asc(learner_badge::Column::EarnedAt)
        .all(db.read())
        .await?)
}

/// The questions that are due again, the oldest first.
pub(crate) async fn due(
    db: &Database,
    learner: Uuid,
    now: i64,
    limit: u64,
) -> Result<Vec<question_state::Model>, Error> {
    let mine = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::Id)
        .filter(enrolment::Column::Learner.eq(learner))
        .filter(enrolment::Column::State.ne(crate::learning::enrolment_state::CLOSED));
    Ok(question_state::Entity::find()
        .filter(question_state::Column::EnrolmentId.in_subquery(sea_orm::QueryTrait::into_query(mine)))
        .filter(question_state::Column::ReviewDueAt.lte(now))
        .order_by_asc(question_state::Column::ReviewDueAt)
        .order_by_asc(question_state::Column::EnrolmentId)
        .order_by_asc(question_state::Column::UnitKey)
        .order_by_asc(question_state::Column::Block)
        .limit(limit)
        .all(db.read())
        .await?)
}
