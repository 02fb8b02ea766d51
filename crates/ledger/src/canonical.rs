//! The bytes of a row that a hash covers: every field, its length first, so that no two rows share them. Never changes:
//! seals made long ago are checked with it.

use database::entity::{audit_event, fact, seal};
use uuid::Uuid;

/// Begins a seal's hash.
const SEAL: &[u8] = b"aulari seal 2";
/// Begins an audit event's hash.
const AUDIT: &[u8] = b"aulari audit 2";

/// Hashes a seal: its own fields, the seal before it and its run of facts (BLAKE3, hexadecimal); its `hash` is left out.
pub(crate) fn seal_hash(seal: &seal::Model, facts: &[fact::Model]) -> String {
    let mut bytes = Bytes(blake3::Hasher::new());
    bytes.put(SEAL);
    bytes.put(seal.previous.as_bytes());
    for number in [seal.first_seq, seal.last_seq, seal.count, seal.sealed_at] {
        bytes.number(number);
    }
    for fact in facts {
        bytes.fact(fact);
    }
    bytes.end()
}

/// Hashes an audit event; its own `hash` is left out.
pub(crate) fn audit_hash(event: &audit_event::Model) -> String {
    let mut bytes = Bytes(blake3::Hasher::new());
    bytes.put(AUDIT);
    bytes.put(event.previous.as_bytes());
    bytes.number(event.seq);
    bytes.put(event.id.as_bytes());
    bytes.number(event.at);
    bytes.put(event.actor.as_bytes());
    bytes.id(event.on_behalf);
    bytes.put(event.action.as_bytes());
    bytes.put(event.object.as_bytes());
    bytes.put(event.payload.as_bytes());
    bytes.end()
}

struct Bytes(blake3::Hasher);

impl Bytes {
    fn put(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    fn number(&mut self, number: i64) {
        self.put(&number.to_le_bytes());
    }

    /// Nothing is not the same as empty: it has a length that no field can have.
    fn nothing(&mut self) {
        self.0.update(&u64::MAX.to_le_bytes());
    }

    fn id(&mut self, id: Option<Uuid>) {
        match id {
            Some(id) => self.put(id.as_bytes()),
            None => self.nothing(),
        }
    }

    fn fact(&mut self, fact: &fact::Model) {
        self.number(fact.seq);
        self.put(fact.id.as_bytes());
        self.id(fact.cause);
        self.put(fact.kind.as_bytes());
        self.put(fact.learner.as_bytes());
        self.put(fact.actor.as_bytes());
        self.id(fact.course);
        self.id(fact.edition);
        self.id(fact.enrolment);
        match &fact.unit {
            Some(unit) => self.put(unit.as_bytes()),
            None => self.nothing(),
        }
        self.id(fact.session);
        self.number(fact.at);
        match fact.claimed_at {
            Some(at) => self.number(at),
            None => self.nothing(),
        }
        self.put(fact.source.as_bytes());
        self.id(fact.version);
        self.put(fact.payload.as_bytes());
    }

    fn end(self) -> String {
        hex::encode(self.0.finalize().as_bytes())
    }
}
