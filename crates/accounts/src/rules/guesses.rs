//! How often a password may be guessed: a bucket that holds `burst` guesses and fills again evenly over `window` milliseconds
//! (the generic cell rate algorithm, ITU-T I.371: one number per bucket, the instant at which it is full again).

/// How many guesses, in how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Guesses that may come at once, and in every window.
    pub burst: u32,
    /// The time in which an empty bucket fills, in milliseconds.
    pub window_millis: i64,
}

impl Allowance {
    /// The time that one guess costs, in milliseconds, at least 1.
    #[must_use]
    pub fn cost(self) -> i64 {
        (self.window_millis / i64::from(self.burst.max(1))).max(1)
    }
}

/// Takes one guess at `now` (milliseconds) from a bucket that is full again at `full_at`.
///
/// # Errors
/// The milliseconds to wait when the bucket is empty; the bucket stays as it was.
pub fn guess(allowance: Allowance, full_at: i64, now: i64) -> Result<i64, i64> {
    // A clock that went back must not lock anybody out for longer than a window.
    let full_at = full_at.clamp(now, now.saturating_add(allowance.window_millis));
    let after = full_at.saturating_add(allowance.cost());
    let over =
        after.saturating_sub(now).saturating_sub(allowance.cost().saturating_mul(i64::from(allowance.burst.max(1))));
    if over > 0 { Err(over) } else { Ok(after) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Allowance, guess};

    const TEN_A_MINUTE: Allowance = Allowance { burst: 10, window_millis: 60_000 };

    #[test]
    fn ten_at_once_then_one_every_six_seconds() {
        let mut bucket = 0;
        for _ in 0..10 {
            bucket = guess(TEN_A_MINUTE, bucket, 1_000_000).expect("within the burst");
        }
        assert_eq!(guess(TEN_A_MINUTE, bucket, 1_000_000), Err(6_000));
        assert!(guess(TEN_A_MINUTE, bucket, 1_005_999).is_err());
        assert!(guess(TEN_A_MINUTE, bucket, 1_006_000).is_ok());
    }

    #[test]
    fn a_clock_that_went_back_locks_for_a_window_at_most() {
        assert_eq!(guess(TEN_A_MINUTE, i64::MAX, 0), Err(6_000));
    }

    proptest! {
        #[test]
        fn never_more_than_the_burst_and_its_refill(steps in proptest::collection::vec(0i64..20_000, 1..300)) {
            let (mut now, mut bucket, mut taken) = (0, 0, 0i64);
            for step in steps {
                now += step;
                if let Ok(after) = guess(TEN_A_MINUTE, bucket, now) {
                    bucket = after;
                    taken += 1;
                }
                prop_assert!(taken <= 10 + now / 6_000);
            }
        }
    }
}
