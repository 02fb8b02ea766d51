//! Badges: few, bound to competence. Finishing a course brings one for each area of DigComp that it leads in, at the band it
//! leads to.

use course_format::model::Course;
use vocabulary::{Area, Band, Competence, Level};

/// The badges that finishing the course brings, by area; the highest band where several competences share one.
#[must_use]
pub fn of_course(course: &Course) -> Vec<String> {
    Area::all()
        .iter()
        .filter_map(|area| {
            let levels = course
                .competences
                .iter()
                .filter(|tag| Competence::find(&tag.id).is_some_and(|competence| competence.area().id == area.id));
            let band = levels.filter_map(|tag| Level::new(tag.level)).map(Level::band).max()?;
            Some(id(area, band))
        })
        .collect()
}

/// `area-1-basic`
fn id(area: &Area, band: Band) -> String {
    format!("area-{}-{}", area.id, band.key())
}

/// The area and band that a badge stands for.
#[must_use]
pub fn parse(badge: &str) -> Option<(&'static Area, Band)> {
    let (area, band) = badge.strip_prefix("area-")?.split_once('-')?;
    Some((Area::find(area)?, Band::ALL.into_iter().find(|known| known.key() == band)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use course_format::model::{Certificate, CompetenceTag};

    #[test]
    fn one_badge_an_area_at_its_highest_band() {
        let mut course = crate::testing::course(Certificate::Attendance, []);
        let tag = |id: &str, level| CompetenceTag { id: id.into(), level, weight: 1, unknown: serde_json::Map::new() };
        course.competences = vec![tag("4.1", 2), tag("4.2", 3), tag("1.2", 2), tag("9.9", 8)];
        assert_eq!(of_course(&course), ["area-1-basic", "area-4-intermediate"]);
        for badge in of_course(&course) {
            assert!(parse(&badge).is_some());
        }
        assert!(parse("area-7-basic").is_none() && parse("x").is_none());
    }
}
