//! The shape of the house: an arrow between crates only ever points down (from cargo's own metadata), and inside a crate no
//! two files import each other in a circle, each rule stays in its place and no file grows past one idea (from the sources).
//!
//! What does not hold yet is listed by name. A list may only become shorter: an entry that is no longer true fails as well.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    path::{Path, PathBuf},
};

/// Crate and floor; on one floor nobody imports a neighbour.
const FLOORS: [(&str, u8); 14] = [
    ("vocabulary", 0),
    ("course-format", 1),
    ("database", 1),
    ("print", 1),
    ("ledger", 2),
    ("media", 2),
    ("accounts", 3),
    ("courses", 4),
    ("progress", 5),
    ("live", 6),
    ("credentials", 7),
    ("api", 10),
    ("server", 11),
    ("migrations", 0),
];

/// Names that say nothing of the product, and so gather everything.
const EMPTY_NAMES: [&str; 5] = ["common", "utils", "models", "types", "core"];

/// Past this a file is two ideas.
const LINES: usize = 400;

/// Files that are still too long.
const STILL_LONG: [&str; 0] = [];

/// Circles of files that are still to be opened: crate, and the modules in order.
const STILL_CIRCLES: [(&str, &[&str]); 0] = [];

/// Crates whose use cases people meet: each has the same rooms.
const FEATURES: [&str; 5] = ["accounts", "courses", "progress", "live", "credentials"];

fn metadata() -> cargo_metadata::Metadata {
    cargo_metadata::MetadataCommand::new()
        .manifest_path(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml"))
        .no_deps()
        .exec()
        .expect("cargo metadata")
}

#[test]
fn arrows_between_crates_point_down() {
    let floors: HashMap<&str, u8> = FLOORS.into_iter().collect();
    for package in metadata().packages {
        let name = package.name.to_string();
        // Tests and measurements stand outside: they may look at every floor.
        if ["tests", "load"].contains(&name.as_str()) {
            continue;
        }
        let Some(floor) = floors.get(name.as_str()) else {
            panic!("crate `{name}` stands on no floor: give it one in this table and in ARCHITECTURE.md");
        };
        for dependency in package.dependencies.iter().filter(|one| one.kind == cargo_metadata::DependencyKind::Normal) {
            if let Some(below) = floors.get(dependency.name.as_str()) {
                assert!(
                    below < floor,
                    "`{name}` (floor {floor}) must not import `{}` (floor {below})",
                    dependency.name
                );
            }
        }
    }
}

#[test]
fn the_interface_has_no_way_to_the_database() {
    for package in metadata().packages.iter().filter(|package| package.name.as_str() == "api") {
        for dependency in &package.dependencies {
            assert!(
                !["database", "sea-orm", "sqlx"].contains(&dependency.name.as_str()),
                "api lists {}",
                dependency.name
            );
        }
    }
}

#[test]
fn the_vocabulary_knows_nobody() {
    for package in metadata().packages.iter().filter(|package| package.name.as_str() == "vocabulary") {
        let ours: Vec<_> = package.dependencies.iter().filter(|one| one.path.is_some()).map(|one| &one.name).collect();
        assert!(ours.is_empty(), "vocabulary imports {ours:?}");
    }
}

#[test]
fn every_crate_is_named_by_a_word_of_the_product() {
    for package in metadata().packages {
        assert!(
            !EMPTY_NAMES.contains(&package.name.as_str()),
            "`{}` says nothing: name the crate by what it does for people",
            package.name
        );
    }
}

#[test]
fn feature_crates_have_the_same_rooms() {
    for name in FEATURES {
        for room in ["lib.rs", "service.rs", "queries.rs", "error.rs"] {
            assert!(crates().join(name).join("src").join(room).is_file(), "`{name}` has no src/{room}");
        }
    }
}

#[test]
fn a_file_is_one_idea() {
    let long: BTreeSet<String> = sources()
        .into_iter()
        .filter(|source| source.text.lines().count() > LINES)
        .map(|source| format!("{}/src/{}", source.of, source.path))
        .collect();
    let known = STILL_LONG.map(str::to_owned).into();
    assert_eq!(
        long, known,
        "files above {LINES} lines (left) and those known (right): split the file, or shorten the list"
    );
}

#[test]
fn files_of_a_crate_do_not_go_in_circles() {
    let mut found: BTreeSet<(String, Vec<String>)> = BTreeSet::new();
    let mut modules: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for source in sources() {
        modules.entry(source.of).or_default().insert(module_of(&source.path), without_tests(&source.text));
    }
    for (name, modules) in &modules {
        let arrows = arrows(modules);
        for circle in circles(&arrows) {
            found.insert((name.clone(), circle));
        }
    }
    let known =
        STILL_CIRCLES.map(|(name, circle)| (name.to_owned(), circle.iter().map(|&one| one.to_owned()).collect()));
    assert_eq!(
        found,
        known.into(),
        "circles of files (left) and those known (right): move what both need into a third file"
    );
}

#[test]
fn each_thing_is_done_in_its_place_only() {
    // What must not be written, where it may be all the same (a beginning of crate/src/path), and why.
    let rules: [(&[&str], &[&str], &str); 4] = [
        (&["env::var"], &["server/src/settings/"], "settings are read once, in server/src/settings"),
        (
            &["SystemTime::now", "Timestamp::now", "Zoned::now", "Utc::now"],
            &["vocabulary/src/clock.rs"],
            "time comes from the Clock, so that tests can move it",
        ),
        (&["StatusCode::", "HttpResponse"], &["api/", "server/src/web/"], "only the interface knows HTTP statuses"),
        (&["sea_orm", "database::"], &["!api/"], "a route has no way to the database"),
    ];
    for source in sources() {
        let place = format!("{}/src/{}", source.of, source.path);
        let text = without_tests(&source.text);
        for (words, homes, why) in rules {
            let concerned = homes.iter().all(|home| match home.strip_prefix('!') {
                Some(only) => place.starts_with(only),
                None => !place.starts_with(home),
            });
            for word in words.iter().filter(|_| concerned) {
                assert!(!text.contains(word), "{place} says `{word}`: {why}");
            }
        }
    }
}

#[test]
fn rules_wait_for_nothing() {
    for source in sources() {
        let pure = source.path == "rules.rs" || source.path.starts_with("rules/") || source.of == "course-format";
        let text = without_tests(&source.text);
        for word in ["async ", ".await", "std::fs", "tokio::"].iter().filter(|_| pure) {
            assert!(
                !text.contains(word),
                "{}/src/{} says `{word}`: rules take values and give values",
                source.of,
                source.path
            );
        }
    }
}

/// A source file of a crate.
struct Source {
    of: String,
    /// Below `src`.
    path: String,
    text: String,
}

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates")
}

fn sources() -> Vec<Source> {
    let mut sources = vec![];
    for entry in std::fs::read_dir(crates()).expect("crates").flatten() {
        let root = entry.path().join("src");
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    sources.push(Source {
                        of: entry_name(&root),
                        path: path.strip_prefix(&root).expect("below src").to_string_lossy().into_owned(),
                        text: std::fs::read_to_string(&path).expect("a source file"),
                    });
                }
            }
        }
    }
    assert!(sources.len() > 50, "only {} source files were found: is this the right folder?", sources.len());
    sources
}

fn entry_name(src: &Path) -> String {
    src.parent().and_then(Path::file_name).expect("a crate's folder").to_string_lossy().into_owned()
}

/// `learning/decide.rs` is `learning::decide`; the root has no name.
fn module_of(path: &str) -> String {
    let mut parts: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
    if matches!(parts.last(), Some(&("mod" | "lib" | "main"))) {
        parts.pop();
    }
    parts.join("::")
}

/// The code alone: no comments, and nothing from the tests at the end of the file.
fn without_tests(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    code.lines().map(|line| line.split("//").next().unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// Which module names which other one, by paths that begin with `crate`, `super` or `self`. That a parent names its children
/// is how modules are put together and no arrow here.
fn arrows(modules: &BTreeMap<String, String>) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut arrows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (module, text) in modules {
        for start in ["crate::", "super::", "self::"] {
            for (at, _) in text.match_indices(start) {
                // In the middle of a path, of a name, or a macro's `$crate`.
                if text[..at].ends_with(|before: char| before.is_alphanumeric() || "_:$".contains(before)) {
                    continue;
                }
                for path in paths(&text[at..]) {
                    let target = known_module(modules, &absolute(module, &path));
                    if !target.is_empty() && target != module {
                        arrows.entry(module).or_default().insert(target);
                    }
                }
            }
        }
    }
    arrows
}

/// The paths of the tree that the text begins with: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn paths(text: &str) -> Vec<Vec<String>> {
    fn tree<'a>(mut text: &'a str, before: &[String], found: &mut Vec<Vec<String>>) -> &'a str {
        let mut path = before.to_vec();
        loop {
            let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
            path.extend((end > 0).then(|| text[..end].to_owned()));
            text = &text[end..];
            let Some(rest) = text.strip_prefix("::") else { break };
            let Some(mut inside) = rest.strip_prefix('{') else {
                text = rest;
                continue;
            };
            loop {
                inside = tree(inside.trim_start(), &path, found).trim_start();
                if let Some(renamed) = inside.strip_prefix("as ") {
                    inside = renamed.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').trim_start();
                }
                match inside.strip_prefix(',') {
                    Some(next) if !next.trim_start().starts_with('}') => inside = next,
                    Some(next) => return next.trim_start().strip_prefix('}').unwrap_or(next),
                    None => return inside.strip_prefix('}').unwrap_or(inside),
                }
            }
        }
        found.push(path);
        text
    }
    let mut found = vec![];
    tree(text, &[], &mut found);
    found
}

/// A path seen from the root of the crate.
fn absolute(module: &str, path: &[String]) -> Vec<String> {
    let mut from: Vec<String> = match path.first().map(String::as_str) {
        Some("crate") => vec![],
        _ => module.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect(),
    };
    for part in path {
        match part.as_str() {
            "crate" | "self" => {}
            "super" => drop(from.pop()),
            _ => from.push(part.clone()),
        }
    }
    from
}

/// The longest beginning of the path that is a file.
fn known_module<'a>(modules: &'a BTreeMap<String, String>, path: &[String]) -> &'a str {
    (1..=path.len())
        .rev()
        .find_map(|length| modules.get_key_value(&path[..length].join("::")).map(|(name, _)| name.as_str()))
        .unwrap_or_default()
}

/// The groups of modules of which each reaches every other.
fn circles(arrows: &BTreeMap<&str, BTreeSet<&str>>) -> BTreeSet<Vec<String>> {
    let reach = |from: &str| {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut next: Vec<&str> = arrows.get(from).into_iter().flatten().copied().collect();
        while let Some(one) = next.pop() {
            if seen.insert(one) {
                next.extend(arrows.get(one).into_iter().flatten());
            }
        }
        seen
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> = arrows.keys().map(|&module| (module, reach(module))).collect();
    let together = |one: &str, other: &str| {
        reached.get(one).is_some_and(|set| set.contains(other))
            && reached.get(other).is_some_and(|set| set.contains(one))
    };
    let mut groups = BTreeSet::new();
    for &module in arrows.keys() {
        let group: Vec<String> =
            arrows.keys().filter(|&&other| together(module, other)).map(|&other| other.to_owned()).collect();
        if group.len() > 1 {
            groups.insert(group);
        }
    }
    groups
}

#[test]
fn the_reader_of_imports_sees_circles() {
    let modules = BTreeMap::from([
        ("a".to_owned(), "use crate::{b::{One, c::Two as Three}, d};".to_owned()),
        ("b".to_owned(), "fn f() -> crate::a::Four {}".to_owned()),
        ("b::c".to_owned(), without_tests("use super::super::d::Five; // crate::a")),
        ("d".to_owned(), String::new()),
    ]);
    let arrows = arrows(&modules);
    assert_eq!(arrows["a"], BTreeSet::from(["b", "b::c", "d"]));
    assert_eq!(circles(&arrows), BTreeSet::from([vec!["a".to_owned(), "b".to_owned()]]));
}
