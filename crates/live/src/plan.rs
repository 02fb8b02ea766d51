//! Planning a session: a published course at an hour, in a room, by video, or both.

use accounts::{Administrator, Permit};
use database::entity::live_session;
use ledger::Ledger;
use serde_json::json;
use uuid::Uuid;
use vocabulary::{Locale, Timestamp, millis};

use crate::{
    Error, Live, queries,
    rules::planning::{Wish, places},
    views::SessionView,
};

/// A session to be planned.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// The course's key.
    pub course: String,
    /// When it begins: on five minutes, in the future.
    pub starts: Timestamp,
    /// How long it takes: 15 to 600, in steps of five.
    pub minutes: u32,
    /// Where people meet.
    pub room: Option<Uuid>,
    /// The https address of the video room.
    pub link: Option<String>,
    /// How many can take part; without it as many as the room has seats, or everybody.
    pub places: Option<u32>,
}

impl Live {
    /// Plans a session. The same request under the same key plans one.
    ///
    /// # Errors
    /// [`Error::Invalid`] for what cannot be taken; [`Error::Refused`] with `room-taken` when the room is taken at that time.
    pub async fn plan(
        &self,
        permit: &Permit<Administrator>,
        new: NewSession,
        locale: Locale,
    ) -> Result<SessionView, Error> {
        let shelf = match self.courses.published(&new.course).await {
            Err(courses::Error::NotFound) => return Err(Error::Invalid { pointer: "/course", code: "unknown-value" }),
            found => found?,
        };
        let room = match new.room {
            None => None,
            Some(id) => {
                let found = queries::rooms_by_id(self.db.read(), &[id]).await?.remove(&id);
                Some(found.ok_or(Error::Invalid { pointer: "/room", code: "unknown-value" })?)
            }
        };
        let (now, starts) = (millis(self.clock.now()), millis(new.starts));
        let link = new.link.map(|link| link.trim().to_owned()).filter(|link| !link.is_empty());
        let wish = Wish {
            starts,
            minutes: new.minutes.into(),
            places: new.places.map(|places| i32::try_from(places).unwrap_or(i32::MAX)),
            seats: room.as_ref().map(|room| room.seats),
            link: link.as_deref(),
        };
        let id = permit.new_id("session");
        // A repeat may come when the hour has passed: what was planned then stands.
        let planned = queries::session(self.db.read(), id).await?;
        let places = places(&wish, now).or_else(|(pointer, code)| match planned {
            Some(row) => Ok(row.places),
            None => Err(Error::Invalid { pointer, code }),
        })?;
        let row = live_session::Model {
            id,
            course_id: shelf.course.0,
            room_id: room.map(|room| room.id),
            link,
            starts_at: starts,
            ends_at: starts + i64::from(new.minutes) * 60_000,
            places,
            state: queries::PLANNED.to_owned(),
            created_at: now,
        };
        let by = permit.subject();
        self.db
            .write_once(permit.once(), move |tx| {
                let row = row.clone();
                Box::pin(async move {
                    let object = format!("session:{}", row.id);
                    let told = json!({ "course": row.course_id, "room": row.room_id, "starts": row.starts_at });
                    if queries::insert_session(tx, row).await? {
                        Ledger::audit(tx, by, None, "session.planned", &object, told).await?;
                    }
                    Ok::<_, Error>(())
                })
            })
            .await?;
        self.session(None, id, locale).await
    }
}
