//! `/site`, `/openapi.json`

use actix_web::{HttpRequest, HttpResponse, get, web};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{
    answer,
    state::{House, Site},
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(site).service(openapi);
}

/// What every page shows of the organisation. For everybody.
#[utoipa::path(tag = "site", responses((status = 200, body = Site)))]
#[get("/site")]
async fn site(request: HttpRequest, house: web::Data<House>) -> HttpResponse {
    answer::shared(&request, &*house.site)
}

/// This description. For everybody.
#[utoipa::path(tag = "site", responses((status = 200, description = "OpenAPI 3.1")))]
#[get("/openapi.json")]
async fn openapi(request: HttpRequest) -> HttpResponse {
    answer::shared(&request, &crate::openapi::document())
}
