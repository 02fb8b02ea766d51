//! Courses that nobody here wrote come in whole: no empty lesson, no dead link, no mark of another system, code intact.

use std::path::Path;

use course_format::Files;
use course_format::lessons::{Imported, NoteKind, import};
use course_format::model::BlockKind;
use vocabulary::Locale;

use crate::support;

fn sample(name: &str) -> Option<Imported> {
    let path = support::foreign_samples()?.join("courses").join(name);
    let files = support::archive(&path);
    let imported = import(&files, name.trim_end_matches(".zip"), &|_, _| true).expect("lessons");
    whole(&files, &imported);
    Some(imported)
}

/// What must hold for any import.
fn whole(files: &Files, imported: &Imported) {
    let found = crate::whole::complaints(files, imported);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn security_lessons_come_in() {
    let Some(imported) = sample("security-101-en.zip") else { return };
    let course = &imported.course;
    assert_eq!(course.texts.title(Locale::En), "Cybersecurity for Beginners – a curriculum");
    assert_eq!(course.modules.len(), 8);
    assert_eq!(course.modules[0].texts.title(Locale::En), "Basic security concepts");
    assert_eq!(course.units().count(), 24);
    assert_eq!(imported.left_out.iter().filter(|note| note.kind == NoteKind::OnlyLinks).count(), 8);
    assert!(!course.licence.is_empty());
    assert_eq!(course.source.as_deref(), Some("https://github.com/microsoft/Security-101"));
    assert!(imported.approximated.iter().any(|note| note.kind == NoteKind::MissingPicture));
}

#[test]
fn a_shell_course_in_spanish_comes_in() {
    let Some(imported) = sample("swc-shell-novice-es.zip") else { return };
    let course = &imported.course;
    assert_eq!(course.languages, [Locale::Es]);
    assert_eq!(course.texts.title(Locale::Es), "La Terminal de Unix");
    assert_eq!(course.licence, "CC-BY-4.0");
    assert_eq!(course.source.as_deref(), Some("https://github.com/swcarpentry/shell-novice-es"));
    let keys: Vec<&str> = course.units().map(|unit| unit.key.as_str()).collect();
    assert_eq!(keys[..7], ["intro", "filedir", "create", "pipefilter", "loop", "script", "find"]);
    let practices = course.blocks().filter(|(_, block)| matches!(block.kind, BlockKind::Practice { .. })).count();
    let solutions: usize = course
        .blocks()
        .filter_map(|(_, block)| match &block.kind {
            BlockKind::Accordion { items } => Some(items.len()),
            _ => None,
        })
        .sum();
    assert_eq!((practices, solutions), (45, 43));
}

#[test]
fn articles_of_a_site_come_in() {
    let Some(imported) = sample("mozilla-web-lit-core.zip") else { return };
    let course = &imported.course;
    assert_eq!(course.texts.title(Locale::En), "Web Literacy Core Curriculum");
    assert_eq!(course.units().count(), 15);
    assert_eq!(course.licence, "CC-BY-4.0");
}

#[test]
fn lessons_in_folders_come_in() {
    let Some(imported) = sample("xr-development-for-beginners-en.zip") else { return };
    let course = &imported.course;
    assert_eq!(course.texts.title(Locale::En), "XR Development for Beginners");
    assert_eq!(course.modules.len(), 8);
    assert_eq!(course.modules[0].texts.title(Locale::En), "Introduction to Realities");
    let first: Vec<&str> = course.modules[0].units.iter().map(|unit| unit.texts.title(Locale::En)).collect();
    assert_eq!(
        first,
        [
            "Introduction to Realities",
            "What is XR?",
            "Devices",
            "Choosing a Device and Reality",
            "Try and Review an XR App"
        ]
    );
    let links = course.blocks().any(|(_, block)| block.texts.body(Locale::En).contains("(unit:what-is-xr)"));
    assert!(links, "lessons link to each other");
    assert_eq!(course.licence, "MIT");
}

fn import_text(files: &[(&str, &str)]) -> Imported {
    let files: Files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    let imported = import(&files, "plain", &|_, _| true).expect("lessons");
    whole(&files, &imported);
    imported
}

#[test]
fn links_pictures_and_odd_marks_are_led_where_they_belong() {
    let imported = import_text(&[
        ("kit/README.md", "# A kit\n\nWhat the kit is about. And more.\n"),
        (
            "kit/01-start.md",
            "# Start\n\nSee [next](./02%20next.md#part), [gone](gone.md), [here](#x) and [a sheet](files/sheet.pdf).\n\n![A map](img/Map%20one.PNG) ![Gone](img/gone.png)\n\nType <name> and press <kbd>Enter</kbd>.<br>Then <b>stop</b>.\n",
        ),
        (
            "kit/02 next.md",
            "---\ntitle: \"Next: on\"\n---\n\nSome words stand here. {{ page.x }} {% include a.html %}\n\n> Mind this.\n{: .callout}\n",
        ),
        ("kit/files/sheet.pdf", "x"),
        ("kit/img/Map one.PNG", "x"),
        ("kit/LICENSE", "MIT License\n\nCopyright (c) 2024 Somebody\n"),
    ]);
    let course = &imported.course;
    let body = course.units().next().expect("a unit").blocks[0].texts.body(Locale::En).to_owned();
    assert!(body.contains("[next](unit:next)") && body.contains("(media/sheet.pdf)"), "{body}");
    assert!(body.contains("![A map](media/map-one.png)") && body.contains("*Gone*"), "{body}");
    assert!(body.contains("`Enter`") && body.contains("**stop**") && !body.contains("gone.md"), "{body}");
    assert_eq!(imported.media.len(), 2);
    assert_eq!((course.licence.as_str(), course.authors.join(",").as_str()), ("MIT", "Somebody"));
    let second = course.units().nth(1).expect("a unit");
    assert_eq!(second.texts.title(Locale::En), "Next: on");
    assert!(matches!(second.blocks[1].kind, BlockKind::Callout { .. }));
}

#[test]
fn nothing_to_import_is_said() {
    assert!(import(&Files::new(), "x", &|_, _| true).is_err());
    let files: Files =
        [("LICENSE.md".to_owned(), b"MIT".to_vec()), ("a.md".to_owned(), b"# Only a title".to_vec())].into();
    assert!(import(&files, "x", &|_, _| true).is_err());
}

#[test]
fn no_folder_makes_the_import_stumble() {
    for path in support::folders(&support::root()).into_iter().filter(|path| Path::new(path).ends_with("docs")) {
        let files = support::folder(&path);
        if let Ok(imported) = import(&files, "docs", &|_, _| true) {
            whole(&files, &imported);
        }
    }
}
