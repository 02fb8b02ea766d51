//! Sessions as screens show them. The link of a video room is in none of them: whoever has a seat gets it by joining.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use vocabulary::Locale;

/// A room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RoomView {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// How to get there.
    pub address: String,
    /// How many people it holds.
    pub seats: u32,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SessionView {
    /// Its id.
    pub id: Uuid,
    /// The course's key.
    pub slug: String,
    /// The course's title.
    pub title: String,
    /// The language of the title.
    pub title_lang: Locale,
    /// When it begins.
    pub starts: String,
    /// When it ends.
    pub ends: String,
    /// How long it takes.
    pub minutes: u32,
    /// When the way in opens.
    pub opens: String,
    /// `planned` or `cancelled`.
    pub state: String,
    /// Where people meet.
    pub room: Option<RoomView>,
    /// One can take part by video.
    pub online: bool,
    /// How many can take part; nothing when there is room for everybody.
    pub places: Option<u32>,
    /// How many of these places are free.
    pub free: Option<u32>,
    /// How many people have a seat.
    pub booked: u32,
    /// How many people wait for one.
    pub waiting: u32,
    /// What whoever asks has in it.
    pub mine: Option<SeatView>,
    /// The address of its calendar file.
    pub calendar: String,
}

/// A person's own seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SeatView {
    /// `booked` or `waiting`.
    pub state: String,
    /// When they came in by the page.
    pub joined_at: Option<String>,
    /// What the attendance list says; nothing while nobody said.
    pub present: Option<bool>,
}

/// The way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct JoinedView {
    /// The video room; nothing when people only meet in a room.
    pub link: Option<String>,
    /// The session, with the seat as it is now.
    pub session: SessionView,
}

/// A line of the attendance list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RosterSeat {
    /// Who, as the attendance is told.
    pub learner: Uuid,
    /// Their name.
    pub name: String,
    /// Their login.
    pub login: String,
    /// `booked` or `waiting`.
    pub state: String,
    /// When they asked for it.
    pub booked_at: String,
    /// When they came in by the page.
    pub joined_at: Option<String>,
    /// Whether they were there; nothing while nobody said.
    pub present: Option<bool>,
}
