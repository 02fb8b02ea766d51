//! Signing in, beside one argon2id hash at the cost that the program is set to; and whether reading goes on meanwhile.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};
use serde_json::{Value, json};

use crate::figures::{Aim, Figure};
use crate::http::{COMPRESSED, Connection, Frame, get, post};
use crate::learners::{Learner, PASSWORD};
use crate::program::{Program, Serving};
use crate::stages::Pace;
use crate::traffic::{CONNECTIONS, Lane, Round, Script, drive, expect_ok};
use crate::{Failure, Outcome};

/// How many sign in at the same moment while others read.
const CROWD: usize = 8;

/// People who sign in one after another.
struct SigningIn {
    server: SocketAddr,
    logins: Vec<String>,
    at: usize,
}

impl Script for SigningIn {
    fn next(&mut self, request: &mut Vec<u8>) -> bool {
        let login = &self.logins[self.at % self.logins.len()];
        self.at += 1;
        let form = json!({ "login": login, "password": PASSWORD }).to_string();
        *request = post(self.server, "/api/v1/session", COMPRESSED, &form);
        true
    }

    fn check(&mut self, connection: &Connection, frame: Frame) -> Outcome<u32> {
        expect_ok(connection, frame)?;
        Ok(1)
    }
}

/// One hash after another for a time, in seconds a hash.
fn hashes(argon2: &Argon2<'_>, time: Duration) -> Outcome<f64> {
    let (mut out, mut count, began) = ([0; 32], 0_u32, Instant::now());
    while count == 0 || began.elapsed() < time {
        argon2
            .hash_password_into(PASSWORD.as_bytes(), b"sixteen bytes ok", &mut out)
            .map_err(|error| Failure::from(error.to_string()))?;
        count += 1;
    }
    Ok(began.elapsed().as_secs_f64() / f64::from(count))
}

fn configured(settings: &Value) -> Outcome<Argon2<'static>> {
    let number = |name: &str| {
        let value = settings["security"][name].as_u64().ok_or_else(|| format!("the setting security.{name} is gone"));
        Ok::<_, Failure>(u32::try_from(value?)?)
    };
    let params = Params::new(number("argon2_memory_kib")?, number("argon2_passes")?, 1, None);
    let params = params.map_err(|error| Failure::from(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Signs people in.
pub(crate) async fn measure(
    program: &Program,
    serving: &Serving,
    people: &[Learner],
    pace: &Pace,
) -> Outcome<Vec<Figure>> {
    let argon2 = configured(&program.settings()?)?;
    let logins: Vec<String> = people.iter().map(|learner| learner.login.clone()).collect();
    let server = serving.address;
    let lane = |at| Lane::scripted(server, Box::new(SigningIn { server, logins: logins.clone(), at }));
    let mut alone = vec![lane(0)];
    let (mut bare, mut rounds) = (vec![], vec![]);
    for _ in 0..pace.rounds {
        bare.push(hashes(&argon2, pace.sign_in)?);
        rounds.push(drive(&mut alone, pace.sign_in, serving.id()).await?);
    }
    let millis = |seconds: &f64| seconds * 1000.0;
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    let own: Vec<f64> = rounds.iter().map(|round| round.seconds * 1000.0 / round.requests as f64).collect();
    let hash: Vec<f64> = bare.iter().map(millis).collect();
    let mut figures =
        vec![Figure::beside("sign-in, one after another", "ms", &own, "one hash", &hash).aim(Aim::AtMost(1.10))];
    figures.extend(reading_meanwhile(serving, &logins, pace).await?);
    Ok(figures)
}

/// Reading with and without a crowd that signs in.
async fn reading_meanwhile(serving: &Serving, logins: &[String], pace: &Pace) -> Outcome<Vec<Figure>> {
    let server = serving.address;
    let mut readers = vec![];
    for _ in 0..CONNECTIONS {
        readers.push(Lane::same(server, get(server, "/api/v1/courses?lang=ca", COMPRESSED)));
    }
    let (mut quiet, mut busy, mut entered) = (vec![], vec![], vec![]);
    for round in 0..pace.rounds {
        quiet.push(drive(&mut readers, pace.sign_in, serving.id()).await?);
        let mut crowd = vec![];
        for place in 0..CROWD {
            let script = SigningIn { server, logins: logins.to_vec(), at: round * CROWD + place };
            crowd.push(Lane::scripted(server, Box::new(script)));
        }
        let coming = tokio::task::spawn_local({
            let (time, id) = (pace.sign_in, serving.id());
            async move { drive(&mut crowd, time, id).await }
        });
        busy.push(drive(&mut readers, pace.sign_in, serving.id()).await?);
        entered.push(coming.await??);
    }
    let rates = |rounds: &[Round]| rounds.iter().map(Round::rate).collect::<Vec<_>>();
    let slowest: Vec<u32> = busy.iter().map(|round| round.p99).collect();
    let name = format!("catalogue while {CROWD} people sign in at once");
    let crowd = format!("sign-ins a second of these {CROWD}");
    Ok(vec![
        Figure::beside(name, "/s", &rates(&busy), "nobody signing in", &rates(&quiet)).p99(&slowest),
        Figure::plain(crowd, crate::statistics::middle(&rates(&entered)).map_or(0.0, |middle| middle.median), "/s"),
    ])
}
