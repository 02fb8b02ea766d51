//! Who is enrolled and how far, for administrators.

use accounts::{Administrator, Permit, Scope};
use database::entity::{enrolment, person, sign_in, subject};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;
use vocabulary::{Locale, Page, PageRequest, SubjectId, from_millis};

use crate::{Error, Progress, my_learning::parse_cursor, summary::title_of, views::RosterLine};

/// What to show of the roster.
#[derive(Clone, Debug, Default)]
pub struct RosterFilter {
    /// One course.
    pub course: Option<String>,
    /// `active`, `completed`, `closed` or `withdrawn`.
    pub state: Option<String>,
    /// Part of a name or a sign-in.
    pub q: Option<String>,
}

/// Figures of the whole service.
#[derive(Clone, Copy, Debug, Default)]
pub struct Totals {
    /// Enrolments ever made.
    pub enrolments: u64,
    /// Of these, completed.
    pub completions: u64,
}

impl Progress {
    /// A page of the roster, the newest enrolments first. People are named as far as the scope reaches.
    ///
    /// # Errors
    /// [`Error::Invalid`] for an unknown cursor.
    pub async fn roster(
        &self,
        scope: &Scope,
        _permit: &Permit<Administrator>,
        filter: &RosterFilter,
        locale: Locale,
        page: &PageRequest,
    ) -> Result<Page<RosterLine>, Error> {
        let mut query = enrolment::Entity::find()
            .order_by_desc(enrolment::Column::StartedAt)
            .order_by_desc(enrolment::Column::Id)
            .limit(u64::from(page.limit) + 1);
        if let Some(slug) = &filter.course {
            match self.courses.published(slug).await {
                Ok(shelf) => query = query.filter(enrolment::Column::CourseId.eq(shelf.course.0)),
                Err(courses::Error::NotFound) => return Ok(Page { items: vec![], next: None }),
                Err(error) => return Err(error.into()),
            }
        }
        if let Some(state) = &filter.state {
            query = query.filter(enrolment::Column::State.eq(state.as_str()));
        }
        if let Some(q) = filter.q.as_deref().filter(|q| !q.trim().is_empty()) {
            query = query.filter(enrolment::Column::Learner.in_subquery(named(q)));
        }
        if let Some(cursor) = &page.cursor {
            let (at, id) = parse_cursor(cursor)?;
            query = query.filter(
                Condition::any()
                    .add(enrolment::Column::StartedAt.lt(at))
                    .add(Condition::all().add(enrolment::Column::StartedAt.eq(at)).add(enrolment::Column::Id.lt(id))),
            );
        }
        let cursor = |row: &enrolment::Model| format!("{}.{}", row.started_at, row.id);
        let rows = Page::from_extra(query.all(self.db.read()).await?, page.limit, cursor);
        let learners: Vec<SubjectId> = rows.items.iter().map(|row| SubjectId(row.learner)).collect();
        let people = self.accounts.people_of(scope, &learners).await?;
        let mut items = Vec::with_capacity(rows.items.len());
        for row in rows.items {
            let place = self.place_of(row).await?;
            let row = &place.row;
            let card = people.get(&SubjectId(row.learner));
            items.push(RosterLine {
                id: row.id,
                person_name: card.map_or(String::new(), |card| card.name.clone()),
                login: card.map_or(String::new(), |card| card.login.clone()),
                slug: place.course.slug.clone(),
                title: title_of(&place.course.texts, locale, place.course.original()),
                state: row.state.clone(),
                percent: row.done_units.min(row.total_units) * 100 / row.total_units.max(1),
                done_units: row.done_units,
                total_units: row.total_units,
                started_at: from_millis(row.started_at).to_string(),
                last_at: from_millis(row.last_at).to_string(),
                completed_at: row.completed_at.map(|at| from_millis(at).to_string()),
            });
        }
        Ok(Page { items, next: rows.next })
    }

    /// Enrolments and completions in all.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn totals(&self, _permit: &Permit<Administrator>) -> Result<Totals, Error> {
        self.count(None).await
    }

    /// Enrolments and completions of one course; none for a course that was never published.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn totals_of(&self, _permit: &Permit<Administrator>, slug: &str) -> Result<Totals, Error> {
        match self.courses.published(slug).await {
            Ok(shelf) => self.count(Some(shelf.course.0)).await,
            Err(courses::Error::NotFound) => Ok(Totals::default()),
            Err(error) => Err(error.into()),
        }
    }

    async fn count(&self, course: Option<Uuid>) -> Result<Totals, Error> {
        let mut all = enrolment::Entity::find();
        if let Some(course) = course {
            all = all.filter(enrolment::Column::CourseId.eq(course));
        }
        let completed = all.clone().filter(enrolment::Column::CompletedAt.is_not_null());
        Ok(Totals { enrolments: all.count(self.db.read()).await?, completions: completed.count(self.db.read()).await? })
    }
}

/// The subjects whose name or sign-in holds the words.
fn named(q: &str) -> sea_orm::sea_query::SelectStatement {
    let q = q.trim();
    let by_name =
        person::Entity::find().select_only().column(person::Column::Id).filter(person::Column::Name.contains(q));
    let by_login = sign_in::Entity::find()
        .select_only()
        .column(sign_in::Column::PersonId)
        .filter(sign_in::Column::Login.contains(q.to_lowercase()));
    subject::Entity::find()
        .select_only()
        .column(subject::Column::Id)
        .filter(
            Condition::any()
                .add(subject::Column::PersonId.in_subquery(by_name.into_query()))
                .add(subject::Column::PersonId.in_subquery(by_login.into_query())),
        )
        .into_query()
}
