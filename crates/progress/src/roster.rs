//! Who is enrolled and how far, for administrators.

use std::collections::HashMap;

use accounts::{Administrator, Permit, Scope};
use database::entity::{enrolment, person, sign_in, subject};
use sea_orm::sea_query::{Func, LikeExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;
use vocabulary::{Locale, Page, PageRequest, SubjectId, from_millis, millis};

use crate::{
    Error, Progress, learning::enrolment_state, my_learning::parse_cursor, queries, service::Place, summary::title_of,
    views::RosterLine,
};

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

/// Figures of one course or of the whole service. Whoever had what they needed has not stopped: the two are counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Enrolments ever made.
    pub enrolments: u64,
    /// Of these, completed.
    pub completions: u64,
    /// Of these, closed by learners who had what they needed.
    pub closed: u64,
    /// Of these, going on, but without a sign of their learner for four weeks.
    pub stopped: u64,
}

/// After so many milliseconds without a sign of its learner an enrolment counts as stopped: four weeks, as the rhythm shows.
const STOPPED_AFTER: i64 = 28 * 86_400_000;

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
        let told = |place: &Place| {
            let row = &place.row;
            let card = people.get(&SubjectId(row.learner));
            RosterLine {
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
            }
        };
        Ok(Page { items: self.places_of(rows.items).await?.iter().map(told).collect(), next: rows.next })
    }

    /// Figures of the whole service.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn totals(&self, _permit: &Permit<Administrator>) -> Result<Totals, Error> {
        Ok(self.count(None).await?.into_values().fold(Totals::default(), |sum, one| Totals {
            enrolments: sum.enrolments + one.enrolments,
            completions: sum.completions + one.completions,
            closed: sum.closed + one.closed,
            stopped: sum.stopped + one.stopped,
        }))
    }

    /// Figures of courses by their key; a course without enrolments is left out.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn totals_of(
        &self,
        _permit: &Permit<Administrator>,
        slugs: &[&str],
    ) -> Result<HashMap<String, Totals>, Error> {
        let all = self.courses.all_published().await?;
        let named: HashMap<Uuid, &str> = all
            .iter()
            .filter(|shelf| slugs.contains(&shelf.slug.as_str()))
            .map(|shelf| (shelf.course.0, shelf.slug.as_str()))
            .collect();
        let counted = self.count(Some(named.keys().copied().collect())).await?;
        Ok(counted
            .into_iter()
            .filter_map(|(course, totals)| Some(((*named.get(&course)?).to_owned(), totals)))
            .collect())
    }

    /// Figures by course: of these courses, or of all.
    async fn count(&self, courses: Option<Vec<Uuid>>) -> Result<HashMap<Uuid, Totals>, Error> {
        let counted = queries::count_by_course(&self.db, courses.as_deref(), None).await?;
        let before = millis(self.clock.now()) - STOPPED_AFTER;
        let quiet = queries::count_by_course(&self.db, courses.as_deref(), Some(before)).await?;
        let mut totals: HashMap<Uuid, Totals> = HashMap::new();
        for (course, state, count) in counted {
            let of_course = totals.entry(course).or_default();
            of_course.enrolments += count;
            match state.as_str() {
                enrolment_state::COMPLETED => of_course.completions += count,
                enrolment_state::CLOSED => of_course.closed += count,
                _ => {}
            }
        }
        for (course, state, count) in quiet {
            if state == enrolment_state::ACTIVE {
                totals.entry(course).or_default().stopped += count;
            }
        }
        Ok(totals)
    }
}

/// The subjects whose name or sign-in holds the words.
fn named(q: &str) -> sea_orm::sea_query::SelectStatement {
    let q = q.trim();
    let by_name =
        person::Entity::find().select_only().column(person::Column::Id).filter(holds(person::Column::Name, q));
    let by_login = sign_in::Entity::find()
        .select_only()
        .column(sign_in::Column::PersonId)
        .filter(holds(sign_in::Column::Login, q));
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

/// The column holds the words, in capitals or not. A sign that databases read as "anything" is a sign like any other.
fn holds(column: impl ColumnTrait, q: &str) -> Condition {
    // Brings more than one `min` along, so it is kept to this function.
    use sea_orm::sea_query::ExprTrait;
    let pattern = |q: &str| {
        let escaped = q.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        LikeExpr::new(format!("%{escaped}%")).escape('\\')
    };
    // SQLite makes only the letters of English small: as it was typed is looked for, too.
    let small = Func::lower(column.into_expr()).like(pattern(&q.to_lowercase()));
    Condition::any().add(small).add(column.into_expr().like(pattern(q)))
}
