//! The program under measurement: the real binary as a process of its own on a data folder that is thrown away.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::http::{Connection, get};
use crate::{Failure, Outcome};

/// Names an empty PostgreSQL database to measure on instead of SQLite.
pub(crate) const DATABASE: &str = "AULARI_BENCH_DATABASE_URL";
/// How long starting and stopping may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Binary and data.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub(crate) binary: PathBuf,
    pub(crate) data: PathBuf,
}

/// The program while it serves.
pub(crate) struct Serving {
    pub(crate) address: SocketAddr,
    /// From the start of the process to its first answer.
    pub(crate) ready_after: Duration,
    child: Child,
}

impl Program {
    /// A command of the program, with an organisation that can issue certificates.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .arg("--data")
            .arg(&self.data)
            .args(arguments)
            .env("AULARI_ORGANISATION__NAME", "Aulari")
            .env("AULARI_ORGANISATION__LEGAL_NAME", "Ajuntament de Vila Mesura")
            .env("AULARI_ORGANISATION__TAX_NUMBER", "P0000000A")
            .env("AULARI_ORGANISATION__SIGNATORY", "Direcció de Formació")
            .env("AULARI_ORGANISATION__PLACE", "Vila Mesura")
            // Everybody who is measured comes from one address.
            .env("AULARI_SECURITY__ADDRESS_LIMITS", "false");
        if let Some(url) = std::env::var_os(DATABASE) {
            command.env("AULARI_DATABASE__URL", url);
        }
        command
    }

    /// Runs a command to its end and gives what it printed.
    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome<String> {
        let output = self.command(arguments).output().map_err(|error| self.cannot_start(&error))?;
        if output.status.success() {
            return Ok(String::from_utf8(output.stdout)?);
        }
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(format!("aulari {}: {words}", arguments.join(" ")).into())
    }

    /// Beside the data, not in it: the data folder holds nothing but data.
    fn log(&self) -> PathBuf {
        self.data.with_extension("log")
    }

    fn cannot_start(&self, error: &std::io::Error) -> Failure {
        format!("{}: {error} (make bench builds it)", self.binary.display()).into()
    }

    /// Imports and publishes every course folder; says how many.
    pub(crate) fn import(&self, courses: &Path) -> Outcome<usize> {
        let folders = course_folders(courses)?;
        let mut arguments = vec!["--json", "import", "--publish"];
        let paths: Vec<&str> = folders.iter().filter_map(|folder| folder.to_str()).collect();
        arguments.extend(&paths);
        self.run(&arguments)?;
        Ok(paths.len())
    }

    /// Looks through the whole ledger; says how many facts are in it.
    pub(crate) fn facts(&self) -> Outcome<u64> {
        let report: Value = serde_json::from_str(&self.run(&["--json", "ledger", "verify"])?)?;
        report["facts"].as_u64().ok_or_else(|| "the ledger does not say how many facts it holds".into())
    }

    /// The settings as the program sees them.
    pub(crate) fn settings(&self) -> Outcome<Value> {
        let report: Value = serde_json::from_str(&self.run(&["--json", "doctor"])?)?;
        Ok(report["settings"].clone())
    }

    /// Starts serving and waits for the first answer.
    pub(crate) async fn serve(&self) -> Outcome<Serving> {
        // Free now; nobody else is expected to want it within the next milliseconds.
        let address = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?;
        let began = Instant::now();
        let child = self
            .command(&["serve", "--listen", &address.to_string()])
            .stdout(Stdio::null())
            // Logs as they are by default, into a file as a service manager would keep them.
            .stderr(std::fs::OpenOptions::new().create(true).append(true).open(self.log())?)
            .spawn()
            .map_err(|error| self.cannot_start(&error))?;
        let mut serving = Serving { address, ready_after: Duration::ZERO, child };
        while !answers(address).await {
            if let Some(status) = serving.child.try_wait()? {
                let log = std::fs::read_to_string(self.log()).unwrap_or_default();
                return Err(format!("the program ended with {status} instead of serving: {log}").into());
            }
            if began.elapsed() > PATIENCE {
                return Err("the program did not answer within 30 s".into());
            }
            // The process offers nothing to wait for but its own answer.
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        serving.ready_after = began.elapsed();
        Ok(serving)
    }
}

async fn answers(address: SocketAddr) -> bool {
    let Ok(mut connection) = Connection::open(address).await else { return false };
    connection.exchange(&get(address, "/api/v1/site", "")).await.is_ok_and(|frame| frame.status == 200)
}

impl Serving {
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        stop(&mut self.child);
    }
}

/// Asks a process to end in order; ends it by force when it does not.
pub(crate) fn stop(child: &mut Child) {
    let asked = Command::new("kill").arg(child.id().to_string()).status().is_ok_and(|status| status.success());
    let began = Instant::now();
    while asked && began.elapsed() < PATIENCE {
        match child.try_wait() {
            Ok(None) => std::thread::sleep(Duration::from_millis(10)),
            _ => return,
        }
    }
    // Gone already is as good as ended.
    let _ = child.kill();
    let _ = child.wait();
}

/// The folders with a course in them, by name.
pub(crate) fn course_folders(courses: &Path) -> Outcome<Vec<PathBuf>> {
    let read = std::fs::read_dir(courses).map_err(|error| format!("{}: {error}", courses.display()))?;
    let mut folders: Vec<PathBuf> =
        read.flatten().map(|entry| entry.path()).filter(|path| path.join("course.toml").is_file()).collect();
    folders.sort();
    if folders.is_empty() {
        return Err(format!("{}: no course in it", courses.display()).into());
    }
    Ok(folders)
}
