//! What is coming in the demo: rooms, sessions in the next days, seats taken and a waiting list. All invented.

use accounts::{Administrator, Permit};
use jiff::ToSpan as _;
use live::{NewRoom, NewSession};
use vocabulary::{Locale, Timestamp};

use super::{Error, Stage, enter};

/// Course, days from now, hour, minutes, which room, the video room, and how many neighbours come.
type Coming = (&'static str, i8, i8, u32, Option<usize>, Option<&'static str>, usize);

const ROOMS: [(&str, &str, u32); 2] =
    [("Telecentre de la Plaça", "Plaça Major, 3", 12), ("Biblioteca Vila Demo, sala 2", "Carrer Nou, 15", 4)];

const COMING: [Coming; 4] = [
    ("stop-check-decide", 2, 10, 90, Some(0), None, 3),
    ("shop-on-the-map", 5, 17, 90, Some(1), None, 5),
    ("ai-useful-wrong-or-neither", 7, 18, 60, None, Some("https://video.demo.example/ai"), 2),
    ("first-loop-to-robot", 12, 17, 120, Some(0), Some("https://video.demo.example/robot"), 1),
];

/// The session in which the demo's learner has a seat.
const HERS: &str = "stop-check-decide";

/// Opens the rooms, plans the sessions and fills their seats.
pub(super) async fn write(
    stage: &Stage,
    permit: &Permit<Administrator>,
    learner: &str,
    neighbours: &[&str],
) -> Result<(), Error> {
    let live = &stage.parts.live;
    let mut rooms = vec![];
    for (name, address, seats) in ROOMS {
        let room = NewRoom { name: name.to_owned(), address: address.to_owned(), seats };
        rooms.push(live.open_room(permit, room).await?.id);
    }
    for (course, days, hour, minutes, room, link, guests) in COMING {
        if stage.parts.courses.published(course).await.is_err() {
            continue;
        }
        let new = NewSession {
            course: course.to_owned(),
            starts: at(stage, days, hour)?,
            minutes,
            room: room.and_then(|number| rooms.get(number).copied()),
            link: link.map(str::to_owned),
            places: None,
        };
        let session = live.plan(permit, new, Locale::Ca).await?.id;
        let hers = (course == HERS).then_some(learner);
        for login in hers.into_iter().chain(neighbours.iter().copied().take(guests)) {
            live.book(&enter(&stage.parts, login).await?, session, Locale::Ca).await?;
        }
    }
    Ok(())
}

/// That hour of the organisation's day, so many days from now.
fn at(stage: &Stage, days: i8, hour: i8) -> Result<Timestamp, Error> {
    let zone = stage.settings.organisation.zone();
    let day = stage.parts.clock.now().to_zoned(zone.clone()).date().checked_add(i64::from(days).days())?;
    Ok(day.at(hour, 0, 0, 0).to_zoned(zone)?.timestamp())
}
