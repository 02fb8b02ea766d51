//! A page of a list: always by cursor, never by offset.

use serde::Serialize;

/// What a caller asks of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRequest {
    /// How many rows at most, 1 to 100.
    pub limit: u32,
    /// Where the page before ended; opaque to callers.
    pub cursor: Option<String>,
}

impl PageRequest {
    /// The rows a page has when nobody says.
    pub const DEFAULT_LIMIT: u32 = 50;
    /// The most rows a page can have.
    pub const MAX_LIMIT: u32 = 100;

    /// A request with its limit brought between 1 and [`Self::MAX_LIMIT`].
    #[must_use]
    pub fn new(limit: Option<u32>, cursor: Option<String>) -> Self {
        Self { limit: limit.unwrap_or(Self::DEFAULT_LIMIT).clamp(1, Self::MAX_LIMIT), cursor }
    }
}

impl Default for PageRequest {
    fn default() -> Self {
        Self::new(None, None)
    }
}

/// Rows, and where the next page begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// The cursor of the next page; `None` at the end.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Makes a page of rows fetched with one more than the limit: the extra row only proves that more follow.
    #[must_use]
    pub fn from_extra(mut rows: Vec<T>, limit: u32, cursor: impl Fn(&T) -> String) -> Self {
        let limit = limit as usize;
        let next = (rows.len() > limit).then(|| rows[..limit].last().map(&cursor)).flatten();
        rows.truncate(limit);
        Self { items: rows, next }
    }

    /// The same page with each row turned into something else.
    #[must_use]
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(f).collect(), next: self.next }
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn the_cursor_is_that_of_the_last_row_shown() {
        let page = Page::from_extra(vec![1, 2, 3], 2, ToString::to_string);
        assert_eq!((page.items, page.next.as_deref()), (vec![1, 2], Some("2")));
        assert_eq!(Page::from_extra(vec![1, 2], 2, ToString::to_string).next, None);
    }
}
