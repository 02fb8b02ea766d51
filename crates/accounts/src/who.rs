//! From the cookie of a request to the [`Actor`] behind it. A known session needs no database while the topic is freshly
//! read; never lets in anybody whose session ended, whose role changed or who was suspended more than a second ago.

use std::sync::Arc;

use crate::actor::{Actor, SessionHash};
use crate::service::Accounts;
use crate::session::{Known, TOPIC, hash_of};
use crate::{Error, queries, rules};

impl Accounts {
    /// Whose live session the cookie's value is; `None` for anything else.
    ///
    /// # Errors
    /// [`Error::Database`] when the session is not known here and the database cannot be asked.
    pub async fn who(&self, cookie: &str) -> Result<Option<Actor>, Error> {
        let Some(hash) = hash_of(cookie) else { return Ok(None) };
        let now = self.now();
        // The counter is read before the session: a change in between makes what was read stale, never fresh.
        let generation = self.watcher.generation(TOPIC);
        let cached = if self.watcher.fresh() { self.sessions.get(&hash, generation) } else { None };
        let known = match cached {
            Some(known) => known,
            None => {
                let Some(known) = queries::session(self.db.read(), &hash, generation).await? else {
                    self.sessions.drop_one(&hash);
                    return Ok(None);
                };
                let known = Arc::new(known);
                if known.is_live(now) {
                    self.sessions.keep(hash.clone(), Arc::clone(&known));
                }
                known
            }
        };
        if !known.is_live(now) {
            return Ok(None);
        }
        if rules::needs_touch(known.last_seen_at, now) {
            self.touch(hash, &known, now);
        }
        Ok(Some(known.actor.clone()))
    }

    /// Writes the last use down beside the request: reading does not wait for it and goes on when the disk is full.
    fn touch(&self, hash: SessionHash, known: &Known, now: i64) {
        self.sessions.keep(hash.clone(), Arc::new(Known { last_seen_at: now, ..known.clone() }));
        let accounts = self.clone();
        tokio::spawn(async move {
            let done = accounts
                .db
                .write(move |tx| {
                    let hash = hash.clone();
                    Box::pin(async move { queries::touch_session(tx, &hash, now).await })
                })
                .await;
            if let Err(error) = done {
                tracing::warn!(%error, "the last use of a session was not written down");
            }
        });
    }
}
