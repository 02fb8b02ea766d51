//! Looks courses over from the command line: `cargo run -q -p course-format --example check -- [--lang ca] FOLDER...`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use course_format::{Files, Severity, check_folder, minutes};
use vocabulary::Locale;

fn main() -> ExitCode {
    let mut locale = Locale::En;
    let mut folders: Vec<PathBuf> = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            locale = arguments.next().and_then(|tag| tag.parse().ok()).unwrap_or(locale);
        } else {
            folders.push(argument.into());
        }
    }
    let mut fine = !folders.is_empty();
    for folder in folders {
        fine &= look(&folder, locale);
    }
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn look(folder: &Path, locale: Locale) -> bool {
    let mut files = BTreeMap::new();
    if let Err(error) = gather(folder, folder, &mut files) {
        eprintln!("{}: {error}", folder.display());
        return false;
    }
    let checked = check_folder(&files);
    for problem in &checked.problems {
        let line = problem.place.line.map(|line| format!(":{line}")).unwrap_or_default();
        let mark = match (problem.accepted, problem.severity) {
            (true, _) => "accepted",
            (_, Severity::Blocks) => "BLOCKS",
            (_, Severity::Warns) => "warns",
        };
        let file = folder.join(&problem.place.file);
        println!("{}{line}: {mark} {}: {}", file.display(), problem.code, problem.message(locale));
    }
    let blocks = checked.problems.iter().filter(|problem| problem.blocks()).count();
    if let Some(course) = &checked.course {
        for unit in course.units() {
            println!("  {:>4} min  {}", minutes::unit_minutes(unit), unit.key);
        }
        println!("  {:>4} min  in all; course.toml says {}", minutes::course_minutes(course), course.minutes);
    }
    println!("{}: {} problems, {blocks} block publishing", folder.display(), checked.problems.len());
    checked.publishable()
}

fn gather(root: &Path, folder: &Path, files: &mut Files) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(root, &path, files)?;
        } else if let Ok(inside) = path.strip_prefix(root) {
            let name = inside.to_string_lossy().replace('\\', "/");
            // Of media only the presence matters.
            let bytes = if name.starts_with("media/") { Vec::new() } else { std::fs::read(&path)? };
            files.insert(name, bytes);
        }
    }
    Ok(())
}
