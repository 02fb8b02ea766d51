//! Units: lessons and quizzes.

use serde::{Deserialize, Serialize};

use super::{Block, CompetenceTag, Condition, Loose, Texts, Unknown};

/// The smallest thing that one opens, takes and finishes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Unit {
    /// Unique in the course; progress hangs on it.
    pub key: String,
    /// Lesson or quiz.
    #[serde(rename = "type")]
    pub kind: UnitType,
    /// Whether completing the course asks for it.
    pub mandatory: bool,
    /// When it opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// What it leads to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub competences: Vec<CompetenceTag>,
    /// The settings of a quiz; None in a lesson, and in a quiz that keeps to the defaults.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiz: Option<Quiz>,
    /// Pools that questions are drawn from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pools: Vec<Pool>,
    /// What it holds, in order.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Title; body: what one can do after it.
    #[serde(default)]
    pub texts: Texts,
    /// Sections that name nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loose: Vec<Loose>,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

impl Unit {
    /// An empty lesson.
    #[must_use]
    pub fn lesson(key: impl Into<String>) -> Self {
        Self { key: key.into(), mandatory: true, ..Self::default() }
    }

    /// The block with this id.
    #[must_use]
    pub fn block(&self, id: &str) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
    }

    /// The questions among its blocks.
    pub fn questions(&self) -> impl Iterator<Item = (&Block, &super::Question)> {
        self.blocks.iter().filter_map(|block| block.question().map(|question| (block, question)))
    }

    /// The settings of the quiz, the defaults where nothing is said.
    #[must_use]
    pub fn quiz_settings(&self) -> Quiz {
        self.quiz.clone().unwrap_or_default()
    }

    /// How many questions an attempt at the quiz holds: those outside pools and the draws from each pool.
    #[must_use]
    pub fn asked(&self) -> usize {
        let fixed = self.questions().filter(|(_, q)| !self.in_known_pool(q.pool.as_deref())).count();
        let drawn: usize = self
            .pools
            .iter()
            .map(|pool| {
                let size = self.questions().filter(|(_, q)| q.pool.as_deref() == Some(&pool.id)).count();
                size.min(pool.draw as usize)
            })
            .sum();
        fixed + drawn
    }

    fn in_known_pool(&self, pool: Option<&str>) -> bool {
        pool.is_some_and(|id| self.pools.iter().any(|pool| pool.id == id))
    }
}

/// Lesson or quiz.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UnitType {
    /// Read, watched, tried out.
    #[default]
    Lesson,
    /// Questions handed in together.
    Quiz,
}

/// The settings of a quiz.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Quiz {
    /// Per cent to pass.
    pub pass: u8,
    /// How often it may be taken; 0: as many times as one likes.
    pub tries: u32,
    /// Time limit in minutes; 0: none.
    pub minutes: u32,
    /// Whether the order of the questions changes.
    pub shuffle: bool,
    /// When feedback and keys are shown.
    pub review: Review,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

impl Default for Quiz {
    fn default() -> Self {
        Self {
            pass: 80,
            tries: 0,
            minutes: 0,
            shuffle: false,
            review: Review::AfterSubmission,
            unknown: Unknown::new(),
        }
    }
}

/// When feedback and keys of a quiz are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Review {
    /// As soon as it is handed in.
    #[default]
    AfterSubmission,
    /// Once it is passed.
    AfterPass,
    /// Once no try is left.
    AfterLastTry,
    /// Never.
    Never,
}

/// Questions of which a few are drawn at random.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pool {
    /// The name that questions give as `pool`.
    pub id: String,
    /// How many are drawn.
    pub draw: u32,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}
