//! The languages of interface and content. Adding one here makes the compiler name every place that must follow.

use serde::{Deserialize, Serialize};

/// A language that Aulari speaks completely.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Catalan.
    Ca,
    /// Spanish.
    Es,
    /// English.
    #[default]
    En,
}

/// A language tag that is none of ours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not one of ca, es, en")]
pub struct UnknownLocale(pub String);

impl Locale {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Ca, Self::Es, Self::En];

    /// The tag of BCP 47.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ca => "ca",
            Self::Es => "es",
            Self::En => "en",
        }
    }

    /// The best of ours for an `Accept-Language` header; `None` when it names none of them.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        for item in header.split(',') {
            let mut parts = item.split(';');
            let tag = parts.next().unwrap_or_default().trim();
            let primary = tag.split('-').next().unwrap_or_default();
            let Ok(locale) = primary.to_ascii_lowercase().parse::<Self>() else { continue };
            let quality =
                parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1.0, |value| value.parse().unwrap_or(0.0));
            if quality > 0.0 && best.is_none_or(|(_, known)| quality > known) {
                best = Some((locale, quality));
            }
        }
        best.map(|(locale, _)| locale)
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

impl std::str::FromStr for Locale {
    type Err = UnknownLocale;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "ca" => Ok(Self::Ca),
            "es" => Ok(Self::Es),
            "en" => Ok(Self::En),
            other => Err(UnknownLocale(other.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn a_browser_gets_the_language_it_wants_most_among_ours() {
        let pick = Locale::from_accept_language;
        assert_eq!(pick("fr-FR,fr;q=0.9,es;q=0.5,en;q=0.7"), Some(Locale::En));
        assert_eq!(pick("ca-ES"), Some(Locale::Ca));
        assert_eq!(pick("es;q=0, de"), None);
        assert_eq!(pick("EN-gb;q=0.8, es-AR;q=0.8"), Some(Locale::En), "the first of equals");
    }
}
