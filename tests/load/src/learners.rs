//! The people of the load: they sign up and enrol through the interface, like anybody.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use serde_json::{Value, json};

use crate::http::{Connection, get, post};
use crate::traffic::expect_ok;
use crate::{Failure, Outcome};

/// Everybody's password.
pub(crate) const PASSWORD: &str = "nou passes pel camí de dalt";
/// How many prepare themselves at once: fewer than the program lets wait for a hash.
pub(crate) const AT_ONCE: usize = 16;

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub(crate) struct Learner {
    pub(crate) login: String,
    /// The header line with their session.
    pub(crate) cookie: String,
    /// The ids of their enrolments, by course.
    pub(crate) enrolments: BTreeMap<String, String>,
}

/// A conversation with the program, for what is not measured.
pub(crate) struct Conversation {
    server: SocketAddr,
    connection: Connection,
}

impl Conversation {
    pub(crate) async fn open(server: SocketAddr) -> Outcome<Self> {
        Ok(Self { server, connection: Connection::open(server).await? })
    }

    /// Asks for JSON.
    pub(crate) async fn get(&mut self, path: &str, cookie: &str) -> Outcome<Value> {
        self.ask(get(self.server, path, cookie)).await
    }

    /// Sends JSON.
    pub(crate) async fn post(&mut self, path: &str, cookie: &str, body: &str) -> Outcome<Value> {
        self.ask(post(self.server, path, cookie, body)).await
    }

    async fn ask(&mut self, request: Vec<u8>) -> Outcome<Value> {
        let frame = self.connection.exchange(&request).await?;
        expect_ok(&self.connection, frame).map_err(|failure| {
            let line = String::from_utf8_lossy(&request);
            Failure::from(format!("{}: {failure}", line.lines().next().unwrap_or_default()))
        })?;
        Ok(serde_json::from_slice(&self.connection.body(frame)?)?)
    }

    async fn sign_up(&mut self, login: &str) -> Outcome<Learner> {
        let form = json!({ "name": "Núria Okoro Vidal", "login": login, "password": PASSWORD, "language": "ca" });
        let request = post(self.server, "/api/v1/people", "", &form.to_string());
        let frame = self.connection.exchange(&request).await?;
        expect_ok(&self.connection, frame)?;
        let headers = self.connection.headers(frame)?;
        let cookie = headers.iter().find(|(name, _)| name == "set-cookie").ok_or("signed up without a session")?;
        let pair = cookie.1.split(';').next().unwrap_or_default();
        Ok(Learner { login: login.to_owned(), cookie: format!("Cookie: {pair}\r\n"), enrolments: BTreeMap::new() })
    }
}

/// Makes `count` people whose logins begin with `name`, enrolled in these courses.
pub(crate) async fn make(server: SocketAddr, name: &str, count: usize, courses: &[&str]) -> Outcome<Vec<Learner>> {
    let tasks: Vec<_> = (0..AT_ONCE)
        .map(|first| {
            let logins: Vec<String> = (first..count).step_by(AT_ONCE).map(|n| format!("{name}-{n}")).collect();
            let courses: Vec<String> = courses.iter().map(|course| (*course).to_owned()).collect();
            tokio::task::spawn_local(async move {
                let mut made = vec![];
                for login in logins {
                    // A connection each, and so an address each: nobody makes hundreds of accounts from one household.
                    let mut conversation = Conversation::open(server).await?;
                    let mut learner = conversation.sign_up(&login).await?;
                    for course in &courses {
                        let path = format!("/api/v1/courses/{course}/enrolments");
                        let enrolment = conversation.post(&path, &learner.cookie, "{}").await?;
                        let id = enrolment["id"].as_str().ok_or("an enrolment without an id")?;
                        learner.enrolments.insert(course.clone(), id.to_owned());
                    }
                    made.push(learner);
                }
                Ok::<_, Failure>(made)
            })
        })
        .collect();
    let mut learners = Vec::with_capacity(count);
    for task in tasks {
        learners.extend(task.await??);
    }
    Ok(learners)
}
