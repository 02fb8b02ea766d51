//! The fields that a person fills in. Each rule answers the value as it is kept, or the problem to show beside the field.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde_json::json;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::error::Problem;

/// The shortest user name, in characters.
pub const LOGIN_MIN: usize = 3;
/// The longest user name, in characters.
pub const LOGIN_MAX: usize = 40;
/// The longest e-mail address, in characters (RFC 5321, section 4.5.3.1.3, without the angle brackets).
pub const EMAIL_MAX: usize = 254;
/// The longest name of a person, in characters.
pub const NAME_MAX: usize = 120;
/// The shortest password, in characters after NFKC (NIST SP 800-63B, section 5.1.1.2).
pub const PASSWORD_MIN: usize = 8;
/// The longest password, in characters after NFKC.
pub const PASSWORD_MAX: usize = 128;

/// NFKC can make one character into eighteen: input beyond this many bytes is too long whatever it turns into.
const PASSWORD_MAX_BYTES: usize = PASSWORD_MAX * 4 * 4;

/// The commonest passwords of leaks and of Catalan and Spanish everyday words, one a line.
static COMMON: LazyLock<HashSet<String>> =
    LazyLock::new(|| include_str!("../common_passwords.txt").lines().map(fold).collect());

/// A person's name as it is kept: NFC, trimmed, single spaces.
///
/// # Errors
/// `name-length` outside 1 to [`NAME_MAX`] characters; `name-characters` for control characters, for marks that turn the
/// direction of writing (a certificate could be made to read as something else) and for names without any letter.
pub fn name(input: &str) -> Result<String, Problem> {
    let problem = |code, params| Problem { pointer: "/name", code, params };
    let name = input.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let name: String = name.trim().nfc().collect();
    if name.chars().any(|c| c.is_control() || turns_or_hides(c)) {
        return Err(problem("name-characters", json!({})));
    }
    if !(1..=NAME_MAX).contains(&name.chars().count()) {
        return Err(problem("name-length", json!({"min": 1, "max": NAME_MAX})));
    }
    if !name.chars().any(char::is_alphabetic) {
        return Err(problem("name-characters", json!({})));
    }
    Ok(name)
}

/// A login as it is kept: a user name or an e-mail address, lower case.
///
/// # Errors
/// `login-shape` when it is neither: a user name has [`LOGIN_MIN`] to [`LOGIN_MAX`] of `a-z 0-9 . _ -`.
pub fn login(input: &str) -> Result<String, Problem> {
    let login: String = input.trim().nfkc().flat_map(char::to_lowercase).collect();
    let fits = if login.contains('@') { is_email(&login) } else { is_user_name(&login) };
    if fits {
        Ok(login)
    } else {
        Err(Problem { pointer: "/login", code: "login-shape", params: json!({"min": LOGIN_MIN, "max": LOGIN_MAX}) })
    }
}

/// A new password as it is hashed: NFKC, otherwise exactly as typed.
///
/// # Errors
/// `password-length` outside [`PASSWORD_MIN`] to [`PASSWORD_MAX`] characters; `password-like-login` when it holds the login
/// or the part before the `@`; `password-common` when everybody would guess it.
pub fn new_password(input: &str, login: &str, pointer: &'static str) -> Result<String, Problem> {
    let problem = |code, params| Problem { pointer, code, params };
    let length = || problem("password-length", json!({"min": PASSWORD_MIN, "max": PASSWORD_MAX}));
    let password = password_to_compare(input).ok_or_else(length)?;
    let count = password.chars().count();
    if !(PASSWORD_MIN..=PASSWORD_MAX).contains(&count) {
        return Err(length());
    }
    let folded = fold(&password);
    let (login, local) = (fold(login), fold(login.split('@').next().unwrap_or_default()));
    if [login, local].iter().any(|part| part.chars().count() >= LOGIN_MIN && folded.contains(part.as_str())) {
        return Err(problem("password-like-login", json!({})));
    }
    let stem = folded.trim_end_matches(|c: char| c.is_ascii_punctuation());
    let same = folded.chars().next().is_some_and(|first| folded.chars().all(|c| c == first));
    if same || COMMON.contains(&folded) || COMMON.contains(stem) {
        return Err(problem("password-common", json!({})));
    }
    Ok(password)
}

/// A typed password in the form that is hashed; `None` when it is so long that it cannot be anybody's.
#[must_use]
pub fn password_to_compare(input: &str) -> Option<String> {
    (input.len() <= PASSWORD_MAX_BYTES).then(|| input.nfkc().collect())
}

/// Lower case without accents, so that `Contraseña` is found under `contrasena`.
fn fold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

fn is_user_name(login: &str) -> bool {
    (LOGIN_MIN..=LOGIN_MAX).contains(&login.len())
        && login.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b))
}

/// The shape of an address, not whether it exists: ASCII, one `@`, a dotted domain (RFC 5321 without quoted parts).
fn is_email(login: &str) -> bool {
    let Some((local, domain)) = login.split_once('@') else { return false };
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    login.len() <= EMAIL_MAX
        && (1..=64).contains(&local.len())
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~.-".contains(&b))
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && domain.contains('.')
        && domain.split('.').all(label)
}

/// Marks that reverse or isolate the direction of writing, and characters that show nothing.
fn turns_or_hides(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PASSWORD_MAX, login, name, new_password, password_to_compare};

    fn code(password: &str) -> Option<&'static str> {
        new_password(password, "rosa.puig@exemple.cat", "/password").err().map(|problem| problem.code)
    }

    #[test]
    fn names_of_real_people_pass() {
        for real in ["Núria", "Ana María  de la O", "O'Brien-Žižek", "李小龙", "محمد", "J. R. R. T.", "Zoë Åse"]
        {
            assert!(name(real).is_ok(), "{real}");
        }
        assert_eq!(name("  Ana   Puig ").as_deref(), Ok("Ana Puig"));
        assert_eq!(name("Nu\u{301}ria").as_deref(), Ok("Núria"), "kept in NFC");
    }

    #[test]
    fn names_that_would_deceive_or_say_nothing_do_not() {
        for wrong in ["", "   ", "A\u{0}B", "A\nB", "A\tB", "Ana\u{202E}gniP", "\u{200B}", "---", "123"] {
            assert!(name(wrong).is_err(), "{wrong:?}");
        }
        assert!(name(&"a".repeat(120)).is_ok() && name(&"a".repeat(121)).is_err());
    }

    #[test]
    fn logins_are_user_names_or_addresses() {
        assert_eq!(login(" Rosa.Puig ").as_deref(), Ok("rosa.puig"));
        assert_eq!(login("Learner@Demo.Example").as_deref(), Ok("learner@demo.example"));
        for wrong in
            ["ab", "with space", "ñandu", "a@b", "@b.c", "a@", "a@.c", "a@b..c", "a@b@c.d", "a..b@c.d", "a@-b.c", ""]
        {
            assert!(login(wrong).is_err(), "{wrong}");
        }
        assert!(login(&"a".repeat(41)).is_err());
        assert_eq!(login("ＲＯＳＡ").as_deref(), Ok("rosa"), "wide letters are the same letters");
    }

    #[test]
    fn passwords_are_long_unlike_the_login_and_not_everybodys() {
        assert_eq!(code("tres gats i un peix"), None);
        assert_eq!(code("set7777"), Some("password-length"));
        assert_eq!(code(&"àé".repeat(65)), Some("password-length"));
        assert_eq!(code("ROSA.puig2026"), Some("password-like-login"));
        assert_eq!(code("Contraseña123"), Some("password-common"));
        assert_eq!(code("PASSWORD123!!"), Some("password-common"));
        assert_eq!(code("zzzzzzzzzzzz"), Some("password-common"));
        assert_eq!(code(&"日本".repeat(4)), None, "characters are counted, not bytes");
        assert_eq!(code("ﷺ"), None, "counted after NFKC: one sign of eighteen letters");
    }

    #[test]
    fn the_same_password_from_two_keyboards_is_the_same() {
        assert_eq!(password_to_compare("cafe\u{301} amb llet"), password_to_compare("café amb llet"));
        assert_eq!(password_to_compare(&"x".repeat(100_000)), None);
    }

    proptest! {
        #[test]
        fn no_input_panics_and_what_is_kept_is_stable(text in "\\PC{0,200}|.{0,200}") {
            if let Ok(kept) = name(&text) {
                prop_assert_eq!(name(&kept), Ok(kept.clone()));
                prop_assert!(!kept.chars().any(char::is_control));
            }
            if let Ok(kept) = login(&text) {
                prop_assert_eq!(login(&kept), Ok(kept.clone()));
                prop_assert!(kept.is_ascii());
            }
            if let Ok(kept) = new_password(&text, "somebody", "/password") {
                prop_assert!(kept.chars().count() <= PASSWORD_MAX);
                prop_assert_eq!(password_to_compare(&kept), Some(kept));
            }
        }
    }
}
