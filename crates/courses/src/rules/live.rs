//! When the room of a masterclass lets people in: from half an hour before it begins until it ends.

use course_format::model::Live;
use vocabulary::{Timestamp, from_millis, millis};

/// People come early, and something always needs a second try.
const EARLY_MILLIS: i64 = 30 * 60_000;
const MINUTE_MILLIS: i64 = 60_000;

/// The moments of a masterclass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The room lets in.
    pub opens: Timestamp,
    /// It begins.
    pub starts: Timestamp,
    /// It ends, and the room is closed.
    pub closes: Timestamp,
}

impl Hours {
    /// The room lets in at this moment.
    #[must_use]
    pub fn lets_in(self, now: Timestamp) -> bool {
        self.opens <= now && now < self.closes
    }
}

/// The moments of a masterclass; `None` when its beginning is no date.
#[must_use]
pub fn hours(live: &Live) -> Option<Hours> {
    let starts: Timestamp = live.starts.parse().ok()?;
    let at = |millis_later: i64| from_millis(millis(starts).saturating_add(millis_later));
    Some(Hours { opens: at(-EARLY_MILLIS), starts, closes: at(i64::from(live.minutes) * MINUTE_MILLIS) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_lets_in_half_an_hour_early_and_until_the_end() {
        let live = Live { starts: "2026-12-03T18:00:00+01:00".into(), minutes: 60, ..Live::default() };
        let hours = hours(&live).unwrap();
        let lets_in = |at: &str| hours.lets_in(at.parse().unwrap());
        assert!(!lets_in("2026-12-03T16:29:59Z") && lets_in("2026-12-03T16:30:00Z"));
        assert!(lets_in("2026-12-03T17:59:59Z") && !lets_in("2026-12-03T18:00:00Z"));
    }

    #[test]
    fn no_date_has_no_hours() {
        assert_eq!(hours(&Live { starts: "soon".into(), ..Live::default() }), None);
    }
}
