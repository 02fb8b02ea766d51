//! The number of a certificate: 26 random signs of Crockford's base 32 (130 bits) and one that checks them.
//!
//! The check is the pure system of ISO/IEC 7064 with modulus 37 and radix 2: it finds every single wrong sign and every swap of
//! two neighbours. Numbers whose check would not be one of the 32 signs are never given out, which costs 0.2 of the 130 bits.

use crate::Error;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM: usize = 26;
const LENGTH: usize = RANDOM + 1;
const GROUP: usize = 4;
const MODULUS: u32 = 37;

/// A number whose check is right. Says nothing about whether it was given out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number(String);

impl Number {
    /// A new one.
    ///
    /// # Errors
    /// [`Error::System`] when the machine gives no random bytes.
    pub fn random() -> Result<Self, Error> {
        loop {
            let mut bytes = [0u8; RANDOM];
            getrandom::fill(&mut bytes).map_err(|error| Error::System(error.to_string()))?;
            let values = bytes.map(|byte| byte & 31);
            if let Some(number) = with_check(&values) {
                return Ok(number);
            }
        }
    }

    /// Reads what somebody typed: upper or lower case, with or without spaces and hyphens, O for 0, I or L for 1.
    /// `None` when it cannot be a number of ours.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let mut kept = String::with_capacity(LENGTH);
        for c in typed.chars() {
            let sign = match c.to_ascii_uppercase() {
                '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' => continue,
                c if c.is_whitespace() => continue,
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            if kept.len() == LENGTH {
                return None;
            }
            value(sign)?;
            kept.push(sign);
        }
        let values: Vec<u8> = kept.chars().filter_map(value).collect();
        (values.len() == LENGTH && sum(&values) == 1).then_some(Self(kept))
    }

    /// As it is kept: 27 signs without hyphens.
    #[must_use]
    pub fn plain(&self) -> &str {
        &self.0
    }

    /// As it is shown: groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        grouped(&self.0)
    }
}

/// Puts a hyphen after every fourth sign.
pub(crate) fn grouped(plain: &str) -> String {
    let mut shown = String::with_capacity(plain.len() + plain.len() / GROUP);
    for (index, sign) in plain.chars().enumerate() {
        if index > 0 && index % GROUP == 0 {
            shown.push('-');
        }
        shown.push(sign);
    }
    shown
}

fn value(sign: char) -> Option<u8> {
    let index = ALPHABET.iter().position(|known| char::from(*known) == sign)?;
    u8::try_from(index).ok()
}

/// The sum of all values, each weighed with a power of two that grows to the left, modulo 37; 1 for a right number.
fn sum(values: &[u8]) -> u32 {
    // Horner's rule: the last sign has weight 1.
    values.iter().fold(0, |sum, value| (sum * 2 + u32::from(*value)) % MODULUS)
}

fn with_check(values: &[u8; RANDOM]) -> Option<Number> {
    let before = sum(values) * 2 % MODULUS;
    let check = (1 + MODULUS - before) % MODULUS;
    let check = u8::try_from(check).ok()?;
    let sign = |value: u8| ALPHABET.get(usize::from(value)).map(|sign| char::from(*sign));
    values.iter().copied().chain([check]).map(sign).collect::<Option<String>>().map(Number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ALPHABET, LENGTH, Number};

    #[test]
    fn every_wrong_sign_and_every_swap_of_neighbours_is_found() {
        for _ in 0..20 {
            let number = Number::random().expect("random bytes");
            let signs: Vec<u8> = number.plain().bytes().collect();
            for place in 0..LENGTH {
                for other in ALPHABET {
                    let mut changed = signs.clone();
                    changed[place] = *other;
                    let text = String::from_utf8(changed.clone()).expect("ascii");
                    assert_eq!(Number::parse(&text).is_some(), changed == signs);
                }
                if place > 0 && signs[place] != signs[place - 1] {
                    let mut swapped = signs.clone();
                    swapped.swap(place, place - 1);
                    assert_eq!(Number::parse(&String::from_utf8(swapped).expect("ascii")), None);
                }
            }
        }
    }

    #[test]
    fn it_is_read_however_people_type_it() {
        let number = Number::random().expect("random bytes");
        let shown = number.grouped();
        assert_eq!(shown.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4, 4, 4, 4, 3]);
        let typed = format!("  {} ", shown.to_lowercase().replace('-', " – ").replace('0', "o").replace('1', "l"));
        assert_eq!(Number::parse(&typed), Some(number.clone()));
        assert_eq!(Number::parse(number.plain()), Some(number));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_nothing_panics(typed in ".{0,80}") {
            if let Some(number) = Number::parse(&typed) {
                prop_assert_eq!(Number::parse(&number.grouped()), Some(number));
            }
        }
    }
}
