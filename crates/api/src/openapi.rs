//! The description of the interface, made from the routes themselves. What is the same for many operations is added here: the
//! errors that a kind of operation can answer, the cookie, the header that makes a repeat harmless.

use std::collections::BTreeSet;

use actix_web::{
    App,
    http::{Method, StatusCode},
};
use utoipa::{
    OpenApi,
    openapi::{
        Components, Content, Object, Ref, RefOr, Required, Response, ResponseBuilder, SecurityRequirement,
        path::{Operation, Parameter, ParameterBuilder, ParameterIn, PathItem},
        schema::{ObjectBuilder, Type},
        security::{ApiKey, ApiKeyValue, SecurityScheme},
    },
};
use utoipa_actix_web::AppExt;

use crate::{error::Problem, guard::limited, repeat};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Aulari",
        description = "The REST interface of Aulari. JSON, camelCase, times in UTC (RFC 3339).\n\n\
            Errors are RFC 9457 problems with a stable `code`, the offending `pointer` and, in `detail`, what to do. Lists are \
            paged by cursor: `?limit=&cursor=` answers `items` and `next`. Shared answers carry an ETag.\n\n\
            Every operation says in `x-permission` who may ask: `anyone`, `signed-in`, `author`, `administrator`, or `demo` \
            (anyone, in a demo only). What somebody may not see looks like what does not exist. Unsafe operations are taken \
            from this service's own origin only; they accept `Idempotency-Key`, except those that answer a secret.",
        license(name = "AGPL-3.0-or-later")
    ),
    tags(
        (name = "site", description = "The service itself."),
        (name = "session", description = "Signing up, signing in, one's own settings."),
        (name = "courses", description = "Catalogue, course pages, units, media: the same for everybody."),
        (name = "learning", description = "A learner's enrolments, facts, sittings and rewards."),
        (name = "sessions", description = "Sessions with a date: the agenda, seats, the way in."),
        (name = "certificates", description = "A person's certificates, and verification for everybody."),
        (name = "studio", description = "What authors see of their courses."),
        (name = "administration", description = "Courses and versions, people enrolled, certificates issued."),
        (name = "demo", description = "Entering a demo without a password. Not found on a real installation.")
    ),
    components(schemas(Problem))
)]
struct Head;

/// The extension that says who may ask.
const PERMISSION: &str = "x-permission";
/// The security scheme's name.
const SESSION: &str = "session";

/// What each error status means, wherever it is answered.
const ERRORS: [(u16, &str, &str); 17] = [
    (400, "Malformed", "The body is no JSON, or a header cannot be understood."),
    (401, "NotSignedIn", "Nobody is signed in, or name and password do not go together."),
    (403, "ForeignOrigin", "The request does not come from this service's own pages."),
    (404, "NotFound", "There is nothing at this address, or nothing that the caller may see."),
    (408, "TooSlow", "The body came too slowly."),
    (409, "Conflict", "The state of things does not allow it; `code` says what stands in the way."),
    (413, "BodyTooLarge", "The body is longer than `params.limit` bytes."),
    (414, "AddressTooLong", "The address is longer than 8 KiB."),
    (415, "NotJson", "The body is not `application/json`."),
    (416, "NoSuchRange", "The file has no such part."),
    (422, "Invalid", "A value cannot be taken; `errors` names each with its place."),
    (429, "TooMany", "Too many requests; `Retry-After` says when to come back."),
    (431, "HeadersTooLarge", "The headers are longer than 32 KiB."),
    (500, "Internal", "The service is at fault."),
    (503, "Unavailable", "The service is busy; nothing was changed. `Retry-After` says when to come back."),
    (507, "StorageFull", "The service has no room left; nothing was changed."),
    (405, "WrongMethod", "The address knows other methods, which `Allow` names."),
];

/// The OpenAPI description of every operation.
#[must_use]
pub fn document() -> utoipa::openapi::OpenApi {
    let mut document =
        App::new().into_utoipa_app().openapi(Head::openapi()).configure(crate::configure).split_for_parts().1;
    for (path, item) in &mut document.paths.paths {
        for (method, operation) in operations(item) {
            complete(operation, &method, path);
        }
    }
    let components = document.components.get_or_insert_with(Components::new);
    for (_, name, description) in ERRORS {
        let schema = RefOr::Ref(Ref::from_schema_name("Problem"));
        let response = ResponseBuilder::new()
            .description(description)
            .content("application/problem+json", Content::new(Some(schema)))
            .build();
        components.responses.insert(name.to_owned(), RefOr::T(response));
    }
    let cookie = ApiKeyValue::with_description(
        "__Host-aulari",
        "The cookie of a session, set by signing in; `aulari` where the service runs without encryption on a loopback address.",
    );
    components.security_schemes.insert(SESSION.to_owned(), RefOr::T(SecurityScheme::ApiKey(ApiKey::Cookie(cookie))));
    document
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = (Method, &mut Operation)> {
    [
        (Method::GET, item.get.as_mut()),
        (Method::POST, item.post.as_mut()),
        (Method::PUT, item.put.as_mut()),
        (Method::PATCH, item.patch.as_mut()),
        (Method::DELETE, item.delete.as_mut()),
    ]
    .into_iter()
    .filter_map(|(method, operation)| operation.map(|operation| (method, operation)))
}

fn permission(operation: &Operation) -> &str {
    operation.extensions.as_ref().and_then(|all| all.get(PERMISSION)).and_then(|it| it.as_str()).unwrap_or_default()
}

/// Adds what follows from the kind of operation.
fn complete(operation: &mut Operation, method: &Method, path: &str) {
    operation.operation_id = Some(id(method, path));
    let needs_session = !matches!(permission(operation), "anyone" | "demo");
    operation.security = needs_session.then(|| vec![SecurityRequirement::new(SESSION, Vec::<String>::new())]);
    if repeat::accepts(method, path) {
        operation.parameters.get_or_insert_default().push(RefOr::T(idempotency_key()));
    }
    let mut statuses: BTreeSet<u16> =
        operation.responses.responses.keys().filter_map(|status| status.parse().ok()).filter(|&it| it >= 400).collect();
    statuses.extend(can_answer(operation, method, path));
    for status in statuses {
        if let Some((_, name, _)) = ERRORS.iter().find(|(known, ..)| *known == status) {
            let response = RefOr::Ref(Ref::from_response_name(*name));
            operation.responses.responses.insert(status.to_string(), response);
        }
    }
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response {
            describe(status, response);
        }
    }
}

/// The errors that every operation of its kind can answer.
fn can_answer(operation: &Operation, method: &Method, path: &str) -> Vec<u16> {
    let permission = permission(operation);
    let has = |place: ParameterIn| {
        let parameters = operation.parameters.iter().flatten();
        parameters.into_iter().any(|one| matches!(one, RefOr::T(one) if one.parameter_in == place))
    };
    let (body, safe) = (operation.request_body.is_some(), *method == Method::GET);
    let keyed = repeat::accepts(method, path);
    let rules = [
        (400, body || keyed),
        (401, !matches!(permission, "anyone" | "demo")),
        (403, !safe),
        (404, has(ParameterIn::Path) || matches!(permission, "author" | "administrator" | "demo")),
        (408, body),
        (413, body),
        (414, true),
        (415, body),
        (422, body || keyed || has(ParameterIn::Query)),
        (429, limited(method, path).is_some()),
        (431, true),
        (500, true),
        (503, true),
        (507, !safe),
    ];
    rules.into_iter().filter_map(|(status, can)| can.then_some(status)).collect()
}

fn describe(status: &str, response: &mut Response) {
    if !response.description.is_empty() {
        return;
    }
    let code = status.parse().ok().and_then(|status| StatusCode::from_u16(status).ok());
    response.description = match code {
        Some(StatusCode::OK) => "What was asked for.",
        Some(StatusCode::NO_CONTENT) => "Done; there is nothing to say.",
        Some(StatusCode::PARTIAL_CONTENT) => "The part that was asked for.",
        Some(StatusCode::NOT_MODIFIED) => "Nothing has changed since the tag that was sent.",
        _ => "See the status.",
    }
    .to_owned();
}

/// One name for each operation: method and address, as `getMeEnrolmentsById`.
fn id(method: &Method, path: &str) -> String {
    let mut id = method.as_str().to_lowercase();
    for part in path.trim_start_matches("/api/v1").split(['/', '.']).filter(|part| !part.is_empty()) {
        let name = part.trim_matches(['{', '}']);
        id += if part.starts_with('{') { "By" } else { "" };
        let mut letters = name.chars();
        id.extend(letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters));
    }
    id
}

fn idempotency_key() -> Parameter {
    let schema: Object =
        ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(255)).build();
    ParameterBuilder::new()
        .name("Idempotency-Key")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(
            "Chosen by the client. The same request again under the same key, for 40 days, has no further effect and gets the \
             first answer; another request under it is refused with 422.",
        ))
        .schema(Some(schema))
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_says_who_may_ask_and_what_can_go_wrong() {
        let mut ids = BTreeSet::new();
        let mut document = document();
        for (path, item) in &mut document.paths.paths {
            for (method, operation) in operations(item) {
                let allowed = ["anyone", "signed-in", "author", "administrator", "demo"];
                let permission = permission(operation).to_owned();
                assert!(allowed.contains(&permission.as_str()), "{method} {path} says no {PERMISSION}");
                let id = operation.operation_id.clone().unwrap();
                assert!(ids.insert(id.clone()), "{id} stands twice");
                assert!(operation.summary.is_some(), "{method} {path} does not say what it does");
                let answers = &operation.responses.responses;
                assert!(answers.keys().any(|status| status.starts_with(['2', '3'])), "{method} {path}");
                assert_eq!(answers.contains_key("403"), method != Method::GET, "{method} {path}");
                assert_eq!(operation.security.is_some(), !matches!(permission.as_str(), "anyone" | "demo"));
                for (status, answer) in answers {
                    let error = status.as_str() >= "400";
                    assert_eq!(
                        matches!(answer, RefOr::Ref(_)),
                        error,
                        "{method} {path} {status} is told in its own way"
                    );
                }
            }
        }
        assert!(ids.len() > 35 && ids.contains("getMeEnrolmentsById"), "{ids:?}");
    }

    #[test]
    fn what_answers_a_secret_takes_no_key() {
        let mut document = document();
        for (path, item) in &mut document.paths.paths {
            for (method, operation) in operations(item) {
                let takes = operation
                    .parameters
                    .iter()
                    .flatten()
                    .any(|one| matches!(one, RefOr::T(one) if one.parameter_in == ParameterIn::Header));
                let secret = ["/api/v1/session", "/api/v1/people", "/api/v1/demo/entry"].contains(&path.as_str());
                assert_eq!(takes, method != Method::GET && !(secret && method == Method::POST), "{method} {path}");
            }
        }
    }

    #[test]
    fn the_description_in_the_documents_is_fresh() {
        let written = include_str!("../../../docs/openapi.json");
        let fresh = serde_json::to_string_pretty(&document()).unwrap();
        assert!(written.trim_end() == fresh, "docs/openapi.json is old: run `make openapi`");
    }
}
