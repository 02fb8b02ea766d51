//! What a player may see of a unit. Keys, feedback, explanations and the words of hints never leave through here.

mod content;
mod question;
mod shuffle;

use vocabulary::Locale;

pub use content::{BlockContent, CaptionContent, ChapterContent, KindContent, PartContent, QuizContent, UnitContent};
pub use question::{AreaContent, QuestionContent, QuestionKindContent, SpotContent};
pub(crate) use shuffle::{hash, shuffled};

use crate::MediaFiles;
use crate::minutes::{unit_minutes, unit_words};
use crate::model::{Block, BlockKind, Course, Texts, Unit, UnitType};
use crate::render::{Renderer, plain};

/// A unit as a player sees it, in the language asked for where it exists, else in the original. None where the course
/// has no such unit. A quiz comes without its questions: those come with the attempt, see [`present_block`].
/// `media` says where its files are served.
#[must_use]
pub fn present(course: &Course, unit_key: &str, locale: Locale, media: &dyn MediaFiles) -> Option<UnitContent> {
    let unit = course.unit(unit_key)?;
    let view = View { original: course.original(), locale, media };
    let keys: Vec<&str> = course.units().map(|unit| unit.key.as_str()).collect();
    let at = keys.iter().position(|key| *key == unit_key)?;
    let (title_lang, title, goal) = view.section(&unit.texts, "unit");
    let is_quiz = unit.kind == UnitType::Quiz;
    let shown = unit.blocks.iter().filter(|block| !is_quiz || block.question().is_none());
    Some(UnitContent {
        course: course.slug.clone(),
        version_id: None,
        unit: unit.key.clone(),
        lang: locale,
        title,
        title_lang,
        goal,
        kind: unit.kind,
        minutes: unit_minutes(unit),
        words: unit_words(unit, title_lang),
        quiz: is_quiz.then(|| quiz(unit)),
        blocks: shown.map(|block| view.block(block)).collect(),
        previous: at.checked_sub(1).and_then(|at| keys.get(at)).map(|key| (*key).to_owned()),
        next: keys.get(at + 1).map(|key| (*key).to_owned()),
    })
}

/// One block of a unit as a player sees it: for the questions of an attempt.
#[must_use]
pub fn present_block(
    course: &Course,
    unit_key: &str,
    block_id: &str,
    locale: Locale,
    media: &dyn MediaFiles,
) -> Option<BlockContent> {
    let block = course.unit(unit_key)?.block(block_id)?;
    Some(View { original: course.original(), locale, media }.block(block))
}

/// The HTML of a hint of a question, by its number from 1. None where there is no such hint.
#[must_use]
pub fn hint(
    course: &Course,
    unit_key: &str,
    block_id: &str,
    number: usize,
    locale: Locale,
    media: &dyn MediaFiles,
) -> Option<String> {
    let block = course.unit(unit_key)?.block(block_id)?;
    if number == 0 || number > hints(block) {
        return None;
    }
    let name = format!("hint{number}");
    let view = View { original: course.original(), locale, media };
    let (_, _, html) = view.section(block.part(&name)?, &format!("{block_id}-{name}"));
    Some(html)
}

/// How many hints a question has: those numbered from 1 without a hole.
#[must_use]
pub fn hints(block: &Block) -> usize {
    let says = |name: &&str| block.part(name).is_some_and(|t| t.iter().any(|(_, s)| !s.body.trim().is_empty()));
    ["hint1", "hint2", "hint3"].iter().take_while(|name| says(name)).count()
}

fn quiz(unit: &Unit) -> QuizContent {
    let settings = unit.quiz_settings();
    QuizContent {
        pass: settings.pass,
        tries: settings.tries,
        minutes: settings.minutes,
        questions: unit.asked(),
        review: settings.review,
    }
}

/// The texts of a course as somebody sees them who asked for a language.
pub struct View<'a> {
    /// The language that steps in where the one asked for is missing.
    pub original: Locale,
    /// The language asked for.
    pub locale: Locale,
    /// The course's files.
    pub media: &'a dyn MediaFiles,
}

impl View<'_> {
    /// Language, title and HTML of a section. `scope` is unique on the page.
    #[must_use]
    pub fn section(&self, texts: &Texts, scope: &str) -> (Locale, String, String) {
        match texts.pick(self.locale, self.original) {
            Some((locale, section)) => (locale, section.title.clone(), self.html(&section.body, scope, locale)),
            None => (self.locale, String::new(), String::new()),
        }
    }

    pub(crate) fn html(&self, body: &str, scope: &str, locale: Locale) -> String {
        Renderer { locale, media: self.media }.html(body, scope)
    }

    fn file(&self, name: &str) -> String {
        self.media.url(&format!("media/{name}"))
    }

    /// Address, width and height of a picture.
    pub(crate) fn picture(&self, name: &str) -> (String, Option<u32>, Option<u32>) {
        let size = self.media.size(&format!("media/{name}"));
        (self.file(name), size.map(|size| size.width), size.map(|size| size.height))
    }

    /// The plain title of a part.
    pub(crate) fn part_title(&self, block: &Block, id: &str, locale: Locale) -> String {
        let found = block.part(id).and_then(|texts| texts.pick(locale, self.original));
        found.map(|(_, section)| section.title.clone()).unwrap_or_default()
    }

    /// The body of a part as HTML.
    pub(crate) fn part_html(&self, block: &Block, id: &str, locale: Locale) -> String {
        let found = block.part(id).and_then(|texts| texts.pick(locale, self.original));
        found.map_or(String::new(), |(found, section)| self.html(&section.body, &format!("{}-{id}", block.id), found))
    }

    /// The body of a part as one line of plain text.
    pub(crate) fn part_plain(&self, block: &Block, id: &str, locale: Locale) -> String {
        let found = block.part(id).and_then(|texts| texts.pick(locale, self.original));
        found.map(|(_, section)| plain(&section.body)).unwrap_or_default()
    }

    fn parts<'x>(&self, block: &Block, ids: impl IntoIterator<Item = &'x String>, locale: Locale) -> Vec<PartContent> {
        ids.into_iter()
            .map(|id| PartContent {
                id: id.clone(),
                title: self.part_title(block, id, locale),
                html: self.part_html(block, id, locale),
            })
            .collect()
    }

    /// Parts of which only the title may be seen.
    pub(crate) fn titles<'x>(
        &self,
        block: &Block,
        ids: impl IntoIterator<Item = &'x String>,
        locale: Locale,
    ) -> Vec<PartContent> {
        let one = |id: &'x String| PartContent {
            id: id.clone(),
            title: self.part_title(block, id, locale),
            html: String::new(),
        };
        ids.into_iter().map(one).collect()
    }

    /// A block as a player sees it.
    #[must_use]
    pub fn block(&self, block: &Block) -> BlockContent {
        let (lang, title, mut html) = self.section(&block.texts, &block.id);
        let body = block.texts.body(lang);
        let mut parts = Vec::new();
        let kind = match &block.kind {
            BlockKind::Text => KindContent::Text,
            BlockKind::Callout { style } => {
                let caption = "caption".to_owned();
                let ids = block.part_ids().contains(&caption) && block.part("caption").is_some();
                parts = self.parts(block, ids.then_some(&caption), lang);
                KindContent::Callout { style: *style }
            }
            BlockKind::Image { file, decorative } => {
                html.clear();
                let alt = if *decorative { String::new() } else { plain(body) };
                let (file, width, height) = self.picture(file);
                KindContent::Image { file, alt, decorative: *decorative, width, height }
            }
            BlockKind::Infographic { file } => {
                let picture = file.pick(lang, self.original).map(|file| self.picture(file));
                let (file, width, height) = picture.unwrap_or_default();
                KindContent::Infographic { file, alt: title.clone(), decorative: false, width, height }
            }
            BlockKind::Video { file, seconds, captions, poster, chapters, synthetic } => KindContent::Video {
                width: poster.as_ref().and_then(|name| self.picture(name).1),
                height: poster.as_ref().and_then(|name| self.picture(name).2),
                file: self.file(file),
                seconds: *seconds,
                captions: captions
                    .iter()
                    .map(|(lang, file)| CaptionContent { lang: *lang, file: self.file(file) })
                    .collect(),
                poster: poster.as_ref().map(|file| self.file(file)),
                chapters: chapters
                    .iter()
                    .map(|c| ChapterContent { id: c.id.clone(), title: self.part_title(block, &c.id, lang), at: c.at })
                    .collect(),
                synthetic: *synthetic,
                transcript: self.part_html(block, "transcript", lang),
            },
            BlockKind::Audio { file, seconds, synthetic } => KindContent::Audio {
                file: file.pick(lang, self.original).map(|file| self.file(file)).unwrap_or_default(),
                seconds: seconds.pick(lang, self.original).copied().unwrap_or_default(),
                synthetic: *synthetic,
                transcript: self.part_html(block, "transcript", lang),
            },
            BlockKind::Accordion { items } => {
                parts = self.parts(block, items, lang);
                KindContent::Accordion
            }
            BlockKind::Steps { items } => {
                parts = self.parts(block, items, lang);
                KindContent::Steps
            }
            BlockKind::Flashcards { items } => {
                parts = self.parts(block, items, lang);
                KindContent::Flashcards
            }
            BlockKind::Practice { minutes } => KindContent::Practice { minutes: *minutes },
            BlockKind::Download { file } => KindContent::Download { file: self.file(file) },
            BlockKind::Question(question) => {
                if let Some(gaps) = question::gap_ids(&question.kind) {
                    let renderer = Renderer { locale: lang, media: self.media };
                    html = renderer.html_with_gaps(body, &block.id, &gaps);
                }
                KindContent::Question { question: question::content(self, block, question, lang) }
            }
            BlockKind::Unknown { .. } => KindContent::Unknown,
        };
        BlockContent { id: block.id.clone(), title, html, lang, parts, kind }
    }
}
