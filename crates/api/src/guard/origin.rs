//! Refuses unsafe requests that do not come from our own pages, and bodies that are neither JSON nor the file that belongs there.

use actix_web::{
    dev::ServiceRequest,
    http::{Method, StatusCode, header},
};

use super::{body, upload};
use crate::error::ApiError;

/// # Errors
/// 403 for another origin than `own`, 415 for a body of another kind.
pub(super) fn check(request: &ServiceRequest, own: &str) -> Result<(), ApiError> {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let text = |name: header::HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    // A browser always says where an unsafe request comes from; whoever says nothing proves nothing.
    let foreign = text(header::ORIGIN) != Some(own)
        || text(header::HeaderName::from_static("sec-fetch-site")).is_some_and(|site| site != "same-origin");
    if foreign {
        return Err(ApiError::new(StatusCode::FORBIDDEN, "foreign-origin"));
    }
    let json = text(header::CONTENT_TYPE).is_some_and(|kind| {
        kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
    });
    let good = if upload::brings(request) { upload::is_archive(request) } else { json };
    if body::has_one(request) && !good {
        return Err(ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type"));
    }
    Ok(())
}
