//! What a session must be like to be planned.

use std::ops::Range;

/// A five-minute step, in milliseconds: sessions begin and end on one, and a room belongs to one session for each.
pub(crate) const STEP: i64 = 5 * 60_000;
/// The shortest and the longest session, in minutes.
const MINUTES: std::ops::RangeInclusive<i64> = 15..=600;
/// The most places.
const PLACES: std::ops::RangeInclusive<i32> = 1..=100_000;
/// The longest link, in characters.
const LINK_MAX: usize = 500;

/// What is asked for; times are milliseconds since the epoch.
pub(crate) struct Wish<'a> {
    pub(crate) starts: i64,
    pub(crate) minutes: i64,
    pub(crate) places: Option<i32>,
    /// The seats of the room, when there is one.
    pub(crate) seats: Option<i32>,
    pub(crate) link: Option<&'a str>,
}

/// Where the wish cannot be taken, and why.
pub(crate) type Fault = (&'static str, &'static str);

/// The places of a session that can be planned so: never more than the room has seats.
pub(crate) fn places(wish: &Wish<'_>, now: i64) -> Result<Option<i32>, Fault> {
    if wish.starts % STEP != 0 {
        return Err(("/starts", "not-on-five-minutes"));
    }
    if wish.starts <= now {
        return Err(("/starts", "in-the-past"));
    }
    if !MINUTES.contains(&wish.minutes) || wish.minutes % 5 != 0 {
        return Err(("/minutes", "out-of-range"));
    }
    if wish.seats.is_none() && wish.link.is_none() {
        return Err(("/room", "place-missing"));
    }
    if wish.link.is_some_and(|link| !sound(link)) {
        return Err(("/link", "not-a-link"));
    }
    match (wish.places, wish.seats) {
        (Some(places), _) if !PLACES.contains(&places) => Err(("/places", "out-of-range")),
        (Some(places), Some(seats)) if places > seats => Err(("/places", "more-than-seats")),
        (Some(places), _) => Ok(Some(places)),
        (None, seats) => Ok(seats),
    }
}

/// A link that leads out by an encrypted connection and hides nothing in front of the host.
fn sound(link: &str) -> bool {
    link.len() <= LINK_MAX
        && url::Url::parse(link).is_ok_and(|url| {
            url.scheme() == "https" && url.host_str().is_some() && url.username().is_empty() && url.password().is_none()
        })
}

/// The five-minute steps that a session takes of its room.
pub(crate) fn slots(starts: i64, ends: i64) -> Range<i64> {
    starts / STEP..(ends + STEP - 1) / STEP
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_000 * STEP;
    const GOOD: Wish<'static> =
        Wish { starts: NOW + STEP, minutes: 90, places: None, seats: Some(20), link: Some("https://meet.example/a") };

    #[test]
    fn a_room_gives_its_seats_and_never_more() {
        assert_eq!(places(&GOOD, NOW), Ok(Some(20)));
        assert_eq!(places(&Wish { places: Some(12), ..GOOD }, NOW), Ok(Some(12)));
        assert_eq!(places(&Wish { places: Some(21), ..GOOD }, NOW), Err(("/places", "more-than-seats")));
        assert_eq!(places(&Wish { seats: None, ..GOOD }, NOW), Ok(None), "online there is room for everybody");
    }

    #[test]
    fn what_cannot_be_is_told_by_its_place() {
        let cases: [(Wish<'_>, Fault); 8] = [
            (Wish { starts: NOW, ..GOOD }, ("/starts", "in-the-past")),
            (Wish { starts: NOW + STEP + 1, ..GOOD }, ("/starts", "not-on-five-minutes")),
            (Wish { minutes: 10, ..GOOD }, ("/minutes", "out-of-range")),
            (Wish { minutes: 91, ..GOOD }, ("/minutes", "out-of-range")),
            (Wish { places: Some(0), ..GOOD }, ("/places", "out-of-range")),
            (Wish { seats: None, link: None, ..GOOD }, ("/room", "place-missing")),
            (Wish { link: Some("http://meet.example"), ..GOOD }, ("/link", "not-a-link")),
            (Wish { link: Some("https://a@meet.example"), ..GOOD }, ("/link", "not-a-link")),
        ];
        for (wish, fault) in cases {
            assert_eq!(places(&wish, NOW), Err(fault));
        }
    }

    #[test]
    fn one_after_the_other_share_no_step() {
        let (first, second) = (slots(0, 90 * 60_000), slots(90 * 60_000, 120 * 60_000));
        assert_eq!((first.clone().count(), first.end), (18, second.start));
    }
}
