//! `/courses`: catalogue, course page, units, calendar, enrolling.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, get, http::header, post, web};
use courses::{
    CatalogueQuery, Filters,
    views::{CatalogueView, CoursePage},
};
use progress::views::EnrolmentSummary;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;
use vocabulary::{Locale, PageRequest, VersionId};

use super::enrolments::{Told, told};
use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{Anyone, Lang, OptionalBody, Query, SignedIn, browser_language, pairs},
    shared::Prepared,
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(catalogue).service(course_page).service(calendar).service(room).service(unit).service(enrol);
}

/// The names of the filters that take words from a list.
const FILTERS: [&str; 7] = ["format", "language", "competence", "level", "audience", "sector", "duration"];

/// The catalogue's filters. Each may stand several times: any of its values.
#[derive(Debug, Default, IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(
    dead_code,
    reason = "describes the query, which is read pair by pair because a filter may stand several times"
)]
struct CatalogueParams {
    /// Words of title, summary and outcomes.
    q: Option<String>,
    /// `mooc`, `instant`, `masterclass`.
    format: Option<Vec<String>>,
    /// `ca`, `es`, `en`.
    language: Option<Vec<String>>,
    /// A competence (`1.2`) or an area (`1`).
    competence: Option<Vec<String>>,
    /// `basic`, `intermediate`, `advanced`, `highly-advanced`.
    level: Option<Vec<String>>,
    /// For whom.
    audience: Option<Vec<String>>,
    /// For which field of life.
    sector: Option<Vec<String>>,
    /// `short`, `medium`, `long`.
    duration: Option<Vec<String>>,
    /// The language to answer in.
    lang: Option<Locale>,
    /// Rows at most, 1 to 100.
    limit: Option<u32>,
    /// Where the page before ended.
    cursor: Option<String>,
}

/// The published courses. For everybody.
#[utoipa::path(tag = "courses", extensions(("x-permission" = json!("anyone"))), params(CatalogueParams), responses(
    (status = 200, body = CatalogueView), (status = 304), (status = 422, body = Problem)))]
#[get("/courses")]
async fn catalogue(request: HttpRequest, house: web::Data<House>) -> Result<HttpResponse, ApiError> {
    let answer = ask_catalogue(&house, browser_language(&request), request.query_string()).await?;
    Ok(answer.respond(&request, answer::ASK_AGAIN, "Accept-Encoding, Accept-Language"))
}

/// The catalogue's answer to a query, in `browser`'s language unless the query says another.
///
/// # Errors
/// For a query that cannot be understood, or when the database fails.
pub async fn ask_catalogue(house: &House, browser: Locale, query: &str) -> Result<Arc<Prepared>, ApiError> {
    let make = || async {
        let query = catalogue_query(&pairs(query)?, browser)?;
        Ok(Prepared::json(&house.courses.catalogue(&query).await?))
    };
    house.shared.get(house.courses.generation(), ("catalogue", browser, query), make).await
}

/// The query that the application asks the catalogue with on a page of its own that has the query `page`: the same filters, the
/// language and how many.
#[must_use]
pub fn catalogue_address(page: &str, locale: Locale, limit: u32) -> Option<String> {
    let mut asked: Vec<(String, String)> = pairs(page).ok()?;
    asked.retain_mut(|(name, value)| {
        *value = if name == "q" { value.trim().to_owned() } else { std::mem::take(value) };
        !value.is_empty() && (name == "q" || FILTERS.contains(&name.as_str()))
    });
    asked.push(("lang".to_owned(), locale.to_string()));
    asked.push(("limit".to_owned(), limit.to_string()));
    serde_urlencoded::to_string(asked).ok()
}

fn catalogue_query(pairs: &[(String, String)], browser: Locale) -> Result<CatalogueQuery, ApiError> {
    let mut filters = Filters::default();
    let (mut locale, mut limit, mut cursor) = (browser, None, None);
    for (name, value) in pairs {
        if value.is_empty() {
            continue;
        }
        let list = match name.as_str() {
            "q" => {
                filters.q = value.chars().take(200).collect();
                continue;
            }
            "lang" => {
                locale = value.parse().map_err(|_| ApiError::invalid("/lang", "unknown-language"))?;
                continue;
            }
            "limit" => {
                limit = Some(value.parse().map_err(|_| ApiError::invalid("/limit", "out-of-range"))?);
                continue;
            }
            "cursor" => {
                cursor = Some(value.clone());
                continue;
            }
            "format" => &mut filters.format,
            "language" => &mut filters.language,
            "competence" => &mut filters.competence,
            "level" => &mut filters.level,
            "audience" => &mut filters.audience,
            "sector" => &mut filters.sector,
            "duration" => &mut filters.duration,
            // Addresses gain parameters on their way (campaigns, trackers): they change nothing.
            _ => continue,
        };
        list.push(value.clone());
    }
    Ok(CatalogueQuery { locale, filters, page: PageRequest::new(limit, cursor) })
}

/// A course's page, and for whoever is signed in their enrolment.
#[derive(Serialize, ToSchema)]
pub struct CourseAnswer<'a> {
    #[serde(flatten)]
    page: &'a CoursePage,
    /// The person's own enrolment.
    #[schema(inline)]
    enrolment: Option<Told<EnrolmentSummary>>,
}

impl<'a> CourseAnswer<'a> {
    /// What everybody who is not signed in gets.
    #[must_use]
    pub fn for_all(page: &'a CoursePage) -> Prepared {
        Prepared::json(&Self { page, enrolment: None })
    }
}

/// A course's page. For everybody.
#[utoipa::path(tag = "courses", extensions(("x-permission" = json!("anyone"))), params(Lang, ("slug" = String, Path)), responses(
    (status = 200, body = CourseAnswer), (status = 304), (status = 404, body = Problem)))]
#[get("/courses/{slug}")]
async fn course_page(
    request: HttpRequest,
    house: web::Data<House>,
    Anyone(actor): Anyone,
    slug: web::Path<String>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let locale = lang.or(actor.as_ref(), &request);
    let Some(actor) = actor else {
        let make = || async { Ok::<_, ApiError>(CourseAnswer::for_all(&*house.courses.page(&slug, locale).await?)) };
        let answer = house.shared.get(house.courses.generation(), ("course", locale, &slug), make).await?;
        return Ok(answer.respond(&request, answer::ASK_AGAIN, "Accept-Encoding, Accept-Language, Cookie"));
    };
    let page = house.courses.page(&slug, locale).await?;
    let enrolment = match house.progress.my_enrolment_in(&actor, &slug).await? {
        Some(summary) => Some(told(&house, summary).await?),
        None => None,
    };
    Ok(answer::personal(&CourseAnswer { page: &page, enrolment }))
}

/// The calendar file of a masterclass. For everybody.
#[utoipa::path(tag = "courses", extensions(("x-permission" = json!("anyone"))), params(Lang, ("slug" = String, Path)), responses(
    (status = 200, content_type = "text/calendar"), (status = 404, body = Problem)))]
#[get("/courses/{slug}/calendar.ics")]
async fn calendar(
    request: HttpRequest,
    house: web::Data<House>,
    slug: web::Path<String>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let file = house.courses.calendar(&slug, lang.or(None, &request), &house.site.public_url).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}.ics\"")))
        .body(file))
}

/// The way into the room of a masterclass: leads there at its time, and to the course's page before and after. For everybody.
#[utoipa::path(tag = "courses", extensions(("x-permission" = json!("anyone"))), params(("slug" = String, Path)), responses((status = 303), (status = 404, body = Problem)))]
#[get("/courses/{slug}/room")]
async fn room(house: web::Data<House>, slug: web::Path<String>) -> Result<HttpResponse, ApiError> {
    let room = house.courses.room(&slug).await?;
    let there = room.unwrap_or_else(|| format!("{}/courses/{slug}", house.site.public_url));
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, there))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish())
}

/// A unit of a published version, without any key. For everybody; the same for everybody and for ever.
#[utoipa::path(tag = "courses", extensions(("x-permission" = json!("anyone"))), params(Lang, ("slug" = String, Path), ("version" = Uuid, Path), ("unit" = String, Path)), responses(
    (status = 200, body = course_format::present::UnitContent), (status = 304), (status = 404, body = Problem)))]
#[get("/courses/{slug}/versions/{version}/units/{unit}")]
async fn unit(
    request: HttpRequest,
    house: web::Data<House>,
    path: web::Path<(String, Uuid, String)>,
    Query(lang): Query<Lang>,
) -> Result<HttpResponse, ApiError> {
    let (slug, version, unit) = path.into_inner();
    let locale = lang.or(None, &request);
    let make = || async {
        let body = house.courses.unit(&slug, VersionId(version), &unit, locale).await?;
        Ok::<_, ApiError>(Prepared::new(body.json.clone().into(), "application/json"))
    };
    let asked = format!("{slug}/{version}/{unit}");
    let answer = house.shared.get(house.courses.generation(), ("unit", locale, &asked), make).await?;
    Ok(answer.respond(&request, "public, max-age=3600", "Accept-Encoding, Accept-Language"))
}

/// In which language to learn.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EnrolBody {
    /// One of the course's languages; the person's own when missing.
    language: Option<Locale>,
}

/// Enrols in the standing edition. For everybody signed in; asked again it answers the same enrolment.
#[utoipa::path(tag = "learning", extensions(("x-permission" = json!("signed-in"))), params(("slug" = String, Path)), request_body = Option<EnrolBody>, responses(
    (status = 200, body = Told<EnrolmentSummary>), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[post("/courses/{slug}/enrolments")]
async fn enrol(
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    slug: web::Path<String>,
    OptionalBody(body): OptionalBody<EnrolBody>,
) -> Result<HttpResponse, ApiError> {
    let summary = house.progress.enrol(&actor, &slug, body.language).await?;
    Ok(answer::personal(&told(&house, summary).await?))
}
