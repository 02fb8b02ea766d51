//! Sections: each language of the course has each section, and where a title or a text is needed, it is there.

use vocabulary::Locale;

use super::Look;
use crate::folder::names::text_file;
use crate::model::{Block, BlockKind, CalloutStyle, Module, QuestionKind, Texts, Unit};
use crate::problem::{Code, Place, Problem};

/// What a section must have.
#[derive(Clone, Copy)]
pub(super) struct Needs {
    /// A missing section is a problem.
    pub section: bool,
    /// A missing title is a problem.
    pub title: bool,
    /// A missing body is this problem.
    pub body: Option<Code>,
}

const NOTHING: Needs = Needs { section: false, title: false, body: None };
const SECTION: Needs = Needs { section: true, title: false, body: None };
const TITLE: Needs = Needs { section: true, title: true, body: None };
const BODY: Needs = Needs { section: true, title: false, body: Some(Code::MissingBody) };
const BOTH: Needs = Needs { section: true, title: true, body: Some(Code::MissingBody) };

pub(super) fn look(look: &Look<'_>) {
    let course = look.course;
    for locale in course.languages.iter().copied() {
        let file = text_file("", "course", locale);
        let at = |anchor: &str, texts: &Texts, needs: Needs| one(look, &file, anchor, texts, locale, needs);
        let mut all = vec![&course.texts, &course.about, &course.outcomes_intro];
        all.extend(course.outcomes.values());
        if nobody_speaks(&all, locale) {
            missing_file(look, &file, locale);
        } else {
            at("course", &course.texts, BOTH);
            at("about", &course.about, BODY);
            for (id, texts) in &course.outcomes {
                at(&format!("outcomes.{id}"), texts, TITLE);
            }
            // A section that may be left out is left out in every language or in none.
            at("audience", &course.audience, if course.audience.is_empty() { NOTHING } else { BODY });
            at("needs", &course.needs, if course.needs.is_empty() { NOTHING } else { BODY });
        }
        for (m, module) in course.modules.iter().enumerate() {
            module_texts(look, m, module, locale);
            for (u, unit) in module.units.iter().enumerate() {
                unit_texts(look, &look.unit_text(m, u, locale), unit, locale);
            }
        }
    }
}

fn nobody_speaks(all: &[&Texts], locale: Locale) -> bool {
    all.iter().all(|texts| texts.get(locale).is_none())
}

fn missing_file(look: &Look<'_>, file: &str, locale: Locale) {
    look.add(Problem::new(Code::MissingFile, Place::file(file)).in_language(locale).with("file", file));
}

fn module_texts(look: &Look<'_>, m: usize, module: &Module, locale: Locale) {
    let file = look.module_text(m, locale);
    if module.texts.get(locale).is_none() {
        missing_file(look, &file, locale);
    } else {
        one(look, &file, "module", &module.texts, locale, TITLE);
    }
}

fn unit_texts(look: &Look<'_>, file: &str, unit: &Unit, locale: Locale) {
    let mut all = vec![&unit.texts];
    all.extend(unit.blocks.iter().flat_map(|block| std::iter::once(&block.texts).chain(block.parts.values())));
    if nobody_speaks(&all, locale) {
        missing_file(look, file, locale);
        return;
    }
    one(look, file, "unit", &unit.texts, locale, BOTH);
    for block in &unit.blocks {
        one(look, file, &block.id, &block.texts, locale, own_needs(block));
        let nothing = Texts::default();
        for part in block.part_ids() {
            let texts = block.part(&part).unwrap_or(&nothing);
            one(look, file, &format!("{}.{part}", block.id), texts, locale, part_needs(block, &part));
        }
    }
}

/// Looks at one section in one language.
fn one(look: &Look<'_>, file: &str, anchor: &str, texts: &Texts, locale: Locale, needs: Needs) {
    let problem =
        |code: Code| Problem::new(code, Place::anchor(file, anchor)).in_language(locale).with("anchor", anchor);
    let missing_body = |code: Code| {
        let name = name_of_file(look, anchor, file);
        problem(code).with("file", name.unwrap_or_default())
    };
    match texts.get(locale) {
        None => match needs.body.filter(|code| *code != Code::MissingBody) {
            // A missing description or transcript is that, whether its heading stands there or not.
            Some(code) => look.add(missing_body(code)),
            None if needs.section => look.add(problem(Code::MissingSection)),
            None => {}
        },
        Some(section) => {
            if needs.title && section.title.trim().is_empty() {
                look.add(problem(Code::MissingTitle));
            }
            if let Some(code) = needs.body.filter(|_| section.body.trim().is_empty()) {
                look.add(missing_body(code));
            }
        }
    }
}

/// The media file that a section speaks about, for the message.
fn name_of_file(look: &Look<'_>, anchor: &str, file: &str) -> Option<String> {
    let id = anchor.split('.').next()?;
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let units = look
        .course
        .modules
        .iter()
        .enumerate()
        .flat_map(|(m, module)| module.units.iter().enumerate().map(move |(u, unit)| (m, u, unit)));
    let (_, _, unit) = units.into_iter().find(|(m, u, _)| look.layout.unit(*m, *u) == folder)?;
    unit.block(id)?.files().first().map(|file| (*file).to_owned())
}

fn own_needs(block: &Block) -> Needs {
    match &block.kind {
        BlockKind::Text | BlockKind::Practice { .. } => BODY,
        BlockKind::Callout { style: CalloutStyle::Message } => BOTH,
        BlockKind::Callout { .. } => BODY,
        BlockKind::Image { decorative: true, .. } | BlockKind::Unknown { .. } => NOTHING,
        BlockKind::Image { .. } => Needs { body: Some(Code::MissingAlt), ..SECTION },
        BlockKind::Infographic { .. } => Needs { body: Some(Code::MissingDescription), ..SECTION },
        BlockKind::Video { .. } | BlockKind::Audio { .. } | BlockKind::Download { .. } => TITLE,
        BlockKind::Accordion { .. } | BlockKind::Steps { .. } | BlockKind::Flashcards { .. } => SECTION,
        BlockKind::Question(question) => match question.kind {
            QuestionKind::Gaps { .. } => BOTH,
            _ => TITLE,
        },
    }
}

fn part_needs(block: &Block, part: &str) -> Needs {
    match &block.kind {
        BlockKind::Video { .. } | BlockKind::Audio { .. } if part == "transcript" => {
            Needs { body: Some(Code::MissingTranscript), ..SECTION }
        }
        BlockKind::Video { .. } => TITLE,
        BlockKind::Accordion { .. } | BlockKind::Flashcards { .. } => BOTH,
        // A step may be one line.
        BlockKind::Steps { .. } => SECTION,
        BlockKind::Question(question) => question_part_needs(&question.kind, part),
        _ => NOTHING,
    }
}

fn question_part_needs(kind: &QuestionKind, part: &str) -> Needs {
    if part.starts_with("hint") && matches!(part, "hint1" | "hint2" | "hint3") {
        return NOTHING;
    }
    if part == "explain" {
        // The feedback of the options says it where every option has one.
        return match kind {
            QuestionKind::Single { .. }
            | QuestionKind::Multiple { .. }
            | QuestionKind::TrueFalse { .. }
            | QuestionKind::Scale { .. } => NOTHING,
            _ => Needs { body: Some(Code::MissingExplanation), ..SECTION },
        };
    }
    let feedback = Needs { body: Some(Code::MissingFeedback), ..SECTION };
    match kind {
        QuestionKind::Single { .. } | QuestionKind::Multiple { .. } => Needs { title: true, ..feedback },
        QuestionKind::TrueFalse { .. } | QuestionKind::Text { .. } | QuestionKind::Numeric { .. } => feedback,
        QuestionKind::Hotspot { .. } | QuestionKind::Label { .. } if part == "alt" => {
            Needs { body: Some(Code::MissingAlt), ..SECTION }
        }
        QuestionKind::Hotspot { .. } => Needs { title: true, ..feedback },
        _ => TITLE,
    }
}
