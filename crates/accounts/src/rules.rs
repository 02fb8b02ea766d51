//! What a name, a login and a password may be, how long a session lives and how often a password may be guessed.
//! Plain values in, plain values out; never reads a clock or a database.

mod fields;
mod guesses;
mod session;

pub use fields::{
    LOGIN_MAX, LOGIN_MIN, NAME_MAX, PASSWORD_MAX, PASSWORD_MIN, login, name, new_password, password_to_compare,
};
pub use guesses::{Allowance, guess};
pub use session::{IDLE_MILLIS, LIFE_MILLIS, is_live, needs_touch};
