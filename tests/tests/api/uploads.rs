//! Authors who bring a course in through the interface: as an archive, and what is said when it cannot be one.

use accounts::Role;
use courses::{pack, unpack};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Client, House, samples};

on_both!(an_archive_becomes_a_draft_of_whoever_brings_it, what_cannot_come_in_is_told_and_leaves_nothing);

const SLUG: &str = "find-work-online";

/// A course of the repository as an archive.
pub fn archive(slug: &str) -> Vec<u8> {
    pack::to_zip(&unpack::from_path(&samples().join(slug)).unwrap()).unwrap()
}

async fn an_archive_becomes_a_draft_of_whoever_brings_it(house: House) {
    let (author, _) = house.person(Role::Author).await;
    let bytes = archive(SLUG);
    let came = author.bring("/studio/imports?name=anything", &bytes).await.ok();
    assert_eq!((&came["slug"], &came["format"], &came["changed"]), (&json!(SLUG), &json!("folder"), &json!(true)));
    assert_eq!((&came["blocks"], &came["leftOut"]), (&json!(0), &json!([])));
    assert!(came["units"].as_u64() > Some(3) && came["questions"].as_u64() > Some(5), "{came}");
    let again = author.bring("/studio/imports?name=anything", &bytes).await.ok();
    assert_eq!((&again["slug"], &again["changed"]), (&json!(SLUG), &json!(false)));
    let mine = author.get("/studio/courses").await.ok();
    assert_eq!((mine["items"].as_array().unwrap().len(), &mine["items"][0]["draft"]), (1, &json!(1)));

    // Plain lessons take the archive's name, and say what was left out.
    let mut files = unpack::Files::new();
    files.insert("01-start/01-hello.md".into(), b"# Hello\n\nA lesson with [a way](nowhere.md) in it.\n".to_vec());
    files.insert(
        "01-start/02-next.md".into(),
        b"# Next\n\nAnother lesson, long enough to be read by somebody.\n".to_vec(),
    );
    let lessons = author.bring("/studio/imports?name=My%20lessons&lang=ca", &pack::to_zip(&files).unwrap()).await.ok();
    assert_eq!((&lessons["format"], &lessons["units"]), (&json!("lessons"), &json!(2)));
    assert_eq!(lessons["slug"], "my-lessons");

    let (other, _) = house.person(Role::Author).await;
    other.bring("/studio/imports", &bytes).await.problem(409, "course-of-others");
    house.administrator().await.bring("/studio/imports", &bytes).await.ok();
    assert_eq!(other.get("/studio/courses").await.ok()["items"], json!([]));
}

async fn what_cannot_come_in_is_told_and_leaves_nothing(house: House) {
    let (author, _) = house.person(Role::Author).await;
    let bring = async |client: &Client, bytes: &[u8]| client.bring("/studio/imports?lang=es&name=a", bytes).await;
    let cut = &archive(SLUG)[..5000];
    for (bytes, code) in [
        (&b"no archive at all"[..], "not-a-course"),
        (cut, "damaged-archive"),
        (&b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"[..], "empty"),
    ] {
        let problem = bring(&author, bytes).await.problem(422, "course-refused");
        assert_eq!(problem["params"]["problems"][0]["code"], code, "{problem}");
        assert!(problem["params"]["problems"][0]["message"].as_str().is_some_and(|said| said.len() > 20), "{problem}");
    }
    let mut files = unpack::from_path(&samples().join(SLUG)).unwrap();
    files.insert("course.toml".into(), b"format = 1\nslug = ".to_vec());
    let problem = bring(&author, &pack::to_zip(&files).unwrap()).await.problem(422, "course-refused");
    assert_eq!(problem["params"]["problems"][0]["file"], "course.toml", "{problem}");

    // Only authors may bring anything, and nobody else's bytes are even read.
    let long = vec![b'x'; 1024 * 1024];
    bring(&house.visitor(), &long).await.problem(401, "not-signed-in");
    bring(&*house.learner().await, &long).await.problem(404, "not-found");
    let json_body = author.post("/studio/imports", &json!({})).await;
    json_body.problem(415, "unsupported-media-type");
    author.bring("/me/facts", b"PK").await.problem(415, "unsupported-media-type");
    let empty = author.send(Method::POST, "/studio/imports", None).await;
    empty.problem(400, "body-missing");
    // What is said to be too long is refused before it is read.
    let huge = author.request(Method::POST, "/studio/imports").header("Origin", author.base());
    let huge = huge.header("Content-Type", "application/zip").body(vec![0; 64 * 1024 * 1024 + 1]).send().await;
    if let Ok(answer) = huge {
        assert_eq!(answer.status(), 413);
        assert_eq!(answer.json::<Value>().await.unwrap()["params"]["limit"], 64 * 1024 * 1024);
    }
    assert_eq!(author.get("/studio/courses").await.ok()["items"], json!([]));
}
