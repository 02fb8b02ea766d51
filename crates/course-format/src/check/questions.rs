//! The keys of questions: they name what is there, somebody can be right, and nobody by ticking everything.

use std::collections::HashMap;

use vocabulary::Locale;

use super::Look;
use crate::fold::fold;
use crate::grade::{number_matches, text_matches};
use crate::model::{Accept, Block, GapMode, Question, QuestionKind, Unit, UnitType};
use crate::nearest::nearest;
use crate::problem::{Code, Place, Problem};

pub(super) fn look(look: &Look<'_>) {
    for (m, module) in look.course.modules.iter().enumerate() {
        for (u, unit) in module.units.iter().enumerate() {
            let file = look.unit_toml(m, u);
            pools(look, &file, unit);
            for (block, question) in unit.questions() {
                let one = One { look, file: &file, block };
                one.key(question);
                one.same_titles(&question.kind, &|locale| look.unit_text(m, u, locale));
                if let QuestionKind::Gaps { gaps, .. } = &question.kind {
                    let ids: Vec<&str> = gaps.iter().map(|gap| gap.id.as_str()).collect();
                    for locale in look.course.languages.iter().copied() {
                        one.gap_places(&ids, &look.unit_text(m, u, locale), locale);
                    }
                }
            }
        }
    }
}

fn pools(look: &Look<'_>, file: &str, unit: &Unit) {
    for pool in &unit.pools {
        let found = unit.questions().filter(|(_, question)| question.pool.as_ref() == Some(&pool.id)).count();
        if found < pool.draw as usize {
            let problem = Problem::new(Code::SmallPool, Place::file(file)).with("id", &pool.id);
            look.add(problem.with("draw", pool.draw).with("found", found));
        }
    }
    for (block, question) in unit.questions() {
        let Some(id) = &question.pool else { continue };
        if unit.kind != UnitType::Quiz || !unit.pools.iter().any(|pool| &pool.id == id) {
            look.add(Problem::new(Code::UnknownPool, Place::anchor(file, &block.id)).with("id", id));
        }
    }
}

/// The places of gaps in a text: what stands between `[[` and `]]`.
pub(crate) fn gap_places(body: &str) -> Vec<&str> {
    let mut rest = body;
    let mut found = Vec::new();
    while let Some(start) = rest.find("[[") {
        let Some(end) = rest[start + 2..].find("]]") else { break };
        let id = &rest[start + 2..start + 2 + end];
        if crate::model::is_key(id) {
            found.push(id);
        }
        rest = &rest[start + 2..];
    }
    found
}

/// One question that is being looked at.
struct One<'a> {
    look: &'a Look<'a>,
    file: &'a str,
    block: &'a Block,
}

impl One<'_> {
    fn problem(&self, code: Code) -> Problem {
        Problem::new(code, Place::anchor(self.file, &self.block.id))
    }

    fn add(&self, problem: Problem) {
        self.look.add(problem);
    }

    fn at_least(&self, name: &str, found: usize, least: usize) {
        if found < least {
            self.add(self.problem(Code::FewOptions).with("name", name).with("least", least));
        }
    }

    fn names<'x>(&self, id: &str, name: &str, known: impl Iterator<Item = &'x String> + Clone) {
        if !known.clone().any(|known| known == id) {
            let hint = nearest(id, known.map(String::as_str)).unwrap_or_default();
            self.add(self.problem(Code::UnknownOption).with("id", id).with("name", name).with("hint", hint));
        }
    }

    fn key(&self, question: &Question) {
        match &question.kind {
            QuestionKind::Single { options, correct, .. } => {
                self.at_least("options", options.len(), 2);
                self.names(correct, "options", options.iter());
            }
            QuestionKind::Multiple { options, correct, .. } => {
                self.at_least("options", options.len(), 2);
                self.correct(correct, options);
            }
            QuestionKind::TrueFalse { .. } => {}
            QuestionKind::Text { accept, wrong } => {
                self.accept("accept", &self.block.id, accept);
                for w in wrong {
                    self.accept("accept", &w.id, &w.accept);
                    let answers = w.accept.values().flatten();
                    if answers.clone().any(|answer| text_matches(accept, answer)) {
                        self.add(self.problem(Code::WrongIsRight).with("id", &w.id));
                    }
                }
            }
            QuestionKind::Numeric { value, tolerance, wrong, .. } => {
                for w in wrong.iter().filter(|w| number_matches(w.value, *value, *tolerance)) {
                    self.add(self.problem(Code::WrongIsRight).with("id", &w.id));
                }
            }
            QuestionKind::Ordering { items } => self.at_least("items", items.len(), 2),
            QuestionKind::Matching { pairs, distractors } => {
                self.at_least("pairs", pairs.len(), 2);
                for id in distractors.iter().filter(|id| pairs.iter().any(|pair| &pair[1] == *id)) {
                    self.add(self.problem(Code::DuplicateId).with("id", id));
                }
            }
            QuestionKind::Categorise { categories, items } => {
                self.at_least("categories", categories.len(), 2);
                self.at_least("items", items.len(), 2);
                items.values().for_each(|category| self.names(category, "categories", categories.iter()));
            }
            QuestionKind::Gaps { mode, options, gaps } => {
                self.at_least("gaps", gaps.len(), 1);
                for gap in gaps {
                    match (mode, &gap.correct) {
                        (GapMode::Typed, _) => self.accept("accept", &gap.id, &gap.accept),
                        (_, Some(correct)) => self.names(correct, "options", options.iter()),
                        (_, None) => self.add(self.problem(Code::NoCorrect)),
                    }
                }
                if *mode != GapMode::Typed {
                    self.at_least("options", options.len(), 2);
                }
            }
            QuestionKind::Hotspot { areas, correct, .. } => {
                self.at_least("areas", areas.len(), 2);
                let ids: Vec<String> = areas.iter().map(|area| area.id.clone()).collect();
                self.correct(correct, &ids);
                let outside = |x: f64, w: f64| x < 0.0 || w <= 0.0 || x + w > 100.0;
                for area in areas.iter().filter(|a| outside(a.x, a.w) || outside(a.y, a.h)) {
                    self.add(self.problem(Code::OutsidePicture).with("id", &area.id));
                }
            }
            QuestionKind::Label { spots, labels, .. } => {
                self.at_least("spots", spots.len(), 1);
                self.at_least("labels", labels.len(), 2);
                let inside = |n: f64| (0.0..=100.0).contains(&n);
                for spot in spots {
                    self.names(&spot.correct, "labels", labels.iter());
                    if !inside(spot.x) || !inside(spot.y) {
                        self.add(self.problem(Code::OutsidePicture).with("id", &spot.id));
                    }
                }
            }
            QuestionKind::Scale { from, to } => {
                if !(1..=10).contains(&(i64::from(*to) - i64::from(*from))) {
                    self.add(self.problem(Code::ScaleRange).with("from", from).with("to", to));
                }
            }
        }
    }

    fn correct(&self, correct: &[String], options: &[String]) {
        if correct.is_empty() {
            self.add(self.problem(Code::NoCorrect));
        }
        correct.iter().for_each(|id| self.names(id, "correct", options.iter()));
        if !options.is_empty() && options.iter().all(|id| correct.contains(id)) {
            self.add(self.problem(Code::AllCorrect));
        }
    }

    fn accept(&self, name: &str, id: &str, accept: &Accept) {
        if accept.values().flatten().all(|answer| fold(answer).is_empty()) {
            self.add(self.problem(Code::NoAnswer).with("name", name));
            return;
        }
        for locale in self.look.course.languages.iter().copied() {
            if accept.get(&locale).is_none_or(Vec::is_empty) {
                self.add(self.problem(Code::AnswerLanguage).in_language(locale).with("id", id));
            }
        }
    }

    /// No two things to choose between may say the same in one language.
    fn same_titles(&self, kind: &QuestionKind, file: &dyn Fn(Locale) -> String) {
        let groups: Vec<Vec<String>> = match kind {
            QuestionKind::Single { options, .. }
            | QuestionKind::Multiple { options, .. }
            | QuestionKind::Gaps { options, .. } => vec![options.clone()],
            QuestionKind::Ordering { items } => vec![items.clone()],
            QuestionKind::Matching { pairs, distractors } => {
                let mut rights: Vec<String> =
                    pairs.iter().map(|pair| pair[1].clone()).chain(distractors.clone()).collect();
                rights.sort();
                rights.dedup();
                vec![pairs.iter().map(|pair| pair[0].clone()).collect(), rights]
            }
            QuestionKind::Categorise { categories, items } => vec![categories.clone(), items.keys().cloned().collect()],
            QuestionKind::Label { labels, .. } => vec![labels.clone()],
            _ => Vec::new(),
        };
        for locale in self.look.course.languages.iter().copied() {
            for group in &groups {
                let mut seen: HashMap<String, &str> = HashMap::new();
                for id in group {
                    let title = self.block.part(id).map_or("", |texts| texts.title(locale)).trim();
                    let known = (!title.is_empty()).then(|| seen.insert(title.to_owned(), id)).flatten();
                    if known.is_some_and(|known| known != id) {
                        let place = Place::anchor(file(locale), format!("{}.{id}", self.block.id));
                        let problem = Problem::new(Code::SameOptions, place).in_language(locale);
                        self.add(problem.with("title", title));
                    }
                }
            }
        }
    }

    fn gap_places(&self, ids: &[&str], file: &str, locale: Locale) {
        let Some(section) = self.block.texts.get(locale) else { return };
        let problem = |code: Code, id: &str| {
            Problem::new(code, Place::anchor(file, &self.block.id)).in_language(locale).with("id", id)
        };
        let places = gap_places(&section.body);
        for id in ids {
            match places.iter().filter(|place| *place == id).count() {
                0 => self.add(problem(Code::GapWithoutPlace, id)),
                1 => {}
                _ => self.add(problem(Code::GapTwice, id)),
            }
        }
        for place in places.iter().filter(|place| !ids.contains(place)) {
            self.add(problem(Code::PlaceWithoutGap, place));
        }
    }
}
