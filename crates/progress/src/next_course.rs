//! What could come after a finished course, with a reason a person can check: it leads on in an area just learned, or it is for
//! the same people.

use course_format::model::Course;
use courses::views::CourseCard;
use serde_json::json;
use vocabulary::{Competence, Locale, SubjectId};

use crate::{
    Error, Progress, queries,
    service::Place,
    views::{NextCourse, Reason},
};

/// Enrolments looked at to leave out what a learner knows already.
const KNOWN: u64 = 200;

impl Progress {
    pub(crate) async fn next_course(&self, learner: SubjectId, place: &Place) -> Result<Option<NextCourse>, Error> {
        let known = queries::of_learner(&self.db, learner.0, None, KNOWN).await?;
        let mut best: Option<(u32, NextCourse)> = None;
        for (id, card) in self.courses.shelf_cards(place.locale()).await? {
            if known.iter().any(|row| row.course_id == id.0) {
                continue;
            }
            let Some((score, reason)) = fit(&place.course, &card, place.locale()) else { continue };
            // The first by key wins among equals: the list is sorted, the answer stable.
            if best.as_ref().is_none_or(|(known, _)| score > *known) {
                best = Some((score, NextCourse { slug: card.slug, title: card.title, reason }));
            }
        }
        Ok(best.map(|(_, next)| next))
    }
}

/// How well a course follows another, and why. Courses that the learner cannot read in their language do not follow.
fn fit(done: &Course, next: &CourseCard, locale: Locale) -> Option<(u32, Reason)> {
    if !next.languages.contains(&locale) {
        return None;
    }
    let area = |id: &str| id.split('.').next().unwrap_or_default().to_owned();
    let reached = |id: &str| done.competences.iter().filter(|tag| area(&tag.id) == area(id)).map(|tag| tag.level).max();
    let onward = next.competences.iter().find(|tag| reached(&tag.id).is_some_and(|level| tag.level > level));
    let same_area = next.competences.iter().find(|tag| reached(&tag.id).is_some());
    let same_people = next.audiences.iter().find(|audience| done.audiences.contains(audience));
    let label = |id: &str| Competence::find(id).map_or("", |known| known.name(locale));
    let (score, code, params) = match (onward, same_area, same_people) {
        (Some(tag), ..) => (3, "leads-on", json!({ "competence": tag.id, "label": label(&tag.id) })),
        (_, Some(tag), _) => (2, "same-area", json!({ "competence": tag.id, "label": label(&tag.id) })),
        (_, _, Some(audience)) => (1, "same-audience", json!({ "audience": audience })),
        _ => return None,
    };
    Some((score, Reason { code: code.to_owned(), params }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use course_format::model::{Certificate, CompetenceTag};
    use courses::views::CompetenceView;
    use vocabulary::Band;

    fn about(competence: &str, level: u8, audience: &str) -> Course {
        let mut course = crate::testing::course(Certificate::Attendance, []);
        let unknown = serde_json::Map::new();
        course.competences = vec![CompetenceTag { id: competence.into(), level, weight: 1, unknown }];
        course.audiences = vec![audience.into()];
        course
    }

    fn card(competence: &str, level: u8, audience: &str) -> CourseCard {
        CourseCard {
            slug: "next".into(),
            kind: "instant".into(),
            title: "Next".into(),
            title_lang: Locale::En,
            summary: String::new(),
            minutes: 60,
            level,
            band: Band::Basic,
            languages: vec![Locale::En],
            competences: vec![CompetenceView { id: competence.into(), label: String::new(), level }],
            audiences: vec![audience.into()],
            sectors: vec![],
            has_audio: false,
            live: None,
            units: 1,
        }
    }

    #[test]
    fn a_course_that_leads_on_comes_before_one_of_the_same_area_or_for_the_same_people() {
        let done = about("4.1", 2, "seniors");
        let why = |next: &CourseCard| fit(&done, next, Locale::En).map(|(score, reason)| (score, reason.code));
        assert_eq!(why(&card("4.2", 3, "teachers")), Some((3, "leads-on".into())));
        assert_eq!(why(&card("4.2", 2, "teachers")), Some((2, "same-area".into())));
        assert_eq!(why(&card("1.1", 5, "seniors")), Some((1, "same-audience".into())));
        assert_eq!(why(&card("1.1", 5, "teachers")), None, "no reason, no proposal");
    }

    #[test]
    fn what_one_cannot_read_does_not_follow() {
        let mut next = card("4.2", 3, "seniors");
        next.languages = vec![Locale::Ca];
        assert_eq!(fit(&about("4.1", 2, "seniors"), &next, Locale::En), None);
    }
}
