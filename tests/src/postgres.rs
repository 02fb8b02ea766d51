//! A PostgreSQL cluster of its own for the tests of one process: started on first use in a temporary folder, reached by a
//! Unix socket (no port), gone when the process ends, however it ends.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// The running cluster.
struct Cluster {
    folder: PathBuf,
    bin: PathBuf,
    account: Option<&'static str>,
    /// Its standard input keeps the cluster alive: when this process ends, the pipe closes and the keeper cleans up.
    _keeper: Child,
}

static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();

/// Makes an empty database and gives its address. The cluster is started when it is the first.
///
/// # Errors
/// In words, when PostgreSQL is not installed or does not start.
pub fn fresh_database() -> Result<String, String> {
    let cluster = CLUSTER.get_or_init(start).as_ref().map_err(Clone::clone)?;
    let name = format!("t{}", uuid::Uuid::new_v4().simple());
    run(cluster
        .command("psql")
        .args(["-h", &cluster.folder.to_string_lossy(), "-U", "aulari", "-d", "postgres", "-q", "-c"])
        .arg(format!("CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")))?;
    let host = cluster.folder.to_string_lossy().replace('/', "%2F");
    Ok(format!("postgres://aulari@{host}/{name}"))
}

/// The newest PostgreSQL of Debian's packages, or whichever `pg_config` knows.
fn binaries() -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, path)| path.join("initdb").exists())
        .collect();
    found.sort();
    found.pop().map(|(_, path)| path).or_else(|| {
        let output = Command::new("pg_config").arg("--bindir").output().ok()?;
        let path = PathBuf::from(String::from_utf8(output.stdout).ok()?.trim());
        path.join("initdb").exists().then_some(path)
    })
}

fn start() -> Result<Cluster, String> {
    let bin = binaries().ok_or("PostgreSQL is not installed (Debian: apt-get install postgresql)")?;
    // PostgreSQL refuses to run as root: then the account that Debian's package made runs it.
    let root = run(Command::new("id").arg("-u"))?.trim() == "0";
    let account = root.then_some("postgres");
    let folder = std::env::temp_dir().join(format!("aulari-pg-{}", uuid::Uuid::new_v4().simple()));
    std::fs::create_dir(&folder).map_err(|error| error.to_string())?;
    if let Some(account) = account {
        run(Command::new("chown").arg(account).arg(&folder))?;
    }
    let data = folder.join("data");
    run(as_account(account, &bin.join("initdb")).arg("-D").arg(&data).args([
        "--username=aulari",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
        "--no-instructions",
    ]))?;
    let keeper = keep(account, &bin, &folder, &data)?;
    let cluster = Cluster { folder, bin, account, _keeper: keeper };
    wait_until_ready(&cluster)?;
    Ok(cluster)
}

/// Starts the server under a small shell that waits for its standard input to close, then stops it and removes the folder.
fn keep(account: Option<&str>, bin: &Path, folder: &Path, data: &Path) -> Result<Child, String> {
    let script = r#"
        "$1/postgres" -D "$2" -k "$3" -c listen_addresses= -c fsync=off -c max_connections=200 \
            -c shared_buffers=32MB -c logging_collector=off >"$3/log" 2>&1 </dev/null &
        server=$!
        cat >/dev/null
        kill -INT "$server"
        wait "$server"
        rm -rf "$3"
    "#;
    let mut child = as_account(account, Path::new("/bin/sh"))
        .args(["-c", script, "keeper"])
        .args([bin, data, folder])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    if let Some(pipe) = child.stdin.as_mut() {
        pipe.flush().map_err(|error| error.to_string())?;
    }
    Ok(child)
}

fn wait_until_ready(cluster: &Cluster) -> Result<(), String> {
    let began = Instant::now();
    loop {
        let ready = cluster
            .command("pg_isready")
            .args(["-q", "-h", &cluster.folder.to_string_lossy()])
            .status()
            .is_ok_and(|status| status.success());
        if ready {
            return Ok(());
        }
        if began.elapsed() > Duration::from_secs(30) {
            let log = std::fs::read_to_string(cluster.folder.join("log")).unwrap_or_default();
            return Err(format!("PostgreSQL did not start: {log}"));
        }
        // The server offers nothing to wait for but its own answer.
        std::thread::sleep(Duration::from_millis(20));
    }
}

impl Cluster {
    fn command(&self, program: &str) -> Command {
        as_account(self.account, &self.bin.join(program))
    }
}

fn as_account(account: Option<&str>, program: &Path) -> Command {
    let mut command = match account {
        Some(account) => {
            let mut command = Command::new("runuser");
            command.args(["-u", account, "--"]).arg(program);
            command
        }
        None => Command::new(program),
    };
    // The folder of whoever runs the tests may be closed to the account.
    command.current_dir("/");
    command
}

fn run(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)))
    }
}
