//! The command line. Exit codes: 0 done, 1 the input is at fault, 2 usage, 3 the system is at fault.

mod check;
mod data;
mod demo;
mod doctor;
mod export;
mod import;
mod ledger;
mod migrate;
mod out;
mod person;
mod serve;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

/// Aulari, a learning platform for public digital-skills programmes.
#[derive(Debug, Parser)]
#[command(name = "aulari", version, about)]
pub struct Cli {
    /// The folder that holds all data.
    #[arg(long, global = true, env = "AULARI_DATA", default_value = "data")]
    data: PathBuf,
    /// Answer as JSON where a command reports.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Server and worker in one.
    Serve(serve::Serve),
    /// Only the jobs, beside servers on other machines.
    Worker,
    /// The living demo on fresh data.
    Demo(demo::Demo),
    /// Bring the schema up to date, or show where it stands.
    Migrate(migrate::Migrate),
    /// What an author should mend in course folders.
    Check(check::Check),
    /// Bring course folders or packages in.
    Import(import::Import),
    /// Write a course out as a folder.
    Export(export::Export),
    /// Verify or rebuild the ledger.
    Ledger(ledger::LedgerCommand),
    /// Make people.
    Person(person::Person),
    /// Everything a support desk would ask.
    Doctor,
    /// The description of the interface on standard output.
    Openapi,
}

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The input is at fault.
    Input(String),
    /// The system is at fault.
    System(String),
}

impl From<crate::run::Error> for Failure {
    fn from(error: crate::run::Error) -> Self {
        Self::system(error)
    }
}

impl Failure {
    pub(crate) fn system(error: impl std::fmt::Display) -> Self {
        Self::System(error.to_string())
    }
}

pub(crate) type Done = Result<(), Failure>;

/// What every command is given.
pub(crate) struct Context {
    pub(crate) data: PathBuf,
    pub(crate) json: bool,
}

/// Runs a command and gives the program's exit code.
#[must_use]
pub fn run(cli: Cli) -> ExitCode {
    let context = Context { data: cli.data, json: cli.json };
    let done = match cli.command {
        Command::Check(command) => check::run(&context, &command),
        Command::Openapi => openapi(),
        command => asynchronous(&context, command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Input(message)) => {
            say(&message);
            ExitCode::from(1)
        }
        Err(Failure::System(message)) => {
            say(&message);
            ExitCode::from(3)
        }
    }
}

fn say(message: &str) {
    for line in message.lines() {
        out::note(format_args!("aulari: {line}"));
    }
}

fn asynchronous(context: &Context, command: Command) -> Done {
    let logs = matches!(command, Command::Serve(_) | Command::Worker | Command::Demo(_));
    start_logs(logs)?;
    actix_web::rt::System::new().block_on(async {
        match command {
            Command::Serve(command) => serve::run(context, command).await,
            Command::Worker => serve::worker(context).await,
            Command::Demo(command) => demo::run(context, command).await,
            Command::Migrate(command) => migrate::run(context, &command).await,
            Command::Import(command) => import::run(context, &command).await,
            Command::Export(command) => export::run(context, &command).await,
            Command::Ledger(command) => ledger::run(context, &command).await,
            Command::Person(command) => person::run(context, command).await,
            Command::Doctor => doctor::run(context).await,
            Command::Check(_) | Command::Openapi => Ok(()),
        }
    })
}

/// Logs go to standard error, each line with the request that it belongs to.
fn start_logs(serving: bool) -> Done {
    let usual = if serving { "info,actix_server=warn,sqlx=warn,sea_orm_migration=warn" } else { "warn" };
    let filter = crate::settings::log_filter(usual).map_err(|error| Failure::Input(error.to_string()))?;
    crate::log::start(filter);
    Ok(())
}

fn openapi() -> Done {
    out::line(serde_json::to_string_pretty(&api::document()).map_err(Failure::system)?);
    Ok(())
}
