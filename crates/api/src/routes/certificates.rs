//! `/certificates`: verification and the document, for everybody; `/me/certificates`: a person's own.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, get, http::header, web};
use credentials::CertificateView;
use utoipa_actix_web::service_config::ServiceConfig;
use vocabulary::{Locale, Page};

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Paging, Query, SignedIn},
    shared::Prepared,
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(mine).service(verify).service(pdf);
}

/// The person's certificates, the newest first.
#[utoipa::path(tag = "certificates", extensions(("x-permission" = json!("signed-in"))), params(Paging), responses(
    (status = 200, body = Page<CertificateView>), (status = 401, body = Problem)))]
#[get("/me/certificates")]
async fn mine(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Query(paging): Query<Paging>,
) -> Result<HttpResponse, ApiError> {
    Ok(answer::personal(&house.credentials.mine(&actor, &paging.request()).await?))
}

/// Every printed field of a certificate, and whether it is valid now. For everybody who has its number.
#[utoipa::path(tag = "certificates", extensions(("x-permission" = json!("anyone"))), params(("code" = String, Path)), responses(
    (status = 200, body = CertificateView), (status = 404, body = Problem)))]
#[get("/certificates/{code}")]
async fn verify(
    request: HttpRequest,
    house: web::Data<House>,
    code: web::Path<String>,
) -> Result<HttpResponse, ApiError> {
    let mut response = ask_certificate(&house, &code).await?.respond(&request, "no-store", "Accept-Encoding");
    response
        .headers_mut()
        .insert(header::HeaderName::from_static("x-robots-tag"), header::HeaderValue::from_static("noindex"));
    Ok(response)
}

/// What whoever has this number is answered now. It is kept for the rest of the second, unless a certificate is revoked or
/// replaced in it: so the moment of looking that it tells is true.
///
/// # Errors
/// An unknown number, or when the database fails.
pub async fn ask_certificate(house: &House, code: &str) -> Result<Arc<Prepared>, ApiError> {
    let credentials = &house.credentials;
    let make = || async { Ok(Prepared::json(&credentials.verify(code).await?)) };
    let asked = (
        "certificate",
        // No word in it is translated here: the interface does that.
        Locale::default(),
        &*certificate_now(house, code),
    );
    house.shared.get(credentials.generation(), asked, make).await
}

/// A number at this second, as what is answered about it is known by.
#[must_use]
pub fn certificate_now(house: &House, code: &str) -> String {
    format!("{code} {}", house.credentials.second())
}

/// The document. For everybody who has the number.
#[utoipa::path(tag = "certificates", extensions(("x-permission" = json!("anyone"))), params(("code" = String, Path)), responses(
    (status = 200, content_type = "application/pdf"), (status = 404, body = Problem)))]
#[get("/certificates/{code}/pdf")]
async fn pdf(_: HttpRequest, house: web::Data<House>, code: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let document = house.credentials.pdf(&code).await?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        // What is inside is packed already.
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::HeaderName::from_static("x-robots-tag"), "noindex"))
        .insert_header((header::CONTENT_DISPOSITION, format!("inline; filename=\"{}.pdf\"", document.file_name)))
        .body(document.bytes))
}
