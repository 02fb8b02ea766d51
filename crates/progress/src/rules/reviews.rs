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
    use proptest::prelude::*;

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

    #[test]
    fn a_wrong_answer_when_due_brings_the_same_review_back_in_two_days() {
        let start = from_millis(0);
        let due = Some(later(start, 2));
        let wrong = after_answer(1, due, true, false, later(start, 5));
        assert_eq!(wrong, Review { step: 1, due_at: Some(later(start, 7)), earned: false });
    }

    proptest! {
        /// Whatever is answered and whenever: three reviews at most earn their points, two of them never within two days, and
        /// a review is never due before it was set.
        #[test]
        fn reviews_are_three_and_apart(answers in prop::collection::vec((0_i64..400, any::<bool>()), 1..40)) {
            let (mut now, mut known) = (from_millis(0), false);
            let mut review = Review { step: 0, due_at: None, earned: false };
            let mut earned: Vec<Timestamp> = vec![];
            for (hours, right) in answers {
                now = from_millis(millis(now) + hours * 3_600_000);
                let before = review;
                review = after_answer(review.step, review.due_at, known, right, now);
                known |= right;
                if review.earned {
                    prop_assert!(before.due_at.is_some_and(|due| due <= now) && right);
                    prop_assert!(earned.last().is_none_or(|last| millis(*last) + 2 * DAY_MILLIS <= millis(now)));
                    earned.push(now);
                }
                if review.due_at != before.due_at {
                    prop_assert!(review.due_at.is_none_or(|due| due > now));
                }
            }
            prop_assert!(earned.len() <= DAYS.len());
            prop_assert_eq!(usize::try_from(review.step).unwrap(), earned.len());
        }
    }
}
