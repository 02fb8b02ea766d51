//! How long an address and the headers of a request may be.

use actix_web::{dev::ServiceRequest, http::StatusCode};

use crate::error::ApiError;

/// The longest address with its query, in bytes.
const ADDRESS: usize = 8 * 1024;
/// All headers together, names and values, in bytes.
const HEADERS: usize = 32 * 1024;

/// # Errors
/// 414 and 431; 404 for an address that nothing can have.
pub(super) fn check(request: &ServiceRequest) -> Result<(), ApiError> {
    let uri = request.uri();
    if uri.path().len() + uri.query().map_or(0, str::len) > ADDRESS {
        return Err(ApiError::new(StatusCode::URI_TOO_LONG, "address-too-long"));
    }
    // No name of ours holds it, and one of the databases cannot even be asked for it.
    if uri.path().contains("%00") {
        return Err(ApiError::not_found());
    }
    let headers: usize = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    if headers > HEADERS {
        return Err(ApiError::new(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, "headers-too-large"));
    }
    Ok(())
}
