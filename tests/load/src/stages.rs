//! The order of the measurement, and how long each part takes: under six minutes in all.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use crate::figures::{Group, Report};
use crate::learners::{self, Learner};
use crate::program::{DATABASE, Program};
use crate::scratch::Scratch;
use crate::traffic::CONNECTIONS;
use crate::{Outcome, answers, documents, first_visit, reads, sign_in, size, writes};

/// What is wanted.
pub(crate) struct Plan {
    pub(crate) program: PathBuf,
    pub(crate) courses: PathBuf,
    pub(crate) folder: Option<PathBuf>,
    pub(crate) quick: bool,
    pub(crate) only: Vec<String>,
}

impl Plan {
    fn wants(&self, stage: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|word| stage.contains(word.as_str()))
    }

    /// A folder on the disk that the program is on: `/tmp` is memory on many machines, and memory needs no flush.
    fn folder(&self) -> Outcome<Scratch> {
        match &self.folder {
            Some(folder) => Scratch::inside(folder),
            None => Scratch::inside(self.program.parent().unwrap_or(Path::new("."))),
        }
    }
}

/// How often and how long each thing is measured.
pub(crate) struct Pace {
    pub(crate) rounds: usize,
    pub(crate) read: Duration,
    pub(crate) write: Duration,
    pub(crate) disk: Duration,
    pub(crate) sign_in: Duration,
}

impl Pace {
    const FULL: Self = Self {
        rounds: 5,
        read: Duration::from_millis(600),
        write: Duration::from_millis(1500),
        disk: Duration::from_millis(700),
        sign_in: Duration::from_millis(1000),
    };
    const QUICK: Self = Self {
        rounds: 2,
        read: Duration::from_millis(120),
        write: Duration::from_millis(300),
        disk: Duration::from_millis(150),
        sign_in: Duration::from_millis(200),
    };
}

/// Says on standard error what is going on, so that standard output holds the result alone.
fn say(words: &str) {
    // Nobody listening is no reason to stop.
    let _ = writeln!(std::io::stderr(), "load: {words}");
}

/// Measures everything.
pub(crate) async fn run(plan: &Plan) -> Outcome<Report> {
    let began = Instant::now();
    let pace = if plan.quick { Pace::QUICK } else { Pace::FULL };
    let folder = plan.folder()?;
    let program = Program { binary: plan.program.clone(), data: folder.path().join("data") };
    let courses = Rc::new(answers::courses(&plan.courses)?);
    say("fresh data and the sample courses");
    program.import(&plan.courses)?;
    let mut sizes = vec![size::binary(&program)?];
    {
        let idle = program.serve().await?;
        // Whatever the start began is done by then; what stays is what an idle program needs.
        tokio::time::sleep(Duration::from_secs(2)).await;
        sizes.extend(size::after_start(&idle));
    }
    let serving = program.serve().await?;
    let mut groups = vec![];
    say(&format!("{CONNECTIONS} learners sign up, learn and finish a course"));
    let slugs = writes::with_quizzes(&courses);
    let readers: Vec<Learner> = learners::make(serving.address, "reader", CONNECTIONS, &slugs).await?;
    writes::finish(&serving, &courses, &readers).await?;
    documents::issued(serving.address, &readers).await?;
    if plan.wants("reads") {
        say("reading, beside a bare server that gives the same bytes");
        let figures = reads::measure(&serving, folder.path(), &readers, &pace).await?;
        groups.push(Group { title: "Reading, 64 connections", figures });
    }
    let mut finished = readers.clone();
    // Facts alone are quicker to measure: no people need to be made for them.
    let quizzes = plan.wants("writes");
    if quizzes || plan.wants("facts") {
        say("facts and quizzes, beside the bare disk");
        let (figures, more) =
            writes::measure(&program, &serving, folder.path(), &courses, &readers, &pace, quizzes).await?;
        finished.extend(more);
        groups.push(Group { title: "Writing, 64 learners, every answer on disk", figures });
    }
    if plan.wants("sign-in") {
        say("signing in, beside one hash");
        let figures = sign_in::measure(&program, &serving, &readers, &pace).await?;
        groups.push(Group { title: "Signing in", figures });
    }
    if plan.wants("documents") {
        say("certificates as PDF");
        let figures = documents::measure(&serving, &finished, &pace).await?;
        groups.push(Group { title: "Documents", figures });
    }
    if plan.wants("size") {
        say("memory, start, and what a browser asks for on its first visit");
        sizes.extend(size::under_load(&serving));
        sizes.extend(first_visit::measure(&serving, folder.path()).await?);
        drop(serving);
        sizes.push(size::start(&program, &pace).await?);
        groups.push(Group { title: "Size and start", figures: sizes });
    } else {
        drop(serving);
    }
    say("the ledger is verified");
    program.facts()?;
    Ok(Report {
        processors: std::thread::available_parallelism()?.get(),
        database: if std::env::var_os(DATABASE).is_some() { "PostgreSQL" } else { "SQLite" },
        quick: plan.quick,
        seconds: began.elapsed().as_secs_f64(),
        groups,
    })
}
