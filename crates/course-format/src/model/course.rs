//! The course and its modules.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use vocabulary::Locale;

use super::{Block, Condition, Loose, Texts, Unit, Unknown};

/// For whom a course can be.
pub const AUDIENCES: [&str; 9] = [
    "everyone",
    "job-seekers",
    "seniors",
    "small-business",
    "teachers",
    "citizens",
    "associations",
    "employees",
    "young-people",
];

/// The fields of life that a course can serve.
pub const SECTORS: [&str; 10] = [
    "employment",
    "safety",
    "commerce",
    "education",
    "rights",
    "work",
    "everyday-life",
    "administration",
    "creation",
    "technology",
];

/// A whole course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Course {
    /// The version of the format: [`super::FORMAT`].
    pub format: u32,
    /// The course's key, part of its public address.
    pub slug: String,
    /// What sort of course it is.
    pub kind: Kind,
    /// The complete languages; the first is the original.
    pub languages: Vec<Locale>,
    /// 1 to 8 on the DigComp scale.
    pub level: u8,
    /// What the course says of its length, in minutes.
    pub minutes: u32,
    /// Of [`AUDIENCES`].
    #[serde(default)]
    pub audiences: Vec<String>,
    /// Of [`SECTORS`].
    #[serde(default)]
    pub sectors: Vec<String>,
    /// SPDX name of the licence where there is one, else its words.
    #[serde(default)]
    pub licence: String,
    /// Address of the place it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<String>,
    /// The day somebody last looked it over: year-month-day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<String>,
    /// Whether there are points and badges in it.
    pub rewards: bool,
    /// How units open.
    pub order: Order,
    /// Codes of findings that the author has read and accepts.
    #[serde(default)]
    pub accepted: Vec<String>,
    /// What it leads to.
    #[serde(default)]
    pub competences: Vec<CompetenceTag>,
    /// What it takes to complete it.
    pub completion: Completion,
    /// When and where a masterclass happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub live: Option<Live>,
    /// Title and summary.
    #[serde(default)]
    pub texts: Texts,
    /// What it is about.
    #[serde(default)]
    pub about: Texts,
    /// The section above the outcomes; mostly empty.
    #[serde(default)]
    pub outcomes_intro: Texts,
    /// The outcomes by id; the title is the outcome.
    #[serde(default)]
    pub outcomes: IndexMap<String, Texts>,
    /// For whom it is.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub audience: Texts,
    /// What is needed to take it.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub needs: Texts,
    /// The modules in their order.
    #[serde(default)]
    pub modules: Vec<Module>,
    /// Every media file that the course refers to, as a path from its folder (`media/map.svg`), sorted.
    #[serde(default)]
    pub media: Vec<String>,
    /// Sections that name nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loose: Vec<Loose>,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

impl Course {
    /// An empty course with the defaults of the format.
    #[must_use]
    pub fn new(slug: impl Into<String>, kind: Kind, languages: Vec<Locale>) -> Self {
        Self {
            format: super::FORMAT,
            slug: slug.into(),
            kind,
            languages,
            level: 1,
            minutes: 0,
            audiences: Vec::new(),
            sectors: Vec::new(),
            licence: String::new(),
            source: None,
            authors: Vec::new(),
            reviewed: None,
            rewards: true,
            order: Order::Free,
            accepted: Vec::new(),
            competences: Vec::new(),
            completion: Completion::default(),
            live: None,
            texts: Texts::default(),
            about: Texts::default(),
            outcomes_intro: Texts::default(),
            outcomes: IndexMap::new(),
            audience: Texts::default(),
            needs: Texts::default(),
            modules: Vec::new(),
            media: Vec::new(),
            loose: Vec::new(),
            unknown: Unknown::new(),
        }
    }

    /// The language the course was written in: the first of its languages.
    #[must_use]
    pub fn original(&self) -> Locale {
        self.languages.first().copied().unwrap_or(Locale::En)
    }

    /// All units in the order in which they are taken.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.modules.iter().flat_map(|module| module.units.iter())
    }

    /// The unit with this key.
    #[must_use]
    pub fn unit(&self, key: &str) -> Option<&Unit> {
        self.units().find(|unit| unit.key == key)
    }

    /// All blocks of all units.
    pub fn blocks(&self) -> impl Iterator<Item = (&Unit, &Block)> {
        self.units().flat_map(|unit| unit.blocks.iter().map(move |block| (unit, block)))
    }

    /// The unit, or the module around it, opens by a condition. A unit that is not there has none.
    #[must_use]
    pub fn has_condition(&self, key: &str) -> bool {
        self.modules.iter().any(|module| {
            let of = module.units.iter().find(|unit| unit.key == key);
            of.is_some_and(|unit| module.when.is_some() || unit.when.is_some())
        })
    }

    /// True when nothing in the course asks for an answer that can be right: it can only be read.
    #[must_use]
    pub fn reading_only(&self) -> bool {
        !self.blocks().any(|(_, block)| block.question().is_some_and(super::Question::counts))
    }
}

/// A part of a course: a theme, or a week.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Module {
    /// Unique among the modules of the course.
    pub key: String,
    /// The week of a mooc, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week: Option<u32>,
    /// When it opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Title and a sentence or two.
    #[serde(default)]
    pub texts: Texts,
    /// The units in their order.
    #[serde(default)]
    pub units: Vec<Unit>,
    /// Sections that name nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loose: Vec<Loose>,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

/// What sort of course it is; each has its own limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A long course with weeks and a final test.
    Mooc,
    /// A short course about one thing.
    Instant,
    /// A session with a specialist and its replay.
    Masterclass,
}

/// How units open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// In any order.
    #[default]
    Free,
    /// A unit opens when the ones before it are done.
    Linear,
}

/// A competence of DigComp 3.0 that a course or a unit leads to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompetenceTag {
    /// Its number in the framework: `1.2`.
    pub id: String,
    /// The level 1 to 8 that it leads to.
    pub level: u8,
    /// How much of the course it is, beside the others; 1 where nothing is said.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: u32,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_one(weight: &u32) -> bool {
    *weight == 1
}

/// What it takes to complete a course, and what one gets for it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Completion {
    /// The certificate that completing it gives.
    pub certificate: Certificate,
    /// Per cent to reach, for a certificate of completion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<u8>,
    /// The unit whose score counts; without it the mean of all quiz units.
    #[serde(default, rename = "final", skip_serializing_if = "Option::is_none")]
    pub final_unit: Option<String>,
    /// For how many months the certificate holds; without it, for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_months: Option<u8>,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

/// What a certificate says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certificate {
    /// That the learner took part.
    #[default]
    Attendance,
    /// That the learner reached the score.
    Completion,
    /// There is none.
    None,
}

/// When and where a masterclass happens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Live {
    /// RFC 3339 with an offset.
    pub starts: String,
    /// How long it lasts.
    pub minutes: u32,
    /// Address of the room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}
