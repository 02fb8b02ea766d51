//! Why a document could not be made.

/// What went wrong, by what the caller can do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The template does not go with the data: the program's fault, told with the typesetter's own words.
    #[error("the template could not be set: {0}")]
    Template(String),
    /// The finished page does not keep PDF/A-2a or PDF/UA-1.
    #[error("the page does not keep the document standards: {0}")]
    Standard(String),
    /// The address is too long for a QR code.
    #[error("the address does not fit into a QR code")]
    Address,
}
