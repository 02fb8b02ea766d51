//! What the outside sees of a certificate: every printed field and the state.

use database::entity::certificate;
use serde::Serialize;
use utoipa::ToSchema;
use vocabulary::{Band, Locale, Timestamp, from_millis};

use crate::{Code, Error, fields::Fields};

/// A certificate.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CertificateView {
    /// Its number, in groups.
    pub code: String,
    /// `valid`, `replaced`, `revoked`, `expired`.
    pub state: String,
    /// The moment this answer was made.
    pub checked_at: String,
    /// `attendance` or `completion`.
    pub kind: String,
    /// The holder's name.
    pub holder: String,
    /// The course's title.
    pub course: String,
    /// The title's language.
    pub course_lang: Locale,
    /// The course's key.
    pub slug: String,
    /// `online`.
    pub modality: String,
    /// How long the course was.
    pub hours: HoursView,
    /// There was nothing to check in it.
    pub reading_only: bool,
    /// Who certifies.
    pub issuer: IssuerView,
    /// The town of issue.
    pub place: Option<String>,
    /// When it was issued.
    pub issued_at: String,
    /// The day of issue as it is printed.
    pub issued_on: String,
    /// The first day as it is printed.
    pub started_at: String,
    /// The last day as it is printed.
    pub completed_at: String,
    /// The titles of the units.
    pub units: Vec<String>,
    /// The result, per cent.
    pub result: Option<u8>,
    /// The competences.
    pub competences: Vec<CompetenceLine>,
    /// The framework of the competences.
    pub framework: String,
    /// Name and post of whoever signs.
    pub signatory: Option<String>,
    /// The language of the document.
    pub language: Locale,
    /// When it was revoked.
    pub revoked_at: Option<String>,
    /// `error`, `fraud`, `request` or `other`.
    pub reason: Option<String>,
    /// The number that replaces it.
    pub replaced_by: Option<String>,
    /// A code for the sentence that every certificate carries.
    pub statement: String,
    /// From a demonstration: worth nothing.
    pub demonstration: bool,
    /// The version of the template that it is drawn from.
    pub template_version: i32,
}

/// Hours.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HoursView {
    /// How many, in quarters.
    pub total: f64,
    /// `nominal` or `measured`.
    pub kind: String,
}

/// Who certifies.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct IssuerView {
    /// Legal name.
    pub name: String,
    /// Tax number.
    pub tax_number: Option<String>,
    /// An invented body.
    pub fictitious: bool,
}

/// A competence as it is printed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CompetenceLine {
    /// `4.1`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Its band.
    pub band: Band,
}

pub(crate) fn view(
    row: &certificate::Model,
    replaced_by: Option<String>,
    now: Timestamp,
) -> Result<CertificateView, Error> {
    let fields: Fields = serde_json::from_str(&row.fields)?;
    let code: Code = row.code.parse().map_err(|_| Error::NotFound)?;
    Ok(CertificateView {
        code: code.grouped(),
        state: row.state.clone(),
        checked_at: now.to_string(),
        kind: fields.kind,
        holder: fields.holder,
        course: fields.course,
        course_lang: fields.course_lang,
        slug: fields.slug,
        modality: "online".to_owned(),
        hours: HoursView { total: fields.hours, kind: fields.hours_kind },
        reading_only: fields.reading_only,
        issuer: IssuerView { name: fields.issuer, tax_number: fields.tax_number, fictitious: fields.demonstration },
        place: fields.place,
        issued_at: from_millis(row.issued_at).to_string(),
        issued_on: fields.issued_on,
        started_at: fields.started_on,
        completed_at: fields.completed_on,
        units: fields.units,
        result: fields.result,
        competences: fields
            .competences
            .into_iter()
            .map(|known| CompetenceLine { id: known.id, label: known.label, band: known.band })
            .collect(),
        framework: fields.framework,
        signatory: fields.signatory,
        language: fields.language,
        revoked_at: row.revoked_at.map(|at| from_millis(at).to_string()),
        reason: row.revoke_reason.clone(),
        replaced_by,
        statement: "no-official-qualification".to_owned(),
        demonstration: fields.demonstration,
        template_version: row.template_version,
    })
}
