//! The program is killed at random moments under load, again and again: every fact that was acknowledged is there once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

use std::{
    collections::HashSet,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

const PROGRAM: &str = env!("CARGO_BIN_EXE_aulari");
const ROUNDS: u64 = 20;
const LEARNERS: usize = 6;
const COURSE: &str = "stop-check-decide";
const UNIT: &str = "the-five-signs";

struct Learner {
    client: Client,
    enrolment: String,
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

async fn start(data: &Path, port: u16) -> Child {
    let mut child = Command::new(PROGRAM)
        .args(["--data", data.to_str().unwrap(), "serve", "--listen", &format!("127.0.0.1:{port}")])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let site = format!("http://127.0.0.1:{port}/api/v1/site");
    for _ in 0..600 {
        if reqwest::get(&site).await.is_ok_and(|answer| answer.status().is_success()) {
            return child;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    child.kill().unwrap();
    child.wait().unwrap();
    panic!("the program did not answer within 30 s");
}

async fn post(client: &Client, base: &str, path: &str, body: &Value) -> reqwest::Result<(StatusCode, Value)> {
    let answer = client.post(format!("{base}/api/v1{path}")).header("Origin", base).json(body).send().await?;
    Ok((answer.status(), answer.json().await?))
}

async fn learner(base: &str, number: usize) -> Learner {
    let client = Client::builder().cookie_store(true).timeout(Duration::from_secs(5)).build().unwrap();
    let form = json!({ "name": "Somebody", "login": format!("somebody{number}"), "password": "a long enough word 7" });
    let (status, _) = post(&client, base, "/people", &form).await.unwrap();
    assert_eq!(status, StatusCode::OK);
    let (_, enrolment) = post(&client, base, &format!("/courses/{COURSE}/enrolments"), &json!({})).await.unwrap();
    Learner { client, enrolment: enrolment["id"].as_str().unwrap().to_owned() }
}

fn fact(learner: &Learner, id: &str) -> Value {
    json!({ "id": id, "kind": "opened", "enrolment": learner.enrolment, "unit": UNIT })
}

/// Sends facts until told to stop, and keeps the ids that were acknowledged.
async fn write(learner: Arc<Learner>, base: String, stop: Arc<AtomicBool>, acknowledged: Arc<Mutex<HashSet<String>>>) {
    while !stop.load(Ordering::SeqCst) {
        let ids: Vec<String> = (0..3).map(|_| Uuid::now_v7().to_string()).collect();
        let facts: Vec<Value> = ids.iter().map(|id| fact(&learner, id)).collect();
        let Ok((StatusCode::OK, answer)) = post(&learner.client, &base, "/me/facts", &json!({ "facts": facts })).await
        else {
            continue;
        };
        for result in answer["results"].as_array().unwrap() {
            assert_eq!(result["status"], "recorded");
            acknowledged.lock().unwrap().insert(result["id"].as_str().unwrap().to_owned());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_fact_is_lost_or_doubled_by_a_kill() {
    let data = tempfile::tempdir().unwrap();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content-samples").join(COURSE);
    let import = Command::new(PROGRAM)
        .args(["--data", data.path().to_str().unwrap(), "import", samples.to_str().unwrap(), "--publish"])
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(import.success());
    let port = free_port();
    let base = format!("http://127.0.0.1:{port}");
    let mut child = start(data.path(), port).await;
    let mut learners = vec![];
    for number in 0..LEARNERS {
        learners.push(Arc::new(learner(&base, number).await));
    }
    let mut kept: Vec<(usize, HashSet<String>)> = vec![];
    for round in 0..ROUNDS {
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = learners
            .iter()
            .enumerate()
            .map(|(number, learner)| {
                let acknowledged = Arc::new(Mutex::new(HashSet::new()));
                let task = tokio::spawn(write(learner.clone(), base.clone(), stop.clone(), acknowledged.clone()));
                (number, acknowledged, task)
            })
            .collect();
        // A moment that differs from round to round, without a random number that could not be repeated.
        tokio::time::sleep(Duration::from_millis(150 + (round * 37) % 250)).await;
        child.kill().unwrap();
        child.wait().unwrap();
        stop.store(true, Ordering::SeqCst);
        for (number, acknowledged, task) in writers {
            task.await.unwrap();
            kept.push((number, acknowledged.lock().unwrap().clone()));
        }
        child = start(data.path(), port).await;
    }
    let total: usize = kept.iter().map(|(_, ids)| ids.len()).sum();
    assert!(total > 100, "the load was too small to mean anything: {total}");
    for (number, ids) in &kept {
        let ids: Vec<&String> = ids.iter().collect();
        for chunk in ids.chunks(100) {
            let facts: Vec<Value> = chunk.iter().map(|id| fact(&learners[*number], id)).collect();
            let body = json!({ "facts": facts });
            let (status, answer) = post(&learners[*number].client, &base, "/me/facts", &body).await.unwrap();
            assert_eq!(status, StatusCode::OK);
            for result in answer["results"].as_array().unwrap() {
                assert_eq!(result["status"], "known", "an acknowledged fact was lost");
            }
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let verify = Command::new(PROGRAM)
        .args(["--data", data.path().to_str().unwrap(), "--json", "ledger", "verify"])
        .output()
        .unwrap();
    assert!(verify.status.success(), "{}", String::from_utf8_lossy(&verify.stderr));
}
