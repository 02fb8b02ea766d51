//! Closed loops over keep-alive connections: each sends its next request once it has the answer to the last.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use crate::http::{Connection, Frame};
use crate::process::processor_seconds;
use crate::statistics::quantile;
use crate::{Failure, Outcome};

/// As many as the promises name.
pub(crate) const CONNECTIONS: usize = 64;

/// What one connection asks for, again and again.
pub(crate) trait Script {
    /// Puts the next request in the place of the last; `false` when there is none left.
    fn next(&mut self, request: &mut Vec<u8>) -> bool;
    /// Looks at the answer; says how many things it acknowledged.
    fn check(&mut self, connection: &Connection, frame: Frame) -> Outcome<u32>;
}

/// The same request for ever; every answer must be 200.
pub(crate) struct Same(pub(crate) Vec<u8>);

impl Script for Same {
    fn next(&mut self, request: &mut Vec<u8>) -> bool {
        if request.is_empty() {
            request.extend_from_slice(&self.0);
        }
        true
    }

    fn check(&mut self, connection: &Connection, frame: Frame) -> Outcome<u32> {
        expect_ok(connection, frame)?;
        Ok(1)
    }
}

/// An answer that is not 200 stops the measurement with its words.
pub(crate) fn expect_ok(connection: &Connection, frame: Frame) -> Outcome<()> {
    if frame.status == 200 {
        return Ok(());
    }
    let answer = connection.text(frame)?;
    Err(format!("status {}: {}", frame.status, answer.chars().take(1500).collect::<String>()).into())
}

/// What one connection asks for. The connection itself is made anew for each round: between rounds it would stand idle for
/// longer than a server waits.
pub(crate) struct Lane {
    server: SocketAddr,
    script: Box<dyn Script>,
}

impl Lane {
    /// Asks the same again and again.
    pub(crate) fn same(server: SocketAddr, request: Vec<u8>) -> Self {
        Self::scripted(server, Box::new(Same(request)))
    }

    /// Asks something new each time.
    pub(crate) fn scripted(server: SocketAddr, script: Box<dyn Script>) -> Self {
        Self { server, script }
    }

    async fn drive(&mut self, connection: &mut Connection, until: Instant, taken: &mut Vec<u32>) -> Outcome<u64> {
        let mut acknowledged = 0;
        let mut request = vec![];
        while Instant::now() < until && self.script.next(&mut request) {
            let began = Instant::now();
            let frame = connection.exchange(&request).await?;
            taken.push(u32::try_from(began.elapsed().as_micros()).unwrap_or(u32::MAX));
            acknowledged += u64::from(self.script.check(connection, frame)?);
        }
        Ok(acknowledged)
    }
}

/// What a round gave.
#[derive(Clone, Debug, Default)]
pub(crate) struct Round {
    pub(crate) seconds: f64,
    pub(crate) requests: u64,
    pub(crate) acknowledged: u64,
    /// Microseconds of the request below which 99 % lie.
    pub(crate) p99: u32,
    /// Seconds that processors worked for the server.
    pub(crate) processor: Option<f64>,
}

#[expect(clippy::cast_precision_loss, reason = "counts of a few seconds")]
impl Round {
    /// Requests a second.
    pub(crate) fn rate(&self) -> f64 {
        self.requests as f64 / self.seconds
    }

    /// Acknowledged things a second.
    pub(crate) fn acknowledged_rate(&self) -> f64 {
        self.acknowledged as f64 / self.seconds
    }

    /// Microseconds of processor for each request.
    pub(crate) fn processor_each(&self) -> Option<f64> {
        Some(self.processor? * 1e6 / self.requests as f64)
    }
}

/// Drives all lanes for a time, or until each has nothing left to ask. `id` is the server's process.
pub(crate) async fn drive(lanes: &mut Vec<Lane>, time: Duration, id: u32) -> Outcome<Round> {
    let mut connections = Vec::with_capacity(lanes.len());
    for lane in lanes.iter() {
        connections.push(Connection::open(lane.server).await?);
    }
    let before = processor_seconds(id);
    let began = Instant::now();
    let until = began + time;
    let tasks: Vec<_> = lanes
        .drain(..)
        .zip(connections)
        .map(|(mut lane, mut connection)| {
            tokio::task::spawn_local(async move {
                let mut taken = Vec::with_capacity(4096);
                let acknowledged = lane.drive(&mut connection, until, &mut taken).await?;
                Ok::<_, Failure>((lane, taken, acknowledged))
            })
        })
        .collect();
    let mut round = Round::default();
    let mut all: Vec<u32> = vec![];
    for task in tasks {
        let (lane, taken, acknowledged) = task.await??;
        lanes.push(lane);
        round.requests += taken.len() as u64;
        round.acknowledged += acknowledged;
        all.extend(taken);
    }
    round.seconds = began.elapsed().as_secs_f64();
    round.processor = before.and_then(|before| Some(processor_seconds(id)? - before));
    round.p99 = quantile(&mut all, 0.99);
    Ok(round)
}
