//! A request that may come again: its caller, the key that the caller chose, and what it asked. The effect is kept from
//! happening twice where it is written; here the answer is kept, so that a repeat hears what the first one heard.

use std::sync::Arc;

use database::IdempotencyKey;
use uuid::Uuid;
use vocabulary::PersonId;

/// One request under a key. Made only for a signed-in caller: keys of different people never meet.
#[derive(Clone, Debug)]
pub struct Ask(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    person: Uuid,
    key: String,
    body_hash: String,
}

impl Ask {
    /// This person's request under `key`; `body_hash` covers everything that it asks.
    pub(crate) fn new(person: PersonId, key: &str, body_hash: String) -> Self {
        Self(Arc::new(Inner { person: person.0, key: key.to_owned(), body_hash }))
    }

    /// What a transaction keeps together with its effect.
    pub(crate) fn effect(&self) -> IdempotencyKey {
        self.named("effect")
    }

    /// What takes the key for this request before anything happens.
    pub(crate) fn claim(&self) -> IdempotencyKey {
        self.named("request")
    }

    /// What is kept of its answer.
    pub(crate) fn answer(&self) -> IdempotencyKey {
        self.named("answer")
    }

    fn named(&self, what: &str) -> IdempotencyKey {
        let Inner { person, key, body_hash } = &*self.0;
        IdempotencyKey { caller: format!("{what}:{person}"), key: key.clone(), body_hash: body_hash.clone() }
    }

    /// The id of something new that it makes, the same each time.
    pub(crate) fn id(&self, what: &str) -> Uuid {
        Uuid::new_v5(&self.0.person, format!("{what}\0{}", self.0.key).as_bytes())
    }
}
