//! `[organisation]`

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use vocabulary::Locale;

/// Whose service it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Organisation {
    /// The service's name, on every page.
    pub name: String,
    /// The issuer's legal name; without it certificates wait.
    pub legal_name: Option<String>,
    /// The issuer's tax number, printed on certificates.
    pub tax_number: Option<String>,
    /// Name and post of whoever signs certificates.
    pub signatory: Option<String>,
    /// The place where certificates are issued.
    pub place: Option<String>,
    /// The help number, the same place on every page.
    pub help_number: Option<String>,
    /// The languages offered.
    pub languages: Vec<Locale>,
    /// The time zone in which days and weeks are counted.
    pub time_zone: String,
}

impl Default for Organisation {
    fn default() -> Self {
        Self {
            name: "Aulari".into(),
            legal_name: None,
            tax_number: None,
            signatory: None,
            place: None,
            help_number: None,
            languages: Locale::ALL.to_vec(),
            time_zone: "Europe/Madrid".into(),
        }
    }
}

impl Organisation {
    pub(super) fn wrong(&self) -> Option<(&'static str, String)> {
        if self.name.trim().is_empty() {
            return Some(("organisation.name", "\"\"".to_owned()));
        }
        if self.languages.is_empty() {
            return Some(("organisation.languages", "[]".to_owned()));
        }
        TimeZone::get(&self.time_zone).is_err().then(|| ("organisation.time_zone", self.time_zone.clone()))
    }

    /// The time zone; checked when the settings were read.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }
}
