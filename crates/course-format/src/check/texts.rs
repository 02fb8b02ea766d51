//! What stands in the texts: links that lead somewhere, pictures that are told, no HTML, no marks of other systems, and
//! no language that only repeats another.

use vocabulary::Locale;

use super::Look;
use super::course::is_web_address;
use super::media::is_media_name;
use crate::folder::names::text_file;
use crate::markdown::{Found, look as look_at};
use crate::model::{Section, Texts};
use crate::nearest::nearest;
use crate::problem::{Code, Place, Problem};

/// Shorter texts may well be the same in two languages: a name, a command, a number.
const LETTERS_TO_DIFFER: usize = 40;

pub(super) fn look(look: &Look<'_>) {
    let course = look.course;
    let file = |locale: Locale| text_file("", "course", locale);
    for (anchor, texts) in [
        ("course", &course.texts),
        ("about", &course.about),
        ("outcomes", &course.outcomes_intro),
        ("audience", &course.audience),
        ("needs", &course.needs),
    ] {
        all_languages(look, &file, anchor, texts);
    }
    for (id, texts) in &course.outcomes {
        all_languages(look, &file, &format!("outcomes.{id}"), texts);
    }
    for (m, module) in course.modules.iter().enumerate() {
        all_languages(look, &|locale| look.module_text(m, locale), "module", &module.texts);
        for (u, unit) in module.units.iter().enumerate() {
            let file = |locale: Locale| look.unit_text(m, u, locale);
            all_languages(look, &file, "unit", &unit.texts);
            for block in &unit.blocks {
                all_languages(look, &file, &block.id, &block.texts);
                for (id, texts) in &block.parts {
                    all_languages(look, &file, &format!("{}.{id}", block.id), texts);
                }
            }
        }
    }
}

fn all_languages(look: &Look<'_>, file: &dyn Fn(Locale) -> String, anchor: &str, texts: &Texts) {
    let mut said: Vec<(Locale, String)> = Vec::new();
    for (locale, section) in texts.iter() {
        let found = look_at(&section.body);
        let one = One { look, file: file(locale), anchor, locale };
        one.body(&found);
        one.title(section);
        let prose = prose(section, &found);
        let same = said.iter().find(|(_, other)| *other == prose && prose.chars().count() > LETTERS_TO_DIFFER);
        if let Some((other, _)) = same {
            look.add(one.problem(Code::Untranslated, None).with("first", other).with("second", locale));
        }
        said.push((locale, prose));
    }
}

/// The words that a language could say differently: no code.
fn prose(section: &Section, found: &[(usize, Found)]) -> String {
    let mut prose = section.title.clone();
    for (_, item) in found {
        if let Found::Text(text) = item {
            prose.push(' ');
            prose.push_str(text);
        }
    }
    prose.trim().to_owned()
}

/// One section in one language.
struct One<'a> {
    look: &'a Look<'a>,
    file: String,
    anchor: &'a str,
    locale: Locale,
}

impl One<'_> {
    fn problem(&self, code: Code, line: Option<usize>) -> Problem {
        let place = Place { file: self.file.clone(), line, anchor: Some(self.anchor.to_owned()) };
        Problem::new(code, place).in_language(self.locale)
    }

    fn add(&self, problem: Problem) {
        self.look.add(problem);
    }

    fn title(&self, section: &Section) {
        if let Some(tag) = template_tag(&section.title) {
            self.add(self.problem(Code::TemplateTag, None).with("found", tag));
        }
    }

    fn body(&self, found: &[(usize, Found)]) {
        let mut last_level: Option<u8> = None;
        for (line, item) in found {
            let line = Some(*line);
            match item {
                Found::Link(url) => self.link(url, line),
                Found::Image(url, alt) => self.image(url, alt, line),
                Found::Html(html) => {
                    let shown: String = html.trim().chars().take(40).collect();
                    self.add(self.problem(Code::RawHtml, line).with("found", shown));
                }
                Found::Heading(level, title) => {
                    if last_level.is_some_and(|last| *level > last + 1) {
                        self.add(self.problem(Code::HeadingJump, line).with("title", title));
                    }
                    last_level = Some(*level);
                }
                Found::Text(text) => {
                    if let Some(tag) = template_tag(text) {
                        self.add(self.problem(Code::TemplateTag, line).with("found", tag));
                    }
                }
                Found::Code(_) => {}
            }
        }
    }

    fn link(&self, url: &str, line: Option<usize>) {
        if let Some(key) = url.strip_prefix("unit:") {
            if self.look.course.unit(key).is_none() {
                let hint = nearest(key, self.look.course.units().map(|unit| unit.key.as_str())).unwrap_or_default();
                self.add(self.problem(Code::DeadLink, line).with("target", url).with("hint", hint));
            }
        } else if let Some(name) = url.strip_prefix("media/") {
            self.media(url, name.split(['#', '?']).next().unwrap_or(name), line);
        } else if !leads_out(url) {
            let hint = "→ https://… , mailto:… , tel:… , unit:… , media/…";
            self.add(self.problem(Code::DeadLink, line).with("target", url).with("hint", hint));
        }
    }

    fn image(&self, url: &str, alt: &str, line: Option<usize>) {
        match url.strip_prefix("media/") {
            Some(name) => self.media(url, name, line),
            // A learner's browser fetches nothing from third parties.
            None => self.add(self.problem(Code::DeadLink, line).with("target", url).with("hint", "→ media/…")),
        }
        if alt.trim().is_empty() {
            self.add(self.problem(Code::MissingAlt, line).with("file", url));
        }
    }

    fn media(&self, url: &str, name: &str, line: Option<usize>) {
        if !is_media_name(name) {
            self.add(self.problem(Code::BadMediaName, line).with("file", name));
        } else if !(self.look.has_file)(&format!("media/{name}")) {
            self.add(self.problem(Code::MissingMedia, line).with("file", url));
        }
    }
}

/// True for addresses that may leave the course: web, mail and telephone.
pub(crate) fn leads_out(url: &str) -> bool {
    is_web_address(url)
        || ["mailto:", "tel:"].iter().any(|scheme| url.strip_prefix(scheme).is_some_and(|r| !r.is_empty()))
}

/// The first mark of another system's templates in a piece of prose.
pub(crate) fn template_tag(text: &str) -> Option<String> {
    let at = ["{%", "{{", "{:", ":::", "{#", "{."].iter().filter_map(|tag| text.find(tag)).min()?;
    Some(text[at..].chars().take(24).collect())
}
