//! Pages and answers that are read: each beside a bare server that gives the very same bytes.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use crate::bare::{Bare, Fixed};
use crate::figures::{Aim, Figure};
use crate::http::{COMPRESSED, Connection, get};
use crate::learners::{Conversation, Learner};
use crate::program::Serving;
use crate::traffic::{CONNECTIONS, Lane, Round, drive, expect_ok};
use crate::{Outcome, stages::Pace};

/// The promise for an answer that is the same for everybody.
const SHARED: Aim = Aim::AtLeast(0.70);
/// The promise for a person's own.
const PERSONAL: Aim = Aim::AtLeast(0.45);
/// The headers that every server gives by itself.
const OWN_HEADERS: [&str; 3] = ["content-length", "transfer-encoding", "date"];
/// The course that is looked at.
pub(crate) const COURSE: &str = "stop-check-decide";
/// Its unit.
pub(crate) const UNIT: &str = "the-five-signs";

/// Something to read.
struct Case {
    name: &'static str,
    aim: Option<Aim>,
    /// The request of each connection.
    requests: Vec<Vec<u8>>,
}

/// The addresses that the cases need to know.
struct Places {
    version: String,
    certificate: Option<String>,
}

/// Reads everything, case by case.
pub(crate) async fn measure(
    serving: &Serving,
    folder: &Path,
    learners: &[Learner],
    pace: &Pace,
) -> Outcome<Vec<Figure>> {
    let cases = cases(serving.address, learners).await?;
    let mut answers = vec![];
    for case in &cases {
        answers.push(answer(serving.address, case).await?);
    }
    let bare = Bare::start(folder, &answers)?;
    let mut figures = vec![];
    for (place, (case, fixed)) in cases.iter().zip(&answers).enumerate() {
        figures.push(beside(serving, &bare, place, case, fixed, pace).await?);
    }
    Ok(figures)
}

async fn cases(server: SocketAddr, learners: &[Learner]) -> Outcome<Vec<Case>> {
    let places = places(server, learners).await?;
    let anonymous = |path: &str| vec![get(server, path, COMPRESSED); CONNECTIONS];
    let signed_in = |path: &dyn Fn(&Learner) -> String| {
        learners
            .iter()
            .cycle()
            .take(CONNECTIONS)
            .map(|learner| get(server, &path(learner), &format!("{COMPRESSED}{}", learner.cookie)))
            .collect()
    };
    let lesson = format!("/api/v1/courses/{COURSE}/versions/{}/units/{UNIT}?lang=ca", places.version);
    let enrolment = |learner: &Learner| learner.enrolments.get(COURSE).cloned().unwrap_or_default();
    let shared = |name, path: &str| Case { name, aim: Some(SHARED), requests: anonymous(path) };
    let shared_signed_in =
        |name, path: &str| Case { name, aim: Some(SHARED), requests: signed_in(&|_: &Learner| path.to_owned()) };
    let personal =
        |name, path: &dyn Fn(&Learner) -> String| Case { name, aim: Some(PERSONAL), requests: signed_in(path) };
    let mut cases = vec![
        shared("catalogue, page", "/courses?lang=ca"),
        shared("catalogue, answer", "/api/v1/courses?lang=ca"),
        shared_signed_in("catalogue, answer, signed in", "/api/v1/courses?lang=ca"),
        shared("course, page", &format!("/courses/{COURSE}?lang=ca")),
        shared("course, answer", &format!("/api/v1/courses/{COURSE}?lang=ca")),
        personal("course, answer, own enrolment", &|_: &Learner| format!("/api/v1/courses/{COURSE}?lang=ca")),
        shared("lesson, content", &lesson),
        shared_signed_in("lesson, content, signed in", &lesson),
        personal("lesson, own state", &|learner| format!("/api/v1/me/enrolments/{}/units/{UNIT}", enrolment(learner))),
        personal("enrolment, own", &|learner| format!("/api/v1/me/enrolments/{}", enrolment(learner))),
        personal("my learning", &|_: &Learner| "/api/v1/me/enrolments".to_owned()),
        personal("who am I", &|_: &Learner| "/api/v1/session".to_owned()),
    ];
    if let Some(code) = places.certificate {
        cases.push(shared("certificate, page", &format!("/verify/{code}?lang=ca")));
        cases.push(shared("certificate, verification", &format!("/api/v1/certificates/{code}")));
        cases.push(shared_signed_in("certificate, verification, signed in", &format!("/api/v1/certificates/{code}")));
        cases.push(personal("certificates, own", &|_: &Learner| "/api/v1/me/certificates".to_owned()));
    }
    Ok(cases)
}

async fn places(server: SocketAddr, learners: &[Learner]) -> Outcome<Places> {
    let mut conversation = Conversation::open(server).await?;
    let page = conversation.get(&format!("/api/v1/courses/{COURSE}?lang=ca"), "").await?;
    let version = page["versionId"].as_str().ok_or("a course page without its version")?.to_owned();
    let learner = learners.first().ok_or("nobody to read")?;
    let own = conversation.get("/api/v1/me/certificates", &learner.cookie).await?;
    let certificate = own["items"][0]["code"].as_str().map(ToOwned::to_owned);
    Ok(Places { version, certificate })
}

/// What the program answers to the first request of a case.
async fn answer(server: SocketAddr, case: &Case) -> Outcome<Fixed> {
    let mut connection = Connection::open(server).await?;
    let request = case.requests.first().ok_or("a case without a request")?;
    let frame = connection.exchange(request).await?;
    expect_ok(&connection, frame).map_err(|failure| format!("{}: {failure}", case.name))?;
    let headers = connection.headers(frame)?;
    Ok(Fixed {
        headers: headers.into_iter().filter(|(name, _)| !OWN_HEADERS.contains(&name.as_str())).collect(),
        body: connection.body(frame)?,
    })
}

/// A case and its baseline by turns; who begins changes from round to round.
async fn beside(
    serving: &Serving,
    bare: &Bare,
    place: usize,
    case: &Case,
    fixed: &Fixed,
    pace: &Pace,
) -> Outcome<Figure> {
    let (mut own, mut others) = (vec![], vec![]);
    for request in &case.requests {
        own.push(Lane::same(serving.address, request.clone()));
        // The same request headers: reading them costs the baseline as much.
        let text = String::from_utf8_lossy(request);
        let path = text.split(' ').nth(1).unwrap_or_default();
        others.push(Lane::same(bare.address, text.replacen(path, &format!("/{place}"), 1).into_bytes()));
    }
    let warm = Duration::from_millis(100);
    drive(&mut own, warm, serving.id()).await?;
    drive(&mut others, warm, bare.id()).await?;
    let (mut rounds, mut baseline) = (vec![], vec![]);
    for round in 0..pace.rounds {
        if round % 2 == 0 {
            rounds.push(drive(&mut own, pace.read, serving.id()).await?);
        }
        baseline.push(drive(&mut others, pace.read, bare.id()).await?);
        if round % 2 == 1 {
            rounds.push(drive(&mut own, pace.read, serving.id()).await?);
        }
    }
    let rates = |rounds: &[Round]| rounds.iter().map(Round::rate).collect::<Vec<_>>();
    let each = |rounds: &[Round]| rounds.iter().map(Round::processor_each).collect::<Vec<_>>();
    let p99: Vec<u32> = rounds.iter().map(|round| round.p99).collect();
    let name = format!("{}, {} bytes", case.name, fixed.body.len());
    let figure = Figure::beside(name, "/s", &rates(&rounds), "bare actix", &rates(&baseline))
        .processor(&each(&rounds), &each(&baseline))
        .p99(&p99);
    Ok(match case.aim {
        Some(aim) => figure.aim(aim),
        None => figure,
    })
}
