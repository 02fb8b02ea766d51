//! The description of the interface, made from the routes themselves.

use actix_web::App;
use utoipa::OpenApi;
use utoipa_actix_web::AppExt;

#[derive(OpenApi)]
#[openapi(info(
    title = "Aulari",
    description = "The REST interface of Aulari. Errors are RFC 9457 problems with a stable `code`. Lists are paged by cursor.",
    license(name = "AGPL-3.0-or-later")
))]
struct Head;

/// The OpenAPI description of every operation.
#[must_use]
pub fn document() -> utoipa::openapi::OpenApi {
    App::new().into_utoipa_app().openapi(Head::openapi()).configure(crate::configure).split_for_parts().1
}
