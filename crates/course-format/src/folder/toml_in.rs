//! Reads TOML key by key: each value is asked for once by name and type, what nobody asked for is reported with the
//! name it was perhaps meant to be, and everything knows its line. Never stops at the first mistake.

use std::cell::RefCell;
use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};
use vocabulary::Locale;

use crate::model::{ByLocale, Unknown};
use crate::nearest::nearest;
use crate::problem::{Code, Place, Problem, Sink};

/// A file and the place where its problems go.
pub(crate) struct Source<'a> {
    pub file: &'a str,
    pub text: &'a str,
    pub sink: &'a Sink,
}

impl Source<'_> {
    /// The line of a byte, from 1.
    pub(crate) fn line_at(&self, at: usize) -> usize {
        self.text.as_bytes()[..at.min(self.text.len())].iter().filter(|b| **b == b'\n').count() + 1
    }
}

/// A table that is being read.
pub(crate) struct Table<'a> {
    source: &'a Source<'a>,
    table: &'a DeTable<'a>,
    at: usize,
    asked: RefCell<Vec<&'static str>>,
    anchor: RefCell<Option<String>>,
}

impl<'a> Table<'a> {
    /// A table that begins at a byte of the source.
    pub(crate) fn new(source: &'a Source<'a>, table: &'a DeTable<'a>, at: usize) -> Self {
        Self { source, table, at, asked: RefCell::default(), anchor: RefCell::default() }
    }

    /// From now on problems say that they are about this block.
    pub(crate) fn about(&self, anchor: &str) {
        *self.anchor.borrow_mut() = Some(anchor.to_owned());
    }

    fn value(&self, key: &'static str) -> Option<(&'a DeValue<'a>, usize)> {
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(&key) {
            asked.push(key);
        }
        let found = self.table.iter().find(|(name, _)| name.get_ref().as_ref() == key);
        found.map(|(name, value)| (value.get_ref(), name.span().start))
    }

    fn report(&self, code: Code, at: usize) -> Problem {
        let mut place = Place::line(self.source.file, self.source.line_at(at));
        place.anchor.clone_from(&self.anchor.borrow());
        Problem::new(code, place)
    }

    /// Reports that a value is not what it must be.
    pub(crate) fn wrong(&self, key: &'static str, expected: &str) {
        let at = self.value(key).map_or(self.at, |(_, at)| at);
        self.source.sink.add(self.report(Code::WrongValue, at).with("name", key).with("expected", expected));
    }

    /// Reports a problem of another kind at the place of a key, or of the table where the key is missing.
    pub(crate) fn problem(&self, code: Code, key: &'static str) -> Problem {
        let at = self.table.iter().find(|(name, _)| name.get_ref().as_ref() == key);
        self.report(code, at.map_or(self.at, |(name, _)| name.span().start))
    }

    /// Adds a problem.
    pub(crate) fn add(&self, problem: Problem) {
        self.source.sink.add(problem);
    }

    /// Reports that a key is missing.
    pub(crate) fn missing(&self, key: &'static str) {
        self.add(self.report(Code::MissingSetting, self.at).with("name", key));
    }

    /// True when the key is there.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.iter().any(|(name, _)| name.get_ref().as_ref() == key)
    }

    fn typed<T>(&self, key: &'static str, expected: &str, take: impl Fn(&'a DeValue<'a>) -> Option<T>) -> Option<T> {
        let (value, _) = self.value(key)?;
        let taken = take(value);
        if taken.is_none() {
            self.wrong(key, expected);
        }
        taken
    }

    /// A string. A bare TOML date counts as one.
    pub(crate) fn string(&self, key: &'static str) -> Option<String> {
        self.typed(key, "\"…\"", text_of)
    }

    /// A string that must be there.
    pub(crate) fn need_string(&self, key: &'static str) -> String {
        self.need(key, Self::string)
    }

    fn need<T: Default>(&self, key: &'static str, get: impl Fn(&Self, &'static str) -> Option<T>) -> T {
        if !self.has(key) {
            self.missing(key);
        }
        get(self, key).unwrap_or_default()
    }

    /// True or false.
    pub(crate) fn boolean(&self, key: &'static str) -> Option<bool> {
        self.typed(key, "true, false", DeValue::as_bool)
    }

    /// A whole number within bounds.
    pub(crate) fn whole(&self, key: &'static str, from: i64, to: i64) -> Option<i64> {
        let expected =
            if to >= i64::from(u32::MAX) { format!("{from}, {}…", from + 1) } else { format!("{from}–{to}") };
        self.typed(key, &expected, |value| whole_of(value).filter(|n| (from..=to).contains(n)))
    }

    /// A whole number from a least one on.
    pub(crate) fn count(&self, key: &'static str, least: u32) -> Option<u32> {
        self.whole(key, i64::from(least), i64::from(u32::MAX)).and_then(|n| u32::try_from(n).ok())
    }

    /// A whole number that must be there.
    pub(crate) fn need_count(&self, key: &'static str, least: u32) -> u32 {
        self.need(key, |table, key| table.count(key, least))
    }

    /// Per cent, or a level: a small whole number within bounds.
    pub(crate) fn small(&self, key: &'static str, from: u8, to: u8) -> Option<u8> {
        self.whole(key, i64::from(from), i64::from(to)).and_then(|n| u8::try_from(n).ok())
    }

    /// Any finite number.
    pub(crate) fn number(&self, key: &'static str) -> Option<f64> {
        self.typed(key, "1, 2.5", number_of)
    }

    /// A finite number that must be there.
    pub(crate) fn need_number(&self, key: &'static str) -> f64 {
        self.need(key, Self::number)
    }

    /// A list of strings.
    pub(crate) fn strings(&self, key: &'static str) -> Vec<String> {
        let list = |value: &'a DeValue<'a>| value.as_array()?.iter().map(|v| text_of(v.get_ref())).collect();
        self.typed(key, "[\"…\", \"…\"]", list).unwrap_or_default()
    }

    /// A list of strings that must be there.
    pub(crate) fn need_strings(&self, key: &'static str) -> Vec<String> {
        if !self.has(key) {
            self.missing(key);
        }
        self.strings(key)
    }

    /// One of a few words, as the value that it stands for.
    pub(crate) fn choice<T: Copy>(&self, key: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let text = self.typed(key, &words(choices), text_of)?;
        let found = choices.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        if found.is_none() {
            self.wrong(key, &words(choices));
        }
        found
    }

    /// A table of its own.
    pub(crate) fn table(&self, key: &'static str) -> Option<Table<'a>> {
        let (value, at) = self.value(key)?;
        let found = value.as_table().map(|table| Table::new(self.source, table, at));
        if found.is_none() {
            self.wrong(key, "{ … }");
        }
        found
    }

    /// A list of tables.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let Some((value, at)) = self.value(key) else { return Vec::new() };
        let Some(list) = value.as_array() else {
            self.wrong(key, "[[…]]");
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in list {
            match item.get_ref().as_table() {
                // An inline table knows where it begins; one under a header begins at the header.
                Some(table) => {
                    let start = if item.span().is_empty() { at } else { item.span().start };
                    let inner = Table::new(self.source, table, start);
                    inner.anchor.replace(self.anchor.borrow().clone());
                    tables.push(inner);
                }
                None => self.wrong(key, "[ { … }, { … } ]"),
            }
        }
        tables
    }

    /// A table whose keys are languages.
    fn by_language<T>(
        &self,
        key: &'static str,
        take: impl Fn(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<BTreeMap<Locale, T>> {
        let (value, _) = self.value(key)?;
        let table = value.as_table()?;
        let mut map = BTreeMap::new();
        for (name, value) in table {
            match (name.get_ref().parse::<Locale>(), take(value.get_ref())) {
                (Ok(locale), Some(value)) => {
                    map.insert(locale, value);
                }
                _ => self.wrong(key, "{ ca = …, es = …, en = … }"),
            }
        }
        Some(map)
    }

    /// Strings by language, where a list of them may stand for each.
    pub(crate) fn accept(&self, key: &'static str) -> BTreeMap<Locale, Vec<String>> {
        let list = |value: &'a DeValue<'a>| match value.as_array() {
            Some(items) => items.iter().map(|v| text_of(v.get_ref())).collect(),
            None => text_of(value).map(|one| vec![one]),
        };
        let map = self.by_language(key, list);
        if map.is_none() && self.has(key) {
            self.wrong(key, "{ ca = [\"…\"], es = [\"…\"], en = [\"…\"] }");
        }
        map.unwrap_or_default()
    }

    /// A file, or one for each language.
    pub(crate) fn files(&self, key: &'static str) -> ByLocale<String> {
        self.one_or_each(key, "\"…\", { ca = \"…\", en = \"…\" }", text_of)
    }

    /// Seconds, or seconds for each language.
    pub(crate) fn seconds(&self, key: &'static str) -> ByLocale<u32> {
        let take = |value: &'a DeValue<'a>| whole_of(value).and_then(|n| u32::try_from(n).ok());
        self.one_or_each(key, "60, { ca = 60, en = 55 }", take)
    }

    fn one_or_each<T: Default>(
        &self,
        key: &'static str,
        expected: &str,
        take: impl Fn(&'a DeValue<'a>) -> Option<T>,
    ) -> ByLocale<T> {
        let Some((value, _)) = self.value(key) else {
            self.missing(key);
            return ByLocale::default();
        };
        if let Some(one) = take(value) {
            return ByLocale::One(one);
        }
        match self.by_language(key, take) {
            Some(map) => ByLocale::Each(map),
            None => {
                self.wrong(key, expected);
                ByLocale::default()
            }
        }
    }

    /// Files by language, where none need be there.
    pub(crate) fn language_files(&self, key: &'static str) -> BTreeMap<Locale, String> {
        let map = self.by_language(key, text_of);
        if map.is_none() && self.has(key) {
            self.wrong(key, "{ ca = \"…\", en = \"…\" }");
        }
        map.unwrap_or_default()
    }

    /// A table of words by name, in the order in which they stand.
    pub(crate) fn word_table(&self, key: &'static str) -> indexmap::IndexMap<String, String> {
        let take = |value: &'a DeValue<'a>| {
            let pairs = value.as_table()?.iter();
            pairs.map(|(name, value)| Some((name.get_ref().to_string(), text_of(value.get_ref())?))).collect()
        };
        self.typed(key, "{ a = \"…\" }", take).unwrap_or_default()
    }

    /// A list of pairs of words.
    pub(crate) fn pairs(&self, key: &'static str) -> Vec<[String; 2]> {
        let pair = |value: &'a DeValue<'a>| match value.as_array()?.iter().collect::<Vec<_>>()[..] {
            [a, b] => Some([text_of(a.get_ref())?, text_of(b.get_ref())?]),
            _ => None,
        };
        let take = |value: &'a DeValue<'a>| value.as_array()?.iter().map(|v| pair(v.get_ref())).collect();
        self.typed(key, "[ [\"…\", \"…\"], … ]", take).unwrap_or_default()
    }

    /// A right answer that is one word or a list of words.
    pub(crate) fn word_or_words(&self, key: &'static str) -> Vec<String> {
        match self.value(key) {
            Some((value, _)) if text_of(value).is_some() => self.string(key).into_iter().collect(),
            _ => self.strings(key),
        }
    }

    /// Everything that nobody asked for, kept and reported.
    pub(crate) fn rest(&self) -> Unknown {
        let asked = self.asked.borrow();
        let mut rest = Unknown::new();
        for (name, value) in self.table {
            let key = name.get_ref().as_ref();
            if asked.contains(&key) {
                continue;
            }
            let free = asked.iter().copied().filter(|known| !self.has(known));
            let hint = nearest(key, free).unwrap_or_default();
            self.add(self.report(Code::UnknownSetting, name.span().start).with("name", key).with("hint", hint));
            rest.insert(key.to_owned(), json_of(value.get_ref()));
        }
        rest
    }

    /// The whole table without the keys named, kept but not reported.
    pub(crate) fn all_but(&self, keys: &[&str]) -> Unknown {
        let others = self.table.iter().filter(|(name, _)| !keys.contains(&name.get_ref().as_ref()));
        others.map(|(name, value)| (name.get_ref().to_string(), json_of(value.get_ref()))).collect()
    }
}

fn words<T>(choices: &[(&str, T)]) -> String {
    choices.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

fn text_of(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Datetime(date) => Some(date.to_string()),
        _ => None,
    }
}

fn whole_of(value: &DeValue<'_>) -> Option<i64> {
    value.as_integer().and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok())
}

fn number_of(value: &DeValue<'_>) -> Option<f64> {
    let number: f64 = match value {
        DeValue::Integer(n) => i64::from_str_radix(n.as_str(), n.radix()).ok()?.to_string().parse().ok()?,
        DeValue::Float(n) => n.as_str().parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

/// Any value as JSON. A bare date becomes `{"$date": …}`, so that it can be written back as one.
fn json_of(value: &DeValue<'_>) -> serde_json::Value {
    use serde_json::{Value, json};
    match value {
        DeValue::String(text) => json!(text),
        DeValue::Integer(_) => whole_of(value).map_or(Value::Null, |n| json!(n)),
        DeValue::Float(n) => match n.as_str().parse::<f64>() {
            Ok(number) if number.is_finite() => json!(number),
            _ => json!({ "$float": n.as_str() }),
        },
        DeValue::Boolean(truth) => json!(truth),
        DeValue::Datetime(date) => json!({ "$date": date.to_string() }),
        DeValue::Array(items) => Value::Array(items.iter().map(|item| json_of(item.get_ref())).collect()),
        DeValue::Table(table) => Value::Object(
            table.iter().map(|(name, value)| (name.get_ref().to_string(), json_of(value.get_ref()))).collect(),
        ),
    }
}
