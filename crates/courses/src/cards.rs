//! From a course's document to the card that lists show.

use course_format::{
    minutes,
    model::{BlockKind, Certificate, Course, Kind, UnitType},
    render::Renderer,
};
use vocabulary::{Band, Competence, Level, Locale};

use crate::{
    rules::{catalogue::Entry, fold::fold},
    views::{CompetenceView, CompletionView, CourseCard, LiveView},
};

/// The word that answers and filters use for a kind of course.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Mooc => "mooc",
        Kind::Instant => "instant",
        Kind::Masterclass => "masterclass",
    }
}

/// The word for a type of unit.
pub(crate) fn unit_kind(kind: UnitType) -> &'static str {
    match kind {
        UnitType::Lesson => "lesson",
        UnitType::Quiz => "quiz",
    }
}

/// A title or summary in the wanted language or the next best.
pub(crate) fn title(texts: &course_format::model::Texts, locale: Locale, original: Locale) -> (Locale, String) {
    let pick = |locale: Locale| texts.get(locale).filter(|section| !section.title.trim().is_empty());
    pick(locale)
        .map(|section| (locale, section.title.clone()))
        .or_else(|| pick(original).map(|section| (original, section.title.clone())))
        .or_else(|| texts.iter().next().map(|(locale, section)| (locale, section.title.clone())))
        .unwrap_or((original, String::new()))
}

/// The card of a course in one language.
pub(crate) fn card(course: &Course, locale: Locale) -> CourseCard {
    let original = course.original();
    let (title_lang, title) = title(&course.texts, locale, original);
    let summary = course.texts.pick(locale, original).map_or(String::new(), |(_, section)| section.body.clone());
    let stated = if course.minutes > 0 { course.minutes } else { minutes::course_minutes(course) };
    CourseCard {
        slug: course.slug.clone(),
        kind: kind(course.kind).to_owned(),
        title,
        title_lang,
        summary,
        minutes: stated,
        level: course.level,
        band: Level::new(course.level).map_or(Band::Basic, Level::band),
        languages: course.languages.clone(),
        competences: competences(course, locale),
        audiences: course.audiences.clone(),
        sectors: course.sectors.clone(),
        has_audio: course.blocks().any(|(_, block)| matches!(block.kind, BlockKind::Audio { .. })),
        live: course.live.as_ref().map(|live| LiveView {
            starts: live.starts.clone(),
            minutes: live.minutes,
            link: None,
            opens_at: None,
            closes_at: None,
            calendar: None,
        }),
        units: course.units().count(),
    }
}

fn competences(course: &Course, locale: Locale) -> Vec<CompetenceView> {
    course
        .competences
        .iter()
        .map(|tag| CompetenceView {
            id: tag.id.clone(),
            label: Competence::find(&tag.id).map_or(String::new(), |known| known.name(locale).to_owned()),
            level: tag.level,
        })
        .collect()
}

/// The card together with the folded words that a search looks through: title, and summary, outcomes and unit titles in every
/// language of the course.
pub(crate) fn entry(card: CourseCard, folded: String) -> Entry {
    let title = fold(&card.title);
    Entry { card, title, text: folded }
}

/// The folded words of a course in all its languages.
pub(crate) fn folded(course: &Course) -> String {
    let texts = std::iter::once(&course.texts)
        .chain(course.outcomes.values())
        .chain(course.modules.iter().map(|module| &module.texts));
    let mut words: Vec<String> = texts
        .flat_map(|texts| texts.iter().map(|(_, section)| format!("{} {}", section.title, section.body)))
        .collect();
    words.extend(course.units().flat_map(|unit| unit.texts.iter().map(|(_, section)| section.title.clone())));
    fold(&words.join(" "))
}

/// A short text as safe HTML; it brings no pictures of its own.
pub(crate) fn html(body: &str, locale: Locale) -> String {
    let path = |path: &str| path.to_owned();
    let renderer = Renderer { locale, media: &path };
    renderer.html(body, "text")
}

/// What it takes to finish.
pub(crate) fn completion(course: &Course) -> CompletionView {
    let certificate = match course.completion.certificate {
        Certificate::Attendance => "attendance",
        Certificate::Completion => "completion",
        Certificate::None => "none",
    };
    CompletionView {
        certificate: certificate.to_owned(),
        reading_only: course.reading_only(),
        score: course.completion.score,
    }
}
