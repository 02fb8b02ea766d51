//! `/me/enrolments`: what a person learns, and how far they are.

use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, web};
use credentials::CertificateView;
use progress::views::{EnrolmentDetail, EnrolmentSummary, UnitStateView};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use vocabulary::{EnrolmentId, Locale, Page, VersionId};

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Body, Lang, Paging, Query, SignedIn},
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config
        .service(list)
        .service(detail)
        .service(change)
        .service(close)
        .service(reopen)
        .service(move_version)
        .service(unit)
        .service(content)
        .service(hint);
}

/// An enrolment with its certificate.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Told<T> {
    #[serde(flatten)]
    summary: T,
    /// The certificate, once it is issued.
    certificate: Option<CertificateLink>,
    /// The course is finished, and its certificate waits until the organisation can issue it.
    certificate_waits: bool,
}

/// Where a certificate is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CertificateLink {
    /// Its number.
    code: String,
    /// Its document.
    pdf: String,
    /// `attendance` or `completion`.
    kind: String,
    issued_at: String,
}

async fn link(house: &House, id: Uuid) -> Result<Option<CertificateLink>, ApiError> {
    Ok(house.credentials.of_enrolment(EnrolmentId(id)).await?.map(CertificateLink::from))
}

impl From<CertificateView> for CertificateLink {
    fn from(certificate: CertificateView) -> Self {
        Self {
            pdf: format!("/api/v1/certificates/{}/pdf", certificate.code),
            code: certificate.code,
            kind: certificate.kind,
            issued_at: certificate.issued_at,
        }
    }
}

/// Puts the certificate beside an enrolment.
pub(crate) async fn told(house: &House, summary: EnrolmentSummary) -> Result<Told<EnrolmentSummary>, ApiError> {
    let certificate = if summary.completed_at.is_some() { link(house, summary.id).await? } else { None };
    Ok(beside(house, summary, certificate))
}

/// The course is finished and gives a certificate, and nobody issues any yet.
fn waits(house: &House, summary: &EnrolmentSummary, certificate: Option<&CertificateLink>) -> bool {
    let earned = summary.completed_at.is_some() && summary.gives_certificate;
    earned && certificate.is_none() && !house.site.certificate_issuer
}

fn beside(house: &House, summary: EnrolmentSummary, certificate: Option<CertificateLink>) -> Told<EnrolmentSummary> {
    let certificate_waits = waits(house, &summary, certificate.as_ref());
    Told { summary, certificate, certificate_waits }
}

/// The person's enrolments, the one used last first.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(Paging), responses(
    (status = 200, body = Page<Told<EnrolmentSummary>>), (status = 401, body = Problem)))]
#[get("/me/enrolments")]
async fn list(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Query(paging): Query<Paging>,
) -> Result<HttpResponse, ApiError> {
    let page = house.progress.my_enrolments(&actor, &paging.request()).await?;
    let ids: Vec<Uuid> = page.items.iter().map(|summary| summary.id).collect();
    let mut issued = house.credentials.of_enrolments(&ids).await?;
    let items: Vec<_> = page
        .items
        .into_iter()
        .map(|summary| {
            let certificate = issued.remove(&summary.id).map(CertificateLink::from);
            beside(&house, summary, certificate)
        })
        .collect();
    Ok(answer::personal(&Page { items, next: page.next }))
}

/// One enrolment with its outline, its rule and what is missing.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(("id" = Uuid, Path)), responses(
    (status = 200, body = Told<EnrolmentDetail>), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/me/enrolments/{id}")]
async fn detail(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, ApiError> {
    let detail = house.progress.my_enrolment(&actor, *id).await?;
    let completed = detail.summary.completed_at.is_some();
    let certificate = if completed { link(&house, *id).await? } else { None };
    let certificate_waits = waits(&house, &detail.summary, certificate.as_ref());
    Ok(answer::personal(&Told { summary: detail, certificate, certificate_waits }))
}

/// What changes about an enrolment.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ChangeBody {
    /// The language to go on in.
    language: Locale,
}

/// Goes on in another language; the place stays.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(("id" = Uuid, Path)), request_body = ChangeBody, responses(
    (status = 200, body = Told<EnrolmentSummary>), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 422, body = Problem)))]
#[patch("/me/enrolments/{id}")]
async fn change(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
    Body(body): Body<ChangeBody>,
) -> Result<HttpResponse, ApiError> {
    let summary = house.progress.switch_language(&actor, *id, body.language).await?;
    Ok(answer::personal(&told(&house, summary).await?))
}

/// "I have what I needed": closes the course without blame.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(("id" = Uuid, Path)), responses(
    (status = 200, body = Told<EnrolmentSummary>), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[post("/me/enrolments/{id}/closing")]
async fn close(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, ApiError> {
    Ok(answer::personal(&told(&house, house.progress.close(&actor, *id).await?).await?))
}

/// Opens a closed course again, where it was.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(("id" = Uuid, Path)), responses(
    (status = 200, body = Told<EnrolmentSummary>), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[delete("/me/enrolments/{id}/closing")]
async fn reopen(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, ApiError> {
    Ok(answer::personal(&told(&house, house.progress.reopen(&actor, *id).await?).await?))
}

/// Which version to move to.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct VersionBody {
    /// The id that the enrolment's `newer` gives.
    version_id: Uuid,
}

/// Moves to a newer version that changes more than words; progress comes along. Asked again, it answers the same.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(("id" = Uuid, Path)), request_body = VersionBody, responses(
    (status = 200, body = Told<EnrolmentSummary>), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem), (status = 422, body = Problem)))]
#[post("/me/enrolments/{id}/version")]
async fn move_version(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    id: web::Path<Uuid>,
    Body(body): Body<VersionBody>,
) -> Result<HttpResponse, ApiError> {
    let summary = house.progress.move_to(&actor, *id, VersionId(body.version_id)).await?;
    Ok(answer::personal(&told(&house, summary).await?))
}

/// The person's state in one unit.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(("id" = Uuid, Path), ("unit" = String, Path)), responses(
    (status = 200, body = UnitStateView), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/me/enrolments/{id}/units/{unit}")]
async fn unit(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    path: web::Path<(Uuid, String)>,
) -> Result<HttpResponse, ApiError> {
    Ok(answer::personal(&house.progress.my_unit(&actor, path.0, &path.1).await?))
}

/// What stands in a unit, for a learner to whom it is open: units with a condition are answered here alone.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(Lang, ("id" = Uuid, Path), ("unit" = String, Path)), responses(
    (status = 200, body = course_format::present::UnitContent), (status = 304), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem)))]
#[get("/me/enrolments/{id}/units/{unit}/content")]
async fn content(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    path: web::Path<(Uuid, String)>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let body = house.progress.my_unit_content(&actor, path.0, &path.1, lang.said()).await?;
    Ok(answer::tagged(&request, body.json.clone(), &body.etag, "private, no-cache"))
}

/// Which hint.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct HintQuery {
    /// The question.
    block: String,
    /// 1, 2 or 3.
    number: u8,
}

/// A hint, as safe HTML.
#[derive(Serialize, ToSchema)]
struct Hint {
    html: String,
}

/// A hint to a question of a lesson.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(HintQuery, ("id" = Uuid, Path), ("unit" = String, Path)), responses(
    (status = 200, body = Hint), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/me/enrolments/{id}/units/{unit}/hints")]
async fn hint(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    path: web::Path<(Uuid, String)>,
    Query(query): Query<HintQuery>,
) -> Result<HttpResponse, ApiError> {
    let html = house.progress.hint(&actor, path.0, &path.1, &query.block, query.number).await?;
    Ok(answer::personal(&Hint { html }))
}
