//! A course's own page.

use std::sync::Arc;

use course_format::model::{Course, Live};
use vocabulary::Locale;

use crate::{
    Courses, Error, OnShelf, cards, outline,
    rules::live,
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
    card.live = course.live.as_ref().map(|live| live_view(&course.slug, live));
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

/// The room's own address stays in the house until its time: the page is the same for everybody and kept by many.
fn live_view(slug: &str, live: &Live) -> LiveView {
    let hours = live::hours(live).filter(|_| live.link.is_some());
    LiveView {
        starts: live.starts.clone(),
        minutes: live.minutes,
        link: hours.map(|_| room_path(slug)),
        opens_at: hours.map(|hours| hours.opens.to_string()),
        closes_at: hours.map(|hours| hours.closes.to_string()),
        calendar: Some(format!("/api/v1/courses/{slug}/calendar.ics")),
    }
}

/// The address that leads into the room of a masterclass.
pub(crate) fn room_path(slug: &str) -> String {
    format!("/api/v1/courses/{slug}/room")
}
