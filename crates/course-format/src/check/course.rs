//! The course as a whole: languages, competences, the limits of its kind, its minutes, its completion.

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use vocabulary::{Competence, Locale};

use super::Look;
use crate::minutes::{course_minutes, is_off};
use crate::model::{BlockKind, CompetenceTag, Kind, UnitType};
use crate::problem::{Code, Place, Problem};

pub(super) fn look(look: &Look<'_>) {
    let course = look.course;
    languages(look);
    if course.licence.trim().is_empty() {
        look.add(look.in_course(Code::NoLicence));
    }
    if let Some(source) = course.source.as_ref().filter(|source| !is_web_address(source)) {
        look.add(look.in_course(Code::BadAddress).with("name", "source").with("value", source));
    }
    if let Some(day) = course.reviewed.as_ref().filter(|day| day.parse::<Date>().is_err()) {
        look.add(bad_date(look, "reviewed", day, "2026-11-20"));
    }
    competences(look);
    kind(look);
    completion(look);
    let computed = course_minutes(course);
    if course.modules.is_empty() {
        look.add(look.in_course(Code::NoModules));
    } else if is_off(course.minutes, computed) {
        look.add(look.in_course(Code::MinutesOff).with("found", course.minutes).with("computed", computed));
    }
    for code in &course.accepted {
        if !code.parse::<Code>().is_ok_and(Code::acceptable) {
            look.add(look.in_course(Code::CannotAccept).with("code", code));
        }
    }
    for (m, module) in course.modules.iter().enumerate() {
        if module.units.is_empty() {
            look.add(Problem::new(Code::EmptyModule, Place::file(look.module_toml(m))).with("key", &module.key));
        }
        for (u, unit) in module.units.iter().enumerate() {
            let problem = |code: Code| Problem::new(code, Place::file(look.unit_toml(m, u))).with("key", &unit.key);
            if unit.blocks.is_empty() {
                look.add(problem(Code::EmptyUnit));
            } else if unit.kind == UnitType::Quiz && unit.asked() == 0 {
                look.add(problem(Code::NoQuestions));
            }
        }
    }
}

fn bad_date(look: &Look<'_>, name: &str, value: &str, example: &str) -> Problem {
    look.in_course(Code::BadDate).with("name", name).with("value", value).with("example", example)
}

/// True for an address of the web with a host.
pub(super) fn is_web_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && !host.starts_with('/') && !host.contains(char::is_whitespace))
}

/// True for a moment with an offset (RFC 3339).
pub(super) fn is_moment(text: &str) -> bool {
    text.parse::<Timestamp>().is_ok() || text.parse::<Zoned>().is_ok()
}

fn languages(look: &Look<'_>) {
    let course = look.course;
    for locale in Locale::ALL.into_iter().filter(|locale| !course.languages.contains(locale)) {
        if course.texts.get(locale).is_some() {
            let problem = look.in_course(Code::UnlistedLanguage).in_language(locale);
            look.add(problem.with("language", locale));
        } else {
            let problem = look.in_course(Code::MissingLanguage).in_language(locale);
            look.add(problem.with("language", locale));
        }
    }
}

fn competences(look: &Look<'_>) {
    let course = look.course;
    if course.competences.is_empty() {
        look.add(look.in_course(Code::NoCompetence));
    }
    let unknown = |tag: &&CompetenceTag| Competence::find(&tag.id).is_none();
    for tag in course.competences.iter().filter(unknown) {
        look.add(look.in_course(Code::UnknownCompetence).with("id", &tag.id));
    }
    for (at, tag) in course.competences.iter().enumerate() {
        if course.competences[..at].iter().any(|before| before.id == tag.id) {
            look.add(look.in_course(Code::DuplicateId).with("id", &tag.id));
        }
    }
    for (m, module) in course.modules.iter().enumerate() {
        for (u, unit) in module.units.iter().enumerate() {
            for tag in unit.competences.iter().filter(unknown) {
                let place = Place::file(look.unit_toml(m, u));
                look.add(Problem::new(Code::UnknownCompetence, place).with("id", &tag.id));
            }
        }
    }
}

/// The limits of each kind of course.
fn kind(look: &Look<'_>) {
    let course = look.course;
    let between = |from: u32, to: u32| {
        if !(from..=to).contains(&course.minutes) {
            let problem = look.in_course(Code::KindMinutes).with("found", course.minutes);
            look.add(problem.with("from", from).with("to", to));
        }
    };
    match course.kind {
        Kind::Instant => {
            between(30, 180);
            if !(1..=3).contains(&course.outcomes.len()) {
                look.add(look.in_course(Code::KindOutcomes).with("found", course.outcomes.len()));
            }
        }
        Kind::Mooc => {
            between(4 * 60, 30 * 60);
            for (m, module) in course.modules.iter().enumerate().filter(|(_, module)| module.week.is_none()) {
                let place = Place::file(look.module_toml(m));
                look.add(Problem::new(Code::KindWeeks, place).with("key", &module.key));
            }
            if course.completion.final_unit.is_none() {
                look.add(look.in_course(Code::KindFinal));
            }
        }
        Kind::Masterclass => {
            if course.live.is_none() {
                look.add(look.in_course(Code::KindLive));
            }
            let replay = |kind: &BlockKind| matches!(kind, BlockKind::Video { chapters, .. } if !chapters.is_empty());
            if !course.blocks().any(|(_, block)| replay(&block.kind)) {
                look.add(look.in_course(Code::KindReplay));
            }
        }
    }
    if let Some(live) = &course.live {
        if !is_moment(&live.starts) {
            look.add(bad_date(look, "live.starts", &live.starts, "2026-12-03T18:00:00+01:00"));
        }
        if let Some(link) = live.link.as_ref().filter(|link| !is_web_address(link)) {
            look.add(look.in_course(Code::BadAddress).with("name", "live.link").with("value", link));
        }
    }
}

fn completion(look: &Look<'_>) {
    let course = look.course;
    let Some(key) = &course.completion.final_unit else { return };
    if !course.unit(key).is_some_and(|unit| unit.kind == UnitType::Quiz) {
        look.add(look.in_course(Code::UnknownFinal).with("key", key));
    }
}
