//! The files of the application, compressed when they were built.

use std::borrow::Cow;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, header},
    web::{self, Bytes},
};
use api::House;

use super::{built::Built, pages, shell::Shell};

/// Addresses that are pages of the application but need nothing filled in.
const PAGES: [&str; 11] =
    ["my", "learn", "profile", "studio", "admin", "sign-in", "sign-up", "verify", "accessibility", "privacy", "agenda"];

/// A file of the application; for an address of one of its pages the shell; anything else is not found, in a page that says so.
pub(super) async fn file_or_page(
    request: HttpRequest,
    house: web::Data<House>,
    shell: web::Data<Shell>,
) -> HttpResponse {
    let path = request.path().trim_start_matches('/');
    let reading = matches!(*request.method(), Method::GET | Method::HEAD);
    if path.starts_with("api/") {
        return api::no_route(&request);
    }
    if !reading {
        return api::wrong_method("GET, HEAD");
    }
    if let Some(response) = file(&request, path) {
        return response;
    }
    let known =
        PAGES.iter().any(|page| path == *page || path.strip_prefix(page).is_some_and(|rest| rest.starts_with('/')));
    pages::plain(&request, &house, &shell, known)
}

fn file(request: &HttpRequest, path: &str) -> Option<HttpResponse> {
    if path.is_empty() || path == "index.html" {
        return None;
    }
    let plain = Built::get(path)?;
    let accepted =
        request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepts =
        |name: &str| accepted.split(',').any(|one| one.split(';').next().is_some_and(|one| one.trim() == name));
    let packed = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(name, _)| accepts(name))
        .find_map(|(name, ending)| Some((name, Built::get(&format!("{path}.{ending}"))?)));
    let etag = format!("\"{}\"", hex(&plain.metadata.sha256_hash()[..16]));
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    // A file whose name holds its hash never changes; all others are asked for again.
    let cache = if path.starts_with("_app/immutable/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = if known == Some(etag.as_str()) { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((header::CACHE_CONTROL, cache))
        .insert_header((header::ETAG, etag.clone()))
        .insert_header((header::VARY, "Accept-Encoding"));
    if known == Some(etag.as_str()) {
        return Some(response.finish());
    }
    response.content_type(mime_guess::from_path(path).first_or_octet_stream().to_string());
    Some(match packed {
        Some((name, packed)) => response.insert_header((header::CONTENT_ENCODING, name)).body(bytes(packed.data)),
        None => response.insert_header((header::CONTENT_ENCODING, "identity")).body(bytes(plain.data)),
    })
}

/// What is built in is not copied for each answer.
fn bytes(data: Cow<'static, [u8]>) -> Bytes {
    match data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => data.into(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
