//! What a learner reads: a unit in one language, made at publishing, served from memory.

use std::{collections::HashMap, sync::Arc};

use serde_json::Value;
use uuid::Uuid;
use vocabulary::{Locale, VersionId};

use crate::{
    Courses, Error,
    body::Body,
    files::{File, Media},
    queries,
};

impl Courses {
    /// A unit of a published version. Versions never change, so the answer is the same for everybody and for ever. A unit with a
    /// condition (a date, a score) is for nobody here: its learners get it by their enrolment, once it is open for them.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the version does not belong to the course or was never published, or the unit has a condition.
    pub async fn unit(&self, slug: &str, version: VersionId, key: &str, locale: Locale) -> Result<Arc<Body>, Error> {
        let on_shelf = self.published(slug).await?;
        if !on_shelf.versions.iter().any(|known| known.id == version) {
            return Err(Error::NotFound);
        }
        if self.document(version).await?.has_condition(key) {
            return Err(Error::NotFound);
        }
        self.open_unit(version, key, locale).await
    }

    /// A unit for a learner to whom it is open: the caller has checked that it is.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the version has no such unit.
    pub async fn open_unit(&self, version: VersionId, key: &str, locale: Locale) -> Result<Arc<Body>, Error> {
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
        unit.questions()
            .filter_map(|(block, _)| course_format::present_block(&course, key, &block.id, locale, &media))
            .map(|block| Ok((block.id.clone(), serde_json::to_value(block)?)))
            .collect()
    }

    /// The media of a version.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn media(&self, version: VersionId) -> Result<Media, Error> {
        self.media_of(&[version]).await?.remove(&version).ok_or(Error::NotFound)
    }

    /// The media of several versions: those that are not in memory in one statement. Each version asked for is answered.
    pub(crate) async fn media_of(&self, versions: &[VersionId]) -> Result<HashMap<VersionId, Media>, Error> {
        let mut found = HashMap::with_capacity(versions.len());
        let mut missing: HashMap<Uuid, HashMap<String, File>> = HashMap::new();
        for version in versions {
            match self.caches.media.get(&version.0).await {
                Some(media) => drop(found.insert(*version, media)),
                None => drop(missing.entry(version.0).or_default()),
            }
        }
        let ids: Vec<Uuid> = missing.keys().copied().collect();
        for (version, path, file) in queries::media_of(&self.db, &ids).await? {
            missing.entry(version).or_default().insert(path, file);
        }
        for (version, paths) in missing {
            let media = Media::of(paths);
            self.caches.media.insert(version, media.clone()).await;
            found.insert(VersionId(version), media);
        }
        Ok(found)
    }
}
