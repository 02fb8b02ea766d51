//! What learners' browsers report: counted once, judged in order, and nobody pays for a neighbour.

use std::collections::HashMap;

use database::entity::{fact, question_state, written_answer};
use futures::future::join_all;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use vocabulary::{from_millis, millis};

use crate::support::{COURSE, House, Learner, QUIZ, fact_of, new_id};

on_both!(
    the_same_fact_fifty_times_at_once_counts_once,
    an_id_is_taken_once_and_for_one_thing,
    what_is_unknown_and_what_is_anothers_look_alike,
    a_bad_fact_hurts_no_neighbour_in_its_batch,
    a_batch_that_cannot_be_understood_changes_nothing,
    a_time_in_the_future_is_not_believed,
    two_hundred_writers_with_failures_among_them,
    a_recording_goes_on_at_its_second_on_any_device,
);

/// A lesson of the short course, and a question in it with three ways to answer.
const LESSON: &str = "why-anyone-can-be-caught";
const QUESTION: &str = "which-button";

fn answered(enrolment: &str, option: &str) -> Value {
    let mut fact = fact_of("answered", enrolment, LESSON);
    fact["block"] = json!(QUESTION);
    fact["answer"] = json!({ "kind": "single", "option": option });
    fact
}

/// How many facts have this id.
async fn count(house: &House, id: &Value) -> u64 {
    let id: uuid::Uuid = id.as_str().unwrap().parse().unwrap();
    fact::Entity::find().filter(fact::Column::Id.eq(id)).count(house.parts().db.read()).await.unwrap()
}

async fn all_facts(house: &House) -> u64 {
    fact::Entity::find().count(house.parts().db.read()).await.unwrap()
}

async fn the_same_fact_fifty_times_at_once_counts_once(house: House) {
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let fact = answered(&enrolment, "hurry");
    let results = join_all((0..50).map(|_| learner.facts(std::slice::from_ref(&fact)))).await;
    let (first, others): (Vec<Value>, Vec<Value>) =
        results.into_iter().flatten().partition(|result| result["status"] == "recorded");
    assert_eq!((first.len(), others.len()), (1, 49));
    assert_eq!(first[0]["verdict"]["right"], true);
    let points = first[0]["points"].as_i64().unwrap();
    assert!(points > 0, "{}", first[0]);
    for mut other in others {
        assert_eq!(other["status"], "known");
        other["status"] = json!("recorded");
        assert_eq!(other, first[0]);
    }
    assert_eq!(count(&house, &fact["id"]).await, 1);
    let tries = question_state::Entity::find().one(house.parts().db.read()).await.unwrap().unwrap().tries;
    assert_eq!(tries, 1);
    assert_eq!(learner.get("/me/rewards").await.ok()["points"], points);
}

async fn an_id_is_taken_once_and_for_one_thing(house: House) {
    let (learner, other) = (house.learner().await, house.learner().await);
    let (enrolment, others) = (learner.enrol(COURSE).await, other.enrol(COURSE).await);
    let fact = answered(&enrolment, "prize");
    let first = learner.facts(std::slice::from_ref(&fact)).await.remove(0);
    assert_eq!((&first["status"], &first["verdict"]["right"]), (&json!("recorded"), &json!(false)));
    let before = (learner.state(&enrolment).await, all_facts(&house).await);

    let mut foreign = answered(&others, "prize");
    foreign["id"] = fact["id"].clone();
    let refused = other.facts(&[foreign]).await.remove(0);
    assert_eq!((&refused["status"], &refused["code"]), (&json!("refused"), &json!("id-reused")));

    // Another answer under the same id would be a way to try for nothing: it is refused and tells nothing.
    for (field, value) in [
        ("answer", json!({ "kind": "single", "option": "hurry" })),
        ("block", json!("first-thing")),
        ("unit", json!("the-five-signs")),
        ("kind", json!("opened")),
    ] {
        let mut changed = fact.clone();
        changed[field] = value;
        match field {
            "block" => changed["answer"] = json!({ "kind": "single", "option": "breathe" }),
            "unit" => {
                changed["block"] = json!("perfect");
                changed["answer"] = json!({ "kind": "truefalse", "value": true });
            }
            _ => {}
        }
        let refused = learner.facts(&[changed]).await.remove(0);
        assert_eq!((&refused["status"], &refused["code"]), (&json!("refused"), &json!("id-reused")), "{field}");
        assert!(refused.get("verdict").is_none(), "{field}: {refused}");
    }
    assert_eq!((learner.state(&enrolment).await, all_facts(&house).await), before);
    let again = learner.facts(&[fact]).await.remove(0);
    assert_eq!((&again["status"], &again["verdict"]), (&json!("known"), &first["verdict"]));
}

async fn what_is_unknown_and_what_is_anothers_look_alike(house: House) {
    let (learner, other) = (house.learner().await, house.learner().await);
    let (enrolment, others) = (learner.enrol(COURSE).await, other.enrol(COURSE).await);
    let before = (other.state(&others).await, all_facts(&house).await);
    let with = |field: &str, value: &str| {
        let mut fact = answered(&enrolment, "hurry");
        fact[field] = json!(value);
        fact
    };
    let mut wrong_sort = answered(&enrolment, "hurry");
    wrong_sort["answer"] = json!({ "kind": "truefalse", "value": true });
    let mut no_question = answered(&enrolment, "hurry");
    no_question["block"] = json!("pause");
    let facts = [
        with("enrolment", &others),
        with("enrolment", &new_id()),
        with("unit", "nowhere"),
        with("block", "nothing"),
        wrong_sort,
        no_question,
        answered(&enrolment, "no-option"),
        fact_of("opened", &others, LESSON),
        fact_of("done", &enrolment, "nowhere"),
    ];
    let results = learner.facts(&facts).await;
    let expected = |fact: &Value| {
        json!({ "id": fact["id"], "status": "refused", "code": "not-found", "points": 0, "unitDone": false,
            "completed": false, "badges": [] })
    };
    assert_eq!(results, facts.iter().map(expected).collect::<Vec<_>>());
    // A quiz is no lesson: it is neither read to its end nor answered outside a sitting.
    let mut outside = fact_of("answered", &enrolment, QUIZ);
    outside["block"] = json!("grandson");
    outside["answer"] = json!({ "kind": "single", "option": "call-back" });
    let codes: Vec<Value> = learner.facts(&[fact_of("done", &enrolment, QUIZ), outside]).await;
    assert_eq!(codes.iter().map(|result| &result["code"]).collect::<Vec<_>>(), ["not-a-lesson", "attempt-needed"]);
    assert_eq!((other.state(&others).await, all_facts(&house).await), before);
}

async fn a_bad_fact_hurts_no_neighbour_in_its_batch(house: House) {
    let (learner, other) = (house.learner().await, house.learner().await);
    let (enrolment, others) = (learner.enrol(COURSE).await, other.enrol(COURSE).await);
    let facts = [
        fact_of("opened", &enrolment, LESSON),
        fact_of("opened", &enrolment, "nowhere"),
        answered(&enrolment, "affection"),
        fact_of("done", &others, LESSON),
        answered(&enrolment, "hurry"),
        fact_of("done", &enrolment, LESSON),
    ];
    let results = learner.facts(&facts).await;
    let statuses: Vec<&str> = results.iter().map(|result| result["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["recorded", "refused", "recorded", "refused", "recorded", "recorded"]);
    let ids = |list: &[Value]| list.iter().map(|one| one["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&results), ids(&facts), "each is answered in its place");
    assert_eq!((&results[2]["verdict"]["right"], &results[4]["verdict"]["right"]), (&json!(false), &json!(true)));
    let unit = learner.get(&format!("/me/enrolments/{enrolment}/units/{LESSON}")).await.ok();
    assert_eq!((&unit["state"], &unit["questions"][QUESTION]["tries"]), (&json!("done"), &json!(2)));
    assert_eq!(other.get(&format!("/me/enrolments/{others}")).await.ok()["doneUnits"], 0);
}

async fn a_batch_that_cannot_be_understood_changes_nothing(house: House) {
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let before = (learner.state(&enrolment).await, all_facts(&house).await);
    let good = || fact_of("opened", &enrolment, LESSON);
    let many: Vec<Value> = (0..101).map(|_| good()).collect();
    for facts in [vec![], many] {
        let problem = learner.post("/me/facts", &json!({ "facts": facts })).await.problem(422, "invalid-input");
        assert_eq!(problem["pointer"], "/facts");
    }
    for missing in ["block", "answer"] {
        let mut bad = answered(&enrolment, "hurry");
        bad.as_object_mut().unwrap().remove(missing);
        let body = json!({ "facts": [good(), bad] });
        let problem = learner.post("/me/facts", &body).await.problem(422, "invalid-input");
        assert_eq!(problem["pointer"], format!("/facts/1/{missing}"));
    }
    for (field, value) in [
        ("id", json!("7")),
        ("kind", json!("completed")),
        ("kind", json!("earned")),
        ("points", json!(1000)),
        ("verdict", json!({ "right": true })),
        ("claimedAt", json!("yesterday")),
        ("answer", json!({ "kind": "single", "option": "hurry", "right": true })),
    ] {
        let mut bad = answered(&enrolment, "hurry");
        bad[field] = value;
        learner.post("/me/facts", &json!({ "facts": [good(), bad] })).await.problem(422, "invalid-input");
    }
    assert_eq!((learner.state(&enrolment).await, all_facts(&house).await), before);
}

async fn a_time_in_the_future_is_not_believed(house: House) {
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let now = house.parts().clock.now();
    let (week, hour) = (7 * 24 * 3_600_000, 3_600_000);
    let mut facts = vec![];
    for away in [week, -hour] {
        let mut fact = fact_of("opened", &enrolment, LESSON);
        fact["claimedAt"] = json!(from_millis(millis(now) + away).to_string());
        facts.push(fact);
    }
    for result in learner.facts(&facts).await {
        assert_eq!(result["status"], "recorded");
    }
    let rows = fact::Entity::find().filter(fact::Column::Kind.eq("opened")).all(house.parts().db.read()).await.unwrap();
    let claimed: Vec<i64> = rows.iter().map(|row| row.claimed_at.unwrap() - row.at).collect();
    assert_eq!((rows.len(), claimed[0]), (2, 0), "a future time is taken as now: {claimed:?}");
    assert!((-hour - 60_000..=-hour).contains(&claimed[1]), "a past time is kept: {claimed:?}");
    let last = learner.get(&format!("/me/enrolments/{enrolment}")).await.ok()["lastAt"].as_str().unwrap().to_owned();
    assert!(last.parse::<vocabulary::Timestamp>().unwrap() <= house.parts().clock.now());
}

/// One of two hundred requests: what it sends, and what must become of it.
struct Writer {
    learner: Learner,
    body: Value,
    /// The statuses of the facts; None where the whole request is refused.
    expected: Option<Vec<&'static str>>,
}

async fn two_hundred_writers_with_failures_among_them(house: House) {
    let mut learners = vec![];
    for _ in 0..10 {
        let learner = house.learner().await;
        let enrolment = learner.enrol(COURSE).await;
        learners.push((learner, enrolment));
    }
    let before = all_facts(&house).await;
    let mut writers = vec![];
    for number in 0..200 {
        let (learner, enrolment) = learners[number % 10].clone();
        let neighbour = &learners[(number + 1) % 10].1;
        let opened = || fact_of("opened", &enrolment, LESSON);
        let (facts, expected) = match number / 10 % 5 {
            0 => (vec![opened(), fact_of("opened", neighbour, LESSON)], Some(vec!["recorded", "refused"])),
            1 => (vec![fact_of("opened", &enrolment, "nowhere"), opened()], Some(vec!["refused", "recorded"])),
            2 => (vec![opened(), json!({ "id": 7 })], None),
            3 => (vec![answered(&enrolment, "prize"), opened(), opened()], Some(vec!["recorded"; 3])),
            _ => (vec![answered(&enrolment, "no-option")], Some(vec!["refused"])),
        };
        writers.push(Writer { learner, body: json!({ "facts": facts }), expected });
    }
    let answers = join_all(writers.iter().map(|writer| writer.learner.post("/me/facts", &writer.body))).await;
    let mut acknowledged: HashMap<String, bool> = HashMap::new();
    for (writer, answer) in writers.iter().zip(answers) {
        let facts = writer.body["facts"].as_array().unwrap();
        let Some(expected) = &writer.expected else {
            answer.problem(422, "invalid-input");
            acknowledged.insert(facts[0]["id"].as_str().unwrap().to_owned(), false);
            continue;
        };
        let results = answer.ok()["results"].as_array().unwrap().clone();
        let statuses: Vec<&str> = results.iter().map(|result| result["status"].as_str().unwrap()).collect();
        assert_eq!(&statuses, expected);
        for (fact, status) in facts.iter().zip(statuses) {
            acknowledged.insert(fact["id"].as_str().unwrap().to_owned(), status == "recorded");
        }
    }
    let db = house.parts().db.read();
    let stored = fact::Entity::find().all(db).await.unwrap();
    for (id, recorded) in &acknowledged {
        let times = stored.iter().filter(|row| row.id.to_string() == *id).count();
        assert_eq!(times, usize::from(*recorded), "{id}");
    }
    let recorded = acknowledged.values().filter(|recorded| **recorded).count() as u64;
    assert_eq!(recorded, 40 + 40 + 3 * 40, "what was acknowledged");
    assert_eq!(all_facts(&house).await, before + recorded, "and nothing else, for a wrong answer brings no points");
    let answers = written_answer::Entity::find().count(db).await.unwrap();
    assert_eq!(answers, 40);
    for (learner, enrolment) in &learners {
        let unit = learner.get(&format!("/me/enrolments/{enrolment}/units/{LESSON}")).await.ok();
        assert_eq!(unit["questions"][QUESTION]["tries"], 4, "{unit}");
    }
    assert!(house.parts().ledger.verify().await.unwrap().is_sound());
}

async fn a_recording_goes_on_at_its_second_on_any_device(house: House) {
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let listened = |block: &str, seconds: u32| {
        let mut fact = fact_of("progressed", &enrolment, LESSON);
        (fact["block"], fact["seconds"]) = (json!(block), json!(seconds));
        fact
    };
    let version = house.parts().courses.published(COURSE).await.unwrap().newest().id;
    let address = format!("/courses/{COURSE}/versions/{version}/units/{LESSON}?lang=ca");
    let content = learner.get(&address).await.ok();
    let sound = content["blocks"].as_array().unwrap().iter().find(|block| block["type"] == "audio").unwrap().clone();
    let (sound, length) = (sound["id"].as_str().unwrap(), sound["seconds"].as_u64().unwrap());
    let recordings = async || {
        let state = learner.get(&format!("/me/enrolments/{enrolment}/units/{LESSON}")).await.ok();
        state["recordings"].clone()
    };

    assert_eq!(recordings().await, json!({}));
    learner.facts(&[listened(sound, 30), listened(sound, 41), listened(QUESTION, 12)]).await;
    // The last place counts, and only of what can be listened to.
    assert_eq!(recordings().await, json!({ sound: 41 }));
    learner.facts(&[listened(sound, 20)]).await;
    assert_eq!(recordings().await, json!({ sound: 20 }));
    learner.facts(&[listened(sound, u32::MAX)]).await;
    let longest = recordings().await[sound].as_u64().unwrap();
    assert!(longest >= length && longest < length * 3, "{longest} of {length} seconds");
}
