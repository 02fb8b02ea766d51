//! A prepared answer: made once, handed out many times.

/// A serialised answer and the tag that tells whether it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// JSON.
    pub json: String,
    /// A strong ETag, with its quotes.
    pub etag: String,
}

impl Body {
    /// A body whose tag is the hash of its bytes.
    #[must_use]
    pub fn new(json: String) -> Self {
        let etag = format!("\"{}\"", &blake3::hash(json.as_bytes()).to_hex()[..32]);
        Self { json, etag }
    }
}
