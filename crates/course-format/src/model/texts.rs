//! The words of a course: one section per language next to the thing that they name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use vocabulary::Locale;

/// A section of a text file in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The words of the heading, plain text; may be empty.
    #[serde(default)]
    pub title: String,
    /// Markdown below the heading; may be empty.
    #[serde(default)]
    pub body: String,
}

impl Section {
    /// True when it says nothing at all.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.title.trim().is_empty() && self.body.trim().is_empty()
    }
}

/// The same section in each language that has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Texts(BTreeMap<Locale, Section>);

impl Texts {
    /// The section in exactly this language.
    #[must_use]
    pub fn get(&self, locale: Locale) -> Option<&Section> {
        self.0.get(&locale)
    }

    /// The title in exactly this language; empty where it is missing.
    #[must_use]
    pub fn title(&self, locale: Locale) -> &str {
        self.get(locale).map_or("", |section| section.title.as_str())
    }

    /// The body in exactly this language; empty where it is missing.
    #[must_use]
    pub fn body(&self, locale: Locale) -> &str {
        self.get(locale).map_or("", |section| section.body.as_str())
    }

    /// The section to show to somebody who asked for `wanted`: theirs, else the original, else any that says
    /// something. The language of what was found comes with it, so that it can be marked.
    #[must_use]
    pub fn pick(&self, wanted: Locale, original: Locale) -> Option<(Locale, &Section)> {
        let says = |locale: Locale| self.get(locale).filter(|s| !s.is_blank()).map(|s| (locale, s));
        says(wanted).or_else(|| says(original)).or_else(|| self.iter().find(|(_, section)| !section.is_blank()))
    }

    /// Puts a section in place.
    pub fn insert(&mut self, locale: Locale, section: Section) {
        self.0.insert(locale, section);
    }

    /// Takes a language away.
    pub fn remove(&mut self, locale: Locale) {
        self.0.remove(&locale);
    }

    /// True when no language has a section.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Languages and sections.
    pub fn iter(&self) -> impl Iterator<Item = (Locale, &Section)> {
        self.0.iter().map(|(locale, section)| (*locale, section))
    }

    /// The same, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (Locale, &mut Section)> {
        self.0.iter_mut().map(|(locale, section)| (*locale, section))
    }
}

impl FromIterator<(Locale, Section)> for Texts {
    fn from_iter<I: IntoIterator<Item = (Locale, Section)>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

/// A section whose anchor names nothing in the structure, kept so that a slip of the pen loses nobody's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loose {
    /// The language of the file it stands in.
    pub locale: Locale,
    /// The number of `#`; 0 for text above the first section.
    pub level: u8,
    /// The anchor as written; empty for text above the first section.
    pub anchor: String,
    /// The words of the heading.
    pub title: String,
    /// Markdown below it.
    pub body: String,
}
