//! What showing a course must be told about its files: where they are served and how large its pictures are.

/// The size of a picture in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// The files of a course as they are served. Paths are those in the course's folder (`media/map.svg`).
pub trait MediaFiles {
    /// The address of a file.
    fn url(&self, path: &str) -> String;

    /// The size of a picture, so that a page can keep its place before it arrives; `None` where nobody knows it.
    fn size(&self, path: &str) -> Option<Pixels> {
        let _ = path;
        None
    }
}

/// Addresses alone, by a function.
impl<F: Fn(&str) -> String> MediaFiles for F {
    fn url(&self, path: &str) -> String {
        self(path)
    }
}
