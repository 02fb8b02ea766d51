//! The document of a certificate, drawn from what was frozen. Never stored: it can be drawn again, to the byte.

use std::sync::Arc;

use database::entity::certificate;
use print::Document;
use print::certificate::{Certificate, Competence, Hours, HoursKind, Issuer, Kind, Modality};

use crate::number::{Number, grouped};
use crate::service::Credentials;
use crate::views::read;
use crate::{Error, queries};

/// A document to hand out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// Without the ending; made of the number alone.
    pub file_name: String,
    /// The document.
    pub bytes: Vec<u8>,
}

impl Credentials {
    /// The document of the certificate of that number, also when it was revoked: it is what was issued.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Print`].
    pub async fn pdf(&self, typed: &str) -> Result<Pdf, Error> {
        let number = Number::parse(typed).ok_or(Error::NotFound)?;
        let row = queries::of_number(self.db.read(), &number).await?.ok_or(Error::NotFound)?;
        let file_name = format!("{}-{}", row.kind, number.grouped());
        // Many who ask for the same one at once wait for one drawing.
        let drawn = self.documents.try_get_with(row.id, self.draw(row)).await;
        let bytes = drawn.map_err(|error: Arc<Error>| (*error).clone())?;
        Ok(Pdf { file_name, bytes: bytes.to_vec() })
    }

    async fn draw(&self, row: certificate::Model) -> Result<Arc<Vec<u8>>, Error> {
        let template = self.template(row.template_version).await?;
        let certificate = printed(&row)?;
        let system = |error: String| Error::System(error);
        let permit = Arc::clone(&self.drawing).acquire_owned().await.map_err(|error| system(error.to_string()))?;
        tokio::task::spawn_blocking(move || {
            let drawn = print::render(&Document { template: &template, certificate: &certificate });
            drop(permit);
            drawn.map(Arc::new).map_err(Error::from)
        })
        .await
        .map_err(|error| system(error.to_string()))?
    }
}

/// The frozen fields as the template reads them.
fn printed(row: &certificate::Model) -> Result<Certificate, Error> {
    let fields = read(row)?;
    Ok(Certificate {
        template_version: u32::try_from(row.template_version).unwrap_or_default(),
        language: row.language.parse().unwrap_or_default(),
        demonstration: fields.demonstration,
        kind: if row.kind == "completion" { Kind::Completion } else { Kind::Attendance },
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
        expires_on: fields.expires_on,
        units: fields.units,
        result: fields.result,
        competences: fields
            .competences
            .into_iter()
            .map(|one| Competence { id: one.id, label: one.label, band: one.band })
            .collect(),
        framework: fields.framework,
        signatory: fields.signatory,
        code: grouped(&row.code),
        verify_url: fields.verify_url,
    })
}
