//! Somebody who learns, through the interface alone; only the right answers are looked up behind it.

use std::{
    ops::Deref,
    time::{Duration, Instant},
};

use course_format::{
    grade::solution,
    model::{Course, Question, Unit, UnitType},
};
use serde_json::{Value, json};
use uuid::Uuid;
use vocabulary::Locale;

use super::{Client, House};

/// An id as browsers make it.
pub fn new_id() -> String {
    Uuid::now_v7().to_string()
}

/// Asks again and again until there is an answer, ten seconds at most: for what happens beside the requests.
pub async fn soon<T>(what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(began.elapsed() < Duration::from_secs(10), "{what} did not come");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A learner with their browser.
#[derive(Clone)]
pub struct Learner(Client);

impl Deref for Learner {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.0
    }
}

/// The right answer in English, as JSON; None for an opinion.
pub fn right_answer(course: &Course, question: &Question) -> Option<Value> {
    let answer = solution(question, Locale::En, course.original())?;
    Some(serde_json::to_value(answer).unwrap())
}

/// A fact of this kind about a unit, under an id of its own.
pub fn fact_of(kind: &str, enrolment: &str, unit: &str) -> Value {
    json!({ "id": new_id(), "kind": kind, "enrolment": enrolment, "unit": unit })
}

impl Learner {
    /// A learner who is signed in here.
    pub fn new(client: Client) -> Self {
        Self(client)
    }

    /// The same learner, still signed in, at another server on the same data.
    pub fn elsewhere(&self, house: &House) -> Self {
        Self(self.0.at(house.visitor().base()))
    }

    /// Enrols and gives the enrolment's id.
    pub async fn enrol(&self, slug: &str) -> String {
        let enrolment = self.post(&format!("/courses/{slug}/enrolments"), &json!({})).await.ok();
        enrolment["id"].as_str().unwrap().to_owned()
    }

    /// Sends facts and gives what became of each.
    pub async fn facts(&self, facts: &[Value]) -> Vec<Value> {
        let answer = self.post("/me/facts", &json!({ "facts": facts })).await.ok();
        answer["results"].as_array().unwrap().clone()
    }

    /// Everything that their pages show of an enrolment, and their rewards.
    pub async fn state(&self, enrolment: &str) -> Value {
        let detail = self.get(&format!("/me/enrolments/{enrolment}")).await.ok();
        let mut units = vec![];
        for unit in detail["modules"].as_array().unwrap().iter().flat_map(|module| module["units"].as_array().unwrap())
        {
            let key = unit["key"].as_str().unwrap();
            units.push(self.get(&format!("/me/enrolments/{enrolment}/units/{key}")).await.ok());
        }
        json!([detail, units, self.get("/me/rewards").await.ok()])
    }

    /// Goes through the whole course with right answers; the last answer says that it is completed.
    pub async fn finish(&self, course: &Course) -> String {
        let enrolment = self.enrol(&course.slug).await;
        for unit in course.units() {
            match unit.kind {
                UnitType::Lesson => self.read(course, unit, &enrolment).await,
                UnitType::Quiz => self.pass(course, unit, &enrolment).await,
            }
        }
        enrolment
    }

    /// Reads a lesson to its end and answers its questions rightly.
    pub async fn read(&self, course: &Course, unit: &Unit, enrolment: &str) {
        let fact = |kind: &str| fact_of(kind, enrolment, &unit.key);
        let mut facts = vec![fact("opened")];
        for (block, question) in unit.questions() {
            if let Some(answer) = right_answer(course, question) {
                let mut answered = fact("answered");
                answered["block"] = json!(block.id);
                answered["answer"] = answer;
                facts.push(answered);
            }
        }
        facts.push(fact("done"));
        for result in self.facts(&facts).await {
            assert_eq!(result["status"], "recorded", "{}: {result}", unit.key);
            assert!(result.get("verdict").is_none_or(|verdict| verdict["right"] == true), "{}: {result}", unit.key);
        }
    }

    /// Sits a quiz with right answers.
    pub async fn pass(&self, course: &Course, unit: &Unit, enrolment: &str) {
        let attempt = self.begin(enrolment, &unit.key).await;
        let id = attempt["id"].as_str().unwrap().to_owned();
        let mut facts = vec![];
        for shown in attempt["questions"].as_array().unwrap() {
            let block = unit.block(shown["id"].as_str().unwrap()).unwrap();
            let answer = block.question().and_then(|question| right_answer(course, question));
            facts.extend(answer.map(|answer| answered(&id, enrolment, &unit.key, &block.id, &answer)));
        }
        for result in self.facts(&facts).await {
            assert_eq!(result["status"], "recorded", "{}: {result}", unit.key);
        }
        let result = self.hand_in(&id).await;
        assert_eq!((&result["score"], &result["passed"]), (&json!(100), &json!(true)), "{}: {result}", unit.key);
    }

    /// The certificate of a finished course, as soon as it is there.
    pub async fn certificate(&self, enrolment: &str) -> Value {
        let path = format!("/me/enrolments/{enrolment}");
        soon("the certificate", async || {
            Some(self.get(&path).await.ok()["certificate"].clone()).filter(|it| !it.is_null())
        })
        .await
    }

    /// Begins a sitting.
    pub async fn begin(&self, enrolment: &str, unit: &str) -> Value {
        self.post("/me/attempts", &json!({ "id": new_id(), "enrolment": enrolment, "unit": unit })).await.ok()
    }

    /// Hands a sitting in.
    pub async fn hand_in(&self, attempt: &str) -> Value {
        self.post(&format!("/me/attempts/{attempt}/submission"), &json!({})).await.ok()
    }
}

/// An answer within a sitting.
pub fn answered(attempt: &str, enrolment: &str, unit: &str, block: &str, answer: &Value) -> Value {
    let mut fact = fact_of("answered", enrolment, unit);
    fact["block"] = json!(block);
    fact["answer"] = answer.clone();
    fact["attempt"] = json!(attempt);
    fact
}
