//! When a question that was answered correctly comes back: after 2, 7 and 21 days, evenly spread practice.
//!
//! Source: the product's domain rules on retrieval practice (a uniform schedule by default).

use vocabulary::{Timestamp, from_millis, millis};

/// Days from a correct answer to the review of that step.
const DAYS: [i64; 3] = [2, 7, 21];
const DAY_MILLIS: i64 = 86_400_000;

/// What an answer does to a question's reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// How many reviews have been done.
    pub step: i32,
    /// When the next is due; `None` when none is left.
    pub due_at: Option<Timestamp>,
    /// This answer was a review, given when it was due, and right.
    pub earned: bool,
}

/// The reviews of a question after an answer. A right answer before its due date changes nothing; a wrong one when due
/// sets the same step again, two days later.
#[must_use]
pub fn after_answer(step: i32, due_at: Option<Timestamp>, known_before: bool, right: bool, now: Timestamp) -> Review {
    let due = due_at.is_some_and(|due| due <= now);
    match (known_before, right) {
        (false, true) => Review { step: 0, due_at: next(0, now), earned: false },
        (true, true) if due => Review { step: step + 1, due_at: next(step + 1, now), earned: true },
        (true, false) if due => Review { step, due_at: next(0, now), earned: false },
        _ => Review { step, due_at, earned: false },
    }
}

fn next(step: i32, now: Timestamp) -> Option<Timestamp> {
    let days = usize::try_from(step).ok().and_then(|step| DAYS.get(step))?;
    Some(from_millis(millis(now) + days * DAY_MILLIS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn later(now: Timestamp, days: i64) -> Timestamp {
        from_millis(millis(now) + days * DAY_MILLIS)
    }

    #[test]
    fn a_known_question_comes_back_three_times() {
        let start = from_millis(0);
        let first = after_answer(0, None, false, true, start);
        assert_eq!(first, Review { step: 0, due_at: Some(later(start, 2)), earned: false });
        let second = after_answer(0, first.due_at, true, true, later(start, 3));
        assert_eq!(second, Review { step: 1, due_at: Some(later(start, 10)), earned: true });
        let third = after_answer(1, second.due_at, true, true, later(start, 10));
        assert_eq!(third, Review { step: 2, due_at: Some(later(start, 31)), earned: true });
        let last = after_answer(2, third.due_at, true, true, later(start, 40));
        assert_eq!(last, Review { step: 3, due_at: None, earned: true });
    }

    #[test]
    fn answering_again_too_soon_brings_nothing() {
        let start = from_millis(0);
        let due = Some(later(start, 2));
        assert_eq!(after_answer(0, due, true, true, later(start, 1)), Review { step: 0, due_at: due, earned: false });
        assert_eq!(after_answer(0, None, false, false, start), Review { step: 0, due_at: None, earned: false });
    }
}
