//! A name for each request, in its answer and on every line that the log writes meanwhile. Made here and never taken from
//! outside: it says nothing about anybody.

use std::{
    fmt,
    future::Future,
    sync::{
        OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

use actix_web::http::header::HeaderValue;

tokio::task_local! {
    static CURRENT: RequestId;
}

/// Sixteen hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestId(u64);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl From<RequestId> for HeaderValue {
    fn from(id: RequestId) -> Self {
        // Hexadecimal digits are always a header value.
        Self::from_str(&id.to_string()).unwrap_or(Self::from_static("0"))
    }
}

/// A new one: a counter, spread so that neighbours look different, from a beginning that each process draws for itself.
pub(super) fn next() -> RequestId {
    static BEGINNING: OnceLock<u64> = OnceLock::new();
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let beginning = BEGINNING.get_or_init(|| uuid::Uuid::new_v4().as_u64_pair().1);
    let number = COUNT.fetch_add(1, Ordering::Relaxed).wrapping_add(*beginning);
    RequestId(number.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29))
}

/// Does the work under this name.
pub(super) fn within<F: Future>(id: RequestId, work: F) -> impl Future<Output = F::Output> {
    CURRENT.scope(id, work)
}

/// The request that is being answered here, for the log.
#[must_use]
pub fn current() -> Option<RequestId> {
    CURRENT.try_with(|id| *id).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn each_has_its_own_and_knows_it() {
        let (one, other) = (next(), next());
        assert_ne!(one, other);
        assert_eq!(one.to_string().len(), 16);
        assert_eq!(within(one, async { current() }).await, Some(one));
        assert_eq!(current(), None);
    }
}
