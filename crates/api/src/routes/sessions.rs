//! `/sessions`: the agenda, for everybody; `/me/sessions`: a person's own seats.

use actix_web::{HttpRequest, HttpResponse, delete, get, http::header, post, put, web};
use live::views::{JoinedView, SessionView};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use vocabulary::Page;

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Anyone, Lang, Paging, Query, SignedIn},
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config
        .service(agenda)
        .service(session)
        .service(calendar)
        .service(mine)
        .service(book)
        .service(release)
        .service(join);
}

/// What is planned and not over, the next one first. For everybody; whoever is signed in sees their own seats.
#[utoipa::path(tag = "sessions", extensions(("x-permission" = json!("anyone"))), params(Lang, Paging), responses(
    (status = 200, body = Page<SessionView>), (status = 422, body = Problem)))]
#[get("/sessions")]
async fn agenda(
    request: HttpRequest,
    Anyone(actor): Anyone,
    house: web::Data<House>,
    Query(lang): Query<Lang>,
    Query(paging): Query<Paging>,
) -> Result<HttpResponse, ApiError> {
    let locale = lang.or(actor.as_ref(), &request);
    Ok(answer::personal(&house.live.agenda(actor.as_ref(), locale, &paging.request()).await?))
}

/// One session. For everybody.
#[utoipa::path(tag = "sessions", extensions(("x-permission" = json!("anyone"))), params(Lang, ("id" = Uuid, Path)), responses(
    (status = 200, body = SessionView), (status = 404, body = Problem)))]
#[get("/sessions/{id}")]
async fn session(
    request: HttpRequest,
    Anyone(actor): Anyone,
    house: web::Data<House>,
    id: web::Path<Uuid>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let locale = lang.or(actor.as_ref(), &request);
    Ok(answer::personal(&house.live.session(actor.as_ref(), *id, locale).await?))
}

/// The calendar file of a session. For everybody.
#[utoipa::path(tag = "sessions", extensions(("x-permission" = json!("anyone"))), params(Lang, ("id" = Uuid, Path)), responses(
    (status = 200, content_type = "text/calendar"), (status = 404, body = Problem)))]
#[get("/sessions/{id}/calendar.ics")]
async fn calendar(
    request: HttpRequest,
    house: web::Data<House>,
    id: web::Path<Uuid>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let file = house.live.calendar(*id, lang.or(None, &request), &house.site.public_url).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{id}.ics\"")))
        .body(file))
}

/// The sessions in which the person has a seat or waits for one and that are not over, called off or not, the next one first.
#[utoipa::path(tag = "sessions", extensions(("x-permission" = json!("signed-in"))), params(Lang, Paging), responses(
    (status = 200, body = Page<SessionView>), (status = 401, body = Problem)))]
#[get("/me/sessions")]
async fn mine(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Query(lang): Query<Lang>,
    Query(paging): Query<Paging>,
) -> Result<HttpResponse, ApiError> {
    let locale = lang.or(Some(&actor), &request);
    Ok(answer::personal(&house.live.my_sessions(&actor, locale, &paging.request()).await?))
}

/// Takes a seat, or the next place in the waiting list when all are taken. Asked again it answers the same.
#[utoipa::path(tag = "sessions", extensions(("x-permission" = json!("signed-in"))), params(Lang, ("id" = Uuid, Path)), responses(
    (status = 200, body = SessionView), (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
#[put("/me/sessions/{id}")]
async fn book(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let locale = lang.or(Some(&actor), &request);
    Ok(answer::personal(&house.live.book(&actor, *id, locale).await?))
}

/// Gives a seat, or a place in the waiting list, back; whoever waits longest gets the seat. Asked again it answers the same.
#[utoipa::path(tag = "sessions", extensions(("x-permission" = json!("signed-in"))), params(Lang, ("id" = Uuid, Path)), responses(
    (status = 200, body = SessionView), (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
#[delete("/me/sessions/{id}")]
async fn release(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let locale = lang.or(Some(&actor), &request);
    Ok(answer::personal(&house.live.release(&actor, *id, locale).await?))
}

/// Comes in: records it, and answers the link of the video room. From a quarter before the hour until the end.
#[utoipa::path(tag = "sessions", extensions(("x-permission" = json!("signed-in"))), params(Lang, ("id" = Uuid, Path)), responses(
    (status = 200, body = JoinedView), (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
#[post("/me/sessions/{id}/joining")]
async fn join(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let locale = lang.or(Some(&actor), &request);
    Ok(answer::personal(&house.live.join(&actor, *id, locale).await?))
}
