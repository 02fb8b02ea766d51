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

/// Shorter than this, packing saves no packet and costs more than everything else about the answer.
const ONE_PACKET: usize = 1_400;

/// JSON that is one person's own: never kept anywhere.
pub(crate) fn personal(value: &impl Serialize) -> HttpResponse {
    let body = match serde_json::to_vec(value) {
        Ok(body) => body,
        Err(error) => return HttpResponse::from_error(actix_web::error::JsonPayloadError::Serialize(error)),
    };
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CACHE_CONTROL, "no-store")).content_type("application/json");
    if body.len() < ONE_PACKET {
        response.insert_header((header::CONTENT_ENCODING, "identity"));
    }
    response.body(body)
}

/// Done, and nothing to say.
pub(crate) fn done() -> HttpResponse {
    HttpResponse::NoContent().insert_header((header::CACHE_CONTROL, "no-store")).finish()
}

#[cfg(test)]
mod tests {
    use super::{ONE_PACKET, personal};

    #[test]
    fn only_what_fills_a_packet_is_packed() {
        let short = personal(&"x".repeat(10));
        assert_eq!(short.headers().get("content-encoding").map(|form| form.as_bytes()), Some(&b"identity"[..]));
        let long = personal(&"x".repeat(ONE_PACKET));
        assert!(!long.headers().contains_key("content-encoding"));
        for answer in [short, long] {
            assert_eq!(answer.headers().get("cache-control").map(|rule| rule.as_bytes()), Some(&b"no-store"[..]));
            assert_eq!(
                answer.headers().get("content-type").map(|kind| kind.as_bytes()),
                Some(&b"application/json"[..])
            );
        }
    }
}
