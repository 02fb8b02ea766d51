//! `aulari demo`: fresh data, sample courses, a person for each role.

use std::{
    fs::{File, TryLockError},
    io::Write,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use serde_json::json;
use vocabulary::SystemClock;

use super::{
    Context, Done, Failure, data,
    out::{self, Progress},
    serve::until_stopped,
};
use crate::{demo::SignIn, run};

/// The living demo on fresh data.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Address and port to listen on.
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// The password of all demo people; a fresh one when missing.
    #[arg(long)]
    password: Option<String>,
    /// The folder of the sample courses.
    #[arg(long, env = "AULARI_CONTENT_SAMPLES")]
    samples: Option<PathBuf>,
}

/// What tells that a folder holds a demo and may be emptied.
const MARK: &str = ".aulari-demo";

pub(super) async fn run(context: &Context, command: Demo) -> Done {
    let folder = if context.data == Path::new("data") { PathBuf::from("demo-data") } else { context.data.clone() };
    let mut settings = data::settings(&Context { data: folder.clone(), json: false })?;
    if let Some(listen) = command.listen {
        settings.server.listen = listen;
    }
    // A demo is never made on a database that somebody named for real work.
    settings.database = crate::settings::Database::default();
    settings.storage.url = None;
    let samples = command
        .samples
        .or_else(samples)
        .ok_or_else(|| Failure::Input("the sample courses are not here: name their folder with --samples".into()))?;
    // The address first, then the data: a demo that runs already keeps what it has.
    let door = run::listen(&settings)?;
    let _ours = fresh(&folder)?;
    let progress = Progress::open("Preparing the demo: sample courses, people and their history");
    let (running, people) =
        run::start_demo_behind(door, &settings, &folder, &samples, command.password, Arc::new(SystemClock)).await?;
    drop(progress);
    tell(context, &running.url(), &people);
    until_stopped().await;
    running.stop().await;
    Ok(())
}

/// Where it is and how to come in.
fn tell(context: &Context, url: &str, people: &[SignIn]) {
    if context.json {
        let people: Vec<_> = people
            .iter()
            .map(|person| json!({ "role": person.role, "login": person.login, "password": person.password }))
            .collect();
        out::json(&json!({ "url": url, "people": people }));
        return;
    }
    let rule = "=".repeat(url.len() + 26);
    out::line(format_args!("\n{rule}\n   The demo is ready at {url}\n{rule}\n"));
    out::line("Open that address in a browser and enter with one tap, or sign in:");
    for person in people {
        out::line(format_args!("  {:<28} {}", person.login, person.password));
    }
    out::line("\nCtrl+C ends it. Each start begins with fresh data.");
}

/// Empties the folder of an earlier demo and keeps it for this one as long as the file that is given lives. A folder with
/// anything else in it, or of a demo that still runs, is left alone.
fn fresh(folder: &Path) -> Result<File, Failure> {
    let at = |error: std::io::Error| Failure::System(format!("{}: {error}", folder.display()));
    let mark = folder.join(MARK);
    let empty = !folder.exists() || std::fs::read_dir(folder).map_err(at)?.next().is_none();
    if !empty && !mark.exists() {
        return Err(Failure::Input(format!(
            "{} holds data that is no demo: name another folder with --data",
            folder.display()
        )));
    }
    std::fs::create_dir_all(folder).map_err(at)?;
    let mut ours = File::options().create(true).truncate(false).write(true).open(&mark).map_err(at)?;
    match ours.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(Failure::Input(format!(
                "another demo runs on {}: stop it, or name another folder with --data",
                folder.display()
            )));
        }
        Err(TryLockError::Error(error)) => return Err(at(error)),
    }
    for entry in std::fs::read_dir(folder).map_err(at)? {
        let path = entry.map_err(at)?.path();
        if path.is_dir() {
            std::fs::remove_dir_all(&path).map_err(at)?;
        } else if path != mark {
            std::fs::remove_file(&path).map_err(at)?;
        }
    }
    ours.write_all(b"This folder is emptied at each start of the demo.\n").map_err(at)?;
    Ok(ours)
}

/// `content-samples` beside where the program is started, or where it was built.
fn samples() -> Option<PathBuf> {
    let here = PathBuf::from("content-samples");
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content-samples");
    [here, built].into_iter().find(|folder| folder.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_demo_left_is_emptied() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("demo");
        let first = fresh(&folder).unwrap();
        std::fs::create_dir(folder.join("blobs")).unwrap();
        std::fs::write(folder.join("aulari.db"), "x").unwrap();
        assert!(matches!(fresh(&folder), Err(Failure::Input(said)) if said.contains("another demo runs")));
        assert!(folder.join("aulari.db").exists(), "a demo that runs keeps its data");
        drop(first);
        drop(fresh(&folder).unwrap());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);

        let real = place.path().join("real");
        std::fs::create_dir(&real).unwrap();
        std::fs::write(real.join("aulari.db"), "x").unwrap();
        assert!(matches!(fresh(&real), Err(Failure::Input(said)) if said.contains("no demo")));
        assert!(real.join("aulari.db").exists());
    }
}
