//! Each folder of `content-samples/broken` shows the problem that it is named after, and there is one for each problem.

use std::collections::BTreeSet;

use course_format::{Code, check_folder};

use crate::support;

/// What cannot stand alone: problems that bring another one with them.
const TOGETHER: &[(&str, &[&str])] = &[
    ("bad-toml", &["missing-setting", "minutes-off", "wrong-value"]),
    ("duplicate-id", &["missing-section"]),
    ("empty-module", &["minutes-off"]),
    ("empty-unit", &["minutes-off"]),
    ("reserved-id", &["duplicate-id"]),
    ("not-text", &["missing-file", "minutes-off"]),
    ("unlisted-language", &["missing-language"]),
];

#[test]
fn each_broken_course_shows_its_problem_and_no_other() {
    let folder = support::root().join("content-samples/broken");
    let mut shown = BTreeSet::new();
    for path in support::folders(&folder) {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let code: Code = name.parse().unwrap_or_else(|_| panic!("no problem is called {name}"));
        let checked = check_folder(&support::folder(&path));
        let found: BTreeSet<&str> = checked.problems.iter().filter(|p| !p.accepted).map(|p| p.code.name()).collect();
        assert!(found.contains(code.name()), "{name} shows only {found:?}");
        let with = TOGETHER.iter().find(|(first, _)| *first == name).map_or(&[][..], |(_, with)| *with);
        let others: Vec<&&str> = found.iter().filter(|other| **other != name && !with.contains(other)).collect();
        assert!(others.is_empty(), "{name} also shows {others:?}");
        assert!(checked.problems.iter().all(|problem| !problem.place.file.is_empty()), "{name} has no place");
        shown.insert(name);
    }
    let missing: Vec<&str> = Code::ALL.iter().map(|code| code.name()).filter(|name| !shown.contains(*name)).collect();
    assert!(missing.is_empty(), "no sample shows {missing:?}");
}
