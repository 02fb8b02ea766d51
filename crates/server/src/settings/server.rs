//! `[server]`

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

/// Where the program listens and how people reach it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// The address that people type, `https://...`; the listening address when missing.
    pub public_url: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed: addresses or networks.
    pub trusted_proxies: Vec<String>,
    /// Threads that answer; one for each processor when missing.
    pub workers: Option<usize>,
}

impl Default for Server {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: None,
            trusted_proxies: vec![],
            workers: None,
        }
    }
}

impl Server {
    pub(super) fn wrong(&self) -> Option<(&'static str, String)> {
        if let Some(url) = self.public_url.as_ref().filter(|url| !is_origin(url)) {
            return Some(("server.public_url", url.clone()));
        }
        if let Err(error) = api::TrustedProxies::parse(&self.trusted_proxies) {
            return Some(("server.trusted_proxies", error.to_string()));
        }
        self.workers.filter(|count| !(1..=512).contains(count)).map(|count| ("server.workers", count.to_string()))
    }

    /// The public address without a slash at the end.
    #[must_use]
    pub fn public(&self, bound: SocketAddr) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{bound}")).trim_end_matches('/').to_owned()
    }
}

/// A scheme and a host, and nothing behind them but a slash.
fn is_origin(url: &str) -> bool {
    let host =
        url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).map(|rest| rest.trim_end_matches('/'));
    host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']))
}
