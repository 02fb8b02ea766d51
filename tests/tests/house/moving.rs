//! Moving to a newer version that changes more than words.

use accounts::Actor;
use course_format::model::{BlockKind, Certificate, Course, QuestionKind};
use progress::{
    Error,
    views::{EnrolmentDetail, FactInKind},
};
use uuid::Uuid;
use vocabulary::{EnrolmentId, VersionId};

use crate::support::{House, Sample, answered, of, on_both, opened, sample, solutions};

on_both!(
    progress_moves_along_and_what_is_gone_stops_counting,
    a_quiz_that_goes_on_has_to_be_handed_in_first,
    a_sitting_whose_time_is_over_does_not_stand_in_the_way,
    what_was_judged_wrong_by_a_changed_key_may_be_tried_anew,
    completed_stays_completed_and_the_certificate_says_what_was_done,
    a_version_that_asks_for_less_completes,
    only_the_newest_version_of_the_course_can_be_moved_to,
    what_a_telephone_sends_by_the_version_it_left_is_judged_by_the_new_one,
);

const BASE: &str = "find-work-online";
const FIRST: &str = "search-with-precision";
const SECOND: &str = "answer-the-offer";
const GONE: &str = "if-you-have-already-answered";
const QUIZ: &str = "final-check";

/// The sample with one lesson less, another one more, and a quiz with another mark.
fn newer() -> Sample {
    let mut newer = sample(BASE);
    newer.remove(GONE);
    newer.copy(FIRST, "one-more");
    newer.unit(QUIZ).quiz.as_mut().unwrap().pass = 70;
    newer
}

async fn detail(house: &House, actor: &Actor, enrolment: Uuid) -> EnrolmentDetail {
    house.parts.progress.my_enrolment(actor, enrolment).await.unwrap()
}

async fn move_to(house: &House, actor: &Actor, enrolment: Uuid, version: VersionId) -> Result<(), Error> {
    house.parts.progress.move_to(actor, enrolment, version).await.map(drop)
}

fn code(error: Result<(), Error>) -> &'static str {
    match error {
        Err(Error::Refused { code, .. }) => code,
        other => panic!("not refused: {other:?}"),
    }
}

async fn progress_moves_along_and_what_is_gone_stops_counting(house: House) {
    let base = sample(BASE);
    let first = house.publish(&base, false).await;
    let actor = house.learner().await;
    let enrolment = house.enrol(&actor, BASE).await.id;
    for key in [FIRST, SECOND, GONE] {
        house.lesson(&actor, enrolment, base.course.unit(key).unwrap()).await;
    }
    assert_eq!(detail(&house, &actor, enrolment).await.newer, None);

    let second = house.publish(&newer(), false).await;
    let before = detail(&house, &actor, enrolment).await;
    assert_eq!((before.version_id, before.newer_version), (first.0, Some(2)), "nobody is moved without asking");
    let told = before.newer.expect("a newer version is told of");
    let keys = |units: &[progress::views::UnitName]| units.iter().map(|unit| unit.key.clone()).collect::<Vec<_>>();
    assert_eq!((told.version_id, told.number), (second.0, 2));
    assert_eq!((keys(&told.added), keys(&told.removed)), (vec!["one-more".to_owned()], vec![GONE.to_owned()]));
    assert!(told.added[0].title.chars().count() > 3, "units have their titles: {told:?}");
    assert_eq!(told.changed.iter().map(|unit| (unit.key.as_str(), unit.questions)).collect::<Vec<_>>(), [(QUIZ, 0)]);
    assert_eq!((told.done_units, told.total_units), (2, 6));

    let summary = house.parts.progress.move_to(&actor, enrolment, second).await.unwrap();
    assert_eq!((summary.done_units, summary.total_units, summary.state.as_str()), (2, 6, "active"));
    let after = detail(&house, &actor, enrolment).await;
    assert_eq!((after.version_id, after.newer), (second.0, None));
    let state = |key: &str| {
        let units = after.modules.iter().flat_map(|module| &module.units);
        units.into_iter().find(|unit| unit.key == key).map(|unit| unit.state.clone())
    };
    assert_eq!([FIRST, SECOND, "one-more"].map(|key| state(key).unwrap()), ["done", "done", "new"]);
    assert_eq!(state(GONE), None);
    assert_eq!(after.position.as_ref().map(|at| at.unit.as_str()), None, "the last place is gone");
    assert!(after.summary.next.is_some());

    // The same wish again: one move, the same answer.
    let facts = house.parts.ledger.verify().await.unwrap().unsealed;
    assert_eq!(house.parts.progress.move_to(&actor, enrolment, second).await.unwrap().done_units, 2);
    assert_eq!(house.parts.ledger.verify().await.unwrap().unsealed, facts);
    house.unchanged_by_rebuild().await;
}

async fn a_quiz_that_goes_on_has_to_be_handed_in_first(house: House) {
    house.publish(&sample(BASE), false).await;
    let actor = house.learner().await;
    let enrolment = house.enrol(&actor, BASE).await.id;
    let open = house.parts.progress.start_attempt(&actor, Uuid::now_v7(), enrolment, QUIZ).await.unwrap();
    let version = house.publish(&newer(), false).await;
    let told = detail(&house, &actor, enrolment).await.newer.unwrap().open_attempt.unwrap();
    assert_eq!((told.attempt, told.unit.as_str()), (open.id, QUIZ));
    match move_to(&house, &actor, enrolment, version).await {
        Err(Error::Refused { code: "attempt-open", params }) => {
            assert_eq!(params, serde_json::json!({ "attempt": open.id, "unit": QUIZ }));
        }
        other => panic!("{other:?}"),
    }
    house.parts.progress.submit(&actor, open.id).await.unwrap();
    move_to(&house, &actor, enrolment, version).await.unwrap();
}

async fn a_sitting_whose_time_is_over_does_not_stand_in_the_way(house: House) {
    let mut base = sample(BASE);
    base.unit(QUIZ).quiz.as_mut().unwrap().minutes = 10;
    house.publish(&base, false).await;
    let actor = house.learner().await;
    let enrolment = house.enrol(&actor, BASE).await.id;
    let open = house.parts.progress.start_attempt(&actor, Uuid::now_v7(), enrolment, QUIZ).await.unwrap();
    let version = house.publish(&newer(), false).await;
    house.clock.advance_millis(11 * 60_000);
    move_to(&house, &actor, enrolment, version).await.unwrap();
    let attempt = house.parts.progress.attempt(&actor, open.id).await.unwrap();
    assert_eq!(attempt.result.expect("it was handed in").score, 0);
}

/// Turns a question of a lesson and one of the quiz round, and gives the quiz one try.
fn limited() -> Sample {
    let mut sample = sample(BASE);
    sample.unit(QUIZ).quiz.as_mut().unwrap().tries = 1;
    for block in &mut sample.unit(FIRST).blocks {
        if let BlockKind::Question(question) = &mut block.kind {
            question.tries = 1;
        }
    }
    sample
}

/// Another answer of a single choice is right from now on; gives the question.
fn turn(sample: &mut Sample, unit: &str) -> String {
    for block in &mut sample.unit(unit).blocks {
        if let BlockKind::Question(question) = &mut block.kind
            && let QuestionKind::Single { options, correct, .. } = &mut question.kind
        {
            *correct = options.iter().find(|option| *option != correct).unwrap().clone();
            return block.id.clone();
        }
    }
    panic!("no single choice in {unit}");
}

async fn what_was_judged_wrong_by_a_changed_key_may_be_tried_anew(house: House) {
    let base = limited();
    house.publish(&base, false).await;
    let actor = house.learner().await;
    let enrolment = house.enrol(&actor, BASE).await.id;
    let mut mended = limited();
    let block = turn(&mut mended, FIRST);
    turn(&mut mended, QUIZ);
    let right = |sample: &Sample| {
        let all = solutions(sample.course.unit(FIRST).unwrap());
        all.into_iter().find(|(id, _)| *id == block).unwrap().1
    };
    // By the first version this is wrong, and there is one try.
    house.fact(&actor, opened(enrolment, FIRST)).await;
    let ask = |answer| answered(enrolment, FIRST, &block, answer, None);
    let out = house.fact(&actor, ask(right(&mended))).await;
    assert_eq!(out.verdict.map(|verdict| (verdict.right, verdict.tries_left)), Some((false, Some(0))));
    assert_eq!(house.fact(&actor, ask(right(&mended))).await.code.as_deref(), Some("no-tries-left"));
    house.quiz(&actor, enrolment, base.course.unit(QUIZ).unwrap(), false).await;
    let again = house.parts.progress.start_attempt(&actor, Uuid::now_v7(), enrolment, QUIZ).await;
    assert!(matches!(again, Err(Error::Refused { code: "no-tries-left", .. })), "{again:?}");

    let version = house.publish(&mended, false).await;
    move_to(&house, &actor, enrolment, version).await.unwrap();
    let state = house.parts.progress.my_unit(&actor, enrolment, FIRST).await.unwrap();
    assert_eq!(state.questions[&block].tries_left, Some(1));
    let out = house.fact(&actor, ask(right(&mended))).await;
    assert_eq!(out.verdict.map(|verdict| verdict.right), Some(true));
    let result = house.quiz(&actor, enrolment, mended.course.unit(QUIZ).unwrap(), true).await;
    assert_eq!((result.score, result.passed, result.tries_left), (100, true, Some(0)));
    house.unchanged_by_rebuild().await;
}

async fn completed_stays_completed_and_the_certificate_says_what_was_done(house: House) {
    let base = sample(BASE);
    house.publish(&base, false).await;
    let actor = house.learner().await;
    let enrolment = house.finish(&actor, &base.course).await;
    let version = house.publish(&newer(), false).await;
    move_to(&house, &actor, enrolment, version).await.unwrap();
    let after = detail(&house, &actor, enrolment).await;
    assert_eq!((after.summary.state.as_str(), after.rule.met), ("completed", true));
    assert_eq!((after.summary.done_units, after.summary.total_units), (5, 6), "the new lesson is to do");
    // Issued only now: it speaks of the version that was finished.
    let code = house.parts.credentials.issue(EnrolmentId(enrolment)).await.unwrap().unwrap();
    let certificate = house.parts.credentials.verify(&code).await.unwrap();
    assert_eq!(certificate.units.len(), base.course.units().filter(|unit| unit.mandatory).count());
    let lost = base.course.unit(GONE).unwrap().texts.title(vocabulary::Locale::Ca);
    assert!(certificate.units.iter().any(|title| title == lost), "{:?}", certificate.units);
}

async fn a_version_that_asks_for_less_completes(house: House) {
    let base = sample(BASE);
    house.publish(&base, false).await;
    let actor = house.learner().await;
    let enrolment = house.enrol(&actor, BASE).await.id;
    for unit in base.course.units().filter(|unit| unit.key != GONE && unit.key != QUIZ) {
        house.lesson(&actor, enrolment, unit).await;
    }
    house.quiz(&actor, enrolment, base.course.unit(QUIZ).unwrap(), true).await;
    assert_eq!(detail(&house, &actor, enrolment).await.summary.state, "active", "one lesson was never opened");
    let mut less = sample(BASE);
    less.remove(GONE);
    let version = house.publish(&less, false).await;
    let summary = house.parts.progress.move_to(&actor, enrolment, version).await.unwrap();
    assert_eq!((summary.state.as_str(), summary.percent), ("completed", 100));
    house.unchanged_by_rebuild().await;
}

async fn only_the_newest_version_of_the_course_can_be_moved_to(house: House) {
    let first = house.publish(&sample(BASE), false).await;
    let other = house.publish(&sample("stop-check-decide"), false).await;
    let actor = house.learner().await;
    let enrolment = house.enrol(&actor, BASE).await.id;
    // The version that is read already: nothing to do, and nothing wrong.
    move_to(&house, &actor, enrolment, first).await.unwrap();
    let second = house.publish(&newer(), false).await;
    let mut third = newer();
    third.remove("one-more");
    let third = house.publish(&third, false).await;
    assert_eq!(code(move_to(&house, &actor, enrolment, second).await), "stale-version");
    assert_eq!(code(move_to(&house, &actor, enrolment, first).await), "stale-version");
    for unknown in [other, VersionId::new()] {
        assert!(matches!(move_to(&house, &actor, enrolment, unknown).await, Err(Error::NotFound)));
    }
    let stranger = house.learner().await;
    assert!(matches!(move_to(&house, &stranger, enrolment, third).await, Err(Error::NotFound)));
    house.parts.progress.close(&actor, enrolment).await.unwrap();
    assert_eq!(code(move_to(&house, &actor, enrolment, third).await), "enrolment-closed");
    house.parts.progress.reopen(&actor, enrolment).await.unwrap();
    move_to(&house, &actor, enrolment, third).await.unwrap();
    assert_eq!(detail(&house, &actor, enrolment).await.version_id, third.0);
}

async fn what_a_telephone_sends_by_the_version_it_left_is_judged_by_the_new_one(house: House) {
    let base = sample(BASE);
    house.publish(&base, false).await;
    let actor = house.learner().await;
    let enrolment = house.enrol(&actor, BASE).await.id;
    let version = house.publish(&newer(), false).await;
    // Many facts of the lesson that goes, and the move, all at once.
    let facts = (0..20).map(|n| {
        let (house, actor) = (&house, &actor);
        async move {
            let key = if n % 2 == 0 { GONE } else { SECOND };
            house.parts.progress.record(actor, &[of(enrolment, key, FactInKind::Done)]).await.unwrap().remove(0)
        }
    });
    let (outs, moved) = tokio::join!(futures::future::join_all(facts), move_to(&house, &actor, enrolment, version));
    moved.unwrap();
    for out in outs {
        assert!(matches!(out.code.as_deref(), None | Some("not-found")), "{:?}", out.code);
    }
    // Whatever came first, only units that are there count.
    let after = detail(&house, &actor, enrolment).await.summary;
    assert_eq!((after.done_units, after.total_units), (1, 6));
    house.unchanged_by_rebuild().await;
}

/// The sample gives certificates of attendance: what these tests rest on.
#[test]
fn the_sample_is_as_these_tests_need_it() {
    let course: Course = sample(BASE).course;
    assert_eq!(course.completion.certificate, Certificate::Attendance);
    assert!([FIRST, SECOND, GONE, QUIZ].iter().all(|key| course.unit(key).is_some_and(|unit| unit.mandatory)));
    assert_eq!(course.units().count(), 6);
}
