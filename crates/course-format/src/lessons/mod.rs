//! Brings lessons in that were not written for Aulari: a folder of plain Markdown files becomes a course. Nothing is
//! silently lost: what could not be carried over is listed, with its place.

mod about;
mod blocks;
mod html;
mod inline;
mod language;
mod notes;
mod order;
mod sources;
mod tags;
mod tidy;

use std::collections::{BTreeMap, HashMap, HashSet};

use vocabulary::Locale;

use crate::folder::Files;
use crate::minutes::course_minutes;
use crate::model::{Course, Kind, Module, Section, Unit};
use crate::problem::Problem;

pub use notes::{Note, NoteKind};
use sources::{Page, Role};

/// Minutes above which a course is a mooc.
const INSTANT_AT_MOST: u32 = 240;

/// What an import gives.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The course, in its canonical form.
    pub course: Course,
    /// The media files that it uses: path in the course (`media/map.png`) to path in the files it came from.
    pub media: BTreeMap<String, String>,
    /// Pages that were left out, and why.
    pub left_out: Vec<Note>,
    /// What was carried over in another form, or shown as its words.
    pub approximated: Vec<Note>,
    /// What a check says about the course.
    pub problems: Vec<Problem>,
}

/// There is no page in the files that could be a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no Markdown page here that could be a lesson")]
pub struct NothingToImport;

/// Makes a course of plain Markdown lessons. `name` is that of the folder or archive: it becomes the title where
/// nothing better is found.
///
/// # Errors
/// Where no page could be a lesson.
pub fn import(files: &Files, name: &str) -> Result<Imported, NothingToImport> {
    let gathered = sources::gather(files);
    let mut notes = gathered.notes;
    let about = about::about(files, &gathered.root, &gathered.pages, name);
    let locale = about.locale;
    let mut pages = order::ordered(gathered.pages, &gathered.root, files);
    pages.retain(|page| keep(page, &mut notes));
    if pages.is_empty() {
        return Err(NothingToImport);
    }
    let keys = unit_keys(&pages);
    let places: HashMap<String, String> =
        pages.iter().zip(&keys).map(|(page, key)| (page.path.clone(), key.clone())).collect();
    let mut media = inline::Media::new(files);
    let mut course = Course::new(about.slug.clone(), Kind::Instant, vec![locale]);
    course.licence.clone_from(&about.licence);
    course.source.clone_from(&about.source);
    course.authors.clone_from(&about.authors);
    course.audiences = vec!["everyone".into()];
    let mut folders: Vec<String> = Vec::new();
    for (page, key) in pages.iter().zip(&keys) {
        let carry = inline::Carry { page, places: &places, locale, root: &gathered.root };
        let unit = unit(page, key, &carry, &mut media, &mut notes);
        let at = folders.iter().position(|folder| *folder == page.module).unwrap_or_else(|| {
            folders.push(page.module.clone());
            course.modules.push(Module { key: String::new(), ..Module::default() });
            folders.len() - 1
        });
        course.modules[at].units.push(unit);
    }
    name_modules(&mut course, &folders, &about, &pages);
    let carry_about = Page { path: about.page.clone(), ..Page::default() };
    let carry = inline::Carry { page: &carry_about, places: &places, locale, root: &gathered.root };
    let body = inline::carry(&tidy::plain(&about.body), &carry, &mut media, &mut notes);
    course.texts.insert(locale, Section { title: about.title, body: about.summary });
    let body = if body.trim().is_empty() { course.texts.body(locale).to_owned() } else { body };
    course.about.insert(locale, Section { title: String::new(), body });
    course.normalise();
    course.minutes = course_minutes(&course);
    if course.minutes > INSTANT_AT_MOST {
        course.kind = Kind::Mooc;
    }
    let found = media.found;
    let mut problems = crate::check(&course, &|path| found.contains_key(path));
    // Lessons that were not written for Aulari follow nobody's limits of weeks and outcomes: that stands in nobody's way, and
    // the author sees it among the findings.
    course.accepted = accepted_kinds(&problems);
    if !course.accepted.is_empty() {
        problems = crate::check(&course, &|path| found.contains_key(path));
    }
    let (left_out, approximated) = notes.into_iter().partition(|note| note.kind.leaves_out());
    Ok(Imported { course, media: found, left_out, approximated, problems })
}

/// The findings about the limits of a kind of course, by code, each once.
fn accepted_kinds(problems: &[Problem]) -> Vec<String> {
    let mut codes: Vec<String> = problems
        .iter()
        .filter(|problem| problem.acceptable && problem.code.name().starts_with("kind-"))
        .map(|problem| problem.code.name().to_owned())
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

/// False for pages without anything to read; they are noted.
fn keep(page: &Page, notes: &mut Vec<Note>) -> bool {
    if page.role != Role::Lesson {
        notes.push(Note::new(NoteKind::FrontPage, &page.path, &page.title));
        return false;
    }
    let (words, links) = inline::substance(&tidy::plain(&page.text));
    let why = match (words, links) {
        (0, 0) => NoteKind::Empty,
        (0..=3, _) => NoteKind::OnlyLinks,
        _ => return true,
    };
    notes.push(Note::new(why, &page.path, &page.title));
    false
}

fn unit(
    page: &Page,
    key: &str,
    carry: &inline::Carry<'_>,
    media: &mut inline::Media<'_>,
    notes: &mut Vec<Note>,
) -> Unit {
    let built = blocks::build(page, carry, media, notes);
    let mut unit = Unit::lesson(key);
    unit.blocks = built.blocks;
    let goal = if built.goal.trim().is_empty() {
        match carry.locale {
            Locale::Ca => format!("Després d'aquesta lliçó hauràs llegit sobre: {}.", page.title),
            Locale::Es => format!("Después de esta lección habrás leído sobre: {}.", page.title),
            Locale::En => format!("After this lesson you will have read about: {}.", page.title),
        }
    } else {
        built.goal
    };
    unit.texts.insert(carry.locale, Section { title: page.title.clone(), body: goal });
    unit
}

/// A key for each page, from its path, unique in the course.
fn unit_keys(pages: &[Page]) -> Vec<String> {
    let mut seen: HashSet<String> = HashSet::new();
    pages
        .iter()
        .map(|page| {
            let by_name = sources::slug(&page.name, "lesson");
            // Pages of the same name (`assignment`) are told apart by their titles where these differ.
            let wanted = if seen.contains(&by_name) { sources::slug(&page.title, &by_name) } else { by_name };
            let key = unique(&mut seen, &wanted);
            seen.insert(key.clone());
            key
        })
        .collect()
}

fn unique(seen: &mut HashSet<String>, wanted: &str) -> String {
    let mut key = wanted.to_owned();
    let mut number = 2;
    while seen.contains(&key) {
        let short: String = wanted.chars().take(58).collect();
        key = format!("{}-{number}", short.trim_end_matches('-'));
        number += 1;
    }
    key
}

fn name_modules(course: &mut Course, folders: &[String], about: &about::About, pages: &[Page]) {
    let locale = about.locale;
    let alone = folders.len() == 1;
    let mut seen: HashSet<String> = HashSet::new();
    for (module, folder) in course.modules.iter_mut().zip(folders) {
        let own = pages.iter().find(|page| page.module == *folder && page.opens_module).map(|page| page.title.clone());
        let title = if alone && own.is_none() { about.title.clone() } else { about.module_title(folder, own) };
        let key = unique(&mut seen, &sources::slug(&title, "module"));
        seen.insert(key.clone());
        module.key = key;
        module.texts.insert(locale, Section { title, body: String::new() });
    }
}
