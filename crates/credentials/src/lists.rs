//! Lists of certificates: a person's own, and all of them for administrators.

use accounts::{Actor, Administrator, Permit};
use database::entity::certificate;
use uuid::Uuid;
use vocabulary::{EnrolmentId, Page, PageRequest};

use crate::{
    CertificateView, Credentials, Error,
    queries::{self, Narrow},
};

impl Credentials {
    /// The actor's certificates, the newest first.
    ///
    /// # Errors
    /// [`Error::Invalid`] for an unknown cursor.
    pub async fn mine(&self, actor: &Actor, page: &PageRequest) -> Result<Page<CertificateView>, Error> {
        let narrow = Narrow { learner: Some(actor.subject().0), ..Narrow::default() };
        self.page(narrow, page).await
    }

    /// All certificates, the newest first.
    ///
    /// # Errors
    /// [`Error::Invalid`] for an unknown cursor.
    pub async fn list(
        &self,
        _permit: &Permit<Administrator>,
        q: Option<&str>,
        state: Option<&str>,
        page: &PageRequest,
    ) -> Result<Page<CertificateView>, Error> {
        let said = |text: &&str| !text.trim().is_empty();
        self.page(Narrow { q: q.filter(said), state: state.filter(said), ..Narrow::default() }, page).await
    }

    /// The certificate of an enrolment, once it is issued.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of_enrolment(&self, enrolment: EnrolmentId) -> Result<Option<CertificateView>, Error> {
        match queries::of_enrolment(self.db.read(), enrolment.0).await? {
            Some(row) => self.view(&row).await.map(Some),
            None => Ok(None),
        }
    }

    async fn page(&self, narrow: Narrow<'_>, page: &PageRequest) -> Result<Page<CertificateView>, Error> {
        let after = page.cursor.as_deref().map(parse).transpose()?;
        let rows = queries::page(&self.db, Narrow { after, ..narrow }, u64::from(page.limit) + 1).await?;
        let cursor = |row: &certificate::Model| format!("{}.{}", row.issued_at, row.id);
        let rows = Page::from_extra(rows, page.limit, cursor);
        let mut items = Vec::with_capacity(rows.items.len());
        for row in &rows.items {
            items.push(self.view(row).await?);
        }
        Ok(Page { items, next: rows.next })
    }
}

fn parse(cursor: &str) -> Result<(i64, Uuid), Error> {
    let parts = cursor.split_once('.').and_then(|(at, id)| Some((at.parse().ok()?, id.parse().ok()?)));
    parts.ok_or(Error::Invalid("/cursor"))
}
