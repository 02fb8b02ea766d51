//! Rooms, sessions with a date, and who has a seat. Owner: `live`.

table! {
    /// Where people meet.
    room = "room" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
        pub address: String,
        pub seats: i32,
        pub created_at: i64,
    }
}

table! {
    /// A course at an hour: in a room, by video, or both.
    live_session = "live_session" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub course_id: Uuid,
        pub room_id: Option<Uuid>,
        /// Of the video room; shown only to those who have a seat, at its time.
        pub link: Option<String>,
        pub starts_at: i64,
        pub ends_at: i64,
        /// Without it there is room for everybody.
        pub places: Option<i32>,
        /// `planned` or `cancelled`.
        pub state: String,
        pub created_at: i64,
    }
}

table! {
    /// Five minutes of a room that belong to a session. Its key makes two sessions at one time impossible.
    room_slot = "room_slot" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub room_id: Uuid,
        /// Five-minute steps since the epoch.
        #[sea_orm(primary_key, auto_increment = false)]
        pub slot: i64,
        pub session_id: Uuid,
    }
}

table! {
    /// A learner's seat in a session: a projection of facts.
    seat = "seat" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub session_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub learner: Uuid,
        /// `booked`, `waiting` or `released`.
        pub state: String,
        /// The place of the booking in the order of all facts: who came first has the smaller one.
        pub turn: i64,
        pub booked_at: i64,
        /// When they came in by the page.
        pub joined_at: Option<i64>,
        /// What the attendance list says; nothing while nobody said.
        pub present: Option<bool>,
    }
}
