//! The shapes of what a player sees.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::Locale;

use super::QuestionContent;
use crate::model::{CalloutStyle, Review, Synthetic, UnitType};

/// A unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UnitContent {
    /// The course's key.
    pub course: String,
    /// The version, where whoever shows it knows one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_id: Option<String>,
    /// The unit's key.
    pub unit: String,
    /// The language asked for.
    pub lang: Locale,
    /// Its title.
    pub title: String,
    /// The language of title and goal.
    pub title_lang: Locale,
    /// HTML: what one can do after it.
    pub goal: String,
    /// Lesson or quiz.
    #[serde(rename = "type")]
    pub kind: UnitType,
    /// How long it takes.
    pub minutes: u32,
    /// How many words there are to read.
    pub words: usize,
    /// The settings of a quiz.
    pub quiz: Option<QuizContent>,
    /// What it holds; of a quiz, all but the questions.
    pub blocks: Vec<BlockContent>,
    /// The key of the unit before it.
    pub previous: Option<String>,
    /// The key of the unit after it.
    pub next: Option<String>,
}

/// The settings of a quiz.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct QuizContent {
    /// Per cent to pass.
    pub pass: u8,
    /// How often it may be taken; 0: as many times as one likes.
    pub tries: u32,
    /// Time limit in minutes; 0: none.
    pub minutes: u32,
    /// How many questions an attempt has.
    pub questions: usize,
    /// When feedback and keys are shown.
    pub review: Review,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BlockContent {
    /// Its id in the unit.
    pub id: String,
    /// Its title; may be empty.
    pub title: String,
    /// Its body as HTML; may be empty.
    pub html: String,
    /// The language of its texts.
    pub lang: Locale,
    /// Its parts, in order.
    pub parts: Vec<PartContent>,
    /// What it is.
    #[serde(flatten)]
    pub kind: KindContent,
}

/// A part of a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PartContent {
    /// Its id in the block.
    pub id: String,
    /// Its title, plain.
    pub title: String,
    /// Its body; empty where it may not be seen.
    pub html: String,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum KindContent {
    /// Something to read.
    Text,
    /// Something set apart.
    Callout {
        /// How it looks.
        style: CalloutStyle,
    },
    /// A picture.
    Image {
        /// Address.
        file: String,
        /// Alternative text; empty when decorative.
        alt: String,
        /// True where it says nothing.
        decorative: bool,
        /// Its width in pixels, where that is known.
        width: Option<u32>,
        /// Its height in pixels, where that is known.
        height: Option<u32>,
    },
    /// A picture whose long description is the HTML.
    Infographic {
        /// Address.
        file: String,
        /// Short alternative text: the title.
        alt: String,
        /// Always false.
        decorative: bool,
        /// Its width in pixels, where that is known.
        width: Option<u32>,
        /// Its height in pixels, where that is known.
        height: Option<u32>,
    },
    /// A film.
    Video {
        /// Address.
        file: String,
        /// How long it lasts.
        seconds: u32,
        /// Captions by language.
        captions: Vec<CaptionContent>,
        /// Address of a picture to show before it starts.
        poster: Option<String>,
        /// The width of that picture in pixels, where that is known.
        width: Option<u32>,
        /// Its height in pixels, where that is known.
        height: Option<u32>,
        /// Its chapters.
        chapters: Vec<ChapterContent>,
        /// Whether a machine speaks in it.
        synthetic: Synthetic,
        /// HTML: what is said and shown.
        transcript: String,
    },
    /// Something to listen to.
    Audio {
        /// Address.
        file: String,
        /// How long it lasts.
        seconds: u32,
        /// Whether a machine speaks in it.
        synthetic: Synthetic,
        /// HTML: what is said.
        transcript: String,
    },
    /// Things to unfold: the parts.
    Accordion,
    /// Things to do one after another: the parts.
    Steps,
    /// Cards: title = front, HTML = back.
    Flashcards,
    /// Something to do away from the page.
    Practice {
        /// How long it takes.
        minutes: u32,
    },
    /// A file to take home.
    Download {
        /// Address.
        file: String,
    },
    /// A question.
    Question {
        /// The question without its key.
        question: QuestionContent,
    },
    /// A block that this version cannot show: only ever in a draft.
    Unknown,
}

/// Captions in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CaptionContent {
    /// Their language.
    pub lang: Locale,
    /// Address.
    pub file: String,
}

/// A chapter of a film.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChapterContent {
    /// Its id in the block.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The second it begins at.
    pub at: u32,
}
