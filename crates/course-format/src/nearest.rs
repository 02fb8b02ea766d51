//! The word that a mistyped one was perhaps meant to be.

/// The nearest of some words, when it is near enough to be meant. Distance is Levenshtein's: the number of letters to
/// put in, take out or change; at most a third of the longer word may differ.
pub(crate) fn nearest<'a>(word: &str, among: impl IntoIterator<Item = &'a str>) -> Option<String> {
    among
        .into_iter()
        .map(|known| (distance(word, known), known))
        .filter(|(distance, known)| distance * 3 <= word.chars().count().max(known.chars().count()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| format!("→ {known}?"))
}

fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(100).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().take(100).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let change = diagonal + usize::from(ca != *cb);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_finds_its_word() {
        assert_eq!(nearest("minuts", ["level", "minutes"]), Some("→ minutes?".into()));
        assert_eq!(nearest("colour", ["level", "minutes"]), None);
    }
}
