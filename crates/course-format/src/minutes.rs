//! How long a unit and a course take. The figures are the format's: 180 words a minute, media by their own length, one
//! minute for a question (its words and feedback with it), five seconds a flashcard beside its words, practice as
//! declared. What stands only for those who do not see or hear something (alternative texts, transcripts) takes no time
//! of its own.

use std::collections::HashMap;

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
    let from = place(unit, at);
    Locale::ALL.iter().map(|locale| seconds_from(unit, from, *locale)).fold(0.0, f64::max)
}

/// The block from which on a unit is left.
fn place(unit: &Unit, at: Option<&str>) -> usize {
    let place = at.and_then(|id| unit.blocks.iter().position(|block| block.id == id));
    if unit.kind == UnitType::Quiz { 0 } else { place.unwrap_or(0) }
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

/// The minutes of each unit of a course from each of its blocks on, reckoned once: counting words reads all of its Markdown.
#[derive(Clone, Debug, Default)]
pub struct Reckoned(HashMap<String, Vec<u32>>);

impl Reckoned {
    /// Reckons a course.
    #[must_use]
    pub fn of(course: &Course) -> Self {
        Self(course.units().map(|unit| (unit.key.clone(), minutes_from_each_block(unit))).collect())
    }

    /// As [`minutes_left`], for a unit of the course that was reckoned.
    #[must_use]
    pub fn left(&self, unit: &Unit, at: Option<&str>) -> u32 {
        let from = place(unit, at);
        let known = self.0.get(&unit.key).and_then(|minutes| minutes.get(from));
        known.copied().unwrap_or_else(|| minutes_left(unit, at))
    }
}

/// One figure for each block, the first for the whole unit; every text is read once.
fn minutes_from_each_block(unit: &Unit) -> Vec<u32> {
    let mut longest = vec![0.0_f64; unit.blocks.len().max(1)];
    for locale in Locale::ALL {
        let (mut read, mut doing, mut asked) = (0, 0.0, 0);
        for (place, seconds) in longest.iter_mut().enumerate().rev() {
            if let Some(block) = unit.blocks.get(place) {
                read += block_words(block, locale);
                doing += block_seconds(block, locale);
                asked += usize::from(block.question().is_some());
            }
            if place == 0 {
                read += words(&unit.texts, locale);
            }
            let asked = if unit.kind == UnitType::Quiz { unit.asked() } else { asked };
            *seconds = seconds.max(together(read, doing, asked));
        }
    }
    longest.into_iter().map(|seconds| to_minutes(seconds).max(1)).collect()
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

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, and no course is that long")]
fn to_minutes(seconds: f64) -> u32 {
    (seconds / 60.0).round() as u32
}

fn seconds_from(unit: &Unit, from: usize, locale: Locale) -> f64 {
    let doing: f64 = rest(unit, from).iter().map(|block| block_seconds(block, locale)).sum();
    let asked = match unit.kind {
        UnitType::Quiz => unit.asked(),
        UnitType::Lesson => rest(unit, from).iter().filter(|block| block.question().is_some()).count(),
    };
    together(words_from(unit, from, locale), doing, asked)
}

#[expect(clippy::cast_precision_loss, reason = "a course has fewer words than 2^52")]
fn together(read: usize, doing: f64, asked: usize) -> f64 {
    read as f64 / WORDS_A_MINUTE * 60.0 + doing + asked as f64 * SECONDS_A_QUESTION
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

#[expect(clippy::cast_precision_loss, reason = "a course has fewer words than 2^52")]
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
    use super::{Reckoned, course_minutes, is_off, minutes_left, unit_minutes};
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

        assert_reckoned(&unit);

        unit.kind = UnitType::Quiz;
        assert_reckoned(&unit);
        assert_reckoned(&Unit::lesson("empty"));
        assert_eq!(minutes_left(&unit, Some("p")), unit_minutes(&unit), "a quiz is handed in whole");
    }

    /// What was reckoned once is what counting anew gives, at every block and at none.
    fn assert_reckoned(unit: &Unit) {
        let mut course = Course::new("c", Kind::Instant, vec![Locale::En]);
        course.modules.push(Module { key: "m".into(), units: vec![unit.clone()], ..Module::default() });
        let reckoned = Reckoned::of(&course);
        let places = unit.blocks.iter().map(|block| Some(block.id.as_str()));
        for at in places.chain([None, Some("gone")]) {
            assert_eq!(reckoned.left(unit, at), minutes_left(unit, at), "{at:?}");
        }
        let other = Unit { key: "other".into(), ..unit.clone() };
        assert_eq!(reckoned.left(&other, None), unit_minutes(&other), "a unit of another course is counted");
    }

    #[test]
    fn a_quarter_is_still_right() {
        assert!(!is_off(50, 40) && !is_off(30, 40) && is_off(51, 40) && is_off(29, 40));
    }
}
