//! After people have lived in a house: the ledger alone makes the same tables again, and a changed byte is found. Every test
//! on both databases ends with the same question; here is a whole life at once, and the changes that must be found.

use database::entity::fact;
use futures::future::join_all;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;

use crate::support::{COURSE, House, QUIZ, answered, fact_of, soon};

on_both!(a_whole_life_is_made_again_from_its_facts, a_changed_byte_is_found);

async fn a_whole_life_is_made_again_from_its_facts(house: House) {
    house.publish("shop-on-the-map").await;
    let (course, shop) = (house.course(COURSE).await, house.course("shop-on-the-map").await);
    let learners = join_all((0..6).map(|_| house.learner())).await;
    let lives = learners.iter().enumerate().map(async |(number, learner)| match number {
        0 => drop(learner.finish(&course).await),
        1 => {
            learner.finish(&shop).await;
            learner.finish(&course).await;
        }
        2 => {
            let enrolment = learner.enrol(COURSE).await;
            let attempt = learner.begin(&enrolment, QUIZ).await["id"].as_str().unwrap().to_owned();
            let wrong = json!({ "kind": "single", "option": "trust" });
            learner.facts(&[answered(&attempt, &enrolment, QUIZ, "grandson", &wrong)]).await;
            learner.hand_in(&attempt).await;
            learner.pass(&course, course.unit(QUIZ).unwrap(), &enrolment).await;
        }
        3 => {
            let enrolment = learner.enrol(COURSE).await;
            let closing = format!("/me/enrolments/{enrolment}/closing");
            learner.post(&closing, &json!({})).await.ok();
            assert_eq!(learner.facts(&[fact_of("opened", &enrolment, QUIZ)]).await[0]["code"], "enrolment-closed");
            learner.delete(&closing).await.ok();
            learner.patch(&format!("/me/enrolments/{enrolment}"), &json!({ "language": "ca" })).await.ok();
        }
        4 => {
            let enrolment = learner.enrol("shop-on-the-map").await;
            learner.read(&shop, shop.units().next().unwrap(), &enrolment).await;
        }
        _ => drop(learner.enrol(COURSE).await),
    });
    join_all(lives).await;
    let admin = house.administrator().await;
    let starts = vocabulary::from_millis((vocabulary::millis(vocabulary::Timestamp::now()) / 300_000 + 12) * 300_000);
    let form = json!({ "course": COURSE, "starts": starts.to_string(), "minutes": 60, "link": "https://meet.example/a", "places": 2 });
    let session = admin.post("/admin/sessions", &form).await.ok()["id"].as_str().unwrap().to_owned();
    let seat = format!("/me/sessions/{session}");
    for learner in &learners {
        learner.send(reqwest::Method::PUT, &seat, None).await.ok();
    }
    learners[0].delete(&seat).await.ok();
    house.pass_minutes(50);
    learners[1].post(&format!("{seat}/joining"), &json!({})).await.ok();
    // Days later: reviews are due, a new week has begun, and a sitting is left open.
    house.pass_minutes(9 * 24 * 60);
    let enrolment = learners[0].enrol(COURSE).await;
    learners[0].read(&course, course.units().next().unwrap(), &enrolment).await;
    let other = learners[5].enrol(COURSE).await;
    learners[5].begin(&other, QUIZ).await;
    let tables = house.traces().tables().await;
    for (table, rows) in &tables {
        assert!(!rows.is_empty(), "{table} was not lived in");
    }
    let pages = async || {
        let mut pages = vec![];
        for learner in &learners {
            for path in ["/me/enrolments", "/me/rewards"] {
                pages.push(learner.get(path).await.ok());
            }
        }
        pages
    };
    let before = pages().await;
    house.traces().hold().await;
    assert_eq!(pages().await, before, "and every page shows what it showed");
}

async fn a_changed_byte_is_found(house: House) {
    let learner = house.learner().await;
    let enrolment = learner.finish(&*house.course(COURSE).await).await;
    let code = learner.certificate(&enrolment).await["code"].as_str().unwrap().to_owned();
    let revocation = format!("/admin/certificates/{code}/revocation");
    house.administrator().await.post(&revocation, &json!({ "reason": "request" })).await.ok();
    let ledger = &house.parts().ledger;
    // Seals are set every second; until then a fact may stand without one.
    soon("the seal", async || (ledger.verify().await.unwrap().unsealed == 0).then_some(())).await;
    assert!(ledger.verify().await.unwrap().is_sound());
    let writer = house.parts().db.writer();
    let answered = fact::Entity::find()
        .filter(fact::Column::Kind.eq("answered"))
        .order_by_asc(fact::Column::Seq)
        .one(house.parts().db.read())
        .await
        .unwrap()
        .unwrap();
    let seq = answered.seq;
    let changed = answered.payload.replacen("1000", "1001", 1);
    assert_ne!(changed, answered.payload);
    let set = |column: &str, value: &str| {
        format!("UPDATE fact SET {column} = '{}' WHERE seq = {seq}", value.replace('\'', "''"))
    };
    for (change, back) in [
        (set("payload", &changed), set("payload", &answered.payload)),
        (set("kind", "opened"), set("kind", &answered.kind)),
        (set("at", &(answered.at + 1).to_string()), set("at", &answered.at.to_string())),
        ("UPDATE seal SET count = count + 1".into(), "UPDATE seal SET count = count - 1".into()),
        ("UPDATE audit_event SET at = at + 1".into(), "UPDATE audit_event SET at = at - 1".into()),
    ] {
        writer.execute_unprepared(&change).await.unwrap();
        let report = ledger.verify().await.unwrap();
        assert!(!report.is_sound(), "not found: {change}");
        writer.execute_unprepared(&back).await.unwrap();
        assert!(ledger.verify().await.unwrap().is_sound(), "{back}");
    }
    // A fact taken out, or slipped in.
    let gone = format!("UPDATE fact SET seq = -seq WHERE seq = {seq}");
    writer.execute_unprepared(&gone).await.unwrap();
    assert!(!ledger.verify().await.unwrap().is_sound());
    writer.execute_unprepared(&gone.replace(&format!("seq = {seq}"), &format!("seq = -{seq}"))).await.unwrap();
    assert!(ledger.verify().await.unwrap().is_sound());
}
