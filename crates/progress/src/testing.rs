//! Small courses for this crate's own tests.

use course_format::model::{
    Block, BlockKind, Certificate, Course, Kind, Module, Question, QuestionKind, Quiz, Unit, UnitType,
};
use vocabulary::Locale;

pub fn course(certificate: Certificate, units: impl IntoIterator<Item = Unit>) -> Course {
    let mut course = Course::new("course", Kind::Instant, vec![Locale::En]);
    course.completion.certificate = certificate;
    course.modules = vec![Module { key: "module".into(), units: units.into_iter().collect(), ..Module::default() }];
    course
}

pub fn lesson(key: &str) -> Unit {
    Unit::lesson(key)
}

pub fn lesson_with_questions(key: &str, count: usize) -> Unit {
    Unit { blocks: (1..=count).map(|n| question(&format!("q{n}"))).collect(), ..Unit::lesson(key) }
}

pub fn quiz(key: &str) -> Unit {
    Unit {
        kind: UnitType::Quiz,
        quiz: Some(Quiz::default()),
        blocks: vec![question("q1"), question("q2")],
        ..Unit::lesson(key)
    }
}

/// A question whose right option is `right`.
pub fn question(id: &str) -> Block {
    let kind =
        QuestionKind::Single { options: vec!["right".into(), "wrong".into()], correct: "right".into(), shuffle: false };
    Block::new(id, BlockKind::Question(Question::new(kind)))
}
