//! `/admin`: courses and their versions, who is enrolled, certificates.

use accounts::{Administrator, Author};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use courses::{Editor, Publisher, views::StudioCourse};
use credentials::{CertificateView, RevocationReason};
use progress::{RosterFilter, views::RosterLine};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use vocabulary::{Page, VersionId};

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Body, Lang, OptionalBody, Paging, Query, SignedIn},
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config
        .service(list)
        .service(publish)
        .service(roster)
        .service(certificates)
        .service(revoke)
        .service(replace)
        .service(overview);
}

/// A course with its enrolments.
#[derive(Serialize, ToSchema)]
struct AdminCourse {
    #[serde(flatten)]
    course: StudioCourse,
    /// Enrolments ever made.
    enrolments: u64,
    /// Of these, completed.
    completed: u64,
    /// Of these, closed by learners who had what they needed.
    closed: u64,
    /// Of these, going on, but without a sign of their learner for four weeks.
    stopped: u64,
}

/// All courses with their versions and enrolments.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(Lang, Paging), responses(
    (status = 200, body = Page<AdminCourse>), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/admin/courses")]
async fn list(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Query(lang): Query<Lang>,
    Query(paging): Query<Paging>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    let editor = Editor::from(&actor.permit::<Author>()?);
    let page = house.courses.studio(&editor, lang.or(Some(&actor), &request), &paging.request()).await?;
    let slugs: Vec<&str> = page.items.iter().map(|course| course.slug.as_str()).collect();
    let totals = house.progress.totals_of(&permit, &slugs).await?;
    Ok(answer::personal(&page.map(|course| {
        let of_course = totals.get(&course.slug).copied().unwrap_or_default();
        AdminCourse {
            course,
            enrolments: of_course.enrolments,
            completed: of_course.completions,
            closed: of_course.closed,
            stopped: of_course.stopped,
        }
    })))
}

/// How to publish.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PublishBody {
    /// Only words changed: learners in the middle move along. Refused when questions, keys or rules changed.
    #[serde(default)]
    harmless: bool,
}

/// The number of the version that is published now.
#[derive(Serialize, ToSchema)]
struct Published {
    number: i32,
}

/// Publishes a draft.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(("slug" = String, Path), ("version" = Uuid, Path)),
    request_body = Option<PublishBody>, responses(
    (status = 200, body = Published), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem)))]
#[post("/admin/courses/{slug}/versions/{version}/publication")]
async fn publish(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    path: web::Path<(String, Uuid)>,
    OptionalBody(body): OptionalBody<PublishBody>,
) -> Result<HttpResponse, ApiError> {
    let publisher = Publisher::from(&actor.permit::<Administrator>()?);
    let number = house.courses.publish(&path.0, VersionId(path.1), body.harmless, &publisher).await?;
    Ok(answer::personal(&Published { number }))
}

/// Which enrolments to show.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct RosterQuery {
    /// One course.
    course: Option<String>,
    /// `active`, `completed`, `closed`, `withdrawn`.
    state: Option<String>,
    /// Part of a name or a sign-in.
    q: Option<String>,
}

/// An enrolment with the number of its certificate.
#[derive(Serialize, ToSchema)]
struct Enrolled {
    #[serde(flatten)]
    line: RosterLine,
    /// The number of the certificate, once it is issued.
    certificate: Option<String>,
}

/// Who is enrolled and how far, the newest first.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(RosterQuery, Lang, Paging), responses(
    (status = 200, body = Page<Enrolled>), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/admin/enrolments")]
async fn roster(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Query(query): Query<RosterQuery>,
    Query(lang): Query<Lang>,
    Query(paging): Query<Paging>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    let filter = RosterFilter { course: query.course, state: query.state, q: query.q };
    let locale = lang.or(Some(&actor), &request);
    let page = house.progress.roster(&actor.scope(), &permit, &filter, locale, &paging.request()).await?;
    let ids: Vec<Uuid> = page.items.iter().map(|line| line.id).collect();
    let mut issued = house.credentials.of_enrolments(&ids).await?;
    let page = page.map(|line| Enrolled { certificate: issued.remove(&line.id).map(|issued| issued.code), line });
    Ok(answer::personal(&page))
}

/// Which certificates to show.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct CertificateQuery {
    /// Part of a number, a name or a course.
    q: Option<String>,
    /// `valid`, `replaced`, `revoked`, `expired`.
    state: Option<String>,
}

/// The certificates issued, the newest first.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(CertificateQuery, Paging), responses(
    (status = 200, body = Page<CertificateView>), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/admin/certificates")]
async fn certificates(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Query(query): Query<CertificateQuery>,
    Query(paging): Query<Paging>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    let page = house.credentials.list(&permit, query.q.as_deref(), query.state.as_deref(), &paging.request()).await?;
    Ok(answer::personal(&page))
}

/// Why a certificate is revoked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RevocationBody {
    /// The class of reason, shown to whoever verifies.
    #[schema(value_type = String)]
    reason: RevocationReason,
    /// The reason in words, for the administration only.
    #[serde(default)]
    #[schema(max_length = 1000)]
    note: String,
}

/// Revokes a certificate; the verification page tells the truth at once.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(("code" = String, Path)), request_body = RevocationBody, responses(
    (status = 200, body = CertificateView), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
#[post("/admin/certificates/{code}/revocation")]
async fn revoke(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    code: web::Path<String>,
    Body(body): Body<RevocationBody>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    Ok(answer::personal(&house.credentials.revoke(&permit, &code, body.reason, &body.note).await?))
}

/// Why a certificate gives way to another.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReplacementBody {
    /// What proves the name, in words, for the administration only.
    #[schema(min_length = 1, max_length = 1000)]
    evidence: String,
}

/// Issues a certificate in the place of this one, with the holder's name as it is today; the old one says so at once.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), params(("code" = String, Path)), request_body = ReplacementBody, responses(
    (status = 200, body = CertificateView), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
#[post("/admin/certificates/{code}/replacement")]
async fn replace(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    code: web::Path<String>,
    Body(body): Body<ReplacementBody>,
) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    Ok(answer::personal(&house.credentials.replace(&permit, &code, &body.evidence).await?))
}

/// Figures of the service.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Overview {
    people: u64,
    enrolments: u64,
    completions: u64,
    /// Enrolments closed by learners who had what they needed.
    closed: u64,
    /// Enrolments going on, but without a sign of their learner for four weeks.
    stopped: u64,
    certificates: u64,
    /// Finished courses whose certificate waits for an issuer.
    waiting_certificates: u64,
    /// Certificates can be issued.
    issuer_set: bool,
}

/// Figures of the service, and what waits.
#[utoipa::path(tag = "administration", extensions(("x-permission" = json!("administrator"))), responses(
    (status = 200, body = Overview), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/admin/overview")]
async fn overview(SignedIn(actor): SignedIn, house: web::Data<House>) -> Result<HttpResponse, ApiError> {
    let permit = actor.permit::<Administrator>()?;
    let totals = house.progress.totals(&permit).await?;
    let counts = house.credentials.counts(&permit).await?;
    Ok(answer::personal(&Overview {
        people: house.accounts.count(&permit).await?,
        enrolments: totals.enrolments,
        completions: totals.completions,
        closed: totals.closed,
        stopped: totals.stopped,
        certificates: counts.issued,
        waiting_certificates: counts.waiting,
        issuer_set: house.site.certificate_issuer,
    }))
}
