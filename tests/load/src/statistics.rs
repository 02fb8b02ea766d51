//! Medians and spread of repeated rounds.

/// The middle of some figures, and how far the rounds lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Middle {
    pub(crate) median: f64,
    pub(crate) lowest: f64,
    pub(crate) highest: f64,
}

/// The median with the lowest and the highest; `None` of nothing.
pub(crate) fn middle(figures: &[f64]) -> Option<Middle> {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    let median = if sorted.len() % 2 == 1 {
        sorted[half]
    } else {
        f64::midpoint(*sorted.get(half.checked_sub(1)?)?, sorted[half])
    };
    Some(Middle { median, lowest: *sorted.first()?, highest: *sorted.last()? })
}

/// The figure below which the share of all lies.
pub(crate) fn quantile(figures: &mut [u32], share: f64) -> u32 {
    figures.sort_unstable();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an index"
    )]
    let place = (figures.len() as f64 * share) as usize;
    figures.get(place.min(figures.len().saturating_sub(1))).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{middle, quantile};

    #[test]
    fn the_middle_of_odd_even_and_nothing() {
        assert_eq!(middle(&[3.0, 1.0, 2.0]).map(|found| found.median), Some(2.0));
        let even = middle(&[4.0, 1.0, 2.0, 3.0]).unwrap();
        assert_eq!((even.median, even.lowest, even.highest), (2.5, 1.0, 4.0));
        assert_eq!(middle(&[]), None);
    }

    #[test]
    fn the_last_hundredth_is_where_it_should_be() {
        let mut figures: Vec<u32> = (0..1000).rev().collect();
        assert_eq!((quantile(&mut figures, 0.99), quantile(&mut figures, 0.5)), (990, 500));
        assert_eq!(quantile(&mut [], 0.99), 0);
    }
}
