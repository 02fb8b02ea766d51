//! What every request passes through: security headers on every answer, and our own origin for everything unsafe.

use actix_web::{
    Error, HttpResponse,
    body::{EitherBody, MessageBody},
    dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready},
    http::{Method, header},
};
use futures::future::{LocalBoxFuture, Ready, ready};
use std::rc::Rc;

use crate::error::ApiError;

/// Puts the security headers on every answer, errors too.
#[derive(Clone, Debug)]
pub struct Headers {
    policy: Rc<str>,
    secure: bool,
}

impl Headers {
    /// Headers with this content policy; `secure` adds strict transport security.
    #[must_use]
    pub fn new(policy: &str, secure: bool) -> Self {
        Self { policy: Rc::from(policy), secure }
    }
}

impl<S, B> Transform<S, ServiceRequest> for Headers
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type InitError = ();
    type Transform = HeadersService<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(HeadersService { service, headers: self.clone() }))
    }
}

/// See [`Headers`].
#[derive(Debug)]
pub struct HeadersService<S> {
    service: S,
    headers: Headers,
}

impl<S, B> Service<ServiceRequest> for HeadersService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self::Response, Error>>;

    forward_ready!(service);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let headers = self.headers.clone();
        let answer = self.service.call(request);
        Box::pin(async move {
            let mut answer = answer.await?;
            let map = answer.headers_mut();
            let mut set = |name: header::HeaderName, value: &str| {
                if let (false, Ok(value)) = (map.contains_key(&name), header::HeaderValue::from_str(value)) {
                    map.insert(name, value);
                }
            };
            set(header::CONTENT_SECURITY_POLICY, &headers.policy);
            set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
            set(header::X_FRAME_OPTIONS, "DENY");
            set(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
            set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
            set(header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
            set(header::PERMISSIONS_POLICY, "camera=(), microphone=(), geolocation=(), payment=()");
            if headers.secure {
                set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
            }
            Ok(answer)
        })
    }
}

/// Refuses unsafe requests that do not come from our own pages, or whose body is not JSON.
#[derive(Clone, Debug)]
pub struct OwnOrigin {
    origin: Rc<str>,
}

impl OwnOrigin {
    /// The origin of the public address.
    #[must_use]
    pub fn new(public_url: &str) -> Self {
        Self { origin: Rc::from(public_url.trim_end_matches('/')) }
    }
}

impl<S, B> Transform<S, ServiceRequest> for OwnOrigin
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type InitError = ();
    type Transform = OwnOriginService<S>;
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(OwnOriginService { service, origin: self.origin.clone() }))
    }
}

/// See [`OwnOrigin`].
#[derive(Debug)]
pub struct OwnOriginService<S> {
    service: S,
    origin: Rc<str>,
}

impl<S, B> Service<ServiceRequest> for OwnOriginService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self::Response, Error>>;

    forward_ready!(service);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        if let Some(refusal) = refusal(&request, &self.origin) {
            let answer: HttpResponse = actix_web::ResponseError::error_response(&refusal);
            return Box::pin(ready(Ok(request.into_response(answer).map_into_right_body())));
        }
        let answer = self.service.call(request);
        Box::pin(async move { Ok(answer.await?.map_into_left_body()) })
    }
}

fn refusal(request: &ServiceRequest, own: &str) -> Option<ApiError> {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return None;
    }
    let text = |name: header::HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let foreign = || ApiError::new(actix_web::http::StatusCode::FORBIDDEN, "foreign-origin");
    // A browser always says where an unsafe request comes from; whoever says nothing proves nothing.
    if text(header::ORIGIN) != Some(own) {
        return Some(foreign());
    }
    let site = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    if site.is_some_and(|site| site != "same-origin") {
        return Some(foreign());
    }
    let has_body = text(header::CONTENT_LENGTH).is_some_and(|length| length != "0")
        || request.headers().contains_key(header::TRANSFER_ENCODING);
    let json = text(header::CONTENT_TYPE).is_some_and(|kind| {
        kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
    });
    (has_body && !json)
        .then(|| ApiError::new(actix_web::http::StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type"))
}
