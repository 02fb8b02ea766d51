//! `/demo`: entering as somebody with one tap, and preparing the next visit. Not found on a real installation.

use std::sync::Arc;

use accounts::ProfileChange;
use actix_web::{HttpRequest, HttpResponse, get, http::StatusCode, post, web};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use vocabulary::Locale;

use super::session::{Me, entered};
use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Body, browser_language},
    state::{Demo, DemoOffer, House},
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(look).service(enter).service(reset);
}

fn demo(house: &House) -> Result<Arc<Demo>, ApiError> {
    house.demo.clone().ok_or_else(ApiError::not_found)
}

/// The people one can be, and certificates to look at. For everybody, in a demo only.
#[utoipa::path(tag = "demo", extensions(("x-permission" = json!("demo"))), responses((status = 200, body = DemoOffer), (status = 404, body = Problem)))]
#[get("/demo")]
async fn look(house: web::Data<House>) -> Result<HttpResponse, ApiError> {
    Ok(answer::personal(&demo(&house)?.offer()))
}

/// Whom to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EntryBody {
    /// `learner`, `author` or `administrator`.
    role: String,
    /// The language to go on in; the browser's when missing.
    language: Option<Locale>,
}

/// Enters as one of the demo's people, without a password. For everybody, in a demo only.
#[utoipa::path(tag = "demo", extensions(("x-permission" = json!("demo"))), request_body = EntryBody, responses(
    (status = 200, body = Me), (status = 404, body = Problem)))]
#[post("/demo/entry")]
async fn enter(
    request: HttpRequest,
    house: web::Data<House>,
    Body(body): Body<EntryBody>,
) -> Result<HttpResponse, ApiError> {
    let demo = demo(&house)?;
    let offer = demo.offer();
    let person = offer.people.iter().find(|person| person.role == body.role).ok_or_else(ApiError::not_found)?;
    let mut signed_in = house.accounts.enter_demo(demo.pass(), &person.login).await?;
    // The visitor reads on in their own language.
    let language = body.language.unwrap_or_else(|| browser_language(&request));
    let change = ProfileChange { language: Some(language), ..ProfileChange::default() };
    signed_in.actor = house.accounts.change_profile(&signed_in.actor, change).await?;
    house.progress.switch_everywhere(&signed_in.actor, language).await?;
    Ok(entered(&house, &signed_in))
}

/// Prepares the demo for the next visitor. For everybody, in a demo only.
#[utoipa::path(tag = "demo", extensions(("x-permission" = json!("demo"))), responses((status = 204), (status = 404, body = Problem), (status = 503, body = Problem)))]
#[post("/demo/reset")]
async fn reset(house: web::Data<House>) -> Result<HttpResponse, ApiError> {
    demo(&house)?.reset().await.map_err(|reason| {
        tracing::error!(%reason, "the demo could not be prepared again");
        ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable")
    })?;
    Ok(answer::done())
}
