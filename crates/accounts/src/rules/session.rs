//! How long a session lives. Times are milliseconds since the epoch, UTC.

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A session that is not used for so long is over.
pub const IDLE_MILLIS: i64 = 14 * DAY;
/// A session is over after so long, used or not.
pub const LIFE_MILLIS: i64 = 60 * DAY;
/// Its last use is written down at most so often, so that reading stays reading.
const TOUCH_MILLIS: i64 = DAY / 2;

/// Whether a session last seen and ending at these instants lets anyone in now.
#[must_use]
pub const fn is_live(last_seen_at: i64, expires_at: i64, now: i64) -> bool {
    now < expires_at && now < last_seen_at.saturating_add(IDLE_MILLIS)
}

/// Whether the last use is old enough to be written anew.
#[must_use]
pub const fn needs_touch(last_seen_at: i64, now: i64) -> bool {
    now.saturating_sub(last_seen_at) >= TOUCH_MILLIS
}

#[cfg(test)]
mod tests {
    use super::{DAY, IDLE_MILLIS, LIFE_MILLIS, is_live, needs_touch};

    #[test]
    fn a_session_ends_when_idle_and_ends_anyway() {
        assert!(is_live(0, LIFE_MILLIS, IDLE_MILLIS - 1));
        assert!(!is_live(0, LIFE_MILLIS, IDLE_MILLIS));
        assert!(is_live(59 * DAY, LIFE_MILLIS, LIFE_MILLIS - 1));
        assert!(!is_live(59 * DAY, LIFE_MILLIS, LIFE_MILLIS));
        assert!(!is_live(0, LIFE_MILLIS, i64::MAX), "far jumps of the clock bring nothing to life");
    }

    #[test]
    fn use_is_written_down_twice_a_day_at_most() {
        assert!(!needs_touch(0, DAY / 2 - 1) && needs_touch(0, DAY / 2));
        assert!(!needs_touch(DAY, 0), "not when the clock went back");
    }
}
