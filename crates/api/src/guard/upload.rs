//! Requests that bring a file instead of JSON: which they are, from whom they are taken, and how long they may be.

use accounts::Author;
use actix_web::{
    dev::ServiceRequest,
    http::{Method, header},
    web,
};

use super::body::BODY_LIMIT;
use crate::{error::ApiError, extract, state::House};

/// Where a whole course is brought in.
const IMPORTS: &str = "/api/v1/studio/imports";
/// The longest archive, in bytes.
const ARCHIVE_LIMIT: usize = 64 * 1024 * 1024;
/// How many archives are held in memory at the same time.
pub(super) const AT_ONCE: usize = 2;
/// What an archive calls itself.
const ZIP: &str = "application/zip";

/// Whether this request is for bringing a file.
pub(super) fn brings(request: &ServiceRequest) -> bool {
    request.method() == Method::POST && request.match_info().as_str() == IMPORTS
}

/// Whether what it brings is of the kind that is taken there.
pub(super) fn is_archive(request: &ServiceRequest) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    brings(request) && kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case(ZIP))
}

/// How long the body may be. A long one is only read from somebody who may bring it.
///
/// # Errors
/// 401 and 404 as the route itself would say.
pub(super) async fn limit(request: &ServiceRequest) -> Result<usize, ApiError> {
    if !brings(request) {
        return Ok(BODY_LIMIT);
    }
    let house = request.app_data::<web::Data<House>>().cloned();
    let found = match house.as_ref().and_then(|house| Some((house, extract::token(request.request(), house)?))) {
        Some((house, token)) => house.accounts.who(&token).await?,
        None => None,
    };
    found.ok_or_else(ApiError::not_signed_in)?.permit::<Author>()?;
    Ok(ARCHIVE_LIMIT)
}
