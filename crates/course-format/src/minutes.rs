//! How long a unit and a course take. The figures are the format's: 180 words a minute, media by their own length, one
//! minute for a question (its words and feedback with it), five seconds a flashcard beside its words, practice as
//! declared. What stands only for those who do not see or hear something (alternative texts, transcripts) takes no time
//! of its own.

use vocabulary::Locale;

use crate::markdown::count_words;
use crate::model::{Block, BlockKind, Course, Texts, Unit, UnitType};

/// Words that a learner reads in a minute.
pub const WORDS_A_MINUTE: f64 = 180.0;
/// Seconds for a question.
pub const SECONDS_A_QUESTION: f64 = 60.0;
/// Seconds for a flashcard beside its words.
pub const SECONDS_A_FLASHCARD: f64 = 5.0;
/// How far the minutes that a course tells may be from those it comes to, as a share of these.
pub const TOLERANCE: f64 = 0.25;

/// The seconds that a unit takes, in the language in which it takes longest.
#[must_use]
pub fn unit_seconds(unit: &Unit) -> f64 {
    seconds_left(unit, None)
}

/// The seconds that are left of a unit for somebody who has come to a block: the words, media, questions and practice
/// from there on. All of it without a block, with one that the unit does not have, and in a quiz, which is handed in
/// whole.
#[must_use]
pub fn seconds_left(unit: &Unit, at: Option<&str>) -> f64 {
    let place = at.and_then(|id| unit.blocks.iter().position(|block| block.id == id));
    let from = if unit.kind == UnitType::Quiz { 0 } else { place.unwrap_or(0) };
    Locale::ALL.iter().map(|locale| seconds_from(unit, from, *locale)).fold(0.0, f64::max)
}

/// The minutes that are left of a unit: rounded, at least one.
#[must_use]
pub fn minutes_left(unit: &Unit, at: Option<&str>) -> u32 {
    to_minutes(seconds_left(unit, at)).max(1)
}

/// The minutes that a unit takes: rounded, at least one.
#[must_use]
pub fn unit_minutes(unit: &Unit) -> u32 {
    minutes_left(unit, None)
}

/// The minutes that a course takes: the seconds of all its units together, rounded.
#[must_use]
pub fn course_minutes(course: &Course) -> u32 {
    to_minutes(course.units().map(unit_seconds).sum())
}

/// True when the minutes that a course tells are too far from those it comes to.
#[must_use]
pub fn is_off(told: u32, computed: u32) -> bool {
    f64::from(told.abs_diff(computed)) > TOLERANCE * f64::from(computed)
}

/// The words of a unit in one language that a learner reads, those of its questions aside.
#[must_use]
pub fn unit_words(unit: &Unit, locale: Locale) -> usize {
    words_from(unit, 0, locale)
}

/// The unit's own title and introduction stand before its first block.
fn words_from(unit: &Unit, from: usize, locale: Locale) -> usize {
    let own = if from == 0 { words(&unit.texts, locale) } else { 0 };
    own + rest(unit, from).iter().map(|block| block_words(block, locale)).sum::<usize>()
}

fn rest(unit: &Unit, from: usize) -> &[Block] {
    unit.blocks.get(from..).unwrap_or_default()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn to_minutes(seconds: f64) -> u32 {
    // The cast saturates, and no course is that long.
    (seconds / 60.0).round() as u32
}

#[allow(clippy::cast_precision_loss)]
fn seconds_from(unit: &Unit, from: usize, locale: Locale) -> f64 {
    let reading = words_from(unit, from, locale) as f64 / WORDS_A_MINUTE * 60.0;
    let doing: f64 = rest(unit, from).iter().map(|block| block_seconds(block, locale)).sum();
    let asked = match unit.kind {
        UnitType::Quiz => unit.asked(),
        UnitType::Lesson => rest(unit, from).iter().filter(|block| block.question().is_some()).count(),
    };
    reading + doing + asked as f64 * SECONDS_A_QUESTION
}

fn words(texts: &Texts, locale: Locale) -> usize {
    texts.get(locale).map_or(0, |section| count_words(&section.title) + count_words(&section.body))
}

fn block_words(block: &Block, locale: Locale) -> usize {
    let title = || count_words(block.texts.title(locale));
    match &block.kind {
        BlockKind::Question(_) => 0,
        BlockKind::Image { .. } => title(),
        BlockKind::Video { .. } | BlockKind::Audio { .. } => words(&block.texts, locale),
        _ => words(&block.texts, locale) + block.parts.values().map(|texts| words(texts, locale)).sum::<usize>(),
    }
}

#[allow(clippy::cast_precision_loss)]
fn block_seconds(block: &Block, locale: Locale) -> f64 {
    match &block.kind {
        BlockKind::Video { seconds, .. } => f64::from(*seconds),
        BlockKind::Audio { seconds, .. } => seconds.pick(locale, locale).map_or(0.0, |seconds| f64::from(*seconds)),
        BlockKind::Flashcards { items } => items.len() as f64 * SECONDS_A_FLASHCARD,
        BlockKind::Practice { minutes } => f64::from(*minutes) * 60.0,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::{course_minutes, is_off, minutes_left, unit_minutes};
    use crate::model::{Block, BlockKind, Course, Kind, Module, Question, QuestionKind, Section, Unit, UnitType};
    use vocabulary::Locale;

    #[test]
    fn words_media_questions_cards_and_practice_add_up() {
        let mut unit = Unit::lesson("a");
        let mut text = Block::new("t", BlockKind::Text);
        text.texts.insert(Locale::Ca, Section { title: String::new(), body: "mot ".repeat(360) });
        text.texts.insert(Locale::En, Section { title: String::new(), body: "word ".repeat(180) });
        unit.blocks.push(text);
        unit.blocks.push(Block::new("p", BlockKind::Practice { minutes: 10 }));
        unit.blocks.push(Block::new("f", BlockKind::Flashcards { items: vec!["a".into(); 12] }));
        unit.blocks
            .push(Block::new("q", BlockKind::Question(Question::new(QuestionKind::TrueFalse { correct: true }))));
        assert_eq!(unit_minutes(&unit), 2 + 10 + 1 + 1);
        let mut course = Course::new("c", Kind::Instant, vec![Locale::Ca]);
        course.modules.push(Module { key: "m".into(), units: vec![unit.clone(), unit], ..Module::default() });
        assert_eq!(course_minutes(&course), 28);
    }

    #[test]
    fn what_is_left_is_what_stands_from_the_block_on() {
        let mut unit = Unit::lesson("a");
        for id in ["one", "two"] {
            let mut text = Block::new(id, BlockKind::Text);
            text.texts.insert(Locale::En, Section { title: String::new(), body: "word ".repeat(540) });
            unit.blocks.push(text);
        }
        unit.blocks
            .push(Block::new("q", BlockKind::Question(Question::new(QuestionKind::TrueFalse { correct: true }))));
        unit.blocks.push(Block::new("p", BlockKind::Practice { minutes: 10 }));
        let left = |at| minutes_left(&unit, at);
        assert_eq!([None, Some("one"), Some("two"), Some("q"), Some("p")].map(left), [17, 17, 14, 11, 10]);
        assert_eq!(left(Some("gone")), unit_minutes(&unit), "a block that is not there has read nothing");

        unit.kind = UnitType::Quiz;
        assert_eq!(minutes_left(&unit, Some("p")), unit_minutes(&unit), "a quiz is handed in whole");
    }

    #[test]
    fn a_quarter_is_still_right() {
        assert!(!is_off(50, 40) && !is_off(30, 40) && is_off(51, 40) && is_off(29, 40));
    }
}
