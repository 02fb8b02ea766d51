//! `Idempotency-Key`: the same request again, a minute or a month later, has one effect and hears the first answer.
//!
//! The key is taken before anything happens, so that of two different requests under one key only one has an effect.
//! The effect is kept from happening twice where it is written: facts take an id that follows from the key, other writes keep
//! the key in their own transaction. Here the answer is kept beside it, so that a repeat hears it word for word. A refusal
//! changes nothing and is not kept: the same request may do better later.

use accounts::Ask;
use actix_web::{
    Error, HttpMessage, HttpResponse,
    body::{BoxBody, MessageBody, to_bytes},
    dev::{ServiceRequest, ServiceResponse},
    http::{Method, StatusCode, header},
    web,
};
use serde::{Deserialize, Serialize};

use crate::{
    error::ApiError,
    extract,
    passed::{HeldBody, RawBody},
    state::House,
};

/// The header's name.
pub(crate) const HEADER: &str = "idempotency-key";
/// The longest key.
const LONGEST: usize = 255;
/// Operations that answer a secret: their answer is never kept, and the header is not looked at.
const SECRETS: [&str; 3] = ["/api/v1/session", "/api/v1/people", "/api/v1/demo/entry"];

/// Whether the operation looks at the header.
pub(crate) fn accepts(method: &Method, path: &str) -> bool {
    let safe = matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
    let secret = *method == Method::POST && SECRETS.contains(&path);
    !safe && !secret && path.starts_with("/api/v1/")
}

/// What to do with a request.
pub(crate) enum Begin {
    /// Let it through; with a key its answer is to be kept.
    First(Option<Kept>),
    /// It was answered before.
    Again(HttpResponse),
}

/// A request whose answer is to be kept.
pub(crate) struct Kept {
    house: web::Data<House>,
    ask: Ask,
}

#[derive(Serialize, Deserialize)]
struct Answer {
    status: u16,
    kind: Option<String>,
    body: String,
}

/// # Errors
/// 400 for a key that cannot be one, 422 for a key that came with another request before.
pub(crate) async fn begin(request: &ServiceRequest) -> Result<Begin, ApiError> {
    let Some(key) = request.headers().get(HEADER) else { return Ok(Begin::First(None)) };
    let path = request.match_info().as_str();
    if !accepts(request.method(), path) {
        return Ok(Begin::First(None));
    }
    let shaped =
        |key: &&str| !key.is_empty() && key.len() <= LONGEST && key.bytes().all(|byte| byte.is_ascii_graphic());
    let key = key.to_str().ok().filter(shaped);
    let key = key.ok_or_else(|| ApiError::new(StatusCode::BAD_REQUEST, "idempotency-key-shape"))?;
    let Some(house) = request.app_data::<web::Data<House>>().cloned() else { return Ok(Begin::First(None)) };
    let Some(token) = extract::token(request.request(), &house) else { return Ok(Begin::First(None)) };
    // Whoever is not signed in has nothing to repeat: the route says so.
    let Some(actor) = house.accounts.who(&token).await? else { return Ok(Begin::First(None)) };
    let ask = actor.ask(key, hash(request));
    if let Some(answer) = house.accounts.first_answer(&ask).await? {
        return Ok(Begin::Again(told(&answer)));
    }
    house.accounts.claim(&ask).await?;
    request.extensions_mut().insert(ask.clone());
    Ok(Begin::First(Some(Kept { house, ask })))
}

/// Everything that the request asks.
fn hash(request: &ServiceRequest) -> String {
    let mut hash = blake3::Hasher::new();
    for part in [request.method().as_str(), request.match_info().as_str(), request.query_string()] {
        hash.update(part.as_bytes()).update(&[0]);
    }
    if let Some(RawBody(body)) = request.extensions().get::<RawBody>() {
        hash.update(body);
    }
    hash.finalize().to_hex().to_string()
}

/// Keeps an answer and gives the one that counts.
pub(crate) async fn keep<B: MessageBody>(
    kept: Kept,
    response: ServiceResponse<B>,
) -> Result<ServiceResponse<HeldBody>, Error> {
    let (request, response) = response.into_parts();
    let (head, body) = response.into_parts();
    let body = to_bytes(body).await.map_err(|_| ApiError::new(StatusCode::INTERNAL_SERVER_ERROR, "internal"))?;
    if !head.status().is_success() {
        if let Err(error) = kept.house.accounts.release(&kept.ask).await {
            // Only another request under this key would notice.
            tracing::warn!(%error, "a key could not be given back");
        }
        return Ok(ServiceResponse::new(request, head.set_body(HeldBody::whole(BoxBody::new(body)))));
    }
    let kind = head.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).map(str::to_owned);
    let status = head.status().as_u16();
    let answer = Answer { status, kind, body: String::from_utf8_lossy(&body).into_owned() };
    let answer = match serde_json::to_string(&answer) {
        Ok(answer) => kept.house.accounts.keep_answer(&kept.ask, answer).await,
        Err(_) => return Ok(ServiceResponse::new(request, head.set_body(HeldBody::whole(BoxBody::new(body))))),
    };
    let response = match answer {
        Ok(first) => told(&first),
        Err(error) => {
            let refusal = ApiError::from(error);
            if refusal.is_reused() {
                actix_web::ResponseError::error_response(&refusal)
            } else {
                // The effect is durable, and a repeat finds it: only the answer's wording may differ then.
                tracing::warn!(%refusal, "an answer could not be kept");
                head.set_body(BoxBody::new(body))
            }
        }
    };
    Ok(ServiceResponse::new(request, response.map_body(|_, body| HeldBody::whole(body))))
}

fn told(answer: &str) -> HttpResponse {
    let Ok(answer) = serde_json::from_str::<Answer>(answer) else {
        return actix_web::ResponseError::error_response(&ApiError::new(StatusCode::INTERNAL_SERVER_ERROR, "internal"));
    };
    let mut response = HttpResponse::build(StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK));
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if let Some(kind) = answer.kind {
        response.content_type(kind);
    }
    if answer.body.is_empty() { response.finish() } else { response.body(answer.body) }
}
