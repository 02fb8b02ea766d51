//! Courses of others, as many as one has: set `AULARI_CORPUS` to a folder whose folders and zip files are courses, and
//! each of them must come in whole. `AULARI_CORPUS_ONLY` picks those whose name contains it.

use course_format::lessons::{Imported, import};

use crate::support;
use crate::whole::complaints;

/// Courses that hold nothing to import, and must be refused: those whose name begins so.
const REFUSED: &str = "refused-";

#[test]
#[ignore = "NOT RUN: needs courses of others; set AULARI_CORPUS to their folder and run with --ignored"]
fn a_corpus_comes_in_whole() {
    let folder = std::env::var_os("AULARI_CORPUS").expect("AULARI_CORPUS names no folder: nothing was looked at");
    let only = std::env::var("AULARI_CORPUS_ONLY").unwrap_or_default();
    let verbose = std::env::var_os("AULARI_CORPUS_VERBOSE").is_some();
    let mut paths: Vec<_> = std::fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let (mut looked, mut faults) = (0, 0);
    for path in paths.iter().filter(|path| path.to_string_lossy().contains(&only)) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let files = if path.is_dir() { support::folder(path) } else { support::archive(path) };
        looked += 1;
        let start = std::time::Instant::now();
        let result = std::panic::catch_unwind(|| import(&files, &name, &|_, _| true));
        let Ok(result) = result else {
            println!("== {name}: the import panicked");
            faults += 1;
            continue;
        };
        let imported = match result {
            Ok(imported) => imported,
            Err(error) => {
                println!("== {name}: refused: {error}");
                faults += usize::from(!name.starts_with(REFUSED));
                continue;
            }
        };
        let took = start.elapsed();
        let course = &imported.course;
        let locale = course.original();
        println!(
            "== {name}: {:?} [{locale}] {} modules, {} units, {} min, {} pictures, licence {:?}, source {:?}, left out {}, {took:.1?}",
            course.texts.title(locale),
            course.modules.len(),
            course.units().count(),
            course.minutes,
            imported.media.len(),
            course.licence,
            course.source,
            imported.left_out.len(),
        );
        if verbose {
            for module in &course.modules {
                println!("   # {} ({})", module.texts.title(locale), module.key);
                for unit in &module.units {
                    println!("       {} ({})", unit.texts.title(locale), unit.key);
                }
            }
            for note in imported.left_out.iter().chain(&imported.approximated) {
                println!("   ~ {}: {}", note.path, note.message(locale));
            }
        }
        if let Ok(wanted) = std::env::var("AULARI_CORPUS_SHOW") {
            show(&imported, &wanted);
        }
        let found = complaints(&files, &imported);
        faults += found.len();
        for complaint in &found {
            println!("   ! {complaint}");
        }
    }
    assert!(looked > 0, "nothing was looked at");
    assert_eq!(faults, 0, "faults in {looked} courses");
}

/// The Markdown that the pages whose path contains some words became.
fn show(imported: &Imported, wanted: &str) {
    let course = &imported.course;
    for (path, key) in imported.units.iter().filter(|(path, _)| path.contains(wanted)) {
        println!("---- {path} -> {key}");
        for block in course.unit(key).into_iter().flat_map(|unit| &unit.blocks) {
            println!(
                "[{:?}] {}\n{}",
                block.kind,
                block.texts.title(course.original()),
                block.texts.body(course.original())
            );
            for (id, part) in &block.parts {
                println!("  ({id}) {}\n{}", part.title(course.original()), part.body(course.original()));
            }
        }
    }
}
