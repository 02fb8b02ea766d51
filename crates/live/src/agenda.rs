//! The agenda: what is coming, for everybody.

use accounts::{Actor, Administrator, Permit};
use database::entity::live_session;
use uuid::Uuid;
use vocabulary::{CourseId, Locale, Page, PageRequest, SubjectId, from_millis, millis};

use crate::{
    Error, Live,
    queries::{self, Place, Which},
    rooms::room_view,
    rules::hour::DOORS,
    views::{SeatView, SessionView},
};

impl Live {
    /// What is planned and not over, the next one first.
    ///
    /// # Errors
    /// [`Error::Cursor`]; or when the database fails.
    pub async fn agenda(
        &self,
        actor: Option<&Actor>,
        locale: Locale,
        page: &PageRequest,
    ) -> Result<Page<SessionView>, Error> {
        let which = Which { coming_at: Some(millis(self.clock.now())), ..Which::default() };
        self.list(which, actor.map(Actor::subject), locale, page).await
    }

    /// Every session that was ever planned, the last one first.
    ///
    /// # Errors
    /// As [`Self::agenda`].
    pub async fn plans(
        &self,
        _permit: &Permit<Administrator>,
        locale: Locale,
        page: &PageRequest,
    ) -> Result<Page<SessionView>, Error> {
        self.list(Which { newest_first: true, ..Which::default() }, None, locale, page).await
    }

    /// One session.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn session(&self, actor: Option<&Actor>, id: Uuid, locale: Locale) -> Result<SessionView, Error> {
        let row = self.row(id).await?;
        self.views(vec![row], actor.map(Actor::subject), locale).await?.pop().ok_or(Error::NotFound)
    }

    pub(crate) async fn list(
        &self,
        which: Which,
        learner: Option<SubjectId>,
        locale: Locale,
        page: &PageRequest,
    ) -> Result<Page<SessionView>, Error> {
        let after = page.cursor.as_deref().map(Place::parse).transpose()?;
        let rows = queries::sessions(self.db.read(), which, after, u64::from(page.limit) + 1).await?;
        let rows = Page::from_extra(rows, page.limit, Place::of);
        Ok(Page { items: self.views(rows.items, learner, locale).await?, next: rows.next })
    }

    /// The sessions with their course, room and seats: one statement for each of these, however many sessions there are. One
    /// whose course is not published any more is left out.
    async fn views(
        &self,
        rows: Vec<live_session::Model>,
        learner: Option<SubjectId>,
        locale: Locale,
    ) -> Result<Vec<SessionView>, Error> {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let courses: Vec<CourseId> = rows.iter().map(|row| CourseId(row.course_id)).collect();
        let rooms: Vec<Uuid> = rows.iter().filter_map(|row| row.room_id).collect();
        let names = self.courses.names(&courses, locale).await?;
        let rooms = queries::rooms_by_id(self.db.read(), &rooms).await?;
        let taken = queries::taken(self.db.read(), &ids).await?;
        let mut mine = match learner {
            Some(learner) => queries::seats_of(self.db.read(), learner, &ids).await?,
            None => std::collections::HashMap::new(),
        };
        let whole = |number: i64| u32::try_from(number).unwrap_or(0);
        let view = |row: live_session::Model| {
            let name = names.get(&CourseId(row.course_id))?;
            let (booked, waiting) = taken.get(&row.id).copied().unwrap_or_default();
            let places = row.places.map(|places| whole(places.into()));
            Some(SessionView {
                id: row.id,
                slug: name.slug.clone(),
                title: name.title.clone(),
                title_lang: name.title_lang,
                starts: from_millis(row.starts_at).to_string(),
                ends: from_millis(row.ends_at).to_string(),
                minutes: whole((row.ends_at - row.starts_at) / 60_000),
                opens: from_millis(row.starts_at - DOORS).to_string(),
                room: row.room_id.and_then(|id| rooms.get(&id)).map(room_view),
                online: row.link.is_some(),
                places,
                free: places.map(|places| places.saturating_sub(booked)),
                booked,
                waiting,
                mine: mine.remove(&row.id).map(|seat| SeatView {
                    state: seat.state,
                    joined_at: seat.joined_at.map(|at| from_millis(at).to_string()),
                    present: seat.present,
                }),
                calendar: format!("/api/v1/sessions/{}/calendar.ics", row.id),
                state: row.state,
            })
        };
        Ok(rows.into_iter().filter_map(view).collect())
    }
}
