//! The words for an answer: those of what was chosen, and once nothing is left to find out, everything.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::Locale;

use super::Answer;
use super::verdict::{PartVerdict, grade, solution};
use crate::MediaFiles;
use crate::model::{Block, Course, QuestionKind};
use crate::present::View;

/// What a learner reads about an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Feedback {
    /// True when all of it is right.
    pub right: bool,
    /// 0 to 1.
    pub fraction: f64,
    /// One for each thing that the learner chose or placed; once everything is shown, also for the right options that
    /// were not chosen.
    pub parts: Vec<FeedbackPart>,
    /// HTML: why the answer is right. None while there is something left to find out.
    pub explain: Option<String>,
    /// The language of the words.
    pub lang: Locale,
    /// The right answer. None while there is something left to find out.
    pub solution: Option<Answer>,
}

/// The words for one part of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FeedbackPart {
    /// The id of the option, item, gap, spot or known wrong answer.
    pub id: String,
    /// Whether it is right.
    pub right: bool,
    /// Its title.
    pub title: String,
    /// HTML; may be empty.
    pub html: String,
}

/// The feedback for an answer to a block of a course; None where the block is no question. `last` says that no try is
/// left; then, or when the answer is right, everything is shown. `media` is as for [`crate::present()`].
#[must_use]
pub fn feedback(
    course: &Course,
    block: &Block,
    answer: &Answer,
    locale: Locale,
    last: bool,
    media: &dyn MediaFiles,
) -> Option<Feedback> {
    let question = block.question()?;
    let original = course.original();
    let view = View { original, locale, media };
    let verdict = grade(question, answer);
    let everything = verdict.right || last;
    let lang = block.texts.pick(locale, original).map_or(locale, |(lang, _)| lang);
    let mut parts = verdict.parts.clone();
    if everything {
        parts.extend(right_but_not_chosen(&question.kind, &verdict.parts));
    }
    let known = question.kind.part_ids();
    let words = |part: &PartVerdict| {
        let has_words = known.contains(&part.id);
        FeedbackPart {
            id: part.id.clone(),
            right: part.right,
            title: if has_words { view.part_title(block, &part.id, lang) } else { String::new() },
            html: if has_words { view.part_html(block, &part.id, lang) } else { String::new() },
        }
    };
    let explain = Some(view.part_html(block, "explain", lang)).filter(|html| everything && !html.is_empty());
    Some(Feedback {
        right: verdict.right,
        fraction: verdict.fraction,
        parts: parts.iter().map(words).collect(),
        explain,
        lang,
        solution: if everything { solution(question, lang, original) } else { None },
    })
}

fn right_but_not_chosen(kind: &QuestionKind, chosen: &[PartVerdict]) -> Vec<PartVerdict> {
    let right: Vec<String> = match kind {
        QuestionKind::Single { correct, .. } => vec![correct.clone()],
        QuestionKind::Multiple { correct, .. } | QuestionKind::Hotspot { correct, .. } => correct.clone(),
        QuestionKind::TrueFalse { correct } => vec![correct.to_string()],
        _ => Vec::new(),
    };
    let missed = right.into_iter().filter(|id| !chosen.iter().any(|part| part.id == *id));
    missed.map(|id| PartVerdict { id, right: true }).collect()
}
