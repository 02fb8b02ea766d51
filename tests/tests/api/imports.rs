//! Courses that cannot come in say why and leave nothing behind; courses of others come in, are read and finished.

use std::{
    io::{Cursor, Write as _},
    path::Path,
};

use accounts::Console;
use courses::{Editor, Error, Imported, unpack};
use database::entity::{blob, catalogue_entry, course, course_media, course_version};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::json;
use vocabulary::Locale;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::support::{House, foreign_samples, samples};

on_both!(what_cannot_come_in_leaves_nothing_behind, courses_of_others_are_read_and_finished);

/// Rows and files that an import could have left.
async fn left(house: &House) -> (Vec<u64>, usize) {
    let db = house.parts().db.read();
    let rows = vec![
        course::Entity::find().count(db).await.unwrap(),
        course_version::Entity::find().count(db).await.unwrap(),
        course_media::Entity::find().count(db).await.unwrap(),
        blob::Entity::find().count(db).await.unwrap(),
        catalogue_entry::Entity::find().count(db).await.unwrap(),
    ];
    (rows, files_under(&house.data().join("blobs")))
}

fn files_under(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries.map(|entry| entry.unwrap().path()).map(|path| if path.is_dir() { files_under(&path) } else { 1 }).sum()
}

/// Brings in what lies at a path, as the command does.
async fn import(house: &House, path: &Path) -> Result<Imported, Error> {
    let files = unpack::from_path(path)?;
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    house.parts().courses.import(files, &name, Locale::En, &[], &Editor::from(Console::at_the_machine())).await
}

/// A zip file with these files.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A good course of our own format as files, ready to be spoilt.
fn good() -> Vec<(String, Vec<u8>)> {
    unpack::from_path(&samples().join("find-work-online")).unwrap().into_iter().collect()
}

/// The good course with one file changed or added.
fn with(path: &str, bytes: &[u8]) -> Vec<u8> {
    let mut files = good();
    files.retain(|(known, _)| known != path);
    files.push((path.to_owned(), bytes.to_vec()));
    packed(&files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

/// The good course with its picture as a PNG of these bytes.
fn with_png(bytes: &[u8]) -> Vec<u8> {
    let mut files = good();
    for (path, content) in &mut files {
        if path.ends_with("unit.toml") {
            *content = String::from_utf8(content.clone()).unwrap().replace(PICTURE, "doors.png").into_bytes();
        }
    }
    files.push(("media/doors.png".into(), bytes.to_vec()));
    packed(&files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

/// A picture of that course.
const PICTURE: &str = "doors.svg";

/// A picture that says it has so many pixels a side.
fn huge_png() -> Vec<u8> {
    let side = 60_000_u32.to_be_bytes();
    let mut header = b"IHDR".to_vec();
    header.extend_from_slice(&[side, side].concat());
    header.extend_from_slice(&[8, 2, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend_from_slice(&13_u32.to_be_bytes());
    png.extend_from_slice(&header);
    png.extend_from_slice(&[0; 4]);
    png
}

async fn what_cannot_come_in_leaves_nothing_behind(house: House) {
    let before = left(&house).await;
    let catalogue = house.visitor().get("/courses?lang=en").await.ok();
    let folder = tempfile::tempdir().unwrap();
    let whole = with("notes.txt", b"nothing");
    let mut link = ZipWriter::new(Cursor::new(packed(&[("a.md", b"# A")])));
    link.add_symlink("b.md", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("no zip at all", b"GIF89a and no more".to_vec()),
        ("nothing", vec![]),
        ("an empty zip", packed(&[])),
        ("a zip cut off", whole[..whole.len() / 2].to_vec()),
        ("a zip with a byte turned", {
            let mut turned = packed(&[("course/lesson.md", &b"# A lesson\n\nWith some words.\n".repeat(200))]);
            let middle = turned.len() / 3;
            turned[middle] ^= 0xff;
            turned
        }),
        ("a way out", packed(&[("ok.md", b"# A"), ("../../evil.md", b"# B")])),
        ("a way to the root", packed(&[("ok.md", b"# A"), ("/../etc/evil.md", b"# B")])),
        ("a link", link.finish().unwrap().into_inner()),
        ("no lesson", packed(&[("photo.bin", b"\x00\x01")])),
        ("settings that are none", with("course.toml", b"format = ")),
        ("settings that are no text", with("course.toml", b"\xff\xfe\x00")),
        ("a picture that is a program", with_png(b"MZ\x90\x00")),
        ("a picture of impossible size", with_png(&huge_png())),
    ];
    let mut refused = vec![];
    for (what, bytes) in &cases {
        let path = folder.path().join("course.zip");
        std::fs::write(&path, bytes).unwrap();
        match import(&house, &path).await {
            Ok(imported) => panic!("{what} came in: {:?}", imported.problems),
            Err(error) => {
                let told = match &error {
                    Error::Source(refusal) => refusal.to_string(),
                    Error::Unreadable(problems) => problems[0].message(Locale::En),
                    other => other.to_string(),
                };
                assert!(told.len() > 10, "{what}: {told}");
                refused.push(told);
            }
        }
        assert_eq!(left(&house).await, before, "{what} left something behind");
    }
    assert_eq!(refused.len(), cases.len());
    assert_eq!(house.visitor().get("/courses?lang=en").await.ok(), catalogue);
    std::fs::write(
        folder.path().join("find-work-online.zip"),
        packed(&good().iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect::<Vec<_>>()),
    )
    .unwrap();
    let imported = import(&house, &folder.path().join("find-work-online.zip")).await.unwrap();
    house.put_on_shelf(&imported).await;
    assert_eq!(house.visitor().get("/courses").await.ok()["total"], 2, "and the good one comes in");
}

async fn courses_of_others_are_read_and_finished(house: House) {
    let Some(folder) = foreign_samples() else { return };
    for name in ["security-101-en.zip", "swc-shell-novice-es.zip"] {
        let files = unpack::from_path(&folder.join(name)).unwrap();
        let first = house.bring(files.clone(), name, &[]).await;
        let to_accept: Vec<String> = first
            .problems
            .iter()
            .filter(|problem| problem.blocks())
            .map(|problem| problem.code.name().to_owned())
            .collect();
        let imported = house.bring(files, name, &to_accept).await;
        house.put_on_shelf(&imported).await;
        let page = house.visitor().get(&format!("/courses/{}", imported.slug)).await.ok();
        assert_eq!(
            (&page["completion"]["certificate"], &page["completion"]["readingOnly"]),
            (&json!("attendance"), &json!(true))
        );
        assert!(page["licence"].as_str().is_some_and(|licence| !licence.is_empty()), "{name}: {page}");
        let learner = house.learner().await;
        let enrolment = learner.finish(&*house.course(&imported.slug).await).await;
        let code = learner.certificate(&enrolment).await["code"].as_str().unwrap().to_owned();
        let shown = house.visitor().get(&format!("/certificates/{code}")).await.ok();
        assert_eq!(
            (&shown["readingOnly"], &shown["kind"], &shown["slug"]),
            (&json!(true), &json!("attendance"), &json!(imported.slug))
        );
        let version = page["versionId"].as_str().unwrap();
        for unit in house.course(&imported.slug).await.units() {
            let unit = house
                .visitor()
                .get(&format!("/courses/{}/versions/{version}/units/{}", imported.slug, unit.key))
                .await
                .ok();
            assert!(!unit["blocks"].as_array().unwrap().is_empty(), "{name}: {} is empty", unit["unit"]);
            for remnant in ["{% ", "{{ ", "{{<"] {
                assert!(!unit.to_string().contains(remnant), "{name}: {} holds {remnant}", unit["unit"]);
            }
        }
    }
}
