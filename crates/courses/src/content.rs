//! What a learner reads: a unit in one language, made at publishing, served from memory.

use std::{collections::HashMap, sync::Arc};

use serde_json::Value;

use vocabulary::{Locale, VersionId};

use crate::{Courses, Error, queries};

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

/// Where the media files of a version are served.
#[derive(Clone, Debug)]
pub struct Media(Arc<HashMap<String, String>>);

impl Media {
    /// The address of a file by its path in the course's folder.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        let name = path.rsplit('/').next().unwrap_or(path);
        self.0.get(path).map_or_else(|| format!("/media/missing/{name}"), |hash| format!("/media/{hash}/{name}"))
    }
}

impl Courses {
    /// A unit of a published version. Versions never change, so the answer is the same for everybody and for ever.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the version does not belong to the course or was never published.
    pub async fn unit(&self, slug: &str, version: VersionId, key: &str, locale: Locale) -> Result<Arc<Body>, Error> {
        let on_shelf = self.published(slug).await?;
        if !on_shelf.versions.iter().any(|known| known.id == version) {
            return Err(Error::NotFound);
        }
        let place = (version.0, key.to_owned(), locale);
        if let Some(body) = self.caches.bodies.get(&place).await {
            return Ok(body);
        }
        let body = Arc::new(queries::unit_content(&self.db, version.0, key, locale).await?.ok_or(Error::NotFound)?);
        self.caches.bodies.insert(place, body.clone()).await;
        Ok(body)
    }

    /// The questions of a quiz unit as the player shows them, by block: for a sitting, which alone shows them.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the version has no such unit.
    pub async fn questions(
        &self,
        version: VersionId,
        key: &str,
        locale: Locale,
    ) -> Result<HashMap<String, Value>, Error> {
        let course = self.document(version).await?;
        let media = self.media(version).await?;
        let unit = course.unit(key).ok_or(Error::NotFound)?;
        let url = |path: &str| media.url(path);
        unit.questions()
            .filter_map(|(block, _)| course_format::present_block(&course, key, &block.id, locale, &url))
            .map(|block| Ok((block.id.clone(), serde_json::to_value(block)?)))
            .collect()
    }

    /// The media of a version.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn media(&self, version: VersionId) -> Result<Media, Error> {
        if let Some(media) = self.caches.media.get(&version.0).await {
            return Ok(media);
        }
        let media = Media(Arc::new(queries::media(&self.db, version.0).await?));
        self.caches.media.insert(version.0, media.clone()).await;
        Ok(media)
    }
}
