//! Grading holds for every question and every answer.

use crate::any_course::{any_answer, any_question};
use course_format::grade::{Answer, grade, percent, solution};
use course_format::model::*;
use indexmap::IndexMap;
use proptest::prelude::*;
use vocabulary::Locale;

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_answer_makes_the_grader_stumble(question in any_question(), answer in any_answer()) {
        let verdict = grade(&question, &answer);
        prop_assert!((0.0..=1.0).contains(&verdict.fraction));
        prop_assert_eq!(verdict.right, verdict.fraction >= 1.0);
        prop_assert_eq!(&grade(&question, &answer), &verdict);
        prop_assert!(percent([(&question, verdict.fraction)]) <= 100);
        let json = serde_json::to_string(&answer).expect("json");
        prop_assert_eq!(serde_json::from_str::<Answer>(&json).expect("answer"), answer);
    }
}

fn accept(words: &[(Locale, &str)]) -> Accept {
    words.iter().map(|(locale, word)| (*locale, vec![(*word).to_owned()])).collect()
}

fn ids(list: &[&str]) -> Vec<String> {
    list.iter().map(|id| (*id).to_owned()).collect()
}

fn map(pairs: &[(&str, &str)]) -> IndexMap<String, String> {
    pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

fn fraction(kind: &QuestionKind, answer: &Answer) -> f64 {
    let verdict = grade(&Question::new(kind.clone()), answer);
    assert_eq!(verdict.right, verdict.fraction >= 1.0, "{kind:?} {answer:?}");
    verdict.fraction
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

/// One good question of each sort.
fn each_kind() -> Vec<QuestionKind> {
    vec![
        QuestionKind::Single { options: ids(&["a", "b"]), correct: "b".into(), shuffle: true },
        QuestionKind::Multiple { options: ids(&["a", "b", "c", "d"]), correct: ids(&["a", "b"]), shuffle: true },
        QuestionKind::TrueFalse { correct: false },
        QuestionKind::Text { accept: accept(&[(Locale::Ca, "tallafoc")]), wrong: vec![] },
        QuestionKind::Numeric { value: 12.5, tolerance: 0.5, units: ids(&["kg"]), wrong: vec![] },
        QuestionKind::Ordering { items: ids(&["a", "b", "c"]) },
        QuestionKind::Matching {
            pairs: vec![["cpu".into(), "thinks".into()], ["ram".into(), "keeps".into()]],
            distractors: ids(&["prints"]),
        },
        QuestionKind::Categorise {
            categories: ids(&["safe", "risky"]),
            items: map(&[("lock", "safe"), ("haste", "risky")]),
        },
        QuestionKind::Gaps {
            mode: GapMode::Typed,
            options: vec![],
            gaps: vec![Gap { id: "g1".into(), accept: accept(&[(Locale::En, "cookie")]), ..Gap::default() }],
        },
        QuestionKind::Gaps {
            mode: GapMode::Dragged,
            options: ids(&["a", "b"]),
            gaps: vec![
                Gap { id: "g1".into(), correct: Some("a".into()), ..Gap::default() },
                Gap { id: "g2".into(), correct: Some("b".into()), ..Gap::default() },
            ],
        },
        QuestionKind::Hotspot {
            file: "desk.svg".into(),
            areas: ["screen", "mouse"].map(|id| Area { id: id.into(), w: 10.0, h: 10.0, ..Area::default() }).to_vec(),
            correct: ids(&["screen"]),
        },
        QuestionKind::Label {
            file: "desk.svg".into(),
            spots: vec![Spot { id: "s1".into(), correct: "mouse".into(), ..Spot::default() }],
            labels: ids(&["mouse", "screen"]),
        },
    ]
}

#[test]
fn the_solution_of_each_sort_is_right() {
    for kind in each_kind() {
        let question = Question::new(kind);
        let answer = solution(&question, Locale::Es, Locale::Ca).expect("a solution");
        assert!(answer.fits(&question.kind), "{answer:?}");
        assert!(grade(&question, &answer).right, "{answer:?}");
        assert_eq!(answer.kind(), question.kind.name());
    }
}

#[test]
fn ticking_everything_wins_nothing() {
    let kind = &each_kind()[1];
    let with = |chosen: &[&str]| fraction(kind, &Answer::Multiple { options: ids(chosen) });
    close(with(&["a"]), 0.5);
    close(with(&["a", "c"]), 0.0);
    close(with(&["a", "b", "c"]), 0.5);
    close(with(&["a", "b", "c", "d"]), 0.0);
    close(with(&["a", "a", "b", "b"]), 1.0);
    close(with(&["a", "b", "nowhere"]), 1.0);
    close(with(&[]), 0.0);
}

#[test]
fn numbers_come_with_units_and_commas() {
    let kind = &each_kind()[4];
    let with = |text: &str| fraction(kind, &Answer::Numeric { text: text.into() });
    for right in ["12,5", "12.5 kg", "13", "12 kg", "12,0kg."] {
        close(with(right), 1.0);
    }
    for wrong in ["13.1", "12.5 g", "", "kg", "twelve", "12.5 kg 3"] {
        close(with(wrong), 0.0);
    }
    let bare = QuestionKind::Numeric { value: 1234.0, tolerance: 0.0, units: vec![], wrong: vec![] };
    for right in ["1234", "1.234", "1,234", "1 234", "1234 €"] {
        close(fraction(&bare, &Answer::Numeric { text: right.into() }), 1.0);
    }
}

#[test]
fn a_known_wrong_answer_is_recognised() {
    let wrong = vec![WrongText {
        id: "antivirus".into(),
        accept: accept(&[(Locale::En, "anti-virus")]),
        unknown: Unknown::new(),
    }];
    let question = Question::new(QuestionKind::Text { accept: accept(&[(Locale::En, "firewall")]), wrong });
    let verdict = grade(&question, &Answer::Text { text: "Antivirus".into() });
    assert!(!verdict.right && verdict.parts[0].id == "antivirus");
}

#[test]
fn orders_are_judged_by_neighbours() {
    let kind = QuestionKind::Ordering { items: ids(&["a", "b", "c", "d"]) };
    let with = |given: &[&str]| fraction(&kind, &Answer::Ordering { items: ids(given) });
    close(with(&["a", "b", "c", "d"]), 1.0);
    close(with(&["d", "a", "b", "c"]), 2.0 / 3.0);
    close(with(&["d", "c", "b", "a"]), 0.0);
    assert!(with(&["a", "b", "c"]) < 1.0);
}

#[test]
fn what_is_placed_is_shared() {
    let kinds = each_kind();
    close(fraction(&kinds[6], &Answer::Matching { pairs: map(&[("cpu", "thinks"), ("ram", "prints")]) }), 0.5);
    close(fraction(&kinds[7], &Answer::Categorise { items: map(&[("lock", "safe")]) }), 0.5);
    close(fraction(&kinds[8], &Answer::Gaps { gaps: map(&[("g1", " Cookie! ")]) }), 1.0);
    close(fraction(&kinds[9], &Answer::Gaps { gaps: map(&[("g1", "a"), ("g2", "a")]) }), 0.5);
    close(fraction(&kinds[11], &Answer::Label { spots: map(&[("s1", "screen")]) }), 0.0);
}

#[test]
fn an_answer_of_another_sort_is_wrong() {
    for kind in each_kind() {
        if kind.name() != "scale" {
            assert!(!Answer::Scale { value: 1 }.fits(&kind));
            close(fraction(&kind, &Answer::Scale { value: 1 }), 0.0);
        }
    }
}
