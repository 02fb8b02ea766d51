//! The clock as a port: the machine's, or one that a test moves. Never read the time anywhere else.

use std::sync::atomic::{AtomicI64, Ordering};

/// An instant, UTC.
pub type Timestamp = jiff::Timestamp;

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// Stands at `at`, to the millisecond.
    #[must_use]
    pub fn at(at: Timestamp) -> Self {
        Self(AtomicI64::new(millis(at)))
    }

    /// Goes forward (or back) by so many milliseconds.
    pub fn advance_millis(&self, by: i64) {
        self.0.fetch_add(by, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// Milliseconds since the epoch: the form that tables keep.
#[must_use]
pub fn millis(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// The instant that a table's milliseconds mean; values beyond the calendar become its nearest end.
#[must_use]
pub fn from_millis(value: i64) -> Timestamp {
    Timestamp::from_millisecond(value).unwrap_or(if value < 0 { Timestamp::MIN } else { Timestamp::MAX })
}
