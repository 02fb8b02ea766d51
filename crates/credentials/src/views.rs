//! A certificate as the verification page and the lists show it: every printed field, and the state of today.

use database::entity::certificate;
use serde::Serialize;
use utoipa::ToSchema;
use vocabulary::{Band, Locale, Timestamp, from_millis};

use crate::Error;
use crate::fields::Fields;
use crate::number::grouped;
use crate::queries::{EXPIRED, REPLACED, REVOKED, VALID, valid_on};

/// The code of the sentence that no official qualification is given.
const STATEMENT: &str = "no-official-qualification";

/// A certificate.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CertificateView {
    /// Its number, in groups.
    pub code: String,
    /// `valid`, `replaced`, `revoked` or `expired`.
    pub state: String,
    /// When this was looked up.
    pub checked_at: String,
    /// `attendance` or `completion`.
    pub kind: String,
    /// The holder's name as printed.
    pub holder: String,
    /// The course's title as printed.
    pub course: String,
    /// The language of the title and of the units.
    pub course_lang: Locale,
    /// The course's key.
    pub slug: String,
    /// `online`.
    pub modality: String,
    /// How long the course is.
    pub hours: HoursView,
    /// There was no test.
    pub reading_only: bool,
    /// Who certifies.
    pub issuer: IssuerView,
    /// The town of issue.
    pub place: Option<String>,
    /// When it was issued.
    pub issued_at: String,
    /// When the learner began.
    pub started_at: String,
    /// When the learner finished.
    pub completed_at: String,
    /// The days as printed: of issue, the first and the last.
    pub days: DaysView,
    /// The titles of the units.
    pub units: Vec<String>,
    /// In percent, for completion.
    pub result: Option<u8>,
    /// The competences.
    pub competences: Vec<CompetenceView>,
    /// Their framework with its version.
    pub framework: String,
    /// Name and post of whoever signs.
    pub signatory: Option<String>,
    /// The language of the certificate's own words.
    pub language: Locale,
    /// When it was revoked.
    pub revoked_at: Option<String>,
    /// The class of reason: `error`, `fraud`, `request`, `other`.
    pub reason: Option<String>,
    /// The number of the certificate that took its place.
    pub replaced_by: Option<String>,
    /// When that was issued.
    pub replaced_at: Option<String>,
    /// The code of the sentence at its foot.
    pub statement: String,
    /// The version of the template it is drawn with.
    pub template_version: i32,
    /// It comes from a demonstration and is worth nothing.
    pub demonstration: bool,
}

/// The printed days, `YYYY-MM-DD` in the organisation's zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DaysView {
    /// Of issue.
    pub issued: String,
    /// The first of the course.
    pub started: String,
    /// The last.
    pub completed: String,
    /// The last on which it holds; without it, it holds for ever.
    pub expires: Option<String>,
}

/// The length of a course.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct HoursView {
    /// Hours, in quarters.
    pub total: f64,
    /// `nominal` or `measured`.
    pub kind: String,
}

/// Who certifies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IssuerView {
    /// Legal name.
    pub name: String,
    /// Tax number.
    pub tax_number: Option<String>,
    /// Invented, in a demonstration.
    pub fictitious: bool,
}

/// A competence as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = PrintedCompetence)]
pub struct CompetenceView {
    /// `4.1`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The band.
    pub band: Band,
}

/// The moment of looking.
pub(crate) struct Today {
    pub(crate) at: Timestamp,
    /// Its day in the organisation's zone.
    pub(crate) day: String,
}

impl Today {
    /// What is stored as valid has expired once its last day is over.
    fn state<'a>(&self, row: &'a certificate::Model, expires_on: Option<&str>) -> &'a str {
        if row.state == VALID && !valid_on(row, expires_on, &self.day) { EXPIRED } else { &row.state }
    }
}

/// Shows a row as it stands at `now`; `successor` is the row that took its place.
pub(crate) fn view(
    row: &certificate::Model,
    successor: Option<&certificate::Model>,
    now: &Today,
) -> Result<CertificateView, Error> {
    let fields = read(row)?;
    let told = |millis: i64| from_millis(millis).to_string();
    Ok(CertificateView {
        code: grouped(&row.code),
        state: now.state(row, fields.expires_on.as_deref()).to_owned(),
        checked_at: now.at.to_string(),
        kind: row.kind.clone(),
        holder: fields.holder,
        course: fields.course,
        course_lang: fields.course_lang,
        slug: fields.slug,
        modality: fields.modality,
        hours: HoursView { total: fields.hours, kind: fields.hours_kind },
        reading_only: fields.reading_only,
        issuer: IssuerView { name: fields.issuer, tax_number: fields.tax_number, fictitious: fields.fictitious },
        place: fields.place,
        issued_at: told(row.issued_at),
        started_at: fields.started_at.to_string(),
        completed_at: fields.completed_at.to_string(),
        days: DaysView {
            issued: fields.issued_on,
            started: fields.started_on,
            completed: fields.completed_on,
            expires: fields.expires_on,
        },
        units: fields.units,
        result: fields.result,
        competences: fields
            .competences
            .into_iter()
            .map(|one| CompetenceView { id: one.id, label: one.label, band: one.band })
            .collect(),
        framework: fields.framework,
        signatory: fields.signatory,
        language: row.language.parse().unwrap_or_default(),
        revoked_at: row.revoked_at.filter(|_| row.state == REVOKED).map(told),
        reason: row.revoke_reason.clone().filter(|_| row.state == REVOKED),
        replaced_by: successor.filter(|_| row.state == REPLACED).map(|one| grouped(&one.code)),
        replaced_at: successor.filter(|_| row.state == REPLACED).map(|one| told(one.issued_at)),
        statement: STATEMENT.to_owned(),
        template_version: row.template_version,
        demonstration: fields.demonstration,
    })
}

/// The frozen fields of a row.
pub(crate) fn read(row: &certificate::Model) -> Result<Fields, Error> {
    serde_json::from_str(&row.fields).map_err(|error| Error::System(format!("certificate {}: {error}", row.id)))
}
