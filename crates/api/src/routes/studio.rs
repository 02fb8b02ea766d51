//! `/studio`: what authors see of their courses.

use accounts::Author;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use course_format::grade::{Answer, Feedback};
use courses::{
    Editor,
    views::{StudioCourse, StudioPage},
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use vocabulary::{Locale, Page, VersionId};

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Body, Lang, Paging, Query, SignedIn},
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(list).service(page).service(unit).service(try_answer);
}

/// The author's courses; all of them for administrators.
#[utoipa::path(tag = "studio", extensions(("x-permission" = json!("author"))), params(Lang, Paging), responses(
    (status = 200, body = Page<StudioCourse>), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/studio/courses")]
async fn list(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Query(lang): Query<Lang>,
    Query(paging): Query<Paging>,
) -> Result<HttpResponse, ApiError> {
    let editor = Editor::from(&actor.permit::<Author>()?);
    let locale = lang.or(Some(&actor), &request);
    Ok(answer::personal(&house.courses.studio(&editor, locale, &paging.request()).await?))
}

/// One course: versions, findings, outline.
#[utoipa::path(tag = "studio", extensions(("x-permission" = json!("author"))), params(Lang, ("slug" = String, Path)), responses(
    (status = 200, body = StudioPage), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/studio/courses/{slug}")]
async fn page(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    slug: web::Path<String>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let editor = Editor::from(&actor.permit::<Author>()?);
    let locale = lang.or(Some(&actor), &request);
    Ok(answer::personal(&house.courses.studio_page(&editor, &slug, locale).await?))
}

/// A unit of any version, as a learner would read it.
#[utoipa::path(tag = "studio", extensions(("x-permission" = json!("author"))), params(Lang, ("slug" = String, Path), ("version" = Uuid, Path), ("unit" = String, Path)), responses(
    (status = 200, body = course_format::present::UnitContent), (status = 304), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[get("/studio/courses/{slug}/versions/{version}/units/{unit}")]
async fn unit(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    path: web::Path<(String, Uuid, String)>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let editor = Editor::from(&actor.permit::<Author>()?);
    let locale = lang.or(Some(&actor), &request);
    let (slug, version, unit) = path.into_inner();
    let body = house.courses.preview(&editor, &slug, VersionId(version), &unit, locale).await?;
    Ok(answer::tagged(&request, body.json, &body.etag, "private, no-cache"))
}

/// An answer to try.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TryBody {
    /// The version.
    version_id: Uuid,
    /// The unit's key.
    unit: String,
    /// The question.
    block: String,
    /// The answer.
    #[schema(value_type = Object)]
    answer: Answer,
    /// The language of the feedback.
    lang: Locale,
}

/// Grades an answer in the preview; leaves nothing.
#[utoipa::path(tag = "studio", extensions(("x-permission" = json!("author"))), params(("slug" = String, Path)), request_body = TryBody, responses(
    (status = 200, body = Feedback), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[post("/studio/courses/{slug}/answers")]
async fn try_answer(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    slug: web::Path<String>,
    Body(body): Body<TryBody>,
) -> Result<HttpResponse, ApiError> {
    let editor = Editor::from(&actor.permit::<Author>()?);
    let version = VersionId(body.version_id);
    let place = courses::QuestionPlace { slug: &slug, version, unit: &body.unit, block: &body.block };
    Ok(answer::personal(&house.courses.try_answer(&editor, place, &body.answer, body.lang).await?))
}
