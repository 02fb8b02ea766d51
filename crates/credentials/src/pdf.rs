//! The document: drawn from the frozen fields and the version of the template that the certificate was issued with.

use std::sync::Arc;

use database::entity::certificate;
use print::certificate::{Certificate, Competence, Hours, HoursKind, Issuer, Kind, Modality};

use crate::{Code, Credentials, Error, fields::Fields, queries};

/// A drawn document.
#[derive(Clone, Debug)]
pub struct Pdf {
    /// The number, for the file's name.
    pub file_name: String,
    /// PDF/A-2a and PDF/UA-1.
    pub bytes: Vec<u8>,
}

impl Credentials {
    /// The document of a certificate.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Print`] when it cannot be drawn.
    pub async fn pdf(&self, code: &str) -> Result<Pdf, Error> {
        let row = self.find(code).await?;
        let file_name = row.code.clone();
        if let Some(bytes) = self.drawn.get(&row.code) {
            return Ok(Pdf { file_name, bytes: bytes.to_vec() });
        }
        let body = queries::template(&self.db, row.template_version).await?.ok_or(Error::NotFound)?;
        let certificate = printed(&row)?;
        let bytes = tokio::task::spawn_blocking(move || {
            let template = print::Template::new(&body)?;
            print::render(&print::Document { template: &template, certificate: &certificate })
        })
        .await
        .map_err(|error| Error::System(error.to_string()))??;
        self.drawn.insert(row.code, Arc::new(bytes.clone()));
        Ok(Pdf { file_name, bytes })
    }
}

fn printed(row: &certificate::Model) -> Result<Certificate, Error> {
    let fields: Fields = serde_json::from_str(&row.fields)?;
    let code: Code = row.code.parse().map_err(|_| Error::NotFound)?;
    Ok(Certificate {
        template_version: u32::try_from(row.template_version).unwrap_or(0),
        language: fields.language,
        demonstration: fields.demonstration,
        kind: if fields.kind == "completion" { Kind::Completion } else { Kind::Attendance },
        holder: fields.holder,
        course: fields.course,
        course_lang: fields.course_lang,
        modality: Modality::Online,
        hours: Hours {
            total: fields.hours,
            kind: if fields.hours_kind == "measured" { HoursKind::Measured } else { HoursKind::Nominal },
        },
        reading_only: fields.reading_only,
        issuer: Issuer { name: fields.issuer, tax_number: fields.tax_number },
        place: fields.place,
        issued_on: fields.issued_on,
        started_on: fields.started_on,
        completed_on: fields.completed_on,
        units: fields.units,
        result: fields.result,
        competences: fields
            .competences
            .into_iter()
            .map(|known| Competence { id: known.id, label: known.label, band: known.band })
            .collect(),
        framework: fields.framework,
        signatory: fields.signatory,
        code: code.grouped(),
        verify_url: fields.verify_url,
    })
}
