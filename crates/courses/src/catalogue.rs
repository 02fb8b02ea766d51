//! The catalogue: filters, counts and pages over the published courses.

use vocabulary::{Locale, PageRequest};

use crate::{
    Courses, Error,
    rules::catalogue::{self, Spot},
    views::CatalogueView,
};

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
    /// [`Error::Cursor`] for a cursor that this list did not give; [`Error::Filter`] for a value that no course can have; or
    /// when the database fails.
    pub async fn catalogue(&self, query: &CatalogueQuery) -> Result<CatalogueView, Error> {
        if let Some(name) = query.filters.unknown() {
            return Err(Error::Filter(name));
        }
        let shelf = self.shelf().await?;
        let entries = shelf.entries.get(&query.locale).map_or(&[][..], Vec::as_slice);
        let (cards, facets) = catalogue::select(entries, &query.filters);
        let total = cards.len();
        let start = match query.page.cursor.as_deref() {
            None => 0,
            Some(cursor) => {
                let spot = Spot::parse(cursor).ok_or(Error::Cursor)?;
                cards.partition_point(|(known, _)| *known <= spot)
            }
        };
        let limit = query.page.limit as usize;
        let next = (start + limit < total).then(|| cards[start + limit - 1].0.to_string());
        let items = cards.into_iter().skip(start).take(limit).map(|(_, card)| card).collect();
        Ok(CatalogueView { items, next, total, facets })
    }
}
