//! `/site`, `/openapi.json`

use std::sync::OnceLock;

use actix_web::{HttpRequest, HttpResponse, get, web};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{
    answer,
    shared::Prepared,
    state::{House, Site},
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(site).service(openapi);
}

/// What every page shows of the organisation. For everybody.
#[utoipa::path(tag = "site", extensions(("x-permission" = json!("anyone"))), responses((status = 200, body = Site), (status = 304)))]
#[get("/site")]
async fn site(request: HttpRequest, house: web::Data<House>) -> HttpResponse {
    Prepared::json(&*house.site).respond(&request, answer::ASK_AGAIN, "Accept-Encoding")
}

/// This description. For everybody.
#[utoipa::path(tag = "site", extensions(("x-permission" = json!("anyone"))), responses((status = 200, description = "OpenAPI 3.1"), (status = 304)))]
#[get("/openapi.json")]
async fn openapi(request: HttpRequest) -> HttpResponse {
    static DESCRIPTION: OnceLock<Prepared> = OnceLock::new();
    DESCRIPTION.get_or_init(|| Prepared::json(&crate::openapi::document())).respond(
        &request,
        answer::ASK_AGAIN,
        "Accept-Encoding",
    )
}
