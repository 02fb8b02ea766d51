//! Tells the language of a text by its smallest words.

use vocabulary::Locale;

/// Words that are frequent in one of the languages and rare in the others.
const SMALL_WORDS: [(Locale, &[&str]); 3] = [
    (
        Locale::En,
        &[
            "the", "and", "of", "to", "is", "that", "you", "for", "with", "this", "are", "be", "your", "what", "how",
            "it",
        ],
    ),
    (
        Locale::Es,
        &[
            "el", "los", "las", "y", "una", "con", "para", "del", "es", "puede", "como", "más", "esta", "son", "tu",
            "lo",
        ],
    ),
    (
        Locale::Ca,
        &[
            "els", "les", "i", "amb", "una", "per", "és", "dels", "aquest", "aquesta", "més", "són", "teu", "quan",
            "això", "fer",
        ],
    ),
];

/// The language that a text is most likely written in. English where nothing speaks for another one.
pub(super) fn guess(text: &str) -> Locale {
    let mut counts = [0usize; 3];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let word = word.to_lowercase();
        for (count, (_, words)) in counts.iter_mut().zip(&SMALL_WORDS) {
            *count += usize::from(words.contains(&word.as_str()));
        }
    }
    let best = counts.iter().zip(&SMALL_WORDS).max_by_key(|(count, _)| **count);
    best.filter(|(count, _)| **count > 0).map_or(Locale::En, |(_, (locale, _))| *locale)
}

#[cfg(test)]
mod tests {
    use super::guess;
    use vocabulary::Locale;

    #[test]
    fn small_words_tell_the_language() {
        assert_eq!(guess("The purpose of this lesson is to show you how the shell works."), Locale::En);
        assert_eq!(
            guess("El uso de la terminal es fundamental para muchas otras herramientas y los recursos."),
            Locale::Es
        );
        assert_eq!(
            guess("Aquesta lliçó és per a qui fa servir els ordinadors amb les eines de la feina i més."),
            Locale::Ca
        );
    }
}
