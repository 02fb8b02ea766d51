//! When a course is finished, and what is missing until then.
//!
//! *Attendance*: every mandatory unit opened, every check tried, 75 % of the checks passed. Checks are the mandatory quiz
//! units; in a course without quizzes they are the questions of its mandatory lessons; a course with neither has no checks
//! and its certificate says "reading only".
//! *Completion*: the course's score rule: the best score of its final unit, or the mean of the best scores of its quizzes.

use course_format::model::{Certificate, Course, Unit, UnitType};

/// The share of checks that attendance asks to be passed, per mille (domain rules: 75 % of the controls).
const CHECKS_PASSED_PERMILLE: usize = 750;

/// The score that a course of kind completion asks for when it does not say, per cent (domain rules: 80 %).
const DEFAULT_SCORE: u8 = 80;

/// What a learner has done in one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitDone {
    /// The unit was opened.
    pub opened: bool,
    /// The unit was read to its end, or its quiz passed.
    pub done: bool,
    /// How many times its quiz was submitted.
    pub tries: i32,
    /// The best score of its quiz, per mille.
    pub best_permille: Option<i32>,
    /// Its quiz was passed.
    pub passed: bool,
}

/// One thing that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// So many mandatory units were never opened.
    Units(usize),
    /// So many checks were never tried.
    ChecksToTry(usize),
    /// So many more checks must be passed.
    ChecksToPass(usize),
    /// The score stands at so many per cent of those needed.
    Score {
        /// Reached so far, per cent.
        reached: i32,
        /// Needed, per cent.
        needed: i32,
    },
}

/// Whether the course's rule is met, and with which score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What is missing; empty when the rule is met.
    pub missing: Vec<Missing>,
    /// The score of the course so far, per mille; `None` for a course without quizzes or before the first one.
    pub score_permille: Option<i32>,
}

impl Standing {
    /// The rule is met.
    #[must_use]
    pub fn met(&self) -> bool {
        self.missing.is_empty()
    }
}

/// What a learner has done, as far as the rule asks.
pub trait Done {
    /// In one unit.
    fn unit(&self, key: &str) -> UnitDone;
    /// In the questions of one lesson: how many were tried, and how many answered right.
    fn questions(&self, key: &str) -> (usize, usize);
}

/// Where a learner stands by the rule of the course.
pub fn standing(course: &Course, done: &impl Done) -> Standing {
    let score = score(course, done);
    let missing = match course.completion.certificate {
        Certificate::Completion => {
            let needed = i32::from(course.completion.score.unwrap_or(DEFAULT_SCORE));
            let reached = score.unwrap_or(0);
            if reached >= needed * 10 { vec![] } else { vec![Missing::Score { reached: reached / 10, needed }] }
        }
        Certificate::Attendance | Certificate::None => attendance(course, done),
    };
    Standing { missing, score_permille: score }
}

/// The course has nothing to check: its certificate says so.
#[must_use]
pub fn reading_only(course: &Course) -> bool {
    !mandatory(course).any(|unit| is_quiz(unit) || scored(unit) > 0)
}

fn attendance(course: &Course, done: &impl Done) -> Vec<Missing> {
    let unopened = mandatory(course).filter(|unit| !done.unit(&unit.key).opened).count();
    let checks = checks(course, done);
    let needed = (checks.total * CHECKS_PASSED_PERMILLE).div_ceil(1000);
    let mut missing = vec![];
    if unopened > 0 {
        missing.push(Missing::Units(unopened));
    }
    if checks.tried < checks.total {
        missing.push(Missing::ChecksToTry(checks.total - checks.tried));
    }
    if checks.passed < needed {
        missing.push(Missing::ChecksToPass(needed - checks.passed));
    }
    missing
}

#[derive(Default)]
struct Checks {
    total: usize,
    tried: usize,
    passed: usize,
}

fn checks(course: &Course, done: &impl Done) -> Checks {
    let quizzes: Vec<UnitDone> =
        mandatory(course).filter(|unit| is_quiz(unit)).map(|unit| done.unit(&unit.key)).collect();
    if !quizzes.is_empty() {
        return Checks {
            total: quizzes.len(),
            tried: quizzes.iter().filter(|quiz| quiz.tries > 0).count(),
            passed: quizzes.iter().filter(|quiz| quiz.passed).count(),
        };
    }
    mandatory(course).fold(Checks::default(), |sum, unit| {
        let (tried, passed) = done.questions(&unit.key);
        Checks { total: sum.total + scored(unit), tried: sum.tried + tried, passed: sum.passed + passed }
    })
}

fn score(course: &Course, done: &impl Done) -> Option<i32> {
    if let Some(key) = &course.completion.final_unit {
        return done.unit(key).best_permille;
    }
    let quizzes: Vec<Option<i32>> =
        mandatory(course).filter(|unit| is_quiz(unit)).map(|unit| done.unit(&unit.key).best_permille).collect();
    if quizzes.iter().all(Option::is_none) {
        return None;
    }
    let sum: i32 = quizzes.iter().map(|best| best.unwrap_or(0)).sum();
    i32::try_from(quizzes.len()).ok().map(|count| sum / count)
}

fn mandatory(course: &Course) -> impl Iterator<Item = &Unit> {
    course.units().filter(|unit| unit.mandatory)
}

fn is_quiz(unit: &Unit) -> bool {
    unit.kind == UnitType::Quiz
}

fn scored(unit: &Unit) -> usize {
    unit.questions().filter(|(_, question)| question.counts()).count()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::testing::{course, lesson, lesson_with_questions, quiz};
    use proptest::prelude::*;

    #[derive(Default)]
    struct History(HashMap<&'static str, UnitDone>, HashMap<&'static str, (usize, usize)>);

    impl Done for History {
        fn unit(&self, key: &str) -> UnitDone {
            self.0.get(key).copied().unwrap_or_default()
        }
        fn questions(&self, key: &str) -> (usize, usize) {
            self.1.get(key).copied().unwrap_or_default()
        }
    }

    fn opened() -> UnitDone {
        UnitDone { opened: true, done: true, ..UnitDone::default() }
    }

    fn tried(permille: i32, passed: bool) -> UnitDone {
        UnitDone { opened: true, done: passed, tries: 1, best_permille: Some(permille), passed }
    }

    #[test]
    fn a_course_without_checks_asks_only_to_be_opened() {
        let course = course(Certificate::Attendance, [lesson("a"), lesson("b")]);
        assert!(reading_only(&course));
        let mut history = History([("a", opened())].into(), HashMap::new());
        assert_eq!(standing(&course, &history).missing, [Missing::Units(1)]);
        history.0.insert("b", opened());
        assert!(standing(&course, &history).met());
    }

    #[test]
    fn three_of_four_checks_are_enough_but_all_must_be_tried() {
        let course = course(Certificate::Attendance, ["a", "b", "c", "d"].map(quiz));
        let three = || HashMap::from([("a", tried(900, true)), ("b", tried(900, true)), ("c", tried(900, true))]);
        let mut history = History(three(), HashMap::new());
        assert_eq!(standing(&course, &history).missing, [Missing::Units(1), Missing::ChecksToTry(1)]);
        history.0.insert("d", tried(0, false));
        assert!(standing(&course, &history).met());
        history.0.insert("c", tried(500, false));
        assert_eq!(standing(&course, &history).missing, [Missing::ChecksToPass(1)]);
    }

    #[test]
    fn without_quizzes_the_questions_of_the_lessons_are_the_checks() {
        let course = course(Certificate::Attendance, [lesson_with_questions("a", 4)]);
        assert!(!reading_only(&course));
        let with = |tried, right| History([("a", opened())].into(), [("a", (tried, right))].into());
        assert_eq!(standing(&course, &with(3, 3)).missing, [Missing::ChecksToTry(1)]);
        assert_eq!(standing(&course, &with(4, 2)).missing, [Missing::ChecksToPass(1)]);
        assert!(standing(&course, &with(4, 3)).met());
    }

    #[test]
    fn the_final_unit_decides_a_score() {
        let mut course = course(Certificate::Completion, [quiz("start"), quiz("end")]);
        course.completion.score = Some(60);
        course.completion.final_unit = Some("end".into());
        let at = |end| standing(&course, &History([("end", tried(end, false))].into(), HashMap::new()));
        assert_eq!(at(599).missing, [Missing::Score { reached: 59, needed: 60 }]);
        assert!(at(600).met());
    }

    #[test]
    fn without_a_final_unit_the_mean_of_the_quizzes_decides() {
        let mut course = course(Certificate::Completion, [quiz("a"), quiz("b")]);
        course.completion.score = Some(60);
        let history = History([("a", tried(1000, true))].into(), HashMap::new());
        let expected =
            Standing { missing: vec![Missing::Score { reached: 50, needed: 60 }], score_permille: Some(500) };
        assert_eq!(standing(&course, &history), expected);
    }

    /// What a learner has done in a unit, and in its questions.
    fn any_done() -> impl Strategy<Value = (UnitDone, (usize, usize))> {
        (any::<bool>(), any::<bool>(), 0_i32..4, 0_i32..=1000, any::<bool>(), 0_usize..=3, 0_usize..=3).prop_map(
            |(opened, done, tries, best, passed, tried, right)| {
                let unit = UnitDone { opened, done, tries, best_permille: (tries > 0).then_some(best), passed };
                (unit, (tried, right.min(tried)))
            },
        )
    }

    /// As much as one and as much as the other, whichever is more.
    fn more(one: (UnitDone, (usize, usize)), other: (UnitDone, (usize, usize))) -> (UnitDone, (usize, usize)) {
        let unit = UnitDone {
            opened: one.0.opened || other.0.opened,
            done: one.0.done || other.0.done,
            tries: one.0.tries.max(other.0.tries),
            best_permille: one.0.best_permille.max(other.0.best_permille),
            passed: one.0.passed || other.0.passed,
        };
        (unit, (one.1.0.max(other.1.0), one.1.1.max(other.1.1)))
    }

    const KEYS: [&str; 4] = ["a", "b", "c", "d"];

    fn history(done: &[(UnitDone, (usize, usize))]) -> History {
        let units = KEYS.into_iter().zip(done.iter().map(|one| one.0)).collect();
        History(units, KEYS.into_iter().zip(done.iter().map(|one| one.1)).collect())
    }

    fn any_course() -> impl Strategy<Value = Course> {
        let units = prop::collection::vec((0_u8..3, any::<bool>()), KEYS.len());
        let rule = prop::sample::select(vec![Certificate::Attendance, Certificate::Completion, Certificate::None]);
        (units, rule, prop::option::of(0_u8..=100), prop::option::of(0_usize..4)).prop_map(
            |(units, rule, score, last)| {
                let unit = |(key, (kind, mandatory)): (&str, (u8, bool))| Unit {
                    mandatory,
                    ..match kind {
                        0 => lesson(key),
                        1 => lesson_with_questions(key, 3),
                        _ => quiz(key),
                    }
                };
                let mut course = course(rule, KEYS.into_iter().zip(units).map(unit));
                (course.completion.score, course.completion.final_unit) =
                    (score, last.map(|last| KEYS[last].to_owned()));
                course
            },
        )
    }

    proptest! {
        #[test]
        fn doing_more_never_takes_a_course_away(
            course in any_course(),
            some in prop::collection::vec(any_done(), KEYS.len()),
            other in prop::collection::vec(any_done(), KEYS.len()),
        ) {
            let both: Vec<_> = some.iter().zip(&other).map(|(one, other)| more(*one, *other)).collect();
            let (before, after) = (standing(&course, &history(&some)), standing(&course, &history(&both)));
            prop_assert!(!before.met() || after.met(), "{before:?} then {after:?}");
            prop_assert!(before.score_permille <= after.score_permille);
        }

        #[test]
        fn what_is_missing_is_enough(course in any_course(), some in prop::collection::vec(any_done(), KEYS.len())) {
            let all = UnitDone { opened: true, done: true, tries: 1, best_permille: Some(1000), passed: true };
            let full = history(&vec![(all, (3, 3)); KEYS.len()]);
            let scored = course.units().any(|unit| unit.mandatory && is_quiz(unit)) || course.completion.final_unit.is_some();
            let never = course.completion.certificate == Certificate::Completion && !scored;
            prop_assert!(standing(&course, &full).met() || never, "everything done is done");
            let told = standing(&course, &history(&some));
            prop_assert_eq!(told.met(), told.missing.is_empty());
        }
    }
}
