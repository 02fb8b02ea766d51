//! The stable codes of problems: how grave each is and whether an author may accept it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Severity::{self, Blocks, Warns};

/// Makes the codes from one table, so that none can lack a name, a severity or an answer to "may I accept it?".
macro_rules! codes {
    ($( $(#[$doc:meta])* $variant:ident = $name:literal, $severity:ident, $acceptable:literal; )*) => {
        /// What a problem is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $( $(#[$doc])* $variant, )* }

        impl Code {
            /// All of them.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )* ];

            /// Its stable name, in kebab case.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $name, )* }
            }

            /// Whether it stands in the way of publishing.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $( Self::$variant => $severity, )* }
            }

            /// Whether an author may accept it.
            #[must_use]
            pub const fn acceptable(self) -> bool {
                match self { $( Self::$variant => $acceptable, )* }
            }
        }

        impl FromStr for Code {
            type Err = UnknownCode;
            fn from_str(name: &str) -> Result<Self, UnknownCode> {
                match name { $( $name => Ok(Self::$variant), )* _ => Err(UnknownCode) }
            }
        }
    };
}

/// No problem has this code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no problem has this code")]
pub struct UnknownCode;

codes! {
    /// The folder holds no `course.toml`.
    NoCourse = "no-course", Blocks, false;
    /// A file is not UTF-8 text.
    NotText = "not-text", Blocks, false;
    /// A TOML file cannot be read.
    BadToml = "bad-toml", Blocks, false;
    /// The course is written in a later version of the format.
    NewerFormat = "newer-format", Blocks, false;
    /// A setting that the format does not know.
    UnknownSetting = "unknown-setting", Blocks, false;
    /// A setting is missing.
    MissingSetting = "missing-setting", Blocks, false;
    /// A setting has a value that it cannot have.
    WrongValue = "wrong-value", Blocks, false;
    /// A key is not written as keys are.
    BadKey = "bad-key", Blocks, false;
    /// Two modules or two units have the same key.
    DuplicateKey = "duplicate-key", Blocks, false;
    /// An id is not written as ids are.
    BadId = "bad-id", Blocks, false;
    /// Two blocks of a unit or two parts of a block have the same id.
    DuplicateId = "duplicate-id", Blocks, false;
    /// A part has a name that the format uses itself.
    ReservedId = "reserved-id", Blocks, false;
    /// A type of block that this version does not know.
    UnknownBlock = "unknown-block", Blocks, false;
    /// A sort of question that this version does not know.
    UnknownQuestion = "unknown-question", Blocks, false;
    /// A file that the course does not use.
    UnusedFile = "unused-file", Warns, true;
    /// The course has no module.
    NoModules = "no-modules", Blocks, false;
    /// A module has no unit.
    EmptyModule = "empty-module", Blocks, false;
    /// A unit has no block.
    EmptyUnit = "empty-unit", Blocks, false;
    /// A quiz has no question.
    NoQuestions = "no-questions", Blocks, false;

    /// A text file is missing in one of the course's languages.
    MissingFile = "missing-file", Blocks, false;
    /// The course does not exist in one of the languages of the house.
    MissingLanguage = "missing-language", Warns, true;
    /// There is text in a language that the course does not list.
    UnlistedLanguage = "unlisted-language", Warns, true;
    /// Text above the first section.
    TextOutsideSection = "text-outside-section", Blocks, false;
    /// The same section twice in a file.
    DuplicateSection = "duplicate-section", Blocks, false;
    /// A section that names nothing.
    UnknownSection = "unknown-section", Blocks, false;
    /// A section is missing in one language.
    MissingSection = "missing-section", Blocks, false;
    /// A section has the wrong number of `#`.
    SectionLevel = "section-level", Warns, true;
    /// A title is missing.
    MissingTitle = "missing-title", Blocks, false;
    /// A text is missing below a heading.
    MissingBody = "missing-body", Blocks, false;
    /// A block of code is opened and never closed.
    UnclosedCode = "unclosed-code", Blocks, false;
    /// Two languages say the same, word for word.
    Untranslated = "untranslated", Warns, true;
    /// Raw HTML in a text.
    RawHtml = "raw-html", Warns, true;
    /// A link that leads nowhere.
    DeadLink = "dead-link", Blocks, false;
    /// Headings inside a text leave out a level.
    HeadingJump = "heading-jump", Warns, true;
    /// A tag of another system's templates.
    TemplateTag = "template-tag", Warns, true;

    /// A competence that the framework does not have.
    UnknownCompetence = "unknown-competence", Blocks, false;
    /// The course says of no competence that it leads to it.
    NoCompetence = "no-competence", Warns, true;
    /// A date or a time cannot be read.
    BadDate = "bad-date", Blocks, false;
    /// An address cannot be opened.
    BadAddress = "bad-address", Blocks, false;
    /// Nobody says under which licence the course stands.
    NoLicence = "no-licence", Blocks, true;
    /// An instant course with too many outcomes, or none.
    KindOutcomes = "kind-outcomes", Blocks, true;
    /// A course too short or too long for its kind.
    KindMinutes = "kind-minutes", Blocks, true;
    /// A module of a mooc without a week.
    KindWeeks = "kind-weeks", Blocks, true;
    /// A mooc without a final test.
    KindFinal = "kind-final", Blocks, true;
    /// A masterclass without a session.
    KindLive = "kind-live", Blocks, true;
    /// A masterclass without a replay that has chapters.
    KindReplay = "kind-replay", Blocks, true;
    /// The course says of its length what is not so.
    MinutesOff = "minutes-off", Blocks, false;
    /// A finding that nobody may accept is named in `accepted`.
    CannotAccept = "cannot-accept", Blocks, false;
    /// A condition names a unit or module that there is not.
    UnknownUnit = "unknown-unit", Blocks, false;
    /// A condition asks for a score that a unit cannot give.
    NoScore = "no-score", Blocks, false;
    /// Conditions wait for each other.
    CircularCondition = "circular-condition", Blocks, false;
    /// The final test is not a quiz unit of the course.
    UnknownFinal = "unknown-final", Blocks, false;

    /// A media file is missing.
    MissingMedia = "missing-media", Blocks, true;
    /// A media file that nothing refers to.
    UnusedMedia = "unused-media", Warns, true;
    /// A media file's name leads out of the folder or cannot be an address.
    BadMediaName = "bad-media-name", Blocks, false;
    /// A picture without alternative text.
    MissingAlt = "missing-alt", Blocks, true;
    /// An infographic without a long description.
    MissingDescription = "missing-description", Blocks, true;
    /// A film without captions in one language.
    MissingCaptions = "missing-captions", Blocks, true;
    /// A film or sound without a transcript in one language.
    MissingTranscript = "missing-transcript", Blocks, true;
    /// Chapters out of order or beyond the end.
    ChapterTime = "chapter-time", Blocks, false;

    /// Too few things to choose from.
    FewOptions = "few-options", Blocks, false;
    /// A key names an option that there is not.
    UnknownOption = "unknown-option", Blocks, false;
    /// No option is right.
    NoCorrect = "no-correct", Blocks, false;
    /// All options are right.
    AllCorrect = "all-correct", Warns, true;
    /// Two options say the same.
    SameOptions = "same-options", Blocks, false;
    /// An option does not explain itself.
    MissingFeedback = "missing-feedback", Blocks, false;
    /// Feedback that only says "incorrect".
    BareFeedback = "bare-feedback", Blocks, false;
    /// A question does not explain its answer.
    MissingExplanation = "missing-explanation", Blocks, false;
    /// A written answer can never be right.
    NoAnswer = "no-answer", Blocks, false;
    /// No accepted answer in one language.
    AnswerLanguage = "answer-language", Warns, true;
    /// A wrong answer that is also right.
    WrongIsRight = "wrong-is-right", Blocks, false;
    /// A gap that has no place in the text.
    GapWithoutPlace = "gap-without-place", Blocks, false;
    /// A place in the text without a gap.
    PlaceWithoutGap = "place-without-gap", Blocks, false;
    /// The same gap twice in a text.
    GapTwice = "gap-twice", Blocks, false;
    /// An area or spot outside the picture.
    OutsidePicture = "outside-picture", Blocks, false;
    /// A scale with less than two steps, or more than eleven.
    ScaleRange = "scale-range", Blocks, false;
    /// A question is in a pool that there is not.
    UnknownPool = "unknown-pool", Blocks, false;
    /// A pool with fewer questions than are drawn.
    SmallPool = "small-pool", Blocks, false;
    /// Hints leave out a number.
    HintOrder = "hint-order", Warns, true;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        name.parse().map_err(serde::de::Error::custom)
    }
}
