//! The floors of the house: an arrow between crates only ever points down. Checked from cargo's own metadata.

use std::collections::HashMap;

/// Crate and floor; on one floor nobody imports a neighbour.
const FLOORS: [(&str, u8); 13] = [
    ("vocabulary", 0),
    ("course-format", 1),
    ("database", 1),
    ("print", 1),
    ("ledger", 2),
    ("media", 2),
    ("accounts", 3),
    ("courses", 4),
    ("progress", 5),
    ("credentials", 7),
    ("api", 10),
    ("server", 11),
    ("migrations", 0),
];

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
        if name == "tests" {
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
    for package in metadata().packages.iter().filter(|package| package.name.to_string() == "api") {
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
    for package in metadata().packages.iter().filter(|package| package.name.to_string() == "vocabulary") {
        let ours: Vec<_> = package.dependencies.iter().filter(|one| one.path.is_some()).map(|one| &one.name).collect();
        assert!(ours.is_empty(), "vocabulary imports {ours:?}");
    }
}
