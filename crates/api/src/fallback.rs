//! What no route answers: an unknown address, or a known one asked in another way.

use std::{collections::BTreeSet, sync::OnceLock};

use actix_web::{
    HttpRequest, HttpResponse, ResponseError,
    dev::ResourceDef,
    http::{StatusCode, header},
};

use crate::error::ApiError;

/// An address of the interface, and the methods that it knows.
struct Known {
    address: ResourceDef,
    methods: String,
}

/// Not found, or 405 with the methods that the address knows.
pub fn no_route(request: &HttpRequest) -> HttpResponse {
    static ALL: OnceLock<Vec<Known>> = OnceLock::new();
    let path = request.match_info().as_str();
    let known = ALL.get_or_init(known).iter().find(|known| known.address.is_match(path));
    match known {
        Some(known) => wrong_method(&known.methods),
        None => ApiError::not_found().error_response(),
    }
}

/// 405 for an address that knows only these methods.
#[must_use]
pub fn wrong_method(allowed: &str) -> HttpResponse {
    let mut answer = ApiError::new(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed").error_response();
    // Names of methods are always a header value.
    if let Ok(allowed) = header::HeaderValue::from_str(allowed) {
        answer.headers_mut().insert(header::ALLOW, allowed);
    }
    answer
}

fn known() -> Vec<Known> {
    let document = crate::document();
    let all = document.paths.paths.iter().map(|(path, item)| {
        let ways = [
            (item.get.is_some(), "GET"),
            (item.get.is_some(), "HEAD"),
            (item.post.is_some(), "POST"),
            (item.put.is_some(), "PUT"),
            (item.patch.is_some(), "PATCH"),
            (item.delete.is_some(), "DELETE"),
        ];
        let methods: BTreeSet<&str> = ways.into_iter().filter_map(|(there, name)| there.then_some(name)).collect();
        let methods: Vec<&str> = methods.into_iter().collect();
        Known { address: ResourceDef::new(path.as_str()), methods: methods.join(", ") }
    });
    all.collect()
}
