//! What every request passes before a route sees it, and every answer on its way out: how large and how slow it may be, where
//! it comes from, how often it may come, and the headers that keep a browser safe.
//!
//! Never lets a route read from the network: a body is here as a whole, or the request was refused.

mod address;
mod body;
mod headers;
mod limits;
mod origin;
mod request_id;
mod size;
mod upload;

use std::time::Duration;

use actix_web::{
    Error, HttpMessage, HttpResponse, ResponseError,
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{Method, header},
    middleware::Next,
    web,
};
use tokio::sync::Semaphore;

use crate::{
    error::ApiError,
    passed::{ClientAddress, HeldBody, RawBody},
    repeat,
};

pub use address::{TrustedProxies, UnknownProxy};
pub use body::Pace;
pub use request_id::current as current_request;

pub(crate) use limits::which as limited;

use headers::SecurityHeaders;
use limits::Limits;

/// The header that names a request in answers and in the log.
const REQUEST_ID: header::HeaderName = header::HeaderName::from_static("x-request-id");

/// What the front door goes by. One for the whole process: its limits count all threads together.
pub struct Gate {
    origin: String,
    headers: SecurityHeaders,
    proxies: TrustedProxies,
    limits: Option<Limits>,
    pace: Pace,
    /// Places for requests that bring a file: each is held in memory as a whole.
    uploads: Semaphore,
}

impl Gate {
    /// The front door of a site at `public_url`, whose pages go by this content policy.
    #[must_use]
    pub fn new(public_url: &str, policy: &str) -> Self {
        Self {
            origin: public_url.trim_end_matches('/').to_owned(),
            headers: SecurityHeaders::new(policy, public_url.starts_with("https://")),
            proxies: TrustedProxies::default(),
            limits: Some(Limits::default()),
            pace: Pace::default(),
            uploads: Semaphore::new(upload::AT_ONCE),
        }
    }

    /// Believes what these proxies say of the client's address.
    #[must_use]
    pub fn behind(mut self, proxies: TrustedProxies) -> Self {
        self.proxies = proxies;
        self
    }

    /// Counts nothing by address: for whoever limits in front of the program.
    #[must_use]
    pub fn without_limits(mut self) -> Self {
        self.limits = None;
        self
    }

    /// How slow a body may come.
    #[must_use]
    pub fn with_pace(mut self, pace: Pace) -> Self {
        self.pace = pace;
        self
    }
}

/// Passes a request on, or refuses it; puts the headers on whatever is answered.
///
/// # Errors
/// Only what a service inside could not turn into an answer.
pub async fn front_door<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, HeldBody>>, Error> {
    let Some(gate) = request.app_data::<web::Data<Gate>>().cloned() else {
        return Err(actix_web::error::ErrorInternalServerError("the front door is not set up"));
    };
    let id = request_id::next();
    request_id::within(id, async move {
        let seen = Seen::of(&request);
        let mut answer = through(&gate, request, next).await?;
        gate.headers.put(answer.headers_mut());
        answer.headers_mut().insert(REQUEST_ID, id.into());
        seen.log(&answer);
        Ok(answer)
    })
    .await
}

async fn through<B: MessageBody + 'static>(
    gate: &Gate,
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, HeldBody>>, Error> {
    let client = gate.proxies.client(request.peer_addr().map(|peer| peer.ip()), request.headers());
    let limited = gate.limits.as_ref().and_then(|limits| limits.of(request.method(), request.match_info().as_str()));
    let checked = size::check(&request)
        .and_then(|()| origin::check(&request, &gate.origin))
        .and_then(|()| limited.map_or(Ok(()), |limit| limit.ask(client)));
    if let Err(refusal) = checked {
        return Ok(refuse(request, &refusal));
    }
    request.extensions_mut().insert(ClientAddress(client));
    // Held until the answer is there.
    let place = if upload::brings(&request) { Some(gate.uploads.try_acquire()) } else { None };
    if let Some(Err(_)) = place {
        return Ok(refuse(request, &ApiError::busy()));
    }
    if body::has_one(&request) {
        let limit = match upload::limit(&request).await {
            Ok(limit) => limit,
            Err(refusal) => return Ok(refuse(request, &refusal)),
        };
        let mut payload = request.take_payload();
        match body::read(&mut payload, request.headers(), gate.pace, limit).await {
            Ok(bytes) => drop(request.extensions_mut().insert(RawBody(bytes))),
            Err(refusal) => {
                request.set_payload(payload);
                return Ok(refuse(request, &refusal));
            }
        }
    }
    // Answering HEAD is answering GET and leaving the body out, which the server does by itself.
    if request.method() == Method::HEAD && !is_page(request.match_info().as_str()) {
        request.head_mut().method = Method::GET;
    }
    let ask = match repeat::begin(&request).await {
        Ok(repeat::Begin::First(ask)) => ask,
        Ok(repeat::Begin::Again(answer)) => return Ok(answered(request, answer)),
        Err(refusal) => return Ok(refuse(request, &refusal)),
    };
    if ask.is_some() {
        // The answer is kept as words, for whoever asks again with whatever client: it must come here unpacked.
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    let answer = next.call(request).await?;
    if let Some(limit) = limited {
        limit.answered(client, answer.status());
    }
    match ask {
        Some(ask) => Ok(repeat::keep(ask, answer).await?.map_body(|_, body| EitherBody::right(body))),
        None => Ok(answer.map_into_left_body()),
    }
}

/// Pages answer HEAD by themselves.
fn is_page(path: &str) -> bool {
    !["/api/", "/media/", "/health/"].iter().any(|beginning| path.starts_with(beginning))
}

/// An answer that never reached a route. What the client still sends is held back with it and ends with the connection.
fn refuse<B>(request: ServiceRequest, refusal: &ApiError) -> ServiceResponse<EitherBody<B, HeldBody>> {
    answered(request, refusal.error_response())
}

fn answered<B>(mut request: ServiceRequest, answer: HttpResponse) -> ServiceResponse<EitherBody<B, HeldBody>> {
    let unread = request.take_payload();
    request.into_response(answer).map_body(|_, body| EitherBody::right(HeldBody::new(body, unread)))
}

/// What the log says of a request: never an address with its values, a query or a person.
struct Seen {
    method: Method,
    begun: std::time::Instant,
}

impl Seen {
    fn of(request: &ServiceRequest) -> Self {
        Self { method: request.method().clone(), begun: std::time::Instant::now() }
    }

    fn log<B>(&self, answer: &ServiceResponse<B>) {
        /// Longer than anybody waits gladly.
        const SLOW: Duration = Duration::from_secs(1);
        let (status, took) = (answer.status(), self.begun.elapsed());
        let (method, millis) = (&self.method, took.as_millis());
        // The pattern and not the address: numbers of certificates and words searched for stay out.
        let route = || answer.request().match_pattern().unwrap_or_else(|| "no route".to_owned());
        if status.is_server_error() {
            tracing::warn!(%method, route = route(), status = status.as_u16(), millis, "a request could not be served");
        } else if took > SLOW {
            tracing::info!(%method, route = route(), status = status.as_u16(), millis, "a slow answer");
        } else if tracing::enabled!(tracing::Level::DEBUG) {
            tracing::debug!(%method, route = route(), status = status.as_u16(), millis, "answered");
        }
    }
}
