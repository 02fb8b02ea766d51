//! Finding a course: words, filters, pages, the course's own page with its head, its files and its hour.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Client, House, Store};

/// The courses of the repository.
const ALL: [&str; 6] = [
    "ai-useful-wrong-or-neither",
    "find-work-online",
    "first-loop-to-robot",
    "shop-on-the-map",
    "stop-check-decide",
    "your-digital-rights",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_visitor_finds_courses_on_sqlite() {
    visit(Store::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_visitor_finds_courses_on_postgres() {
    visit(Store::Postgres).await;
}

/// One house for all of it: bringing six courses in takes longer than looking at them.
async fn visit(store: Store) {
    let house = House::empty(store).await;
    let visitor = house.visitor();
    let empty = visitor.get("/courses").await.ok();
    assert_eq!((&empty["items"], &empty["total"]), (&json!([]), &json!(0)), "an empty catalogue is no fault");
    for slug in ALL {
        house.publish(slug).await;
    }
    words(&visitor).await;
    filters(&visitor).await;
    what_cannot_be_asked(&visitor).await;
    languages(&visitor).await;
    course_page(&house, &visitor).await;
    head(&visitor).await;
    files(&visitor).await;
    calendar(&visitor).await;
    tags(&house, &visitor).await;
    pages(&house, &visitor).await;
}

/// The keys of the courses that a query leaves, in order.
async fn slugs(visitor: &Client, query: &str) -> Vec<String> {
    let answer = visitor.get(&format!("/courses?{query}")).await.ok();
    let slugs: Vec<String> = items(&answer);
    assert_eq!(answer["total"].as_u64().unwrap() as usize, slugs.len(), "{query}");
    slugs
}

fn items(answer: &Value) -> Vec<String> {
    answer["items"].as_array().unwrap().iter().map(|card| card["slug"].as_str().unwrap().to_owned()).collect()
}

async fn words(visitor: &Client) {
    for (q, lang, expected) in [
        ("robot", "en", vec!["first-loop-to-robot"]),
        ("ROBÓT", "en", vec!["first-loop-to-robot"]),
        ("robò", "ca", vec!["first-loop-to-robot"]),
        ("suspicious%20mess", "en", vec!["stop-check-decide"]),
        ("feina%20regalar", "ca", vec!["find-work-online"]),
        ("regal%C3%A1r%20feina", "ca", vec!["find-work-online"]),
        // Whoever reads in one language may ask in another.
        ("drets", "en", vec!["your-digital-rights"]),
        ("zzzz", "en", vec![]),
        ("robot%20zzzz", "en", vec![]),
        ("%25", "en", ALL.to_vec()),
    ] {
        let mut found = slugs(visitor, &format!("q={q}&lang={lang}")).await;
        if q == "%25" {
            found.sort();
        }
        assert_eq!(found, expected, "{q} ({lang})");
    }
    // A word in the title weighs more than one in the text.
    let found = slugs(visitor, "q=map&lang=en").await;
    assert_eq!(found.first().map(String::as_str), Some("shop-on-the-map"), "{found:?}");
    assert_eq!(slugs(visitor, &format!("q={}", "x".repeat(5000))).await, Vec::<String>::new());
}

async fn filters(visitor: &Client) {
    let set = |slugs: Vec<String>| slugs.into_iter().collect::<BTreeSet<_>>();
    let all = visitor.get("/courses?lang=en").await.ok();
    assert_eq!(all["total"], 6);
    let card = |slug: &str| all["items"].as_array().unwrap().iter().find(|card| card["slug"] == slug).unwrap().clone();
    assert_eq!(card("stop-check-decide")["minutes"], 45);
    // Whatever a facet counts is what its filter leaves.
    let mut asked = 0;
    for (filter, facets) in all["facets"].as_object().unwrap() {
        for facet in facets.as_array().unwrap() {
            let value = facet["value"].as_str().unwrap();
            let left = slugs(visitor, &format!("{filter}={value}")).await;
            assert_eq!(left.len() as u64, facet["count"].as_u64().unwrap(), "{filter}={value}");
            asked += 1;
        }
    }
    assert!(asked > 30, "{asked} facets");
    for (query, expected) in [
        ("format=mooc", &["first-loop-to-robot", "your-digital-rights"][..]),
        ("format=masterclass", &["ai-useful-wrong-or-neither"]),
        (
            "format=mooc&format=masterclass",
            &["ai-useful-wrong-or-neither", "first-loop-to-robot", "your-digital-rights"],
        ),
        ("audience=seniors", &["stop-check-decide"]),
        ("sector=commerce", &["shop-on-the-map"]),
        ("duration=short", &["ai-useful-wrong-or-neither", "find-work-online", "stop-check-decide"]),
        ("duration=short&level=basic", &["find-work-online", "stop-check-decide"]),
        ("duration=short&level=basic&audience=seniors&q=message&lang=en", &["stop-check-decide"]),
        ("format=mooc&audience=seniors", &[]),
        ("competence=3.4", &["first-loop-to-robot"]),
        ("competence=1.1&language=es", &["find-work-online"]),
        ("format=&utm_source=poster", &ALL),
    ] {
        let expected = expected.iter().map(|slug| (*slug).to_owned()).collect();
        assert_eq!(set(slugs(visitor, query).await), expected, "{query}");
    }
    let chosen = visitor.get("/courses?format=mooc").await.ok();
    let formats: u64 =
        chosen["facets"]["format"].as_array().unwrap().iter().map(|one| one["count"].as_u64().unwrap()).sum();
    assert_eq!(formats, 6, "a filter does not narrow its own counts");
}

async fn what_cannot_be_asked(visitor: &Client) {
    for (query, pointer) in [
        ("format=essay", "/format"),
        ("format=mooc&format=essay", "/format"),
        ("language=tlh", "/language"),
        ("competence=9.9", "/competence"),
        ("level=expert", "/level"),
        ("duration=forever", "/duration"),
        ("lang=tlh", "/lang"),
        ("limit=ten", "/limit"),
        ("cursor=no-such-cursor", "/cursor"),
    ] {
        let problem = visitor.get(&format!("/courses?{query}")).await.problem(422, "invalid-input");
        assert_eq!(problem["pointer"], pointer, "{query}");
    }
}

async fn languages(visitor: &Client) {
    let title = async |query: &str, browser: &str| {
        let request = visitor.request(Method::GET, &format!("/courses/stop-check-decide{query}"));
        let page = Answer::of(request.header("Accept-Language", browser), browser.to_owned()).await.ok();
        assert!(page["enrolment"].is_null());
        page["title"].as_str().unwrap().to_owned()
    };
    let (ca, es, en) = ("Un missatge sospitós?", "¿Un mensaje sospechoso?", "Suspicious message?");
    for (query, browser, begins) in [
        ("", "ca-ES,ca;q=0.9", ca),
        ("", "es;q=0.8, en;q=0.9", en),
        ("", "fr, es;q=0.5", es),
        ("?lang=en", "ca", en),
        ("?lang=ca", "en", ca),
    ] {
        let title = title(query, browser).await;
        assert!(title.starts_with(begins), "{query} {browser}: {title}");
    }
}

async fn course_page(house: &House, visitor: &Client) {
    let unknown = visitor.get("/courses/no-such-course").await.problem(404, "not-found");
    assert_eq!(visitor.get("/courses/broken").await.problem(404, "not-found"), unknown);
    for slug in ALL {
        let page = visitor.get(&format!("/courses/{slug}?lang=es")).await.ok();
        let course = house.course(slug).await;
        let units: Vec<&Value> =
            page["modules"].as_array().unwrap().iter().flat_map(|module| module["units"].as_array().unwrap()).collect();
        let keys: Vec<&str> = units.iter().map(|unit| unit["key"].as_str().unwrap()).collect();
        assert_eq!(keys, course.units().map(|unit| unit.key.as_str()).collect::<Vec<_>>(), "{slug}: in its order");
        assert!(units.iter().all(|unit| unit["minutes"].as_u64().unwrap() > 0 && unit["title"] != ""), "{slug}");
        assert!(!page["outcomes"].as_array().unwrap().is_empty() && page["licence"] == "CC-BY-SA-4.0", "{slug}");
        assert_eq!(page["version"], 1);
        let version = page["versionId"].as_str().unwrap();
        for key in keys {
            let unit = visitor.get(&format!("/courses/{slug}/versions/{version}/units/{key}?lang=es")).await;
            if course.has_condition(key) {
                unit.problem(404, "not-found");
                continue;
            }
            let unit = unit.ok();
            assert_eq!((&unit["unit"], &unit["lang"]), (&json!(key), &json!("es")));
            assert!(!unit["blocks"].as_array().unwrap().is_empty() || unit["type"] == "quiz", "{slug}/{key}");
        }
    }
}

async fn head(visitor: &Client) {
    let page = visitor.page("/courses/stop-check-decide", "es").await;
    assert_eq!((page.status.as_u16(), page.header("content-type")), (200, "text/html; charset=utf-8"));
    let html = page.text();
    let before_scripts = &html[..html.find("<script type=\"module\"").or_else(|| html.find("</head>")).unwrap()];
    let base = visitor.base();
    for part in [
        "<html lang=\"es\"",
        "<title>¿Un mensaje sospechoso?",
        "<meta name=\"description\" content=\"Los cinco dedos de la mano",
        &format!("<link rel=\"canonical\" href=\"{base}/courses/stop-check-decide?lang=es\">"),
        &format!("hreflang=\"ca\" href=\"{base}/courses/stop-check-decide?lang=ca\""),
        "\"@type\":\"Course\"",
        "\"timeRequired\":\"PT45M\"",
        "id=\"first-answer\"",
    ] {
        assert!(before_scripts.contains(part), "{part} is not in the head");
    }
    let data = html.split("id=\"first-answer\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    let first = data.as_array().unwrap();
    assert!(first.iter().any(|one| one["path"].as_str().unwrap().starts_with("/api/v1/courses/stop-check-decide")));
    for one in first {
        let path = one["path"].as_str().unwrap();
        assert_eq!(one["body"], visitor.get(path).await.ok(), "{path}: the one that the page would ask for");
    }
    let event = visitor.page("/courses/ai-useful-wrong-or-neither", "en").await.text();
    assert!(
        event.contains("\"@type\":\"EducationEvent\"") && event.contains("\"startDate\":\"2026-12-03T18:00:00+01:00\"")
    );
    for (path, status) in [("/courses", 200), ("/", 200), ("/courses/no-such-course", 404), ("/no-such-page", 404)] {
        let page = visitor.page(path, "ca").await;
        assert_eq!((page.status.as_u16(), page.text().contains("<html lang=\"ca\"")), (status, true), "{path}");
    }
}

async fn files(visitor: &Client) {
    let page = visitor.get("/courses/stop-check-decide").await.ok();
    let version = page["versionId"].as_str().unwrap();
    let path = format!("/courses/stop-check-decide/versions/{version}/units/the-five-signs?lang=en");
    let unit = visitor.get(&path).await.ok();
    let blocks = unit["blocks"].as_array().unwrap();
    let audio = blocks.iter().find(|block| block["type"] == "audio").unwrap()["file"].as_str().unwrap();
    let whole = visitor.get(audio).await;
    let size = whole.bytes.len();
    assert_eq!((whole.status.as_u16(), whole.header("content-type"), size > 10_000), (200, "audio/mp4", true));
    assert!(whole.header("cache-control").contains("immutable") && whole.header("accept-ranges") == "bytes");
    assert!(whole.header("content-security-policy").contains("sandbox"));

    let range = async |range: &str| {
        let request = visitor.request(Method::GET, audio).header("Range", range);
        Answer::of(request, format!("range {range}")).await
    };
    for (asked, from, to) in
        [("bytes=0-99", 0, 99), ("bytes=500-", 500, size - 1), ("bytes=-100", size - 100, size - 1)]
    {
        let part = range(asked).await;
        assert_eq!((part.status.as_u16(), &part.bytes[..]), (206, &whole.bytes[from..=to]), "{asked}");
        assert_eq!(part.header("content-range"), format!("bytes {from}-{to}/{size}"));
    }
    let beyond = range(&format!("bytes={size}-")).await;
    assert_eq!((beyond.status.as_u16(), beyond.header("content-range")), (416, format!("bytes */{size}").as_str()));
    assert!(beyond.bytes.is_empty());

    let again = visitor.request(Method::GET, audio).header("If-None-Match", whole.header("etag"));
    let again = Answer::of(again, "the same file again").await;
    assert_eq!((again.status.as_u16(), again.bytes.len()), (304, 0));
    let hash = audio.split('/').nth(2).unwrap();
    for odd in
        [format!("/media/{hash}/page.php"), format!("/media/{}/a.m4a", "f".repeat(64)), format!("/media/{hash}/")]
    {
        assert_eq!(visitor.get(&odd).await.status, 404, "{odd}");
    }
    // Whatever it is called, it is no page of ours.
    let disguised = visitor.get(&format!("/media/{hash}/page.html")).await;
    assert!(disguised.header("content-disposition").starts_with("attachment"), "{:?}", disguised.headers);
    assert!(disguised.header("content-security-policy").contains("sandbox"));
}

async fn calendar(visitor: &Client) {
    visitor.get("/courses/stop-check-decide/calendar.ics").await.problem(404, "not-found");
    visitor.get("/courses/no-such-course/calendar.ics").await.problem(404, "not-found");
    let file = visitor.get("/courses/ai-useful-wrong-or-neither/calendar.ics?lang=ca").await;
    assert_eq!((file.status.as_u16(), file.header("content-type")), (200, "text/calendar; charset=utf-8"));
    assert!(file.header("content-disposition").contains("ai-useful-wrong-or-neither.ics"));
    let text = file.text();
    assert!(text.lines().all(|line| line.len() <= 75), "lines are folded");
    let lines: Vec<String> = text.replace("\r\n ", "").lines().map(str::to_owned).collect();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "DTSTART:20261203T170000Z", "DTEND:20261203T180000Z"]
    {
        assert!(lines.iter().any(|known| known == line), "{line}: {text}");
    }
    assert!(lines.iter().any(|line| line.starts_with("SUMMARY:IA a la feina")), "{text}");
}

/// Whoever has the answer already is told so; a change is seen at once.
async fn tags(house: &House, visitor: &Client) {
    for path in ["/courses?lang=en", "/courses/find-work-online?lang=en", "/site"] {
        let first = visitor.get(path).await;
        let tag = first.header("etag").to_owned();
        assert!(!tag.is_empty(), "{path}");
        let request = |tag: &str| visitor.request(Method::GET, path).header("If-None-Match", tag.to_owned());
        let same = Answer::of(request(&tag), format!("{path} again")).await;
        assert_eq!((same.status.as_u16(), same.bytes.len()), (304, 0), "{path}");
        assert_eq!(Answer::of(request("\"other\""), path).await.bytes, first.bytes);
    }
    let before = visitor.get("/courses/find-work-online?lang=en").await;
    house
        .publish_changed("find-work-online", |_, text| text.replace("Find work online", "Find good work online"))
        .await;
    let request = visitor.request(Method::GET, "/courses/find-work-online?lang=en");
    let after = Answer::of(request.header("If-None-Match", before.header("etag")), "changed").await.ok();
    assert_eq!((&after["version"], after["title"].as_str().unwrap().starts_with("Find good work")), (&json!(2), true));
}

async fn pages(house: &House, visitor: &Client) {
    let page = async |cursor: Option<&str>| {
        let cursor = cursor.map_or_else(String::new, |cursor| format!("&cursor={cursor}"));
        visitor.get(&format!("/courses?lang=en&limit=2{cursor}")).await.ok()
    };
    let everything = items(&visitor.get("/courses?lang=en").await.ok());
    let first = page(None).await;
    assert_eq!(items(&first), everything[..2]);
    // Between two pages the first course gets a title that puts it last: nobody is shown twice and nobody is left out.
    let (early, last) = (&everything[0], &everything[1]);
    let change = |path: &str, text: String| {
        if path != "course.en.md" {
            text
        } else {
            format!("# Zebras and other courses {{#course}}\n{}", text.split_once('\n').unwrap().1)
        }
    };
    house.publish_changed(early, change).await;
    let mut seen = items(&first);
    let mut next = first["next"].as_str().map(str::to_owned);
    while let Some(cursor) = next {
        let page = page(Some(&cursor)).await;
        seen.extend(items(&page));
        next = page["next"].as_str().map(str::to_owned);
        assert!(seen.len() <= 8, "{seen:?}");
    }
    for slug in &everything {
        let times = seen.iter().filter(|known| *known == slug).count();
        // The course that moved behind the reader is met again there; every other exactly once.
        assert!(times == 1 || (times == 2 && slug == early), "{slug} {times} times: {seen:?}");
    }
    // The course at which the reader stands moves itself: the list goes on where it was.
    house.publish_changed(last, change).await;
    let cursor = first["next"].as_str().unwrap();
    let after = items(&page(Some(cursor)).await);
    assert_eq!(after.first(), Some(&everything[2]), "goes on behind the place of {last}");
    for (limit, expected) in [("1", 1), ("100", 6), ("1000", 6), ("0", 1)] {
        let page = visitor.get(&format!("/courses?limit={limit}")).await.ok();
        assert_eq!(items(&page).len(), expected, "limit={limit}");
    }
}
