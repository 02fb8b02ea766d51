//! Certificates as PDF, each drawn for the first time: by the processor time that the program spends on one.

use std::net::SocketAddr;
use std::time::Duration;

use crate::Outcome;
use crate::figures::{Aim, Figure};
use crate::http::{COMPRESSED, Connection, Frame, get};
use crate::learners::{Conversation, Learner};
use crate::program::Serving;
use crate::stages::Pace;
use crate::statistics::middle;
use crate::traffic::{Lane, Round, Script, drive, expect_ok};

/// How many are drawn at once: as many as there are processors in the promise.
const AT_ONCE: usize = 2;
/// How long the last certificates may take to be issued.
const ISSUING: Duration = Duration::from_secs(20);
const LONGEST: Duration = Duration::from_secs(60);

/// Documents that are fetched one after another, each once.
struct Fetching {
    server: SocketAddr,
    codes: Vec<String>,
}

impl Script for Fetching {
    fn next(&mut self, request: &mut Vec<u8>) -> bool {
        let Some(code) = self.codes.pop() else { return false };
        *request = get(self.server, &format!("/api/v1/certificates/{code}/pdf"), COMPRESSED);
        true
    }

    fn check(&mut self, connection: &Connection, frame: Frame) -> Outcome<u32> {
        expect_ok(connection, frame)?;
        let document = connection.unpacked(frame)?;
        if document.starts_with(b"%PDF-") { Ok(1) } else { Err("a certificate that is no PDF".into()) }
    }
}

/// The numbers of these people's certificates, once all are issued.
async fn codes(server: SocketAddr, people: &[Learner]) -> Outcome<Vec<String>> {
    let mut conversation = Conversation::open(server).await?;
    let mut codes = vec![];
    let began = std::time::Instant::now();
    for learner in people {
        loop {
            let page = conversation.get("/api/v1/me/certificates", &learner.cookie).await?;
            if let Some(code) = page["items"][0]["code"].as_str() {
                codes.push(code.to_owned());
                break;
            }
            if began.elapsed() > ISSUING {
                return Err("somebody finished a course and has no certificate".into());
            }
            // Issuing is a job; nothing tells from outside when it is done.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    Ok(codes)
}

/// Waits until each of them holds a certificate.
pub(crate) async fn issued(server: SocketAddr, people: &[Learner]) -> Outcome<()> {
    codes(server, people).await.map(|_| ())
}

/// Draws all certificates of these people.
pub(crate) async fn measure(serving: &Serving, people: &[Learner], pace: &Pace) -> Outcome<Vec<Figure>> {
    let server = serving.address;
    let mut codes = codes(server, people).await?;
    // The first document loads fonts and template: that is the start's cost, not a document's.
    let warm = codes.pop().ok_or("nobody has a certificate")?;
    draw(serving, vec![warm]).await?;
    let mut rounds: Vec<Round> = vec![];
    for part in codes.chunks(codes.len().div_ceil(pace.rounds).max(1)) {
        rounds.push(draw(serving, part.to_vec()).await?);
    }
    let by_time: Vec<f64> = rounds.iter().map(Round::rate).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    let by_core: Vec<f64> = rounds.iter().filter_map(|round| Some(round.requests as f64 / round.processor?)).collect();
    let slowest: Vec<u32> = rounds.iter().map(|round| round.p99).collect();
    let mut figures = vec![];
    if let Some(middle) = middle(&by_core) {
        let name = "certificate PDF, for each core's second";
        figures.push(Figure::plain(name, middle.median, "").aim(Aim::AtLeast(150.0)));
    }
    let rate = middle(&by_time).map_or(0.0, |middle| middle.median);
    figures.push(Figure::plain(format!("certificate PDF, {AT_ONCE} at once"), rate, "/s").p99(&slowest));
    Ok(figures)
}

async fn draw(serving: &Serving, codes: Vec<String>) -> Outcome<Round> {
    let server = serving.address;
    let mut lanes = vec![];
    for part in codes.chunks(codes.len().div_ceil(AT_ONCE).max(1)) {
        lanes.push(Lane::scripted(server, Box::new(Fetching { server, codes: part.to_vec() })));
    }
    drive(&mut lanes, LONGEST, serving.id()).await
}
