//! What could come after a finished course, with a reason a person can check: it leads on in an area just learned, or it is for
//! the same people.

use course_format::model::Course;
use serde_json::json;
use vocabulary::{Competence, SubjectId};

use crate::{
    Error, Progress, queries,
    service::Place,
    summary::title_of,
    views::{NextCourse, Reason},
};

/// Enrolments looked at to leave out what a learner knows already.
const KNOWN: u64 = 200;

impl Progress {
    pub(crate) async fn next_course(&self, learner: SubjectId, place: &Place) -> Result<Option<NextCourse>, Error> {
        let known = queries::of_learner(&self.db, learner.0, None, KNOWN).await?;
        let mut best: Option<(u32, NextCourse)> = None;
        for shelf in self.courses.all_published().await? {
            if known.iter().any(|row| row.course_id == shelf.course.0) {
                continue;
            }
            let course = self.courses.document(shelf.newest().id).await?;
            let Some((score, reason)) = fit(&place.course, &course, place) else { continue };
            // The first by key wins among equals: the list is sorted, the answer stable.
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                let title = title_of(&course.texts, place.locale(), course.original());
                best = Some((score, NextCourse { slug: shelf.slug.clone(), title, reason }));
            }
        }
        Ok(best.map(|(_, next)| next))
    }
}

/// How well a course follows another, and why. Courses that the learner cannot read in their language do not follow.
fn fit(done: &Course, next: &Course, place: &Place) -> Option<(u32, Reason)> {
    if !next.languages.contains(&place.locale()) {
        return None;
    }
    let area = |id: &str| id.split('.').next().unwrap_or_default().to_owned();
    let reached = |id: &str| done.competences.iter().filter(|tag| area(&tag.id) == area(id)).map(|tag| tag.level).max();
    let onward = next.competences.iter().find(|tag| reached(&tag.id).is_some_and(|level| tag.level > level));
    let same_area = next.competences.iter().find(|tag| reached(&tag.id).is_some());
    let same_people = next.audiences.iter().find(|audience| done.audiences.contains(audience));
    let label = |id: &str| Competence::find(id).map_or("", |known| known.name(place.locale()));
    let (score, code, params) = match (onward, same_area, same_people) {
        (Some(tag), ..) => (3, "leads-on", json!({ "competence": tag.id, "label": label(&tag.id) })),
        (_, Some(tag), _) => (2, "same-area", json!({ "competence": tag.id, "label": label(&tag.id) })),
        (_, _, Some(audience)) => (1, "same-audience", json!({ "audience": audience })),
        _ => return None,
    };
    Some((score, Reason { code: code.to_owned(), params }))
}
