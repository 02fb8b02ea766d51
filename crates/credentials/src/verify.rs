//! Verifying: whoever has the number sees every printed field and the state of this moment.

use std::collections::HashMap;

use uuid::Uuid;
use vocabulary::EnrolmentId;

use crate::number::Number;
use crate::service::Credentials;
use crate::views::{CertificateView, view};
use crate::{Error, queries};

impl Credentials {
    /// The certificate of that number.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a number whose check is wrong is refused without a look into the database.
    pub async fn verify(&self, typed: &str) -> Result<CertificateView, Error> {
        let number = Number::parse(typed).ok_or(Error::NotFound)?;
        let row = queries::of_number(self.db.read(), &number).await?.ok_or(Error::NotFound)?;
        let successor = match row.replaced_by {
            Some(id) => queries::of_id(self.db.read(), id).await?,
            None => None,
        };
        view(&row, successor.as_ref(), &self.moment())
    }

    /// The newest certificate of an enrolment. The caller has checked whose enrolment it is.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of_enrolment(&self, enrolment: EnrolmentId) -> Result<Option<CertificateView>, Error> {
        let row = queries::of_enrolment(self.db.read(), enrolment).await?;
        row.map(|row| view(&row, None, &self.moment())).transpose()
    }

    /// The newest certificates of several enrolments, by enrolment; those without one are left out.
    ///
    /// # Errors
    /// As [`Self::of_enrolment`].
    pub async fn of_enrolments(&self, enrolments: &[Uuid]) -> Result<HashMap<Uuid, CertificateView>, Error> {
        let now = self.moment();
        let rows = queries::of_enrolments(self.db.read(), enrolments).await?;
        rows.into_iter().map(|row| Ok((row.enrolment_id, view(&row, None, &now)?))).collect()
    }
}
