//! Brings lessons in that were not written for Aulari: a folder of plain Markdown files becomes a course. Nothing is
//! silently lost: what could not be carried over is listed, with its place.

mod about;
mod blocks;
mod boxes;
mod clearing;
mod code;
mod components;
mod contents;
mod definitions;
mod dialects;
mod front;
mod html;
mod html_writer;
mod include;
mod inline;
mod inline_html;
mod language;
mod licence;
mod links;
mod marks;
mod media;
mod names;
mod notes;
mod order;
mod shapes;
mod sources;
mod tags;
mod text;
mod tidy;
mod tongue;

use std::collections::{BTreeMap, HashMap, HashSet};

use vocabulary::Locale;

use crate::folder::Files;
use crate::minutes::course_minutes;
use crate::model::{Course, Kind, Module, Section, Unit};
use crate::problem::Problem;

use definitions::Definitions;
use links::Places;
use media::Media;
pub use media::Usable;
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
    /// The unit that each page became: path of the page to key of the unit.
    pub units: BTreeMap<String, String>,
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
/// nothing better is found. `usable` tells of a media file whether it can be used as it is.
///
/// # Errors
/// Where no page could be a lesson.
pub fn import(files: &Files, name: &str, usable: &Usable<'_>) -> Result<Imported, NothingToImport> {
    let root = sources::common_root(files);
    let configs = about::configs(files, &root);
    let mut gathered = sources::gather(files, about::wanted(&configs, name).as_deref());
    let mut notes = std::mem::take(&mut gathered.notes);
    let about = about::about(files, &gathered, &configs, name, &mut notes);
    let locale = about.locale;
    include::all(&mut gathered.pages, files, &mut notes);
    let mut pages = order::ordered(gathered.pages, &gathered.root, files, &mut notes);
    // A page that only names its folder still names it when it is left out.
    let openers: HashMap<String, String> = pages
        .iter()
        .filter(|page| page.opens_module && page.titled)
        .map(|page| (page.module.clone(), page.title.clone()))
        .collect();
    pages.retain(|page| keep(page, &mut notes));
    if pages.is_empty() {
        return Err(NothingToImport);
    }
    let keys = unit_keys(&pages);
    let places = Places::new(&pages, &keys, &gathered.root);
    let links = shared_links(files, &gathered.root);
    let mut media = Media::new(files, usable);
    let mut course = Course::new(about.slug.clone(), Kind::Instant, vec![locale]);
    course.licence.clone_from(&about.licence);
    course.source.clone_from(&about.source);
    course.authors.clone_from(&about.authors);
    course.audiences = vec!["everyone".into()];
    let mut folders: Vec<String> = Vec::new();
    for (page, key) in pages.iter().zip(&keys) {
        let carry = inline::Carry { page, places: &places, locale, links: &links };
        let unit = unit(page, key, &carry, &mut media, &mut notes);
        let at = folders.iter().position(|folder| *folder == page.module).unwrap_or_else(|| {
            folders.push(page.module.clone());
            course.modules.push(Module { key: String::new(), ..Module::default() });
            folders.len() - 1
        });
        course.modules[at].units.push(unit);
    }
    name_modules(&mut course, &folders, &about, &pages, &openers);
    let carry_about = Page { path: about.page.clone(), ..Page::default() };
    let carry = inline::Carry { page: &carry_about, places: &places, locale, links: &links };
    let body = Definitions::of(&tidy::plain(&about.whole), &links).with(&tidy::plain(&about.body));
    let body = inline::carry(&body, &carry, &mut media, &mut notes);
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
    let units = pages.into_iter().map(|page| page.path).zip(keys).collect();
    Ok(Imported { course, media: found, units, left_out, approximated, problems })
}

/// Addresses that all pages of some systems share.
fn shared_links(files: &Files, root: &str) -> String {
    ["links.md", "_includes/links.md", "includes/links.md", "_links.md"]
        .iter()
        .filter_map(|name| files.get(&format!("{root}{name}")))
        .map(|bytes| definitions::links_of(&text::read(bytes).0))
        .collect()
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

fn unit(page: &Page, key: &str, carry: &inline::Carry<'_>, media: &mut Media<'_>, notes: &mut Vec<Note>) -> Unit {
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
            let by_name = names::slug(&page.name, "lesson");
            // Pages of the same name (`assignment`) are told apart by their titles where these differ.
            let wanted = if seen.contains(&by_name) { names::slug(&page.title, &by_name) } else { by_name };
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

fn name_modules(
    course: &mut Course,
    folders: &[String],
    about: &about::About,
    pages: &[Page],
    openers: &HashMap<String, String>,
) {
    let locale = about.locale;
    let alone = folders.len() == 1;
    let mut seen: HashSet<String> = HashSet::new();
    for (module, folder) in course.modules.iter_mut().zip(folders) {
        let told = pages.iter().filter(|page| page.module == *folder).find_map(|page| page.module_title.clone());
        let own = told.or_else(|| openers.get(folder).cloned());
        let title = if alone && own.is_none() { about.title.clone() } else { about.module_title(folder, own) };
        let key = unique(&mut seen, &names::slug(&title, "module"));
        seen.insert(key.clone());
        module.key = key;
        module.texts.insert(locale, Section { title, body: String::new() });
    }
}
