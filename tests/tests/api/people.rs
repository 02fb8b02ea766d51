//! Signing up, in and out; what a person changes about themselves.

use serde_json::json;

use crate::support::House;

on_both!(a_person_comes_and_goes, guessing_is_slowed_down, what_cannot_be_taken_is_named);

async fn a_person_comes_and_goes(house: House) {
    let browser = house.visitor();
    browser.get("/session").await.problem(401, "not-signed-in");
    let form =
        json!({ "name": "Amina Ferrer", "login": "Amina.Ferrer", "password": "quiet river 42", "language": "ca" });
    let me = browser.post("/people", &form).await;
    let cookie = me.header("set-cookie").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    let me = me.ok();
    assert_eq!((&me["name"], &me["language"]), (&json!("Amina Ferrer"), &json!("ca")));
    assert!(!me.to_string().contains("quiet river"));
    house.visitor().post("/people", &form).await.problem(409, "login-taken");

    let changed =
        browser.patch("/me", &json!({ "name": "Amina F. Diallo", "language": "es", "rewards": false })).await.ok();
    assert_eq!((&changed["name"], &changed["rewards"]), (&json!("Amina F. Diallo"), &json!(false)));
    assert_eq!(browser.get("/session").await.ok(), changed);

    assert_eq!(browser.delete("/session").await.status, 204);
    browser.get("/session").await.problem(401, "not-signed-in");
    assert_eq!(browser.delete("/session").await.status, 204, "signing out again is no fault");

    // The login is the same in capitals and with an accent key's leftovers around it.
    let back = house.visitor();
    back.post("/session", &json!({ "login": "amina.ferrer", "password": "quiet river 43" }))
        .await
        .problem(401, "wrong-login");
    back.post("/session", &json!({ "login": "nobody.here", "password": "quiet river 43" }))
        .await
        .problem(401, "wrong-login");
    let again = back.post("/session", &json!({ "login": " AMINA.ferrer ", "password": "quiet river 42" })).await.ok();
    assert_eq!(again, changed);
}

async fn guessing_is_slowed_down(house: House) {
    let browser = house.visitor();
    for guess in 0..40 {
        let answer = browser.post("/session", &json!({ "login": "amina", "password": format!("guess {guess}") })).await;
        if answer.status == 429 {
            answer.problem(429, "too-many-requests");
            assert!(answer.header("retry-after").parse::<u64>().unwrap() > 0);
            return;
        }
        answer.problem(401, "wrong-login");
    }
    panic!("forty wrong guesses were let through");
}

async fn what_cannot_be_taken_is_named(house: House) {
    let good = json!({ "name": "Nadia", "login": "nadia", "password": "quiet river 42", "language": "en" });
    for (field, value) in [
        ("name", json!("")),
        ("name", json!("x".repeat(500))),
        ("login", json!("ab")),
        ("login", json!("two words")),
        ("password", json!("short")),
        ("password", json!("password")),
    ] {
        let mut form = good.clone();
        form[field] = value;
        let problem = house.visitor().post("/people", &form).await.problem(422, "invalid-input");
        assert_eq!(problem["pointer"], format!("/{field}"), "{problem}");
    }
    let mut more = good.clone();
    more["roles"] = json!(["administrator"]);
    house.visitor().post("/people", &more).await.problem(422, "invalid-input");
    house.visitor().post("/people", &good).await.ok();
}
