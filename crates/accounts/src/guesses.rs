//! Counts wrong guesses of passwords: for an account, and for an address. In the memory of this process: behind several
//! servers each counts for itself. Never locks an owner out at an address from which they came in lately.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use moka::sync::Cache;

use crate::Error;
use crate::rules::{Allowance, guess};

/// For one account, from everywhere that is not known to be its owner's; and for the owner's own address.
const ACCOUNT: Allowance = Allowance { burst: 10, window_millis: 60_000 };
/// For one address over all accounts. A classroom shares an address, so it is wider.
const ADDRESS: Allowance = Allowance { burst: 60, window_millis: 60_000 };

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Account(String),
    Known(String, IpAddr),
    Address(IpAddr),
}

/// The buckets, and the addresses from which somebody came in.
pub(crate) struct Guesses {
    buckets: Cache<Key, i64>,
    known: Cache<(String, IpAddr), ()>,
    /// Reading a bucket and writing it back is one step, or sixty guesses at once would count as one.
    step: Mutex<()>,
}

/// A guess that was let through; it stays counted unless it turns out right.
#[derive(Debug)]
pub(crate) struct Guess {
    keys: [(Key, Allowance); 2],
    login: String,
    address: IpAddr,
}

impl Guesses {
    pub(crate) fn new() -> Self {
        Self {
            buckets: Cache::builder().max_capacity(200_000).time_to_idle(Duration::from_secs(120)).build(),
            known: Cache::builder().max_capacity(200_000).time_to_live(Duration::from_secs(30 * 24 * 3600)).build(),
            step: Mutex::new(()),
        }
    }

    /// Counts a guess before it is looked at.
    ///
    /// # Errors
    /// [`Error::TooManyGuesses`] when the account's or the address's bucket is empty.
    pub(crate) fn take(&self, login: &str, address: IpAddr, now: i64) -> Result<Guess, Error> {
        let address = network(address);
        let account = if self.known.contains_key(&(login.to_owned(), address)) {
            Key::Known(login.to_owned(), address)
        } else {
            Key::Account(login.to_owned())
        };
        let keys = [(account, ACCOUNT), (Key::Address(address), ADDRESS)];
        self.take_all(&keys, now)?;
        Ok(Guess { keys, login: login.to_owned(), address })
    }

    /// Counts a question that tells something about accounts in general, such as whether a login is taken.
    ///
    /// # Errors
    /// [`Error::TooManyGuesses`] when the address's bucket is empty.
    pub(crate) fn take_address(&self, address: IpAddr, now: i64) -> Result<(), Error> {
        self.take_all(&[(Key::Address(network(address)), ADDRESS)], now)
    }

    /// Takes from every bucket, or from none.
    fn take_all(&self, keys: &[(Key, Allowance)], now: i64) -> Result<(), Error> {
        let _one_at_a_time = self.step.lock().unwrap_or_else(PoisonError::into_inner);
        let mut after = Vec::with_capacity(keys.len());
        for (key, allowance) in keys {
            let full_at = guess(*allowance, self.buckets.get(key).unwrap_or(now), now).map_err(|wait| {
                let seconds = u64::try_from(wait).unwrap_or(0).div_ceil(1000).max(1);
                Error::TooManyGuesses { retry_after_seconds: seconds }
            })?;
            after.push(full_at);
        }
        for ((key, _), full_at) in keys.iter().zip(after) {
            self.buckets.insert(key.clone(), full_at);
        }
        Ok(())
    }

    /// The guess was right, or was never looked at: it costs nothing.
    pub(crate) fn give_back(&self, guess: &Guess) {
        let _one_at_a_time = self.step.lock().unwrap_or_else(PoisonError::into_inner);
        for (key, allowance) in &guess.keys {
            if let Some(full_at) = self.buckets.get(key) {
                self.buckets.insert(key.clone(), full_at.saturating_sub(allowance.cost()));
            }
        }
    }

    /// The guess was right: its address is known as the owner's from now on.
    pub(crate) fn right(&self, guess: &Guess) {
        self.give_back(guess);
        self.known.insert((guess.login.clone(), guess.address), ());
    }
}

/// One household or host: an IPv6 client owns a whole /64 and could guess from each of its addresses.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & !u128::from(u64::MAX)).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::Guesses;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn ten_wrong_guesses_then_a_pause_for_that_account_only() {
        let guesses = Guesses::new();
        for host in 0..10 {
            guesses.take("rosa", ip(&format!("192.0.2.{host}")), 0).expect("within ten");
        }
        assert!(guesses.take("rosa", ip("198.51.100.1"), 0).is_err(), "from anywhere");
        assert!(guesses.take("joan", ip("198.51.100.1"), 0).is_ok());
        assert!(guesses.take("rosa", ip("198.51.100.1"), 6_000).is_ok());
    }

    #[test]
    fn an_attacker_does_not_lock_the_owner_out_of_a_known_address() {
        let guesses = Guesses::new();
        let home = ip("2001:db8::1");
        let right = guesses.take("rosa", home, 0).expect("first");
        guesses.right(&right);
        for _ in 0..20 {
            let _ = guesses.take("rosa", ip("203.0.113.9"), 0);
        }
        assert!(guesses.take("rosa", ip("203.0.113.9"), 0).is_err());
        assert!(guesses.take("rosa", ip("2001:db8::ffff"), 0).is_ok(), "the same network");
    }

    #[test]
    fn right_ones_cost_nothing_and_an_address_has_sixty_wrong_ones() {
        let guesses = Guesses::new();
        let class = ip("192.0.2.1");
        for pupil in 0..200 {
            let guess = guesses.take(&format!("pupil{pupil}"), class, 0).expect("right ones are free");
            guesses.right(&guess);
        }
        for login in 0..60 {
            guesses.take(&format!("wrong{login}"), class, 0).expect("within sixty");
        }
        assert!(guesses.take("one-more", class, 0).is_err());
    }
}
