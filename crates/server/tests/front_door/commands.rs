//! The command line: exit codes, JSON for programs, and readers who have had enough.

use std::{
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

use crate::support::COURSE;

const PROGRAM: &str = env!("CARGO_BIN_EXE_aulari");

fn run(data: &Path, arguments: &[&str]) -> Output {
    Command::new(PROGRAM).arg("--data").arg(data).args(arguments).output().unwrap()
}

fn samples() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content-samples")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_reader_who_has_had_enough_is_no_fault() {
    let data = tempfile::tempdir().unwrap();
    let broken = samples().join("broken");
    let folder = broken.to_str().unwrap();
    for arguments in [vec!["openapi"], vec!["check", folder, folder], vec!["doctor"]] {
        let mut child = Command::new(PROGRAM)
            .arg("--data")
            .arg(data.path())
            .args(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // Gone before the first line is written.
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(!errors(&output).contains("panicked"), "{arguments:?}: {}", errors(&output));
        assert!(output.status.code().is_some_and(|code| code < 4), "{arguments:?}: {:?}", output.status);
    }
}

#[test]
fn exit_codes_say_whose_fault_it_is() {
    let data = tempfile::tempdir().unwrap();
    let course = samples().join(COURSE);
    let codes = |arguments: &[&str]| run(data.path(), arguments).status.code();
    assert_eq!(codes(&["check", course.to_str().unwrap()]), Some(0));
    assert_eq!(codes(&["check", "/nowhere/at-all"]), Some(1));
    assert_eq!(codes(&["import", "/nowhere/at-all"]), Some(1));
    assert_eq!(codes(&["export", "no-such-course", "/tmp/never-made"]), Some(1));
    assert_eq!(codes(&["no-such-command"]), Some(2));
    assert_eq!(codes(&["serve", "--listen", "here"]), Some(2));
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = run(data.path(), &["serve", "--listen", &address]);
    assert_eq!(output.status.code(), Some(3));
    assert!(errors(&output).contains(&format!("{address} is in use")), "{}", errors(&output));
    assert!(errors(&output).contains("--listen"), "what to do: {}", errors(&output));
}

#[test]
fn a_demo_that_finds_its_address_taken_leaves_the_other_ones_data_alone() {
    let data = tempfile::tempdir().unwrap();
    std::fs::write(data.path().join(".aulari-demo"), "").unwrap();
    std::fs::write(data.path().join("aulari.db"), "of the demo that runs").unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let output = run(data.path(), &["demo", "--listen", &taken.local_addr().unwrap().to_string()]);
    assert_eq!(output.status.code(), Some(3), "{}", errors(&output));
    assert!(data.path().join("aulari.db").exists());
}

#[test]
fn what_reports_also_reports_to_programs() {
    let data = tempfile::tempdir().unwrap();
    let course = samples().join(COURSE);
    let out = data.path().join("out");
    let course = course.to_str().unwrap();
    for arguments in [
        vec!["check", course],
        vec!["import", course, "--publish"],
        vec!["export", COURSE, out.to_str().unwrap()],
        vec!["migrate", "--status"],
        vec!["ledger", "verify"],
        vec!["ledger", "rebuild"],
        vec!["person", "create", "--name", "A", "--login", "abc", "--password", "a long enough word 7"],
        vec!["doctor"],
    ] {
        let arguments: Vec<&str> = std::iter::once("--json").chain(arguments).collect();
        let output = run(data.path(), &arguments);
        assert!(output.status.success(), "{arguments:?}: {}", errors(&output));
        let answer: Result<Value, _> = serde_json::from_slice(&output.stdout);
        assert!(answer.is_ok_and(|answer| !answer.is_null()), "{arguments:?}: {:?}", output.stdout);
    }
}

#[test]
fn a_wrong_setting_is_told_before_anything_is_made() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("new");
    let output = Command::new(PROGRAM)
        .args(["--data", folder.to_str().unwrap(), "doctor"])
        .env("AULARI_SERVER__WORKERS", "many")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    for word in ["server.workers", "\"many\"", "AULARI_SERVER__WORKERS", "1 to 512"] {
        assert!(errors(&output).contains(word), "`{word}` is not in {}", errors(&output));
    }
    assert!(!folder.exists());
    let output = run(data.path(), &["--json", "doctor"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["sources"]["server.listen"], "built in");
}
