//! A setting that is the same for everybody or stands once per language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use vocabulary::Locale;

/// One value for all languages, or one for each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ByLocale<T> {
    /// The same for all languages.
    One(T),
    /// One for each language.
    Each(BTreeMap<Locale, T>),
}

impl<T> ByLocale<T> {
    /// The value for a language: its own, else that of the original, else the first.
    pub fn pick(&self, wanted: Locale, original: Locale) -> Option<&T> {
        match self {
            Self::One(value) => Some(value),
            Self::Each(map) => map.get(&wanted).or_else(|| map.get(&original)).or_else(|| map.values().next()),
        }
    }

    /// The value for exactly this language.
    pub fn get(&self, locale: Locale) -> Option<&T> {
        match self {
            Self::One(value) => Some(value),
            Self::Each(map) => map.get(&locale),
        }
    }

    /// Every value once.
    pub fn values(&self) -> Vec<&T> {
        match self {
            Self::One(value) => vec![value],
            Self::Each(map) => map.values().collect(),
        }
    }
}

impl<T: Default> Default for ByLocale<T> {
    fn default() -> Self {
        Self::One(T::default())
    }
}
