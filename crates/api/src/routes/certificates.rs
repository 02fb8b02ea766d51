//! `/certificates`: verification and the document, for everybody; `/me/certificates`: a person's own.

use actix_web::{HttpRequest, HttpResponse, get, http::header, web};
use credentials::CertificateView;
use utoipa_actix_web::service_config::ServiceConfig;
use vocabulary::Page;

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Paging, Query, SignedIn},
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
async fn verify(house: web::Data<House>, code: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let mut response = answer::personal(&house.credentials.verify(&code).await?);
    response
        .headers_mut()
        .insert(header::HeaderName::from_static("x-robots-tag"), header::HeaderValue::from_static("noindex"));
    Ok(response)
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
