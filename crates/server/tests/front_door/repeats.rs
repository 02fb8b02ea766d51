//! The same request under the same key: one effect, the first answer.

use accounts::Role;
use futures::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{COURSE, house};

const DAY: i64 = 24 * 60 * 60 * 1000;

#[tokio::test]
async fn a_repeat_hears_the_first_answer_word_for_word() {
    let house = house().await.with_course().await;
    let rosa = house.signed_in("rosa", Role::Learner).await;
    let enrol = format!("/courses/{COURSE}/enrolments");
    let first = rosa.post(&enrol, &json!({ "language": "es" }), Some("k1")).await;
    assert_eq!(first.status, 200, "{first:?}");
    let id = first.json()["id"].as_str().unwrap().to_owned();

    // A fact is answered "recorded" the first time and would be "known" the second.
    let unit = "the-five-signs";
    let fact = json!({ "id": uuid::Uuid::now_v7(), "kind": "opened", "enrolment": id, "unit": unit });
    let facts = json!({ "facts": [fact] });
    let recorded = rosa.post("/me/facts", &facts, Some("k2")).await;
    assert_eq!(recorded.json()["results"][0]["status"], "recorded", "{recorded:?}");
    let again = rosa.post("/me/facts", &facts, Some("k2")).await;
    assert_eq!((again.status, &again.text), (recorded.status, &recorded.text));
    assert_eq!(rosa.post("/me/facts", &facts, None).await.json()["results"][0]["status"], "known");

    // The enrolment has moved on meanwhile; its first answer has not.
    let again = rosa.post(&enrol, &json!({ "language": "es" }), Some("k1")).await;
    assert_eq!(again.text, first.text);
    rosa.post(&enrol, &json!({ "language": "ca" }), Some("k1")).await.is_problem(422, "key-reused");
    rosa.post("/me/facts", &json!({ "language": "es" }), Some("k1")).await.is_problem(422, "key-reused");
}

#[tokio::test]
async fn a_kept_answer_can_be_read_by_a_client_that_takes_packed_ones() {
    let house = house().await.with_course().await;
    let rosa = house.signed_in("rosa", Role::Learner).await;
    let enrolment = rosa.post(&format!("/courses/{COURSE}/enrolments"), &Value::Null, None).await.json();
    let attempt = json!({ "id": uuid::Uuid::now_v7(), "enrolment": enrolment["id"], "unit": "check-what-you-know" });
    let mut told = vec![];
    for _ in 0..2 {
        let request = rosa.client.post(format!("{}/api/v1/me/attempts", house.base));
        let request = request.header("Origin", &house.base).header("Accept-Encoding", "gzip, deflate, br, zstd");
        let answer = request.header("Idempotency-Key", "sitting").json(&attempt).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert!(!answer.headers().contains_key("content-encoding"));
        let body: Value = serde_json::from_slice(&answer.bytes().await.unwrap()).expect("JSON that can be read");
        assert!(body["questions"].as_array().unwrap().len() > 3, "{body}");
        told.push(body);
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn what_was_undone_since_is_not_done_again() {
    let house = house().await.with_course().await;
    let rosa = house.signed_in("rosa", Role::Learner).await;
    let enrolment = rosa.post(&format!("/courses/{COURSE}/enrolments"), &Value::Null, None).await.json();
    let path = format!("/me/enrolments/{}", enrolment["id"].as_str().unwrap());
    let state = async || rosa.get(&format!("/api/v1{path}")).await.json()["state"].clone();

    let closing = format!("{path}/closing");
    assert_eq!(rosa.post(&closing, &Value::Null, Some("close")).await.status, 200);
    let closed = state().await;
    assert_eq!(rosa.ask(Method::DELETE, &closing, &Value::Null, Some("open")).await.status, 200);
    let open = state().await;
    assert_ne!(open, closed);
    // The first request, lost on its way and sent again: its answer says closed, and nothing closes.
    rosa.post(&closing, &Value::Null, Some("close")).await;
    assert_eq!(state().await, open);

    let language = |language: &str| json!({ "language": language });
    rosa.ask(Method::PATCH, &path, &language("es"), Some("es")).await;
    rosa.ask(Method::PATCH, &path, &language("ca"), Some("ca")).await;
    rosa.ask(Method::PATCH, &path, &language("es"), Some("es")).await;
    assert_eq!(rosa.get(&format!("/api/v1{path}")).await.json()["language"], "ca");

    rosa.ask(Method::PATCH, "/me", &json!({ "name": "One" }), Some("one")).await;
    rosa.ask(Method::PATCH, "/me", &json!({ "name": "Two" }), Some("two")).await;
    let again = rosa.ask(Method::PATCH, "/me", &json!({ "name": "One" }), Some("one")).await;
    assert_eq!(again.json()["name"], "One", "the first answer");
    assert_eq!(rosa.get("/api/v1/session").await.json()["name"], "Two", "and no second effect");
}

/// The program may stop between an effect and the keeping of its answer. Then only what lies in the effect's own transaction
/// is left, and it must be enough.
#[tokio::test]
async fn an_effect_whose_answer_was_lost_stays_one_effect() {
    let house = house().await.with_course().await;
    let rosa = house.signed_in("rosa", Role::Learner).await;
    let enrolment = rosa.post(&format!("/courses/{COURSE}/enrolments"), &Value::Null, None).await.json();
    let closing = format!("/me/enrolments/{}/closing", enrolment["id"].as_str().unwrap());
    rosa.post(&closing, &Value::Null, Some("close")).await;
    rosa.ask(Method::DELETE, &closing, &Value::Null, Some("open")).await;
    rosa.ask(Method::PATCH, "/me", &json!({ "name": "One" }), Some("one")).await;
    rosa.ask(Method::PATCH, "/me", &json!({ "name": "Two" }), Some("two")).await;
    let forgotten = house.running.parts.db.write(|tx| {
        Box::pin(async move {
            use sea_orm::ConnectionTrait;
            tx.execute_unprepared("DELETE FROM idempotency WHERE caller LIKE 'answer:%'").await?;
            Ok::<_, database::Error>(())
        })
    });
    forgotten.await.unwrap();
    let open = rosa.get("/api/v1/me/enrolments").await.json()["items"][0]["state"].clone();
    rosa.post(&closing, &Value::Null, Some("close")).await;
    assert_eq!(rosa.get("/api/v1/me/enrolments").await.json()["items"][0]["state"], open);
    rosa.ask(Method::PATCH, "/me", &json!({ "name": "One" }), Some("one")).await;
    assert_eq!(rosa.get("/api/v1/session").await.json()["name"], "Two");
}

#[tokio::test]
async fn fifty_at_once_and_again_after_thirty_days() {
    let house = house().await.with_course().await;
    let rosa = house.signed_in("rosa", Role::Learner).await;
    let enrolment = rosa.post(&format!("/courses/{COURSE}/enrolments"), &Value::Null, None).await.json();
    let fact =
        json!({ "id": uuid::Uuid::now_v7(), "kind": "opened", "enrolment": enrolment["id"], "unit": "the-five-signs" });
    let facts = json!({ "facts": [fact] });
    let all = join_all((0..50).map(|_| rosa.post("/me/facts", &facts, Some("same")))).await;
    assert!(all.iter().all(|said| said.status == 200 && said.text == all[0].text), "{all:?}");
    house.clock.advance_millis(30 * DAY);
    let rosa = sign_in_again(&house).await;
    assert_eq!(rosa.post("/me/facts", &facts, Some("same")).await.text, all[0].text);
    house.clock.advance_millis(11 * DAY);
    house.running.parts.db.forget_old_answers().await.unwrap();
    let rosa = sign_in_again(&house).await;
    assert_eq!(rosa.post("/me/facts", &facts, Some("same")).await.json()["results"][0]["status"], "known");
}

async fn sign_in_again(house: &crate::support::House) -> crate::support::Browser<'_> {
    let browser = house.browser();
    let said = browser.post("/session", &json!({ "login": "rosa", "password": crate::support::PASSWORD }), None).await;
    assert_eq!(said.status, 200, "{said:?}");
    browser
}

#[tokio::test]
async fn keys_of_different_people_never_meet_and_refusals_are_not_kept() {
    let house = house().await.with_course().await;
    let (rosa, joan) = (house.signed_in("rosa", Role::Learner).await, house.signed_in("joan", Role::Learner).await);
    let enrol = format!("/courses/{COURSE}/enrolments");
    let one = rosa.post(&enrol, &Value::Null, Some("k")).await.json();
    let other = joan.post(&enrol, &Value::Null, Some("k")).await.json();
    assert_ne!(one["id"], other["id"]);
    rosa.post("/courses/nowhere/enrolments", &Value::Null, Some("lost")).await.is_problem(404, "not-found");
    assert_eq!(rosa.post(&enrol, &Value::Null, Some("lost")).await.status, 200, "the key was not used up");
    rosa.post(&enrol, &Value::Null, Some("with a blank")).await.is_problem(400, "idempotency-key-shape");
    house.browser().post(&enrol, &Value::Null, Some("k")).await.is_problem(401, "not-signed-in");
}

#[tokio::test]
async fn a_course_is_published_once() {
    let house = house().await.with_course().await;
    let admin = house.signed_in("admin", Role::Administrator).await;
    let studio = admin.get(&format!("/api/v1/studio/courses/{COURSE}")).await.json();
    let version = studio["versions"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/admin/courses/{COURSE}/versions/{version}/publication");
    // The sample is published already: a refusal, with or without a key, and never an answer of somebody else's.
    admin.post(&path, &Value::Null, Some("p")).await.is_problem(409, "stale-version");
    admin.raw(&path.clone(), "{\"harmless\": tru").await.is_problem(400, "malformed-json");
    assert_eq!(admin.raw(&path, "{\"harmless\": 1}").await.json()["pointer"], "/harmless");
}

#[tokio::test]
async fn a_secret_is_never_kept() {
    let house = house().await;
    let form = json!({ "name": "Rosa", "login": "rosa1", "password": crate::support::PASSWORD });
    let said = house.browser().post("/people", &form, Some("same")).await;
    assert_eq!(said.status, 200);
    // Another key-less sign-up of the same name is refused; so is one under the key: nothing was kept.
    house.browser().post("/people", &form, Some("same")).await.is_problem(409, "login-taken");
}

#[tokio::test]
async fn of_different_requests_under_one_key_at_once_one_has_an_effect() {
    let house = house().await.with_course().await;
    let rosa = house.signed_in("rosa", Role::Learner).await;
    let enrolment = rosa.post(&format!("/courses/{COURSE}/enrolments"), &Value::Null, None).await.json();
    for round in 0..5 {
        let key = format!("round-{round}");
        let facts: Vec<Value> = (0..12)
            .map(|_| {
                let fact = json!({ "id": uuid::Uuid::now_v7(), "kind": "opened", "enrolment": enrolment["id"],
                    "unit": "the-five-signs" });
                json!({ "facts": [fact] })
            })
            .collect();
        let before = house.facts().await;
        let all = join_all(facts.iter().map(|facts| rosa.post("/me/facts", facts, Some(&key)))).await;
        let (taken, refused): (Vec<_>, Vec<_>) = all.iter().partition(|said| said.status == 200);
        assert_eq!((taken.len(), refused.len()), (1, 11), "{all:?}");
        for said in refused {
            said.is_problem(422, "key-reused");
        }
        assert_eq!(house.facts().await, before + 1);
    }
}
