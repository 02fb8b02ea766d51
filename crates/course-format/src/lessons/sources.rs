//! Which files are lessons, what they are called and which module they belong to.

use std::collections::{HashMap, HashSet};

use serde_yaml_ng::Value;

use super::language::{self, Guess};
use super::names::{humanise, numbers, plain_title};
use super::notes::{Note, NoteKind};
use super::{front, text, tongue};
use crate::folder::Files;

/// What a page is to a course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Something to learn from.
    #[default]
    Lesson,
    /// The course's front page.
    Front,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// Path as it came.
    pub path: String,
    /// Path below the root of the lessons.
    pub inside: String,
    /// What it is.
    pub role: Role,
    /// The folder or number that makes its module; empty where there is none.
    pub module: String,
    /// The title of its module, where the course's table of contents gives one.
    pub module_title: Option<String>,
    /// True for the front page of a module's folder.
    pub opens_module: bool,
    /// The name that its key comes from, without numbers.
    pub name: String,
    /// Its title.
    pub title: String,
    /// True where the page itself gives its title.
    pub titled: bool,
    /// Its text, without front matter and title.
    pub text: String,
    /// Its front matter.
    pub front: Value,
    /// Where its front matter wants it.
    pub position: Option<i64>,
}

/// The pages found in some files.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The folder that holds everything, with a slash at its end, or nothing.
    pub root: String,
    /// Lessons and front page.
    pub pages: Vec<Page>,
    /// The language that a folder or a name says.
    pub language: Option<String>,
    /// Pages that are neither.
    pub notes: Vec<Note>,
}

/// Names of pages that are about a project.
const PROJECT_PAGES: &str = "license licence copying code_of_conduct code-of-conduct conduct contributing contributors security \
    support changelog changes authors citation translations summary _sidebar _navbar pull_request_template \
    issue_template for-teachers links governance maintainers funding style_guide styleguide release_notes \
    third-party-notices agents claude 404 search tags";

/// Folders whose pages are not lessons.
const OTHER_FOLDERS: &[(&str, NoteKind)] = &[
    ("translations", NoteKind::Translation),
    ("instructors", NoteKind::ForInstructors),
    ("instructor", NoteKind::ForInstructors),
    ("node_modules", NoteKind::AboutTheProject),
    ("_layouts", NoteKind::AboutTheProject),
    ("_includes", NoteKind::AboutTheProject),
    ("_extras", NoteKind::AboutTheProject),
    ("bin", NoteKind::AboutTheProject),
    ("templates", NoteKind::AboutTheProject),
    ("archetypes", NoteKind::AboutTheProject),
    ("layouts", NoteKind::AboutTheProject),
    ("themes", NoteKind::AboutTheProject),
    ("vendor", NoteKind::AboutTheProject),
    ("_data", NoteKind::AboutTheProject),
    ("_sass", NoteKind::AboutTheProject),
    ("_drafts", NoteKind::AboutTheProject),
    ("_site", NoteKind::AboutTheProject),
    ("_build", NoteKind::AboutTheProject),
    ("venv", NoteKind::AboutTheProject),
    ("site-packages", NoteKind::AboutTheProject),
    ("snippets", NoteKind::Part),
    ("partials", NoteKind::Part),
    ("_partials", NoteKind::Part),
    ("_snippets", NoteKind::Part),
    ("profiles", NoteKind::ForInstructors),
    ("lesson-template", NoteKind::AboutTheProject),
    ("quiz-app", NoteKind::AboutTheProject),
];

/// Folders that only hold the lessons and say nothing of their own.
pub(super) const HOLDERS: &str = "docs doc content src lessons lesson episodes _episodes _articles _posts chapters course site book pages \
    curriculum _lessons _docs _pages _chapters _modules main source text markdown md website tutorial \
    tutorials";

/// Finds the pages. `wanted` is the language that the lessons' settings or their name speak of.
pub(super) fn gather(files: &Files, wanted: Option<&str>) -> Gathered {
    let mut gathered = Gathered { root: common_root(files), ..Gathered::default() };
    let mut found: Vec<(&str, &str)> = Vec::new();
    for path in files.keys() {
        let Some(inside) = path.strip_prefix(gathered.root.as_str()) else { continue };
        let hidden = inside.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
        if hidden {
            continue;
        }
        let Some((stem, ending)) = inside.rsplit_once('.') else { continue };
        let file = stem.rsplit('/').next().unwrap_or(stem);
        let other = other_folder(inside);
        if OTHER_FORMATS.contains(&ending.to_lowercase().as_str()) && other.is_none() {
            gathered.notes.push(Note::new(NoteKind::OtherFormat, path, ending));
        }
        if !is_markdown(ending) {
            continue;
        }
        let is_project = PROJECT_PAGES.split(' ').any(|word| word == file.to_lowercase());
        let is_part = file.starts_with('_') && !matches!(file.to_lowercase().as_str(), "_index" | "_sidebar");
        let why = other
            .or_else(|| is_project.then_some(NoteKind::AboutTheProject))
            .or_else(|| is_part.then_some(NoteKind::Part));
        match why {
            Some(why) => gathered.notes.push(Note::new(why, path, inside)),
            None => found.push((path, inside)),
        }
    }
    let insides: Vec<&str> = found.iter().map(|(_, inside)| *inside).collect();
    let tongue = tongue::choose(&insides, wanted);
    gathered.language.clone_from(&tongue.chosen);
    for (path, inside) in found {
        if tongue.others.contains(inside) {
            gathered.notes.push(Note::new(NoteKind::Translation, path, inside));
            continue;
        }
        let Some(bytes) = files.get(path) else { continue };
        let (text, encoding) = text::read(bytes);
        if let Some(encoding) = encoding {
            gathered.notes.push(Note::new(NoteKind::Encoding, path, encoding));
        }
        gathered.pages.push(page(path, inside, &text, &tongue.folders));
    }
    strangers(&mut gathered);
    modules(&mut gathered.pages, &tongue.folders);
    // The name of the first page says what it is, unless there is nothing but it.
    if gathered.pages.len() == 1 {
        gathered.pages.iter_mut().for_each(|page| page.role = Role::Lesson);
    }
    gathered
}

/// Pages in another language than most, with the name of a page in that of most, are translations.
fn strangers(gathered: &mut Gathered) {
    let guesses: Vec<Guess> =
        gathered.pages.iter().map(|page| language::guess(&page.text.chars().take(3000).collect::<String>())).collect();
    let mut counts: HashMap<Guess, usize> = HashMap::new();
    guesses.iter().filter(|guess| **guess != Guess::Unsure).for_each(|guess| *counts.entry(*guess).or_default() += 1);
    let Some((most, _)) = counts.into_iter().max_by_key(|(guess, count)| (*count, matches!(guess, Guess::Spoken(_))))
    else {
        return;
    };
    let stem = |page: &Page| {
        let file = page.inside.rsplit('/').next().unwrap_or_default().to_lowercase();
        let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem).to_owned();
        // A name that many pages have tells nothing.
        (!is_index(&page.inside)).then_some(stem)
    };
    let known: HashSet<String> = gathered
        .pages
        .iter()
        .zip(&guesses)
        .filter(|(_, guess)| **guess == most)
        .filter_map(|(page, _)| stem(page))
        .collect();
    let pages = std::mem::take(&mut gathered.pages);
    for (page, guess) in pages.into_iter().zip(guesses) {
        let other = guess != most && guess != Guess::Unsure;
        if other
            && stem(&page).is_some_and(|stem| {
                known.iter().any(|known| {
                    stem == *known || stem.starts_with(&format!("{known}_")) || stem.starts_with(&format!("{known}-"))
                })
            })
        {
            gathered.notes.push(Note::new(NoteKind::Translation, &page.path, &page.inside));
        } else {
            gathered.pages.push(page);
        }
    }
}

/// Why the pages of a folder are no lessons.
fn other_folder(inside: &str) -> Option<NoteKind> {
    let folders = || inside.split('/').rev().skip(1);
    OTHER_FOLDERS
        .iter()
        .find(|(name, _)| folders().any(|folder| folder.eq_ignore_ascii_case(name)))
        .map(|(_, why)| *why)
}

/// Formats of pages that are not read.
const OTHER_FORMATS: &[&str] = &["ipynb", "rst", "adoc", "asciidoc", "tex", "org", "textile"];

/// How many lessons a module may have before its folders make modules of their own.
const MODULE_AT_MOST: usize = 24;

/// Gives each page the module that its folders make.
fn modules(pages: &mut [Page], silent: &HashSet<String>) {
    let telling = |page: &Page| -> Vec<String> {
        let mut folders: Vec<&str> = page.inside.split('/').collect();
        folders.pop();
        folders.into_iter().filter(|folder| !is_holder(folder, silent)).map(str::to_owned).collect()
    };
    let all: Vec<Vec<String>> = pages.iter().map(telling).collect();
    let mut depth = vec![1usize; pages.len()];
    // A folder with very many lessons is parted by the folders in it.
    for _ in 0..4 {
        let mut sizes: HashMap<Vec<String>, usize> = HashMap::new();
        for (at, folders) in all.iter().enumerate() {
            *sizes.entry(folders.iter().take(depth[at]).cloned().collect()).or_default() += 1;
        }
        for (at, folders) in all.iter().enumerate() {
            let own: Vec<String> = folders.iter().take(depth[at]).cloned().collect();
            let inner = if is_index(&pages[at].inside) { folders.len().saturating_sub(1) } else { folders.len() };
            if sizes.get(&own).copied().unwrap_or_default() > MODULE_AT_MOST && inner > depth[at] {
                depth[at] += 1;
            }
        }
    }
    for ((page, folders), depth) in pages.iter_mut().zip(&all).zip(&depth) {
        let own: Vec<&str> = folders.iter().take(*depth).map(String::as_str).collect();
        if !own.is_empty() {
            page.module = own.join("/");
        }
        page.opens_module = is_index(&page.inside) && folders.len() == own.len() && !own.is_empty();
    }
    // Where every module would have one lesson, the lessons are one module.
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    for page in pages.iter().filter(|page| page.role == Role::Lesson) {
        *sizes.entry(page.module.as_str()).or_default() += 1;
    }
    if sizes.len() > 2 && sizes.values().all(|size| *size == 1) {
        for page in pages {
            page.module = String::new();
            page.opens_module = false;
        }
    }
}

pub(super) fn is_index(inside: &str) -> bool {
    let file = inside.rsplit('/').next().unwrap_or(inside);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
    let stem = stem.split('.').next().unwrap_or_default();
    matches!(stem, "readme" | "index" | "_index" | "article")
}

fn is_holder(folder: &str, silent: &HashSet<String>) -> bool {
    HOLDERS.split(' ').any(|word| word == folder.to_lowercase()) || silent.contains(folder)
}

fn is_markdown(extension: &str) -> bool {
    ["md", "markdown", "mdx", "rmd", "qmd", "mkd"].contains(&extension.to_lowercase().as_str())
}

/// The folder that all files lie in.
pub(super) fn common_root(files: &Files) -> String {
    let mut shown = files.keys().filter(|path| !path.starts_with("__MACOSX") && path.contains(|c: char| c != '.'));
    let Some(first) = shown.next() else { return String::new() };
    let mut root: Vec<&str> = first.split('/').collect();
    root.pop();
    for path in shown {
        let parts: Vec<&str> = path.split('/').collect();
        let same = root.iter().zip(&parts[..parts.len() - 1]).take_while(|(a, b)| a == b).count();
        root.truncate(same);
    }
    if root.is_empty() { String::new() } else { format!("{}/", root.join("/")) }
}

/// Names that say nothing of what a page is about.
const EMPTY_NAMES: &str = "readme index _index article content contents lesson page text task solution notes main lecture \
    assignment exercise exercises slides";

fn page(path: &str, inside: &str, text: &str, silent: &HashSet<String>) -> Page {
    let (front, body) = front::matter(text);
    let file = inside.rsplit('/').next().unwrap_or(inside);
    let file = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let is_index = is_index(inside);
    let mut folders: Vec<&str> = inside.split('/').collect();
    folders.pop();
    let above = folders.iter().rev().copied().find(|folder| !is_holder(folder, silent));
    let own_name = if is_index { above.unwrap_or(file) } else { file };
    let (number, rest) = numbers(own_name);
    let name = if rest.is_empty() { own_name } else { rest }.to_owned();
    let named =
        ["title", "sidebar_label", "linkTitle", "name"].iter().find_map(|key| front.get(*key)).and_then(|title| {
            match title {
                Value::String(title) => Some(title.trim().to_owned()),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            }
        });
    let named = named.filter(|title| !title.is_empty() && title != "FIXME" && !title.contains("{{"));
    let (heading, text) = front::heading(&body, named.as_deref().map(plain_title).as_deref());
    let told = named.or(heading);
    let titled = told.is_some();
    let title = told.unwrap_or_else(|| {
        match above.filter(|_| EMPTY_NAMES.split(' ').any(|word| word == name.to_lowercase())) {
            Some(folder) => format!("{}: {}", humanise(folder), humanise(&name).to_lowercase()),
            None => humanise(&name),
        }
    });
    let position = ["weight", "order", "nav_order", "sidebar_position", "position", "lesson", "chapter", "step"]
        .iter()
        .find_map(|key| {
            front
                .get(*key)
                .and_then(|value| value.as_i64().or_else(|| value.as_str().and_then(|text| text.trim().parse().ok())))
        });
    Page {
        path: path.to_owned(),
        inside: inside.to_owned(),
        role: if is_index && above.is_none() { Role::Front } else { Role::Lesson },
        opens_module: false,
        module: if is_index { String::new() } else { number.unwrap_or_default() },
        module_title: None,
        title: plain_title(&title),
        titled,
        name,
        text,
        front,
        position,
    }
}
