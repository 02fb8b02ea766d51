//! Reads the files of a course.

use std::collections::HashSet;

use vocabulary::Locale;

use super::Files;
use super::names::{Layout, folders_with, join, text_file};
use super::read_course::{read_course_toml, read_module_toml, read_unit_toml};
use super::sections::{self, RawSection};
use crate::model::{Course, Loose, Module, Section, Unit};
use crate::nearest::nearest;
use crate::problem::{Code, Place, Problem, Sink};

/// What reading a folder gives.
pub(crate) struct Reading {
    /// The course and where its parts lie; None where there is no `course.toml`.
    pub course: Option<(Course, Layout)>,
    /// What was wrong with the files.
    pub problems: Vec<Problem>,
}

/// Reads the files of a course and gathers what is wrong with them as files. Whether the course is a good one is for
/// [`crate::check()`] to say.
#[must_use]
pub fn read(files: &Files) -> (Option<Course>, Vec<Problem>) {
    let reading = read_laid_out(files);
    (reading.course.map(|(course, _)| course), reading.problems)
}

/// The same, and where the parts lie.
pub(crate) fn read_laid_out(files: &Files) -> Reading {
    let sink = Sink::default();
    let course = read_into(files, &sink);
    Reading { course, problems: sink.into_problems() }
}

fn read_into(files: &Files, sink: &Sink) -> Option<(Course, Layout)> {
    if !files.contains_key("course.toml") {
        sink.add(Problem::new(Code::NoCourse, Place::file("course.toml")));
        return None;
    }
    let mut course = read_course_toml("course.toml", &text(files, "course.toml", sink)?, sink);
    read_course_texts(files, sink, &mut course);
    let mut layout = Layout { modules: folders_with(files, "", "module.toml"), units: Vec::new() };
    for folder in &layout.modules {
        let path = join(folder, "module.toml");
        let mut module = read_module_toml(&path, &text(files, &path, sink).unwrap_or_default(), sink);
        read_module_texts(files, sink, folder, &mut module);
        let units = folders_with(files, folder, "unit.toml");
        for folder in &units {
            let path = join(folder, "unit.toml");
            let mut unit = read_unit_toml(&path, &text(files, &path, sink).unwrap_or_default(), sink);
            read_unit_texts(files, sink, folder, &mut unit);
            module.units.push(unit);
        }
        layout.units.push(units);
        course.modules.push(module);
    }
    course.normalise();
    report_unused(files, sink, &course, &layout);
    Some((course, layout))
}

/// A file as text; a file that is not text is reported.
fn text(files: &Files, path: &str, sink: &Sink) -> Option<String> {
    let bytes = files.get(path)?;
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.to_owned()),
        Err(_) => {
            sink.add(Problem::new(Code::NotText, Place::file(path)));
            None
        }
    }
}

fn read_course_texts(files: &Files, sink: &Sink, course: &mut Course) {
    for locale in Locale::ALL {
        let path = text_file("", "course", locale);
        let Some(text) = text(files, &path, sink) else { continue };
        let Course { texts, about, outcomes, outcomes_intro, audience, needs, loose, .. } = &mut *course;
        let mut place = |anchor: &str, section: Section| -> Result<u8, String> {
            let (level, slot) = match anchor {
                "course" => (1, &mut *texts),
                "about" => (2, &mut *about),
                "outcomes" => (2, &mut *outcomes_intro),
                "audience" => (2, &mut *audience),
                "needs" => (2, &mut *needs),
                other => match other.strip_prefix("outcomes.") {
                    Some(id) => (3, outcomes.entry(id.to_owned()).or_default()),
                    None => return Err(hint(other, &["course", "about", "outcomes", "audience", "needs"])),
                },
            };
            slot.insert(locale, section);
            Ok(level)
        };
        assign(&path, &text, locale, sink, &mut place, loose);
    }
}

fn read_module_texts(files: &Files, sink: &Sink, folder: &str, module: &mut Module) {
    for locale in Locale::ALL {
        let path = text_file(folder, "module", locale);
        let Some(text) = text(files, &path, sink) else { continue };
        let Module { texts, loose, .. } = &mut *module;
        let mut place = |anchor: &str, section: Section| {
            if anchor != "module" {
                return Err(hint(anchor, &["module"]));
            }
            texts.insert(locale, section);
            Ok(1)
        };
        assign(&path, &text, locale, sink, &mut place, loose);
    }
}

fn read_unit_texts(files: &Files, sink: &Sink, folder: &str, unit: &mut Unit) {
    for locale in Locale::ALL {
        let path = text_file(folder, "unit", locale);
        let Some(text) = text(files, &path, sink) else { continue };
        let Unit { texts, loose, blocks, .. } = &mut *unit;
        let mut place = |anchor: &str, section: Section| -> Result<u8, String> {
            if anchor == "unit" {
                texts.insert(locale, section);
                return Ok(1);
            }
            let (id, part) = match anchor.split_once('.') {
                Some((id, part)) => (id, Some(part)),
                None => (anchor, None),
            };
            let Some(at) = blocks.iter().position(|block| block.id == id) else {
                let ids: Vec<&str> = blocks.iter().map(|block| block.id.as_str()).collect();
                return Err(hint(id, &ids));
            };
            let block = &mut blocks[at];
            let Some(part) = part else {
                block.texts.insert(locale, section);
                return Ok(2);
            };
            let known = block.part_ids();
            let free = matches!(block.kind, crate::model::BlockKind::Unknown { .. });
            if !free && !known.iter().any(|id| id == part) {
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                return Err(hint(part, &known));
            }
            block.parts.entry(part.to_owned()).or_default().insert(locale, section);
            Ok(3)
        };
        assign(&path, &text, locale, sink, &mut place, loose);
    }
}

fn hint(word: &str, among: &[&str]) -> String {
    nearest(word, among.iter().copied()).unwrap_or_default()
}

/// Puts each section of a text file where its anchor says; what has no place is kept as loose and reported.
fn assign(
    path: &str,
    text: &str,
    locale: Locale,
    sink: &Sink,
    place: &mut dyn FnMut(&str, Section) -> Result<u8, String>,
    loose: &mut Vec<Loose>,
) {
    let parsed = sections::parse(text);
    if let Some(line) = parsed.unclosed {
        sink.add(Problem::new(Code::UnclosedCode, Place::line(path, line)).in_language(locale));
    }
    if !parsed.before.is_empty() {
        sink.add(Problem::new(Code::TextOutsideSection, Place::line(path, 1)).in_language(locale));
        loose.push(Loose { locale, level: 0, anchor: String::new(), title: String::new(), body: parsed.before });
    }
    let mut seen: HashSet<String> = HashSet::new();
    for section in parsed.list {
        let problem = |code: Code| {
            let place = Place { file: path.to_owned(), line: Some(section.line), anchor: Some(section.anchor.clone()) };
            Problem::new(code, place).in_language(locale).with("anchor", &section.anchor)
        };
        if !seen.insert(section.anchor.clone()) {
            sink.add(problem(Code::DuplicateSection));
            loose.push(as_loose(section, locale));
            continue;
        }
        let words = Section { title: section.title.clone(), body: section.body.clone() };
        match place(&section.anchor, words) {
            Ok(level) => {
                if section.level != level {
                    let hashes = |level: u8| "#".repeat(usize::from(level));
                    let problem = problem(Code::SectionLevel);
                    sink.add(problem.with("expected", hashes(level)).with("found", hashes(section.level)));
                }
            }
            Err(hint) => {
                sink.add(problem(Code::UnknownSection).with("hint", hint));
                loose.push(as_loose(section, locale));
            }
        }
    }
}

fn as_loose(section: RawSection, locale: Locale) -> Loose {
    Loose { locale, level: section.level, anchor: section.anchor, title: section.title, body: section.body }
}

/// Files that nothing in the course asks for. What lies beside a course for its makers (a readme, a licence) is theirs.
fn report_unused(files: &Files, sink: &Sink, course: &Course, layout: &Layout) {
    let mut known: HashSet<String> = HashSet::from(["course.toml".to_owned()]);
    let mut folder = |folder: &str, stem: &str| {
        known.insert(join(folder, &format!("{stem}.toml")));
        known.extend(Locale::ALL.map(|locale| text_file(folder, stem, locale)));
    };
    folder("", "course");
    for (modules, units) in layout.modules.iter().zip(&layout.units) {
        folder(modules, "module");
        units.iter().for_each(|unit| folder(unit, "unit"));
    }
    for path in files.keys() {
        if let Some(name) = path.strip_prefix("media/") {
            if !course.media.contains(path) {
                sink.add(Problem::new(Code::UnusedMedia, Place::file(path.clone())).with("file", name));
            }
        } else if !known.contains(path) && path.contains('/') {
            sink.add(Problem::new(Code::UnusedFile, Place::file(path.clone())));
        }
    }
}
