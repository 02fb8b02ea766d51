//! Blocks: what a unit is built of.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use vocabulary::Locale;

use super::{ByLocale, Question, Texts, Unknown};

/// A piece of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// Unique in its unit.
    pub id: String,
    /// What it is, with its settings.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// Title and body.
    #[serde(default)]
    pub texts: Texts,
    /// The texts of its parts, by id.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub parts: IndexMap<String, Texts>,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum BlockKind {
    /// Something to read.
    Text,
    /// Something set apart.
    Callout {
        /// How it looks.
        style: CalloutStyle,
    },
    /// A picture; title: caption, body: alternative text.
    Image {
        /// Its name in `media/`.
        file: String,
        /// True where it says nothing and needs no alternative text.
        #[serde(default)]
        decorative: bool,
    },
    /// A picture with a long description in its body.
    Infographic {
        /// Its name in `media/`.
        file: ByLocale<String>,
    },
    /// A film.
    Video {
        /// Its name in `media/`.
        file: String,
        /// How long it lasts.
        seconds: u32,
        /// Files with captions, by language.
        #[serde(default)]
        captions: BTreeMap<Locale, String>,
        /// A picture to show before it starts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        poster: Option<String>,
        /// Where its chapters begin.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        chapters: Vec<Chapter>,
        /// Whether a machine speaks in it.
        #[serde(default)]
        synthetic: Synthetic,
    },
    /// Something to listen to.
    Audio {
        /// Its name in `media/`.
        file: ByLocale<String>,
        /// How long it lasts.
        seconds: ByLocale<u32>,
        /// Whether a machine speaks in it.
        #[serde(default)]
        synthetic: Synthetic,
    },
    /// Things to unfold.
    Accordion {
        /// Ids of its items, in order.
        items: Vec<String>,
    },
    /// Things to do one after another.
    Steps {
        /// Ids of its items, in order.
        items: Vec<String>,
    },
    /// Cards with a front and a back.
    Flashcards {
        /// Ids of its cards, in order.
        items: Vec<String>,
    },
    /// Something to do away from the page.
    Practice {
        /// How long it takes.
        minutes: u32,
    },
    /// A file to take home.
    Download {
        /// Its name in `media/`.
        file: String,
    },
    /// A question.
    Question(Question),
    /// A type of block that this version does not know, kept whole. It blocks publishing.
    Unknown {
        /// What it says it is.
        name: String,
        /// All its other settings.
        settings: Unknown,
    },
}

/// How a callout looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CalloutStyle {
    /// Something to know.
    #[default]
    Note,
    /// Something that helps.
    Tip,
    /// Something to beware of.
    Warning,
    /// A case.
    Example,
    /// An invented message: title = who sends it.
    Message,
}

/// Whether a machine speaks in a recording.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Synthetic {
    /// A person speaks.
    #[default]
    None,
    /// A machine's voice speaks.
    Voice,
    /// Nobody speaks.
    Silent,
}

/// A chapter of a film.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Chapter {
    /// The id of the part that gives its title.
    pub id: String,
    /// The second it begins at.
    pub at: u32,
    /// Settings that the format does not know.
    #[serde(default, skip_serializing_if = "Unknown::is_empty")]
    pub unknown: Unknown,
}

impl Block {
    /// A block without texts.
    #[must_use]
    pub fn new(id: impl Into<String>, kind: BlockKind) -> Self {
        Self { id: id.into(), kind, texts: Texts::default(), parts: IndexMap::new(), unknown: Unknown::new() }
    }

    /// The question that it is, if it is one.
    #[must_use]
    pub fn question(&self) -> Option<&Question> {
        match &self.kind {
            BlockKind::Question(question) => Some(question),
            _ => None,
        }
    }

    /// The texts of a part.
    #[must_use]
    pub fn part(&self, id: &str) -> Option<&Texts> {
        self.parts.get(id)
    }

    /// The name of its type as the format writes it.
    #[must_use]
    pub fn type_name(&self) -> &str {
        match &self.kind {
            BlockKind::Text => "text",
            BlockKind::Callout { .. } => "callout",
            BlockKind::Image { .. } => "image",
            BlockKind::Infographic { .. } => "infographic",
            BlockKind::Video { .. } => "video",
            BlockKind::Audio { .. } => "audio",
            BlockKind::Accordion { .. } => "accordion",
            BlockKind::Steps { .. } => "steps",
            BlockKind::Flashcards { .. } => "flashcards",
            BlockKind::Practice { .. } => "practice",
            BlockKind::Download { .. } => "download",
            BlockKind::Question(_) => "question",
            BlockKind::Unknown { name, .. } => name,
        }
    }

    /// The ids of all parts that this block may have, in the order in which they are written.
    #[must_use]
    pub fn part_ids(&self) -> Vec<String> {
        let fixed = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        match &self.kind {
            BlockKind::Text
            | BlockKind::Image { .. }
            | BlockKind::Infographic { .. }
            | BlockKind::Practice { .. }
            | BlockKind::Download { .. }
            | BlockKind::Unknown { .. } => Vec::new(),
            BlockKind::Callout { style: CalloutStyle::Message } => fixed(&["caption"]),
            BlockKind::Callout { .. } => Vec::new(),
            BlockKind::Video { chapters, .. } => {
                let mut ids = fixed(&["transcript"]);
                ids.extend(chapters.iter().map(|chapter| chapter.id.clone()));
                ids
            }
            BlockKind::Audio { .. } => fixed(&["transcript"]),
            BlockKind::Accordion { items } | BlockKind::Steps { items } | BlockKind::Flashcards { items } => {
                items.clone()
            }
            BlockKind::Question(question) => {
                let mut ids = question.kind.part_ids();
                ids.extend(fixed(&["explain", "hint1", "hint2", "hint3"]));
                ids
            }
        }
    }
}
