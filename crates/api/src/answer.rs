//! Answers that may be kept: an ETag, and "not modified" for whoever has it already.

use actix_web::{HttpRequest, HttpResponse, http::header};
use serde::Serialize;

/// JSON that is the same for everybody; kept by browsers and asked again with its tag.
pub(crate) fn shared(request: &HttpRequest, value: &impl Serialize) -> HttpResponse {
    let body = serde_json::to_string(value).unwrap_or_default();
    let etag = format!("\"{}\"", &blake3::hash(body.as_bytes()).to_hex()[..32]);
    tagged(request, body, &etag, "public, max-age=0, must-revalidate")
}

/// A prepared body with its tag.
pub(crate) fn tagged(request: &HttpRequest, body: String, etag: &str, cache: &'static str) -> HttpResponse {
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let same = known.is_some_and(|known| {
        known.split(',').any(|one| one.trim().trim_start_matches("W/") == etag || one.trim() == "*")
    });
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
