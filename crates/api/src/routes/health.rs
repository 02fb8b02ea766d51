//! `/health`: for whoever watches over the service, and for the balancer in front of it.

use actix_web::{HttpResponse, get, http::StatusCode, web};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{answer, error::ApiError, state::House};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(live).service(ready);
}

/// How it is.
#[derive(Serialize, ToSchema)]
struct Health {
    /// `live` or `ready`.
    status: &'static str,
}

/// The program runs. It says nothing of what stands behind it: that is no reason to start it again.
#[utoipa::path(tag = "site", extensions(("x-permission" = json!("anyone"))), responses((status = 200, body = Health)))]
#[get("/health/live")]
async fn live() -> HttpResponse {
    answer::personal(&Health { status: "live" })
}

/// It can answer people: its database does.
#[utoipa::path(tag = "site", extensions(("x-permission" = json!("anyone"))), responses((status = 200, body = Health)))]
#[get("/health/ready")]
async fn ready(house: web::Data<House>) -> Result<HttpResponse, ApiError> {
    match house.accounts.ready().await {
        Ok(()) => Ok(answer::personal(&Health { status: "ready" })),
        Err(error) => {
            tracing::warn!(%error, "the service is not ready");
            Err(ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable"))
        }
    }
}
