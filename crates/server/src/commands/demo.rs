//! `aulari demo`: fresh data, sample courses, a person for each role.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
};

use clap::Args;
use vocabulary::SystemClock;

use super::{Context, Done, Failure, data, serve::until_stopped};
use crate::run;

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
    fresh(&folder)?;
    let mut settings = data::settings(&Context { data: folder.clone(), json: false })?;
    if let Some(listen) = command.listen {
        settings.server.listen = listen;
    }
    // A demo is never made on a database that somebody named for real work.
    settings.database.url = None;
    settings.storage.url = None;
    let samples = command
        .samples
        .or_else(samples)
        .ok_or_else(|| Failure::Input("the sample courses are not here: name their folder with --samples".into()))?;
    let (running, people) = run::start_demo(&settings, &folder, &samples, command.password, Arc::new(SystemClock))
        .await
        .map_err(Failure::system)?;
    println!("The demo is ready at {}", running.url());
    println!("Enter with one tap on the start page, or sign in:");
    for person in &people {
        println!("  {:<28} {}", person.login, person.password);
    }
    until_stopped().await;
    running.stop().await;
    Ok(())
}

/// Empties the folder of an earlier demo; a folder with anything else in it is left alone.
fn fresh(folder: &Path) -> Done {
    let mark = folder.join(MARK);
    if folder.exists() {
        let empty = std::fs::read_dir(folder).map_err(Failure::system)?.next().is_none();
        if !empty && !mark.exists() {
            return Err(Failure::Input(format!(
                "{} holds data that is no demo: name another folder with --data",
                folder.display()
            )));
        }
        std::fs::remove_dir_all(folder).map_err(Failure::system)?;
    }
    std::fs::create_dir_all(folder).map_err(Failure::system)?;
    std::fs::write(&mark, "This folder is emptied at each start of the demo.\n").map_err(Failure::system)
}

/// `content-samples` beside where the program is started, or where it was built.
fn samples() -> Option<PathBuf> {
    let here = PathBuf::from("content-samples");
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content-samples");
    [here, built].into_iter().find(|folder| folder.is_dir())
}
