//! Reading and writing rooms, sessions and their slots; reading seats. No other crate writes these tables.

use std::collections::HashMap;

use database::{
    CHUNK, Conflict, Tx,
    entity::{live_session, room, room_slot, seat},
    insert_rows,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait as _, FromQueryResult,
    IntoActiveModel as _, QueryFilter, QueryOrder, QuerySelect, QueryTrait as _,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;
use vocabulary::SubjectId;

use crate::{
    Error, rules,
    seats::{BOOKED, RELEASED},
};

/// It will take place.
pub(crate) const PLANNED: &str = "planned";
/// It was called off.
pub(crate) const CANCELLED: &str = "cancelled";

/// Where a page of sessions ends: by their hour, ids decide between equals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    starts_at: i64,
    id: Uuid,
}

impl Place {
    pub(crate) fn of(row: &live_session::Model) -> String {
        format!("{}.{}", row.starts_at, row.id)
    }

    pub(crate) fn parse(cursor: &str) -> Result<Self, Error> {
        let (starts_at, id) = cursor.split_once('.').ok_or(Error::Cursor)?;
        let (Ok(starts_at), Ok(id)) = (starts_at.parse(), id.parse()) else { return Err(Error::Cursor) };
        Ok(Self { starts_at, id })
    }
}

/// Which sessions a list shows.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Which {
    /// Those that are not over at this moment, and planned unless they are a learner's own.
    pub(crate) coming_at: Option<i64>,
    /// Those in which this learner has a seat or waits for one.
    pub(crate) of: Option<SubjectId>,
    /// The last one first.
    pub(crate) newest_first: bool,
}

pub(crate) async fn session(on: &impl ConnectionTrait, id: Uuid) -> Result<Option<live_session::Model>, Error> {
    Ok(live_session::Entity::find_by_id(id).one(on).await?)
}

pub(crate) async fn sessions(
    on: &impl ConnectionTrait,
    which: Which,
    after: Option<Place>,
    limit: u64,
) -> Result<Vec<live_session::Model>, Error> {
    use live_session::Column::{EndsAt, Id, StartsAt, State};
    let mut query = live_session::Entity::find();
    if let Some(now) = which.coming_at {
        query = query.filter(EndsAt.gt(now));
        // Whoever has a seat must see that it was called off.
        if which.of.is_none() {
            query = query.filter(State.eq(PLANNED));
        }
    }
    if let Some(learner) = which.of {
        let mine = seat::Entity::find()
            .select_only()
            .column(seat::Column::SessionId)
            .filter(seat::Column::Learner.eq(learner.0))
            .filter(seat::Column::State.ne(RELEASED));
        query = query.filter(Id.in_subquery(mine.into_query()));
    }
    if let Some(Place { starts_at, id }) = after {
        let beyond = |column: live_session::Column, value: sea_orm::Value| {
            if which.newest_first { column.lt(value) } else { column.gt(value) }
        };
        query = query.filter(
            Condition::any()
                .add(beyond(StartsAt, starts_at.into()))
                .add(Condition::all().add(StartsAt.eq(starts_at)).add(beyond(Id, id.into()))),
        );
    }
    let order = if which.newest_first { sea_orm::Order::Desc } else { sea_orm::Order::Asc };
    Ok(query.order_by(StartsAt, order.clone()).order_by(Id, order).limit(limit).all(on).await?)
}

/// How many seats of a session are in one state.
#[derive(FromQueryResult)]
struct Counted {
    session_id: Uuid,
    state: String,
    count: i64,
}

/// Seats given, and people who wait, by session.
pub(crate) async fn taken(on: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, (u32, u32)>, Error> {
    let mut found: HashMap<Uuid, (u32, u32)> = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        let rows = seat::Entity::find()
            .select_only()
            .columns([seat::Column::SessionId, seat::Column::State])
            .column_as(seat::Column::Learner.count(), "count")
            .filter(seat::Column::SessionId.is_in(chunk.iter().copied()))
            .filter(seat::Column::State.ne(RELEASED))
            .group_by(seat::Column::SessionId)
            .group_by(seat::Column::State)
            .into_model::<Counted>()
            .all(on)
            .await?;
        for Counted { session_id, state, count } in rows {
            let counts = found.entry(session_id).or_default();
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            if state == BOOKED { counts.0 = count } else { counts.1 = count }
        }
    }
    Ok(found)
}

/// A learner's seats in these sessions, those given back left out.
pub(crate) async fn seats_of(
    on: &impl ConnectionTrait,
    learner: SubjectId,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, seat::Model>, Error> {
    let mut found = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        let rows = seat::Entity::find()
            .filter(seat::Column::Learner.eq(learner.0))
            .filter(seat::Column::SessionId.is_in(chunk.iter().copied()))
            .filter(seat::Column::State.ne(RELEASED))
            .all(on)
            .await?;
        found.extend(rows.into_iter().map(|row| (row.session_id, row)));
    }
    Ok(found)
}

/// The seats of a session in the order in which they were asked for, those given back left out.
pub(crate) async fn line(
    on: &impl ConnectionTrait,
    session: Uuid,
    after: Option<i64>,
    limit: u64,
) -> Result<Vec<seat::Model>, Error> {
    let mut query = seat::Entity::find()
        .filter(seat::Column::SessionId.eq(session))
        .filter(seat::Column::State.ne(RELEASED))
        .order_by_asc(seat::Column::Turn)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(seat::Column::Turn.gt(after));
    }
    Ok(query.all(on).await?)
}

pub(crate) async fn rooms(
    on: &impl ConnectionTrait,
    after: Option<(String, Uuid)>,
    limit: u64,
) -> Result<Vec<room::Model>, Error> {
    use room::Column::{Id, Name};
    let mut query = room::Entity::find().order_by_asc(Name).order_by_asc(Id).limit(limit);
    if let Some((name, id)) = after {
        query = query.filter(Name.gt(&name).or(Name.eq(&name).and(Id.gt(id))));
    }
    Ok(query.all(on).await?)
}

pub(crate) async fn rooms_by_id(on: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, room::Model>, Error> {
    let mut found = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        let rows = room::Entity::find().filter(room::Column::Id.is_in(chunk.iter().copied())).all(on).await?;
        found.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(found)
}

/// Inserts a room; one that is there already stays as it is.
pub(crate) async fn insert_room(tx: &Tx, row: room::Model) -> Result<(), Error> {
    let once = OnConflict::column(room::Column::Id).do_nothing().to_owned();
    room::Entity::insert(row.into_active_model().reset_all()).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

/// Inserts a session with the slots of its room; `false` when it is there already.
///
/// # Errors
/// `room-taken` when the room belongs to another session at that time.
pub(crate) async fn insert_session(tx: &Tx, row: live_session::Model) -> Result<bool, Error> {
    let (id, room, hours) = (row.id, row.room_id, rules::planning::slots(row.starts_at, row.ends_at));
    let once = OnConflict::column(live_session::Column::Id).do_nothing().to_owned();
    let inserted = live_session::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(once)
        .exec_without_returning(tx)
        .await?;
    if inserted == 0 {
        return Ok(false);
    }
    if let Some(room) = room {
        let taken = room_slot::Entity::find()
            .filter(room_slot::Column::RoomId.eq(room))
            .filter(room_slot::Column::Slot.gte(hours.start))
            .filter(room_slot::Column::Slot.lt(hours.end))
            .one(tx)
            .await?;
        if taken.is_some() {
            return Err(Error::refused("room-taken"));
        }
        let slots = hours.map(|slot| vec![room.into(), slot.into(), id.into()]).collect();
        // Of two at once the key lets one in, whatever each of them saw before.
        let done = insert_rows(tx, "room_slot", &["room_id", "slot", "session_id"], Conflict::Fail, slots).await;
        if let Err(error) = done {
            return Err(if error.kind() == "conflict" { Error::refused("room-taken") } else { error.into() });
        }
    }
    Ok(true)
}

/// Calls a session off and gives its room back; `false` when it was before.
pub(crate) async fn mark_cancelled(tx: &Tx, id: Uuid) -> Result<bool, Error> {
    let done = live_session::Entity::update_many()
        .col_expr(live_session::Column::State, Expr::value(CANCELLED))
        .filter(live_session::Column::Id.eq(id))
        .filter(live_session::Column::State.eq(PLANNED))
        .exec(tx)
        .await?;
    room_slot::Entity::delete_many().filter(room_slot::Column::SessionId.eq(id)).exec(tx).await?;
    Ok(done.rows_affected > 0)
}
