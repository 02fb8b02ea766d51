//! Certificates in lists: a person's own, and all of them for the administration.

use std::collections::HashMap;

use accounts::{Actor, Administrator, Permit};
use database::entity::certificate;
use uuid::Uuid;
use vocabulary::{Page, PageRequest, VersionId};

use crate::queries::{Filter, Place};
use crate::service::Credentials;
use crate::views::{CertificateView, view};
use crate::{Error, fields, queries};

/// Figures for the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Certificates that are valid.
    pub issued: u64,
    /// Finished courses whose certificate waits for somebody who issues.
    pub waiting: u64,
}

impl Credentials {
    /// The actor's own, the newest first.
    ///
    /// # Errors
    /// [`Error::Cursor`].
    pub async fn mine(&self, actor: &Actor, page: &PageRequest) -> Result<Page<CertificateView>, Error> {
        self.page(Filter { learner: Some(actor.subject()), today: self.today(), ..Filter::default() }, page).await
    }

    /// All, the newest first; `q` is part of a number, of a holder's name or of a course's title.
    ///
    /// # Errors
    /// [`Error::Cursor`].
    pub async fn list(
        &self,
        _permit: &Permit<Administrator>,
        q: Option<&str>,
        state: Option<&str>,
        page: &PageRequest,
    ) -> Result<Page<CertificateView>, Error> {
        let q = q.map(str::trim).filter(|q| !q.is_empty()).map(str::to_owned);
        let state = state.filter(|state| !state.is_empty()).map(str::to_owned);
        self.page(Filter { q, state, learner: None, today: self.today() }, page).await
    }

    /// How many there are, and how many wait.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn counts(&self, _permit: &Permit<Administrator>) -> Result<Counts, Error> {
        let issued = queries::count_valid(self.db.read(), &self.today()).await?;
        let by_version = queries::waiting_by_version(self.db.read()).await?;
        let versions: Vec<VersionId> = by_version.iter().map(|(version, _)| VersionId(*version)).collect();
        let documents = self.progress.documents(&versions).await?;
        // Of the finished enrolments without a certificate, only those of courses that give one are waiting.
        let gives = |version| documents.get(&VersionId(version)).is_some_and(|course| fields::rule(course).is_some());
        let waiting =
            by_version.into_iter().filter(|(version, _)| gives(*version)).map(|(_, count)| count).sum::<i64>();
        let waiting = u64::try_from(waiting).unwrap_or(0);
        Ok(Counts { issued, waiting })
    }

    async fn page(&self, filter: Filter, page: &PageRequest) -> Result<Page<CertificateView>, Error> {
        let after = page.cursor.as_deref().map(|cursor| Place::parse(cursor).ok_or(Error::Cursor)).transpose()?;
        let rows = queries::list(self.db.read(), &filter, after, u64::from(page.limit) + 1).await?;
        let rows = Page::from_extra(rows, page.limit, |row| Place::of(row).to_string());
        let ids: Vec<Uuid> = rows.items.iter().filter_map(|row| row.replaced_by).collect();
        let successors: HashMap<Uuid, certificate::Model> = if ids.is_empty() {
            HashMap::new()
        } else {
            queries::of_ids(self.db.read(), ids).await?.into_iter().map(|row| (row.id, row)).collect()
        };
        let today = self.moment();
        let shown = |row: &certificate::Model| view(row, row.replaced_by.and_then(|id| successors.get(&id)), &today);
        let items = rows.items.iter().map(shown).collect::<Result<_, _>>()?;
        Ok(Page { items, next: rows.next })
    }
}
