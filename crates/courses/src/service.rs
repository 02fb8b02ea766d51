//! The course engine as one value that the house shares.

use std::{collections::HashMap, sync::Arc};

use course_format::{minutes::Reckoned, model::Course};
use database::{Database, topics::Watcher};
use moka::future::Cache;
use uuid::Uuid;
use vocabulary::{Clock, Locale, VersionId};

use crate::{body::Body, files::Media, shelf::Shelf, shelf_cache::ShelfCache, views::CoursePage};

/// Use cases of courses. Clones share their caches.
#[derive(Clone)]
pub struct Courses {
    pub(crate) db: Database,
    pub(crate) store: media::Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) caches: Arc<Caches>,
}

/// What is kept in memory. Versions never change, so only the shelf can grow old.
pub(crate) struct Caches {
    pub(crate) shelf: ShelfCache,
    pub(crate) documents: Cache<Uuid, Arc<Course>>,
    pub(crate) bodies: Cache<(Uuid, String, Locale), Arc<Body>>,
    pub(crate) pages: Cache<(Uuid, Locale), Arc<CoursePage>>,
    pub(crate) media: Cache<Uuid, Media>,
    pub(crate) minutes: Cache<Uuid, Arc<Reckoned>>,
}

impl Courses {
    /// The engine over this database and blob store.
    #[must_use]
    pub fn new(db: Database, store: media::Store, watcher: Watcher, clock: Arc<dyn Clock>) -> Self {
        let caches = Caches {
            shelf: ShelfCache::new(watcher),
            documents: Cache::new(500),
            bodies: Cache::new(4_000),
            pages: Cache::new(1_000),
            media: Cache::new(500),
            minutes: Cache::new(500),
        };
        Self { db, store, clock, caches: Arc::new(caches) }
    }

    /// A number that grows whenever a published course changes, for whoever keeps answers about them; nothing while it is not
    /// known whether they changed.
    #[must_use]
    pub fn generation(&self) -> Option<i64> {
        self.caches.shelf.generation()
    }

    /// The published courses as they stand now.
    pub(crate) async fn shelf(&self) -> Result<Arc<Shelf>, crate::Error> {
        self.caches.shelf.get(&self.db).await
    }

    /// A version's whole document, keys included: for the rules of the house, never for an answer.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`], or when the database fails.
    pub async fn document(&self, version: VersionId) -> Result<Arc<Course>, crate::Error> {
        self.documents(&[version]).await?.remove(&version).ok_or(crate::Error::NotFound)
    }

    /// Several documents: those that are not in memory in one statement. Unknown versions are left out.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn documents(&self, versions: &[VersionId]) -> Result<HashMap<VersionId, Arc<Course>>, crate::Error> {
        let mut found = HashMap::with_capacity(versions.len());
        let mut missing = vec![];
        for version in versions {
            match self.caches.documents.get(&version.0).await {
                Some(course) => drop(found.insert(*version, course)),
                None => missing.push(version.0),
            }
        }
        for (version, course) in crate::queries::documents(&self.db, &missing).await? {
            let course = Arc::new(course);
            self.caches.documents.insert(version, course.clone()).await;
            found.insert(VersionId(version), course);
        }
        Ok(found)
    }

    /// Documents with their media, each kind in one statement; unknown versions are left out.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn known(
        &self,
        versions: &[VersionId],
    ) -> Result<HashMap<VersionId, (Arc<Course>, Media)>, crate::Error> {
        let documents = self.documents(versions).await?;
        let mut media = self.media_of(versions).await?;
        let with_media = |(version, course)| Some((version, (course, media.remove(&version)?)));
        Ok(documents.into_iter().filter_map(with_media).collect())
    }

    /// What the units of a version take, in minutes: counted at the first question, then remembered.
    pub async fn minutes(&self, version: VersionId, course: &Course) -> Arc<Reckoned> {
        self.caches.minutes.get_with(version.0, async { Arc::new(Reckoned::of(course)) }).await
    }

    /// A published course by its key.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`], or when the database fails.
    pub async fn published(&self, slug: &str) -> Result<Arc<crate::OnShelf>, crate::Error> {
        self.shelf().await?.by_slug.get(slug).cloned().ok_or(crate::Error::NotFound)
    }

    /// A published course by its id.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`], or when the database fails.
    pub async fn published_by_id(&self, course: vocabulary::CourseId) -> Result<Arc<crate::OnShelf>, crate::Error> {
        self.shelf().await?.by_id.get(&course).cloned().ok_or(crate::Error::NotFound)
    }

    /// What published courses are called, in this language or the next best; those that are not published are left out.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn names(
        &self,
        courses: &[vocabulary::CourseId],
        locale: vocabulary::Locale,
    ) -> Result<HashMap<vocabulary::CourseId, crate::CourseName>, crate::Error> {
        let shelf = self.shelf().await?;
        let entries = shelf.entries.get(&locale).map(Vec::as_slice).unwrap_or_default();
        let by_slug: HashMap<&str, &crate::views::CourseCard> =
            entries.iter().map(|entry| (entry.card.slug.as_str(), &entry.card)).collect();
        let name = |course: &vocabulary::CourseId| {
            let card = by_slug.get(shelf.by_id.get(course)?.slug.as_str())?;
            let (slug, title, title_lang) = (card.slug.clone(), card.title.clone(), card.title_lang);
            Some((*course, crate::CourseName { slug, title, title_lang }))
        };
        Ok(courses.iter().filter_map(name).collect())
    }

    /// The published courses with their cards in this language, by key: from memory, whatever their documents weigh.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn shelf_cards(
        &self,
        locale: vocabulary::Locale,
    ) -> Result<Vec<(vocabulary::CourseId, crate::views::CourseCard)>, crate::Error> {
        let shelf = self.shelf().await?;
        let entries = shelf.entries.get(&locale).map(Vec::as_slice).unwrap_or_default();
        let known = |entry: &crate::rules::catalogue::Entry| {
            Some((shelf.by_slug.get(&entry.card.slug)?.course, entry.card.clone()))
        };
        let mut cards: Vec<_> = entries.iter().filter_map(known).collect();
        cards.sort_by(|a, b| a.1.slug.cmp(&b.1.slug));
        Ok(cards)
    }

    /// All published courses, by key.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn all_published(&self) -> Result<Vec<Arc<crate::OnShelf>>, crate::Error> {
        let mut all: Vec<_> = self.shelf().await?.by_slug.values().cloned().collect();
        all.sort_by(|a, b| a.slug.cmp(&b.slug));
        Ok(all)
    }
}
