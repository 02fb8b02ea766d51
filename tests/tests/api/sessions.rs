//! Sessions with a date: planned, booked, waited for, joined, listed, called off.

use std::sync::Arc;

use accounts::{Console, SignUp};
use futures::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;
use vocabulary::{Locale, from_millis, millis};

use crate::support::{COURSE, Client, House, new_id};

on_both!(
    whoever_waits_gets_the_seat_that_is_given_back,
    twenty_places_are_given_twenty_times,
    a_room_belongs_to_one_session_at_a_time,
    what_cannot_be_planned_is_told_by_its_place,
    the_way_in_opens_at_its_time,
    a_session_that_is_called_off_says_so,
);

const LINK: &str = "https://meet.example/aula-7";
const FIVE: i64 = 5 * 60_000;

/// So many minutes from now, on the next five.
fn at(house: &House, minutes: i64) -> String {
    let now = millis(house.parts().clock.now()) + minutes * 60_000;
    from_millis((now + FIVE - 1) / FIVE * FIVE).to_string()
}

async fn room(admin: &Client, seats: u32) -> String {
    let form = json!({ "name": "Room 1", "address": "Main Street 1", "seats": seats });
    text(&admin.post("/admin/rooms", &form).await.ok()["id"])
}

/// A session an hour and a half long, in a room and by video.
async fn planned(house: &House, admin: &Client, room: &str, minutes: i64) -> Value {
    let form = json!({ "course": COURSE, "starts": at(house, minutes), "minutes": 90, "room": room, "link": LINK });
    admin.post("/admin/sessions", &form).await.ok()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is a text")).to_owned()
}

async fn book(client: &Client, id: &str) -> Value {
    client.send(Method::PUT, &format!("/me/sessions/{id}"), None).await.ok()
}

async fn whoever_waits_gets_the_seat_that_is_given_back(house: House) {
    let admin = house.administrator().await;
    let session = planned(&house, &admin, &room(&admin, 2).await, 24 * 60).await;
    let id = text(&session["id"]);
    assert_eq!((&session["places"], &session["free"], &session["online"]), (&json!(2), &json!(2), &json!(true)));
    let learners = join_all((0..4).map(|_| house.learner())).await;
    let mut seats = vec![];
    for learner in &learners {
        seats.push(text(&book(learner, &id).await["mine"]["state"]));
    }
    assert_eq!(seats, ["booked", "booked", "waiting", "waiting"]);
    let again = book(&learners[3], &id).await;
    assert_eq!((&again["booked"], &again["waiting"], &again["free"]), (&json!(2), &json!(2), &json!(0)));

    let path = format!("/me/sessions/{id}");
    let gone = learners[0].delete(&path).await.ok();
    assert_eq!((&gone["mine"], &gone["booked"], &gone["waiting"]), (&Value::Null, &json!(2), &json!(1)));
    learners[0].delete(&path).await.ok();
    let state =
        async |number: usize| text(&learners[number].get("/me/sessions").await.ok()["items"][0]["mine"]["state"]);
    assert_eq!((state(2).await.as_str(), state(3).await.as_str()), ("booked", "waiting"));
    assert_eq!(learners[0].get("/me/sessions").await.ok()["items"], json!([]));
    // Whoever comes back stands at the end of the line.
    assert_eq!(book(&learners[0], &id).await["mine"]["state"], "waiting");
    let roster = admin.get(&format!("/admin/sessions/{id}/seats")).await.ok();
    let names: Vec<&str> =
        roster["items"].as_array().unwrap().iter().map(|seat| seat["login"].as_str().unwrap()).collect();
    assert_eq!(names, ["learner2", "learner3", "learner4", "learner1"]);
    // Whoever leaves the waiting list frees no seat.
    learners[3].delete(&path).await.ok();
    assert_eq!(state(0).await, "waiting");
    let first = admin.get(&format!("/admin/sessions/{id}/seats?limit=2")).await.ok();
    let cursor = text(&first["next"]);
    let second = admin.get(&format!("/admin/sessions/{id}/seats?limit=2&cursor={cursor}")).await.ok();
    assert_eq!((&second["items"][0]["login"], &second["next"]), (&json!("learner1"), &Value::Null));
}

async fn twenty_places_are_given_twenty_times(house: House) {
    const PEOPLE: usize = 500;
    let admin = house.administrator().await;
    let session = planned(&house, &admin, &room(&admin, 20).await, 24 * 60).await;
    let id: Uuid = text(&session["id"]).parse().unwrap();
    let (accounts, live) = (house.parts().accounts.clone(), house.parts().live.clone());
    let mut people = vec![];
    for number in 0..PEOPLE {
        let login = format!("crowd{number}");
        let form =
            SignUp { name: "Somebody".into(), login: login.clone(), password: PASSWORD.into(), language: Locale::En };
        accounts.create_person(&Console::at_the_machine(), form, &[]).await.unwrap();
        // One household each, so that nobody guesses for a neighbour.
        let address = [10, 0, u8::try_from(number / 250).unwrap(), u8::try_from(number % 250).unwrap()];
        people.push(accounts.sign_in(&login, PASSWORD, address.into()).await.unwrap().actor);
    }
    let people = Arc::new(people);
    let asked = (0..PEOPLE).map(|number| {
        let (people, live) = (people.clone(), live.clone());
        tokio::spawn(async move { live.book(&people[number], id, Locale::En).await.unwrap().mine.unwrap().state })
    });
    let states: Vec<String> = join_all(asked).await.into_iter().map(Result::unwrap).collect();
    let count = |state: &str| states.iter().filter(|one| *one == state).count();
    assert_eq!((count("booked"), count("waiting")), (20, PEOPLE - 20));

    let mut line = vec![];
    let mut cursor = String::new();
    loop {
        let page = admin.get(&format!("/admin/sessions/{id}/seats?limit=100{cursor}")).await.ok();
        line.extend(page["items"].as_array().unwrap().iter().map(|seat| text(&seat["state"])));
        let Some(next) = page["next"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(line.len(), PEOPLE);
    assert!(line[..20].iter().all(|state| state == "booked"), "the first twenty of the line have the seats");

    // Twenty give back at once: the twenty next in the line have them.
    let seated: Vec<usize> = (0..PEOPLE).filter(|number| states[*number] == "booked").collect();
    join_all(seated.iter().map(|number| live.release(&people[*number], id, Locale::En))).await;
    let after = live.session(None, id, Locale::En).await.unwrap();
    assert_eq!((after.booked, after.waiting), (20, u32::try_from(PEOPLE - 40).unwrap()));
}

const PASSWORD: &str = "quiet river 42";

async fn a_room_belongs_to_one_session_at_a_time(house: House) {
    let admin = house.administrator().await;
    let room = room(&admin, 10).await;
    let wish = |minutes: i64| {
        let form = json!({ "course": COURSE, "starts": at(&house, minutes), "minutes": 90, "room": room });
        let admin = admin.clone();
        async move { admin.post("/admin/sessions", &form).await }
    };
    let answers = join_all((0..12).map(|number| wish(600 + 5 * number))).await;
    let taken = answers.iter().filter(|answer| answer.status == 409).count();
    assert_eq!(taken, 11, "one of twelve that overlap has the room");
    for answer in answers.iter().filter(|answer| answer.status == 409) {
        answer.problem(409, "room-taken");
    }
    let first = answers.iter().find(|answer| answer.status == 200).unwrap().ok();
    let ends: vocabulary::Timestamp = text(&first["ends"]).parse().unwrap();
    let next = json!({ "course": COURSE, "starts": ends.to_string(), "minutes": 15, "room": room });
    admin.post("/admin/sessions", &next).await.ok();
    // The same request under the same key plans one; once it is called off the room is free again.
    admin.delete(&format!("/admin/sessions/{}", text(&first["id"]))).await.ok();
    let (key, form) = (new_id(), json!({ "course": COURSE, "starts": first["starts"], "minutes": 90, "room": room }));
    let keyed = async || {
        let request = admin.request(Method::POST, "/admin/sessions").header("Origin", admin.base());
        let answer = request.header("Idempotency-Key", &key).json(&form).send().await.unwrap();
        answer.json::<Value>().await.unwrap()["id"].clone()
    };
    assert_eq!(keyed().await, keyed().await);
    assert_eq!(admin.get("/admin/sessions").await.ok()["items"].as_array().unwrap().len(), 3);
}

async fn what_cannot_be_planned_is_told_by_its_place(house: House) {
    let admin = house.administrator().await;
    let room = room(&admin, 10).await;
    let good = json!({ "course": COURSE, "starts": at(&house, 600), "minutes": 90, "room": room });
    for (field, value, code) in [
        ("course", json!("no-such-course"), "unknown-value"),
        ("starts", json!("2020-01-01T10:00:00Z"), "in-the-past"),
        ("starts", json!("2099-01-01T10:01:00Z"), "not-on-five-minutes"),
        ("minutes", json!(14), "out-of-range"),
        ("minutes", json!(92), "out-of-range"),
        ("room", json!(new_id()), "unknown-value"),
        ("room", Value::Null, "place-missing"),
        ("link", json!("javascript:alert(1)"), "not-a-link"),
        ("places", json!(11), "more-than-seats"),
        ("places", json!(0), "out-of-range"),
    ] {
        let mut form = good.clone();
        form[field] = value;
        let problem = admin.post("/admin/sessions", &form).await.problem(422, "invalid-input");
        assert_eq!(problem["pointer"], format!("/{field}"), "{problem}");
        assert_eq!(problem["errors"][0]["code"], code, "{problem}");
    }
    for (form, field) in [
        (json!({ "name": " ", "seats": 5 }), "/name"),
        (json!({ "name": "x".repeat(201), "seats": 5 }), "/name"),
        (json!({ "name": "A", "seats": 0 }), "/seats"),
    ] {
        assert_eq!(admin.post("/admin/rooms", &form).await.problem(422, "invalid-input")["pointer"], field);
    }
    assert_eq!(admin.get("/admin/sessions").await.ok()["items"], json!([]));
    assert_eq!(admin.get("/admin/rooms").await.ok()["items"].as_array().unwrap().len(), 1);
}

async fn the_way_in_opens_at_its_time(house: House) {
    let admin = house.administrator().await;
    let session = planned(&house, &admin, &room(&admin, 1).await, 120).await;
    let (id, learner, late) = (text(&session["id"]), house.learner().await, house.learner().await);
    let (joining, seats) = (format!("/me/sessions/{id}/joining"), format!("/admin/sessions/{id}/seats"));
    learner.post(&joining, &json!({})).await.problem(409, "not-booked");
    book(&learner, &id).await;
    book(&late, &id).await;
    learner.post(&joining, &json!({})).await.problem(409, "session-not-open");
    let subject = text(&admin.get(&seats).await.ok()["items"][0]["learner"]);
    let list = format!("{seats}/{subject}/attendance");
    let tick = async |present: bool| admin.send(Method::PUT, &list, Some(&json!({ "present": present }))).await;
    tick(true).await.problem(409, "session-not-open");
    for page in [format!("/sessions/{id}"), "/sessions".into(), "/me/sessions".into()] {
        assert!(!learner.get(&page).await.text().contains("meet.example"), "the link is in no page");
    }
    house.pass_minutes(110);
    let joined = learner.post(&joining, &json!({})).await.ok();
    assert_eq!((&joined["link"], &joined["session"]["mine"]["present"]), (&json!(LINK), &json!(true)));
    let first = joined["session"]["mine"]["joinedAt"].clone();
    house.pass_minutes(20);
    let again = learner.post(&joining, &json!({})).await.ok();
    assert_eq!((&again["link"], &again["session"]["mine"]["joinedAt"]), (&json!(LINK), &first));
    late.post(&joining, &json!({})).await.problem(409, "not-booked");
    let line = admin.get(&seats).await.ok()["items"][0].clone();
    assert_eq!((&line["present"], &line["joinedAt"]), (&json!(true), &first));
    // The list has the last word, and can be mended.
    tick(false).await.ok();
    assert_eq!(admin.get(&seats).await.ok()["items"][0]["present"], false);
    tick(true).await.ok();
    assert_eq!(admin.get(&seats).await.ok()["items"][0]["present"], true);
    // Nothing is given back once it has begun, and nothing is joined when it is over.
    learner.delete(&format!("/me/sessions/{id}")).await.problem(409, "session-over");
    house.pass_minutes(120);
    learner.post(&joining, &json!({})).await.ok();
    late.send(Method::PUT, &format!("/me/sessions/{id}"), None).await.ok();
    house.learner().await.send(Method::PUT, &format!("/me/sessions/{id}"), None).await.problem(409, "session-over");
    assert_eq!(house.visitor().get("/sessions").await.ok()["items"], json!([]));
}

async fn a_session_that_is_called_off_says_so(house: House) {
    let admin = house.administrator().await;
    let session = planned(&house, &admin, &room(&admin, 5).await, 120).await;
    let (id, learner) = (text(&session["id"]), house.learner().await);
    book(&learner, &id).await;
    let file = house.visitor().get(&format!("/sessions/{id}/calendar.ics")).await;
    let entry = ical::IcalParser::new(file.bytes.as_slice()).next().unwrap().unwrap();
    let value = |name: &str| {
        let found = entry.events[0].properties.iter().find(|property| property.name == name);
        found.and_then(|property| property.value.clone()).unwrap_or_default()
    };
    assert_eq!(value("LOCATION").replace('\\', ""), "Room 1, Main Street 1");
    assert!(value("URL").ends_with(&format!("/agenda/{id}")) && value("DTSTART").ends_with('Z'));
    assert_eq!(value("STATUS"), "");

    assert_eq!(admin.delete(&format!("/admin/sessions/{id}")).await.ok()["state"], "cancelled");
    admin.delete(&format!("/admin/sessions/{id}")).await.ok();
    assert_eq!(house.visitor().get("/sessions").await.ok()["items"], json!([]));
    assert_eq!(learner.get("/me/sessions").await.ok()["items"][0]["state"], "cancelled");
    let off = house.visitor().get(&format!("/sessions/{id}/calendar.ics")).await.text();
    assert!(off.contains("STATUS:CANCELLED"));
    house
        .learner()
        .await
        .send(Method::PUT, &format!("/me/sessions/{id}"), None)
        .await
        .problem(409, "session-cancelled");
    learner.post(&format!("/me/sessions/{id}/joining"), &json!({})).await.problem(409, "session-cancelled");
}
