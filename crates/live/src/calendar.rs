//! The calendar file of a session.

use icalendar::{Calendar, Component, Event, EventLike};
use uuid::Uuid;
use vocabulary::{Locale, Timestamp};

use crate::{Error, Live, queries::CANCELLED, views::SessionView};

impl Live {
    /// An iCalendar file (RFC 5545) with the hour and the place of a session, for everybody; `public_url` is the address of
    /// the platform. It leads to the session's page and not into the video room, which opens at its time.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn calendar(&self, id: Uuid, locale: Locale, public_url: &str) -> Result<String, Error> {
        let session = self.session(None, id, locale).await?;
        event(&session, public_url, self.clock.now()).ok_or(Error::NotFound)
    }
}

fn event(session: &SessionView, public_url: &str, now: Timestamp) -> Option<String> {
    let page = format!("{public_url}/agenda/{}", session.id);
    let utc = |time: &str| time.parse::<Timestamp>().ok().map(stamp);
    let mut event = Event::new();
    event
        .uid(&format!("{}@aulari", session.id))
        .summary(&session.title)
        .add_property("DTSTAMP", stamp(now))
        .add_property("DTSTART", utc(&session.starts)?)
        .add_property("DTEND", utc(&session.ends)?)
        .url(&page);
    match &session.room {
        Some(room) => event.location(format!("{}, {}", room.name, room.address).trim_end_matches(", ")),
        None => event.location(&page),
    };
    if session.state == CANCELLED {
        event.add_property("STATUS", "CANCELLED");
    }
    let mut calendar = Calendar::new();
    calendar.push(event.done());
    Some(calendar.to_string())
}

/// `20261203T170000Z`
fn stamp(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}
