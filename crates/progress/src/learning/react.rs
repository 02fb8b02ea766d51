//! What follows from a fact of learning: a lesson or quiz passed for the first time, a unit done, the course completed.

use course_format::model::{Course, Unit, UnitType};
use ledger::{Fact, FactKind, NewFact};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;
use vocabulary::Competence;

use super::state::{LearningState, enrolment_state::ACTIVE};
use crate::{
    payload::{Answered, AttemptSubmitted, Completed, Done, Passed},
    rules::badges,
};

pub(super) fn react(state: &mut LearningState, fact: &Fact) -> Vec<NewFact> {
    let context = fact.version.and_then(|version| state.courses.get(&version));
    let (Some(id), Some(course)) = (fact.enrolment.map(|id| id.0), context.map(|context| context.course.clone()))
    else {
        return vec![];
    };
    let unit = fact.unit.as_deref().and_then(|key| course.unit(key));
    let mut facts = match (fact.kind, unit) {
        (FactKind::AttemptSubmitted, Some(unit)) => submitted(state, id, fact, &course, unit),
        (FactKind::Done, Some(unit)) => lesson(state, id, fact, &course, unit),
        (FactKind::Answered, Some(unit)) if first_right(fact) => lesson(state, id, fact, &course, unit),
        _ => vec![],
    };
    // A derived fact brings this function back once it is folded; completion is judged on the last of them.
    if facts.is_empty() {
        facts.extend(completed(state, id, fact, &course));
    }
    facts
}

fn submitted(state: &LearningState, id: Uuid, fact: &Fact, course: &Course, unit: &Unit) -> Vec<NewFact> {
    let passed = AttemptSubmitted::deserialize(&fact.payload).is_ok_and(|payload| payload.passed);
    let before = state.unit_done(id, &unit.key);
    let mut facts = vec![];
    if passed && !before.passed {
        facts.push(after(fact, FactKind::Passed, pass(course, unit)));
    }
    if passed && !before.done {
        facts.push(after(fact, FactKind::Done, Done { mandatory: unit.mandatory }));
    }
    facts
}

/// A lesson is passed when it is done and each of its questions was answered right; one without questions never is.
fn lesson(state: &LearningState, id: Uuid, fact: &Fact, course: &Course, unit: &Unit) -> Vec<NewFact> {
    let scored = unit.questions().filter(|(_, question)| question.counts()).count();
    let right = state.units.get(&(id, unit.key.clone())).map_or(0, |row| row.questions_right);
    let done = state.unit_done(id, &unit.key);
    let all_right = usize::try_from(right).is_ok_and(|right| right >= scored);
    if unit.kind == UnitType::Lesson && scored > 0 && all_right && done.done && !done.passed {
        vec![after(fact, FactKind::Passed, pass(course, unit))]
    } else {
        vec![]
    }
}

fn completed(state: &mut LearningState, id: Uuid, fact: &Fact, course: &Course) -> Option<NewFact> {
    // Only these can meet a rule; and an enrolment completes once.
    const MAY: [FactKind; 8] = [
        FactKind::Opened,
        FactKind::Answered,
        FactKind::AttemptStarted,
        FactKind::AttemptSubmitted,
        FactKind::Done,
        FactKind::Passed,
        // A sitting can end while the course is closed; a newer version can ask for less.
        FactKind::Reopened,
        FactKind::Moved,
    ];
    if !MAY.contains(&fact.kind) {
        return None;
    }
    let row = state.enrolments.get(&id)?;
    if row.state != ACTIVE || row.completed_at.is_some() {
        return None;
    }
    let standing = state.standing(id, course);
    // What follows from one proposal is folded one after another: a second of these facts can meet the rule before the
    // completion that the first one brought is folded.
    if !standing.met() || !state.completing.insert(id) {
        return None;
    }
    let badges = if course.rewards { badges::of_course(course) } else { vec![] };
    let mut fact = after(fact, FactKind::Completed, Completed { permille: standing.score_permille, badges });
    fact.unit = None;
    Some(fact)
}

fn first_right(fact: &Fact) -> bool {
    Answered::deserialize(&fact.payload).is_ok_and(|payload| payload.first_right)
}

fn pass(course: &Course, unit: &Unit) -> Passed {
    let of_unit = unit.competences.iter().filter(|tag| Competence::find(&tag.id).is_some()).map(|tag| tag.level).max();
    Passed { level: of_unit.unwrap_or(course.level), quiet: !course.rewards }
}

fn after(fact: &Fact, kind: FactKind, payload: impl Serialize) -> NewFact {
    NewFact::after(fact, kind, serde_json::to_value(payload).unwrap_or(Value::Null))
}
