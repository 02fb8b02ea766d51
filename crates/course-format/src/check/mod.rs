//! Says what is wrong with a course, where, and how to mend it. Each file here looks at one thing and reads only the
//! course; lines are found afterwards in the text.

mod bare;
mod conditions;
mod course;
mod feedback;
mod ids;
mod lines;
mod media;
mod questions;
mod sections;
mod texts;

use vocabulary::Locale;

pub(crate) use texts::{leads_out, template_tag};

use crate::folder::names::{Layout, join, text_file};
use crate::folder::{Files, read_laid_out, rooted, write};
use crate::model::Course;
use crate::problem::{Code, Place, Problem, Sink};

/// A folder that has been looked over.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The course, where there is one.
    pub course: Option<Course>,
    /// What is wrong with the files and with the course, in the order of the files.
    pub problems: Vec<Problem>,
}

impl Checked {
    /// True when nothing stands in the way of publishing.
    #[must_use]
    pub fn publishable(&self) -> bool {
        self.course.is_some() && !self.problems.iter().any(Problem::blocks)
    }

    /// True when writing the course again would lose nothing.
    #[must_use]
    pub fn writable(&self) -> bool {
        self.course.is_some() && !self.problems.iter().any(Problem::forbids_writing)
    }
}

/// Reads the files of a course and looks them over. Places are those of the files.
#[must_use]
pub fn check_folder(files: &Files) -> Checked {
    let files = rooted(files);
    let reading = read_laid_out(&files);
    let mut problems = reading.problems;
    let course = reading.course.map(|(course, layout)| {
        let mut found = look(&course, layout, &|path| files.contains_key(path));
        lines::locate(&mut found, &files);
        problems.extend(found);
        course
    });
    if let Some(course) = &course {
        accept(course, &mut problems);
    }
    sort(&mut problems);
    Checked { course, problems }
}

/// Looks a course over that did not come from files just now. Places are those of its canonical folder. `has_file` says
/// whether a media file is there, by its path from the course's folder (`media/map.svg`).
#[must_use]
pub fn check(course: &Course, has_file: &dyn Fn(&str) -> bool) -> Vec<Problem> {
    let mut problems = look(course, Layout::canonical(course), has_file);
    lines::locate(&mut problems, &write(course));
    accept(course, &mut problems);
    sort(&mut problems);
    problems
}

fn sort(problems: &mut Vec<Problem>) {
    problems.sort_by(|a, b| (&a.place, a.code, &a.params).cmp(&(&b.place, b.code, &b.params)));
    problems.dedup();
}

/// Marks what the author has accepted.
fn accept(course: &Course, problems: &mut [Problem]) {
    for problem in problems.iter_mut().filter(|problem| problem.acceptable) {
        problem.accepted = course.accepted.iter().any(|code| code == problem.code.name());
    }
}

/// What the parts of the check share.
struct Look<'a> {
    course: &'a Course,
    layout: Layout,
    has_file: &'a dyn Fn(&str) -> bool,
    sink: Sink,
}

impl Look<'_> {
    fn add(&self, problem: Problem) {
        self.sink.add(problem);
    }

    /// A problem with `course.toml`.
    fn in_course(&self, code: Code) -> Problem {
        Problem::new(code, Place::file("course.toml"))
    }

    fn module_toml(&self, module: usize) -> String {
        join(self.layout.module(module), "module.toml")
    }

    fn unit_toml(&self, module: usize, unit: usize) -> String {
        join(self.layout.unit(module, unit), "unit.toml")
    }

    fn unit_text(&self, module: usize, unit: usize, locale: Locale) -> String {
        text_file(self.layout.unit(module, unit), "unit", locale)
    }

    fn module_text(&self, module: usize, locale: Locale) -> String {
        text_file(self.layout.module(module), "module", locale)
    }
}

fn look(course: &Course, layout: Layout, has_file: &dyn Fn(&str) -> bool) -> Vec<Problem> {
    let look = Look { course, layout, has_file, sink: Sink::default() };
    ids::look(&look);
    course::look(&look);
    conditions::look(&look);
    sections::look(&look);
    questions::look(&look);
    feedback::look(&look);
    media::look(&look);
    texts::look(&look);
    look.sink.into_problems()
}
