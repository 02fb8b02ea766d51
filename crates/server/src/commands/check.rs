//! `aulari check`: what an author should mend, where and how.

use std::path::{Path, PathBuf};

use clap::Args;
use course_format::{Problem, check_folder};
use courses::unpack;
use serde_json::{Value, json};
use vocabulary::Locale;

use super::{
    Context, Done, Failure,
    out::{self, Progress},
};

/// What an author should mend in course folders.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Course folders.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Write each folder in its canonical form.
    #[arg(long)]
    write: bool,
    /// The language of the messages.
    #[arg(long, default_value = "en")]
    lang: Locale,
}

pub(super) fn run(context: &Context, command: &Check) -> Done {
    let mut reports = vec![];
    let mut blocked = false;
    let progress = Progress::of(command.paths.len(), "Checking");
    for path in &command.paths {
        let report = one(path, command)?;
        progress.step();
        blocked |= report.blocked;
        if context.json {
            reports.push(report.json);
        } else {
            progress.aside(|| out::text(&report.text));
        }
    }
    drop(progress);
    if context.json {
        out::json(&Value::Array(reports));
    }
    if blocked { Err(Failure::Input(String::new())) } else { Ok(()) }
}

struct Report {
    text: String,
    json: Value,
    blocked: bool,
}

fn one(path: &Path, command: &Check) -> Result<Report, Failure> {
    let files = unpack::from_path(path).map_err(|error| Failure::Input(error.to_string()))?;
    let checked = check_folder(&files);
    if let (true, Some(course)) = (command.write && checked.writable(), &checked.course) {
        write(path, &files, &course_format::write(course))?;
    }
    let blocking = checked.problems.iter().filter(|problem| problem.blocks()).count();
    let blocked = !checked.publishable();
    let mut text: String = checked.problems.iter().map(|problem| line(path, problem, command.lang)).collect();
    let minutes = checked.course.as_ref().map(course_format::minutes::course_minutes);
    text += &match (blocked, minutes) {
        (true, _) => format!("{}: {blocking} to mend before it can be published\n", path.display()),
        (false, Some(minutes)) => format!(
            "{}: can be published, {minutes} minutes, {} to look at\n",
            path.display(),
            checked.problems.iter().filter(|problem| !problem.accepted).count()
        ),
        (false, None) => String::new(),
    };
    let json = json!({
        "path": path.display().to_string(),
        "publishable": !blocked,
        "minutes": minutes,
        "problems": checked.problems.iter().map(|problem| describe(problem, command.lang)).collect::<Vec<_>>(),
    });
    Ok(Report { text, json, blocked })
}

fn line(path: &Path, problem: &Problem, lang: Locale) -> String {
    let place = path.join(&problem.place.file);
    let at = problem.place.line.map_or(String::new(), |line| format!(":{line}"));
    let anchor = problem.place.anchor.as_ref().map_or(String::new(), |anchor| format!(" {{#{anchor}}}"));
    let word = match (problem.blocks(), problem.accepted) {
        (true, _) => "mend",
        (_, true) => "accepted",
        _ => "look",
    };
    format!("{}{at}{anchor}: {word} [{}] {}\n", place.display(), problem.code.name(), problem.message(lang))
}

/// A problem as commands tell it in JSON.
pub(super) fn describe(problem: &Problem, lang: Locale) -> Value {
    let at = problem.place.line.map_or(String::new(), |line| format!(":{line}"));
    json!({
        "place": format!("{}{at}", problem.place.file),
        "anchor": problem.place.anchor,
        "code": problem.code.name(),
        "blocks": problem.blocks(),
        "accepted": problem.accepted,
        "message": problem.message(lang),
    })
}

/// Writes the files that changed; media stay as they are.
fn write(root: &Path, old: &unpack::Files, new: &course_format::Files) -> Done {
    for (name, bytes) in new {
        if old.get(name) != Some(bytes) {
            let path = root.join(name);
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(Failure::system)?;
            }
            std::fs::write(&path, bytes).map_err(Failure::system)?;
        }
    }
    Ok(())
}
