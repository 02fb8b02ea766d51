//! The files of a version as they are stored: where they are served, and how large its pictures are.

use std::{collections::HashMap, sync::Arc};

use course_format::{MediaFiles, Pixels};

/// Where the media files of a version are served.
#[derive(Clone, Debug)]
pub struct Media(Arc<HashMap<String, File>>);

/// A file of a version as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) hash: String,
    pub(crate) size: Option<Pixels>,
}

impl Media {
    pub(crate) fn of(paths: HashMap<String, File>) -> Self {
        Self(Arc::new(paths))
    }
}

impl MediaFiles for Media {
    fn url(&self, path: &str) -> String {
        let name = path.rsplit('/').next().unwrap_or(path);
        self.0.get(path).map_or_else(|| format!("/media/missing/{name}"), |file| format!("/media/{}/{name}", file.hash))
    }

    fn size(&self, path: &str) -> Option<Pixels> {
        self.0.get(path)?.size
    }
}
