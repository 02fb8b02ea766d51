//! Tells the language of a text.

use vocabulary::Locale;
use whatlang::{Detector, Lang};

/// What a text says of its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Guess {
    /// A language that the house speaks.
    Spoken(Locale),
    /// Another one, by its own name.
    Other(&'static str),
    /// Too little to tell.
    Unsure,
}

/// Letters that are enough to tell a language.
const ENOUGH: usize = 200;
/// The least confidence, from 0 to 1, for a short text in a language that the house speaks. Below it, titles and rows of
/// commands pass for whatever they resemble by chance, and no language is better than a wrong one.
const LIKELY: f64 = 0.5;

/// The language that a text is most likely written in.
pub(super) fn guess(text: &str) -> Guess {
    // Addresses and names of commands are of no language.
    let words: String = text
        .split_whitespace()
        .filter(|word| !word.contains(['/', '`', '_', '<', '{', '=', '@', '\\', '|']))
        .collect::<Vec<_>>()
        .join(" ");
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let Some(info) = Detector::new().detect(&words) else { return Guess::Unsure };
    let sure = info.is_reliable() || letters >= ENOUGH;
    match info.lang() {
        Lang::Eng | Lang::Spa | Lang::Cat if !sure && info.confidence() < LIKELY => Guess::Unsure,
        Lang::Eng => Guess::Spoken(Locale::En),
        Lang::Spa => Guess::Spoken(Locale::Es),
        Lang::Cat => Guess::Spoken(Locale::Ca),
        _ if !sure => Guess::Unsure,
        other => Guess::Other(other.name()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Guess, guess};
    use vocabulary::Locale;

    #[test]
    fn a_text_tells_its_language() {
        let english = "The purpose of this lesson is to show you how the shell works and what it is good for.";
        let spanish =
            "El uso de la terminal es fundamental para muchas otras herramientas y los recursos que usted necesita.";
        let catalan =
            "Aquesta lliçó és per a qui fa servir els ordinadors amb les eines de la feina i vol saber-ne més.";
        assert_eq!(guess(english), Guess::Spoken(Locale::En));
        assert_eq!(guess(spanish), Guess::Spoken(Locale::Es));
        assert_eq!(guess(catalan), Guess::Spoken(Locale::Ca));
        let french =
            "Dans cette leçon, nous allons apprendre comment utiliser le terminal pour travailler avec des fichiers. "
                .repeat(3);
        assert_eq!(guess(&french), Guess::Other("Français"));
        assert_eq!(
            guess("这是一个关于机器学习的课程，我们将学习如何使用数据来训练模型。".repeat(8).as_str()),
            Guess::Other("普通话")
        );
        for little in
            ["ls -l", "Benvinguts al curs", "npm install react redux lodash webpack babel eslint", "La nota final"]
        {
            assert_eq!(guess(little), Guess::Unsure, "{little}");
        }
        assert_eq!(guess("Obriu el fitxer i deseu els canvis"), Guess::Spoken(Locale::Ca));
    }
}
