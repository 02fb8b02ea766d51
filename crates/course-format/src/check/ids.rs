//! Keys and ids: well written, and each only once.

use std::collections::HashSet;

use super::Look;
use crate::model::{BlockKind, QuestionKind, is_key};
use crate::problem::{Code, Place, Problem};

pub(super) fn look(look: &Look<'_>) {
    let course = look.course;
    if !is_key(&course.slug) {
        look.add(look.in_course(Code::BadKey).with("key", &course.slug));
    }
    for id in course.outcomes.keys().filter(|id| !is_key(id)) {
        look.add(look.in_course(Code::BadId).with("id", format!("outcomes.{id}")));
    }
    let mut modules = HashSet::new();
    let mut units = HashSet::new();
    for (m, module) in course.modules.iter().enumerate() {
        key(look, &look.module_toml(m), &module.key, &mut modules);
        for (u, unit) in module.units.iter().enumerate() {
            let file = look.unit_toml(m, u);
            key(look, &file, &unit.key, &mut units);
            let mut blocks = HashSet::new();
            for block in &unit.blocks {
                let problem = |code: Code| Problem::new(code, Place::anchor(&file, &block.id));
                if !is_key(&block.id) {
                    look.add(problem(Code::BadId).with("id", &block.id));
                }
                if block.id == "unit" {
                    look.add(problem(Code::ReservedId).with("id", &block.id));
                }
                if !blocks.insert(block.id.clone()) {
                    look.add(problem(Code::DuplicateId).with("id", &block.id));
                }
                parts(look, &file, block);
            }
            let mut pools = HashSet::new();
            for pool in unit.pools.iter().filter(|pool| !pools.insert(pool.id.clone())) {
                look.add(Problem::new(Code::DuplicateId, Place::file(&file)).with("id", &pool.id));
            }
        }
    }
}

fn key(look: &Look<'_>, file: &str, key: &str, seen: &mut HashSet<String>) {
    if !is_key(key) {
        look.add(Problem::new(Code::BadKey, Place::file(file)).with("key", key));
    }
    if !seen.insert(key.to_owned()) {
        look.add(Problem::new(Code::DuplicateKey, Place::file(file)).with("key", key));
    }
}

/// The ids that the settings of a block give to its parts: each once, and none of the names that the format keeps.
fn parts(look: &Look<'_>, file: &str, block: &crate::model::Block) {
    let reserved: &[&str] = match &block.kind {
        BlockKind::Question(question) => match question.kind {
            QuestionKind::Hotspot { .. } | QuestionKind::Label { .. } => &["explain", "hint1", "hint2", "hint3", "alt"],
            _ => &["explain", "hint1", "hint2", "hint3"],
        },
        BlockKind::Video { .. } => &["transcript"],
        _ => &[],
    };
    let problem = |code: Code, id: &str| Problem::new(code, Place::anchor(file, &block.id)).with("id", id);
    let mut seen = HashSet::new();
    for id in own_ids(block) {
        if !is_key(&id) {
            look.add(problem(Code::BadId, &id));
        }
        if reserved.contains(&id.as_str()) {
            look.add(problem(Code::ReservedId, &id));
        }
        if !seen.insert(id.clone()) {
            look.add(problem(Code::DuplicateId, &id));
        }
    }
}

/// The ids that an author chose, without those that the format gives.
fn own_ids(block: &crate::model::Block) -> Vec<String> {
    match &block.kind {
        BlockKind::Accordion { items } | BlockKind::Steps { items } | BlockKind::Flashcards { items } => items.clone(),
        BlockKind::Video { chapters, .. } => chapters.iter().map(|chapter| chapter.id.clone()).collect(),
        BlockKind::Question(question) => match &question.kind {
            QuestionKind::TrueFalse { .. } | QuestionKind::Scale { .. } => Vec::new(),
            QuestionKind::Hotspot { areas, .. } => areas.iter().map(|area| area.id.clone()).collect(),
            QuestionKind::Label { spots, labels, .. } => {
                spots.iter().map(|spot| spot.id.clone()).chain(labels.iter().cloned()).collect()
            }
            QuestionKind::Gaps { options, gaps, .. } => {
                let mut ids = options.clone();
                // A gap and an option may share an id: gaps are places in the text, not parts.
                let mut seen = HashSet::new();
                ids.extend(gaps.iter().map(|gap| gap.id.clone()).filter(|id| !seen.insert(id.clone())));
                ids
            }
            // The same right side may belong to several left ones, but a left side stands once.
            QuestionKind::Matching { pairs, distractors } => {
                let mut rights: Vec<&String> = pairs.iter().map(|pair| &pair[1]).collect();
                rights.sort();
                rights.dedup();
                pairs.iter().map(|pair| &pair[0]).chain(rights).chain(distractors).cloned().collect()
            }
            other => other.part_ids(),
        },
        _ => Vec::new(),
    }
}
