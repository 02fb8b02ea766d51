//! What learners do: progress facts, one and ten a request, and quizzes handed in, beside SQLite by itself on the same disk.
//! Every answer is looked at: only what was acknowledged counts.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use course_format::model::Course;
use serde_json::json;
use uuid::Uuid;

use crate::answers::{open_quizzes, right_answers};
use crate::disk::Disk;
use crate::figures::{Aim, Figure};
use crate::http::{COMPRESSED, Connection, Frame, post};
use crate::learners::{self, AT_ONCE, Conversation, Learner};
use crate::program::{Program, Serving};
use crate::reads::{COURSE, UNIT};
use crate::stages::Pace;
use crate::traffic::{CONNECTIONS, Lane, Round, Script, drive, expect_ok};
use crate::{Failure, Outcome};

/// The sample courses, by key.
pub(crate) type Courses = Rc<BTreeMap<String, Course>>;

/// Requests that take longer than this are no load but a fault.
const LONGEST: Duration = Duration::from_secs(60);

/// Every so many answers are unpacked and read.
const LOOKED_AT: usize = 16;

/// A learner who reads on: each request says that they are at the next block.
struct Reading {
    server: SocketAddr,
    cookie: String,
    enrolment: String,
    blocks: Vec<String>,
    facts: usize,
    at: usize,
    seen: usize,
}

impl Script for Reading {
    fn next(&mut self, request: &mut Vec<u8>) -> bool {
        let mut body = String::with_capacity(self.facts * 200 + 16);
        body.push_str("{\"facts\":[");
        for number in 0..self.facts {
            let block = &self.blocks[self.at % self.blocks.len()];
            self.at += 1;
            if number > 0 {
                body.push(',');
            }
            let (id, enrolment) = (Uuid::now_v7(), &self.enrolment);
            body.push_str(&format!(
                r#"{{"id":"{id}","kind":"progressed","enrolment":"{enrolment}","unit":"{UNIT}","block":"{block}"}}"#
            ));
        }
        body.push_str("]}");
        *request = post(self.server, "/api/v1/me/facts", &self.cookie, &body);
        true
    }

    fn check(&mut self, connection: &Connection, frame: Frame) -> Outcome<u32> {
        expect_ok(connection, frame)?;
        // Unpacking every answer would be the load; the others are counted in the ledger afterwards.
        self.seen += 1;
        if self.seen % LOOKED_AT == 1 {
            let answer = connection.text(frame)?;
            if answer.matches(r#""status":"recorded""#).count() != self.facts {
                return Err(format!("facts that were not recorded: {answer}").into());
            }
        }
        Ok(u32::try_from(self.facts)?)
    }
}

/// Sittings that are handed in one after another.
struct HandingIn {
    server: SocketAddr,
    cookie: String,
    attempts: Vec<String>,
}

impl Script for HandingIn {
    fn next(&mut self, request: &mut Vec<u8>) -> bool {
        let Some(attempt) = self.attempts.pop() else { return false };
        let path = format!("/api/v1/me/attempts/{attempt}/submission");
        *request = post(self.server, &path, &self.cookie, "");
        true
    }

    fn check(&mut self, connection: &Connection, frame: Frame) -> Outcome<u32> {
        expect_ok(connection, frame)?;
        let answer = connection.text(frame)?;
        if answer.contains(r#""passed":true"#) {
            return Ok(1);
        }
        Err(format!("a sitting answered right was not passed: {answer}").into())
    }
}

/// Courses with quizzes that anybody may sit, and those quizzes.
pub(crate) fn with_quizzes(courses: &Courses) -> Vec<&str> {
    courses.iter().filter(|(_, course)| open_quizzes(course).next().is_some()).map(|(slug, _)| slug.as_str()).collect()
}

/// Opens every lesson of the measured course, so that its quiz is all that is missing to finish it.
async fn open_all(conversation: &mut Conversation, course: &Course, learner: &Learner) -> Outcome<()> {
    let enrolment = learner.enrolments.get(&course.slug).ok_or("not enrolled")?;
    let facts: Vec<_> = course
        .units()
        .filter(|unit| unit.mandatory)
        .map(|unit| json!({ "id": Uuid::now_v7(), "kind": "opened", "enrolment": enrolment, "unit": unit.key }))
        .collect();
    conversation.post("/api/v1/me/facts", &learner.cookie, &json!({ "facts": facts }).to_string()).await?;
    Ok(())
}

/// Sits every quiz that is open and answers it right; gives the sittings, none handed in.
async fn sit(conversation: &mut Conversation, courses: &Courses, learner: &Learner) -> Outcome<Vec<String>> {
    let mut attempts = vec![];
    for (slug, enrolment) in &learner.enrolments {
        let course = courses.get(slug).ok_or("an unknown course")?;
        for unit in open_quizzes(course) {
            let id = Uuid::now_v7();
            let body = json!({ "id": id, "enrolment": enrolment, "unit": unit.key }).to_string();
            let attempt = conversation.post("/api/v1/me/attempts", &learner.cookie, &body).await?;
            let answers = right_answers(course, unit, enrolment, &attempt)?;
            conversation.post("/api/v1/me/facts", &learner.cookie, &answers).await?;
            attempts.push(id.to_string());
        }
    }
    Ok(attempts)
}

/// Learners with every open quiz answered and none handed in.
async fn sitting(server: SocketAddr, courses: &Courses, people: &[Learner]) -> Outcome<Vec<Lane>> {
    let tasks: Vec<_> = people
        .chunks(people.len().div_ceil(AT_ONCE).max(1))
        .map(|some| {
            let (some, courses) = (some.to_vec(), Rc::clone(courses));
            tokio::task::spawn_local(async move {
                let mut lanes = vec![];
                for learner in some {
                    let mut conversation = Conversation::open(server).await?;
                    if let Some(course) = courses.get(COURSE) {
                        open_all(&mut conversation, course, &learner).await?;
                    }
                    let attempts = sit(&mut conversation, &courses, &learner).await?;
                    let cookie = format!("{COMPRESSED}{}", learner.cookie);
                    lanes.push(Lane::scripted(server, Box::new(HandingIn { server, cookie, attempts })));
                }
                Ok::<_, Failure>(lanes)
            })
        })
        .collect();
    let mut lanes = vec![];
    for task in tasks {
        lanes.extend(task.await??);
    }
    Ok(lanes)
}

/// Lets these people finish the measured course, so that certificates exist. Not measured.
pub(crate) async fn finish(serving: &Serving, courses: &Courses, people: &[Learner]) -> Outcome<()> {
    let mut lanes = sitting(serving.address, courses, people).await?;
    drive(&mut lanes, LONGEST, serving.id()).await?;
    Ok(())
}

/// Facts, and quizzes where they are wanted, by turns with the bare disk. Gives back everybody who finished a course on the way.
pub(crate) async fn measure(
    program: &Program,
    serving: &Serving,
    folder: &Path,
    courses: &Courses,
    readers: &[Learner],
    pace: &Pace,
    quizzes: bool,
) -> Outcome<(Vec<Figure>, Vec<Learner>)> {
    let mut disk = Disk::open(folder).await?;
    let mut ones = reading(serving.address, courses, readers, 1)?;
    let mut tens = reading(serving.address, courses, readers, 10)?;
    let mut finished = vec![];
    let before = program.facts()?;
    let (mut singles, mut hundreds) = (vec![], vec![]);
    let (mut one, mut ten, mut handed) = (vec![], vec![], vec![]);
    for round in 0..pace.rounds {
        let mut sittings = vec![];
        if quizzes {
            let name = format!("quiz-{round}");
            let people = learners::make(serving.address, &name, CONNECTIONS, &with_quizzes(courses)).await?;
            sittings = sitting(serving.address, courses, &people).await?;
            finished.extend(people);
        }
        singles.push(disk.rows(1, pace.disk).await?);
        one.push(drive(&mut ones, pace.write, serving.id()).await?);
        if quizzes {
            handed.push(drive(&mut sittings, LONGEST, serving.id()).await?);
        }
        ten.push(drive(&mut tens, pace.write, serving.id()).await?);
        hundreds.push(disk.rows(100, pace.disk).await?);
    }
    let acknowledged: u64 = one.iter().chain(&ten).map(|round: &Round| round.acknowledged).sum();
    let recorded = program.facts()? - before;
    if recorded < acknowledged {
        return Err(format!("{acknowledged} facts were acknowledged and {recorded} are in the ledger").into());
    }
    let facts = |rounds: &[Round]| rounds.iter().map(Round::acknowledged_rate).collect::<Vec<_>>();
    let each = |rounds: &[Round]| rounds.iter().map(Round::processor_each).collect::<Vec<_>>();
    let slowest = |rounds: &[Round]| rounds.iter().map(|round| round.p99).collect::<Vec<_>>();
    let mut figures = vec![
        Figure::beside("SQLite, rows in transactions of 100", "/s", &hundreds, "one-row", &singles),
        Figure::beside("progress facts, one a request", "/s", &facts(&one), "one-row", &singles)
            .aim(Aim::AtLeast(3.0))
            .p99(&slowest(&one))
            .processor(&each(&one), &[]),
        Figure::beside("progress facts, ten a request", "/s", &facts(&ten), "one-row", &singles)
            .aim(Aim::AtLeast(10.0))
            .p99(&slowest(&ten))
            .processor(&each(&ten), &[]),
    ];
    if quizzes {
        figures.push(
            Figure::beside("quizzes handed in", "/s", &facts(&handed), "one fact", &facts(&one))
                .aim(Aim::AtLeast(0.6))
                .p99(&slowest(&handed))
                .processor(&each(&handed), &[]),
        );
    }
    Ok((figures, finished))
}

fn reading(server: SocketAddr, courses: &Courses, readers: &[Learner], facts: usize) -> Outcome<Vec<Lane>> {
    let unit = courses.get(COURSE).and_then(|course| course.unit(UNIT)).ok_or("the measured unit is gone")?;
    let blocks: Vec<String> = unit.blocks.iter().map(|block| block.id.clone()).collect();
    let mut lanes = vec![];
    for learner in readers.iter().take(CONNECTIONS) {
        let enrolment = learner.enrolments.get(COURSE).cloned().ok_or("not enrolled")?;
        let cookie = format!("{COMPRESSED}{}", learner.cookie);
        let script = Reading { server, cookie, enrolment, blocks: blocks.clone(), facts, at: 0, seen: 0 };
        lanes.push(Lane::scripted(server, Box::new(script)));
    }
    if lanes.len() < CONNECTIONS {
        return Err(Failure::from("too few learners"));
    }
    Ok(lanes)
}
