//! Writes a course as its canonical folder.

use std::collections::BTreeMap;

use vocabulary::Locale;

use super::Files;
use super::names::{Layout, join, text_file};
use super::toml_out::{Rows, Value};
use super::write_block::block_rows;
use crate::model::{
    Certificate, CompetenceTag, Completion, Condition, Course, Kind, Loose, Module, Order, Quiz, Review, Texts, Unit,
    UnitType,
};

/// The canonical folder of a course: all its TOML and Markdown files. Media files are not among them, they stay what
/// they are.
#[must_use]
pub fn write(course: &Course) -> Files {
    let layout = Layout::canonical(course);
    let mut files = Files::new();
    let mut put = |path: String, text: String| files.insert(path, text.into_bytes());
    put("course.toml".into(), course_toml(course));
    for (locale, text) in course_texts(course) {
        put(text_file("", "course", locale), text);
    }
    for (m, module) in course.modules.iter().enumerate() {
        let folder = layout.module(m);
        put(join(folder, "module.toml"), module_toml(module));
        for (locale, text) in module_texts(module) {
            put(text_file(folder, "module", locale), text);
        }
        for (u, unit) in module.units.iter().enumerate() {
            let folder = layout.unit(m, u);
            put(join(folder, "unit.toml"), unit_toml(unit));
            for (locale, text) in unit_texts(unit) {
                put(text_file(folder, "unit", locale), text);
            }
        }
    }
    files
}

fn course_toml(course: &Course) -> String {
    let mut rows = Rows::default();
    rows.put("format", course.format);
    rows.put("slug", &course.slug);
    rows.put(
        "kind",
        match course.kind {
            Kind::Mooc => "mooc",
            Kind::Instant => "instant",
            Kind::Masterclass => "masterclass",
        },
    );
    rows.put("languages", &course.languages.iter().map(Locale::to_string).collect::<Vec<_>>());
    rows.put("level", course.level);
    rows.put("minutes", course.minutes);
    rows.put_list("audiences", &course.audiences);
    rows.put_list("sectors", &course.sectors);
    if !course.licence.is_empty() {
        rows.put("licence", &course.licence);
    }
    rows.put_some("source", course.source.as_ref());
    rows.put_list("authors", &course.authors);
    rows.put_some("reviewed", course.reviewed.as_ref());
    rows.put_unless("rewards", course.rewards, true);
    if course.order == Order::Linear {
        rows.put("order", "linear");
    }
    rows.put_list("accepted", &course.accepted);
    rows.put_unknown(&course.unknown);
    let mut out = String::new();
    rows.write_to(&mut out);
    course.competences.iter().for_each(|tag| header(&mut out, "[[competence]]", &competence_rows(tag)));
    header(&mut out, "[completion]", &completion_rows(&course.completion));
    if let Some(live) = &course.live {
        let mut rows = Rows::default();
        rows.put("starts", &live.starts);
        rows.put("minutes", live.minutes);
        rows.put_some("link", live.link.as_ref());
        rows.put_unknown(&live.unknown);
        header(&mut out, "[live]", &rows);
    }
    out
}

fn header(out: &mut String, name: &str, rows: &Rows) {
    out.push('\n');
    out.push_str(name);
    out.push('\n');
    rows.write_to(out);
}

fn competence_rows(tag: &CompetenceTag) -> Rows {
    let mut rows = Rows::default();
    rows.put("id", &tag.id);
    rows.put("level", tag.level);
    rows.put_unless("weight", tag.weight, 1);
    rows.put_unknown(&tag.unknown);
    rows
}

fn completion_rows(completion: &Completion) -> Rows {
    let mut rows = Rows::default();
    let certificate = match completion.certificate {
        Certificate::Attendance => "attendance",
        Certificate::Completion => "completion",
        Certificate::None => "none",
    };
    rows.put("certificate", certificate);
    rows.put_some("score", completion.score);
    rows.put_some("final", completion.final_unit.as_ref());
    rows.put_some("valid_months", completion.valid_months);
    rows.put_unknown(&completion.unknown);
    rows
}

fn module_toml(module: &Module) -> String {
    let mut rows = Rows::default();
    rows.put("key", &module.key);
    rows.put_some("week", module.week);
    rows.put_some("when", module.when.as_ref().map(condition));
    rows.put_unknown(&module.unknown);
    let mut out = String::new();
    rows.write_to(&mut out);
    out
}

fn condition(when: &Condition) -> Value {
    let mut rows = Rows::default();
    let list = |list: &[Condition]| Value::List(list.iter().map(condition).collect());
    match when {
        Condition::After(time) => rows.put("after", time),
        Condition::DaysAfterStart(days) => rows.put("days_after_start", *days),
        Condition::DaysAfterEnrolment(days) => rows.put("days_after_enrolment", *days),
        Condition::Completed(unit) => rows.put("completed", unit),
        Condition::Score(score) => {
            let mut inner = Rows::default();
            inner.put("unit", &score.unit);
            inner.put_some("at_least", score.at_least);
            inner.put_some("below", score.below);
            rows.put("score", inner.into_value());
        }
        Condition::All(all) => rows.put("all", list(all)),
        Condition::Any(any) => rows.put("any", list(any)),
    }
    rows.into_value()
}

fn unit_toml(unit: &Unit) -> String {
    let mut rows = Rows::default();
    rows.put("key", &unit.key);
    rows.put("type", if unit.kind == UnitType::Quiz { "quiz" } else { "lesson" });
    rows.put_unless("mandatory", unit.mandatory, true);
    rows.put_some("when", unit.when.as_ref().map(condition));
    rows.put_unknown(&unit.unknown);
    let mut out = String::new();
    rows.write_to(&mut out);
    unit.competences.iter().for_each(|tag| header(&mut out, "[[competence]]", &competence_rows(tag)));
    if let Some(quiz) = &unit.quiz {
        header(&mut out, "[quiz]", &quiz_rows(quiz));
    }
    for pool in &unit.pools {
        let mut rows = Rows::default();
        rows.put("id", &pool.id);
        rows.put("draw", pool.draw);
        rows.put_unknown(&pool.unknown);
        header(&mut out, "[[pool]]", &rows);
    }
    unit.blocks.iter().for_each(|block| header(&mut out, "[[block]]", &block_rows(block)));
    out
}

fn quiz_rows(quiz: &Quiz) -> Rows {
    let usual = Quiz::default();
    let mut rows = Rows::default();
    rows.put("pass", quiz.pass);
    rows.put_unless("tries", quiz.tries, usual.tries);
    rows.put_unless("minutes", quiz.minutes, usual.minutes);
    rows.put_unless("shuffle", quiz.shuffle, usual.shuffle);
    match quiz.review {
        Review::AfterSubmission => {}
        Review::AfterPass => rows.put("review", "after-pass"),
        Review::AfterLastTry => rows.put("review", "after-last-try"),
        Review::Never => rows.put("review", "never"),
    }
    rows.put_unknown(&quiz.unknown);
    rows
}

/// The text files of one thing, growing section by section.
#[derive(Default)]
struct TextFiles(BTreeMap<Locale, String>);

impl TextFiles {
    fn add(&mut self, level: usize, anchor: &str, texts: &Texts) {
        for (locale, section) in texts.iter() {
            self.section(locale, level, anchor, &section.title, &section.body);
        }
    }

    fn section(&mut self, locale: Locale, level: usize, anchor: &str, title: &str, body: &str) {
        let out = self.0.entry(locale).or_default();
        if !out.is_empty() {
            out.push('\n');
        }
        let blank = if title.is_empty() { "" } else { " " };
        out.push_str(&format!("{} {title}{blank}{{#{anchor}}}\n", "#".repeat(level)));
        if !body.is_empty() {
            out.push_str(&format!("\n{body}\n"));
        }
    }

    /// Text above the first section comes first; sections that name nothing come last.
    fn finish(mut self, loose: &[Loose]) -> BTreeMap<Locale, String> {
        for item in loose {
            if item.level == 0 {
                let out = self.0.entry(item.locale).or_default();
                let rest = if out.is_empty() { String::new() } else { format!("\n{out}") };
                *out = format!("{}\n{rest}", item.body);
            } else {
                self.section(item.locale, usize::from(item.level), &item.anchor, &item.title, &item.body);
            }
        }
        self.0
    }
}

fn course_texts(course: &Course) -> BTreeMap<Locale, String> {
    let mut files = TextFiles::default();
    files.add(1, "course", &course.texts);
    files.add(2, "about", &course.about);
    files.add(2, "outcomes", &course.outcomes_intro);
    course.outcomes.iter().for_each(|(id, texts)| files.add(3, &format!("outcomes.{id}"), texts));
    files.add(2, "audience", &course.audience);
    files.add(2, "needs", &course.needs);
    files.finish(&course.loose)
}

fn module_texts(module: &Module) -> BTreeMap<Locale, String> {
    let mut files = TextFiles::default();
    files.add(1, "module", &module.texts);
    files.finish(&module.loose)
}

fn unit_texts(unit: &Unit) -> BTreeMap<Locale, String> {
    let mut files = TextFiles::default();
    files.add(1, "unit", &unit.texts);
    for block in &unit.blocks {
        files.add(2, &block.id, &block.texts);
        block.parts.iter().for_each(|(id, texts)| files.add(3, &format!("{}.{id}", block.id), texts));
    }
    files.finish(&unit.loose)
}
