//! Answers that are the same for everybody: from memory, by tag, packed, and new at once when a course changes. The first
//! page brings what it shows.

use reqwest::StatusCode;
use serde_json::Value;

use crate::support::{COURSE, Said, house};

fn first_answers(html: &str) -> Vec<Value> {
    let data = html.split("id=\"first-answer\">").nth(1).unwrap().split("</script>").next().unwrap();
    serde_json::from_str(data).unwrap()
}

#[tokio::test]
async fn whoever_has_an_answer_gets_it_no_second_time() {
    let house = house().await.with_course().await;
    let browser = house.browser();
    let page = browser.get(&format!("/api/v1/courses/{COURSE}")).await.json();
    let unit =
        format!("/api/v1/courses/{COURSE}/versions/{}/units/the-five-signs", page["versionId"].as_str().unwrap());
    for path in ["/api/v1/courses", &format!("/api/v1/courses/{COURSE}"), &unit, "/api/v1/site", "/courses", "/"] {
        let first = browser.get(path).await;
        assert_eq!(first.status, 200, "{path}");
        let tag = first.header("etag").to_owned();
        assert!(!tag.is_empty(), "{path} has no tag");
        let again = browser.client.get(format!("{}{path}", house.base)).header("If-None-Match", &tag);
        let again = Said::of(again.send().await.unwrap()).await;
        assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
        let packed = browser.client.get(format!("{}{path}", house.base)).header("Accept-Encoding", "br, gzip");
        let packed = packed.send().await.unwrap();
        let coding = packed.headers().get("content-encoding").map(|it| it.to_str().unwrap().to_owned());
        let length = packed.bytes().await.unwrap().len();
        if first.text.len() > 1000 {
            assert_eq!(coding.as_deref(), Some("br"), "{path}");
            assert!(length < first.text.len() * 2 / 3, "{path}: {length} of {}", first.text.len());
        }
    }
}

#[tokio::test]
async fn a_course_published_now_is_seen_now() {
    let house = house().await;
    let browser = house.browser();
    let before = browser.get("/api/v1/courses").await;
    assert_eq!(before.json()["total"], 0);
    browser.get(&format!("/api/v1/courses/{COURSE}")).await.is_problem(404, "not-found");
    let house = house.with_course().await;
    let browser = house.browser();
    let after = browser.get("/api/v1/courses").await;
    assert_eq!(after.json()["total"], 1);
    assert_ne!(after.header("etag"), before.header("etag"));
    assert_eq!(browser.get(&format!("/api/v1/courses/{COURSE}")).await.status, 200);
}

#[tokio::test]
async fn the_answer_is_in_the_language_that_was_asked_for() {
    let house = house().await.with_course().await;
    let browser = house.browser();
    let title = async |path: &str, language: &str| {
        let request = browser.client.get(format!("{}{path}", house.base)).header("Accept-Language", language);
        Said::of(request.send().await.unwrap()).await.json()["items"][0]["title"].as_str().unwrap().to_owned()
    };
    let (ca, es) = (title("/api/v1/courses", "ca").await, title("/api/v1/courses", "es").await);
    assert_ne!(ca, es);
    assert_eq!(title("/api/v1/courses?lang=ca", "es").await, ca);
    assert_eq!(title("/api/v1/courses", "es").await, es);
}

/// A page brings exactly what its address would answer: the application takes it instead of asking.
#[tokio::test]
async fn pages_bring_their_first_answers() {
    let house = house().await.with_course().await;
    let browser = house.browser();
    for (page, wanted) in [
        ("/?lang=es", "/api/v1/courses?lang=es&limit=6".to_owned()),
        (
            "/courses?lang=ca&q=+hello+&format=instant&utm=x",
            "/api/v1/courses?q=hello&format=instant&lang=ca&limit=12".to_owned(),
        ),
        (&format!("/courses/{COURSE}?lang=en"), format!("/api/v1/courses/{COURSE}?lang=en")),
    ] {
        let given = first_answers(&browser.get(page).await.text);
        let paths: Vec<&str> = given.iter().map(|one| one["path"].as_str().unwrap()).collect();
        assert_eq!(paths, ["/api/v1/site", wanted.as_str()], "{page}");
        for one in &given {
            assert_eq!(one["body"], browser.get(one["path"].as_str().unwrap()).await.json(), "{page}");
        }
    }
    assert_eq!(browser.get("/courses/nowhere").await.status, 404);
    assert_eq!(browser.get("/courses?format=nothing-known").await.status, 200, "the page itself says what is wrong");
}
