//! Whether a new version may be called harmless: only words, pictures and minutes changed, so that people in the middle can
//! go on with it and every answer given before still means the same.

use course_format::model::Course;
use serde_json::Value;

/// The new version changes no unit, question, key, condition or rule.
#[must_use]
pub fn harmless(old: &Course, new: &Course) -> bool {
    skeleton(old) == skeleton(new)
}

/// A course without its words: what learning is decided by.
fn skeleton(course: &Course) -> Option<Value> {
    let mut value = serde_json::to_value(course).ok()?;
    for free in [
        "minutes",
        "authors",
        "reviewed",
        "licence",
        "source",
        "media",
        "accepted",
        "live",
        "audiences",
        "sectors",
        "languages",
    ] {
        value.as_object_mut()?.remove(free);
    }
    strip(&mut value);
    Some(value)
}

/// A part of a course without texts and names of media files.
pub(super) fn wordless(part: &impl serde::Serialize) -> Value {
    let mut value = serde_json::to_value(part).unwrap_or_default();
    strip(&mut value);
    value
}

/// Takes out texts and the names of media files, wherever they stand.
fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for words in [
                "texts",
                "parts",
                "about",
                "outcomes",
                "outcomesIntro",
                "audience",
                "needs",
                "file",
                "poster",
                "captions",
                "seconds",
                "chapters",
                "loose",
            ] {
                map.remove(words);
            }
            // What stands under `items` is named by the author: an item may be called `poster` or `captions`.
            map.iter_mut().filter(|(name, _)| *name != "items").for_each(|(_, value)| strip(value));
        }
        Value::Array(list) => list.iter_mut().for_each(strip),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;
    use course_format::model::{Block, BlockKind, Course, Kind, Module, Question, QuestionKind, Section, Unit};
    use vocabulary::Locale;

    fn course() -> Course {
        let mut course = Course::new("a", Kind::Instant, vec![Locale::En]);
        let question = Question::new(QuestionKind::TrueFalse { correct: true });
        let unit = Unit { blocks: vec![Block::new("q", BlockKind::Question(question))], ..Unit::lesson("u") };
        course.modules = vec![Module { key: "m".into(), units: vec![unit], ..Module::default() }];
        course
    }

    #[test]
    fn words_may_change_and_keys_may_not() {
        let mut words = course();
        words.texts.insert(Locale::En, Section { title: "New title".into(), body: String::new() });
        words.minutes = 99;
        assert!(harmless(&course(), &words));

        let mut key = course();
        key.modules[0].units[0].blocks[0].kind =
            BlockKind::Question(Question::new(QuestionKind::TrueFalse { correct: false }));
        assert!(!harmless(&course(), &key));

        let sorted = |category: &str| {
            let items = [("poster".to_owned(), category.to_owned())].into_iter().collect();
            let kind = QuestionKind::Categorise { categories: vec!["image".into(), "text".into()], items };
            let mut course = course();
            course.modules[0].units[0].blocks[0].kind = BlockKind::Question(Question::new(kind));
            course
        };
        assert!(harmless(&sorted("image"), &sorted("image")));
        assert!(!harmless(&sorted("image"), &sorted("text")), "a key under a name that is also that of a file");

        let mut rule = course();
        rule.completion.score = Some(90);
        assert!(!harmless(&course(), &rule));
    }
}
