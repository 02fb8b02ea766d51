//! Rooms: where people meet.

use accounts::{Administrator, Permit};
use database::entity::room;
use ledger::Ledger;
use serde_json::json;
use uuid::Uuid;
use vocabulary::{Page, PageRequest, millis};

use crate::{Error, Live, queries, views::RoomView};

/// The longest name or address, in characters.
const TEXT_MAX: usize = 200;
/// The most seats.
const SEATS_MAX: u32 = 10_000;

/// A room to be opened.
#[derive(Clone, Debug)]
pub struct NewRoom {
    /// Its name, 1 to 200 characters.
    pub name: String,
    /// How to get there, up to 200 characters.
    pub address: String,
    /// How many people it holds, 1 to 10,000.
    pub seats: u32,
}

impl Live {
    /// The rooms, by name.
    ///
    /// # Errors
    /// [`Error::Cursor`]; or when the database fails.
    pub async fn rooms(&self, _permit: &Permit<Administrator>, page: &PageRequest) -> Result<Page<RoomView>, Error> {
        let parse = |cursor: &String| {
            let (id, name) = cursor.split_once('.').ok_or(Error::Cursor)?;
            Ok::<_, Error>((name.to_owned(), id.parse::<Uuid>().map_err(|_| Error::Cursor)?))
        };
        let after = page.cursor.as_ref().map(parse).transpose()?;
        let rows = queries::rooms(self.db.read(), after, u64::from(page.limit) + 1).await?;
        let rows = Page::from_extra(rows, page.limit, |row| format!("{}.{}", row.id, row.name));
        Ok(rows.map(|row| room_view(&row)))
    }

    /// Opens a room. The same request under the same key opens one.
    ///
    /// # Errors
    /// [`Error::Invalid`] for what cannot be taken.
    pub async fn open_room(&self, permit: &Permit<Administrator>, new: NewRoom) -> Result<RoomView, Error> {
        let (name, address) = (new.name.trim().to_owned(), new.address.trim().to_owned());
        match (name.chars().count(), address.chars().count()) {
            (0, _) => return Err(Error::Invalid { pointer: "/name", code: "missing" }),
            (long, _) if long > TEXT_MAX => return Err(Error::Invalid { pointer: "/name", code: "too-long" }),
            (_, long) if long > TEXT_MAX => return Err(Error::Invalid { pointer: "/address", code: "too-long" }),
            _ => {}
        }
        if !(1..=SEATS_MAX).contains(&new.seats) {
            return Err(Error::Invalid { pointer: "/seats", code: "out-of-range" });
        }
        let row = room::Model {
            id: permit.new_id("room"),
            name,
            address,
            seats: i32::try_from(new.seats).unwrap_or(i32::MAX),
            created_at: millis(self.clock.now()),
        };
        let (by, view) = (permit.subject(), room_view(&row));
        self.db
            .write_once(permit.once(), move |tx| {
                let row = row.clone();
                Box::pin(async move {
                    let (object, told) = (format!("room:{}", row.id), json!({ "seats": row.seats }));
                    queries::insert_room(tx, row).await?;
                    Ledger::audit(tx, by, None, "room.opened", &object, told).await?;
                    Ok::<_, Error>(())
                })
            })
            .await?;
        Ok(view)
    }
}

pub(crate) fn room_view(row: &room::Model) -> RoomView {
    RoomView {
        id: row.id,
        name: row.name.clone(),
        address: row.address.clone(),
        seats: u32::try_from(row.seats).unwrap_or(0),
    }
}
