//! The public pages, with their heads filled.

use actix_web::{HttpRequest, HttpResponse, http::header, route, web};
use api::House;
use courses::views::CoursePage;
use serde::Deserialize;
use serde_json::{Value, json};
use vocabulary::Locale;

use super::{head::Head, shell::Shell};

/// `?lang=`; anything that is no language of ours is ignored.
#[derive(Deserialize)]
pub(super) struct Lang {
    lang: Option<String>,
}

fn locale(request: &HttpRequest, lang: &Lang) -> Locale {
    lang.lang.as_deref().and_then(|lang| lang.parse().ok()).unwrap_or_else(|| browser(request))
}

fn browser(request: &HttpRequest) -> Locale {
    request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .and_then(Locale::from_accept_language)
        .unwrap_or_default()
}

fn respond(shell: &Shell, head: &Head, found: bool) -> HttpResponse {
    let mut response = if found { HttpResponse::Ok() } else { HttpResponse::NotFound() };
    response
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::VARY, "Accept-Language"))
        .body(shell.filled(head))
}

/// What the service promises, for search engines and previews.
fn promise(locale: Locale) -> (&'static str, &'static str) {
    match locale {
        Locale::Ca => (
            "Aprèn el que necessites, quan et vagi bé",
            "Cursos gratuïts de competències digitals: pel teu compte a qualsevol hora, en directe o a prop teu.",
        ),
        Locale::Es => (
            "Aprende lo que necesitas, cuando te venga bien",
            "Cursos gratuitos de competencias digitales: por tu cuenta a cualquier hora, en directo o cerca de ti.",
        ),
        Locale::En => (
            "Learn what you need, when it suits you",
            "Free courses in digital skills: on your own at any hour, live, or in a room near you.",
        ),
    }
}

/// The start page.
#[route("/", method = "GET", method = "HEAD")]
pub(super) async fn home(
    request: HttpRequest,
    house: web::Data<House>,
    shell: web::Data<Shell>,
    lang: web::Query<Lang>,
) -> HttpResponse {
    public(&request, &house, &shell, &lang, "/")
}

/// The catalogue.
#[route("/courses", method = "GET", method = "HEAD")]
pub(super) async fn catalogue(
    request: HttpRequest,
    house: web::Data<House>,
    shell: web::Data<Shell>,
    lang: web::Query<Lang>,
) -> HttpResponse {
    public(&request, &house, &shell, &lang, "/courses")
}

fn public(request: &HttpRequest, house: &House, shell: &Shell, lang: &Lang, path: &str) -> HttpResponse {
    let locale = locale(request, lang);
    let (title, description) = promise(locale);
    let head = Head {
        locale,
        title: format!("{title} · {}", house.site.name),
        description: Some(description.to_owned()),
        canonical: Some(format!("{}{path}", house.site.public_url)),
        schema: None,
        first: None,
        hidden: false,
    };
    respond(shell, &head, true)
}

/// A course's page; an unknown course is not found.
#[route("/courses/{slug}", method = "GET", method = "HEAD")]
pub(super) async fn course(
    request: HttpRequest,
    house: web::Data<House>,
    shell: web::Data<Shell>,
    slug: web::Path<String>,
    lang: web::Query<Lang>,
) -> HttpResponse {
    let locale = locale(&request, &lang);
    let Ok(page) = house.courses.page(&slug, locale).await else {
        return plain(&request, &house, &shell, false);
    };
    let canonical = format!("{}/courses/{}", house.site.public_url, page.card.slug);
    let mut body = serde_json::to_value(&*page).unwrap_or(Value::Null);
    body["enrolment"] = Value::Null;
    let head = Head {
        locale,
        title: format!("{} · {}", page.card.title, house.site.name),
        description: Some(page.card.summary.clone()),
        schema: Some(schema(&page, &canonical, &house.site.name)),
        canonical: Some(canonical),
        first: Some((format!("/api/v1/courses/{}?lang={locale}", page.card.slug), body)),
        hidden: false,
    };
    respond(&shell, &head, true)
}

/// schema.org's Course, and the Event of a masterclass.
fn schema(page: &CoursePage, url: &str, provider: &str) -> Value {
    let provider = json!({ "@type": "Organization", "name": provider });
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Course",
        "name": page.card.title,
        "description": page.card.summary,
        "url": url,
        "inLanguage": page.card.languages,
        "provider": provider,
        "isAccessibleForFree": true,
        "timeRequired": format!("PT{}M", page.card.minutes),
        "teaches": page.outcomes,
        "license": page.licence,
        "hasCourseInstance": { "@type": "CourseInstance", "courseMode": "online", "courseWorkload": format!("PT{}M", page.card.minutes) },
    });
    if let Some(live) = &page.card.live {
        data["subjectOf"] = json!({
            "@type": "EducationEvent",
            "name": page.card.title,
            "startDate": live.starts,
            "duration": format!("PT{}M", live.minutes),
            "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
            "location": { "@type": "VirtualLocation", "url": url },
            "organizer": provider,
        });
    }
    data
}

/// The verification of a certificate; a number that is none of ours is not found, and the page says so.
#[route("/verify/{code}", method = "GET", method = "HEAD")]
pub(super) async fn certificate(
    request: HttpRequest,
    house: web::Data<House>,
    shell: web::Data<Shell>,
    code: web::Path<String>,
) -> HttpResponse {
    let found = house.credentials.verify(&code).await.is_ok();
    plain(&request, &house, &shell, found)
}

/// A page without anything of its own in the head.
pub(super) fn plain(request: &HttpRequest, house: &House, shell: &Shell, found: bool) -> HttpResponse {
    let asked = web::Query::<Lang>::from_query(request.query_string()).ok();
    let locale = asked.map_or_else(|| browser(request), |lang| locale(request, &lang));
    let head = Head {
        locale,
        title: house.site.name.clone(),
        description: None,
        canonical: None,
        schema: None,
        first: None,
        hidden: true,
    };
    respond(shell, &head, found)
}
