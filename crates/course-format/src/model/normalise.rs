//! The canonical form of a course as a value: what writing it to files and reading it again would give.

use super::{Block, Course, Loose, Texts, UnitType};
use crate::folder::sections::{normalise_body, normalise_title};

impl Course {
    /// Brings the course into its canonical form: titles on one line, bodies without needless blanks, parts in the order
    /// of the settings, the list of media as the texts and blocks refer to it. Doing it twice changes nothing more.
    pub fn normalise(&mut self) {
        for texts in [&mut self.texts, &mut self.about, &mut self.outcomes_intro, &mut self.audience, &mut self.needs] {
            normalise_texts(texts);
        }
        self.outcomes.values_mut().for_each(normalise_texts);
        self.order_outcomes();
        normalise_loose(&mut self.loose);
        for module in &mut self.modules {
            normalise_texts(&mut module.texts);
            normalise_loose(&mut module.loose);
            for unit in &mut module.units {
                normalise_texts(&mut unit.texts);
                normalise_loose(&mut unit.loose);
                unit.quiz = match unit.kind {
                    UnitType::Quiz => Some(unit.quiz_settings()),
                    UnitType::Lesson => None,
                };
                unit.blocks.iter_mut().for_each(normalise_block);
            }
        }
        self.media = self.media_in_use();
    }
}

impl Course {
    /// An outcome without any text is none. The files are read language by language: what only a later language names comes after what the first ones name.
    fn order_outcomes(&mut self) {
        self.outcomes.retain(|_, texts| !texts.is_empty());
        let first = |texts: &Texts| texts.iter().map(|(locale, _)| locale).min();
        self.outcomes.sort_by(|_, a, _, b| first(a).cmp(&first(b)));
    }
}

fn normalise_texts(texts: &mut Texts) {
    for (_, section) in texts.iter_mut() {
        section.title = normalise_title(&section.title);
        section.body = normalise_body(&section.body);
    }
}

fn normalise_loose(loose: &mut Vec<Loose>) {
    for item in loose.iter_mut() {
        item.title = normalise_title(&item.title);
        item.body = normalise_body(&item.body);
    }
    loose.retain(|item| item.level > 0 || !item.body.is_empty());
    // The files are written language by language.
    loose.sort_by_key(|item| item.locale);
}

fn normalise_block(block: &mut Block) {
    normalise_texts(&mut block.texts);
    block.parts.retain(|_, texts| !texts.is_empty());
    block.parts.values_mut().for_each(normalise_texts);
    let order = block.part_ids();
    let place = |id: &String| order.iter().position(|known| known == id).unwrap_or(order.len());
    block.parts.sort_by(|a, _, b, _| place(a).cmp(&place(b)).then_with(|| a.cmp(b)));
}
