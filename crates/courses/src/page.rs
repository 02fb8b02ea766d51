//! A course's own page.

use std::sync::Arc;

use course_format::model::Course;
use vocabulary::Locale;

use crate::{
    Courses, Error, OnShelf, cards, outline,
    views::{CoursePage, LiveView},
};

impl Courses {
    /// The page of a published course in one language.
    ///
    /// # Errors
    /// [`Error::NotFound`], or when the database fails.
    pub async fn page(&self, slug: &str, locale: Locale) -> Result<Arc<CoursePage>, Error> {
        let on_shelf = self.published(slug).await?;
        let version = on_shelf.newest();
        if let Some(page) = self.caches.pages.get(&(version.id.0, locale)).await {
            return Ok(page);
        }
        let course = self.document(version.id).await?;
        let page = Arc::new(page(&course, &on_shelf, locale));
        self.caches.pages.insert((version.id.0, locale), page.clone()).await;
        Ok(page)
    }
}

fn page(course: &Course, on_shelf: &OnShelf, locale: Locale) -> CoursePage {
    let original = course.original();
    let html = |texts: &course_format::model::Texts| {
        texts
            .pick(locale, original)
            .map(|(_, section)| section.body.trim())
            .filter(|body| !body.is_empty())
            .map(|body| cards::html(body, locale))
    };
    let mut card = cards::card(course, locale);
    card.live = course.live.as_ref().map(|live| LiveView {
        starts: live.starts.clone(),
        minutes: live.minutes,
        link: live.link.clone(),
        calendar: Some(format!("/api/v1/courses/{}/calendar.ics", course.slug)),
    });
    CoursePage {
        card,
        about: html(&course.about).unwrap_or_default(),
        audience: html(&course.audience),
        needs: html(&course.needs),
        outcomes: course.outcomes.values().map(|texts| cards::title(texts, locale, original).1).collect(),
        modules: outline::modules(course, locale),
        authors: course.authors.clone(),
        licence: course.licence.clone(),
        source: course.source.clone(),
        reviewed: course.reviewed.clone(),
        version: on_shelf.newest().number,
        version_id: on_shelf.newest().id.0,
        completion: cards::completion(course),
    }
}
