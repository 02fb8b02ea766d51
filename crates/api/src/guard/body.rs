//! Bodies are read here as a whole: only so long, and only while they keep coming. The server below has no such clock of its
//! own, and a client that sends one byte a minute would keep its place for ever.

use std::time::Duration;

use actix_web::{
    dev::{Payload, ServiceRequest},
    error::PayloadError,
    http::{
        StatusCode,
        header::{self, HeaderMap},
    },
    web::{Bytes, BytesMut},
};
use futures::StreamExt;
use tokio::time::{Instant, timeout_at};

use crate::error::ApiError;

/// The longest body of a request that brings no file, in bytes.
pub(crate) const BODY_LIMIT: usize = 256 * 1024;

/// How slow a body may come.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The longest pause between two pieces.
    pub idle: Duration,
    /// What every body may take, however small.
    pub grace: Duration,
    /// What must come in each second beyond that, in bytes: a poor mobile line does.
    pub bytes_a_second: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self { idle: Duration::from_secs(10), grace: Duration::from_secs(20), bytes_a_second: 4096 }
    }
}

impl Pace {
    /// The moment at which a body that began at `begun` and brought so many bytes by `now` has taken too long.
    fn deadline(self, begun: Instant, now: Instant, bytes: usize) -> Instant {
        let earned = Duration::from_secs_f64(bytes as f64 / f64::from(self.bytes_a_second.max(1)));
        (begun + self.grace + earned).min(now + self.idle)
    }
}

/// Whether anything comes after the headers.
pub(super) fn has_one(request: &ServiceRequest) -> bool {
    let headers = request.headers();
    headers.contains_key(header::TRANSFER_ENCODING)
        || headers.get(header::CONTENT_LENGTH).is_some_and(|length| length.as_bytes() != b"0")
}

/// # Errors
/// 408 for a body that comes too slowly, 413 for one that is too long, 400 for one that breaks off.
pub(super) async fn read(
    payload: &mut Payload,
    headers: &HeaderMap,
    pace: Pace,
    limit: usize,
) -> Result<Bytes, ApiError> {
    let too_large = || ApiError::new(StatusCode::PAYLOAD_TOO_LARGE, "body-too-large").limit(limit);
    let said = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if said.is_some_and(|length| length > limit as u64) {
        return Err(too_large());
    }
    let begun = Instant::now();
    let mut bytes = BytesMut::new();
    loop {
        let deadline = pace.deadline(begun, Instant::now(), bytes.len());
        match timeout_at(deadline, payload.next()).await {
            Err(_) => return Err(ApiError::new(StatusCode::REQUEST_TIMEOUT, "body-too-slow")),
            Ok(None) => return Ok(bytes.freeze()),
            Ok(Some(Ok(piece))) if bytes.len() + piece.len() > limit => return Err(too_large()),
            Ok(Some(Ok(piece))) => bytes.extend_from_slice(&piece),
            Ok(Some(Err(PayloadError::Overflow))) => return Err(too_large()),
            Ok(Some(Err(_))) => return Err(ApiError::new(StatusCode::BAD_REQUEST, "body-broken-off")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_trickles_is_cut_within_thirty_seconds_and_what_flows_is_not() {
        let (pace, begun) = (Pace::default(), Instant::now());
        let after = |seconds: u64, bytes: usize| {
            let now = begun + Duration::from_secs(seconds);
            pace.deadline(begun, now, bytes) > now
        };
        assert!(pace.deadline(begun, begun, 0) <= begun + Duration::from_secs(10), "nothing at all");
        assert!(after(19, 19) && !after(21, 21), "a byte a second");
        assert!(after(60, 200_000), "a slow line that keeps coming");
    }
}
