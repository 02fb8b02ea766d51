//! The baseline of answers: a bare actix server, in a process of its own, that gives for each address a fixed body with fixed
//! headers: those that the program gave a moment before.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use actix_web::web::{self, Bytes};
use actix_web::{App, HttpResponse, HttpServer};
use serde::{Deserialize, Serialize};

use crate::Outcome;
use crate::program::stop;

/// An answer to repeat.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Fixed {
    /// All but length and date, which any server gives by itself.
    pub(crate) headers: Vec<(String, String)>,
    /// The body as it goes over the wire.
    pub(crate) body: Vec<u8>,
}

/// The baseline while it runs.
pub(crate) struct Bare {
    pub(crate) address: SocketAddr,
    child: Child,
}

impl Bare {
    /// Starts it with these answers; the address of the first is `/0`.
    pub(crate) fn start(folder: &Path, answers: &[Fixed]) -> Outcome<Self> {
        std::fs::write(file(folder), serde_json::to_vec(answers)?)?;
        let mut child =
            Command::new(std::env::current_exe()?).arg("bare").arg(folder).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        let output = child.stdout.take().ok_or("the bare server has no output")?;
        BufReader::new(output).read_line(&mut line)?;
        Ok(Self { address: line.trim().parse()?, child })
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        stop(&mut self.child);
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("bare.json")
}

/// The server itself: says its address, then answers until it is stopped.
pub(crate) fn serve(folder: &Path) -> Outcome<()> {
    let answers: Vec<Fixed> = serde_json::from_slice(&std::fs::read(file(folder))?)?;
    let answers: Vec<(Vec<(String, String)>, Bytes)> =
        answers.into_iter().map(|answer| (answer.headers, Bytes::from(answer.body))).collect();
    actix_web::rt::System::new().block_on(async move {
        let server = HttpServer::new(move || {
            let mut app = App::new();
            for (place, (headers, body)) in answers.iter().enumerate() {
                let (headers, body) = (headers.clone(), body.clone());
                app = app.route(
                    &format!("/{place}"),
                    web::get().to(move || {
                        let mut response = HttpResponse::Ok();
                        for (name, value) in &headers {
                            response.append_header((name.as_str(), value.as_str()));
                        }
                        std::future::ready(response.body(body.clone()))
                    }),
                );
            }
            app
        })
        .bind(("127.0.0.1", 0))?;
        let address = server.addrs().first().copied().ok_or("the bare server has no address")?;
        println!("{address}");
        server.run().await?;
        Ok(())
    })
}
