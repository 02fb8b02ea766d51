//! The first visit: what a real browser asks for, counted on the wire by a relay that stands between it and the program.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::Outcome;
use crate::figures::{Aim, Figure};
use crate::http::Connection;
use crate::program::Serving;
use crate::scratch::Scratch;

/// The names that browsers of this family go by.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// A visit that takes longer is over.
const PATIENCE: Duration = Duration::from_secs(45);

/// An answer that went by.
#[derive(Clone, Debug)]
struct Seen {
    path: String,
    script: bool,
    bytes: usize,
}

/// Visits the start page and the catalogue, each with nothing kept from before.
pub(crate) async fn measure(serving: &Serving, folder: &Path) -> Outcome<Vec<Figure>> {
    let Some(browser) = browser() else {
        eprintln!(
            "load: no Chromium is installed: the bytes of the first visit are NOT MEASURED (Debian: apt-get install chromium)"
        );
        return Ok(vec![]);
    };
    let mut figures = vec![];
    for (name, path) in [("start page", "/"), ("catalogue", "/courses")] {
        let seen = visit(&browser, serving.address, folder, path).await?;
        if !seen.iter().any(|seen| seen.script) {
            return Err(format!("the browser asked for no script on {path}: is the interface built?").into());
        }
        let kilobytes = |only: &dyn Fn(&&Seen) -> bool| {
            #[expect(clippy::cast_precision_loss, reason = "kilobytes")]
            let bytes = seen.iter().filter(only).map(|seen| seen.bytes).sum::<usize>() as f64;
            bytes / 1000.0
        };
        let all = format!("first visit, {name}, {} answers", seen.len());
        let scripts = format!("first visit, {name}, scripts");
        figures.push(Figure::plain(all, kilobytes(&|_| true), "kB").aim(Aim::AtMost(150.0)));
        figures.push(Figure::plain(scripts, kilobytes(&|seen| seen.script), "kB").aim(Aim::AtMost(60.0)));
    }
    Ok(figures)
}

fn browser() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    BROWSERS.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()))
}

async fn visit(browser: &Path, server: SocketAddr, folder: &Path, path: &str) -> Outcome<Vec<Seen>> {
    let relay = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = relay.local_addr()?;
    let seen: Arc<Mutex<Vec<Seen>>> = Arc::default();
    let accepting = tokio::task::spawn_local({
        let seen = Arc::clone(&seen);
        async move {
            while let Ok((stream, _)) = relay.accept().await {
                let seen = Arc::clone(&seen);
                // A browser drops connections as it likes: that is the end of one, not a fault.
                tokio::task::spawn_local(async move { pass(stream, server, &seen).await.ok() });
            }
        }
    });
    let profile = Scratch::inside(folder)?;
    let mut child = tokio::process::Command::new(browser)
        .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"])
        .args(["--window-size=360,740", "--lang=ca", "--virtual-time-budget=8000", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(format!("http://{address}{path}"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let mut page = String::new();
    let mut output = child.stdout.take().ok_or("the browser has no output")?;
    tokio::time::timeout(PATIENCE, output.read_to_string(&mut page)).await.map_err(|_| "the browser hangs")??;
    child.wait().await?;
    accepting.abort();
    if !page.contains("<main") {
        return Err(format!("{path} showed nothing in the browser").into());
    }
    let seen = seen.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Ok(seen)
}

/// Passes requests and answers on, and notes how long the answers are.
async fn pass(mut browser: TcpStream, server: SocketAddr, seen: &Mutex<Vec<Seen>>) -> Outcome<()> {
    let mut connection = Connection::open(server).await?;
    let mut waiting: Vec<u8> = vec![];
    loop {
        let Some(length) = request_length(&waiting)? else {
            let mut part = [0; 16 * 1024];
            let read = browser.read(&mut part).await?;
            if read == 0 {
                return Ok(());
            }
            waiting.extend_from_slice(&part[..read]);
            continue;
        };
        let request: Vec<u8> = waiting.drain(..length).collect();
        let frame = connection.exchange(&request).await?;
        let headers = connection.headers(frame)?;
        let kind = headers.iter().find(|(name, _)| name == "content-type").map(|(_, value)| value.as_str());
        let text = String::from_utf8_lossy(&request);
        let noted = Seen {
            path: text.split(' ').nth(1).unwrap_or_default().to_owned(),
            script: kind.is_some_and(|kind| kind.contains("javascript")),
            bytes: connection.raw(frame).len(),
        };
        if std::env::var_os("AULARI_BENCH_SHOW_VISIT").is_some() {
            eprintln!("load: {:>8} bytes  {}", noted.bytes, noted.path);
        }
        seen.lock().unwrap_or_else(PoisonError::into_inner).push(noted);
        browser.write_all(connection.raw(frame)).await?;
    }
}

/// The length of the first whole request, head and body.
fn request_length(bytes: &[u8]) -> Outcome<Option<usize>> {
    let mut places = [httparse::EMPTY_HEADER; 64];
    let mut parsed = httparse::Request::new(&mut places);
    let httparse::Status::Complete(head) = parsed.parse(bytes)? else { return Ok(None) };
    let length = parsed.headers.iter().find(|header| header.name.eq_ignore_ascii_case("content-length"));
    let body = length.map(|header| std::str::from_utf8(header.value)).transpose()?.map_or(Ok(0), str::parse)?;
    Ok((bytes.len() >= head + body).then_some(head + body))
}
