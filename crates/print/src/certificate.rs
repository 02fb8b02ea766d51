//! What a certificate says, as its templates read it. Never formatted here: the words, also of dates, belong to the template's
//! version, so that an old certificate reads as it did.

use serde::Serialize;
use vocabulary::{Band, Locale};

/// The version that new certificates are drawn from.
pub const LATEST: u32 = 2;

/// Every version there ever was, with its body; a version is never edited once released.
pub const VERSIONS: [(u32, &str); 2] =
    [(1, include_str!("../templates/certificate-1.typ")), (2, include_str!("../templates/certificate-2.typ"))];

/// All printed fields of a certificate.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Certificate {
    /// The version of the template, printed small.
    pub template_version: u32,
    /// The language of the certificate's own words.
    pub language: Locale,
    /// Whether it comes from a demonstration and is worth nothing.
    pub demonstration: bool,
    /// What it attests.
    pub kind: Kind,
    /// The holder's name.
    pub holder: String,
    /// The course's title.
    pub course: String,
    /// The language of the title and of the units.
    pub course_lang: Locale,
    /// How it was held.
    pub modality: Modality,
    /// How long it was.
    pub hours: Hours,
    /// Completed by reading alone, without any test.
    pub reading_only: bool,
    /// Who certifies.
    pub issuer: Issuer,
    /// The town of issue.
    pub place: Option<String>,
    /// The day of issue, `YYYY-MM-DD` in the organisation's zone.
    pub issued_on: String,
    /// The first day, `YYYY-MM-DD`.
    pub started_on: String,
    /// The last day, `YYYY-MM-DD`.
    pub completed_on: String,
    /// The last day on which it holds, `YYYY-MM-DD`; without it, it holds for ever.
    pub expires_on: Option<String>,
    /// The titles of the units.
    pub units: Vec<String>,
    /// The result in percent, for certificates of completion.
    pub result: Option<u8>,
    /// The competences worked on.
    pub competences: Vec<Competence>,
    /// The framework of the competences, with its version.
    pub framework: String,
    /// Name and post of whoever signs.
    pub signatory: Option<String>,
    /// The number, in groups.
    pub code: String,
    /// Where it can be checked: the QR code's content.
    pub verify_url: String,
}

/// What a certificate attests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Was there.
    Attendance,
    /// Was there and passed.
    Completion,
}

/// How a course was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// Over the network, at one's own pace.
    Online,
}

/// The hours of a course.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Hours {
    /// How many, in quarters.
    pub total: f64,
    /// Where the number comes from.
    pub kind: HoursKind,
}

/// Where a number of hours comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HoursKind {
    /// What the course plans.
    Nominal,
    /// What was measured.
    Measured,
}

/// Who certifies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Issuer {
    /// Legal name.
    pub name: String,
    /// Tax number (NIF).
    pub tax_number: Option<String>,
}

/// A competence with the band of the course's level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Competence {
    /// `4.1`.
    pub id: String,
    /// Its name in the certificate's language.
    pub label: String,
    /// The band.
    pub band: Band,
}
