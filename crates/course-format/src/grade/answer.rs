//! What a learner answers.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::model::QuestionKind;

/// An answer, by the sort of its question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum Answer {
    /// The option chosen.
    Single {
        /// Its id.
        option: String,
    },
    /// The options chosen.
    Multiple {
        /// Their ids.
        options: Vec<String>,
    },
    /// True or false.
    #[serde(rename = "truefalse")]
    TrueFalse {
        /// What was chosen.
        value: bool,
    },
    /// The words written.
    Text {
        /// As they were written.
        text: String,
    },
    /// The number written.
    Numeric {
        /// As it was written, with its unit.
        text: String,
    },
    /// Things in the order given to them.
    Ordering {
        /// Their ids.
        items: Vec<String>,
    },
    /// Things put together.
    Matching {
        /// The right id for each left one.
        pairs: IndexMap<String, String>,
    },
    /// Things put into categories.
    Categorise {
        /// The category for each item.
        items: IndexMap<String, String>,
    },
    /// Gaps filled.
    Gaps {
        /// Words or the id of an option for each gap.
        gaps: IndexMap<String, String>,
    },
    /// Places chosen.
    Hotspot {
        /// Their ids.
        areas: Vec<String>,
    },
    /// Names put on a picture.
    Label {
        /// The label for each spot.
        spots: IndexMap<String, String>,
    },
    /// An opinion.
    Scale {
        /// Where it lies.
        value: i32,
    },
}

impl Answer {
    /// The sort of question that it answers, as the format writes it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
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

    /// True when it answers this sort of question, names only what the question holds and is of a sensible size. One
    /// that does not fit is still graded, as wrong.
    #[must_use]
    pub fn fits(&self, kind: &QuestionKind) -> bool {
        let known = |ids: &[String], id: &String| ids.contains(id);
        let within =
            |chosen: &[String], ids: &[String]| chosen.len() <= ids.len() && chosen.iter().all(|id| known(ids, id));
        match (self, kind) {
            (Self::Single { option }, QuestionKind::Single { options, .. }) => known(options, option),
            (Self::Multiple { options: chosen }, QuestionKind::Multiple { options, .. }) => within(chosen, options),
            (Self::TrueFalse { .. }, QuestionKind::TrueFalse { .. }) => true,
            (Self::Text { text }, QuestionKind::Text { .. }) => text.len() <= 2000,
            (Self::Numeric { text }, QuestionKind::Numeric { .. }) => text.len() <= 200,
            (Self::Ordering { items: given }, QuestionKind::Ordering { items }) => within(given, items),
            (Self::Matching { pairs: given }, QuestionKind::Matching { pairs, distractors }) => {
                let right = |id: &String| pairs.iter().any(|pair| &pair[1] == id) || known(distractors, id);
                given.iter().all(|(l, r)| pairs.iter().any(|pair| &pair[0] == l) && right(r))
            }
            (Self::Categorise { items: given }, QuestionKind::Categorise { categories, items }) => {
                given.iter().all(|(item, category)| items.contains_key(item) && known(categories, category))
            }
            (Self::Gaps { gaps: given }, QuestionKind::Gaps { options, gaps, .. }) => given.iter().all(|(id, text)| {
                gaps.iter().any(|gap| &gap.id == id)
                    && if options.is_empty() { text.len() <= 500 } else { text.is_empty() || known(options, text) }
            }),
            (Self::Hotspot { areas: chosen }, QuestionKind::Hotspot { areas, .. }) => {
                let ids: Vec<String> = areas.iter().map(|area| area.id.clone()).collect();
                within(chosen, &ids)
            }
            (Self::Label { spots: given }, QuestionKind::Label { spots, labels, .. }) => {
                given.iter().all(|(spot, label)| spots.iter().any(|s| &s.id == spot) && known(labels, label))
            }
            (Self::Scale { value }, QuestionKind::Scale { from, to }) => (*from..=*to).contains(value),
            _ => false,
        }
    }
}
