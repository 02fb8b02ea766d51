//! `[server]`

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

use super::Error;

/// Where the program listens and how people reach it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// The address that people type, `https://...`; the listening address when missing.
    pub public_url: Option<String>,
    /// Threads that answer; one for each processor when missing.
    pub workers: Option<usize>,
}

impl Default for Server {
    fn default() -> Self {
        Self { listen: SocketAddr::from(([127, 0, 0, 1], 8080)), public_url: None, workers: None }
    }
}

impl Server {
    pub(super) fn check(&self) -> Result<(), Error> {
        match &self.public_url {
            Some(url) if !url.starts_with("https://") && !url.starts_with("http://") => Err(Error(format!(
                "server.public_url: `{url}` must begin with https:// (or http:// on this machine alone)"
            ))),
            _ => Ok(()),
        }
    }

    /// The public address without a slash at the end.
    #[must_use]
    pub fn public(&self, bound: SocketAddr) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{bound}")).trim_end_matches('/').to_owned()
    }
}
