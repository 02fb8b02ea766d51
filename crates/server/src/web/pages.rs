//! The public pages, with their heads filled.

use actix_web::{
    HttpRequest, HttpResponse, ResponseError,
    http::{StatusCode, header},
    route,
    web::{self, Bytes},
};
use api::{ApiError, CourseAnswer, House, Prepared};
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
    lang.lang.as_deref().and_then(|lang| lang.parse().ok()).unwrap_or_else(|| api::browser_language(request))
}

/// A page that is the same for everybody who reads its language: made once, kept packed, and asked again by its tag.
async fn shared<F: Future<Output = Result<Head, ApiError>>>(
    request: &HttpRequest,
    (house, shell): (&House, &Shell),
    (generation, cache): (Option<i64>, &'static str),
    (kind, locale, asked): (&'static str, Locale, &str),
    head: impl FnOnce() -> F,
) -> HttpResponse {
    let make = || async {
        let head = head().await?;
        Ok::<_, ApiError>(Prepared::new(shell.filled(&head).into(), "text/html; charset=utf-8"))
    };
    match house.shared.get(generation, (kind, locale, asked), make).await {
        Ok(page) => page.respond(request, cache, "Accept-Encoding, Accept-Language"),
        // What is not there says so; a service that cannot answer now says that, and to come again.
        Err(error) if error.status_code() == StatusCode::NOT_FOUND => plain(request, house, shell, false),
        Err(error) => error.error_response(),
    }
}

/// What the pages about courses hang on; browsers keep them and ask again by their tag.
fn of_courses(house: &House) -> (Option<i64>, &'static str) {
    (house.courses.generation(), "no-cache")
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
    let locale = locale(&request, &lang);
    // The demo's people change when it is prepared again, and no topic says so: they are part of what is asked for.
    let demo = house.demo_offer();
    let asked = demo.as_deref().map_or_else(String::new, |demo| String::from_utf8_lossy(demo).into_owned());
    let head = || async {
        let mut first = vec![site(&house)];
        // What cannot be answered now is asked for by the page itself.
        first.extend(courses(&house, locale, "", 6).await);
        first.extend(demo.clone().map(|demo| ("/api/v1/demo".to_owned(), demo)));
        Ok(promised(&house, locale, "/", first))
    };
    shared(&request, (&house, &shell), of_courses(&house), ("home page", locale, &asked), head).await
}

/// The catalogue.
#[route("/courses", method = "GET", method = "HEAD")]
pub(super) async fn catalogue(
    request: HttpRequest,
    house: web::Data<House>,
    shell: web::Data<Shell>,
    lang: web::Query<Lang>,
) -> HttpResponse {
    let locale = locale(&request, &lang);
    let query = request.query_string();
    let head = || async {
        // A filter that does not exist is told by the page itself, which then asks in vain.
        let first = [Some(site(&house)), courses(&house, locale, query, 12).await];
        Ok(promised(&house, locale, "/courses", first.into_iter().flatten().collect()))
    };
    shared(&request, (&house, &shell), of_courses(&house), ("catalogue page", locale, query), head).await
}

/// What every page asks first.
fn site(house: &House) -> (String, Bytes) {
    ("/api/v1/site".to_owned(), serde_json::to_vec(&*house.site).unwrap_or_default().into())
}

/// The courses that a page with this query shows first, under the address at which the application would ask for them.
async fn courses(house: &House, locale: Locale, query: &str, limit: u32) -> Option<(String, Bytes)> {
    let asked = api::catalogue_address(query, locale, limit)?;
    let answer = api::ask_catalogue(house, locale, &asked).await.ok()?;
    Some((format!("/api/v1/courses?{asked}"), answer.bytes()))
}

fn promised(house: &House, locale: Locale, path: &str, first: Vec<(String, Bytes)>) -> Head {
    let (title, description) = promise(locale);
    Head {
        locale,
        title: format!("{title} · {}", house.site.name),
        description: Some(description.to_owned()),
        canonical: Some(format!("{}{path}", house.site.public_url)),
        schema: None,
        first,
        hidden: false,
    }
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
    let head = || async {
        let page = house.courses.page(&slug, locale).await.map_err(ApiError::from)?;
        let canonical = format!("{}/courses/{}", house.site.public_url, page.card.slug);
        let address = format!("/api/v1/courses/{}?lang={locale}", page.card.slug);
        Ok(Head {
            locale,
            title: format!("{} · {}", page.card.title, house.site.name),
            description: Some(page.card.summary.clone()),
            schema: Some(schema(&page, &canonical, &house.site.name)),
            canonical: Some(canonical),
            first: vec![site(&house), (address, CourseAnswer::for_all(&page).bytes())],
            hidden: false,
        })
    };
    shared(&request, (&house, &shell), of_courses(&house), ("course page", locale, &slug), head).await
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
    lang: web::Query<Lang>,
) -> HttpResponse {
    let locale = locale(&request, &lang);
    let head = || async {
        let answer = api::ask_certificate(&house, &code).await?;
        Ok(bare(&house, locale, vec![site(&house), (format!("/api/v1/certificates/{code}"), answer.bytes())]))
    };
    let asked = api::certificate_now(&house, &code);
    // It holds a person's name: browsers and whatever lies between keep nothing of it.
    let of_certificates = (house.credentials.generation(), "no-store");
    shared(&request, (&house, &shell), of_certificates, ("certificate page", locale, &asked), head).await
}

/// A page without anything of its own in the head.
pub(super) fn plain(request: &HttpRequest, house: &House, shell: &Shell, found: bool) -> HttpResponse {
    let asked = web::Query::<Lang>::from_query(request.query_string()).ok();
    let locale = asked.map_or_else(|| api::browser_language(request), |lang| locale(request, &lang));
    respond(shell, &bare(house, locale, vec![site(house)]), found)
}

/// A head that says nothing but the name of the service; search engines leave the page out.
fn bare(house: &House, locale: Locale, first: Vec<(String, Bytes)>) -> Head {
    Head {
        locale,
        title: house.site.name.clone(),
        description: None,
        canonical: None,
        schema: None,
        first,
        hidden: true,
    }
}
