//! People, how they come in, and what they may do.
//!
//! Invariant: only this crate makes an [`Actor`], and only from a live session; only this crate knows which person a subject
//! is. No password and no session token is ever kept: their hashes are.

mod access;
mod actor;
mod audit;
mod change_password;
mod change_profile;
mod create_person;
mod error;
mod first_answer;
mod grant_role;
mod guesses;
mod once;
mod passwords;
mod people;
mod queries;
mod rules;
mod service;
mod session;
mod sign_in;
mod sign_out;
mod sign_up;
mod suspend;
mod who;

pub use access::{Administrator, Author, Console, DemoPass, Denied, Office, Permit, Reach, Scope};
pub use actor::{Actor, Profile, Role, RoleSet, SessionHash};
pub use change_profile::ProfileChange;
pub use error::{Error, Problem};
pub use once::Ask;
pub use passwords::Settings;
pub use people::PersonCard;
pub use rules::{IDLE_MILLIS, LIFE_MILLIS, LOGIN_MAX, LOGIN_MIN, NAME_MAX, PASSWORD_MAX, PASSWORD_MIN};
pub use service::Accounts;
pub use session::{TOPIC, Token};
pub use sign_up::{SignUp, SignedIn};
