//! Session tokens, and the memory of whom they belong to. Never keeps a token: only its hash.

use std::sync::Arc;

use moka::sync::Cache;

use crate::actor::{Actor, SessionHash};
use crate::{Error, rules};

/// The topic that sign-outs, suspensions and changes of roles raise.
pub const TOPIC: &str = "sessions";

const TOKEN_BYTES: usize = 32;

/// 256 random bits in hexadecimal: the value of the session cookie. Shows nothing of itself when debugged.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

impl Token {
    /// A new one.
    ///
    /// # Errors
    /// [`Error::System`] when the machine gives no random bytes.
    pub(crate) fn new() -> Result<Self, Error> {
        let mut bytes = [0u8; TOKEN_BYTES];
        getrandom::fill(&mut bytes).map_err(|error| Error::System(error.to_string()))?;
        Ok(Self(hex::encode(bytes)))
    }

    /// The cookie's value.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.0
    }

    pub(crate) fn hash(&self) -> SessionHash {
        SessionHash(blake3::hash(self.0.as_bytes()).to_hex().to_string())
    }
}

/// The hash of what a cookie says; `None` when it cannot be a token of ours, so that rubbish asks no database.
pub(crate) fn hash_of(cookie: &str) -> Option<SessionHash> {
    let shaped =
        cookie.len() == TOKEN_BYTES * 2 && cookie.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    shaped.then(|| Token(cookie.to_owned()).hash())
}

/// A session as read from the database, with the reading of the topic that it belongs to.
#[derive(Clone)]
pub(crate) struct Known {
    pub(crate) actor: Actor,
    pub(crate) last_seen_at: i64,
    pub(crate) expires_at: i64,
    /// The topic's counter, read before the session was.
    pub(crate) generation: i64,
}

impl Known {
    pub(crate) fn is_live(&self, now: i64) -> bool {
        rules::is_live(self.last_seen_at, self.expires_at, now)
    }
}

/// The sessions that this process knows.
pub(crate) struct Sessions {
    known: Cache<SessionHash, Arc<Known>>,
}

impl Sessions {
    pub(crate) fn new() -> Self {
        Self { known: Cache::builder().max_capacity(50_000).build() }
    }

    /// The session, when it was read under the counter as it stands now.
    pub(crate) fn get(&self, hash: &SessionHash, generation: i64) -> Option<Arc<Known>> {
        self.known.get(hash).filter(|known| known.generation == generation)
    }

    pub(crate) fn keep(&self, hash: SessionHash, known: Arc<Known>) {
        self.known.insert(hash, known);
    }

    pub(crate) fn drop_one(&self, hash: &SessionHash) {
        self.known.invalidate(hash);
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, hash_of};

    #[test]
    fn tokens_are_long_random_and_silent() {
        let (one, other) = (Token::new().expect("random"), Token::new().expect("random"));
        assert_ne!(one, other);
        assert_eq!(one.value().len(), 64);
        assert!(!format!("{one:?}").contains(one.value()));
        assert_eq!(hash_of(one.value()), Some(one.hash()));
        assert!(!one.hash().0.contains(one.value()));
    }

    #[test]
    fn rubbish_is_no_token() {
        for rubbish in ["", "a", &"A".repeat(64), &"g".repeat(64), &"0".repeat(65), &"é".repeat(32)] {
            assert_eq!(hash_of(rubbish), None);
        }
    }
}
