//! The door: who may knock, with what, and what every answer carries. Whatever is refused has changed nothing.

use std::time::{Duration, Instant};

use accounts::{Administrator, Role};
use database::entity::{audit_event, enrolment, fact, person, role_grant};
use reqwest::{Method, RequestBuilder};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use crate::support::{Answer, COURSE, Client, House, QUIZ, Store, fact_of, new_id};

on_both!(
    only_our_own_pages_change_anything,
    only_json_of_a_sensible_size_comes_in,
    nobody_sets_what_is_not_theirs_to_set,
    a_session_is_born_new_and_dies_at_once,
);

/// What could have changed: everything that people and learning leave behind.
async fn everything(house: &House) -> Vec<u64> {
    let db = house.parts().db.read();
    vec![
        person::Entity::find().count(db).await.unwrap(),
        role_grant::Entity::find().count(db).await.unwrap(),
        enrolment::Entity::find().count(db).await.unwrap(),
        fact::Entity::find().count(db).await.unwrap(),
        audit_event::Entity::find().count(db).await.unwrap(),
    ]
}

/// Each unsafe request that somebody's browser could be made to send.
fn unsafe_requests(client: &Client, enrolment: &str) -> Vec<RequestBuilder> {
    let post = |path: &str, body: Value| client.request(Method::POST, path).json(&body);
    vec![
        post("/session", json!({ "login": "victim", "password": "quiet river 42" })),
        post("/people", json!({ "name": "X", "login": "intruder", "password": "quiet river 42" })),
        post(&format!("/courses/{COURSE}/enrolments"), json!({})),
        post("/me/facts", json!({ "facts": [fact_of("opened", enrolment, "the-five-signs")] })),
        post("/me/attempts", json!({ "id": new_id(), "enrolment": enrolment, "unit": QUIZ })),
        client.request(Method::POST, &format!("/me/enrolments/{enrolment}/closing")),
        client.request(Method::PATCH, "/me").json(&json!({ "name": "Changed" })),
        client.request(Method::DELETE, "/session"),
    ]
}

async fn only_our_own_pages_change_anything(house: House) {
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let (before, me) = (everything(&house).await, learner.get("/session").await.ok());
    let port = learner.base().rsplit(':').next().unwrap().parse::<u16>().unwrap();
    let origins = [
        "https://elsewhere.example".to_owned(),
        "null".to_owned(),
        format!("http://127.0.0.1:{}", port ^ 1),
        format!("https://127.0.0.1:{port}"),
        format!("http://127.0.0.1:{port}.elsewhere.example"),
        format!("http://localhost:{port}"),
        format!("http://127.0.0.1:{port}/"),
        String::new(),
    ];
    for request in unsafe_requests(&learner, &enrolment) {
        let with = |name: &'static str, value: &str| request.try_clone().unwrap().header(name, value);
        for origin in &origins {
            Answer::of(with("Origin", origin), format!("from `{origin}`")).await.problem(403, "foreign-origin");
        }
        let silent = request.try_clone().unwrap();
        Answer::of(silent, "without an origin").await.problem(403, "foreign-origin");
        for site in ["cross-site", "same-site", "none"] {
            let request = with("Origin", learner.base()).header("Sec-Fetch-Site", site);
            Answer::of(request, site).await.problem(403, "foreign-origin");
        }
    }
    assert_eq!((everything(&house).await, learner.get("/session").await.ok()), (before, me));
    // The same requests from our own pages are taken, so that it was the origin that was refused.
    // (Signing in and up would make somebody else of this learner.)
    for request in unsafe_requests(&learner, &enrolment).into_iter().skip(2) {
        let own = request.header("Origin", learner.base()).header("Sec-Fetch-Site", "same-origin");
        let answer = Answer::of(own, "from our own page").await;
        assert!(answer.status.is_success(), "{} {}", answer.status, answer.text());
    }
}

async fn only_json_of_a_sensible_size_comes_in(house: House) {
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let (before, me) = (everything(&house).await, learner.get("/session").await.ok());
    let send = async |kind: Option<&str>, body: Vec<u8>, what: &str| {
        let request = learner.request(Method::POST, "/me/facts").header("Origin", learner.base()).body(body);
        Answer::of(if let Some(kind) = kind { request.header("Content-Type", kind) } else { request }, what).await
    };
    let good = json!({ "facts": [fact_of("opened", &enrolment, "the-five-signs")] }).to_string().into_bytes();
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/json"] {
        send(Some(kind), good.clone(), kind).await.problem(415, "unsupported-media-type");
    }
    send(None, good.clone(), "no type").await.problem(415, "unsupported-media-type");

    let json = Some("application/json; charset=utf-8");
    let whole = good.len();
    for (what, body) in [
        ("nothing", vec![]),
        ("cut off", good[..whole - 1].to_vec()),
        ("more than one value", [good.clone(), b"{}".to_vec()].concat()),
        ("no UTF-8", good.iter().map(|byte| if *byte == b'o' { 0xff } else { *byte }).collect()),
        ("too deep", [b"[".repeat(50_000), b"]".repeat(50_000)].concat()),
        ("deep in a field", [br#"{"facts":"#.to_vec(), b"[".repeat(500), b"]".repeat(500), b"}".to_vec()].concat()),
    ] {
        let answer = send(json, body, what).await;
        // What is no JSON is told from what is JSON of another shape, as far as it was read.
        match what {
            "nothing" => answer.problem(400, "body-missing"),
            deep if deep.contains("deep") && answer.status == 422 => answer.problem(422, "invalid-input"),
            _ => answer.problem(400, "malformed-json"),
        };
    }
    for body in ["[]", "null", "7", r#"{"facts":{}}"#, r#"{"facts":[7]}"#, r#"{"facts":null}"#, r#"{"Facts":[]}"#] {
        let problem = send(json, body.into(), body).await.problem(422, "invalid-input");
        assert!(problem.to_string().len() < 1000, "{problem}");
    }
    let mut huge = json!({ "facts": [fact_of("opened", &enrolment, "the-five-signs")] });
    huge["facts"][0]["unit"] = json!("x".repeat(300 * 1024));
    send(json, huge.to_string().into_bytes(), "huge").await.problem(413, "body-too-large");
    assert_eq!((everything(&house).await, learner.get("/session").await.ok()), (before, me));
    send(json, good, "good").await.ok();
}

async fn nobody_sets_what_is_not_theirs_to_set(house: House) {
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let attempt = learner.begin(&enrolment, QUIZ).await["id"].as_str().unwrap().to_owned();
    let before = (everything(&house).await, learner.state(&enrolment).await, learner.get("/session").await.ok());
    let person = json!({ "name": "X", "login": "climber", "password": "quiet river 42", "language": "en" });
    let fact = fact_of("opened", &enrolment, "the-five-signs");
    let sitting = json!({ "id": new_id(), "enrolment": enrolment, "unit": QUIZ });
    let own = format!("/me/enrolments/{enrolment}");
    let with = |body: &Value, name: &str, value: Value| {
        let mut body = body.clone();
        body[name] = value;
        body
    };
    let day = json!("2020-01-01T00:00:00Z");
    let mut bodies: Vec<(Method, String, Value)> = vec![];
    for (name, value) in [
        ("role", json!("administrator")),
        ("roles", json!(["administrator"])),
        ("personId", json!(new_id())),
        ("state", json!("active")),
        ("createdAt", day.clone()),
    ] {
        bodies.push((Method::POST, "/people".into(), with(&person, name, value.clone())));
        bodies.push((Method::PATCH, "/me".into(), with(&json!({ "language": "es" }), name, value)));
    }
    for (name, value) in [
        ("state", json!("completed")),
        ("completedAt", day.clone()),
        ("doneUnits", json!(5)),
        ("percent", json!(100)),
        ("startedAt", day.clone()),
        ("learner", json!(new_id())),
    ] {
        let enrol = format!("/courses/{COURSE}/enrolments");
        bodies.push((Method::POST, enrol, with(&json!({ "language": "ca" }), name, value.clone())));
        bodies.push((Method::PATCH, own.clone(), with(&json!({ "language": "ca" }), name, value)));
    }
    for (name, value) in [
        ("score", json!(100)),
        ("passed", json!(true)),
        ("deadline", json!("2100-01-01T00:00:00Z")),
        ("questions", json!(["grandson"])),
        ("number", json!(1)),
    ] {
        bodies.push((Method::POST, "/me/attempts".into(), with(&sitting, name, value)));
    }
    for (name, value) in [
        ("at", day.clone()),
        ("seq", json!(1)),
        ("source", json!("server")),
        ("learner", json!(new_id())),
        ("completed", json!(true)),
        ("points", json!(500)),
    ] {
        bodies.push((Method::POST, "/me/facts".into(), json!({ "facts": [with(&fact, name, value)] })));
    }
    for (method, path, body) in bodies {
        let problem = learner.send(method, &path, Some(&body)).await.problem(422, "invalid-input");
        assert!(problem["pointer"].is_string(), "{path} {body}: {problem}");
    }
    let after = (everything(&house).await, learner.state(&enrolment).await, learner.get("/session").await.ok());
    assert_eq!(after, before);
    // Handing in takes no score from whoever hands in.
    let result =
        learner.post(&format!("/me/attempts/{attempt}/submission"), &json!({ "score": 100, "passed": true })).await;
    if result.status.is_success() {
        assert_eq!((&result.json()["score"], &result.json()["passed"]), (&json!(0), &json!(false)));
    } else {
        result.problem(422, "invalid-input");
    }
}

/// The value of the session's cookie in an answer.
fn token(answer: &Answer) -> String {
    let cookie = answer.header("set-cookie").split(';').next().unwrap();
    cookie.split_once('=').unwrap().1.to_owned()
}

/// Whether a token lets somebody in, asked without any other cookie.
async fn lets_in(house: &House, base: &str, token: &str) -> bool {
    let request = house.visitor_at(base).request(Method::GET, "/session").header("Cookie", format!("aulari={token}"));
    Answer::of(request, "GET /session with a token").await.status == 200
}

async fn a_session_is_born_new_and_dies_at_once(house: House) {
    let form = json!({ "name": "Nadia", "login": "nadia", "password": "quiet river 42", "language": "en" });
    let base = house.visitor().base().to_owned();
    let first = house.visitor().post("/people", &form).await;
    let planted = "0123456789abcdef".repeat(4);
    let entry = json!({ "login": "nadia", "password": "quiet river 42" });
    let request = house.visitor().request(Method::POST, "/session").header("Origin", &base);
    let second = Answer::of(request.header("Cookie", format!("aulari={planted}")).json(&entry), "planted").await;
    second.ok();
    let (one, two) = (token(&first), token(&second));
    assert!(one != two && two != planted && two.len() == 64, "each sign-in has a token of its own");
    assert!(!lets_in(&house, &base, &planted).await, "a token that somebody planted is nobody's");
    for cookie in [first.header("set-cookie"), second.header("set-cookie")] {
        for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=5184000"] {
            assert!(cookie.split("; ").any(|one| one == part), "{part} in {cookie}");
        }
        assert!(!cookie.contains("Domain") && !cookie.contains("Secure"), "{cookie}");
    }

    // Signing out ends this session and no other, on the server and not only in the browser.
    let out = house.visitor().request(Method::DELETE, "/session").header("Origin", &base);
    let out = Answer::of(out.header("Cookie", format!("aulari={one}")), "signing out").await;
    assert_eq!((out.status.as_u16(), token(&out).as_str()), (204, ""));
    assert!(!lets_in(&house, &base, &one).await && lets_in(&house, &base, &two).await);

    let (_, admin) = house.person(Role::Administrator).await;
    let permit = admin.permit::<Administrator>().unwrap();
    let nadia = first.ok()["personId"].as_str().unwrap().parse().map(vocabulary::PersonId).unwrap();
    house.parts().accounts.suspend(&permit, nadia).await.unwrap();
    assert!(!lets_in(&house, &base, &two).await, "suspended: at once where it was done");
    house.visitor().post("/session", &entry).await.problem(401, "wrong-login");
    house.parts().accounts.resume(&permit, nadia).await.unwrap();
    assert!(!lets_in(&house, &base, &two).await, "and not again by itself");
    house.visitor().post("/session", &entry).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_ends_on_one_server_ends_on_the_other_within_a_second() {
    let house = House::open(Store::Postgres).await;
    let other = house.beside().await;
    let (_, admin) = house.person(Role::Administrator).await;
    let permit = admin.permit::<Administrator>().unwrap();
    for (login, suspended) in [("nadia", false), ("joana", true)] {
        let form = json!({ "name": "N", "login": login, "password": "quiet river 42", "language": "en" });
        let came_in = house.visitor().post("/people", &form).await;
        let token = token(&came_in);
        assert!(lets_in(&house, &other.url(), &token).await, "one session, every server");
        if suspended {
            let id = came_in.ok()["personId"].as_str().unwrap().parse().map(vocabulary::PersonId).unwrap();
            house.parts().accounts.suspend(&permit, id).await.unwrap();
        } else {
            let out = house.visitor().request(Method::DELETE, "/session").header("Origin", house.visitor().base());
            Answer::of(out.header("Cookie", format!("aulari={token}")), "signing out").await;
        }
        let ended = Instant::now();
        while lets_in(&house, &other.url(), &token).await {
            assert!(ended.elapsed() < Duration::from_secs(1), "{login} is still in");
        }
    }
    other.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_an_encrypted_address_the_cookie_stays_there() {
    let house =
        House::with(Store::Sqlite, |settings| settings.server.public_url = Some("https://aula.example".into())).await;
    let form = json!({ "name": "Nadia", "login": "nadia", "password": "quiet river 42", "language": "en" });
    let request =
        |origin: &str| house.visitor().request(Method::POST, "/people").header("Origin", origin.to_owned()).json(&form);
    Answer::of(request(house.visitor().base()), "by the inner address").await.problem(403, "foreign-origin");
    let answer = Answer::of(request("https://aula.example"), "by the public address").await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-aulari=") && cookie.contains("Secure") && cookie.contains("Path=/"), "{cookie}");
    assert!(!cookie.contains("Domain"), "{cookie}");
    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000; includeSubDomains");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_carries_the_headers_and_odd_addresses_are_not_found() {
    let house = House::open(Store::Sqlite).await;
    let visitor = house.visitor();
    // What the headers are is looked at for every answer of all these tests; here are the odd ones.
    for page in
        ["/", "/courses", "/my/anything", "/robots.txt", "/no/such/page", "/courses/no-such-course", "/..%2f..%2fetc"]
    {
        visitor.page(page, "ca").await;
    }
    for path in ["/nothing", "/courses/%00", "/courses/..%2f..%2fetc%2fpasswd", "/courses/%ff", "/me/enrolments/7", "/"]
    {
        let answer = visitor.get(path).await;
        assert!(matches!(answer.status.as_u16(), 404 | 401 | 400), "{path}: {}", answer.status);
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
    }
    for path in ["/media/0/a.svg", "/media/..%2f..%2f/a.svg", &format!("/media/{}/a.exe", "0".repeat(64))] {
        visitor.get(path).await.problem(404, "not-found");
    }
    for (method, path) in
        [(Method::PUT, "/site"), (Method::DELETE, "/courses"), (Method::PATCH, "/session"), (Method::PUT, "/me")]
    {
        let answer = visitor.send(method, path, None).await;
        answer.problem(405, "method-not-allowed");
        assert!(answer.header("allow").contains(if path == "/me" { "PATCH" } else { "GET" }), "{path}");
    }
    let options = visitor.send(Method::OPTIONS, "/session", None).await;
    assert!(options.header("access-control-allow-origin").is_empty() && options.status.is_client_error());
}
