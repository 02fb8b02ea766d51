//! The weekly rhythm: in how many of the last four weeks there was practice. It never drops to zero for a missed day and
//! never blames.
//!
//! Days and weeks are counted in the organisation's time zone; a week begins on Monday.

use jiff::{civil::Weekday, tz::TimeZone};
use vocabulary::Timestamp;

/// The day of an instant, as days since 1 January 1970 in the given zone.
#[must_use]
pub fn day(at: Timestamp, zone: &TimeZone) -> i32 {
    let date = at.to_zoned(zone.clone()).date();
    date.since(jiff::civil::date(1970, 1, 1)).map_or(0, |span| span.get_days())
}

/// The number of a day's week; weeks begin on Monday (1 January 1970 was a Thursday).
#[must_use]
pub const fn week_of_day(day: i32) -> i32 {
    const THURSDAY: i32 = Weekday::Thursday.to_monday_zero_offset() as i32;
    (day + THURSDAY).div_euclid(7)
}

/// Practice in the last four weeks, oldest first, this week last.
#[must_use]
pub fn last_four(practised: &[i32], this_week: i32) -> [bool; 4] {
    [3, 2, 1, 0].map(|back| practised.contains(&(this_week - back)))
}

/// The instant that counts for the rhythm: what the client claims, but never the future.
#[must_use]
pub fn practice_time(claimed: Option<Timestamp>, now: Timestamp) -> Timestamp {
    claimed.map_or(now, |claimed| claimed.min(now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_ends_at_midnight_of_the_organisation() {
        let zone = TimeZone::get("Europe/Madrid").unwrap();
        assert_eq!(day(at("2026-11-22T22:59:59Z"), &zone) + 1, day(at("2026-11-22T23:00:00Z"), &zone));
        assert_eq!(day(at("1970-01-01T00:00:00Z"), &TimeZone::UTC), 0);
    }

    #[test]
    fn a_week_begins_on_monday() {
        let zone = TimeZone::UTC;
        let sunday = day(at("2026-11-22T12:00:00Z"), &zone);
        assert_eq!(week_of_day(sunday) + 1, week_of_day(sunday + 1));
        assert_eq!(week_of_day(sunday + 1), week_of_day(sunday + 7));
    }

    #[test]
    fn four_weeks_are_shown_oldest_first() {
        assert_eq!(last_four(&[10, 7, 2], 10), [true, false, false, true]);
    }

    #[test]
    fn a_claim_from_the_future_counts_as_now() {
        let now = at("2026-11-22T12:00:00Z");
        assert_eq!(practice_time(Some(at("2027-01-01T00:00:00Z")), now), now);
        assert_eq!(practice_time(Some(at("2026-01-01T00:00:00Z")), now), at("2026-01-01T00:00:00Z"));
    }

    proptest! {
        /// A week is seven days in a row, and practising more never shows less.
        #[test]
        fn more_practice_never_shows_less(day in -40_000_i32..40_000, weeks in prop::collection::vec(-5_i32..5, 0..8), more in -5_i32..5) {
            prop_assert_eq!(week_of_day(day) + 1, week_of_day(day + 7));
            prop_assert!((0..=1).contains(&(week_of_day(day + 1) - week_of_day(day))));
            let this = week_of_day(day);
            let practised: Vec<i32> = weeks.iter().map(|back| this + back).collect();
            let with: Vec<i32> = practised.iter().copied().chain([this + more]).collect();
            let (before, after) = (last_four(&practised, this), last_four(&with, this));
            prop_assert!(before.iter().zip(&after).all(|(before, after)| before <= after));
        }
    }
}
