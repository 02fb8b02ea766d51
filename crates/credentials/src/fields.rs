//! What a certificate says, frozen as JSON at the moment of issue. Fields may be added with a default; none is ever taken
//! away or given another meaning, since certificates of every year are read with it.

use course_format::minutes;
use course_format::model::{Certificate as Rule, Course, Texts};
use jiff::tz::TimeZone;
use progress::Earned;
use serde::{Deserialize, Serialize};
use vocabulary::{Band, Competence, Level, Locale, Timestamp};

use crate::Issuer;

/// A quarter of an hour, in minutes.
const QUARTER: u32 = 15;

/// Everything that is printed, but for the number and the state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Fields {
    /// The holder's name as it was.
    pub holder: String,
    /// The course's title.
    pub course: String,
    /// The language of the title and of the units.
    pub course_lang: Locale,
    /// The course's key.
    pub slug: String,
    /// How it was held: `online`.
    pub modality: String,
    /// Hours, in quarters.
    pub hours: f64,
    /// `nominal` or `measured`.
    pub hours_kind: String,
    /// There was no test.
    pub reading_only: bool,
    /// Who certifies.
    pub issuer: String,
    /// Their tax number.
    pub tax_number: Option<String>,
    /// They are invented.
    pub fictitious: bool,
    /// The town of issue.
    pub place: Option<String>,
    /// Name and post of whoever signs.
    pub signatory: Option<String>,
    /// When the learner began.
    pub started_at: Timestamp,
    /// When the rule was met.
    pub completed_at: Timestamp,
    /// The day of issue in the organisation's zone, `YYYY-MM-DD`; likewise the next two.
    pub issued_on: String,
    /// The first day.
    pub started_on: String,
    /// The last day.
    pub completed_on: String,
    /// The last day on which it holds; without it, it holds for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<String>,
    /// The titles of the mandatory units.
    pub units: Vec<String>,
    /// The score in percent, for completion.
    pub result: Option<u8>,
    /// The competences.
    pub competences: Vec<FrozenCompetence>,
    /// Their framework with its version.
    pub framework: String,
    /// Where it was said that it can be checked.
    pub verify_url: String,
    /// It is worth nothing.
    pub demonstration: bool,
}

/// A competence as it was called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrozenCompetence {
    /// `4.1`.
    pub id: String,
    /// Its name in the certificate's language.
    pub label: String,
    /// The band of the level it was worked on.
    pub band: Band,
}

/// What the moment of issue adds.
pub(crate) struct Moment<'a> {
    pub(crate) holder: String,
    pub(crate) issuer: &'a Issuer,
    pub(crate) zone: &'a TimeZone,
    pub(crate) now: Timestamp,
    pub(crate) verify_url: String,
}

/// The word of the rule that gives a certificate; `None` for courses that give none.
pub(crate) fn rule(course: &Course) -> Option<&'static str> {
    match course.completion.certificate {
        Rule::Attendance => Some("attendance"),
        Rule::Completion => Some("completion"),
        Rule::None => None,
    }
}

/// Freezes what was earned.
pub(crate) fn freeze(earned: &Earned, moment: Moment<'_>) -> Fields {
    let course = &*earned.document;
    let original = course.original();
    let (course_lang, title) = pick(&course.texts, earned.language, original);
    let day = |at: Timestamp| at.to_zoned(moment.zone.clone()).date().to_string();
    let score = earned.score_permille.filter(|_| course.completion.certificate == Rule::Completion);
    Fields {
        holder: moment.holder,
        course: title,
        course_lang,
        slug: course.slug.clone(),
        modality: "online".to_owned(),
        hours: quarters(if course.minutes > 0 { course.minutes } else { minutes::course_minutes(course) }),
        hours_kind: "nominal".to_owned(),
        reading_only: earned.reading_only,
        issuer: moment.issuer.name.clone(),
        tax_number: moment.issuer.tax_number.clone(),
        fictitious: moment.issuer.fictitious,
        place: moment.issuer.place.clone(),
        signatory: moment.issuer.signatory.clone(),
        started_at: earned.started_at,
        completed_at: earned.completed_at,
        issued_on: day(moment.now),
        started_on: day(earned.started_at),
        completed_on: day(earned.completed_at),
        expires_on: course.completion.valid_months.and_then(|months| expiry(moment.now, moment.zone, months)),
        units: course
            .units()
            .filter(|unit| unit.mandatory)
            .map(|unit| pick(&unit.texts, earned.language, original).1)
            .filter(|title| !title.is_empty())
            .collect(),
        result: score.and_then(percent),
        competences: course
            .competences
            .iter()
            .filter_map(|tag| {
                let known = Competence::find(&tag.id)?;
                let band = Level::new(tag.level).or_else(|| Level::new(course.level))?.band();
                Some(FrozenCompetence { id: tag.id.clone(), label: known.name(earned.language).to_owned(), band })
            })
            .collect(),
        framework: vocabulary::competence::FRAMEWORK.to_owned(),
        verify_url: moment.verify_url,
        demonstration: moment.issuer.fictitious,
    }
}

/// The same day so many months later, or the last of a shorter month.
fn expiry(now: Timestamp, zone: &TimeZone, months: u8) -> Option<String> {
    let issued = now.to_zoned(zone.clone()).date();
    issued.checked_add(jiff::Span::new().months(i64::from(months))).ok().map(|day| day.to_string())
}

/// The holder's name as it is today, in what was frozen; nothing else of it changes but the day of issue and the address.
pub(crate) fn corrected(fields: &Fields, holder: String, verify_url: String, issued_on: String) -> Fields {
    Fields { holder, verify_url, issued_on, ..fields.clone() }
}

fn pick(texts: &Texts, wanted: Locale, original: Locale) -> (Locale, String) {
    texts.pick(wanted, original).map_or((wanted, String::new()), |(locale, section)| (locale, section.title.clone()))
}

/// Minutes as hours, to the nearest quarter and at least one.
fn quarters(minutes: u32) -> f64 {
    f64::from(((minutes + QUARTER / 2) / QUARTER).max(1)) / 4.0
}

/// Per mille to percent, rounded down: nobody is told more than they reached.
fn percent(permille: i32) -> Option<u8> {
    u8::try_from((permille / 10).clamp(0, 100)).ok()
}

#[cfg(test)]
mod tests {
    use super::{expiry, percent, quarters};
    use jiff::tz::TimeZone;

    #[test]
    fn hours_are_quarters() {
        let told: Vec<f64> = [1, 7, 8, 45, 52, 53, 60, 95].into_iter().map(quarters).collect();
        assert_eq!(told, [0.25, 0.25, 0.25, 0.75, 0.75, 1.0, 1.0, 1.5]);
    }

    #[test]
    fn a_certificate_expires_on_the_same_day_months_later() {
        let zone = TimeZone::get("Europe/Madrid").unwrap();
        let on = |at: &str, months| expiry(at.parse().unwrap(), &zone, months);
        assert_eq!(on("2026-11-25T22:30:00Z", 24).as_deref(), Some("2028-11-25"));
        assert_eq!(on("2026-11-25T23:30:00Z", 1).as_deref(), Some("2026-12-26"), "it is tomorrow there");
        assert_eq!(on("2027-08-31T12:00:00Z", 6).as_deref(), Some("2028-02-29"), "the last of a shorter month");
    }

    #[test]
    fn percents_are_not_rounded_up() {
        assert_eq!((percent(799), percent(1000), percent(-1)), (Some(79), Some(100), Some(0)));
    }
}
