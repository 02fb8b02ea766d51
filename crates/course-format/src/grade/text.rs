//! Written answers.

use crate::fold::fold;
use crate::model::Accept;

/// True when an answer is one of the accepted ones of any language, case, accents, spacing and outer punctuation aside.
/// An empty answer never is.
#[must_use]
pub fn text_matches(accept: &Accept, answer: &str) -> bool {
    let folded = fold(answer);
    let squeezed = squeeze(&folded);
    !squeezed.is_empty() && accept.values().flatten().any(|known| squeeze(&fold(known)) == squeezed)
}

/// Without any blank and hyphen between letters: `e-mail`, `e mail` and `email` are one answer.
fn squeeze(folded: &str) -> String {
    folded.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::text_matches;
    use crate::model::Accept;
    use vocabulary::Locale;

    #[test]
    fn any_language_counts_and_spacing_does_not() {
        let accept = Accept::from([(Locale::Ca, vec!["tallafoc".into()]), (Locale::En, vec!["fire wall".into()])]);
        for answer in ["Tallafoc", " tallafòc. ", "firewall", "Fire  Wall", "fire-wall"] {
            assert!(text_matches(&accept, answer), "{answer}");
        }
        for answer in ["", " ", "foc", "firewalls"] {
            assert!(!text_matches(&accept, answer), "{answer}");
        }
    }
}
