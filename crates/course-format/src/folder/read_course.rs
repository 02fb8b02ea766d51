//! Reads `course.toml`, `module.toml` and `unit.toml`.

use toml::de::DeTable;
use vocabulary::Locale;

use super::names::number_and_rest;
use super::read_block::read_blocks;
use super::toml_in::{Source, Table};
use crate::model::{
    AUDIENCES, Certificate, CompetenceTag, Completion, Condition, Course, FORMAT, Kind, Live, Module, Order, Pool,
    Quiz, Review, SECTORS, ScoreCondition, Unit, UnitType,
};
use crate::nearest::nearest;
use crate::problem::{Code, Place, Problem, Sink};

/// Parses a TOML file as far as it can be and hands its top table over.
fn with_table<T>(file: &str, text: &str, sink: &Sink, read: impl FnOnce(&Table<'_>) -> T) -> T {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = Source { file, text, sink };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let line = source.line_at(error.span().map_or(0, |span| span.start));
        let detail = error.message().lines().collect::<Vec<_>>().join(" ");
        sink.add(Problem::new(Code::BadToml, Place::line(file, line)).with("detail", detail));
    }
    let table = table.into_inner();
    read(&Table::new(&source, &table, 0))
}

/// Reads `course.toml`.
pub(super) fn read_course_toml(file: &str, text: &str, sink: &Sink) -> Course {
    with_table(file, text, sink, |t| {
        let format = t.count("format", 1).unwrap_or(FORMAT);
        if !t.has("format") {
            t.missing("format");
        }
        if format > FORMAT {
            t.add(t.problem(Code::NewerFormat, "format").with("found", format).with("known", FORMAT));
        }
        let slug = t.need_string("slug");
        let kinds = [("mooc", Kind::Mooc), ("instant", Kind::Instant), ("masterclass", Kind::Masterclass)];
        if !t.has("kind") {
            t.missing("kind");
        }
        let kind = t.choice("kind", &kinds).unwrap_or(Kind::Instant);
        let mut course = Course::new(slug, kind, languages(t));
        course.format = FORMAT;
        if !t.has("level") {
            t.missing("level");
        }
        course.level = t.small("level", 1, 8).unwrap_or(1);
        course.minutes = t.need_count("minutes", 0);
        course.audiences = listed(t, "audiences", &AUDIENCES);
        course.sectors = listed(t, "sectors", &SECTORS);
        course.licence = t.string("licence").unwrap_or_default();
        course.source = t.string("source");
        course.authors = t.strings("authors");
        course.reviewed = t.string("reviewed");
        course.rewards = t.boolean("rewards").unwrap_or(true);
        course.order = t.choice("order", &[("free", Order::Free), ("linear", Order::Linear)]).unwrap_or_default();
        course.accepted = t.strings("accepted");
        course.competences = competences(t);
        course.completion = t.table("completion").map(|t| completion(&t)).unwrap_or_default();
        course.live = t.table("live").map(|t| live(&t));
        course.unknown = t.rest();
        course
    })
}

fn languages(t: &Table<'_>) -> Vec<Locale> {
    let mut languages = Vec::new();
    for name in t.need_strings("languages") {
        match name.parse::<Locale>() {
            Ok(locale) if !languages.contains(&locale) => languages.push(locale),
            Ok(_) => {}
            Err(_) => t.wrong("languages", "ca, es, en"),
        }
    }
    if languages.is_empty() && t.has("languages") {
        t.wrong("languages", "ca, es, en");
    }
    languages
}

fn listed(t: &Table<'_>, key: &'static str, known: &[&str]) -> Vec<String> {
    let words = t.strings(key);
    for word in words.iter().filter(|word| !known.contains(&word.as_str())) {
        let hint = nearest(word, known.iter().copied()).unwrap_or_default();
        t.wrong(key, format!("{} {hint}", known.join(", ")).trim_end());
    }
    words
}

fn competences(t: &Table<'_>) -> Vec<CompetenceTag> {
    let one = |t: &Table<'_>| {
        if !t.has("level") {
            t.missing("level");
        }
        CompetenceTag {
            id: t.need_string("id"),
            level: t.small("level", 1, 8).unwrap_or(1),
            weight: t.count("weight", 1).unwrap_or(1),
            unknown: t.rest(),
        }
    };
    t.tables("competence").iter().map(one).collect()
}

fn completion(t: &Table<'_>) -> Completion {
    let certificates =
        [("attendance", Certificate::Attendance), ("completion", Certificate::Completion), ("none", Certificate::None)];
    Completion {
        certificate: t.choice("certificate", &certificates).unwrap_or_default(),
        score: t.small("score", 0, 100),
        final_unit: t.string("final"),
        valid_months: t.small("valid_months", 1, 240),
        unknown: t.rest(),
    }
}

fn live(t: &Table<'_>) -> Live {
    Live {
        starts: t.need_string("starts"),
        minutes: t.need_count("minutes", 1),
        link: t.string("link"),
        unknown: t.rest(),
    }
}

/// Reads `module.toml`.
pub(super) fn read_module_toml(file: &str, text: &str, sink: &Sink) -> Module {
    with_table(file, text, sink, |t| Module {
        key: key(t, file),
        week: t.count("week", 1),
        when: t.table("when").and_then(|t| condition(&t)),
        unknown: t.rest(),
        ..Module::default()
    })
}

/// Reads `unit.toml`.
pub(super) fn read_unit_toml(file: &str, text: &str, sink: &Sink) -> Unit {
    with_table(file, text, sink, |t| {
        let kind = t.choice("type", &[("lesson", UnitType::Lesson), ("quiz", UnitType::Quiz)]).unwrap_or_default();
        let is_quiz = kind == UnitType::Quiz;
        Unit {
            key: key(t, file),
            kind,
            mandatory: t.boolean("mandatory").unwrap_or(true),
            when: t.table("when").and_then(|t| condition(&t)),
            competences: competences(t),
            quiz: is_quiz.then(|| t.table("quiz").map(|t| quiz(&t)).unwrap_or_default()),
            pools: if is_quiz { pools(t) } else { Vec::new() },
            blocks: read_blocks(t),
            unknown: t.rest(),
            ..Unit::default()
        }
    })
}

/// The key, or the folder's name without its number where none is written.
fn key(t: &Table<'_>, file: &str) -> String {
    let folder = file.rsplit('/').nth(1).unwrap_or_default();
    t.string("key").unwrap_or_else(|| number_and_rest(folder).1.to_owned())
}

fn quiz(t: &Table<'_>) -> Quiz {
    let reviews = [
        ("after-submission", Review::AfterSubmission),
        ("after-pass", Review::AfterPass),
        ("after-last-try", Review::AfterLastTry),
        ("never", Review::Never),
    ];
    let usual = Quiz::default();
    Quiz {
        pass: t.small("pass", 0, 100).unwrap_or(usual.pass),
        tries: t.count("tries", 0).unwrap_or(usual.tries),
        minutes: t.count("minutes", 0).unwrap_or(usual.minutes),
        shuffle: t.boolean("shuffle").unwrap_or(usual.shuffle),
        review: t.choice("review", &reviews).unwrap_or(usual.review),
        unknown: t.rest(),
    }
}

fn pools(t: &Table<'_>) -> Vec<Pool> {
    let one = |t: &Table<'_>| Pool { id: t.need_string("id"), draw: t.need_count("draw", 1), unknown: t.rest() };
    t.tables("pool").iter().map(one).collect()
}

/// A condition: a table with exactly one key.
fn condition(t: &Table<'_>) -> Option<Condition> {
    let list = |key| t.tables(key).iter().filter_map(condition).collect::<Vec<_>>();
    let mut found: Vec<Condition> = Vec::new();
    found.extend(t.string("after").map(Condition::After));
    found.extend(t.count("days_after_start", 0).map(Condition::DaysAfterStart));
    found.extend(t.count("days_after_enrolment", 0).map(Condition::DaysAfterEnrolment));
    found.extend(t.string("completed").map(Condition::Completed));
    found.extend(t.table("score").map(|t| Condition::Score(score(&t))));
    if t.has("all") {
        found.push(Condition::All(list("all")));
    }
    if t.has("any") {
        found.push(Condition::Any(list("any")));
    }
    let empty = |c: &Condition| matches!(c, Condition::All(list) | Condition::Any(list) if list.is_empty());
    if found.len() != 1 || found.iter().any(empty) {
        let expected = "after, days_after_start, days_after_enrolment, completed, score, all, any (1)";
        t.add(t.problem(Code::WrongValue, "when").with("name", "when").with("expected", expected));
    }
    // What is kept beside a condition has no place in it: it is reported, and writing is refused by the line above.
    if !t.rest().is_empty() && found.len() == 1 {
        t.add(t.problem(Code::WrongValue, "when").with("name", "when").with("expected", "1"));
    }
    if found.len() > 1 { Some(Condition::All(found)) } else { found.pop() }
}

fn score(t: &Table<'_>) -> ScoreCondition {
    let score = ScoreCondition {
        unit: t.need_string("unit"),
        at_least: t.small("at_least", 0, 100),
        below: t.small("below", 0, 100),
    };
    if score.at_least.is_some() == score.below.is_some() || !t.rest().is_empty() {
        t.wrong("score", "{ unit = \"…\", at_least = 60 }, { unit = \"…\", below = 60 }");
    }
    score
}
