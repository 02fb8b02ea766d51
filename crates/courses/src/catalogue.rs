//! The catalogue: filters, counts and pages over the published courses.

use vocabulary::{Locale, PageRequest};

use crate::{Courses, Error, rules::catalogue, views::CatalogueView};

/// What a visitor asks of the catalogue.
#[derive(Clone, Debug, Default)]
pub struct CatalogueQuery {
    /// The language to show titles in.
    pub locale: Locale,
    /// The filters.
    pub filters: catalogue::Filters,
    /// Which part of the list.
    pub page: PageRequest,
}

impl Courses {
    /// A page of the catalogue.
    ///
    /// # Errors
    /// [`Error::Cursor`] for a cursor that this list did not give; or when the database fails.
    pub async fn catalogue(&self, query: &CatalogueQuery) -> Result<CatalogueView, Error> {
        let shelf = self.shelf().await?;
        let entries = shelf.entries.get(&query.locale).map_or(&[][..], Vec::as_slice);
        let (cards, facets) = catalogue::select(entries, &query.filters);
        let total = cards.len();
        let start = match &query.page.cursor {
            None => 0,
            // The cursor is the key of the last card shown; the order is stable, so the next page begins after it.
            Some(cursor) => cards.iter().position(|card| card.slug == *cursor).ok_or(Error::Cursor)? + 1,
        };
        let limit = query.page.limit as usize;
        let next = (start + limit < total).then(|| cards[start + limit - 1].slug.clone());
        let items = cards.into_iter().skip(start).take(limit).collect();
        Ok(CatalogueView { items, next, total, facets })
    }
}
