//! Answers that are the same for everybody: made once for a version and a language, kept as bytes with their tag and packed,
//! and dropped when what they tell of changes. Never holds anything that only one person may see.

use std::{
    future::Future,
    io::Write,
    sync::{Arc, OnceLock},
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderValue},
    web::Bytes,
};
use moka::sync::Cache;
use serde::Serialize;
use vocabulary::Locale;

use crate::answer;

/// How much is kept in all, in bytes.
const ROOM: u64 = 48 * 1024 * 1024;
/// Below it packing gains nothing.
const WORTH_PACKING: usize = 512;

/// The answers in memory.
pub struct SharedAnswers(Cache<Key, Arc<Prepared>>);

/// Which answer: of which kind, in which language, asked how.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    kind: &'static str,
    locale: Locale,
    asked: String,
    /// The state of what it tells of.
    generation: i64,
}

impl Default for SharedAnswers {
    fn default() -> Self {
        let weight =
            |key: &Key, answer: &Arc<Prepared>| u32::try_from(key.asked.len() + answer.size()).unwrap_or(u32::MAX);
        Self(Cache::builder().weigher(weight).max_capacity(ROOM).build())
    }
}

impl SharedAnswers {
    /// The answer, from memory, or made now; `generation` is the state of what it tells of, as long as that is known.
    ///
    /// # Errors
    /// What making it says; then nothing is kept.
    pub async fn get<E, F>(
        &self,
        generation: Option<i64>,
        (kind, locale, asked): (&'static str, Locale, &str),
        make: impl FnOnce() -> F,
    ) -> Result<Arc<Prepared>, E>
    where
        F: Future<Output = Result<Prepared, E>>,
    {
        // While nobody knows whether anything changed, nothing is taken from memory.
        let Some(generation) = generation else { return Ok(Arc::new(make().await?)) };
        let key = Key { kind, locale, asked: asked.to_owned(), generation };
        if let Some(answer) = self.0.get(&key) {
            return Ok(answer);
        }
        let answer = Arc::new(make().await?);
        self.0.insert(key, Arc::clone(&answer));
        Ok(answer)
    }
}

/// An answer as bytes.
pub struct Prepared {
    plain: Bytes,
    kind: &'static str,
    tag: String,
    brotli: OnceLock<Option<Bytes>>,
    gzip: OnceLock<Option<Bytes>>,
}

impl Prepared {
    /// JSON.
    #[must_use]
    pub fn json(value: &impl Serialize) -> Self {
        Self::new(serde_json::to_vec(value).unwrap_or_default().into(), "application/json")
    }

    /// Any text of this media type.
    #[must_use]
    pub fn new(plain: Bytes, kind: &'static str) -> Self {
        // The packed forms share the tag, so it says "means the same" and not "the same bytes".
        let tag = format!("W/\"{}\"", &blake3::hash(&plain).to_hex()[..32]);
        Self { plain, kind, tag, brotli: OnceLock::new(), gzip: OnceLock::new() }
    }

    /// The bytes themselves.
    #[must_use]
    pub fn bytes(&self) -> Bytes {
        self.plain.clone()
    }

    fn size(&self) -> usize {
        // Packed forms come later, and are a fraction of it.
        self.plain.len() + self.plain.len() / 2
    }

    /// The answer to a request: packed as it likes, or "not modified" for whoever has it already.
    #[must_use]
    pub fn respond(&self, request: &HttpRequest, cache: &'static str, vary: &'static str) -> HttpResponse {
        let mut response =
            if answer::known(request, &self.tag) { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        response
            .insert_header((header::ETAG, self.tag.as_str()))
            .insert_header((header::CACHE_CONTROL, HeaderValue::from_static(cache)))
            .insert_header((header::VARY, HeaderValue::from_static(vary)));
        if answer::known(request, &self.tag) {
            return response.finish();
        }
        response.insert_header((header::CONTENT_TYPE, HeaderValue::from_static(self.kind)));
        match self.packed_for(request) {
            Some((name, packed)) => {
                response.insert_header((header::CONTENT_ENCODING, HeaderValue::from_static(name))).body(packed)
            }
            None => response.body(self.plain.clone()),
        }
    }

    fn packed_for(&self, request: &HttpRequest) -> Option<(&'static str, Bytes)> {
        if self.plain.len() < WORTH_PACKING {
            return None;
        }
        let accepted = request.headers().get(header::ACCEPT_ENCODING)?.to_str().ok()?;
        if accepts(accepted, "br") {
            let packed = self.brotli.get_or_init(|| brotli_of(&self.plain));
            return packed.clone().map(|packed| ("br", packed));
        }
        if accepts(accepted, "gzip") {
            let packed = self.gzip.get_or_init(|| gzip_of(&self.plain));
            return packed.clone().map(|packed| ("gzip", packed));
        }
        None
    }
}

/// Whether a client takes this coding: it names it, and not with a weight of nothing.
fn accepts(accepted: &str, coding: &str) -> bool {
    accepted.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        let refused = parts.any(|weight| {
            weight.strip_prefix("q=").is_some_and(|weight| weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0))
        });
        named && !refused
    })
}

fn brotli_of(plain: &[u8]) -> Option<Bytes> {
    let mut packed = vec![];
    let params = brotli::enc::BrotliEncoderParams { quality: 7, ..Default::default() };
    brotli::BrotliCompress(&mut &*plain, &mut packed, &params).ok()?;
    Some(packed.into())
}

fn gzip_of(plain: &[u8]) -> Option<Bytes> {
    let mut packer = flate2::write::GzEncoder::new(vec![], flate2::Compression::best());
    packer.write_all(plain).ok()?;
    packer.finish().ok().map(Bytes::from)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use actix_web::{body::MessageBody, test::TestRequest};

    use super::*;

    fn body(response: HttpResponse) -> Vec<u8> {
        response.into_body().try_into_bytes().unwrap().to_vec()
    }

    #[test]
    fn packed_and_plain_say_the_same() {
        let text = "a course, and another course. ".repeat(100);
        let answer = Prepared::new(text.clone().into(), "text/plain");
        let ask = |accepted: &str| {
            let request = TestRequest::get().insert_header(("Accept-Encoding", accepted)).to_http_request();
            answer.respond(&request, "no-cache", "Accept-Encoding")
        };
        let plain = ask("br;q=0, identity");
        assert!(!plain.headers().contains_key("content-encoding"));
        assert_eq!(body(plain), text.as_bytes());
        let gzip = ask("gzip, deflate");
        assert_eq!(gzip.headers().get("content-encoding").unwrap(), "gzip");
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(&*body(gzip)).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        let packed = ask("gzip, deflate, br");
        assert_eq!(packed.headers().get("content-encoding").unwrap(), "br");
        let mut unpacked = vec![];
        brotli::BrotliDecompress(&mut &*body(packed), &mut unpacked).unwrap();
        assert_eq!(unpacked, text.as_bytes());
    }

    #[test]
    fn whoever_has_it_gets_no_body() {
        let answer = Prepared::json(&["x"]);
        let request = TestRequest::get().insert_header(("If-None-Match", answer.tag.as_str())).to_http_request();
        let response = answer.respond(&request, "no-cache", "Accept-Encoding");
        assert_eq!(response.status(), 304);
        assert!(body(response).is_empty());
    }
}
