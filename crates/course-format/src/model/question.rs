//! Questions: their settings and keys. Their words are parts of the block that holds them.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use vocabulary::Locale;

use super::Unknown;

/// Accepted written answers by language; any of them counts, whatever language the learner reads.
pub type Accept = BTreeMap<Locale, Vec<String>>;

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// What a full answer is worth.
    #[serde(default = "one")]
    pub points: u32,
    /// How often it may be answered in a lesson; 0: as many times as one likes.
    #[serde(default)]
    pub tries: u32,
    /// The pool of the quiz that it is drawn from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool: Option<String>,
    /// What sort of question it is, with its key.
    #[serde(flatten)]
    pub kind: QuestionKind,
}

fn one() -> u32 {
    1
}

impl Question {
    /// A question worth one point that may be tried without end.
    #[must_use]
    pub fn new(kind: QuestionKind) -> Self {
        Self { points: 1, tries: 0, pool: None, kind }
    }

    /// True when an answer can be right or wrong: everything but a scale.
    #[must_use]
    pub fn counts(&self) -> bool {
        !matches!(self.kind, QuestionKind::Scale { .. })
    }
}

/// The sorts of question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "question", rename_all = "camelCase")]
pub enum QuestionKind {
    /// One option is right.
    Single {
        /// Ids of the options.
        options: Vec<String>,
        /// The right one.
        correct: String,
        /// Whether the order of the options changes.
        shuffle: bool,
    },
    /// Several options may be right.
    Multiple {
        /// Ids of the options.
        options: Vec<String>,
        /// The right ones.
        correct: Vec<String>,
        /// Whether the order of the options changes.
        shuffle: bool,
    },
    /// True or false.
    #[serde(rename = "truefalse")]
    TrueFalse {
        /// What is the case.
        correct: bool,
    },
    /// A few words to write.
    Text {
        /// What counts as right.
        accept: Accept,
        /// Wrong answers that get words of their own.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        wrong: Vec<WrongText>,
    },
    /// A number to write.
    Numeric {
        /// The right number.
        value: f64,
        /// How far off still counts as right.
        #[serde(default)]
        tolerance: f64,
        /// Accepted units; the first is shown. Empty: a bare number.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        units: Vec<String>,
        /// Wrong numbers that get words of their own.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        wrong: Vec<WrongNumber>,
    },
    /// Things to put in order.
    Ordering {
        /// Their ids in the right order.
        items: Vec<String>,
    },
    /// Things to put together.
    Matching {
        /// Left and right ids that belong together.
        pairs: Vec<[String; 2]>,
        /// Right ids that belong to none.
        #[serde(default, rename = "extra", skip_serializing_if = "Vec::is_empty")]
        distractors: Vec<String>,
    },
    /// Things to put into categories.
    Categorise {
        /// Ids of the categories.
        categories: Vec<String>,
        /// The category of each item.
        items: IndexMap<String, String>,
    },
    /// A text with gaps.
    Gaps {
        /// How gaps are filled.
        mode: GapMode,
        /// Ids of the options, for chosen and dragged gaps.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        options: Vec<String>,
        /// The gaps.
        gaps: Vec<Gap>,
    },
    /// Places to find on a picture.
    Hotspot {
        /// The picture's name in `media/`.
        file: String,
        /// The places.
        areas: Vec<Area>,
        /// Ids of the right ones.
        correct: Vec<String>,
    },
    /// Names to put on a picture.
    Label {
        /// The picture's name in `media/`.
        file: String,
        /// Where names belong.
        spots: Vec<Spot>,
        /// Ids of the names.
        labels: Vec<String>,
    },
    /// An opinion between two ends. It has no right answer.
    Scale {
        /// The low end.
        from: i32,
        /// The high end.
        to: i32,
    },
}

/// A wrong written answer that gets words of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WrongText {
    /// The id of the part that speaks about it.
    pub id: String,
    /// The answers it stands for.
    pub accept: Accept,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

/// A wrong number that gets words of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WrongNumber {
    /// The id of the part that speaks about it.
    pub id: String,
    /// The number, within the tolerance of the question.
    pub value: f64,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

/// How gaps are filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GapMode {
    /// By writing.
    #[default]
    Typed,
    /// By choosing from a list.
    Chosen,
    /// By dragging, or with the keyboard.
    Dragged,
}

/// A gap in a text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Gap {
    /// The id that stands in the text between double square brackets.
    pub id: String,
    /// What counts as right in a typed gap.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub accept: Accept,
    /// The option that is right in a chosen or dragged gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correct: Option<String>,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

/// A rectangle on a picture, in per cent of its width and height.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Area {
    /// The id of the part that names it.
    pub id: String,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

/// A point on a picture, in per cent of its width and height.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Spot {
    /// The id of the part that names it for people who do not see it.
    pub id: String,
    /// From the left.
    pub x: f64,
    /// From above.
    pub y: f64,
    /// The id of the label that belongs there.
    pub correct: String,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

impl QuestionKind {
    /// Its name as the format writes it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Single { .. } => "single",
            Self::Multiple { .. } => "multiple",
            Self::TrueFalse { .. } => "truefalse",
            Self::Text { .. } => "text",
            Self::Numeric { .. } => "numeric",
            Self::Ordering { .. } => "ordering",
            Self::Matching { .. } => "matching",
            Self::Categorise { .. } => "categorise",
            Self::Gaps { .. } => "gaps",
            Self::Hotspot { .. } => "hotspot",
            Self::Label { .. } => "label",
            Self::Scale { .. } => "scale",
        }
    }

    /// The ids of the parts that its settings name, in the order in which they are written.
    #[must_use]
    pub fn part_ids(&self) -> Vec<String> {
        match self {
            Self::Single { options, .. } | Self::Multiple { options, .. } | Self::Gaps { options, .. } => {
                options.clone()
            }
            Self::TrueFalse { .. } => vec!["true".into(), "false".into()],
            Self::Text { wrong, .. } => wrong.iter().map(|w| w.id.clone()).collect(),
            Self::Numeric { wrong, .. } => wrong.iter().map(|w| w.id.clone()).collect(),
            Self::Ordering { items } => items.clone(),
            Self::Matching { pairs, distractors } => {
                let mut ids: Vec<String> = pairs.iter().flatten().cloned().collect();
                ids.extend(distractors.iter().cloned());
                let mut seen = std::collections::HashSet::new();
                ids.retain(|id| seen.insert(id.clone()));
                ids
            }
            Self::Categorise { categories, items } => categories.iter().chain(items.keys()).cloned().collect(),
            Self::Hotspot { areas, .. } => {
                std::iter::once("alt".to_owned()).chain(areas.iter().map(|a| a.id.clone())).collect()
            }
            Self::Label { spots, labels, .. } => std::iter::once("alt".to_owned())
                .chain(spots.iter().map(|s| s.id.clone()))
                .chain(labels.iter().cloned())
                .collect(),
            Self::Scale { .. } => vec!["low".into(), "high".into()],
        }
    }
}
