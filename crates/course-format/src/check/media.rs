//! Media: the files are there, their names are safe, and nobody is shut out by not seeing or not hearing.

use std::collections::BTreeMap;

use vocabulary::Locale;

use super::Look;
use crate::model::{Block, BlockKind, ByLocale, Synthetic};
use crate::problem::{Code, Place, Problem};

pub(super) fn look(look: &Look<'_>) {
    for (m, module) in look.course.modules.iter().enumerate() {
        for (u, unit) in module.units.iter().enumerate() {
            let toml = look.unit_toml(m, u);
            for block in &unit.blocks {
                files(look, &toml, block);
                if let BlockKind::Video { file, captions, chapters, seconds, synthetic, .. } = &block.kind {
                    if *synthetic != Synthetic::Silent {
                        missing_captions(look, &toml, block, file, captions);
                    }
                    let mut last = None;
                    for chapter in chapters {
                        if last.is_some_and(|last| chapter.at <= last) || chapter.at >= *seconds {
                            let problem = Problem::new(Code::ChapterTime, Place::anchor(&toml, &block.id));
                            look.add(problem.with("id", &chapter.id).with("at", chapter.at));
                        }
                        last = Some(chapter.at);
                    }
                }
                if let BlockKind::Infographic { file } | BlockKind::Audio { file, .. } = &block.kind {
                    each_language(look, &toml, block, file);
                }
            }
        }
    }
}

fn files(look: &Look<'_>, toml: &str, block: &Block) {
    for file in block.files() {
        let problem = |code: Code| Problem::new(code, Place::anchor(toml, &block.id)).with("file", file);
        if !is_media_name(file) {
            look.add(problem(Code::BadMediaName));
        } else if !(look.has_file)(&format!("media/{file}")) {
            look.add(problem(Code::MissingMedia).with("file", format!("media/{file}")));
        }
    }
}

/// True for a name that leads nowhere but into `media/` and can stand in an address as it is.
pub(super) fn is_media_name(name: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
    };
    name.len() <= 200 && name.split('/').all(part)
}

fn missing_captions(look: &Look<'_>, toml: &str, block: &Block, file: &str, captions: &BTreeMap<Locale, String>) {
    for locale in look.course.languages.iter().copied().filter(|locale| !captions.contains_key(locale)) {
        let problem = Problem::new(Code::MissingCaptions, Place::anchor(toml, &block.id)).in_language(locale);
        look.add(problem.with("file", file));
    }
}

/// A file per language stands for each language of the course.
fn each_language(look: &Look<'_>, toml: &str, block: &Block, file: &ByLocale<String>) {
    for locale in look.course.languages.iter().copied().filter(|locale| file.get(*locale).is_none()) {
        let problem = Problem::new(Code::MissingMedia, Place::anchor(toml, &block.id)).in_language(locale);
        look.add(problem.with("file", format!("({locale})")));
    }
}
