//! Writing a course out in the canonical folder form, media included.

use vocabulary::VersionId;

use crate::{Courses, Error, queries, unpack::Files};

impl Courses {
    /// The newest version of a course, published or not.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn newest_version(&self, slug: &str) -> Result<VersionId, Error> {
        let row = queries::course(self.db.read(), slug).await?.ok_or(Error::NotFound)?;
        let versions = queries::versions(self.db.read(), row.id).await?;
        versions.first().map(|newest| VersionId(newest.id)).ok_or(Error::NotFound)
    }

    /// The files of a version.
    ///
    /// # Errors
    /// [`Error::NotFound`], or when a media file cannot be read.
    pub async fn export(&self, version: VersionId) -> Result<Files, Error> {
        let course = self.document(version).await?;
        let mut files: Files = course_format::write(&course).into_iter().collect();
        for (path, hash) in queries::media(&self.db, version.0).await? {
            let place = self.store.path(&hash).ok_or(Error::NotFound)?;
            files.insert(path, tokio::fs::read(place).await.map_err(media::Error::from)?);
        }
        Ok(files)
    }
}
