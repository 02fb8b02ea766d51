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

pub(super) async fn run(context: &Context, command: &Import) -> Done {
    let parts = data::open(context).await?;
    let console = Console::at_the_machine();
    let mut refused = false;
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
                refused = true;
                progress.aside(|| refuse(context, command, path, &error));
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
                    refused = true;
                    progress.aside(|| out::note(format_args!("aulari: {}: {error}", path.display())));
                }
                Err(error) => return Err(Failure::system(error)),
            }
        }
        progress.aside(|| tell(context, command, &imported, published));
        progress.step();
    }
    if refused { Err(Failure::Input(String::new())) } else { Ok(()) }
}

/// The name of a folder or archive without its ending.
fn name_of(path: &std::path::Path) -> String {
    path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn refuse(context: &Context, command: &Import, path: &std::path::Path, error: &courses::Error) {
    let problems: Vec<Value> = match error {
        courses::Error::Unreadable(problems) => {
            problems.iter().map(|problem| describe(problem, command.lang)).collect()
        }
        courses::Error::Source { place, message } => {
            vec![json!({ "place": place, "code": "source-refused", "message": message })]
        }
        other => vec![json!({ "place": path.display().to_string(), "code": "refused", "message": other.to_string() })],
    };
    if context.json {
        let answer = json!({ "format": null, "courses": [], "questions": 0, "approximated": [], "leftOut": [], "problems": problems });
        out::line(answer);
        return;
    }
    out::note(format_args!("aulari: {}: {error}", path.display()));
    for problem in problems {
        out::note(format_args!("  {}: {}", text(&problem, "place"), text(&problem, "message")));
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn tell(context: &Context, command: &Import, imported: &Imported, published: Option<i32>) {
    let notes =
        |list: &[LeftOut]| list.iter().map(|note| json!({ "place": note.place, "why": note.why })).collect::<Vec<_>>();
    if context.json {
        let answer = json!({
            "format": imported.format,
            "courses": [{
                "slug": imported.slug,
                "title": imported.title,
                "modules": imported.modules,
                "units": imported.units,
                "blocks": imported.blocks,
                "questions": imported.questions,
            }],
            "questions": imported.questions,
            "approximated": notes(&imported.approximated),
            "leftOut": notes(&imported.left_out),
            "problems": imported.problems.iter().map(|problem| describe(problem, command.lang)).collect::<Vec<_>>(),
            "published": published,
        });
        out::line(answer);
        return;
    }
    out::line(format_args!(
        "{}: {} ({} modules, {} units, {} questions){}",
        imported.slug,
        imported.title,
        imported.modules,
        imported.units,
        imported.questions,
        published.map_or(String::new(), |number| format!(", published as version {number}")),
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
