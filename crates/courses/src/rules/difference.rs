//! What a newer version of a course means for somebody in the middle of an older one: which units come and go, and where
//! questions are no longer what they were. Words, pictures and minutes make no difference.

use std::collections::{BTreeMap, BTreeSet};

use course_format::model::{Course, Unit, UnitType};
use serde_json::{Value, json};

use super::harmless::wordless;

/// The difference between two versions, by keys that both share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Keys of units that only the newer version has, in its order.
    pub added: Vec<String>,
    /// Keys of units that only the older version has, in its order.
    pub removed: Vec<String>,
    /// Units of both whose questions are not the same, in the order of the newer version.
    pub changed: Vec<ChangedUnit>,
    /// What it takes to finish the course is not the same.
    pub rule: bool,
}

/// A unit of both versions whose questions are not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedUnit {
    /// Its key.
    pub unit: String,
    /// Questions of both versions whose key, kind or settings changed.
    pub questions: Vec<String>,
    /// Questions that only the newer version has.
    pub added: Vec<String>,
    /// Questions that only the older version has.
    pub removed: Vec<String>,
    /// What the quiz asks for changed: marks, tries, time, the draw; or it was a lesson before.
    pub settings: bool,
}

impl ChangedUnit {
    /// How many questions come, go or change.
    #[must_use]
    pub fn count(&self) -> usize {
        self.questions.len() + self.added.len() + self.removed.len()
    }
}

impl Difference {
    /// The unit's changes, when it is one of the changed.
    #[must_use]
    pub fn of(&self, unit: &str) -> Option<&ChangedUnit> {
        self.changed.iter().find(|changed| changed.unit == unit)
    }
}

/// Compares two versions of one course.
#[must_use]
pub fn difference(old: &Course, new: &Course) -> Difference {
    Difference {
        added: new.units().filter(|unit| old.unit(&unit.key).is_none()).map(|unit| unit.key.clone()).collect(),
        removed: old.units().filter(|unit| new.unit(&unit.key).is_none()).map(|unit| unit.key.clone()).collect(),
        changed: new.units().filter_map(|unit| changed(old.unit(&unit.key)?, unit)).collect(),
        rule: rule(old) != rule(new),
    }
}

fn changed(old: &Unit, new: &Unit) -> Option<ChangedUnit> {
    let (before, after) = (questions(old), questions(new));
    let ids: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    let mut unit = ChangedUnit {
        unit: new.key.clone(),
        questions: vec![],
        added: vec![],
        removed: vec![],
        settings: settings(old) != settings(new),
    };
    for id in ids {
        let list = match (before.get(id), after.get(id)) {
            (Some(was), Some(is)) if was == is => continue,
            (Some(_), Some(_)) => &mut unit.questions,
            (None, _) => &mut unit.added,
            (_, None) => &mut unit.removed,
        };
        list.push(id.to_owned());
    }
    (unit.settings || unit.count() > 0).then_some(unit)
}

/// The questions of a unit by block, without their words.
fn questions(unit: &Unit) -> BTreeMap<&str, Value> {
    unit.questions().map(|(block, question)| (block.id.as_str(), wordless(question))).collect()
}

/// What a quiz asks for beside its questions; nothing for a lesson. How it is shuffled and shown afterwards asks for nothing.
fn settings(unit: &Unit) -> Value {
    let quiz = unit.quiz_settings();
    match unit.kind {
        UnitType::Lesson => Value::Null,
        UnitType::Quiz => json!([quiz.pass, quiz.tries, quiz.minutes, wordless(&unit.pools)]),
    }
}

/// What it takes to finish, and which units count for it among those that both may have.
fn rule(course: &Course) -> Value {
    wordless(&course.completion)
}

#[cfg(test)]
mod tests {
    use super::*;
    use course_format::model::{Block, BlockKind, Kind, Module, Question, QuestionKind, Quiz, Section};
    use proptest::prelude::*;
    use vocabulary::Locale;

    fn question(id: &str, correct: bool) -> Block {
        Block::new(id, BlockKind::Question(Question::new(QuestionKind::TrueFalse { correct })))
    }

    fn unit(key: &str, blocks: Vec<Block>) -> Unit {
        Unit { blocks, ..Unit::lesson(key) }
    }

    fn course(units: Vec<Unit>) -> Course {
        let mut course = Course::new("a", Kind::Instant, vec![Locale::En]);
        course.modules = vec![Module { key: "m".into(), units, ..Module::default() }];
        course
    }

    #[test]
    fn units_that_come_and_go_are_named_wherever_they_stand() {
        let old = course(vec![unit("a", vec![]), unit("b", vec![]), unit("c", vec![])]);
        let new = course(vec![unit("c", vec![]), unit("d", vec![]), unit("a", vec![])]);
        let expected = Difference { added: vec!["d".into()], removed: vec!["b".into()], ..Difference::default() };
        assert_eq!(difference(&old, &new), expected);
    }

    #[test]
    fn a_changed_key_counts_and_changed_words_do_not() {
        let old = course(vec![unit("u", vec![question("q", true), question("r", true), question("s", true)])]);
        let mut new = course(vec![unit("u", vec![question("q", false), question("s", true), question("t", true)])]);
        new.modules[0].units[0].texts.insert(Locale::En, Section { title: "Other".into(), body: String::new() });
        let found = difference(&old, &new);
        let expected = ChangedUnit {
            unit: "u".into(),
            questions: vec!["q".into()],
            added: vec!["t".into()],
            removed: vec!["r".into()],
            settings: false,
        };
        assert_eq!((found.changed.as_slice(), found.rule), ([expected].as_slice(), false));
        assert_eq!(found.of("u").map(ChangedUnit::count), Some(3));
    }

    #[test]
    fn a_quiz_with_another_mark_is_another_quiz() {
        let quiz = |pass| Unit {
            kind: UnitType::Quiz,
            quiz: Some(Quiz { pass, ..Quiz::default() }),
            ..unit("u", vec![question("q", true)])
        };
        let found = difference(&course(vec![quiz(60)]), &course(vec![quiz(80)]));
        assert!(found.changed[0].settings && found.changed[0].questions.is_empty());
        assert!(difference(&course(vec![quiz(60)]), &course(vec![quiz(60)])).changed.is_empty());
    }

    #[test]
    fn another_score_is_another_rule() {
        let (old, mut new) = (course(vec![]), course(vec![]));
        new.completion.score = Some(90);
        assert!(difference(&old, &new).rule);
    }

    fn any_course() -> impl Strategy<Value = Course> {
        let blocks = prop::collection::btree_map(0_u8..4, any::<bool>(), 0..4);
        prop::collection::btree_map(0_u8..5, blocks, 0..5).prop_map(|units| {
            let questions = |blocks: BTreeMap<u8, bool>| {
                blocks.into_iter().map(|(id, correct)| question(&format!("q{id}"), correct)).collect()
            };
            course(units.into_iter().map(|(key, blocks)| unit(&format!("u{key}"), questions(blocks))).collect())
        })
    }

    proptest! {
        #[test]
        fn the_way_back_is_the_mirror(old in any_course(), new in any_course()) {
            let (there, back) = (difference(&old, &new), difference(&new, &old));
            prop_assert_eq!(&there.added, &back.removed);
            prop_assert_eq!(&there.removed, &back.added);
            prop_assert_eq!(there.changed.len(), back.changed.len());
            for changed in &there.changed {
                let mirror = back.of(&changed.unit).unwrap();
                prop_assert_eq!((&changed.questions, &changed.added), (&mirror.questions, &mirror.removed));
            }
        }

        #[test]
        fn a_harmless_change_makes_no_difference(old in any_course(), new in any_course()) {
            let none = difference(&old, &new) == Difference::default();
            prop_assert_eq!(super::super::harmless::harmless(&old, &new), none && keys(&old) == keys(&new));
        }
    }

    fn keys(course: &Course) -> Vec<&str> {
        course.units().map(|unit| unit.key.as_str()).collect()
    }
}
