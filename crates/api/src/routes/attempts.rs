//! `/me/attempts`: sittings of a quiz.

use actix_web::{HttpResponse, get, post, web};
use progress::views::{AttemptResult, AttemptView};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Body, SignedIn},
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(start).service(look).service(submit);
}

/// Which quiz to sit.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AttemptBody {
    /// Made by the client, so that a repeat is recognised.
    id: Uuid,
    /// The enrolment.
    enrolment: Uuid,
    /// The unit's key.
    unit: String,
}

/// Draws the questions and starts the clock; a sitting that goes on already is answered instead.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), request_body = AttemptBody, responses(
    (status = 200, body = AttemptView), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
#[post("/me/attempts")]
async fn start(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Body(body): Body<AttemptBody>,
) -> Result<HttpResponse, ApiError> {
    Ok(answer::personal(&house.progress.start_attempt(&actor, body.id, body.enrolment, &body.unit).await?))
}

/// A sitting: questions, answers so far, and the result once it is over.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(("id" = Uuid, Path)), responses(
    (status = 200, body = AttemptView), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/me/attempts/{id}")]
async fn look(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, ApiError> {
    Ok(answer::personal(&house.progress.attempt(&actor, *id).await?))
}

/// Hands a sitting in; again, it answers the same.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(("id" = Uuid, Path)), responses(
    (status = 200, body = AttemptResult), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[post("/me/attempts/{id}/submission")]
async fn submit(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, ApiError> {
    Ok(answer::personal(&house.progress.submit(&actor, *id).await?))
}
