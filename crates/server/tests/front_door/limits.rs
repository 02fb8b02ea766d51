//! How often one address may ask, and whose address it is.

use reqwest::StatusCode;
use serde_json::json;

use crate::support::{Said, house, house_with};

async fn unknown_number(house: &crate::support::House, from: &str) -> Said {
    let code = "AAAA-BBBB-CCCC-DDDD";
    let request = reqwest::Client::new().get(format!("{}/api/v1/certificates/{code}", house.base));
    Said::of(request.header("X-Forwarded-For", from).send().await.unwrap()).await
}

#[tokio::test]
async fn who_tries_numbers_has_to_wait_and_cannot_change_address() {
    let house = house().await;
    let mut refused = None;
    for number in 0..100 {
        let said = unknown_number(&house, &format!("203.0.113.{number}")).await;
        if said.status == StatusCode::TOO_MANY_REQUESTS {
            refused = Some((number, said));
            break;
        }
        said.is_problem(404, "not-found");
    }
    let (tried, said) = refused.expect("nobody was slowed down");
    assert!((60..90).contains(&tried), "after {tried} numbers");
    said.is_problem(429, "too-many-requests");
    let wait: u64 = said.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait));
    assert_eq!(said.json()["params"]["retryAfter"], wait);
    assert_eq!(house.browser().get("/api/v1/courses").await.status, 200, "everything else goes on");
    assert_eq!(house.browser().get("/verify/AAAA-BBBB").await.status, 429, "the page looks numbers up as well");
}

#[tokio::test]
async fn behind_a_trusted_proxy_each_client_counts_alone() {
    let house = house_with(|settings| settings.server.trusted_proxies = vec!["127.0.0.0/8".into()]).await;
    for _ in 0..100 {
        unknown_number(&house, "203.0.113.7").await;
    }
    assert_eq!(unknown_number(&house, "203.0.113.7").await.status, 429);
    assert_eq!(unknown_number(&house, "203.0.113.8").await.status, 404);
    assert_eq!(unknown_number(&house, "203.0.113.8, 203.0.113.7").await.status, 429, "only the last hop is known");
}

#[tokio::test]
async fn a_whole_centre_signs_in_and_a_flood_does_not() {
    let house = house().await;
    let browser = house.browser();
    let mut statuses = std::collections::BTreeMap::<u16, usize>::new();
    for number in 0..400 {
        // What is no body costs nothing to look at, and is counted all the same.
        let said = browser.post("/session", &json!({ "login": format!("p{number}") }), None).await;
        *statuses.entry(said.status.as_u16()).or_default() += 1;
    }
    assert!(statuses[&422] >= 300, "{statuses:?}");
    assert!(statuses.get(&429).is_some_and(|&many| many > 20), "{statuses:?}");
    // However the address is written.
    let written = browser.client.post(format!("{}/api/v1/sess%69on", house.base)).header("Origin", &house.base);
    assert_ne!(written.json(&json!({})).send().await.unwrap().status(), 422);
}

#[tokio::test]
async fn the_limits_can_be_left_to_what_stands_in_front() {
    let house = house_with(|settings| settings.security.address_limits = false).await;
    for _ in 0..100 {
        assert_eq!(unknown_number(&house, "").await.status, 404);
    }
}
