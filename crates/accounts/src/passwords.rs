//! Hashing passwords: argon2id, off the request threads, few at a time. Never more than `queue` callers wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::Error;

/// What a hash costs and how many are made at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Memory of one hash, in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
    /// Hashes at the same time; the others wait.
    pub at_once: usize,
    /// How many may wait; beyond it callers hear [`Error::Busy`] instead of waiting for minutes.
    pub queue: usize,
}

impl Default for Settings {
    /// 19 MiB, two passes, one lane: the OWASP Password Storage Cheat Sheet's first choice for argon2id.
    fn default() -> Self {
        Self { memory_kib: 19_456, passes: 2, lanes: 1, at_once: 2, queue: 64 }
    }
}

/// Makes and checks hashes.
pub(crate) struct Passwords {
    argon2: Argon2<'static>,
    /// The hash of nobody's password: an unknown login costs the same time as a known one.
    dummy: String,
    permits: Arc<Semaphore>,
    waiting: AtomicUsize,
    queue: usize,
}

impl Passwords {
    /// # Errors
    /// [`Error::System`] for settings that argon2 does not take.
    pub(crate) fn new(settings: Settings) -> Result<Self, Error> {
        let system = |error: argon2::Error| Error::System(error.to_string());
        let params = Params::new(settings.memory_kib, settings.passes, settings.lanes, None).map_err(system)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut nobody = [0u8; 32];
        getrandom::fill(&mut nobody).map_err(|error| Error::System(error.to_string()))?;
        let dummy = hash(&argon2, &nobody)?;
        Ok(Self {
            argon2,
            dummy,
            permits: Arc::new(Semaphore::new(settings.at_once.max(1))),
            waiting: AtomicUsize::new(0),
            queue: settings.queue,
        })
    }

    /// The PHC string of a password.
    pub(crate) async fn hash(&self, password: String) -> Result<String, Error> {
        let argon2 = self.argon2.clone();
        self.off_thread(move || hash(&argon2, password.as_bytes())).await?
    }

    /// Whether the password is that of the PHC string; without one, the same time passes and the answer is no.
    pub(crate) async fn verify(&self, password: String, stored: Option<String>) -> Result<bool, Error> {
        let argon2 = self.argon2.clone();
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.dummy.clone());
        let matches = self
            .off_thread(move || {
                let hash = PasswordHash::new(&stored).map_err(|error| Error::System(error.to_string()))?;
                Ok::<_, Error>(argon2.verify_password(password.as_bytes(), &hash).is_ok())
            })
            .await??;
        Ok(known && matches)
    }

    async fn off_thread<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
        let _place = Place::take(&self.waiting, self.queue)?;
        let permit =
            Arc::clone(&self.permits).acquire_owned().await.map_err(|error| Error::System(error.to_string()))?;
        // The permit goes along: when a client hangs up, its hash still occupies a processor.
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(permit);
            done
        })
        .await
        .map_err(|error| Error::System(error.to_string()))
    }
}

/// A place in the queue, given back when dropped, also by a caller who went away.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(waiting: &'a AtomicUsize, queue: usize) -> Result<Self, Error> {
        let place = Self(waiting);
        if waiting.fetch_add(1, Ordering::AcqRel) >= queue { Err(Error::Busy) } else { Ok(place) }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

fn hash(argon2: &Argon2<'_>, password: &[u8]) -> Result<String, Error> {
    argon2.hash_password(password).map(|hash| hash.to_string()).map_err(|error| Error::System(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::{Passwords, Settings};
    use crate::Error;

    fn quick(queue: usize) -> Passwords {
        Passwords::new(Settings { memory_kib: 64, passes: 1, queue, ..Settings::default() }).expect("settings")
    }

    #[tokio::test]
    async fn a_hash_is_argon2id_and_checks_only_its_password() {
        let passwords = quick(8);
        let hash = passwords.hash("tres gats".into()).await.expect("hash");
        assert!(hash.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{hash}");
        assert!(passwords.verify("tres gats".into(), Some(hash.clone())).await.expect("verify"));
        assert!(!passwords.verify("tres gossos".into(), Some(hash)).await.expect("verify"));
        assert!(!passwords.verify("tres gats".into(), None).await.expect("verify"));
    }

    #[tokio::test]
    async fn over_the_queue_nobody_waits() {
        let passwords = quick(0);
        assert!(matches!(passwords.hash("tres gats".into()).await, Err(Error::Busy)));
    }

    #[tokio::test]
    async fn an_unreadable_hash_is_the_systems_fault() {
        let outcome = quick(8).verify("tres gats".into(), Some("not a hash".into())).await;
        assert!(matches!(outcome, Err(Error::System(_))));
    }
}
