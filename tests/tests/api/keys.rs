//! Nothing that a learner or a visitor can load holds a key, a word of feedback or a hint before its time.
//!
//! The proof is a course in two editions that differ in their keys and in what is said about answers, and in nothing else: as
//! long as nothing is over, every answer of the interface must be the same for both.

use std::collections::{BTreeMap, BTreeSet};

use courses::unpack::{self, Files};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Client, House, Learner, answered, conform::DESCRIPTION, fact_of, right_answer, samples};

on_both!(
    both_editions_look_the_same_until_something_is_over,
    words_about_answers_come_one_by_one,
    hints_come_when_they_are_asked_for,
);

const SLUG: &str = "every-block";
const QUIZ: &str = "check";
const LESSON: &str = "try";

/// Everything of the course that nobody may see before its time.
const SECRETS: [&str; 9] =
    ["FEEDBACK", "EXPLAIN", "HINT", "tallafoc", "cortafuegos", "firewall", "galeta", "galleta", "remembered-crumb"];

/// A course with every type of question, in a quiz and once more in a lesson with two tries for each.
fn course() -> Files {
    let folder = samples().join("../crates/course-format/tests/every-block");
    let mut files = unpack::from_path(&folder).unwrap();
    for (path, bytes) in files.clone() {
        let Some(name) = path.strip_prefix("01-all/02-check/") else { continue };
        let mut text = String::from_utf8(bytes).unwrap();
        if name == "unit.toml" {
            text = text.replace("when = { all = [{ completed = \"read\" }, { days_after_start = 1 }] }\n", "");
            text = text.replace("\"cookie\"", "\"remembered-crumb\"");
            files.insert(path.clone(), text.clone().into_bytes());
            text = text.replace("key = \"check\"\ntype = \"quiz\"", "key = \"try\"\ntype = \"lesson\"");
            text = text
                .replace("[quiz]\npass = 80\n", "")
                .replace("type = \"question\"", "type = \"question\"\ntries = 2");
        }
        files.insert(format!("01-all/03-try/{name}"), text.into_bytes());
    }
    // The fixture's media are empty; here they are small files of their kinds.
    for (path, bytes) in files.iter_mut().filter(|(path, _)| path.starts_with("media/")) {
        *bytes = match path.rsplit('.').next() {
            Some("svg") => {
                format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>{path}</title></svg>").into_bytes()
            }
            Some("vtt") => b"WEBVTT\n\n00:00.000 --> 00:59.000\nA talk\n".to_vec(),
            Some("mp3") => [b"ID3".as_slice(), path.as_bytes()].concat(),
            Some("mp4") => b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom".to_vec(),
            _ => b"%PDF-1.4\n%%EOF\n".to_vec(),
        };
    }
    files.insert(
        "course.toml".into(),
        text_of(&files, "course.toml").replace("minutes = 62", "minutes = 76").into_bytes(),
    );
    files
}

fn text_of(files: &Files, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

/// The same course with other keys and other words about answers.
fn other_edition(mut files: Files) -> Files {
    for (path, bytes) in &mut files {
        let mut text = match String::from_utf8(bytes.clone()) {
            Ok(text) if path.ends_with(".toml") || path.ends_with(".md") => text,
            _ => continue,
        };
        for (from, to) in [("FEEDBACK", "SAIDLATER"), ("EXPLAIN", "TOLDLATER"), ("HINT", "NUDGE")] {
            text = text.replace(from, to);
        }
        if path.ends_with("02-check/unit.toml") || path.ends_with("03-try/unit.toml") {
            for (from, to) in KEYS {
                assert_eq!(text.matches(from).count(), 1, "{path}: {from}");
                text = text.replace(from, to);
            }
        }
        *bytes = text.into_bytes();
    }
    files
}

/// The keys of the one edition and of the other. (Of three things to put in order, an order that happens to be the right one is
/// turned before it is shown; neither of these is it.)
const KEYS: [(&str, &str); 14] = [
    ("correct = \"b\"\n\n", "correct = \"c\"\n\n"),
    ("correct = [\"a\", \"c\"]", "correct = [\"a\", \"b\"]"),
    ("correct = true", "correct = false"),
    ("en = [\"firewall\"]", "en = [\"fireguard\"]"),
    ("ca = [\"tallafoc\"]", "ca = [\"guardafoc\"]"),
    ("value = 12.5", "value = 33.5"),
    ("tolerance = 0.5", "tolerance = 0.25"),
    (
        "question = \"ordering\"\nitems = [\"a\", \"b\", \"c\"]",
        "question = \"ordering\"\nitems = [\"b\", \"a\", \"c\"]",
    ),
    ("[[\"cpu\", \"thinks\"], [\"ram\", \"keeps\"]]", "[[\"cpu\", \"keeps\"], [\"ram\", \"thinks\"]]"),
    ("{ lock = \"safe\", haste = \"risky\" }", "{ lock = \"risky\", haste = \"safe\" }"),
    ("en = [\"remembered-crumb\"]", "en = [\"forgotten-crumbs\"]"),
    (
        "{ id = \"g1\", correct = \"a\" },\n  { id = \"g2\", correct = \"b\" }",
        "{ id = \"g1\", correct = \"c\" },\n  { id = \"g2\", correct = \"a\" }",
    ),
    ("correct = [\"screen\"]", "correct = [\"mouse\"]"),
    ("correct = \"screen-name\"", "correct = \"mouse-name\""),
];

async fn publish(house: &House, files: Files) {
    let imported = house.bring(files, SLUG, &[]).await;
    let blocking: Vec<_> = imported.problems.iter().filter(|problem| problem.blocks()).collect();
    assert!(blocking.is_empty(), "{blocking:?}");
    house.put_on_shelf(&imported).await;
}

/// A learner who opened everything and sits the quiz.
struct Reader {
    learner: Learner,
    enrolment: String,
    attempt: String,
    version: String,
}

impl Reader {
    async fn come(house: &House) -> Self {
        let learner = house.learner().await;
        let enrolment = learner.enrol(SLUG).await;
        learner.facts(&[fact_of("opened", &enrolment, LESSON), fact_of("opened", &enrolment, QUIZ)]).await;
        let attempt = learner.begin(&enrolment, QUIZ).await["id"].as_str().unwrap().to_owned();
        let version = house.parts().courses.published(SLUG).await.unwrap().newest().id.0.to_string();
        Self { learner, enrolment, attempt, version }
    }

    /// Every address that the description knows for reading, filled in with what there is of the course; all languages.
    fn addresses(&self) -> Vec<String> {
        let mut addresses = vec![];
        for operation in DESCRIPTION.operations.iter().filter(|known| known.method == Method::GET) {
            let own = if operation.path.contains("/attempts/") { &self.attempt } else { &self.enrolment };
            let path = operation.path.replace("{slug}", SLUG).replace("{version}", &self.version).replace("{id}", own);
            if path.contains("/media/") || path.contains("{code}") || path.ends_with("/hints") {
                continue;
            }
            for unit in if path.contains("{unit}") { &["read", QUIZ, LESSON][..] } else { &[""] } {
                let path = path.replace("{unit}", unit);
                addresses.extend(["ca", "es", "en"].map(|lang| format!("{path}?lang={lang}")));
            }
        }
        addresses
    }

    /// All that the learner and a visitor can load, by address, with ids and times levelled.
    async fn everything(&self, visitor: &Client) -> BTreeMap<String, String> {
        let mut seen = BTreeMap::new();
        let mut media = BTreeSet::new();
        for address in self.addresses() {
            for (who, client) in [("visitor", visitor), ("learner", &*self.learner)] {
                let answer = client.get(&address).await;
                assert!(!answer.status.is_server_error(), "{address}");
                files_in(&answer.text(), &mut media);
                seen.insert(format!("{who}: {}", level(&address)), level(&answer.text()));
            }
        }
        for lang in ["ca", "es", "en"] {
            let page = visitor.page(&format!("/courses/{SLUG}?lang={lang}"), lang).await;
            assert_eq!(page.status, 200);
            seen.insert(format!("page: {lang}"), level(&page.text()));
        }
        assert!(media.len() >= 8, "{media:?}");
        for file in media {
            seen.insert(file.clone(), format!("{:?}", visitor.get(&file).await.bytes));
        }
        seen
    }
}

/// The media that a text speaks of.
fn files_in(text: &str, files: &mut BTreeSet<String>) {
    for (place, _) in text.match_indices("/media/") {
        let end = text[place..].find(['"', '\\', ' ', '&', ')']).unwrap();
        files.insert(text[place..place + end].to_owned());
    }
}

/// The text with every id and every time of day made the same.
fn level(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let id = rest.get(..36).filter(|id| uuid::Uuid::try_parse(id).is_ok());
        let moment = rest.get(..19).filter(|text| text.as_bytes()[4] == b'-' && text.as_bytes()[10] == b'T');
        if id.is_some() {
            out.push_str("ID");
            rest = &rest[36..];
        } else if moment.is_some_and(|moment| format!("{moment}Z").parse::<vocabulary::Timestamp>().is_ok()) {
            out.push_str("TIME");
            rest = rest[19..].trim_start_matches(|sign: char| sign == '.' || sign.is_ascii_digit());
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

/// One answer to each question of a unit, the same for both editions and right for neither in all.
async fn answers(house: &House) -> Vec<(String, Value)> {
    let course = house.course(SLUG).await;
    let unit = course.unit(QUIZ).unwrap();
    let answer = |question| right_answer(&course, question);
    unit.questions().filter_map(|(block, question)| Some((block.id.clone(), answer(question)?))).collect()
}

async fn both_editions_look_the_same_until_something_is_over(house: House) {
    publish(&house, course()).await;
    let other = House::open(house.store()).await;
    publish(&other, other_edition(course())).await;
    let same_answers = answers(&house).await;
    assert_eq!(same_answers.len(), 12, "every type of question but opinions");
    assert!(same_answers.iter().zip(answers(&other).await).all(|(one, other)| one.1 != other.1), "all keys differ");

    let mut seen: Vec<BTreeMap<String, String>> = vec![];
    for house in [&house, &other] {
        let reader = Reader::come(house).await;
        let mut told = reader.everything(&house.visitor()).await;
        // Answers in a sitting: recorded, and not a word about them before it is handed in.
        for (block, answer) in &same_answers {
            let fact = answered(&reader.attempt, &reader.enrolment, QUIZ, block, answer);
            let result = reader.learner.facts(&[fact]).await;
            assert_eq!(result[0]["status"], "recorded", "{block}: {result:?}");
            told.insert(format!("answer: {block}"), level(&json!(result).to_string()));
        }
        for (address, text) in reader.everything(&house.visitor()).await {
            told.insert(format!("after answers: {address}"), text);
        }
        // Each server is at an address of its own.
        let base = house.visitor().base().to_owned();
        seen.push(told.into_iter().map(|(address, text)| (address, text.replace(&base, "BASE"))).collect());
    }
    let (one, two) = (&seen[0], &seen[1]);
    assert!(one.len() > 150, "{} answers were compared", one.len());
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    let own = |address: &str| address.contains("/attempts/");
    for (address, text) in one {
        assert_eq!(text, &two[address], "{address} tells the editions apart");
        for secret in SECRETS {
            // What learners wrote themselves is shown to them again.
            let written = address.starts_with("after answers") && own(address);
            assert!(written || !text.contains(secret), "{address} holds {secret}");
        }
    }
}

/// Where a secret stands in a text.
fn secrets(text: &str) -> Vec<&'static str> {
    ["FEEDBACK", "EXPLAIN", "HINT"].into_iter().filter(|secret| text.contains(secret)).collect()
}

async fn words_about_answers_come_one_by_one(house: House) {
    publish(&house, course()).await;
    let reader = Reader::come(&house).await;
    let (learner, enrolment) = (&reader.learner, &reader.enrolment);
    let say = async |block: &str, answer: Value| {
        let mut fact = fact_of("answered", enrolment, LESSON);
        fact["block"] = json!(block);
        fact["answer"] = answer;
        let result = learner.facts(&[fact]).await.remove(0);
        let unit = learner.get(&format!("/me/enrolments/{enrolment}/units/{LESSON}")).await.ok();
        assert_eq!(
            unit["questions"][block]["feedback"], result["verdict"]["feedback"],
            "the page says what the answer said"
        );
        result["verdict"].clone()
    };
    let parts = |verdict: &Value| -> Vec<String> {
        let parts = verdict["feedback"]["parts"].as_array().unwrap();
        parts.iter().map(|part| part["id"].as_str().unwrap().to_owned()).collect()
    };
    // Wrong, with a try left: words about what was chosen, and nothing about the rest.
    let first = say("single", json!({ "kind": "single", "option": "a" })).await;
    assert_eq!((&first["right"], &first["triesLeft"], parts(&first)), (&json!(false), &json!(1), vec!["a".to_owned()]));
    assert!(first["feedback"]["solution"].is_null() && first["feedback"]["explain"].is_null());
    // Wrong again, and no try left: everything.
    let last = say("single", json!({ "kind": "single", "option": "c" })).await;
    assert_eq!((parts(&last), &last["feedback"]["solution"]["option"]), (vec!["c".into(), "b".into()], &json!("b")));

    let some = say("multiple", json!({ "kind": "multiple", "options": ["a"] })).await;
    assert!(parts(&some) == ["a"] && some["feedback"]["solution"].is_null(), "{some}");
    let words = say("words", json!({ "kind": "text", "text": "antivirus" })).await;
    assert_eq!(secrets(&words.to_string()), ["FEEDBACK"], "the words for a known mistake alone: {words}");
    assert!(!words.to_string().contains("firewall"));
    let order = say("ordering", json!({ "kind": "ordering", "items": ["c", "b", "a"] })).await;
    assert_eq!(secrets(&order.to_string()), Vec::<&str>::new(), "{order}");
    let right = say("ordering", json!({ "kind": "ordering", "items": ["a", "b", "c"] })).await;
    assert_eq!(secrets(&right.to_string()), ["EXPLAIN"], "right: the reason why");

    // In the quiz the same questions go on telling nothing.
    let sitting = learner.get(&format!("/me/attempts/{}", reader.attempt)).await.text();
    assert_eq!(secrets(&sitting), Vec::<&str>::new());
}

async fn hints_come_when_they_are_asked_for(house: House) {
    publish(&house, course()).await;
    let reader = Reader::come(&house).await;
    let hint = async |client: &Client, unit: &str, block: &str, number: i32| {
        let path = format!("/me/enrolments/{}/units/{unit}/hints?block={block}&number={number}", reader.enrolment);
        client.get(&path).await
    };
    let learner = &reader.learner;
    let one = hint(learner, LESSON, "single", 1).await.ok();
    assert!(one["html"].as_str().unwrap().contains("HINT one") && !one.to_string().contains("HINT two"), "{one}");
    assert!(hint(learner, LESSON, "single", 2).await.ok().to_string().contains("HINT two"));
    let unknown = hint(learner, LESSON, "nothing", 1).await.problem(404, "not-found");
    for (block, number) in [("single", 0), ("single", 3), ("multiple", 1), ("explain", 1), ("single.a", 1)] {
        assert_eq!(hint(learner, LESSON, block, number).await.problem(404, "not-found"), unknown, "{block} {number}");
    }
    let stranger = house.learner().await;
    assert_eq!(hint(&stranger, LESSON, "single", 1).await.problem(404, "not-found"), unknown);
    for number in [1, 2] {
        assert_eq!(hint(learner, QUIZ, "single", number).await.problem(404, "not-found"), unknown, "none in a quiz");
    }
}
