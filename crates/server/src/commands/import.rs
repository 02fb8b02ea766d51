//! `aulari import`: course folders and packages, the format recognised.

use std::path::PathBuf;

use accounts::Console;
use clap::Args;
use courses::{Editor, Imported, LeftOut, Publisher, unpack};
use serde_json::{Value, json};
use vocabulary::Locale;

use super::{Context, Done, Failure, check::describe, data};

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
                refuse(context, command, path, &error);
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
                    eprintln!("aulari: {}: {error}", path.display());
                }
                Err(error) => return Err(Failure::system(error)),
            }
        }
        tell(context, command, &imported, published);
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
        println!("{answer}");
        return;
    }
    eprintln!("aulari: {}: {error}", path.display());
    for problem in problems {
        eprintln!("  {}: {}", text(&problem, "place"), text(&problem, "message"));
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
        println!("{answer}");
        return;
    }
    println!(
        "{}: {} ({} modules, {} units, {} questions){}",
        imported.slug,
        imported.title,
        imported.modules,
        imported.units,
        imported.questions,
        published.map_or(String::new(), |number| format!(", published as version {number}")),
    );
    for (word, list) in [("left out", &imported.left_out), ("nearly", &imported.approximated)] {
        for note in list {
            println!("  {word}: {}: {}", note.place, note.why);
        }
    }
    for problem in &imported.problems {
        println!("  {} [{}] {}", problem.place.file, problem.code.name(), problem.message(command.lang));
    }
}
