//! Finds the lines of problems that name a section or a block. A line that a problem brings with it counts from the
//! first line of the section's body.

use std::collections::HashMap;

use crate::folder::Files;
use crate::folder::sections::{RawSection, parse};
use crate::problem::Problem;

/// Fills in the lines as far as the files tell them.
pub(super) fn locate(problems: &mut [Problem], files: &Files) {
    let mut parsed: HashMap<String, Vec<RawSection>> = HashMap::new();
    for problem in problems {
        let Some(anchor) = problem.place.anchor.clone() else { continue };
        let text = files.get(&problem.place.file).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default();
        problem.place.line = if problem.place.file.ends_with(".md") {
            let sections = parsed.entry(problem.place.file.clone()).or_insert_with(|| parse(text).list);
            let found = sections.iter().find(|section| section.anchor == anchor);
            found.map(|section| match problem.place.line {
                Some(line) => body_line(text, section.line) + line - 1,
                None => section.line,
            })
        } else {
            let id = anchor.split('.').next().unwrap_or(&anchor);
            line_of_id(text, id)
        };
    }
}

/// The line where the body of the section begins whose heading is at this line.
fn body_line(text: &str, heading: usize) -> usize {
    let blank = text.lines().skip(heading).take_while(|line| line.trim().is_empty()).count();
    heading + blank + 1
}

fn line_of_id(text: &str, id: &str) -> Option<usize> {
    let wanted = format!("\"{id}\"");
    let says = |line: &str| {
        let (key, value) = line.split_once('=')?;
        (key.trim() == "id" && value.trim().starts_with(&wanted)).then_some(())
    };
    text.lines().position(|line| says(line).is_some()).map(|at| at + 1)
}
