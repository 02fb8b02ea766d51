//! Writes TOML in one fixed way: keys in the order given, one line each, lists of tables one table a line. What equals
//! its default is left out by the callers.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use vocabulary::Locale;

use crate::model::{ByLocale, Unknown};

/// A value to write.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Whole(i64),
    Number(f64),
    Truth(bool),
    Date(String),
    List(Vec<Value>),
    /// A list of tables, one a line.
    Rows(Vec<Value>),
    Table(Vec<(String, Value)>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Whole(i64::from(number))
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Whole(i64::from(number))
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Self {
        Self::Whole(i64::from(number))
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<&Vec<String>> for Value {
    fn from(texts: &Vec<String>) -> Self {
        Self::List(texts.iter().map(Self::from).collect())
    }
}

/// What can stand for each language: a bound of its own, for a bound on `Into` would ask about itself without end.
pub(crate) trait Single {
    /// The value to write.
    fn value(&self) -> Value;
}

impl Single for String {
    fn value(&self) -> Value {
        Value::from(self)
    }
}

impl Single for u32 {
    fn value(&self) -> Value {
        Value::from(*self)
    }
}

impl Single for Vec<String> {
    fn value(&self) -> Value {
        Value::from(self)
    }
}

impl<T: Single> From<&BTreeMap<Locale, T>> for Value {
    fn from(map: &BTreeMap<Locale, T>) -> Self {
        Self::Table(map.iter().map(|(locale, value)| (locale.to_string(), value.value())).collect())
    }
}

impl<T: Single> From<&ByLocale<T>> for Value {
    fn from(value: &ByLocale<T>) -> Self {
        match value {
            ByLocale::One(one) => one.value(),
            ByLocale::Each(map) => map.into(),
        }
    }
}

/// A JSON value that came from TOML, as TOML again.
fn kept(value: &serde_json::Value) -> Value {
    use serde_json::Value as Json;
    match value {
        Json::String(text) => Value::from(text),
        Json::Bool(truth) => Value::Truth(*truth),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Value::Whole(whole),
            None => Value::Number(number.as_f64().unwrap_or_default()),
        },
        Json::Array(items) => Value::List(items.iter().map(kept).collect()),
        Json::Object(map) => match (map.len(), map.get("$date"), map.get("$float")) {
            (1, Some(Json::String(raw)), _) | (1, _, Some(Json::String(raw))) => Value::Date(raw.clone()),
            _ => Value::Table(pairs(map)),
        },
        Json::Null => Value::Text(String::new()),
    }
}

fn pairs(unknown: &Unknown) -> Vec<(String, Value)> {
    unknown.iter().map(|(key, value)| (key.clone(), kept(value))).collect()
}

/// A table that is being put together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows(Vec<(String, Value)>);

impl Rows {
    /// Adds a key.
    pub(crate) fn put(&mut self, key: &str, value: impl Into<Value>) {
        self.0.push((key.to_owned(), value.into()));
    }

    /// Adds a key unless the value is the default.
    pub(crate) fn put_unless<T: PartialEq + Into<Value>>(&mut self, key: &str, value: T, usual: T) {
        if value != usual {
            self.put(key, value);
        }
    }

    /// Adds a key where there is a value.
    pub(crate) fn put_some<T: Into<Value>>(&mut self, key: &str, value: Option<T>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    /// Adds a list unless it is empty.
    pub(crate) fn put_list(&mut self, key: &str, list: &Vec<String>) {
        if !list.is_empty() {
            self.put(key, list);
        }
    }

    /// Adds what the format does not know.
    pub(crate) fn put_unknown(&mut self, unknown: &Unknown) {
        self.0.extend(pairs(unknown));
    }

    /// The table as a value.
    pub(crate) fn into_value(self) -> Value {
        Value::Table(self.0)
    }

    /// The table as lines.
    pub(crate) fn write_to(&self, out: &mut String) {
        for (key, value) in &self.0 {
            let _ = writeln!(out, "{} = {}", name(key), show(value));
        }
    }
}

fn show(value: &Value) -> String {
    match value {
        Value::Text(text) => quoted(text),
        Value::Whole(number) => number.to_string(),
        // A number without a fraction is written as people write it.
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Value::Number(number) => format!("{number:?}"),
        Value::Truth(truth) => truth.to_string(),
        Value::Date(raw) => raw.clone(),
        Value::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", ")),
        Value::Rows(rows) if rows.is_empty() => "[]".to_owned(),
        Value::Rows(rows) => {
            let lines: String = rows.iter().map(|row| format!("  {},\n", show(row))).collect();
            format!("[\n{lines}]")
        }
        Value::Table(entries) if entries.is_empty() => "{}".to_owned(),
        Value::Table(entries) => {
            let inner: Vec<String> =
                entries.iter().map(|(key, value)| format!("{} = {}", name(key), show(value))).collect();
            format!("{{ {} }}", inner.join(", "))
        }
    }
}

fn name(key: &str) -> String {
    let bare = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if bare { key.to_owned() } else { quoted(key) }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
