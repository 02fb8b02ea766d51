//! Tells feedback that only says "incorrect" from feedback that explains.

use crate::fold::fold;

/// Words that say no more than right or wrong, or that one may try again; folded, in three languages.
const EMPTY_WORDS: &[&str] = &[
    // English
    "incorrect",
    "wrong",
    "false",
    "no",
    "not",
    "nope",
    "right",
    "correct",
    "the",
    "answer",
    "option",
    "choice",
    "is",
    "its",
    "it",
    "this",
    "that",
    "was",
    "isnt",
    "try",
    "again",
    "sorry",
    "oops",
    "mistake",
    "error",
    "quite",
    "almost",
    "unfortunately",
    "please",
    "once",
    "more",
    "an",
    "a",
    // Spanish
    "incorrecto",
    "incorrecta",
    "equivocado",
    "equivocada",
    "falso",
    "falsa",
    "mal",
    "fallo",
    "respuesta",
    "opcion",
    "la",
    "el",
    "es",
    "esta",
    "este",
    "eso",
    "esto",
    "correcto",
    "correcta",
    "verdadero",
    "verdadera",
    "vuelve",
    "vuelvelo",
    "intentar",
    "intentarlo",
    "intentalo",
    "prueba",
    "de",
    "nuevo",
    "otra",
    "vez",
    "lo",
    "siento",
    "casi",
    "por",
    "favor",
    "has",
    "fallado",
    "una",
    "un",
    // Catalan
    "incorrecte",
    "equivocat",
    "equivocat",
    "erroni",
    "erronia",
    "fals",
    "malament",
    "resposta",
    "opcio",
    "aixo",
    "aquesta",
    "aquest",
    "correcte",
    "torna",
    "tornaho",
    "hi",
    "ho",
    "provar",
    "prova",
    "intenta",
    "intentar",
    "nou",
    "vegada",
    "sento",
    "em",
    "sap",
    "greu",
    "quasi",
    "gairebe",
    "si",
    "us",
    "plau",
    "altra",
    "has",
    "fallat",
    "cert",
    "certa",
];

/// True when nothing is left of a text once the empty words are taken away. A text without any word is for others to
/// report.
pub(super) fn is_bare(text: &str) -> bool {
    let folded = fold(text);
    let mut words =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1 || *word == "a").peekable();
    words.peek().is_some() && words.all(|word| EMPTY_WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::is_bare;

    #[test]
    fn empty_feedback_is_told_from_an_explanation() {
        for text in [
            "Incorrect.",
            "**Wrong!** Try again.",
            "No, that's not right.",
            "Incorrecto. Inténtalo de nuevo.",
            "No es correcto, vuelve a intentarlo.",
            "Resposta incorrecta. Torna-ho a provar.",
            "No és correcte.",
        ] {
            assert!(is_bare(text), "{text}");
        }
        for text in [
            "No: the padlock only says that the line is private.",
            "Incorrecto: el candado solo dice que la conexión es privada.",
            "El cadenat només diu que la connexió és privada.",
            "",
        ] {
            assert!(!is_bare(text), "{text}");
        }
    }
}
