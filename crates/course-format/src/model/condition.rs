//! When a module or a unit opens.

use serde::{Deserialize, Serialize};

/// What must be so before something opens. Nested at will.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Condition {
    /// From this moment on: RFC 3339 with an offset.
    After(String),
    /// So many days after the edition starts.
    DaysAfterStart(u32),
    /// So many days after the learner enrolled.
    DaysAfterEnrolment(u32),
    /// The unit with this key is done.
    Completed(String),
    /// A unit's score lies on one side of a mark.
    Score(ScoreCondition),
    /// All of them hold.
    All(Vec<Condition>),
    /// At least one of them holds.
    Any(Vec<Condition>),
}

/// The score of a unit in per cent, measured against marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScoreCondition {
    /// The key of the unit.
    pub unit: String,
    /// Holds from this score on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u8>,
    /// Holds below this score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<u8>,
}

impl Condition {
    /// The keys of all units that it speaks of.
    #[must_use]
    pub fn units(&self) -> Vec<&str> {
        match self {
            Self::Completed(unit) => vec![unit],
            Self::Score(score) => vec![&score.unit],
            Self::All(list) | Self::Any(list) => list.iter().flat_map(Self::units).collect(),
            Self::After(_) | Self::DaysAfterStart(_) | Self::DaysAfterEnrolment(_) => Vec::new(),
        }
    }

    /// Every simple condition in it, however deep.
    #[must_use]
    pub fn leaves(&self) -> Vec<&Condition> {
        match self {
            Self::All(list) | Self::Any(list) => list.iter().flat_map(Self::leaves).collect(),
            other => vec![other],
        }
    }
}
