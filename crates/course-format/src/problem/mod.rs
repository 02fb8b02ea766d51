//! What is wrong with a course, where, and how to mend it. Never an error that stops the reading: problems are
//! collected, so that an author sees all of them at once.

mod code;
mod words_content;
mod words_course;
mod words_files;

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use vocabulary::Locale;

pub use code::Code;

/// Whether a problem stands in the way of publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The course cannot be published.
    Blocks,
    /// Worth a look.
    Warns,
}

/// Where a problem is.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Path from the course's folder, with `/`.
    pub file: String,
    /// Line in the file, from 1, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The block (`intro`) or part (`intro.a`) it is about, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, anchor: None }
    }

    /// A line of a file.
    #[must_use]
    pub fn line(file: impl Into<String>, line: usize) -> Self {
        Self { file: file.into(), line: Some(line), anchor: None }
    }

    /// A section of a file.
    #[must_use]
    pub fn anchor(file: impl Into<String>, anchor: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, anchor: Some(anchor.into()) }
    }
}

/// Something to mend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// What, as a stable code.
    pub code: Code,
    /// Whether it stands in the way of publishing. An accepted problem no longer does.
    pub severity: Severity,
    /// Whether the author may accept it, by naming its code in `accepted`.
    pub acceptable: bool,
    /// Whether the author has accepted it.
    #[serde(default)]
    pub accepted: bool,
    /// The language whose text it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Locale>,
    /// The words that its message is filled with.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
}

impl Problem {
    /// A problem of this code at this place.
    #[must_use]
    pub fn new(code: Code, place: Place) -> Self {
        Self {
            place,
            code,
            severity: code.severity(),
            acceptable: code.acceptable(),
            accepted: false,
            language: None,
            params: BTreeMap::new(),
        }
    }

    /// The same with a word for its message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// The same about the text in one language.
    #[must_use]
    pub fn in_language(mut self, locale: Locale) -> Self {
        self.language = Some(locale);
        self
    }

    /// True when the course cannot be published because of it.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.severity == Severity::Blocks && !self.accepted
    }

    /// True when something in the files could not be understood, so that writing the course again would lose it.
    #[must_use]
    pub fn forbids_writing(&self) -> bool {
        matches!(
            self.code,
            Code::NoCourse
                | Code::NotText
                | Code::BadToml
                | Code::WrongValue
                | Code::NewerFormat
                | Code::DuplicateKey
                | Code::DuplicateId
        )
    }

    /// What to mend and how, in a sentence or two.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        let [ca, es, en] = self.code.words();
        let template = match locale {
            Locale::Ca => ca,
            Locale::Es => es,
            Locale::En => en,
        };
        self.params.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }
}

impl Code {
    /// Its message in Catalan, Spanish and English, with places for words between braces.
    #[must_use]
    pub fn words(self) -> [&'static str; 3] {
        words_files::words(self)
            .or_else(|| words_course::words(self))
            .or_else(|| words_content::words(self))
            .unwrap_or([self.name(); 3])
    }
}

/// Where problems are gathered while a course is read.
#[derive(Debug, Default)]
pub(crate) struct Sink(RefCell<Vec<Problem>>);

impl Sink {
    /// Adds one.
    pub(crate) fn add(&self, problem: Problem) {
        self.0.borrow_mut().push(problem);
    }

    /// All of them.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.0.into_inner()
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Locale, Place, Problem};

    #[test]
    fn every_code_has_words_in_each_language_with_the_same_places() {
        let places = |text: &str| {
            let mut found: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split_once('}').map(|(name, _)| name.to_owned()))
                .filter(|name| name.chars().all(|c| c.is_ascii_lowercase()))
                .collect();
            found.sort();
            found.dedup();
            found
        };
        for code in Code::ALL {
            let [ca, es, en] = code.words();
            assert_ne!(en, code.name(), "{code:?} has no words");
            assert_eq!(places(ca), places(en), "{code:?} in Catalan");
            assert_eq!(places(es), places(en), "{code:?} in Spanish");
            assert!(ca != en && es != en && ca != es, "{code:?} is not translated");
        }
    }

    #[test]
    fn a_message_is_filled() {
        let problem = Problem::new(Code::MissingSection, Place::anchor("unit.ca.md", "intro"))
            .in_language(Locale::Ca)
            .with("anchor", "intro");
        assert!(problem.message(Locale::En).contains("{#intro}"));
        assert!(problem.blocks());
    }

    #[test]
    fn codes_are_read_back() {
        for code in Code::ALL {
            assert_eq!(code.name().parse(), Ok(*code));
        }
    }
}
