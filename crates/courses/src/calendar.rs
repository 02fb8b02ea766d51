//! The calendar file of a masterclass.

use icalendar::{Calendar, Component, Event, EventLike};
use vocabulary::{Locale, Timestamp, from_millis, millis};

use crate::{Courses, Error, cards};

impl Courses {
    /// An iCalendar file (RFC 5545) with the live hour of a masterclass.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a course without an hour.
    pub async fn calendar(&self, slug: &str, locale: Locale, page_url: &str) -> Result<String, Error> {
        let on_shelf = self.published(slug).await?;
        let course = self.document(on_shelf.newest().id).await?;
        let live = course.live.as_ref().ok_or(Error::NotFound)?;
        let starts: Timestamp = live.starts.parse().map_err(|_| Error::NotFound)?;
        let ends = from_millis(millis(starts) + i64::from(live.minutes) * 60_000);
        let card = cards::card(&course, locale);
        let mut event = Event::new();
        event
            .uid(&format!("{}@aulari", on_shelf.edition))
            .summary(&card.title)
            .description(&card.summary)
            .add_property("DTSTAMP", utc(self.clock.now()))
            .add_property("DTSTART", utc(starts))
            .add_property("DTEND", utc(ends))
            .url(page_url);
        if let Some(link) = &live.link {
            event.location(link);
        }
        let mut calendar = Calendar::new();
        calendar.push(event.done());
        Ok(calendar.to_string())
    }
}

/// `20261203T170000Z`
fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}
