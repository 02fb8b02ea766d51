//! What may be done about a session at which moment.

/// Doors open so many milliseconds before the hour: a quarter.
pub(crate) const DOORS: i64 = 15 * 60_000;
/// The attendance list opens so many milliseconds before the hour, for whoever comes early.
const LIST: i64 = 60 * 60_000;

/// No new seat, and none given back, for one that is over.
pub(crate) const OVER: &str = "session-over";
/// It was called off.
pub(crate) const CANCELLED: &str = "session-cancelled";
/// Too early.
pub(crate) const NOT_OPEN: &str = "session-not-open";

/// The hour of a session; times are milliseconds since the epoch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hour {
    pub(crate) starts: i64,
    pub(crate) ends: i64,
    /// It was not called off.
    pub(crate) planned: bool,
}

impl Hour {
    fn planned(self) -> Result<Self, &'static str> {
        if self.planned { Ok(self) } else { Err(CANCELLED) }
    }

    /// A seat can be asked for until the end.
    pub(crate) fn may_book(self, now: i64) -> Result<(), &'static str> {
        if now < self.planned()?.ends { Ok(()) } else { Err(OVER) }
    }

    /// A seat can be given back until the beginning: after it nobody could use it.
    pub(crate) fn may_release(self, now: i64) -> Result<(), &'static str> {
        if now < self.planned()?.starts { Ok(()) } else { Err(OVER) }
    }

    /// The way in is open from a quarter before until the end.
    pub(crate) fn may_join(self, now: i64) -> Result<(), &'static str> {
        let hour = self.planned()?;
        match now {
            early if early < hour.starts - DOORS => Err(NOT_OPEN),
            late if late >= hour.ends => Err(OVER),
            _ => Ok(()),
        }
    }

    /// The list is kept from an hour before on, and can be mended afterwards.
    pub(crate) fn may_tick(self, now: i64) -> Result<(), &'static str> {
        if now < self.planned()?.starts - LIST { Err(NOT_OPEN) } else { Ok(()) }
    }
}

/// Whether whoever comes now must wait: `taken` seats of `places` are given. Without places there is room for everybody.
pub(crate) fn waits(taken: usize, places: Option<i32>) -> bool {
    places.is_some_and(|places| taken >= usize::try_from(places).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;
    const HOUR: Hour = Hour { starts: 1000 * MINUTE, ends: 1090 * MINUTE, planned: true };

    #[test]
    fn each_thing_has_its_time() {
        let at = |minute: i64| minute * MINUTE;
        assert_eq!(HOUR.may_book(at(1089)), Ok(()));
        assert_eq!(HOUR.may_book(at(1090)), Err(OVER));
        assert_eq!(HOUR.may_release(at(999)), Ok(()));
        assert_eq!(HOUR.may_release(at(1000)), Err(OVER));
        assert_eq!(HOUR.may_join(at(984)), Err(NOT_OPEN));
        assert_eq!(HOUR.may_join(at(985)), Ok(()));
        assert_eq!(HOUR.may_join(at(1090)), Err(OVER));
        assert_eq!(HOUR.may_tick(at(939)), Err(NOT_OPEN));
        assert_eq!(HOUR.may_tick(at(5000)), Ok(()));
        let off = Hour { planned: false, ..HOUR };
        for refused in [off.may_book(0), off.may_release(0), off.may_join(at(1000)), off.may_tick(at(1000))] {
            assert_eq!(refused, Err(CANCELLED));
        }
    }

    #[test]
    fn the_last_place_is_given_and_no_more() {
        assert!(!waits(19, Some(20)) && waits(20, Some(20)) && waits(0, Some(0)));
        assert!(!waits(1_000_000, None));
    }
}
