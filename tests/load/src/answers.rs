//! The sample courses as their authors wrote them, so that learners of the load answer right.

use std::collections::BTreeMap;
use std::path::Path;

use course_format::grade::solution;
use course_format::model::{Course, Unit, UnitType};
use serde_json::{Value, json};
use uuid::Uuid;
use vocabulary::Locale;

use crate::Outcome;
use crate::program::course_folders;

/// Reads every course in the folder, by key.
pub(crate) fn courses(folder: &Path) -> Outcome<BTreeMap<String, Course>> {
    let mut found = BTreeMap::new();
    for path in course_folders(folder)? {
        let mut files = course_format::Files::new();
        walk(&path, &path, &mut files)?;
        let (course, _) = course_format::read(&files);
        let course = course.ok_or_else(|| format!("{}: no course can be read there", path.display()))?;
        found.insert(course.slug.clone(), course);
    }
    Ok(found)
}

fn walk(root: &Path, folder: &Path, files: &mut course_format::Files) -> Outcome<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(root, &path, files)?;
        } else if let Some(name) = path.strip_prefix(root)?.to_str() {
            files.insert(name.to_owned(), std::fs::read(&path)?);
        }
    }
    Ok(())
}

/// The quizzes of a course that anybody may sit as often as they like, from the first day.
pub(crate) fn open_quizzes(course: &Course) -> impl Iterator<Item = &Unit> {
    course.units().filter(|unit| {
        let quiz = unit.quiz_settings();
        unit.kind == UnitType::Quiz && unit.when.is_none() && quiz.tries == 0 && quiz.minutes == 0
    })
}

/// The right answers to the drawn questions of a sitting, as one batch of facts.
pub(crate) fn right_answers(course: &Course, unit: &Unit, enrolment: &str, attempt: &Value) -> Outcome<String> {
    let id = attempt["id"].as_str().ok_or("a sitting without an id")?;
    let drawn: Vec<&str> =
        attempt["questions"].as_array().into_iter().flatten().filter_map(|shown| shown["id"].as_str()).collect();
    let facts: Vec<Value> = unit
        .questions()
        .filter(|(block, _)| drawn.contains(&block.id.as_str()))
        // A scale asks for an opinion: there is no right one, and it counts nothing.
        .filter_map(|(block, question)| Some((block, solution(question, Locale::Ca, course.original())?)))
        .map(|(block, answer)| {
            json!({
                "id": Uuid::now_v7(), "kind": "answered", "enrolment": enrolment, "unit": unit.key,
                "block": block.id, "attempt": id, "answer": answer,
            })
        })
        .collect();
    Ok(json!({ "facts": facts }).to_string())
}
