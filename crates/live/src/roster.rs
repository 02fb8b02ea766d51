//! Who has a seat, for whoever keeps the attendance list.

use accounts::{Administrator, Permit, Scope};
use uuid::Uuid;
use vocabulary::{Page, PageRequest, SubjectId, from_millis};

use crate::{Error, Live, queries, views::RosterSeat};

impl Live {
    /// Those who have a seat or wait for one, in the order in which they asked. People are named as far as the scope reaches.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Cursor`].
    pub async fn roster(
        &self,
        scope: &Scope,
        _permit: &Permit<Administrator>,
        id: Uuid,
        page: &PageRequest,
    ) -> Result<Page<RosterSeat>, Error> {
        let session = self.row(id).await?.id;
        let parse = |cursor: &String| cursor.parse::<i64>().map_err(|_| Error::Cursor);
        let after = page.cursor.as_ref().map(parse).transpose()?;
        let rows = queries::line(self.db.read(), session, after, u64::from(page.limit) + 1).await?;
        let rows = Page::from_extra(rows, page.limit, |row| row.turn.to_string());
        let learners: Vec<SubjectId> = rows.items.iter().map(|row| SubjectId(row.learner)).collect();
        let mut people = self.accounts.people_of(scope, &learners).await?;
        Ok(rows.map(|row| {
            let card = people.remove(&SubjectId(row.learner));
            let (name, login) = card.map_or_else(Default::default, |card| (card.name, card.login));
            RosterSeat {
                learner: row.learner,
                name,
                login,
                state: row.state,
                booked_at: from_millis(row.booked_at).to_string(),
                joined_at: row.joined_at.map(|at| from_millis(at).to_string()),
                present: row.present,
            }
        }))
    }
}
