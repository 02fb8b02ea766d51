//! The log names each request and nobody: no login, no name, no password, no cookie, no words that were searched for.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    sync::{Arc, Mutex},
};

use serde_json::json;

use crate::support::Said;

const PROGRAM: &str = env!("CARGO_BIN_EXE_aulari");

#[tokio::test]
async fn no_line_tells_who_it_was() {
    let data = tempfile::tempdir().unwrap();
    let mut child = Command::new(PROGRAM)
        .args(["--data", data.path().to_str().unwrap(), "--json", "serve", "--listen", "127.0.0.1:0"])
        .env("AULARI_LOG", "debug")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines: Arc<Mutex<Vec<String>>> = Arc::default();
    let kept = Arc::clone(&lines);
    let errors = child.stderr.take().unwrap();
    let reader = std::thread::spawn(move || {
        for line in BufReader::new(errors).lines().map_while(Result::ok) {
            kept.lock().unwrap().push(line);
        }
    });
    let mut answer = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    while !answer.contains('}') {
        assert!(out.read_line(&mut answer).unwrap() > 0, "the program ended");
    }
    let base = serde_json::from_str::<serde_json::Value>(&answer).unwrap()["url"].as_str().unwrap().to_owned();
    let client = reqwest::Client::builder().cookie_store(true).build().unwrap();
    let post = async |path: &str, body: serde_json::Value| {
        let request = client.post(format!("{base}/api/v1{path}")).header("Origin", &base).json(&body);
        Said::of(request.send().await.unwrap()).await
    };
    let get = async |path: &str| Said::of(client.get(format!("{base}{path}")).send().await.unwrap()).await;
    let form = json!({ "name": "Quirina Distinctive", "login": "quirina77", "password": "zebra-lamp-mountain" });
    let made = post("/people", form.clone()).await;
    assert_eq!(made.status, 200, "{made:?}");
    let cookie = made.header("set-cookie").split(['=', ';']).nth(1).unwrap().to_owned();
    post("/people", form).await;
    post("/session", json!({ "login": "quirina77", "password": "wrong-giraffe" })).await;
    post("/session", json!({ "login": "quirina77", "password": "zebra-lamp-mountain" })).await;
    get("/api/v1/courses?q=embarrassingword").await;
    get("/courses?q=embarrassingword").await;
    get("/api/v1/certificates/QQQQ-WWWW-EEEE-RRRR").await;
    let named = get("/api/v1/me/enrolments").await.header("x-request-id").to_owned();
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    let lines = lines.lock().unwrap();
    assert!(lines.len() > 8, "the log says too little to mean anything: {lines:#?}");
    let secrets = [
        "quirina",
        "Quirina",
        "Distinctive",
        "zebra-lamp",
        "wrong-giraffe",
        "embarrassingword",
        "QQQQ",
        &cookie,
        "127.0.0.1:",
    ];
    for line in lines.iter() {
        for secret in secrets.iter().filter(|secret| !(**secret == "127.0.0.1:" && line.starts_with("- "))) {
            assert!(!line.contains(secret), "the log says `{secret}`: {line}");
        }
        let name = line.split(' ').next().unwrap();
        assert!(name == "-" || (name.len() == 16 && name.bytes().all(|b| b.is_ascii_hexdigit())), "no name: {line}");
    }
    assert!(lines.iter().any(|line| line.starts_with(&named)), "no line of request {named}: {lines:#?}");
}
