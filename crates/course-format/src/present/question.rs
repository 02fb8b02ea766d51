//! Questions without their keys. Whatever order would give a key away is mixed.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::Locale;

use super::{PartContent, View, hints, shuffled};
use crate::model::{Block, GapMode, Question, QuestionKind};

/// A question as a player sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QuestionContent {
    /// What a full answer is worth.
    pub points: u32,
    /// How often it may be answered in a lesson; 0: as many times as one likes.
    pub tries: u32,
    /// How many hints there are.
    pub hints: usize,
    /// What sort of question it is.
    #[serde(flatten)]
    pub kind: QuestionKindContent,
}

/// The sorts of question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum QuestionKindContent {
    /// One option is right.
    Single {
        /// What to choose from.
        options: Vec<PartContent>,
        /// Whether to mix them.
        shuffle: bool,
    },
    /// Several options may be right.
    Multiple {
        /// What to choose from.
        options: Vec<PartContent>,
        /// Whether to mix them.
        shuffle: bool,
    },
    /// True or false.
    #[serde(rename = "truefalse")]
    TrueFalse {
        /// `true` and `false`; an empty title is the interface's own word.
        options: Vec<PartContent>,
    },
    /// A few words to write.
    Text {},
    /// A number to write.
    Numeric {
        /// Accepted units; the first is shown.
        units: Vec<String>,
    },
    /// Things to put in order, mixed.
    Ordering {
        /// The things.
        items: Vec<PartContent>,
    },
    /// Things to put together.
    Matching {
        /// One side.
        left: Vec<PartContent>,
        /// The other side, mixed.
        right: Vec<PartContent>,
    },
    /// Things to put into categories.
    Categorise {
        /// The categories.
        categories: Vec<PartContent>,
        /// The things, mixed.
        items: Vec<PartContent>,
    },
    /// A text with gaps: they stand in the block's HTML.
    Gaps {
        /// How gaps are filled.
        mode: GapMode,
        /// The ids of the gaps.
        gaps: Vec<String>,
        /// What to fill in, mixed; empty when typed.
        options: Vec<PartContent>,
    },
    /// Places to find on a picture.
    Hotspot {
        /// Address of the picture.
        file: String,
        /// Its alternative text.
        alt: String,
        /// Its width in pixels, where that is known.
        width: Option<u32>,
        /// Its height in pixels, where that is known.
        height: Option<u32>,
        /// The places.
        areas: Vec<AreaContent>,
        /// Whether more than one is right.
        many: bool,
    },
    /// Names to put on a picture.
    Label {
        /// Address of the picture.
        file: String,
        /// Its alternative text.
        alt: String,
        /// Its width in pixels, where that is known.
        width: Option<u32>,
        /// Its height in pixels, where that is known.
        height: Option<u32>,
        /// Where names belong.
        spots: Vec<SpotContent>,
        /// The names, mixed.
        labels: Vec<PartContent>,
    },
    /// An opinion between two ends.
    Scale {
        /// The low end.
        from: i32,
        /// The high end.
        to: i32,
        /// Words for the low end.
        low: String,
        /// Words for the high end.
        high: String,
    },
}

/// A place on a picture, in per cent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AreaContent {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// A point on a picture, in per cent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SpotContent {
    /// Its id.
    pub id: String,
    /// Its name for people who do not see it.
    pub title: String,
    /// From the left.
    pub x: f64,
    /// From above.
    pub y: f64,
}

/// The ids of the gaps of a question that has them.
pub(super) fn gap_ids(kind: &QuestionKind) -> Option<Vec<String>> {
    match kind {
        QuestionKind::Gaps { gaps, .. } => Some(gaps.iter().map(|gap| gap.id.clone()).collect()),
        _ => None,
    }
}

/// A question without its key.
pub(super) fn content(view: &View<'_>, block: &Block, question: &Question, lang: Locale) -> QuestionContent {
    let titles = |ids: &[String]| view.titles(block, ids, lang);
    let mixed = |ids: &[String]| view.titles(block, &shuffled(ids, &block.id), lang);
    let kind = match &question.kind {
        QuestionKind::Single { options, shuffle, .. } => {
            QuestionKindContent::Single { options: titles(options), shuffle: *shuffle }
        }
        QuestionKind::Multiple { options, shuffle, .. } => {
            QuestionKindContent::Multiple { options: titles(options), shuffle: *shuffle }
        }
        QuestionKind::TrueFalse { .. } => {
            QuestionKindContent::TrueFalse { options: titles(&["true".into(), "false".into()]) }
        }
        QuestionKind::Text { .. } => QuestionKindContent::Text {},
        QuestionKind::Numeric { units, .. } => QuestionKindContent::Numeric { units: units.clone() },
        QuestionKind::Ordering { items } => QuestionKindContent::Ordering { items: mixed(items) },
        QuestionKind::Matching { pairs, distractors } => {
            let left: Vec<String> = pairs.iter().map(|pair| pair[0].clone()).collect();
            let mut right: Vec<String> = Vec::new();
            for id in pairs.iter().map(|pair| &pair[1]).chain(distractors) {
                if !right.contains(id) {
                    right.push(id.clone());
                }
            }
            QuestionKindContent::Matching { left: titles(&left), right: mixed(&right) }
        }
        QuestionKind::Categorise { categories, items } => {
            let items: Vec<String> = items.keys().cloned().collect();
            QuestionKindContent::Categorise { categories: titles(categories), items: mixed(&items) }
        }
        QuestionKind::Gaps { mode, options, gaps } => QuestionKindContent::Gaps {
            mode: *mode,
            gaps: gaps.iter().map(|gap| gap.id.clone()).collect(),
            options: mixed(options),
        },
        QuestionKind::Hotspot { file, areas, correct } => QuestionKindContent::Hotspot {
            file: view.picture(file).0,
            width: view.picture(file).1,
            height: view.picture(file).2,
            alt: view.part_plain(block, "alt", lang),
            areas: areas
                .iter()
                .map(|area| AreaContent {
                    id: area.id.clone(),
                    title: view.part_title(block, &area.id, lang),
                    x: area.x,
                    y: area.y,
                    w: area.w,
                    h: area.h,
                })
                .collect(),
            many: correct.len() > 1,
        },
        QuestionKind::Label { file, spots, labels } => QuestionKindContent::Label {
            file: view.picture(file).0,
            width: view.picture(file).1,
            height: view.picture(file).2,
            alt: view.part_plain(block, "alt", lang),
            spots: spots
                .iter()
                .map(|spot| SpotContent {
                    id: spot.id.clone(),
                    title: view.part_title(block, &spot.id, lang),
                    x: spot.x,
                    y: spot.y,
                })
                .collect(),
            labels: mixed(labels),
        },
        QuestionKind::Scale { from, to } => QuestionKindContent::Scale {
            from: *from,
            to: *to,
            low: view.part_title(block, "low", lang),
            high: view.part_title(block, "high", lang),
        },
    };
    QuestionContent { points: question.points, tries: question.tries, hints: hints(block), kind }
}
