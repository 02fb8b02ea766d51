//! Points and levels. Points come from learning only: never from signing in, never from speed.
//!
//! Source: the product's domain rules on gamification (points by kind of learning, daily cap, level curve).

use vocabulary::Level;

/// The most points that one day can bring; what goes beyond is not kept for later.
pub const DAILY_CAP: i64 = 100;

/// Why points were earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A unit with a check passed for the first time; its level sets the amount.
    UnitPassed(Level),
    /// A question recalled correctly: at first sight in its lesson, or when its review was due.
    Recalled,
    /// A question answered correctly after a mistake.
    Recovered,
}

impl Reason {
    /// The word that facts keep.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::UnitPassed(_) => "unit-passed",
            Self::Recalled => "recalled",
            Self::Recovered => "recovered",
        }
    }

    /// The points before the daily cap: 10 x (1 + 0.1 x (level - 1)) for a unit, 2 for a recall, 3 for a recovered mistake.
    #[must_use]
    pub const fn points(self) -> i64 {
        match self {
            Self::UnitPassed(level) => 10 + (level.number() as i64 - 1),
            Self::Recalled => 2,
            Self::Recovered => 3,
        }
    }
}

/// What of `points` still fits into a day that has brought `today` already.
#[must_use]
pub fn within_cap(points: i64, today: i64) -> i64 {
    points.min(DAILY_CAP - today).max(0)
}

/// The level that a total of points reaches; level `n` needs 50 n (n + 1) / 2 points.
#[must_use]
pub fn level_of(points: i64) -> i64 {
    let mut level = 0;
    while threshold(level + 1) <= points {
        level += 1;
    }
    level
}

/// The points at which a level begins.
#[must_use]
pub const fn threshold(level: i64) -> i64 {
    25 * level * (level + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_follow_the_rule() {
        let amounts: Vec<i64> =
            (1..=8).filter_map(Level::new).map(|level| Reason::UnitPassed(level).points()).collect();
        assert_eq!(amounts, [10, 11, 12, 13, 14, 15, 16, 17]);
        assert_eq!((Reason::Recalled.points(), Reason::Recovered.points()), (2, 3));
    }

    #[test]
    fn the_first_levels_begin_where_the_rule_says() {
        assert_eq!([0, 1, 2, 3].map(threshold), [0, 50, 150, 300]);
        assert_eq!([0, 49, 50, 149, 150].map(level_of), [0, 0, 1, 1, 2]);
    }

    proptest! {
        #[test]
        fn a_level_agrees_with_the_closed_form(points in 0_i64..2_000_000) {
            #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "small whole numbers")]
            let closed = (((1.0 + 8.0 * points as f64 / 50.0).sqrt() - 1.0) / 2.0).floor() as i64;
            prop_assert!((level_of(points) - closed).abs() <= 1);
            prop_assert!(threshold(level_of(points)) <= points && points < threshold(level_of(points) + 1));
        }

        #[test]
        fn a_day_never_brings_more_than_the_cap(gains in prop::collection::vec(0_i64..30, 0..50)) {
            let day = gains.iter().fold(0, |today, gain| today + within_cap(*gain, today));
            prop_assert_eq!(day, gains.iter().sum::<i64>().min(DAILY_CAP));
        }
    }
}
