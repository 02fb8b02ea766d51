//! The questions of an attempt, and the score of one.

use crate::model::{Question, Unit};
use crate::present::hash;

/// The ids of the questions of an attempt at a quiz, in the order in which they are asked: those outside pools, and from
/// each pool as many as it draws. The same seed gives the same questions; take one that nobody can choose
/// or foresee.
#[must_use]
pub fn draw(unit: &Unit, seed: &str) -> Vec<String> {
    let mut dropped: Vec<&str> = Vec::new();
    for pool in &unit.pools {
        let mut ids: Vec<&str> = unit
            .questions()
            .filter(|(_, question)| question.pool.as_ref() == Some(&pool.id))
            .map(|(block, _)| block.id.as_str())
            .collect();
        ids.sort_by_key(|id| hash(&[seed, &pool.id, id]));
        dropped.extend(ids.into_iter().skip(pool.draw as usize));
    }
    let mut asked: Vec<String> =
        unit.questions().map(|(block, _)| block.id.clone()).filter(|id| !dropped.contains(&id.as_str())).collect();
    if unit.quiz_settings().shuffle {
        asked.sort_by_key(|id| hash(&[seed, "order", id]));
    }
    asked
}

/// The score of an attempt in per cent, rounded down: a mark of 80 is reached at 80, not before. Each question comes
/// with the fraction that was right of it; one that was not answered comes with 0. Opinions do not count. Where nothing
/// counts the score is 100: there was nothing to get wrong.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
pub fn percent<'a>(results: impl IntoIterator<Item = (&'a Question, f64)>) -> u8 {
    let (mut got, mut of) = (0.0, 0.0);
    for (question, fraction) in results {
        if question.counts() {
            got += f64::from(question.points) * fraction.clamp(0.0, 1.0);
            of += f64::from(question.points);
        }
    }
    if of <= 0.0 {
        return 100;
    }
    // A third and two thirds are a whole, whatever binary fractions make of them.
    (100.0 * got / of + 1e-9).floor() as u8
}

#[cfg(test)]
mod tests {
    use super::{draw, percent};
    use crate::model::{Block, BlockKind, Pool, Question, QuestionKind, Unit, UnitType, Unknown};

    fn question(pool: Option<&str>) -> Question {
        Question { pool: pool.map(str::to_owned), ..Question::new(QuestionKind::TrueFalse { correct: true }) }
    }

    fn quiz() -> Unit {
        let mut unit = Unit { kind: UnitType::Quiz, ..Unit::lesson("quiz") };
        unit.pools.push(Pool { id: "p".into(), draw: 2, unknown: Unknown::new() });
        let blocks = [("a", None), ("b", Some("p")), ("c", Some("p")), ("d", Some("p"))];
        unit.blocks = blocks.map(|(id, pool)| Block::new(id, BlockKind::Question(question(pool)))).to_vec();
        unit
    }

    #[test]
    fn a_draw_is_repeatable_and_every_question_has_its_turn() {
        let unit = quiz();
        let mut times = std::collections::BTreeMap::new();
        for seed in 0..600 {
            let drawn = draw(&unit, &seed.to_string());
            assert_eq!(drawn.len(), unit.asked());
            assert_eq!(drawn, draw(&unit, &seed.to_string()));
            drawn.into_iter().for_each(|id| *times.entry(id).or_insert(0) += 1);
        }
        assert_eq!(times["a"], 600);
        for id in ["b", "c", "d"] {
            assert!((340..460).contains(&times[id]), "{id} was drawn {} times of 600", times[id]);
        }
    }

    #[test]
    fn a_mark_is_reached_at_the_mark() {
        let one = question(None);
        assert_eq!(percent([(&one, 1.0), (&one, 1.0), (&one, 1.0), (&one, 1.0), (&one, 0.0)]), 80);
        assert_eq!(percent([(&one, 1.0), (&one, 1.0 / 3.0), (&one, 2.0 / 3.0)]), 66);
        assert_eq!(percent([(&one, 0.999), (&one, 1.0)]), 99);
        let scale = Question::new(QuestionKind::Scale { from: 1, to: 5 });
        assert_eq!(percent([(&scale, 0.0)]), 100);
    }
}
