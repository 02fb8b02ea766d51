//! A certificate's number: 128 random bits in Crockford's base 32 and a check character.
//!
//! Source: Douglas Crockford, *Base 32* (the alphabet without I, L, O and U; the check symbol is the value modulo 37). Since
//! 37 is prime and larger than 32, every changed character and every swap of neighbours changes the check symbol.

use std::fmt::Write;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECK: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
/// Characters that carry the number: 26 times 5 bits hold 128.
const DIGITS: usize = 26;

/// A number that cannot be guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code(u128);

/// A text that is no number of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a number of a certificate")]
pub struct NotACode;

impl Code {
    /// A new one.
    ///
    /// # Errors
    /// When the machine gives no random bytes.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes)?;
        Ok(Self(u128::from_be_bytes(bytes)))
    }

    /// As addresses and tables keep it: 27 characters.
    #[must_use]
    pub fn plain(self) -> String {
        let mut text = String::with_capacity(DIGITS + 1);
        for place in (0..DIGITS).rev() {
            let digit = usize::try_from((self.0 >> (place * 5)) & 31).unwrap_or(0);
            text.push(char::from(ALPHABET[digit]));
        }
        text.push(char::from(CHECK[usize::try_from(self.0 % 37).unwrap_or(0)]));
        text
    }

    /// As it is printed: in groups of four.
    #[must_use]
    pub fn grouped(self) -> String {
        let plain = self.plain();
        plain.as_bytes().chunks(4).enumerate().fold(String::new(), |mut text, (place, group)| {
            let separator = if place == 0 { "" } else { "-" };
            // Writing to a string cannot fail.
            write!(text, "{separator}{}", String::from_utf8_lossy(group)).ok();
            text
        })
    }
}

impl std::str::FromStr for Code {
    type Err = NotACode;

    /// Reads a number as people copy it: any case, with or without groups, O for 0, I or L for 1.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let mut letters = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
        let mut value: u128 = 0;
        for place in 0..DIGITS {
            let digit = letters.next().and_then(|letter| digit(letter, ALPHABET)).ok_or(NotACode)?;
            // 26 digits hold 130 bits: the first one has only three of its five.
            if place == 0 && digit > 7 {
                return Err(NotACode);
            }
            value = (value << 5) | digit;
        }
        let check = letters.next().and_then(|letter| digit(letter, CHECK)).ok_or(NotACode)?;
        if letters.next().is_some() || value % 37 != check {
            return Err(NotACode);
        }
        Ok(Self(value))
    }
}

fn digit(letter: char, alphabet: &[u8]) -> Option<u128> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = alphabet.iter().position(|known| char::from(*known) == letter)?;
    u128::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_is_read_back_however_it_is_copied(value: u128) {
            let code = Code(value);
            prop_assert_eq!(code.plain().len(), 27);
            prop_assert_eq!(code.plain().parse(), Ok(code));
            prop_assert_eq!(code.grouped().to_lowercase().replace('0', "o").replace('1', "l").parse(), Ok(code));
        }

        #[test]
        fn no_changed_character_and_no_swap_is_taken(value: u128, place in 0_usize..27, other in 0_usize..37) {
            let plain = Code(value).plain();
            let mut changed: Vec<u8> = plain.bytes().collect();
            changed[place] = CHECK[other];
            if changed != plain.as_bytes() {
                prop_assert_eq!(String::from_utf8(changed).unwrap().parse::<Code>(), Err(NotACode));
            }
            let mut swapped: Vec<u8> = plain.bytes().collect();
            let place = place.min(25);
            swapped.swap(place, place + 1);
            if swapped != plain.as_bytes() {
                prop_assert_eq!(String::from_utf8(swapped).unwrap().parse::<Code>(), Err(NotACode));
            }
        }

        #[test]
        fn any_text_is_read_without_harm(text in ".{0,60}") {
            drop(text.parse::<Code>());
        }
    }

    #[test]
    fn numbers_differ() {
        assert_ne!(Code::new().unwrap(), Code::new().unwrap());
    }
}
