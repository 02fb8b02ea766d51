//! `/me/rewards`: points, level, badges, rhythm, reviews.

use actix_web::{HttpResponse, get, web};
use progress::views::Rewards;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::SignedIn,
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(rewards);
}

/// The person's rewards.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), responses((status = 200, body = Rewards), (status = 401, body = Problem)))]
#[get("/me/rewards")]
async fn rewards(SignedIn(actor): SignedIn, house: web::Data<House>) -> Result<HttpResponse, ApiError> {
    Ok(answer::personal(&house.progress.rewards(&actor).await?))
}
