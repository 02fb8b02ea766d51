//! Numbers as people write them.

/// True when a number lies within the tolerance of the right one. The tolerance itself still counts, whatever the
/// rounding of binary fractions makes of it.
#[must_use]
pub fn number_matches(found: f64, value: f64, tolerance: f64) -> bool {
    let slack = 1e-9 * value.abs().max(found.abs()).max(1.0);
    (found - value).abs() <= tolerance + slack
}

/// A number and what stands behind it (a unit, or nothing), from what somebody typed: `12,5`, `12.5`, `1 234,5 kg`,
/// `1.234.567`, `-3`, `50 %`. One mark followed by exactly three digits is a fraction only where nothing else can tell
/// (`1.234` may be meant either way): see [`readings`]. None where no number is.
#[must_use]
pub fn parse_number(text: &str) -> Option<(f64, String)> {
    readings(text).into_iter().next()
}

/// All that a typed number can mean, the likelier first: `1.234` is one and a bit, or a thousand and more.
#[must_use]
pub fn readings(text: &str) -> Vec<(f64, String)> {
    let text = text.trim().replace(['\u{2212}', '\u{2013}'], "-");
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(&text).trim_start()),
    };
    // A sign for money may stand in front: what is before the first digit counts as a unit.
    let first = rest.find(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let Some(first) = first else { return Vec::new() };
    let (front, rest) = rest.split_at(first);
    let mut end = rest
        .char_indices()
        .find(|(_, c)| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '\u{2019}') || c.is_whitespace()))
        .map_or(rest.len(), |(at, _)| at);
    // A mark at the end belongs to the sentence, not to the number.
    end = rest[..end].trim_end_matches(|c: char| !c.is_ascii_digit()).len();
    let (digits, back) = rest.split_at(end);
    let unit = format!("{}{}", front.trim(), back.trim().trim_end_matches(['.', ',', ';', '!']));
    let sign = if negative { -1.0 } else { 1.0 };
    plain_forms(digits)
        .into_iter()
        .filter_map(|plain| plain.parse::<f64>().ok())
        .filter(|number| number.is_finite())
        .map(|number| (sign * number, unit.clone()))
        .collect()
}

/// The digits with a point where the fraction begins, in each way in which they can be meant.
fn plain_forms(digits: &str) -> Vec<String> {
    let digits: String = digits.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '\u{2019}')).collect();
    let marks: Vec<(usize, char)> = digits.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let bare = || digits.replace(['.', ','], "");
    let fraction_at = |at: usize| format!("{}.{}", digits[..at].replace(['.', ','], ""), &digits[at + 1..]);
    let grouped = |upto: usize| groups_of_three(&digits[..upto]);
    match marks[..] {
        [] => vec![digits.clone()],
        [(at, _)] => {
            let three = digits.len() - at == 4 && (1..=3).contains(&at) && !digits.starts_with('0');
            if three { vec![fraction_at(at), bare()] } else { vec![fraction_at(at)] }
        }
        [.., (last, mark)] => {
            let same = marks.iter().all(|(_, c)| *c == mark);
            let others_same = marks[..marks.len() - 1].iter().all(|(_, c)| *c != mark);
            if same && grouped(digits.len()) {
                vec![bare()]
            } else if others_same && grouped(last) {
                vec![fraction_at(last)]
            } else {
                Vec::new()
            }
        }
    }
}

/// True when marks part the digits into groups of three, the first one of one to three.
fn groups_of_three(digits: &str) -> bool {
    let groups: Vec<&str> = digits.split(['.', ',']).collect();
    groups.iter().enumerate().all(|(i, group)| if i == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 })
}

#[cfg(test)]
mod tests {
    use super::{number_matches, parse_number, readings};

    #[test]
    fn people_write_numbers_in_many_ways() {
        for (text, number, unit) in [
            ("12,5", 12.5, ""),
            ("12.5", 12.5, ""),
            ("1 234,5", 1234.5, ""),
            ("1.234,5 kg", 1234.5, "kg"),
            ("1,234.5", 1234.5, ""),
            ("1.234.567", 1_234_567.0, ""),
            ("-3", -3.0, ""),
            ("−3 °C", -3.0, "°C"),
            ("50%", 50.0, "%"),
            ("€20", 20.0, "€"),
            ("20 €.", 20.0, "€"),
            (",5", 0.5, ""),
            ("7.", 7.0, ""),
        ] {
            assert_eq!(parse_number(text), Some((number, unit.to_owned())), "{text}");
        }
        assert_eq!(parse_number("many"), None);
        assert_eq!(parse_number("1.2.3"), None);
        assert_eq!(readings("1.234").iter().map(|(n, _)| *n).collect::<Vec<_>>(), [1.234, 1234.0]);
        assert_eq!(readings("0.125").len(), 1);
    }

    #[test]
    fn the_edge_of_the_tolerance_counts() {
        assert!(number_matches(0.3, 0.1, 0.2) && !number_matches(0.31, 0.1, 0.2));
    }
}
