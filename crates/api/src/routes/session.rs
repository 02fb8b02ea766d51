//! `/session`: signing in, who am I, signing out. `/me`: the person's own settings.

use accounts::{Actor, ProfileChange};
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, web};
use garde::Validate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use vocabulary::Locale;

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Body, SignedIn, address, session_cookie, token},
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(who).service(sign_in).service(sign_out).service(change);
}

/// Whoever is signed in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Me {
    person_id: Uuid,
    /// The name that certificates carry.
    name: String,
    /// The name or address with which they sign in.
    login: String,
    language: Locale,
    /// `learner`, `author`, `administrator`.
    roles: Vec<&'static str>,
    /// Points and badges are shown.
    rewards: bool,
}

impl From<&Actor> for Me {
    fn from(actor: &Actor) -> Self {
        let profile = actor.profile();
        Self {
            person_id: actor.person().0,
            name: profile.name.clone(),
            login: profile.login.clone(),
            language: profile.language,
            roles: actor.roles().iter().map(accounts::Role::name).collect(),
            rewards: profile.rewards,
        }
    }
}

/// Who is signed in.
#[utoipa::path(tag = "session", extensions(("x-permission" = json!("signed-in"))), responses((status = 200, body = Me), (status = 401, body = Problem)))]
#[get("/session")]
async fn who(SignedIn(actor): SignedIn) -> HttpResponse {
    answer::personal(&Me::from(&actor))
}

/// What signing in asks for.
#[derive(Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
struct SignInBody {
    /// The name or address.
    #[garde(length(chars, max = 254))]
    #[schema(max_length = 254)]
    login: String,
    /// As typed.
    #[garde(length(chars, max = 1000))]
    #[schema(max_length = 1000)]
    password: String,
}

/// Signs in and sets the session's cookie. For everybody; ten wrong guesses a minute.
#[utoipa::path(tag = "session", extensions(("x-permission" = json!("anyone"))), request_body = SignInBody, responses(
    (status = 200, body = Me), (status = 401, body = Problem), (status = 422, body = Problem),
    (status = 429, body = Problem), (status = 503, body = Problem)))]
#[post("/session")]
async fn sign_in(
    request: HttpRequest,
    house: web::Data<House>,
    Body(body): Body<SignInBody>,
) -> Result<HttpResponse, ApiError> {
    body.validate().map_err(|report| ApiError::from_report(&report))?;
    let signed_in = house.accounts.sign_in(&body.login, &body.password, address(&request)).await?;
    Ok(entered(&house, &signed_in))
}

/// The answer to everybody who has just come in.
pub(super) fn entered(house: &House, signed_in: &accounts::SignedIn) -> HttpResponse {
    let mut response = answer::personal(&Me::from(&signed_in.actor));
    // A cookie that we made ourselves is always well formed.
    response.add_cookie(&session_cookie(house, Some(signed_in.token.value()))).ok();
    response
}

/// Ends the session. For everybody: without one nothing happens.
#[utoipa::path(tag = "session", extensions(("x-permission" = json!("anyone"))), responses((status = 204)))]
#[delete("/session")]
async fn sign_out(request: HttpRequest, house: web::Data<House>) -> Result<HttpResponse, ApiError> {
    if let Some(token) = token(&request, &house)
        && let Some(actor) = house.accounts.who(&token).await?
    {
        house.accounts.sign_out(&actor).await?;
    }
    let mut response = answer::done();
    response.add_cookie(&session_cookie(&house, None)).ok();
    Ok(response)
}

/// What a person changes about themselves; what is missing stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MeChange {
    /// The name that later certificates carry.
    #[schema(max_length = 120)]
    name: Option<String>,
    /// The language of the interface.
    language: Option<Locale>,
    /// Show points and badges.
    rewards: Option<bool>,
}

/// Changes the person's own settings.
#[utoipa::path(tag = "session", extensions(("x-permission" = json!("signed-in"))), request_body = MeChange, responses(
    (status = 200, body = Me), (status = 401, body = Problem), (status = 422, body = Problem)))]
#[patch("/me")]
async fn change(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Body(body): Body<MeChange>,
) -> Result<HttpResponse, ApiError> {
    let change = ProfileChange { name: body.name, language: body.language, rewards: body.rewards };
    let actor = house.accounts.change_profile(&actor, change).await?;
    Ok(answer::personal(&Me::from(&actor)))
}
