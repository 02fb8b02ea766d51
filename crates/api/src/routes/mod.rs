//! The routes, one file an address. Each translates: extract, one service method, answer.

mod admin;
mod admin_sessions;
mod attempts;
mod certificates;
mod courses;
mod demo;
mod enrolments;
mod facts;
mod health;
mod media;
mod people;
mod rewards;
mod session;
mod sessions;
mod site;
mod studio;
mod studio_imports;

pub use self::certificates::{ask_certificate, certificate_now};
pub use self::courses::{CourseAnswer, ask_catalogue, catalogue_address};

use actix_web::{HttpRequest, web};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{error::ApiError, fallback};

/// Registers every operation under `/api/v1`, and the media beside it.
pub fn configure(config: &mut ServiceConfig) {
    // What cannot be the id of anything looks like an id that is unknown.
    config.app_data(web::PathConfig::default().error_handler(|_, _| ApiError::not_found().into()));
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
            .configure(sessions::configure)
            .configure(studio::configure)
            .configure(studio_imports::configure)
            .configure(admin::configure)
            .configure(admin_sessions::configure)
            .default_service(web::to(|request: HttpRequest| async move { fallback::no_route(&request) })),
    );
    config.configure(health::configure).service(media::file);
}
