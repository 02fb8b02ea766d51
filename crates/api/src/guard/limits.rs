//! How often one address may ask for what is worth guessing at or costs much. In the memory of this process: behind several
//! servers each counts for itself. A classroom, or a whole centre, stands behind one address: the limits leave room for three
//! hundred people who begin in the same minute.

use std::{
    net::IpAddr,
    num::NonZeroU32,
    time::{Duration, Instant},
};

use actix_web::http::{Method, StatusCode};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock};
use moka::sync::Cache;

use crate::error::ApiError;

/// Beyond so many addresses, those that have been quiet are forgotten.
const MANY: usize = 10_000;

/// All limits of the front door.
pub(super) struct Limits {
    sign_in: Limit,
    sign_up: Limit,
    entry: Limit,
    reset: Limit,
    certificates: Limit,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // Beside them, wrong passwords are counted by account and address.
            sign_in: Limit::new(300, 5.0, Counts::Everything),
            sign_up: Limit::new(300, 2.0, Counts::Everything),
            entry: Limit::new(300, 5.0, Counts::Everything),
            reset: Limit::new(20, 0.2, Counts::Everything),
            // Whoever has the number may look as often as they like; whoever tries numbers may not.
            certificates: Limit::new(60, 0.5, Counts::Unknown),
        }
    }
}

impl Limits {
    /// The limit of a request.
    pub(super) fn of(&self, method: &Method, path: &str) -> Option<&Limit> {
        Some(match which(method, path)? {
            Limited::SignIn => &self.sign_in,
            Limited::SignUp => &self.sign_up,
            Limited::Entry => &self.entry,
            Limited::Reset => &self.reset,
            Limited::Certificates => &self.certificates,
        })
    }
}

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limited {
    SignIn,
    SignUp,
    Entry,
    Reset,
    Certificates,
}

/// Whether an operation is limited, by its address as the router reads it.
pub(crate) fn which(method: &Method, path: &str) -> Option<Limited> {
    if *method == Method::POST {
        return match path {
            "/api/v1/session" => Some(Limited::SignIn),
            "/api/v1/people" => Some(Limited::SignUp),
            "/api/v1/demo/entry" => Some(Limited::Entry),
            "/api/v1/demo/reset" => Some(Limited::Reset),
            _ => None,
        };
    }
    let looked_up = path.starts_with("/api/v1/certificates/") || path.starts_with("/verify/");
    looked_up.then_some(Limited::Certificates)
}

/// What a limit counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    /// Every request.
    Everything,
    /// Only what turned out to be unknown.
    Unknown,
}

/// A bucket for each address.
pub(super) struct Limit {
    buckets: DefaultKeyedRateLimiter<IpAddr>,
    counts: Counts,
    /// Addresses that must wait, when requests are judged by their answer.
    paused: Cache<IpAddr, Instant>,
}

impl Limit {
    fn new(burst: u32, a_second: f64, counts: Counts) -> Self {
        let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::with_period(Duration::from_secs_f64(1.0 / a_second))
            .unwrap_or(Quota::per_second(NonZeroU32::MIN))
            .allow_burst(burst);
        let paused = Cache::builder().max_capacity(MANY as u64).time_to_live(Duration::from_secs(60)).build();
        Self { buckets: RateLimiter::keyed(quota), counts, paused }
    }

    /// # Errors
    /// 429 with the seconds to wait.
    pub(super) fn ask(&self, client: IpAddr) -> Result<(), ApiError> {
        let client = network(client);
        let wait = match self.counts {
            Counts::Everything => self.take(client),
            Counts::Unknown => self.paused.get(&client).and_then(|until| until.checked_duration_since(Instant::now())),
        };
        match wait {
            Some(wait) => Err(ApiError::too_many(wait.as_secs() + 1)),
            None => Ok(()),
        }
    }

    /// Looks at how the request ended.
    pub(super) fn answered(&self, client: IpAddr, status: StatusCode) {
        let client = network(client);
        if self.counts == Counts::Unknown
            && status == StatusCode::NOT_FOUND
            && let Some(wait) = self.take(client)
        {
            self.paused.insert(client, Instant::now() + wait);
        }
    }

    /// Takes one from the bucket, or says how long it stays empty.
    fn take(&self, client: IpAddr) -> Option<Duration> {
        if self.buckets.len() > MANY {
            self.buckets.retain_recent();
        }
        self.buckets.check_key(&client).err().map(|until| until.wait_time_from(self.buckets.clock().now()))
    }
}

/// One household or host: an IPv6 client owns a whole /64 and could ask from each of its addresses.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & !u128::from(u64::MAX)).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_bucket_for_each_address_and_one_for_a_whole_household() {
        let limit = Limit::new(3, 0.01, Counts::Everything);
        for host in 1..=3 {
            assert!(limit.ask(ip(&format!("2001:db8::{host}"))).is_ok());
        }
        assert!(limit.ask(ip("2001:db8::99")).is_err());
        assert!(limit.ask(ip("2001:db8:0:1::1")).is_ok());
    }

    #[test]
    fn who_knows_the_number_is_never_limited() {
        let limit = Limit::new(3, 0.01, Counts::Unknown);
        let portal = ip("192.0.2.1");
        for _ in 0..100 {
            assert!(limit.ask(portal).is_ok());
            limit.answered(portal, StatusCode::OK);
        }
        for _ in 0..4 {
            assert!(limit.ask(portal).is_ok());
            limit.answered(portal, StatusCode::NOT_FOUND);
        }
        assert!(limit.ask(portal).is_err(), "after three unknown numbers and one more");
        assert!(limit.ask(ip("192.0.2.2")).is_ok());
    }

    #[test]
    fn what_is_worth_guessing_has_a_limit() {
        assert_eq!(which(&Method::POST, "/api/v1/session"), Some(Limited::SignIn));
        assert_eq!(which(&Method::GET, "/api/v1/session"), None);
        assert_eq!(which(&Method::GET, "/verify/abc"), Some(Limited::Certificates));
        assert_eq!(which(&Method::GET, "/api/v1/courses"), None);
    }
}
