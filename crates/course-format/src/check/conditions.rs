//! Conditions: they speak of units that exist, and no unit waits for ever.

use std::collections::HashSet;

use super::Look;
use super::course::is_moment;
use crate::model::{Condition, Course, Order, Question, Unit};
use crate::nearest::nearest;
use crate::problem::{Code, Place, Problem};

pub(super) fn look(look: &Look<'_>) {
    for (m, module) in look.course.modules.iter().enumerate() {
        if let Some(when) = &module.when {
            one(look, &look.module_toml(m), when);
        }
        for (u, unit) in module.units.iter().enumerate() {
            if let Some(when) = &unit.when {
                one(look, &look.unit_toml(m, u), when);
            }
        }
    }
    circles(look);
}

fn one(look: &Look<'_>, file: &str, when: &Condition) {
    let problem = |code: Code| Problem::new(code, Place::file(file));
    for key in when.units() {
        if look.course.unit(key).is_none() {
            let hint = nearest(key, look.course.units().map(|unit| unit.key.as_str())).unwrap_or_default();
            look.add(problem(Code::UnknownUnit).with("key", key).with("hint", hint));
        }
    }
    for leaf in when.leaves() {
        match leaf {
            Condition::Score(score) if look.course.unit(&score.unit).is_some_and(|unit| !gives_score(unit)) => {
                look.add(problem(Code::NoScore).with("key", &score.unit));
            }
            Condition::After(time) if !is_moment(time) => {
                let problem = problem(Code::BadDate).with("name", "after").with("value", time);
                look.add(problem.with("example", "2026-12-01T00:00:00+01:00"));
            }
            _ => {}
        }
    }
}

fn gives_score(unit: &Unit) -> bool {
    unit.questions().any(|(_, question)| Question::counts(question))
}

/// Opens whatever can open, again and again, as if every open unit were done with any score. What is still shut in the
/// end, though all it asks for exists, waits for itself.
fn circles(look: &Look<'_>) {
    let course = look.course;
    let mut open: HashSet<&str> = HashSet::new();
    loop {
        let before = open.len();
        let mut all_before_open = true;
        for module in &course.modules {
            let module_open = module.when.as_ref().is_none_or(|when| holds(course, when, &open));
            for unit in &module.units {
                let own = unit.when.as_ref().is_none_or(|when| holds(course, when, &open));
                let turn = course.order == Order::Free || all_before_open;
                if module_open && own && turn {
                    open.insert(&unit.key);
                }
                all_before_open &= !unit.mandatory || open.contains(unit.key.as_str());
            }
        }
        if open.len() == before {
            break;
        }
    }
    let shut: Vec<&str> = course.units().map(|unit| unit.key.as_str()).filter(|key| !open.contains(key)).collect();
    let Some(first) = shut.first() else { return };
    let places = course
        .modules
        .iter()
        .enumerate()
        .flat_map(|(m, module)| module.units.iter().enumerate().map(move |(u, unit)| (m, u, unit.key.as_str())));
    let file =
        places.into_iter().find(|(_, _, key)| key == first).map_or(String::new(), |(m, u, _)| look.unit_toml(m, u));
    look.add(Problem::new(Code::CircularCondition, Place::file(file)).with("path", shut.join(" → ")));
}

fn holds(course: &Course, when: &Condition, open: &HashSet<&str>) -> bool {
    // A unit that does not exist has its own problem and holds nothing shut here.
    let can = |key: &str| open.contains(key) || course.unit(key).is_none();
    match when {
        Condition::Completed(key) => can(key),
        Condition::Score(score) => can(&score.unit),
        Condition::All(list) => list.iter().all(|when| holds(course, when, open)),
        Condition::Any(list) => list.iter().any(|when| holds(course, when, open)),
        Condition::After(_) | Condition::DaysAfterStart(_) | Condition::DaysAfterEnrolment(_) => true,
    }
}
