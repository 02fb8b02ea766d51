//! The routes, one file an address. Each translates: extract, one service method, answer.

mod admin;
mod attempts;
mod certificates;
mod courses;
mod demo;
mod enrolments;
mod facts;
mod media;
mod people;
mod rewards;
mod session;
mod site;
mod studio;

use actix_web::{web, web::JsonConfig};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::ApiError;

/// The longest body of a request, bytes.
const BODY_LIMIT: usize = 256 * 1024;

/// Registers every operation under `/api/v1`, and the media beside it.
pub fn configure(config: &mut ServiceConfig) {
    let json = JsonConfig::default().limit(BODY_LIMIT).error_handler(|error, _| body_error(&error).into());
    let query = web::QueryConfig::default().error_handler(|error, _| query_error(&error).into());
    let path = web::PathConfig::default().error_handler(|_, _| ApiError::not_found().into());
    config.app_data(json).app_data(query).app_data(path);
    config.service(
        utoipa_actix_web::scope("/api/v1")
            .configure(site::configure)
            .configure(session::configure)
            .configure(people::configure)
            .configure(demo::configure)
            .configure(courses::configure)
            .configure(enrolments::configure)
            .configure(facts::configure)
            .configure(attempts::configure)
            .configure(rewards::configure)
            .configure(certificates::configure)
            .configure(studio::configure)
            .configure(admin::configure),
    );
    config.service(media::file);
}

fn body_error(error: &actix_web::error::JsonPayloadError) -> ApiError {
    use actix_web::{error::JsonPayloadError as E, http::StatusCode};
    match error {
        E::Overflow { .. } | E::OverflowKnownLength { .. } => {
            ApiError::new(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large")
        }
        E::ContentType => ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type"),
        // A field that is missing or of another type; what and where is in serde's words, which name no internals.
        E::Deserialize(error) if error.is_data() => ApiError::invalid("", "wrong-shape").detail(&error.to_string()),
        _ => ApiError::new(StatusCode::BAD_REQUEST, "malformed-json"),
    }
}

fn query_error(error: &actix_web::error::QueryPayloadError) -> ApiError {
    ApiError::invalid("/query", "wrong-shape").detail(&error.to_string())
}
