//! `/me/facts`: what a learner's browser reports.

use actix_web::{HttpResponse, post, web};
use progress::views::{FactIn, FactOut};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Body, SignedIn},
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(record);
}

/// A batch of facts.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct FactsBody {
    /// 1 to 100 facts, oldest first.
    #[schema(min_items = 1, max_items = 100)]
    facts: Vec<FactIn>,
}

/// What became of each.
#[derive(Serialize, ToSchema)]
struct FactsAnswer {
    /// In the order of the request.
    results: Vec<FactOut>,
}

/// Records what a learner did; each fact is answered, and a repeat gets its first answer.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), request_body = FactsBody, responses(
    (status = 200, body = FactsAnswer), (status = 401, body = Problem), (status = 422, body = Problem)))]
#[post("/me/facts")]
async fn record(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Body(body): Body<FactsBody>,
) -> Result<HttpResponse, ApiError> {
    let results = house.progress.record(&actor, &body.facts).await?;
    Ok(answer::personal(&FactsAnswer { results }))
}
