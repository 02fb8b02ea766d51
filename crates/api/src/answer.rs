//! How answers are told: what may be kept and what may not, and "not modified" for whoever has it already.

use actix_web::{HttpRequest, HttpResponse, http::header};
use serde::Serialize;

/// For answers that are the same for everybody: kept, and asked again with their tag each time.
pub(crate) const ASK_AGAIN: &str = "public, max-age=0, must-revalidate";

/// Whether the client has what carries this tag.
pub(crate) fn known(request: &HttpRequest, tag: &str) -> bool {
    let strip = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    known.is_some_and(|known| known.split(',').any(|one| one.trim() == "*" || strip(one) == strip(tag)))
}

/// A prepared body with its tag.
pub(crate) fn tagged(request: &HttpRequest, body: String, etag: &str, cache: &'static str) -> HttpResponse {
    let same = known(request, etag);
    let mut response = if same { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response.insert_header((header::ETAG, etag)).insert_header((header::CACHE_CONTROL, cache));
    if same { response.finish() } else { response.content_type("application/json").body(body) }
}

/// JSON that is one person's own: never kept anywhere.
pub(crate) fn personal(value: &impl Serialize) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(value)
}

/// Done, and nothing to say.
pub(crate) fn done() -> HttpResponse {
    HttpResponse::NoContent().insert_header((header::CACHE_CONTROL, "no-store")).finish()
}
