//! JSON bodies: read as a whole by the front door, understood here. What cannot be understood is told with the place and the
//! reason, in words for whoever builds a client.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, http::StatusCode, web::Bytes};
use serde::de::DeserializeOwned;

use super::shape;
use crate::{error::ApiError, passed::RawBody};

/// A body that must be there.
pub(crate) struct Body<T>(pub(crate) T);

/// A body that may be missing: then nothing is said.
pub(crate) struct OptionalBody<T>(pub(crate) T);

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match raw(request) {
            Some(RawBody(bytes)) if !bytes.is_empty() => understand(&bytes).map(Self),
            _ => Err(ApiError::new(StatusCode::BAD_REQUEST, "body-missing")),
        })
    }
}

impl<T: DeserializeOwned + Default + 'static> FromRequest for OptionalBody<T> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match raw(request) {
            Some(RawBody(bytes)) if !bytes.is_empty() => understand(&bytes).map(Self),
            _ => Ok(Self(T::default())),
        })
    }
}

/// The bytes of a file, where a route takes one.
pub(crate) struct File(pub(crate) Bytes);

impl FromRequest for File {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match raw(request) {
            Some(RawBody(bytes)) if !bytes.is_empty() => Ok(Self(bytes)),
            _ => Err(ApiError::new(StatusCode::BAD_REQUEST, "body-missing").because("Send the archive as the body.")),
        })
    }
}

fn raw(request: &HttpRequest) -> Option<RawBody> {
    request.extensions().get::<RawBody>().cloned()
}

fn understand<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    let malformed = |detail: &str| ApiError::new(StatusCode::BAD_REQUEST, "malformed-json").because(detail);
    let text = std::str::from_utf8(bytes).map_err(|_| malformed("The body is not UTF-8."))?;
    if holds_nul(text) {
        return Err(ApiError::invalid("", "control-character"));
    }
    if !text.trim_start().starts_with('{') {
        // Every body of ours is an object; a list of its values in order would be understood, and meant by nobody.
        let valid = serde_json::from_str::<serde::de::IgnoredAny>(text);
        valid.map_err(|error| malformed(&error.to_string()))?;
        return Err(ApiError::invalid("", "wrong-type").because("The body must be a JSON object."));
    }
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let (path, error) = (error.path().clone(), error.into_inner());
        if error.is_data() { shape::refused(&path, &error.to_string()) } else { malformed(&error.to_string()) }
    })?;
    json.end().map_err(|error| malformed(&error.to_string()))?;
    Ok(value)
}

/// Whether some string holds U+0000, which one of the databases cannot keep and no text needs.
fn holds_nul(json: &str) -> bool {
    let mut rest = json.as_bytes();
    while let Some(at) = rest.iter().position(|&byte| byte == b'\\') {
        let escape = &rest[at + 1..];
        if escape.starts_with(b"u0000") {
            return true;
        }
        rest = escape.get(1..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::{Value, json};

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read into")]
    struct Form {
        name: String,
        #[serde(default)]
        lines: Vec<Line>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read into")]
    struct Line {
        count: u8,
    }

    fn refusal(body: &[u8]) -> (u16, Value) {
        let error = understand::<Form>(body).unwrap_err();
        let problem = serde_json::to_value(error.problem()).unwrap();
        (problem["status"].as_u64().unwrap() as u16, problem)
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let cases = [
            (json!({ "name": 3 }), "/name", "wrong-type"),
            (json!({ "nam": "a" }), "/nam", "unknown-field"),
            (json!({}), "/name", "missing"),
            (json!({ "name": "a", "lines": [{ "count": 1 }, { "count": "x" }] }), "/lines/1/count", "wrong-type"),
            (json!({ "name": "a", "lines": [{ "count": 900 }] }), "/lines/0/count", "out-of-range"),
            (json!({ "name": "a", "lines": [{ "count": 1, "role": 2 }] }), "/lines/0/role", "unknown-field"),
            (json!(["a", []]), "", "wrong-type"),
            (json!({ "name": "a\0" }), "", "control-character"),
        ];
        for (body, pointer, code) in cases {
            let (status, problem) = refusal(body.to_string().as_bytes());
            assert_eq!((status, &problem["errors"][0]["code"]), (422, &json!(code)), "{body}: {problem}");
            assert_eq!(problem["pointer"], json!(pointer), "{body}");
            let detail = problem["detail"].as_str().unwrap();
            assert!(!detail.contains("Form") && !detail.contains("Line"), "no inner names: {detail}");
        }
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        for body in [&b"{"[..], b"", b"{\"name\":\"a\"}x", b"{\"name\": \"\xff\"}", &b"[".repeat(100_000)] {
            let (status, problem) = refusal(body);
            assert_eq!((status, &problem["code"]), (400, &json!("malformed-json")));
            assert!(problem["detail"].as_str().is_some_and(|detail| !detail.is_empty()));
        }
    }

    #[test]
    fn a_backslash_before_a_zero_is_no_zero() {
        assert!(!holds_nul(r#""C:\\u0000""#));
        assert!(holds_nul(r#""C:\\\u0000""#));
        assert!(!holds_nul("\"a\\"));
    }
}
