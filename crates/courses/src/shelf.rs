//! The published courses: which versions there are, and which one somebody in the middle reads.

use std::{collections::HashMap, sync::Arc};

use vocabulary::{CourseId, EditionId, Locale, Timestamp, VersionId};

use crate::rules::catalogue::Entry;

/// The topic that everything cached about courses hangs on.
pub(crate) const TOPIC: &str = "courses";

/// A published version of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishedVersion {
    /// Its id.
    pub id: VersionId,
    /// 1, 2, 3...
    pub number: i32,
    /// Learners of the version before read this one.
    pub harmless: bool,
}

/// A published course.
#[derive(Clone, Debug)]
pub struct OnShelf {
    /// Its id.
    pub course: CourseId,
    /// Its key.
    pub slug: String,
    /// The standing edition, open to all.
    pub edition: EditionId,
    /// When that edition starts, for a course with dates.
    pub edition_starts: Option<Timestamp>,
    /// Every version that was ever published, oldest first; the last one is what newcomers get.
    pub versions: Vec<PublishedVersion>,
}

impl OnShelf {
    /// The version that newcomers get.
    #[must_use]
    pub fn newest(&self) -> PublishedVersion {
        // A course is on the shelf because it has a published version.
        self.versions.last().copied().unwrap_or(PublishedVersion {
            id: VersionId(uuid::Uuid::nil()),
            number: 0,
            harmless: false,
        })
    }

    /// The version that somebody who began with `began` reads today: the last one that only harmless changes lead to.
    #[must_use]
    pub fn effective(&self, began: VersionId) -> VersionId {
        let Some(place) = self.versions.iter().position(|version| version.id == began) else { return began };
        self.versions[place + 1..].iter().take_while(|version| version.harmless).last().map_or(began, |last| last.id)
    }
}

/// What a course is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseName {
    /// Its key.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language of the title.
    pub title_lang: Locale,
}

/// All published courses.
pub(crate) struct Shelf {
    pub(crate) by_slug: HashMap<String, Arc<OnShelf>>,
    pub(crate) by_id: HashMap<CourseId, Arc<OnShelf>>,
    pub(crate) entries: HashMap<Locale, Vec<Entry>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_in_the_middle_move_along_harmless_changes_only() {
        let ids = [1, 2, 3, 4].map(|n| VersionId(uuid::Uuid::from_u128(n)));
        let harmless = [false, true, true, false];
        let versions = (0..4).map(|n| PublishedVersion { id: ids[n], number: 1, harmless: harmless[n] }).collect();
        let course = OnShelf {
            course: CourseId::new(),
            slug: "a".into(),
            edition: EditionId::new(),
            edition_starts: None,
            versions,
        };
        assert_eq!(ids.map(|id| course.effective(id)), [ids[2], ids[2], ids[2], ids[3]]);
        assert_eq!(course.newest().id, ids[3]);
        let unknown = VersionId::new();
        assert_eq!(course.effective(unknown), unknown);
    }
}
