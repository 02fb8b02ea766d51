//! Whose address a request has: the other end of the connection, or, behind a proxy of ours, what that proxy says. Never
//! believes a header from anybody else: whoever could choose an address could step around every limit.

use std::net::IpAddr;

use actix_web::http::header::{HeaderMap, HeaderName};
use ipnet::IpNet;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The proxies whose word counts.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Vec<IpNet>);

/// What was named is neither an address nor a network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no address and no network: write 10.0.0.7 or 10.0.0.0/8")]
pub struct UnknownProxy(String);

impl TrustedProxies {
    /// Reads addresses (`10.0.0.7`) and networks (`10.0.0.0/8`, `fd00::/8`).
    ///
    /// # Errors
    /// [`UnknownProxy`] names the first that is neither.
    pub fn parse(names: &[String]) -> Result<Self, UnknownProxy> {
        let one = |name: &String| {
            let text = name.trim();
            text.parse::<IpNet>()
                .or_else(|_| text.parse::<IpAddr>().map(IpNet::from))
                .map_err(|_| UnknownProxy(name.clone()))
        };
        names.iter().map(one).collect::<Result<_, _>>().map(Self)
    }

    fn trusts(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }

    /// The client of a request that came from `peer`. Each proxy adds at the end whom it heard: read from there, the first
    /// address that is no proxy of ours is the client, and whatever stands before it is hearsay.
    pub(super) fn client(&self, peer: Option<IpAddr>, headers: &HeaderMap) -> IpAddr {
        let mut client = peer.map_or(IpAddr::from([0, 0, 0, 0]), |peer| peer.to_canonical());
        if self.0.is_empty() || !self.trusts(client) {
            return client;
        }
        let lines: Vec<&str> = headers.get_all(FORWARDED_FOR).filter_map(|line| line.to_str().ok()).collect();
        for hop in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
            let Some(address) = address_in(hop) else { break };
            client = address;
            if !self.trusts(address) {
                break;
            }
        }
        client
    }
}

/// An address with or without its port.
fn address_in(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let bare = hop.strip_prefix('[').and_then(|rest| rest.split(']').next()).unwrap_or(hop);
    let address = bare.parse::<IpAddr>().ok().or_else(|| hop.parse::<std::net::SocketAddr>().ok().map(|it| it.ip()));
    address.map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    fn client(trusted: &[&str], peer: &str, lines: &[&str]) -> String {
        let names: Vec<String> = trusted.iter().map(|&name| name.to_owned()).collect();
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(FORWARDED_FOR, HeaderValue::from_str(line).unwrap());
        }
        TrustedProxies::parse(&names).unwrap().client(peer.parse().ok(), &headers).to_string()
    }

    #[test]
    fn nobody_chooses_their_own_address() {
        assert_eq!(client(&[], "192.0.2.1", &["203.0.113.9"]), "192.0.2.1");
        assert_eq!(client(&["10.0.0.0/8"], "192.0.2.1", &["203.0.113.9"]), "192.0.2.1");
        assert_eq!(client(&["10.0.0.0/8"], "10.0.0.7", &["203.0.113.9, 198.51.100.1"]), "198.51.100.1");
    }

    #[test]
    fn a_chain_of_our_proxies_leads_to_the_client() {
        let ours = ["10.0.0.0/8", "fd00::/8", "127.0.0.1"];
        assert_eq!(client(&ours, "10.0.0.7", &["203.0.113.9, 10.0.0.8"]), "203.0.113.9");
        assert_eq!(client(&ours, "fd00::1", &["203.0.113.9", "10.1.2.3, 10.0.0.8"]), "203.0.113.9");
        assert_eq!(client(&ours, "::ffff:127.0.0.1", &["[2001:db8::5]:4711"]), "2001:db8::5");
        assert_eq!(client(&ours, "127.0.0.1", &["203.0.113.9:55"]), "203.0.113.9");
        assert_eq!(client(&ours, "127.0.0.1", &[]), "127.0.0.1");
        assert_eq!(client(&ours, "127.0.0.1", &["203.0.113.9, unknown"]), "127.0.0.1");
    }

    #[test]
    fn a_name_is_no_address() {
        let error = TrustedProxies::parse(&["proxy.example".to_owned()]).unwrap_err();
        assert!(error.to_string().contains("`proxy.example`"));
    }
}
