//! The calendar file of a masterclass.

use course_format::model::Live;
use icalendar::{Calendar, Component, Event, EventLike};
use vocabulary::{EditionId, Locale, Timestamp};

use crate::{Courses, Error, cards, page::room_path, rules::live, views::CourseCard};

impl Courses {
    /// An iCalendar file (RFC 5545) with the live hour of a masterclass; `public_url` is the address of the platform.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a course without an hour.
    pub async fn calendar(&self, slug: &str, locale: Locale, public_url: &str) -> Result<String, Error> {
        let on_shelf = self.published(slug).await?;
        let course = self.document(on_shelf.newest().id).await?;
        let live = course.live.as_ref().ok_or(Error::NotFound)?;
        event(on_shelf.edition, &cards::card(&course, locale), live, public_url, self.clock.now())
            .ok_or(Error::NotFound)
    }
}

fn event(edition: EditionId, card: &CourseCard, live: &Live, public_url: &str, now: Timestamp) -> Option<String> {
    let hours = live::hours(live)?;
    let mut event = Event::new();
    event
        .uid(&format!("{edition}@aulari"))
        .summary(&card.title)
        .description(&card.summary)
        .add_property("DTSTAMP", utc(now))
        .add_property("DTSTART", utc(hours.starts))
        .add_property("DTEND", utc(hours.closes))
        .url(&format!("{public_url}/courses/{}", card.slug));
    if live.link.is_some() {
        // Not the room itself, which opens at its time and may still change: the way to it.
        event.location(&format!("{public_url}{}", room_path(&card.slug)));
    }
    let mut calendar = Calendar::new();
    calendar.push(event.done());
    Some(calendar.to_string())
}

/// `20261203T170000Z`
fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}
