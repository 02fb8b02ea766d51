//! Sessions with a date: rooms, the agenda, seats with their waiting list, joining by the page, the attendance list.
//!
//! Invariant: who has a seat is decided in the order of the ledger and nowhere else, so that twenty places are never given
//! twenty-one times; and two sessions in one room at one time are impossible by a key of the database.

mod agenda;
mod book;
mod calendar;
mod call_off;
mod error;
mod join;
mod my_sessions;
mod plan;
mod queries;
mod release;
mod rooms;
mod roster;
mod rules;
mod seats;
mod service;
mod tick;
pub mod views;

pub use error::Error;
pub use plan::NewSession;
pub use rooms::NewRoom;
pub use seats::projection as seats_projection;
pub use service::Live;
