//! The headers that keep a browser safe, made once and put on every answer that does not say otherwise.

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};

/// What every answer carries.
pub(super) struct SecurityHeaders(Vec<(HeaderName, HeaderValue)>);

impl SecurityHeaders {
    pub(super) fn new(policy: &str, secure: bool) -> Self {
        let mut all = vec![
            (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
            (header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin")),
            (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
            (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
            (
                header::PERMISSIONS_POLICY,
                HeaderValue::from_static("camera=(), microphone=(), geolocation=(), payment=()"),
            ),
        ];
        // A policy that is no header value would leave every page without one: then nothing may be loaded at all.
        let policy = HeaderValue::from_str(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
        all.push((header::CONTENT_SECURITY_POLICY, policy));
        if secure {
            let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
            all.push((header::STRICT_TRANSPORT_SECURITY, year));
        }
        Self(all)
    }

    pub(super) fn put(&self, headers: &mut HeaderMap) {
        for (name, value) in &self.0 {
            if !headers.contains_key(name) {
                headers.insert(name.clone(), value.clone());
            }
        }
    }
}
