//! What the outside sees of courses. Never holds a key to a question.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use vocabulary::{Band, Locale};

/// A course in a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CourseCard {
    /// The course's key, part of its public address.
    pub slug: String,
    /// `mooc`, `instant` or `masterclass`.
    pub kind: String,
    /// In the language asked for, or in the original.
    pub title: String,
    /// The language that the title is in.
    pub title_lang: Locale,
    /// One or two sentences.
    pub summary: String,
    /// How long it takes.
    pub minutes: u32,
    /// 1 to 8.
    pub level: u8,
    /// The level as people are shown it.
    pub band: Band,
    /// Its complete languages.
    pub languages: Vec<Locale>,
    /// The competences it leads to.
    pub competences: Vec<CompetenceView>,
    /// For whom.
    pub audiences: Vec<String>,
    /// For which fields of life.
    pub sectors: Vec<String>,
    /// It has something to listen to.
    pub has_audio: bool,
    /// When it happens live.
    pub live: Option<LiveView>,
    /// How many units it has.
    pub units: usize,
}

/// A competence of the framework, with its name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct CompetenceView {
    /// `1.1` to `5.4`.
    pub id: String,
    /// Its name in the language asked for.
    pub label: String,
    /// The level 1 to 8 that the course leads to.
    pub level: u8,
}

/// The hour of a masterclass.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LiveView {
    /// RFC 3339.
    pub starts: String,
    /// How long it lasts.
    pub minutes: u32,
    /// The way into the room, when there is one; only on the course page. It lets in between the next two moments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// From when on the room lets in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<String>,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<String>,
    /// Address of the calendar file; only on the course page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
}

/// A course's own page.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CoursePage {
    /// What a list shows of it.
    #[serde(flatten)]
    pub card: CourseCard,
    /// What it is about, as safe HTML.
    pub about: String,
    /// For whom it is, as safe HTML.
    pub audience: Option<String>,
    /// What is needed to take it, as safe HTML.
    pub needs: Option<String>,
    /// What people will be able to do.
    pub outcomes: Vec<String>,
    /// What is inside.
    pub modules: Vec<ModuleView>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The licence's name.
    pub licence: String,
    /// Where it comes from.
    pub source: Option<String>,
    /// The day it was last looked over.
    pub reviewed: Option<String>,
    /// The number of the version.
    pub version: i32,
    /// The version's id.
    pub version_id: Uuid,
    /// What it takes to finish.
    pub completion: CompletionView,
}

/// A module in an outline.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ModuleView {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// A sentence or two, as safe HTML.
    pub html: Option<String>,
    /// The week of a MOOC.
    pub week: Option<u32>,
    /// Its units.
    pub units: Vec<UnitView>,
}

/// A unit in an outline.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UnitView {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// `lesson` or `quiz`.
    #[serde(rename = "type")]
    pub kind: String,
    /// How long it takes.
    pub minutes: u32,
    /// It counts for finishing the course.
    pub mandatory: bool,
    /// How many questions it asks.
    pub questions: usize,
}

/// What it takes to finish a course.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CompletionView {
    /// `attendance`, `completion` or `none`.
    pub certificate: String,
    /// There is nothing to check in it.
    pub reading_only: bool,
    /// Per cent to reach, for a certificate of completion.
    pub score: Option<u8>,
}

/// A list of courses with the counts that filters would give.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CatalogueView {
    /// The courses of this page.
    pub items: Vec<CourseCard>,
    /// The cursor of the next page.
    pub next: Option<String>,
    /// How many there are in all.
    pub total: usize,
    /// What each filter would leave.
    pub facets: Facets,
}

/// Values and counts, one list a filter. A filter's own choice does not narrow its counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Facets {
    /// By kind of course.
    pub format: Vec<Facet>,
    /// By band of level.
    pub level: Vec<Facet>,
    /// By language.
    pub language: Vec<Facet>,
    /// By competence.
    pub competence: Vec<Facet>,
    /// By audience.
    pub audience: Vec<Facet>,
    /// By sector.
    pub sector: Vec<Facet>,
    /// By length: `short`, `medium`, `long`.
    pub duration: Vec<Facet>,
}

/// A value of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Facet {
    /// The value.
    pub value: String,
    /// How many courses have it, with the other filters as they are.
    pub count: usize,
}

/// A course in its author's list.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StudioCourse {
    /// The course's key.
    pub slug: String,
    /// The newest version's title.
    pub title: String,
    /// `mooc`, `instant` or `masterclass`.
    pub kind: String,
    /// Its languages.
    pub languages: Vec<Locale>,
    /// The number of the published version.
    pub version: Option<i32>,
    /// The number of the draft, when there is one.
    pub draft: Option<i32>,
    /// What the check found in the newest version.
    pub findings: FindingCount,
    /// When it last changed.
    pub updated_at: String,
}

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, Serialize, ToSchema)]
pub struct FindingCount {
    /// Those that block publishing.
    pub blocks: usize,
    /// Those that only warn.
    pub warns: usize,
}

/// A course in the studio.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct StudioPage {
    /// The course's key.
    pub slug: String,
    /// The newest version's title.
    pub title: String,
    /// `mooc`, `instant` or `masterclass`.
    pub kind: String,
    /// Its languages.
    pub languages: Vec<Locale>,
    /// All versions, newest first.
    pub versions: Vec<VersionView>,
    /// What the check found in the newest version.
    pub findings: Vec<FindingView>,
    /// The newest version's outline.
    pub modules: Vec<ModuleView>,
}

/// A version of a course.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct VersionView {
    /// Its id.
    pub id: Uuid,
    /// 1, 2, 3...
    pub number: i32,
    /// `draft`, `published` or `superseded`.
    pub state: String,
    /// When it was brought in.
    pub created_at: String,
    /// When it was published.
    pub published_at: Option<String>,
    /// Learners of the version before moved along.
    pub harmless: Option<bool>,
    /// How many enrolments stand on it.
    pub enrolments: u64,
}

/// Something that the check found.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// The file.
    pub file: String,
    /// The line, where it is known.
    pub line: Option<u32>,
    /// The anchor of the section.
    pub anchor: Option<String>,
    /// The stable name of the problem.
    pub code: String,
    /// `blocks` or `warns`.
    pub severity: String,
    /// The language it is about.
    pub language: Option<Locale>,
    /// What is wrong and how to mend it, in the language asked for.
    pub message: String,
    /// The author has read and accepts it.
    pub accepted: bool,
}

impl FindingView {
    /// A problem as told in a language.
    #[must_use]
    pub fn of(problem: &course_format::Problem, locale: Locale) -> Self {
        Self {
            file: problem.place.file.clone(),
            line: problem.place.line.and_then(|line| u32::try_from(line).ok()),
            anchor: problem.place.anchor.clone(),
            code: problem.code.name().to_owned(),
            severity: if problem.blocks() { "blocks" } else { "warns" }.to_owned(),
            language: problem.language,
            message: problem.message(locale),
            accepted: problem.accepted,
        }
    }
}

/// What came in.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ImportView {
    /// `folder` for our own format, `lessons` for plain Markdown.
    pub format: String,
    /// The course's key.
    pub slug: String,
    /// Its title in the original language.
    pub title: String,
    /// There is a new draft; false when the newest version held the same already.
    pub changed: bool,
    /// How many modules.
    pub modules: usize,
    /// How many units.
    pub units: usize,
    /// How many questions.
    pub questions: usize,
    /// Findings that block publication.
    pub blocks: usize,
    /// Findings worth a look.
    pub warns: usize,
    /// What could only be carried over nearly.
    pub approximated: Vec<LeftOutView>,
    /// What was not carried over.
    pub left_out: Vec<LeftOutView>,
}

/// A file or a place that did not come over as it was.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LeftOutView {
    /// The file.
    pub place: String,
    /// Why, in words.
    pub why: String,
}
