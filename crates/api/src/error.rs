//! From the errors of the crates to statuses and stable codes (RFC 9457). The only place that knows both.

use actix_web::{HttpResponse, ResponseError, http::StatusCode};
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use vocabulary::Locale;

use crate::words;

/// The code for an `Idempotency-Key` that came with another request before.
const KEY_REUSED: &str = "key-reused";

/// An error as callers see it. The interface translates `code`; nothing of the inside is in it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the code says what it is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The status in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened, as a stable code.
    pub code: String,
    /// What happened and what to do about it, in plain English for whoever builds a client. People read the interface's own
    /// sentence for the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Where in the request, as a JSON pointer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Names and numbers that the sentence needs.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Object)]
    pub params: Map<String, Value>,
    /// Every field that needs mending, when there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
}

/// One field that cannot be taken.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct FieldProblem {
    /// Where.
    pub pointer: String,
    /// What is wrong, as a stable code.
    pub code: String,
    /// Names and numbers that the sentence needs.
    #[schema(value_type = Object)]
    pub params: Value,
}

/// What a route answers when it does not answer what was asked.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}", .0.code)]
pub struct ApiError(Box<Problem>);

impl ApiError {
    pub(crate) fn new(status: StatusCode, code: impl Into<String>) -> Self {
        Self(Box::new(Problem {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            code: code.into(),
            detail: None,
            pointer: None,
            params: Map::new(),
            errors: vec![],
        }))
    }

    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found")
    }

    pub(crate) fn not_signed_in() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "not-signed-in")
    }

    pub(crate) fn invalid(pointer: impl Into<String>, code: &str) -> Self {
        let mut error = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-input");
        let pointer = pointer.into();
        error.0.errors = vec![FieldProblem { pointer: pointer.clone(), code: code.to_owned(), params: json!({}) }];
        error.0.pointer = Some(pointer);
        error
    }

    /// Says more of what is wrong, for whoever builds a client.
    pub(crate) fn because(mut self, detail: &str) -> Self {
        self.0.detail = Some(detail.to_owned());
        self
    }

    /// Says how much would be taken.
    pub(crate) fn limit(self, limit: usize) -> Self {
        self.with(json!({ "limit": limit }))
    }

    /// Too often: come back after so many seconds.
    pub(crate) fn too_many(seconds: u64) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too-many-requests").with(json!({ "retryAfter": seconds }))
    }

    /// No room for it at this moment.
    pub(crate) fn busy() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy").with(json!({ "retryAfter": 2 }))
    }

    /// Files that no course could be made of: what, where and what to do, in the author's language.
    pub(crate) fn of_import(error: courses::Error, locale: Locale) -> Self {
        use courses::Error as E;
        let refused =
            |place: &str, code: &str, message: String| json!({ "file": place, "code": code, "message": message });
        match error {
            E::Source(refusal) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "course-refused").with(json!({
                "problems": [refused(&refusal.place, refusal.code(), refusal.message(locale))]
            })),
            E::Unreadable(problems) => {
                let told = |problem| courses::views::FindingView::of(problem, locale);
                let problems: Vec<_> = problems.iter().map(told).collect();
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "course-refused").with(json!({ "problems": problems }))
            }
            E::Forbidden => Self::new(StatusCode::CONFLICT, "course-of-others"),
            other => other.into(),
        }
    }

    /// The key or id belongs to another request.
    pub(crate) fn is_reused(&self) -> bool {
        self.0.code == KEY_REUSED
    }

    /// The fields that a body's own limits refuse.
    pub(crate) fn from_report(report: &garde::Report) -> Self {
        let mut error = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-input");
        error.0.errors = report
            .iter()
            .map(|(path, _)| FieldProblem {
                pointer: format!("/{path}"),
                code: "out-of-range".to_owned(),
                params: json!({}),
            })
            .collect();
        error.0.pointer = error.0.errors.first().map(|problem| problem.pointer.clone());
        error
    }

    /// As callers see it.
    pub(crate) fn problem(&self) -> Problem {
        let mut problem = (*self.0).clone();
        if problem.detail.is_none() {
            let words = words::for_code(&problem.code).unwrap_or_else(|| words::for_status(problem.status));
            problem.detail = Some(words.to_owned());
        }
        problem
    }

    fn with(mut self, params: Value) -> Self {
        if let Value::Object(params) = params {
            self.0.params = params;
        }
        self
    }

    /// The program is at fault: the log gets the reason, the caller does not.
    fn internal(error: &dyn std::error::Error) -> Self {
        tracing::error!(%error, "a request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let status = self.status_code();
        let mut response = HttpResponse::build(status);
        response.content_type("application/problem+json").insert_header(("Cache-Control", "no-store"));
        if status == StatusCode::REQUEST_TIMEOUT {
            response.insert_header(("Connection", "close"));
        }
        if let Some(seconds) = self.0.params.get("retryAfter") {
            response.insert_header(("Retry-After", seconds.to_string()));
        }
        response.body(serde_json::to_string(&self.problem()).unwrap_or_default())
    }
}

impl From<accounts::Denied> for ApiError {
    fn from(_: accounts::Denied) -> Self {
        // What exists is nobody's business who may not use it.
        Self::not_found()
    }
}

impl From<accounts::Error> for ApiError {
    fn from(error: accounts::Error) -> Self {
        use accounts::Error as E;
        match error {
            E::Invalid(problems) => {
                let errors: Vec<FieldProblem> = problems
                    .into_iter()
                    .map(|problem| FieldProblem {
                        pointer: problem.pointer.to_owned(),
                        code: problem.code.to_owned(),
                        params: problem.params,
                    })
                    .collect();
                let mut answer = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-input");
                answer.0.pointer = errors.first().map(|problem| problem.pointer.clone());
                answer.0.errors = errors;
                answer
            }
            E::LoginTaken => {
                let mut answer = Self::new(StatusCode::CONFLICT, "login-taken");
                answer.0.pointer = Some("/login".to_owned());
                answer
            }
            E::WrongLogin => Self::new(StatusCode::UNAUTHORIZED, "wrong-login"),
            E::TooManyGuesses { retry_after_seconds } => Self::too_many(retry_after_seconds),
            E::Busy => Self::busy(),
            E::Denied(denied) => denied.into(),
            E::NotFound => Self::not_found(),
            E::Database(error) => stored(error.kind(), &error),
            E::Ledger(error) => error.into(),
            other => Self::internal(&other),
        }
    }
}

impl From<courses::Error> for ApiError {
    fn from(error: courses::Error) -> Self {
        use courses::Error as E;
        match error {
            E::NotFound | E::Forbidden => Self::not_found(),
            E::NotPublishable(count) => {
                Self::new(StatusCode::CONFLICT, "not-publishable").with(json!({ "findings": count }))
            }
            E::HarmlessRefused => Self::new(StatusCode::CONFLICT, "harmless-refused"),
            E::Stale => Self::new(StatusCode::CONFLICT, "stale-version"),
            E::Cursor => Self::invalid("/cursor", "unknown-cursor"),
            E::Filter(name) => Self::invalid(format!("/{name}"), "unknown-value"),
            error @ (E::Source(_) | E::Unreadable(_)) => Self::of_import(error, Locale::En),
            E::Database(error) => stored(error.kind(), &error),
            other => Self::internal(&other),
        }
    }
}

impl From<progress::Error> for ApiError {
    fn from(error: progress::Error) -> Self {
        use progress::Error as E;
        match error {
            E::NotFound | E::Forbidden => Self::not_found(),
            E::Refused { code: "not-found", .. } => Self::not_found(),
            E::Refused { code: "id-reused", .. } => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "id-reused"),
            E::Refused { code, params } => Self::new(StatusCode::CONFLICT, code).with(params),
            E::Invalid { pointer, code } => Self::invalid(pointer, code),
            E::Courses(error) => error.into(),
            E::Accounts(error) => error.into(),
            E::Ledger(error) => error.into(),
            E::Database(error) => stored(error.kind(), &error),
        }
    }
}

impl From<live::Error> for ApiError {
    fn from(error: live::Error) -> Self {
        use live::Error as E;
        match error {
            E::NotFound | E::Refused { code: "not-found", .. } => Self::not_found(),
            E::Refused { code: "id-reused", .. } => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "id-reused"),
            E::Refused { code, params } => Self::new(StatusCode::CONFLICT, code).with(params),
            E::Invalid { pointer, code } => Self::invalid(pointer, code),
            E::Cursor => Self::invalid("/cursor", "unknown-cursor"),
            E::Courses(error) => error.into(),
            E::Accounts(error) => error.into(),
            E::Ledger(error) => error.into(),
            E::Database(error) => stored(error.kind(), &error),
        }
    }
}

impl From<credentials::Error> for ApiError {
    fn from(error: credentials::Error) -> Self {
        use credentials::Error as E;
        match error {
            E::NotFound => Self::not_found(),
            E::AlreadyRevoked => Self::new(StatusCode::CONFLICT, "already-revoked"),
            E::NotValid => Self::new(StatusCode::CONFLICT, "certificate-not-valid"),
            E::Unchanged => Self::new(StatusCode::CONFLICT, "name-unchanged"),
            E::Invalid { pointer, code } => Self::invalid(pointer, code),
            E::Cursor => Self::invalid("/cursor", "unknown-cursor"),
            E::Ledger(error) => error.into(),
            E::Database(error) => stored(error.kind(), &error),
            other => Self::internal(&other),
        }
    }
}

impl From<ledger::Error> for ApiError {
    fn from(error: ledger::Error) -> Self {
        match error {
            ledger::Error::Database(error) => stored(error.kind(), &error),
            other => Self::internal(&other),
        }
    }
}

/// A failing store: what callers can do about it is to come again.
fn stored(kind: &str, error: &dyn std::error::Error) -> ApiError {
    match kind {
        "full" => ApiError::new(StatusCode::INSUFFICIENT_STORAGE, "storage-full"),
        "unavailable" => ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable").with(json!({ "retryAfter": 2 })),
        "key-reused" => ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, KEY_REUSED),
        _ => ApiError::internal(error),
    }
}
