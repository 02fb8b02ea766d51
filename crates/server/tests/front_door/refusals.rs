//! What is refused says what, where and what to do, and changes nothing.

use accounts::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{COURSE, Said, house};

#[tokio::test]
async fn what_cannot_be_understood_is_told_with_its_place() {
    let house = house().await.with_course().await;
    let browser = house.browser();
    browser.raw("/session", "{\"login\":").await.is_problem(400, "malformed-json");
    browser.raw("/session", "").await.is_problem(400, "body-missing");
    browser.raw("/session", vec![0xff, 0xfe]).await.is_problem(400, "malformed-json");
    browser.raw("/session", format!("{{\"login\":{}", "[".repeat(50_000))).await.is_problem(422, "invalid-input");
    let cases = [
        (json!({ "login": 1, "password": "x" }), "/login", "wrong-type"),
        (json!({ "login": "x" }), "/password", "missing"),
        (json!({ "login": "x", "password": "x", "role": "administrator" }), "/role", "unknown-field"),
        (json!({ "login": "x\0", "password": "x" }), "", "control-character"),
    ];
    for (body, pointer, code) in cases {
        let said = browser.post("/session", &body, None).await;
        said.is_problem(422, "invalid-input");
        assert_eq!((&said.json()["pointer"], &said.json()["errors"][0]["code"]), (&json!(pointer), &json!(code)));
    }
    for (path, pointer) in [
        ("/api/v1/courses?limit=many", "/limit"),
        ("/api/v1/courses?lang=xx", "/lang"),
        ("/api/v1/courses?q=%00", "/q"),
        (&format!("/api/v1/courses/{COURSE}?lang=xx"), "/lang"),
    ] {
        let said = browser.get(path).await;
        said.is_problem(422, "invalid-input");
        assert_eq!(said.json()["pointer"], pointer, "{path}");
    }
}

#[tokio::test]
async fn unknown_addresses_and_methods() {
    let house = house().await.with_course().await;
    let rosa = house.signed_in("rosa", Role::Learner).await;
    for path in ["/api/v1/nothing", "/api/v1", "/api/v1/courses/%00", "/api/v1/courses/%FF", "/api/v2/site"] {
        rosa.get(path).await.is_problem(404, "not-found");
    }
    rosa.get("/api/v1/me/enrolments/not-an-id").await.is_problem(404, "not-found");
    for (method, path, allow) in [
        (Method::DELETE, "/courses", "GET, HEAD"),
        (Method::PUT, "/session", "DELETE, GET, HEAD, POST"),
        (Method::POST, "/courses/x", "GET, HEAD"),
        (Method::PATCH, "/me/facts", "POST"),
    ] {
        let said = rosa.ask(method, path, &Value::Null, None).await;
        said.is_problem(405, "method-not-allowed");
        assert_eq!(said.header("allow"), allow, "{path}");
    }
    let page = rosa.client.post(format!("{}/courses", house.base)).header("Origin", &house.base).send().await.unwrap();
    Said::of(page).await.is_problem(405, "method-not-allowed");
}

#[tokio::test]
async fn reading_the_head_is_reading_without_the_body() {
    let house = house().await.with_course().await;
    for path in ["/api/v1/courses", "/api/v1/site", "/", "/courses", "/health/ready"] {
        let head = Said::of(house.browser().client.head(format!("{}{path}", house.base)).send().await.unwrap()).await;
        assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""), "{path}");
    }
}

#[tokio::test]
async fn too_much_is_refused_before_it_is_read() {
    let house = house().await;
    let browser = house.browser();
    let said = browser.raw("/session", "x".repeat(300 * 1024)).await;
    said.is_problem(413, "body-too-large");
    assert_eq!(said.json()["params"]["limit"], 256 * 1024);
    browser.get(&format!("/api/v1/courses?q={}", "x".repeat(9000))).await.is_problem(414, "address-too-long");
    let many = browser.client.get(format!("{}/api/v1/site", house.base)).header("X-Much", "x".repeat(40_000));
    Said::of(many.send().await.unwrap()).await.is_problem(431, "headers-too-large");
    assert_eq!(browser.get("/api/v1/site").await.status, 200);
}

#[tokio::test]
async fn every_answer_has_a_name_and_the_headers_that_keep_browsers_safe() {
    let house = house().await;
    let browser = house.browser();
    let foreign =
        browser.client.post(format!("{}/api/v1/session", house.base)).header("Origin", "https://evil.example");
    let foreign = Said::of(foreign.json(&json!({})).send().await.unwrap()).await;
    foreign.is_problem(403, "foreign-origin");
    let form = browser.client.post(format!("{}/api/v1/session", house.base)).header("Origin", &house.base);
    let form = Said::of(form.header("Content-Type", "text/plain").body("{}").send().await.unwrap()).await;
    form.is_problem(415, "unsupported-media-type");
    let all = [
        foreign,
        form,
        browser.get("/").await,
        browser.get("/nowhere").await,
        browser.get("/api/v1/nothing").await,
        browser.get("/api/v1/site").await,
        browser.get("/media/x/y").await,
        browser.raw("/session", "x".repeat(300 * 1024)).await,
    ];
    let mut names = std::collections::HashSet::new();
    for said in &all {
        for header in ["content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options"] {
            assert!(!said.header(header).is_empty(), "{header} is missing: {said:?}");
        }
        assert!(!said.header("content-security-policy").contains("unsafe"));
        assert_eq!(said.header("x-request-id").len(), 16);
        assert!(names.insert(said.header("x-request-id").to_owned()));
    }
}

#[tokio::test]
async fn health_is_told_to_whoever_watches() {
    let house = house().await;
    assert_eq!(house.browser().get("/health/live").await.json(), json!({ "status": "live" }));
    assert_eq!(house.browser().get("/health/ready").await.json(), json!({ "status": "ready" }));
}
