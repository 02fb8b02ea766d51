//! What must hold for any course that comes in from plain lessons. Sources and result are read here by means of their
//! own, so that a fault of the import cannot hide itself.

mod shown;
mod source;

use std::collections::{BTreeMap, HashMap, HashSet};

use course_format::lessons::{Imported, Note, NoteKind};
use course_format::{Files, read, write};

pub use shown::Shown;
pub use source::Page;

/// Marks of other systems that a learner must never see outside code.
const RESIDUES: &[&str] = &[
    "{%",
    "%}",
    "{{",
    "}}",
    "{:",
    ":::",
    "{#",
    "{.",
    "{<",
    "[!NOTE]",
    "[!TIP]",
    "[!IMPORTANT]",
    "[!WARNING]",
    "[!CAUTION]",
    "--8<--",
    "<!--",
    "[[_TOC_]]",
    "+++\n",
];

/// Words that differ in form on their way into a course without being lost: fewer are a fault of the importer.
const LOST_WORDS: f64 = 0.02;

/// Everything that is wrong with an import; empty when it is whole.
pub fn complaints(files: &Files, imported: &Imported) -> Vec<String> {
    let mut found = Vec::new();
    let course = &imported.course;
    let units = shown::units(course);
    shape(imported, &units, &mut found);
    media(files, imported, &units, &mut found);
    residues(&units, &mut found);
    titles(files, imported, &units, &mut found);
    let pages = source::pages(files, imported);
    content(imported, &pages, &units, &mut found);
    // What was read can be written, and reads back the same.
    let written = write(course);
    let (again, _) = read(&written);
    if again.as_ref() != Some(course) {
        found.push("the course does not survive being written and read".into());
    }
    found
}

/// It can be published, with nothing in the way but what an author may accept.
fn shape(imported: &Imported, units: &[Shown], found: &mut Vec<String>) {
    for problem in imported.problems.iter().filter(|p| p.blocks() && !p.acceptable) {
        found.push(format!("{} blocks at {:?}: {:?}", problem.code, problem.place, problem.params));
    }
    if !imported.course.reading_only() {
        found.push("its rule is not reading only".into());
    }
    let keys: HashSet<&str> = units.iter().map(|unit| unit.key.as_str()).collect();
    for unit in units {
        if unit.words == 0 || unit.texts().trim().is_empty() {
            found.push(format!("{}: an empty lesson", unit.key));
        }
        if unit.title.trim().is_empty() || unit.goal.trim().is_empty() {
            found.push(format!("{}: no title or goal", unit.key));
        }
        for href in &unit.links {
            let leads = href.strip_prefix("../").is_some_and(|key| keys.contains(key))
                || ["https://", "http://", "mailto:", "tel:", "/m/media/"].iter().any(|start| href.starts_with(start))
                || (href.starts_with('#') && href.contains("-fn"));
            if !leads {
                found.push(format!("{}: a dead link to {href}", unit.key));
            }
        }
    }
}

/// Pictures that are there are shown; those that are not are told, with their words.
fn media(files: &Files, imported: &Imported, units: &[Shown], found: &mut Vec<String>) {
    for (path, source) in &imported.media {
        if !imported.course.media.contains(path) || !files.contains_key(source) {
            found.push(format!("{path} is taken from {source}, and one of them is not there"));
        }
    }
    for unit in units {
        for picture in &unit.pictures {
            if !picture.strip_prefix("/m/").is_some_and(|path| imported.media.contains_key(path)) {
                found.push(format!("{}: a picture that is not there: {picture}", unit.key));
            }
        }
    }
}

fn residues(units: &[Shown], found: &mut Vec<String>) {
    for unit in units {
        let texts = unit.texts();
        for mark in RESIDUES {
            if let Some(at) = texts.find(mark) {
                found.push(format!("{}: {mark} is shown: {}", unit.key, around(&texts, at)));
            }
        }
        for line in texts.lines() {
            if line.starts_with("!!! ") || line.starts_with("??? ") {
                found.push(format!("{}: the mark of a box is shown: {line}", unit.key));
            }
            if line.starts_with("layout: ") || line.starts_with("sidebar_position:") || line.starts_with("permalink: ")
            {
                found.push(format!("{}: front matter is shown: {line}", unit.key));
            }
        }
        for tag in [
            "</div",
            "</p>",
            "</a>",
            "</span",
            "</t",
            "</b>",
            "</i>",
            "</solution",
            "</A",
            "<div",
            "<img",
            "<span",
            "<br",
            "<details",
            "<summary",
            "<p>",
            "<a ",
            "<table",
            "<iframe",
        ] {
            if let Some(at) = texts.find(tag) {
                found.push(format!("{}: HTML is shown: {}", unit.key, around(&texts, at)));
            }
        }
    }
}

/// Titles are those of the source, not names of files.
fn titles(files: &Files, imported: &Imported, units: &[Shown], found: &mut Vec<String>) {
    let course = &imported.course;
    let locale = course.original();
    let mut titles: Vec<(&str, &str)> = course.modules.iter().map(|m| ("module", m.texts.title(locale))).collect();
    titles.extend(units.iter().map(|unit| ("unit", unit.title.as_str())));
    titles.push(("course", course.texts.title(locale)));
    for (what, title) in titles {
        let file = [".md", ".mdx", ".qmd", ".Rmd"].iter().any(|ending| title.ends_with(ending));
        let marks = ["**", "](", "{{", "{%", "{#", "{:", "<", "`", "&amp;", "&nbsp;"].iter().any(|m| title.contains(m));
        let allowed =
            title.contains('<') && !title.contains("</") && !title.contains("/>") || title.starts_with("**kwargs");
        if file || title.trim().is_empty() || (marks && !allowed) {
            found.push(format!("a {what} is called {title:?}"));
        }
        if title.chars().count() > 160 {
            found.push(format!("the title of a {what} is a text: {title:?}"));
        }
    }
    let has = |names: &[&str]| files.keys().any(|path| names.contains(&path.to_lowercase().as_str()));
    if course.licence.is_empty() && has(&["license", "license.md", "license.txt", "licence", "licence.md", "copying"]) {
        found.push("there is a file with a licence, and none was found".into());
    }
}

/// Code, headings, words and pictures of each page that became a lesson.
fn content(imported: &Imported, pages: &[Page], units: &[Shown], found: &mut Vec<String>) {
    let by_key: HashMap<&str, &Shown> = units.iter().map(|unit| (unit.key.as_str(), unit)).collect();
    let mut notes: BTreeMap<&str, Vec<&Note>> = BTreeMap::new();
    for note in imported.left_out.iter().chain(&imported.approximated) {
        notes.entry(note.path.as_str()).or_default().push(note);
    }
    for page in pages {
        let Some(unit) = by_key.get(page.key.as_str()) else {
            found.push(format!("{}: became no unit", page.path));
            continue;
        };
        let none = Vec::new();
        let notes = notes.get(page.path.as_str()).unwrap_or(&none);
        code(page, unit, notes, found);
        headings(page, unit, notes, found);
        words(page, unit, notes, found);
        pictures(page, unit, imported, notes, found);
    }
}

fn code(page: &Page, unit: &Shown, notes: &[&Note], found: &mut Vec<String>) {
    let mut kept = unit.code.clone();
    // What takes in another file is replaced by it.
    for piece in page.code.iter().filter(|piece| !piece.contains("{{#") && !piece.contains("--8<--")) {
        match kept.iter().position(|known| known.trim_end() == piece.trim_end()) {
            Some(at) => {
                kept.remove(at);
            }
            // Notes for those who teach are left out, with their code.
            None if notes.iter().any(|note| note.kind == NoteKind::InstructorNote) => {}
            // Inside lists and quotations, what indents them may be counted otherwise: the code itself must be the same.
            None if kept.iter().any(|known| source::bare(known) == source::bare(piece)) => {}
            // A fence too far in is, for every reader of Markdown, words of the line above.
            None if source::bare(&unit.inline_code).contains(&source::bare(piece)) => {}
            None => {
                let near = kept.iter().max_by_key(|known| common(known, piece)).cloned().unwrap_or_default();
                found.push(format!("{}: code is lost or changed:\n--- was\n{piece}\n--- nearest\n{near}", page.path));
            }
        }
    }
}

fn common(a: &str, b: &str) -> usize {
    a.lines().filter(|line| !line.trim().is_empty() && b.lines().any(|other| other == *line)).count()
}

fn headings(page: &Page, unit: &Shown, notes: &[&Note], found: &mut Vec<String>) {
    if notes.iter().any(|note| note.kind == NoteKind::InstructorNote) {
        return;
    }
    let mut shown = unit.headings.iter().map(|heading| source::letters(heading));
    let all: Vec<String> = unit.headings.iter().map(|heading| source::letters(heading)).collect();
    let goal = source::letters(&unit.goal);
    for heading in &page.headings {
        let wanted = source::letters(heading);
        // A heading of what is to be learnt stands for the goal, which has its own place.
        let is_goal = ["objective", "goal", "objetivo", "objectiu"].iter().any(|word| wanted.contains(word));
        if wanted.is_empty()
            || heading.starts_with("title:")
            || is_goal
            || heading.contains(['<', '{'])
            || wanted == source::letters(&unit.title)
            || goal.contains(&wanted)
        {
            continue;
        }
        if !shown.any(|candidate| candidate.starts_with(&wanted)) {
            let why = if all.contains(&wanted) { "out of order" } else { "lost" };
            found.push(format!("{}: a heading is {why}: {heading:?}", page.path));
            return;
        }
    }
}

fn words(page: &Page, unit: &Shown, notes: &[&Note], found: &mut Vec<String>) {
    if notes.iter().any(|note| note.kind == NoteKind::InstructorNote) {
        return;
    }
    let there: HashSet<String> = source::words(&unit.everything()).into_iter().collect();
    let wanted: Vec<String> = source::words(&page.prose);
    let lost: Vec<&String> = wanted.iter().filter(|word| !there.contains(*word)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a page has few words")]
    let share = lost.len() as f64 / wanted.len().max(1) as f64;
    if share > LOST_WORDS && lost.len() > 3 {
        let shown: Vec<&str> = lost.iter().take(25).map(|word| word.as_str()).collect();
        found.push(format!("{}: {} of {} words are lost: {shown:?}", page.path, lost.len(), wanted.len()));
    }
}

fn pictures(page: &Page, unit: &Shown, imported: &Imported, notes: &[&Note], found: &mut Vec<String>) {
    let told = |kind: &NoteKind| matches!(kind, NoteKind::MissingPicture | NoteKind::RemotePicture);
    for (url, words) in &page.pictures {
        let url = url.replace("%20", " ");
        let url = url.split(['?', '#']).next().unwrap_or_default();
        let file = url.rsplit('/').next().unwrap_or(url);
        let shown = imported.media.values().any(|source| source.rsplit('/').next() == Some(file));
        let noted = notes.iter().any(|note| {
            told(&note.kind) && {
                let detail = note.detail.replace("%20", " ");
                url.contains(&detail) || detail.contains(file) || detail.starts_with(url)
            }
        });
        let skipped = notes.iter().any(|note| note.kind == NoteKind::InstructorNote);
        if !shown && !noted && !skipped {
            found.push(format!("{}: the picture {url} is neither shown nor told", page.path));
        }
        let letters = source::letters(words);
        if noted && !shown && !letters.is_empty() && !source::letters(&unit.everything()).contains(&letters) {
            found.push(format!("{}: the words of the picture {url} are lost: {words:?}", page.path));
        }
    }
}

fn around(text: &str, at: usize) -> String {
    let from = text[..at].char_indices().rev().nth(20).map_or(0, |(at, _)| at);
    text[from..].chars().take(80).collect()
}
