//! `aulari import`: course folders and packages, the format recognised.

use std::path::PathBuf;

use accounts::Console;
use clap::Args;
use courses::{Editor, Imported, LeftOut, Publisher, unpack};
use serde_json::{Value, json};
use vocabulary::Locale;

use super::{
    Context, Done, Failure,
    check::describe,
    data,
    out::{self, Progress},
};

/// Bring course folders or packages in as drafts.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// Course folders, zip files or folders of Markdown lessons.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Publish what can be published.
    #[arg(long)]
    publish: bool,
    /// A finding that you have read and accept, by its code; may stand several times.
    #[arg(long)]
    accept: Vec<String>,
    /// The language of the messages.
    #[arg(long, default_value = "en")]
    lang: Locale,
}

/// What several paths gave, told together: one answer, whatever became of each.
#[derive(Default)]
struct Report {
    formats: Vec<&'static str>,
    courses: Vec<Value>,
    questions: usize,
    approximated: Vec<Value>,
    left_out: Vec<Value>,
    problems: Vec<Value>,
    refused: bool,
}

pub(super) async fn run(context: &Context, command: &Import) -> Done {
    let parts = data::open(context).await?;
    let console = Console::at_the_machine();
    let mut report = Report::default();
    let progress = Progress::of(command.paths.len(), "Importing");
    for path in &command.paths {
        let imported = match unpack::from_path(path) {
            Ok(files) => {
                parts.courses.import(files, &name_of(path), command.lang, &command.accept, &Editor::from(console)).await
            }
            Err(error) => Err(error),
        };
        let imported = match imported {
            Ok(imported) => imported,
            Err(courses::Error::Database(error)) => return Err(Failure::system(error)),
            Err(error) => {
                progress.aside(|| report.refuse(context, command, path, &error));
                progress.step();
                continue;
            }
        };
        let mut published = None;
        if command.publish {
            let done = parts.courses.publish(&imported.slug, imported.version, false, &Publisher::from(console)).await;
            match done {
                Ok(number) => published = Some(number),
                // The same again: it is published already.
                Err(courses::Error::Stale) => {}
                Err(error @ courses::Error::NotPublishable(_)) => {
                    report.refused = true;
                    progress.aside(|| out::note(format_args!("aulari: {}: {error}", path.display())));
                }
                Err(error) => return Err(Failure::system(error)),
            }
        }
        progress.aside(|| report.tell(context, command, &imported, published));
        progress.step();
    }
    if context.json {
        out::line(report.answer());
    }
    if report.refused { Err(Failure::Input(String::new())) } else { Ok(()) }
}

/// The name of a folder or archive without its ending; of a folder given as `.`, its own.
fn name_of(path: &std::path::Path) -> String {
    let known = path.file_stem().is_some();
    let path = if known { path.to_owned() } else { path.canonicalize().unwrap_or_else(|_| path.to_owned()) };
    let name = if path.is_dir() { path.file_name() } else { path.file_stem() };
    name.map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

impl Report {
    fn refuse(&mut self, context: &Context, command: &Import, path: &std::path::Path, error: &courses::Error) {
        self.refused = true;
        let problems: Vec<Value> = match error {
            courses::Error::Unreadable(problems) => {
                problems.iter().map(|problem| describe(problem, command.lang)).collect()
            }
            courses::Error::Source(refusal) => {
                let place = if refusal.place.is_empty() { path.display().to_string() } else { refusal.place.clone() };
                vec![json!({ "place": place, "code": refusal.code(), "message": refusal.message(command.lang) })]
            }
            other => {
                vec![json!({ "place": path.display().to_string(), "code": "refused", "message": other.to_string() })]
            }
        };
        if !context.json {
            out::note(format_args!("aulari: {}:", path.display()));
            for problem in &problems {
                out::note(format_args!(
                    "  {} [{}] {}",
                    text(problem, "place"),
                    text(problem, "code"),
                    text(problem, "message")
                ));
            }
        }
        self.problems.extend(problems);
    }

    fn tell(&mut self, context: &Context, command: &Import, imported: &Imported, published: Option<i32>) {
        if !context.json {
            print(command, imported, published);
            return;
        }
        let notes = |list: &[LeftOut]| {
            list.iter().map(|note| json!({ "place": note.place, "why": note.why })).collect::<Vec<_>>()
        };
        if !self.formats.contains(&imported.format) {
            self.formats.push(imported.format);
        }
        self.courses.push(json!({
            "slug": imported.slug,
            "title": imported.title,
            "modules": imported.modules,
            "units": imported.units,
            "blocks": imported.blocks,
            "questions": imported.questions,
            "changed": imported.changed,
            "published": published,
        }));
        self.questions += imported.questions;
        self.approximated.extend(notes(&imported.approximated));
        self.left_out.extend(notes(&imported.left_out));
        self.problems.extend(imported.problems.iter().map(|problem| describe(problem, command.lang)));
    }

    fn answer(&self) -> Value {
        let format = match self.formats.as_slice() {
            [] => Value::Null,
            [one] => json!(one),
            _ => json!("mixed"),
        };
        json!({
            "format": format,
            "courses": self.courses,
            "questions": self.questions,
            "approximated": self.approximated,
            "leftOut": self.left_out,
            "problems": self.problems,
        })
    }
}

fn print(command: &Import, imported: &Imported, published: Option<i32>) {
    out::line(format_args!(
        "{}: {} ({} modules, {} units, {} questions){}",
        imported.slug,
        imported.title,
        imported.modules,
        imported.units,
        imported.questions,
        match published {
            Some(number) => format!(", published as version {number}"),
            None if !imported.changed => ", unchanged".to_owned(),
            None => String::new(),
        },
    ));
    for (word, list) in [("left out", &imported.left_out), ("nearly", &imported.approximated)] {
        for note in list {
            out::line(format_args!("  {word}: {}: {}", note.place, note.why));
        }
    }
    for problem in &imported.problems {
        let (file, code) = (&problem.place.file, problem.code.name());
        out::line(format_args!("  {file} [{code}] {}", problem.message(command.lang)));
    }
}
