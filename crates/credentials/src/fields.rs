//! What a certificate says: made once, at issue, from what was earned.

use course_format::{minutes, model::{Certificate, Course}};
use jiff::tz::TimeZone;
use progress::Earned;
use serde::{Deserialize, Serialize};
use vocabulary::{Band, Competence, Level, Locale, Timestamp, competence::FRAMEWORK};

use crate::Issuer;

/// The frozen fields. Stored as JSON; a field is only ever added, with a default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Fields {
    pub(crate) kind: String,
    pub(crate) holder: String,
    pub(crate) course: String,
    pub(crate) course_lang: Locale,
    pub(crate) slug: String,
    pub(crate) language: Locale,
    /// In quarters of an hour.
    pub(crate) hours: f64,
    pub(crate) hours_kind: String,
    pub(crate) reading_only: bool,
    pub(crate) issuer: String,
    pub(crate) tax_number: Option<String>,
    pub(crate) signatory: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) demonstration: bool,
    pub(crate) issued_on: String,
    pub(crate) started_on: String,
    pub(crate) completed_on: String,
    pub(crate) units: Vec<String>,
    pub(crate) result: Option<u8>,
    pub(crate) competences: Vec<FieldCompetence>,
    pub(crate) framework: String,
    pub(crate) verify_url: String,
}

/// A competence as it is printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct FieldCompetence {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) band: Band,
}

/// The kind of certificate that a course chooses; `None`: it gives none.
pub(crate) fn kind(course: &Course) -> Option<&'static str> {
    match course.completion.certificate {
        Certificate::Attendance => Some("attendance"),
        Certificate::Completion => Some("completion"),
        Certificate::None => None,
    }
}

/// The fields of a certificate issued now.
pub(crate) fn freeze(
    earned: &Earned,
    kind: &str,
    holder: String,
    issuer: &Issuer,
    verify_url: String,
    now: Timestamp,
    zone: &TimeZone,
) -> Fields {
    let course = &earned.document;
    let original = course.original();
    let title = |texts: &course_format::model::Texts| {
        texts.pick(earned.language, original).map_or((original, String::new()), |(locale, section)| (locale, section.title.clone()))
    };
    let (course_lang, name) = title(&course.texts);
    let day = |at: Timestamp| at.to_zoned(zone.clone()).date().to_string();
    Fields {
        kind: kind.to_owned(),
        holder,
        course: name,
        course_lang,
        slug: course.slug.clone(),
        language: earned.language,
        hours: quarters(if course.minutes > 0 { course.minutes } else { minutes::course_minutes(course) }),
        hours_kind: "nominal".to_owned(),
        reading_only: earned.reading_only,
        issuer: issuer.name.clone(),
        tax_number: issuer.tax_number.clone(),
        signatory: issuer.signatory.clone(),
        place: issuer.place.clone(),
        demonstration: issuer.fictitious,
        issued_on: day(now),
        started_on: day(earned.started_at),
        completed_on: day(earned.completed_at),
        units: course.units().filter(|unit| unit.mandatory).map(|unit| title(&unit.texts).1).collect(),
        result: (kind == "completion").then(|| earned.score_permille.and_then(|permille| u8::try_from(permille / 10).ok())).flatten(),
        competences: course
            .competences
            .iter()
            .filter_map(|tag| {
                let known = Competence::find(&tag.id)?;
                Some(FieldCompetence {
                    id: tag.id.clone(),
                    label: known.name(earned.language).to_owned(),
                    band: Level::new(tag.level)?.band(),
                })
            })
            .collect(),
        framework: FRAMEWORK.to_owned(),
        verify_url,
    }
}

/// Minutes as hours, rounded to the nearest quarter and never to nothing.
fn quarters(minutes: u32) -> f64 {
    f64::from(((minutes + 7) / 15).max(1)) / 4.0
}

#[cfg(test)]
mod tests {
    use super::quarters;

    #[test]
    #[expect(clippy::float_cmp, reason = "quarters are exact")]
    fn hours_are_told_in_quarters() {
        assert_eq!([1, 45, 52, 53, 90, 275].map(quarters), [0.25, 0.75, 0.75, 1.0, 1.5, 4.5]);
    }
}
