//! `/people`: signing up.

use accounts::SignUp;
use actix_web::{HttpRequest, HttpResponse, post, web};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use vocabulary::Locale;

use super::session::{Me, entered};
use crate::{
    error::{ApiError, Problem},
    extract::{Body, address, browser_language},
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(sign_up);
}

/// What signing up asks for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SignUpBody {
    /// The name that certificates will carry.
    #[schema(min_length = 1, max_length = 120)]
    name: String,
    /// A user name or an e-mail address.
    #[schema(min_length = 3, max_length = 254)]
    login: String,
    /// A password, as typed.
    #[schema(min_length = 8, max_length = 128)]
    password: String,
    /// The language of the interface.
    language: Option<Locale>,
}

/// Makes a person and signs them in. For everybody.
#[utoipa::path(tag = "session", extensions(("x-permission" = json!("anyone"))), request_body = SignUpBody, responses(
    (status = 200, body = Me), (status = 409, body = Problem), (status = 422, body = Problem),
    (status = 429, body = Problem), (status = 503, body = Problem)))]
#[post("/people")]
async fn sign_up(
    request: HttpRequest,
    house: web::Data<House>,
    Body(body): Body<SignUpBody>,
) -> Result<HttpResponse, ApiError> {
    let language = body.language.unwrap_or_else(|| browser_language(&request));
    let form = SignUp { name: body.name, login: body.login, password: body.password, language };
    let signed_in = house.accounts.sign_up(form, address(&request)).await?;
    Ok(entered(&house, &signed_in))
}
