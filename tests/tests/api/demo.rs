//! The demo: entering with one tap, its living state, preparing the next visit. And nothing of it on a real server.

use serde_json::{Value, json};

use crate::support::{COURSE, House, Store};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_visitor_enters_looks_around_and_leaves_it_fresh() {
    let house = House::demo().await;
    let offer = house.visitor().get("/demo").await.ok();
    let people = offer["people"].as_array().unwrap();
    let roles: Vec<&str> = people.iter().map(|person| person["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["learner", "author", "administrator"]);
    for person in people {
        for words in ["situation", "task"] {
            let told: Vec<&Value> = ["ca", "es", "en"].iter().map(|lang| &person[words][*lang]).collect();
            assert!(told.iter().all(|text| text.as_str().unwrap().len() > 10) && told[0] != told[2], "{person}");
        }
    }
    assert!(!offer.to_string().contains("@demo.example"), "how to sign in is printed, not published: {offer}");
    let site = house.visitor().get("/site").await.ok();
    assert_eq!((&site["demo"], &site["certificateIssuer"]), (&json!(true), &json!(true)));
    assert!(site["helpNumber"].is_string());

    let learner = house.visitor();
    let me = learner.post("/demo/entry", &json!({ "role": "learner", "language": "es" })).await.ok();
    assert_eq!((&me["roles"], &me["language"]), (&json!(["learner"]), &json!("es")));
    let enrolments = learner.get("/me/enrolments").await.ok();
    let lines = enrolments["items"].as_array().unwrap();
    let in_the_middle = lines.iter().find(|line| line["state"] == "active").unwrap();
    let next = &in_the_middle["next"];
    assert_eq!(next["minutes"], 4, "{enrolments}");
    let course = house.course(in_the_middle["slug"].as_str().unwrap()).await;
    let blocks = &course.unit(next["unit"].as_str().unwrap()).unwrap().blocks;
    let place = blocks.iter().position(|block| block.id == next["block"].as_str().unwrap()).unwrap();
    assert!(place > 0 && blocks[place..].iter().any(|block| block.question().is_some()), "in the middle: {next}");
    assert!(lines.iter().all(|line| line["language"] == "es"), "the visitor's language everywhere");
    let finished = lines.iter().find(|line| line["state"] == "completed").unwrap();
    let code = finished["certificate"]["code"].as_str().unwrap();
    assert_eq!(offer["certificates"]["valid"], code);
    assert!(learner.get("/me/rewards").await.ok()["points"].as_i64().unwrap() > 0);
    let valid = house.visitor().get(&format!("/certificates/{code}")).await.ok();
    assert_eq!(
        (&valid["state"], &valid["demonstration"], &valid["issuer"]["fictitious"]),
        (&json!("valid"), &json!(true), &json!(true))
    );
    let revoked = offer["certificates"]["revoked"].as_str().unwrap();
    assert_eq!(house.visitor().get(&format!("/certificates/{revoked}")).await.ok()["state"], "revoked");

    for (role, path) in [("author", "/studio/courses"), ("administrator", "/admin/courses")] {
        let staff = house.visitor();
        staff.post("/demo/entry", &json!({ "role": role })).await.ok();
        assert_eq!(staff.get(path).await.ok()["items"].as_array().unwrap().len(), 6, "{role}");
    }
    for role in ["root", "", "learner@demo.example"] {
        house.visitor().post("/demo/entry", &json!({ "role": role })).await.problem(404, "not-found");
    }
    house
        .visitor()
        .post("/demo/entry", &json!({ "role": "learner", "login": "admin@demo.example" }))
        .await
        .problem(422, "invalid-input");

    reset(&house, code).await;
}

/// The next visitor finds what the first one found.
async fn reset(house: &House, old_code: &str) {
    let visitor = house.visitor();
    visitor.post("/demo/entry", &json!({ "role": "learner", "language": "en" })).await.ok();
    let stranger = house.learner().await;
    let enrolment = stranger.enrol(COURSE).await;
    let path = visitor.get("/me/enrolments").await.ok()["items"][0]["id"].as_str().unwrap().to_owned();
    visitor.post(&format!("/me/enrolments/{path}/closing"), &json!({})).await.ok();
    let before = house.visitor().get("/courses?lang=en").await.ok();

    assert_eq!(visitor.post("/demo/reset", &json!({})).await.status, 204);
    visitor.get("/session").await.problem(401, "not-signed-in");
    stranger.get(&format!("/me/enrolments/{enrolment}")).await.problem(401, "not-signed-in");
    house.visitor().get(&format!("/certificates/{old_code}")).await.problem(404, "not-found");
    assert_eq!(house.visitor().get("/courses?lang=en").await.ok(), before, "courses stay");

    let next = house.visitor();
    next.post("/demo/entry", &json!({ "role": "learner", "language": "en" })).await.ok();
    let enrolments = next.get("/me/enrolments").await.ok();
    let states: Vec<&Value> = enrolments["items"].as_array().unwrap().iter().map(|line| &line["state"]).collect();
    assert!(
        states.contains(&&json!("active"))
            && states.contains(&&json!("completed"))
            && !states.contains(&&json!("closed")),
        "{states:?}"
    );
    let offer = house.visitor().get("/demo").await.ok();
    let code = offer["certificates"]["valid"].as_str().unwrap();
    assert_eq!(house.visitor().get(&format!("/certificates/{code}")).await.ok()["state"], "valid");
    assert!(house.parts().ledger.verify().await.unwrap().is_sound());
    house.parts().ledger.rebuild().await.unwrap();
    assert_eq!(next.get("/me/enrolments").await.ok(), enrolments);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_real_server_has_nothing_of_it() {
    for store in [Store::Sqlite, Store::Postgres] {
        let house = House::open(store).await;
        // Even where somebody has the very sign-in that a demo has.
        let form =
            json!({ "name": "A", "login": "admin@demo.example", "password": "quiet river 42", "language": "en" });
        house.visitor().post("/people", &form).await.ok();
        for client in [house.visitor(), house.administrator().await] {
            client.get("/demo").await.problem(404, "not-found");
            for role in ["learner", "author", "administrator"] {
                let answer = client.post("/demo/entry", &json!({ "role": role })).await;
                assert!(answer.header("set-cookie").is_empty());
                answer.problem(404, "not-found");
            }
            client.post("/demo/reset", &json!({})).await.problem(404, "not-found");
        }
        assert_eq!(house.visitor().get("/site").await.ok()["demo"], false);
        house.visitor().get(&format!("/courses/{COURSE}")).await.ok();
        house
            .visitor()
            .post("/session", &json!({ "login": "admin@demo.example", "password": "quiet river 42" }))
            .await
            .ok();
    }
}
