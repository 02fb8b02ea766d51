//! Sittings of a quiz: drawn and timed by the server, judged once, and silent until they are over. Conditions that open units.

use std::collections::BTreeSet;

use futures::future::join_all;
use serde_json::{Value, json};

use crate::support::{COURSE, House, Learner, QUIZ, Store, answered, fact_of, new_id};

on_both!(
    two_devices_at_once_get_one_last_try,
    the_servers_clock_ends_a_sitting,
    handing_in_twice_answers_the_same,
    a_sitting_is_its_learners_alone,
    a_pool_is_drawn_for_each_sitting,
    feedback_waits_until_the_rule_shows_it,
    conditions_open_units,
);

/// The short course with these settings of its quiz.
async fn with_quiz(house: &House, settings: &str) {
    let change = |path: &str, text: String| {
        if !path.contains(QUIZ) || !path.ends_with("unit.toml") {
            return text;
        }
        assert!(text.contains("[quiz]\npass = 60\n"), "{text}");
        text.replace("pass = 60\n", &format!("{}\n", settings.replace(", ", "\n")))
    };
    house.publish_changed(COURSE, change).await;
}

/// An answer to the quiz's first question.
fn first(attempt: &str, enrolment: &str, option: &str) -> Value {
    answered(attempt, enrolment, QUIZ, "grandson", &json!({ "kind": "single", "option": option }))
}

fn id_of(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

async fn two_devices_at_once_get_one_last_try(house: House) {
    with_quiz(&house, "pass = 60, tries = 2").await;
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let begun = learner.begin(&enrolment, QUIZ).await;
    learner.hand_in(&id_of(&begun)).await;

    let bodies: Vec<Value> = (0..8).map(|_| json!({ "id": new_id(), "enrolment": enrolment, "unit": QUIZ })).collect();
    let begun = join_all(bodies.iter().map(|body| learner.post("/me/attempts", body))).await;
    let sittings: BTreeSet<String> = begun.iter().map(|answer| id_of(&answer.ok())).collect();
    assert_eq!(sittings.len(), 1, "all devices join one sitting");
    assert!(begun.iter().all(|answer| answer.ok()["number"] == 2));
    let last = sittings.first().unwrap();

    let results = join_all((0..8).map(|_| learner.hand_in(last))).await;
    assert!(results.iter().all(|result| *result == results[0] && result["triesLeft"] == 0), "{results:?}");
    let refused = join_all(bodies.iter().map(|body| learner.post("/me/attempts", body))).await;
    for (answer, body) in refused.iter().zip(&bodies) {
        // Whoever repeats the request that began it gets its answer; a try more there is not.
        if body["id"] == *last {
            assert_eq!(id_of(&answer.ok()), *last);
        } else {
            answer.problem(409, "no-tries-left");
        }
    }
    let quiz = learner.get(&format!("/me/enrolments/{enrolment}/units/{QUIZ}")).await.ok()["quiz"].clone();
    assert_eq!((&quiz["triesUsed"], &quiz["triesLeft"], &quiz["openAttempt"]), (&json!(2), &json!(0), &Value::Null));
}

async fn the_servers_clock_ends_a_sitting(house: House) {
    with_quiz(&house, "pass = 60, minutes = 10, tries = 3").await;
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let begun = learner.begin(&enrolment, QUIZ).await;
    let attempt = id_of(&begun);
    let time = |field: &Value| field.as_str().unwrap().parse::<vocabulary::Timestamp>().unwrap();
    let length = time(&begun["deadline"]).duration_since(time(&begun["startedAt"]));
    assert_eq!(length.as_secs(), 600);
    assert_eq!(learner.facts(&[first(&attempt, &enrolment, "call-back")]).await[0]["status"], "recorded");

    house.pass_minutes(9);
    assert_eq!(learner.facts(&[first(&attempt, &enrolment, "call-back")]).await[0]["status"], "recorded");
    house.pass_minutes(2);
    let mut late = first(&attempt, &enrolment, "trust");
    late["claimedAt"] = begun["startedAt"].clone();
    let refused = learner.facts(&[late]).await.remove(0);
    assert_eq!(
        (&refused["status"], &refused["code"]),
        (&json!("refused"), &json!("attempt-over")),
        "whatever it claims"
    );

    // The learner never comes back: the server hands it in with what was there in time.
    assert_eq!(house.parts().progress.expire_attempts().await.unwrap(), 1);
    let seen = learner.get(&format!("/me/attempts/{attempt}")).await.ok();
    assert!(!seen["submittedAt"].is_null());
    let question = |result: &Value| {
        let questions = result["questions"].as_array().unwrap();
        questions.iter().find(|one| one["block"] == "grandson").unwrap()["right"].clone()
    };
    assert_eq!(question(&seen["result"]), true, "the answer in time counts: {seen}");
    assert_eq!(seen["result"]["triesLeft"], 2);
    // What the browser sends on its own afterwards gets the same result.
    assert_eq!(learner.hand_in(&attempt).await["score"], seen["result"]["score"]);

    // An unfinished sitting whose time is over keeps nobody from the next.
    let second = learner.begin(&enrolment, QUIZ).await;
    house.pass_minutes(11);
    let third = learner.begin(&enrolment, QUIZ).await;
    assert_eq!((&second["number"], &third["number"]), (&json!(2), &json!(3)));
}

async fn handing_in_twice_answers_the_same(house: House) {
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let attempt = id_of(&learner.begin(&enrolment, QUIZ).await);
    let sent = learner.facts(&[first(&attempt, &enrolment, "trust"), first(&attempt, &enrolment, "call-back")]).await;
    for result in &sent {
        assert_eq!(result["status"], "recorded");
        assert!(result.get("verdict").is_none(), "a sitting says nothing while it goes on: {result}");
    }
    let open = learner.get(&format!("/me/attempts/{attempt}")).await.ok();
    assert_eq!(open["answers"]["grandson"], json!({ "kind": "single", "option": "call-back" }), "the last one stands");
    assert!(open["result"].is_null() && open["submittedAt"].is_null());

    let first_time = learner.hand_in(&attempt).await;
    assert_eq!(learner.hand_in(&attempt).await, first_time);
    let after = learner.facts(&[first(&attempt, &enrolment, "trust")]).await.remove(0);
    assert_eq!((&after["status"], &after["code"]), (&json!("refused"), &json!("attempt-over")));
    assert_eq!(learner.hand_in(&attempt).await, first_time);
    let over = learner.get(&format!("/me/attempts/{attempt}")).await.ok();
    assert_eq!(over["answers"], open["answers"]);
    let counts = |result: &Value| json!([result["score"], result["passed"], result["questions"]]);
    assert_eq!(counts(&over["result"]), counts(&first_time));
}

async fn a_sitting_is_its_learners_alone(house: House) {
    let (learner, other) = (house.learner().await, house.learner().await);
    let (enrolment, others) = (learner.enrol(COURSE).await, other.enrol(COURSE).await);
    let attempt = id_of(&learner.begin(&enrolment, QUIZ).await);
    let before = learner.get(&format!("/me/attempts/{attempt}")).await.ok();

    let unknown = other.get(&format!("/me/attempts/{}", new_id())).await.problem(404, "not-found");
    assert_eq!(other.get(&format!("/me/attempts/{attempt}")).await.problem(404, "not-found"), unknown);
    let hand_in = format!("/me/attempts/{attempt}/submission");
    assert_eq!(other.post(&hand_in, &json!({})).await.problem(404, "not-found"), unknown);
    let body = |id: &str, enrolment: &str, unit: &str| json!({ "id": id, "enrolment": enrolment, "unit": unit });
    for foreign in [
        body(&new_id(), &enrolment, QUIZ),
        body(&new_id(), &new_id(), QUIZ),
        body(&new_id(), &others, "nowhere"),
        body(&new_id(), &others, "why-anyone-can-be-caught"),
    ] {
        assert_eq!(other.post("/me/attempts", &foreign).await.problem(404, "not-found"), unknown, "{foreign}");
    }
    other.post("/me/attempts", &body(&attempt, &others, QUIZ)).await.problem(422, "id-reused");
    let mut smuggled = first(&attempt, &others, "call-back");
    assert_eq!(other.facts(std::slice::from_ref(&smuggled)).await[0]["code"], "not-found");
    smuggled["enrolment"] = json!(enrolment);
    assert_eq!(other.facts(&[smuggled]).await[0]["code"], "not-found");
    assert_eq!(learner.get(&format!("/me/attempts/{attempt}")).await.ok(), before);
}

/// The ids of the questions of a sitting, in their order.
fn drawn(attempt: &Value) -> Vec<String> {
    attempt["questions"].as_array().unwrap().iter().map(id_of).collect()
}

async fn a_pool_is_drawn_for_each_sitting(house: House) {
    let (slug, quiz) = ("find-work-online", "final-check");
    house.publish(slug).await;
    let course = house.course(slug).await;
    let unit = course.unit(quiz).unwrap();
    let pool: BTreeSet<String> = unit.questions().map(|(block, _)| block.id.clone()).collect();
    let learner = house.learner().await;
    let enrolment = learner.enrol(slug).await;
    let (mut seen, mut orders) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..8 {
        let begun = learner.begin(&enrolment, quiz).await;
        let questions = drawn(&begun);
        assert_eq!(questions.len(), unit.asked());
        assert!(questions.len() < pool.len(), "the pool is larger than a draw");
        assert_eq!(questions.iter().collect::<BTreeSet<_>>().len(), questions.len());
        assert_eq!(drawn(&learner.get(&format!("/me/attempts/{}", id_of(&begun))).await.ok()), questions);
        let left_out = pool.iter().find(|id| !questions.contains(id)).unwrap();
        let answer = crate::support::right_answer(&course, unit.block(left_out).unwrap().question().unwrap()).unwrap();
        let refused = learner.facts(&[answered(&id_of(&begun), &enrolment, quiz, left_out, &answer)]).await.remove(0);
        assert_eq!(refused["code"], "not-found", "a question that was not drawn: {refused}");
        learner.hand_in(&id_of(&begun)).await;
        seen.extend(questions.clone());
        orders.insert(questions);
    }
    assert!(seen.len() > unit.asked() && seen.is_subset(&pool), "other sittings, other questions: {seen:?}");
    assert!(orders.len() > 1);
}

/// What a result shows of each question.
fn shown(result: &Value) -> Vec<bool> {
    let questions = result["questions"].as_array().unwrap();
    assert!(!questions.is_empty());
    let all = |name: &str| questions.iter().map(|question| !question[name].is_null()).collect::<Vec<_>>();
    assert_eq!((all("right"), all("right")), (all("fraction"), all("right")));
    // Only questions that were answered have feedback.
    let open: Vec<bool> = all("right");
    for (question, open) in questions.iter().zip(&open) {
        assert_eq!(!question["feedback"].is_null(), *open && !question["answer"].is_null(), "{question}");
    }
    open
}

/// Begins, answers the first question and hands in.
async fn sit(learner: &Learner, enrolment: &str, option: &str) -> Value {
    let attempt = id_of(&learner.begin(enrolment, QUIZ).await);
    learner.facts(&[first(&attempt, enrolment, option)]).await;
    let result = learner.hand_in(&attempt).await;
    let later = learner.get(&format!("/me/attempts/{attempt}")).await.ok()["result"].clone();
    assert_eq!(shown(&later), shown(&result));
    result
}

async fn feedback_waits_until_the_rule_shows_it(house: House) {
    // One right answer of the quiz is enough to pass here.
    for (rule, expected) in [
        ("after-submission", [true, true, true]),
        ("after-pass", [false, true, true]),
        ("after-last-try", [false, true, true]),
        ("never", [false, false, false]),
    ] {
        with_quiz(&house, &format!("pass = 10, tries = 3, review = \"{rule}\"")).await;
        let learner = house.learner().await;
        let enrolment = learner.enrol(COURSE).await;
        for (option, open) in ["trust", "call-back", "trust"].into_iter().zip(expected) {
            let result = sit(&learner, &enrolment, option).await;
            assert_eq!(result["passed"], option == "call-back");
            assert!(shown(&result).into_iter().all(|seen| seen == open), "{rule}, {option}: {result}");
            assert_eq!(result.to_string().contains("\"solution\":{"), open, "{rule}: {result}");
        }
    }
    // Failed with the last try: nothing is left to find out.
    with_quiz(&house, "pass = 60, tries = 2, review = \"after-last-try\"").await;
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    for open in [false, true] {
        let result = sit(&learner, &enrolment, "trust").await;
        assert!(shown(&result).into_iter().all(|seen| seen == open), "{result}");
    }
    // While the last try goes on, what the one before it showed stays closed.
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let first_try = id_of(&learner.begin(&enrolment, QUIZ).await);
    learner.facts(&[first(&first_try, &enrolment, "trust")]).await;
    learner.hand_in(&first_try).await;
    let last = id_of(&learner.begin(&enrolment, QUIZ).await);
    let result = async || learner.get(&format!("/me/attempts/{first_try}")).await.ok()["result"].clone();
    let before = result().await;
    assert!(shown(&before).into_iter().all(|seen| !seen) && !before.to_string().contains("\"solution\":{"), "{before}");
    learner.hand_in(&last).await;
    assert!(shown(&result().await).into_iter().all(|seen| seen));
}

async fn conditions_open_units(house: House) {
    let signs = "the-five-signs";
    let change = |path: &str, text: String| {
        let when = if path.contains(signs) {
            r#"{ all = [ { days_after_enrolment = 2 }, { completed = "why-anyone-can-be-caught" } ] }"#
        } else if path.contains("a-message-from-the-bank") {
            r#"{ any = [ { after = "2100-01-01T00:00:00Z" }, { score = { unit = "check-what-you-know", at_least = 40 } } ] }"#
        } else {
            return text;
        };
        text.replacen("type = \"lesson\"", &format!("type = \"lesson\"\nwhen = {when}"), 1)
    };
    house.publish_changed(COURSE, change).await;
    let course = house.course(COURSE).await;
    let learner = house.learner().await;
    let enrolment = learner.enrol(COURSE).await;
    let state = async |unit: &str| {
        let path = format!("/me/enrolments/{enrolment}/units/{unit}");
        learner.get(&path).await.ok()["state"].as_str().unwrap().to_owned()
    };
    let reasons = async |unit: &str| {
        let detail = learner.get(&format!("/me/enrolments/{enrolment}")).await.ok();
        let units = detail["modules"].as_array().unwrap().iter().flat_map(|module| module["units"].as_array().unwrap());
        let found = units.into_iter().find(|known| known["key"] == unit).unwrap().clone();
        let reasons = found["opensBecause"].as_array().unwrap();
        reasons.iter().map(|reason| reason["code"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let open = async |unit: &str| learner.facts(&[fact_of("opened", &enrolment, unit)]).await.remove(0);

    // What stands in it is for nobody before it opens, and for its learners alone after.
    let version = house.parts().courses.published(COURSE).await.unwrap().newest().id;
    let for_all = format!("/courses/{COURSE}/versions/{}/units/{signs}", version.0);
    let content = format!("/me/enrolments/{enrolment}/units/{signs}/content");
    house.visitor().get(&for_all).await.problem(404, "not-found");
    learner.get(&for_all).await.problem(404, "not-found");
    learner.get(&content).await.problem(409, "unit-locked");
    house.learner().await.get(&content).await.problem(404, "not-found");
    assert_eq!((state(signs).await.as_str(), reasons(signs).await.len()), ("locked", 2), "a date and a unit");
    assert_eq!(open(signs).await["code"], "unit-locked");
    learner.read(&course, course.unit("why-anyone-can-be-caught").unwrap(), &enrolment).await;
    assert_eq!((state(signs).await.as_str(), reasons(signs).await.len()), ("locked", 1), "a date");
    house.pass_minutes(2 * 24 * 60 - 5);
    assert_eq!(open(signs).await["code"], "unit-locked");
    house.pass_minutes(6);
    assert_eq!(state(signs).await, "new");
    assert_eq!(open(signs).await["status"], "recorded");
    let words = learner.get(&format!("{content}?lang=ca")).await;
    assert_eq!(
        (&words.ok()["unit"], words.headers["cache-control"].to_str().unwrap()),
        (&json!(signs), "private, no-cache")
    );
    assert!(!words.text().contains("\"correct\"") && words.ok()["blocks"].as_array().unwrap().len() > 2);
    house.visitor().get(&for_all).await.problem(404, "not-found");

    let bank = "a-message-from-the-bank";
    assert_eq!(state(bank).await, "locked");
    let attempt = id_of(&learner.begin(&enrolment, QUIZ).await);
    learner.hand_in(&attempt).await;
    assert_eq!(open(bank).await["code"], "unit-locked", "a score of nothing is not enough");
    learner.pass(&course, course.unit(QUIZ).unwrap(), &enrolment).await;
    assert_eq!((state(bank).await.as_str(), reasons(bank).await.len()), ("new", 0));
    assert_eq!(open(bank).await["status"], "recorded");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_quiz_draws_nothing() {
    let house = House::empty(Store::Sqlite).await;
    house.publish("first-loop-to-robot").await;
    let learner = house.learner().await;
    let enrolment = learner.enrol("first-loop-to-robot").await;
    let body = json!({ "id": new_id(), "enrolment": enrolment, "unit": "final-test" });
    let refused = learner.post("/me/attempts", &body).await.problem(409, "unit-locked");
    assert!(refused.get("questions").is_none());
    learner.get(&format!("/me/attempts/{}", body["id"].as_str().unwrap())).await.problem(404, "not-found");
}
