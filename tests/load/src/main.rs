//! What `make bench` runs: the real program on fresh data under the load of 64 connections, beside bare baselines taken in the
//! same run. Never fails on a time: the exit code only says whether everything worked.

mod answers;
mod bare;
mod disk;
mod documents;
mod figures;
mod first_visit;
mod http;
mod learners;
mod process;
mod program;
mod reads;
mod scratch;
mod sign_in;
mod size;
mod stages;
mod statistics;
mod traffic;
mod writes;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// What went wrong, in words.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;
/// The value, or why there is none.
pub(crate) type Outcome<T> = Result<T, Failure>;

/// How fast, how big and how quick to start the program is, beside bare baselines of the same run.
#[derive(Debug, Parser)]
#[command(name = "load", version, about)]
struct Cli {
    #[command(subcommand)]
    part: Option<Part>,
    /// The program to measure.
    #[arg(long, default_value = "target/release/aulari")]
    program: PathBuf,
    /// The sample courses.
    #[arg(long, default_value = "content-samples")]
    courses: PathBuf,
    /// Where data is kept while measuring; a real disk, or the figures of the disk mean nothing. Beside the program when missing.
    #[arg(long)]
    folder: Option<PathBuf>,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
    /// A short run with little meaning, to see that everything works.
    #[arg(long)]
    quick: bool,
    /// Only the stages whose names hold one of these words (`reads`, `writes`, `facts`, `sign-in`, `documents`, `size`).
    #[arg(long)]
    only: Vec<String>,
}

#[derive(Debug, Subcommand)]
enum Part {
    /// A bare server that gives fixed answers: the baseline, started by the measurement itself.
    #[command(hide = true)]
    Bare {
        /// The folder with the answers.
        folder: PathBuf,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match &cli.part {
        Some(Part::Bare { folder }) => bare::serve(folder),
        None => measure(&cli),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("load: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn measure(cli: &Cli) -> Outcome<()> {
    let plan = stages::Plan {
        program: cli.program.clone(),
        courses: cli.courses.clone(),
        folder: cli.folder.clone(),
        quick: cli.quick,
        only: cli.only.clone(),
    };
    // One thread: the generator must leave the processors to what it measures.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let report = tokio::task::LocalSet::new().block_on(&runtime, stages::run(&plan))?;
    if cli.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print!("{report}");
    }
    Ok(())
}
