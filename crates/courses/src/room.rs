//! The way into the room of a masterclass, at its time only.

use crate::{Courses, Error, rules::live};

impl Courses {
    /// The address of the room, when it lets in now; `None` before its time and after it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a course without a room.
    pub async fn room(&self, slug: &str) -> Result<Option<String>, Error> {
        let on_shelf = self.published(slug).await?;
        let course = self.document(on_shelf.newest().id).await?;
        let live = course.live.as_ref().ok_or(Error::NotFound)?;
        let (link, hours) = live.link.clone().zip(live::hours(live)).ok_or(Error::NotFound)?;
        Ok(hours.lets_in(self.clock.now()).then_some(link))
    }
}
