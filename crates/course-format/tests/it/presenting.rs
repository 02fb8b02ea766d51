//! What a player sees gives nothing away.

use course_format::model::*;
use course_format::present::{KindContent, QuestionKindContent, hint, present, present_block};
use course_format::{Answer, check_folder, feedback};
use proptest::prelude::*;
use serde_json::Value;
use vocabulary::Locale;

use crate::any_course::any_course;
use crate::support;

fn media(path: &str) -> String {
    format!("/m/{path}")
}

/// Keys of JSON that would give an answer away, wherever they stood.
const SECRETS: [&str; 8] = ["correct", "accept", "wrong", "explain", "tolerance", "value", "pairs", "feedback"];

fn secrets(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            if SECRETS.contains(&key.as_str()) {
                found.push(key.clone());
            }
            secrets(value, found);
        }),
        Value::Array(items) => items.iter().for_each(|item| secrets(item, found)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_key_is_in_anything_that_a_player_gets(course in any_course()) {
        for unit in course.units() {
            let mut shown = vec![serde_json::to_value(present(&course, &unit.key, Locale::Ca, &media).expect("a unit")).expect("json")];
            for (block, _) in unit.questions() {
                let block = present_block(&course, &unit.key, &block.id, Locale::Es, &media).expect("a block");
                shown.push(serde_json::to_value(block).expect("json"));
            }
            let mut found = Vec::new();
            shown.iter().for_each(|value| secrets(value, &mut found));
            prop_assert!(found.is_empty(), "{found:?}");
            for value in shown {
                let text = value.to_string();
                prop_assert!(!text.contains("<script") && !text.contains("javascript:"));
            }
        }
    }
}

fn course() -> Course {
    let files = support::folder(&support::root().join("crates/course-format/tests/every-block"));
    let checked = check_folder(&files);
    let blocking: Vec<_> = checked.problems.iter().filter(|problem| problem.blocks()).collect();
    assert!(blocking.is_empty(), "{blocking:#?}");
    checked.course.expect("a course")
}

#[test]
fn the_course_with_every_block_is_sound_in_three_languages() {
    let course = course();
    let mut types: Vec<String> = course.blocks().map(|(_, block)| block.type_name().to_owned()).collect();
    types.sort();
    types.dedup();
    assert_eq!(types.len(), 12, "{types:?}");
    let mut kinds: Vec<&str> =
        course.blocks().filter_map(|(_, block)| block.question().map(|q| q.kind.name())).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), 12, "{kinds:?}");
}

#[test]
fn no_word_of_feedback_is_shown_before_an_answer() {
    let course = course();
    for unit in course.units() {
        for locale in Locale::ALL {
            let mut shown = serde_json::to_string(&present(&course, &unit.key, locale, &media)).expect("json");
            for (block, _) in unit.questions() {
                shown += &serde_json::to_string(&present_block(&course, &unit.key, &block.id, locale, &media))
                    .expect("json");
            }
            // The course says FEEDBACK, EXPLAIN and HINT in all that must be kept back.
            for word in ["FEEDBACK", "EXPLAIN", "HINT"] {
                assert!(!shown.contains(word), "{word} is shown in {}", unit.key);
            }
        }
    }
}

#[test]
fn the_right_order_is_not_the_one_shown() {
    let course = course();
    for (unit, block) in course.blocks() {
        let Some(question) = block.question() else { continue };
        let shown = present_block(&course, &unit.key, &block.id, Locale::En, &media).expect("a block");
        let KindContent::Question { question: content } = shown.kind else { panic!("a question") };
        let ids = |parts: &[course_format::present::PartContent]| {
            parts.iter().map(|part| part.id.clone()).collect::<Vec<_>>()
        };
        match (&question.kind, &content.kind) {
            (QuestionKind::Ordering { items }, QuestionKindContent::Ordering { items: shown }) => {
                assert_ne!(*items, ids(shown));
            }
            (QuestionKind::Gaps { options, .. }, QuestionKindContent::Gaps { options: given, gaps, .. }) => {
                assert_eq!(options.len(), given.len());
                for gap in gaps {
                    assert!(
                        shown.html.contains(&format!("<span class=\"gap\" data-gap=\"{gap}\"></span>")),
                        "{}",
                        shown.html
                    );
                }
            }
            _ => {}
        }
    }
}

#[test]
fn a_missing_language_falls_back_to_the_original_and_says_so() {
    let mut course = course();
    let key = course.units().next().expect("a unit").key.clone();
    for unit in course.modules.iter_mut().flat_map(|module| module.units.iter_mut()) {
        unit.texts.remove(Locale::En);
        unit.blocks[0].texts.remove(Locale::En);
    }
    let shown = present(&course, &key, Locale::En, &media).expect("a unit");
    assert_eq!((shown.lang, shown.title_lang), (Locale::En, Locale::Ca));
    assert_eq!(shown.blocks[0].lang, Locale::Ca);
    assert_eq!(shown.blocks[1].lang, Locale::En);
}

#[test]
fn feedback_keeps_the_answer_back_until_nothing_is_left_to_find_out() {
    let course = course();
    let (unit, block) = course.blocks().find(|(_, block)| block.id == "single").expect("a question");
    let wrong = Answer::Single { option: "a".into() };
    let first = feedback(&course, block, &wrong, Locale::Es, false, &media).expect("feedback");
    assert!(!first.right && first.explain.is_none() && first.solution.is_none());
    assert_eq!(first.parts.iter().map(|part| part.id.as_str()).collect::<Vec<_>>(), ["a"]);
    assert!(first.parts[0].html.contains("FEEDBACK"));
    let last = feedback(&course, block, &wrong, Locale::Es, true, &media).expect("feedback");
    assert_eq!(last.solution, Some(Answer::Single { option: "b".into() }));
    assert_eq!(last.parts.len(), 2);
    let right =
        feedback(&course, block, &Answer::Single { option: "b".into() }, Locale::Es, false, &media).expect("feedback");
    assert!(right.right && right.solution.is_some());
    assert!(hint(&course, &unit.key, "single", 1, Locale::En, &media).is_some_and(|html| html.contains("HINT")));
    assert_eq!(hint(&course, &unit.key, "single", 3, Locale::En, &media), None);
}
