//! A person's own sessions.

use accounts::Actor;
use vocabulary::{Locale, Page, PageRequest, millis};

use crate::{Error, Live, queries::Which, views::SessionView};

impl Live {
    /// Those in which the actor has a seat or waits for one and that are not over, called off or not, the next one first.
    ///
    /// # Errors
    /// [`Error::Cursor`]; or when the database fails.
    pub async fn my_sessions(
        &self,
        actor: &Actor,
        locale: Locale,
        page: &PageRequest,
    ) -> Result<Page<SessionView>, Error> {
        let learner = actor.subject();
        let which = Which { coming_at: Some(millis(self.clock.now())), of: Some(learner), ..Which::default() };
        self.list(which, Some(learner), locale, page).await
    }
}
