//! Verifying: every printed field, and whether it holds now.

use database::entity::certificate;
use uuid::Uuid;

use crate::{CertificateView, Code, Credentials, Error, queries, views};

impl Credentials {
    /// The certificate of a number, as people copy it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a number that is none of ours; a mistyped one is not even looked up.
    pub async fn verify(&self, code: &str) -> Result<CertificateView, Error> {
        let row = self.find(code).await?;
        self.view(&row).await
    }

    pub(crate) async fn find(&self, code: &str) -> Result<certificate::Model, Error> {
        let code: Code = code.parse().map_err(|_| Error::NotFound)?;
        queries::by_code(self.db.read(), &code.plain()).await?.ok_or(Error::NotFound)
    }

    pub(crate) async fn view(&self, row: &certificate::Model) -> Result<CertificateView, Error> {
        let replaced_by = match row.replaced_by {
            Some(id) => self.code_of(id).await?,
            None => None,
        };
        views::view(row, replaced_by, self.clock.now())
    }

    async fn code_of(&self, id: Uuid) -> Result<Option<String>, Error> {
        let row = queries::by_id(&self.db, id).await?;
        Ok(row.and_then(|row| row.code.parse::<Code>().ok()).map(Code::grouped))
    }
}
