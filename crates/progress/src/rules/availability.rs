//! Whether a unit is open to a learner, and if not, why.

use course_format::model::{Condition, Course, Order, ScoreCondition, Unit};
use vocabulary::{Timestamp, from_millis, millis};

use super::completion::UnitDone;

const DAY_MILLIS: i64 = 86_400_000;

/// Why a unit is still closed, in the order in which a learner would want to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lock {
    /// It opens at this moment.
    OpensAt(Timestamp),
    /// This unit has to be done first.
    After(String),
    /// This unit needs a score of so many per cent.
    ScoreAtLeast {
        /// The unit's key.
        unit: String,
        /// Per cent.
        percent: u8,
    },
    /// It is only for those below so many per cent in this unit.
    ScoreBelow {
        /// The unit's key.
        unit: String,
        /// Per cent.
        percent: u8,
    },
}

/// The moments that conditions count from.
#[derive(Clone, Copy, Debug)]
pub struct Moments {
    /// The server's time.
    pub now: Timestamp,
    /// When the edition starts; a standing edition has no start, then the enrolment counts.
    pub edition_starts: Option<Timestamp>,
    /// When the learner enrolled.
    pub enrolled: Timestamp,
}

/// Why the unit is closed; empty when it is open. An unknown unit is closed by nothing: callers look it up first.
pub fn locks(course: &Course, key: &str, moments: Moments, done: impl Fn(&str) -> UnitDone) -> Vec<Lock> {
    let mut locks = vec![];
    let mut before: Option<&Unit> = None;
    for module in &course.modules {
        for unit in &module.units {
            if unit.key == key {
                if let (Order::Linear, Some(before)) = (course.order, before)
                    && !done(&before.key).done
                {
                    locks.push(Lock::After(before.key.clone()));
                }
                for condition in [&module.when, &unit.when].into_iter().flatten() {
                    locks.extend(unmet(condition, moments, &done));
                }
                return locks;
            }
            if unit.mandatory {
                before = Some(unit);
            }
        }
    }
    locks
}

/// What of a condition does not hold. Of an `any` with nothing true, the shortest way in is named.
fn unmet(condition: &Condition, moments: Moments, done: &impl Fn(&str) -> UnitDone) -> Vec<Lock> {
    match condition {
        Condition::After(text) => text.parse().map_or(vec![], |at| until(at, moments.now)),
        Condition::DaysAfterStart(days) => {
            until(add_days(moments.edition_starts.unwrap_or(moments.enrolled), *days), moments.now)
        }
        Condition::DaysAfterEnrolment(days) => until(add_days(moments.enrolled, *days), moments.now),
        Condition::Completed(unit) if done(unit).done => vec![],
        Condition::Completed(unit) => vec![Lock::After(unit.clone())],
        Condition::Score(score) => unmet_score(score, done(&score.unit)),
        Condition::All(list) => list.iter().flat_map(|one| unmet(one, moments, done)).collect(),
        Condition::Any(list) => {
            list.iter().map(|one| unmet(one, moments, done)).min_by_key(Vec::len).unwrap_or_default()
        }
    }
}

/// A score that does not exist yet meets neither mark: nobody is below a test that they have not taken.
fn unmet_score(score: &ScoreCondition, done: UnitDone) -> Vec<Lock> {
    let reached = done.best_permille;
    let mut locks = vec![];
    if let Some(percent) = score.at_least
        && reached.is_none_or(|reached| reached < i32::from(percent) * 10)
    {
        locks.push(Lock::ScoreAtLeast { unit: score.unit.clone(), percent });
    }
    if let Some(percent) = score.below
        && reached.is_none_or(|reached| reached >= i32::from(percent) * 10)
    {
        locks.push(Lock::ScoreBelow { unit: score.unit.clone(), percent });
    }
    locks
}

fn until(at: Timestamp, now: Timestamp) -> Vec<Lock> {
    if at <= now { vec![] } else { vec![Lock::OpensAt(at)] }
}

fn add_days(at: Timestamp, days: u32) -> Timestamp {
    from_millis(millis(at).saturating_add(i64::from(days) * DAY_MILLIS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{course, lesson, quiz};
    use course_format::model::Certificate;
    use proptest::prelude::*;

    const NOW: &str = "2026-11-22T12:00:00Z";

    fn moments() -> Moments {
        let now: Timestamp = NOW.parse().unwrap();
        Moments { now, edition_starts: None, enrolled: add_days(now, 0) }
    }

    fn scored(permille: Option<i32>) -> UnitDone {
        UnitDone { best_permille: permille, done: permille.is_some(), ..UnitDone::default() }
    }

    fn with(condition: Condition) -> Course {
        let mut end = quiz("end");
        end.when = Some(condition);
        course(Certificate::Attendance, [lesson("first"), quiz("test"), end])
    }

    #[test]
    fn the_final_test_opens_on_a_date_and_a_score_or_a_corrective_unit() {
        let course = with(Condition::All(vec![
            Condition::After("2026-11-01T00:00:00+01:00".into()),
            Condition::Any(vec![
                Condition::Score(ScoreCondition { unit: "test".into(), at_least: Some(60), below: None }),
                Condition::Completed("first".into()),
            ]),
        ]));
        let closed =
            locks(&course, "end", moments(), |key| if key == "test" { scored(Some(590)) } else { UnitDone::default() });
        assert_eq!(closed, [Lock::ScoreAtLeast { unit: "test".into(), percent: 60 }]);
        let by_score = |key: &str| if key == "test" { scored(Some(600)) } else { UnitDone::default() };
        assert_eq!(locks(&course, "end", moments(), by_score), []);
        let by_unit = |key: &str| UnitDone { done: key == "first", ..UnitDone::default() };
        assert_eq!(locks(&course, "end", moments(), by_unit), []);
    }

    #[test]
    fn days_count_from_the_edition_or_else_from_the_enrolment() {
        let course = with(Condition::DaysAfterStart(7));
        let open_at = add_days(moments().enrolled, 7);
        assert_eq!(locks(&course, "end", moments(), |_| UnitDone::default()), [Lock::OpensAt(open_at)]);
        let started = Moments { edition_starts: Some(from_millis(0)), ..moments() };
        assert_eq!(locks(&course, "end", started, |_| UnitDone::default()), []);
    }

    #[test]
    fn nobody_is_below_a_test_they_have_not_taken() {
        let below = ScoreCondition { unit: "test".into(), at_least: None, below: Some(60) };
        let course = with(Condition::Score(below));
        let closed = |permille| locks(&course, "end", moments(), |_| scored(permille)).len();
        assert_eq!([None, Some(600), Some(599)].map(closed), [1, 1, 0]);
    }

    #[test]
    fn in_a_linear_course_the_mandatory_unit_before_comes_first() {
        let mut course = course(Certificate::Attendance, [lesson("a"), lesson("extra"), lesson("b")]);
        course.order = Order::Linear;
        course.modules[0].units[1].mandatory = false;
        assert_eq!(locks(&course, "b", moments(), |_| UnitDone::default()), [Lock::After("a".into())]);
        let a_done = |key: &str| UnitDone { done: key == "a", ..UnitDone::default() };
        assert_eq!(locks(&course, "b", moments(), a_done), []);
    }

    fn any_condition() -> impl Strategy<Value = Condition> {
        let leaf = prop_oneof![
            (0_u32..30).prop_map(|day| Condition::After(add_days(moments().enrolled, day).to_string())),
            (0_u32..30).prop_map(Condition::DaysAfterStart),
            (0_u32..30).prop_map(Condition::DaysAfterEnrolment),
            Just(Condition::Completed("first".into())),
            (0_u8..=100).prop_map(|at_least| {
                Condition::Score(ScoreCondition { unit: "test".into(), at_least: Some(at_least), below: None })
            }),
        ];
        leaf.prop_recursive(3, 12, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 1..4).prop_map(Condition::All),
                prop::collection::vec(inner, 1..4).prop_map(Condition::Any),
            ]
        })
    }

    proptest! {
        /// Without an upper mark, what is open stays open, whatever time brings and whatever is done.
        #[test]
        fn what_is_open_stays_open(
            condition in any_condition(),
            days in 0_u32..40, later in 0_u32..40,
            first in any::<bool>(), also_first in any::<bool>(),
            score in prop::option::of(0_i32..=1000), higher in 0_i32..=1000,
        ) {
            let course = with(condition);
            let at = |days| Moments { now: add_days(moments().enrolled, days), ..moments() };
            let state = |first: bool, score: Option<i32>| move |key: &str| match key {
                "first" => UnitDone { done: first, ..UnitDone::default() },
                _ => UnitDone { best_permille: score, ..UnitDone::default() },
            };
            let before = locks(&course, "end", at(days), state(first, score));
            let after = locks(&course, "end", at(days + later), state(first || also_first, score.max(Some(higher))));
            prop_assert!(!before.is_empty() || after.is_empty(), "{before:?} then {after:?}");
        }

        /// What is told to be missing is what opens: once it is there, no lock is left of that day.
        #[test]
        fn a_lock_says_what_opens_it(condition in any_condition()) {
            let course = with(condition);
            let all_done = |key: &str| UnitDone { done: key == "first", best_permille: Some(1000), ..UnitDone::default() };
            let far = Moments { now: add_days(moments().enrolled, 100), ..moments() };
            prop_assert_eq!(locks(&course, "end", far, all_done), []);
        }
    }
}
