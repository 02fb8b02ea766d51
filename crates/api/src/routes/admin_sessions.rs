//! `/admin/sessions` and `/admin/rooms`: planning, and the attendance list.

use accounts::Administrator;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put, web};
use live::{
    NewRoom, NewSession,
    views::{RoomView, RosterSeat, SessionView},
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use vocabulary::{Page, SubjectId, Timestamp};

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Body, Lang, Paging, Query, SignedIn},
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config
        .service(rooms)
        .service(open_room)
        .service(sessions)
        .service(plan)
        .service(call_off)
        .service(roster)
        .service(tick);
}

/// The rooms, by name.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(Paging), responses(
    (status = 200, body = Page<RoomView>), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/admin/rooms")]
async fn rooms(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Query(paging): Query<Paging>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    Ok(answer::personal(&house.live.rooms(&permit, &paging.request()).await?))
}

/// A room to be opened.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RoomBody {
    /// Its name.
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// How to get there.
    #[serde(default)]
    #[schema(max_length = 200)]
    address: String,
    /// How many people it holds.
    #[schema(minimum = 1, maximum = 10000)]
    seats: u32,
}

/// Opens a room.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), request_body = RoomBody, responses(
    (status = 200, body = RoomView), (status = 401, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
#[post("/admin/rooms")]
async fn open_room(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Body(body): Body<RoomBody>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    let new = NewRoom { name: body.name, address: body.address, seats: body.seats };
    Ok(answer::personal(&house.live.open_room(&permit, new).await?))
}

/// Every session that was ever planned, the last one first.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(Lang, Paging), responses(
    (status = 200, body = Page<SessionView>), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/admin/sessions")]
async fn sessions(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Query(lang): Query<Lang>,
    Query(paging): Query<Paging>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    let locale = lang.or(Some(&actor), &request);
    Ok(answer::personal(&house.live.plans(&permit, locale, &paging.request()).await?))
}

/// A session to be planned.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SessionBody {
    /// The key of a published course.
    course: String,
    /// When it begins: on five minutes, in the future.
    #[schema(value_type = String, format = DateTime)]
    starts: Timestamp,
    /// How long it takes, in steps of five.
    #[schema(minimum = 15, maximum = 600)]
    minutes: u32,
    /// Where people meet.
    #[serde(default)]
    room: Option<Uuid>,
    /// The https address of the video room.
    #[serde(default)]
    #[schema(max_length = 500)]
    link: Option<String>,
    /// How many can take part; without it as many as the room has seats, or everybody.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 100000)]
    places: Option<u32>,
}

/// Plans a session.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(Lang), request_body = SessionBody, responses(
    (status = 200, body = SessionView), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
#[post("/admin/sessions")]
async fn plan(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Query(lang): Query<Lang>,
    Body(body): Body<SessionBody>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    let SessionBody { course, starts, minutes, room, link, places } = body;
    let new = NewSession { course, starts, minutes, room, link, places };
    Ok(answer::personal(&house.live.plan(&permit, new, lang.or(Some(&actor), &request)).await?))
}

/// Calls a session off; those who have a seat see it. Asked again it answers the same.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(Lang, ("id" = Uuid, Path)), responses(
    (status = 200, body = SessionView), (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
#[delete("/admin/sessions/{id}")]
async fn call_off(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    let locale = lang.or(Some(&actor), &request);
    Ok(answer::personal(&house.live.call_off(&permit, *id, locale).await?))
}

/// Who has a seat in a session or waits for one, in the order in which they asked.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(Paging, ("id" = Uuid, Path)), responses(
    (status = 200, body = Page<RosterSeat>), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/admin/sessions/{id}/seats")]
async fn roster(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
    Query(paging): Query<Paging>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    Ok(answer::personal(&house.live.roster(&actor.scope(), &permit, *id, &paging.request()).await?))
}

/// What the attendance list says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AttendanceBody {
    /// They were there.
    present: bool,
}

/// Says whether somebody with a seat was there; a later word counts more.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(("id" = Uuid, Path), ("learner" = Uuid, Path)),
    request_body = AttendanceBody, responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
#[put("/admin/sessions/{id}/seats/{learner}/attendance")]
async fn tick(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    path: web::Path<(Uuid, Uuid)>,
    Body(body): Body<AttendanceBody>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    house.live.tick(&permit, path.0, SubjectId(path.1), body.present).await?;
    Ok(answer::done())
}
