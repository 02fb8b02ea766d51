//! Course files from a folder or an archive into memory, within limits. Nothing is ever written while unpacking, and a name
//! that leads out of the archive refuses all of it.

mod names;

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
    path::Path,
};

use crate::{
    Error,
    refusal::{Refusal, Why},
    rules::foreign,
};
use names::{beside, named_twice, safe_path};

/// The files of a course by their path from its folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// How much an archive or a folder may hold.
const MAX_FILES: usize = 5_000;
const MAX_BYTES: u64 = 256 * 1024 * 1024;
/// How long one page may be.
const MAX_PAGE: u64 = 4 * 1024 * 1024;
/// How many entries of an archive are looked at: folders and hidden files among them.
const MAX_ENTRIES: usize = 60_000;

/// Reads a folder, a zip file or a single page of Markdown.
///
/// # Errors
/// [`Error::Source`] with what is wrong, where and what to do.
pub fn from_path(path: &Path) -> Result<Files, Error> {
    let place = path.display().to_string();
    let failed = |error: std::io::Error| refused(&place, Why::Unreadable(error.to_string()));
    let kind = std::fs::metadata(path).map_err(failed)?;
    if kind.is_dir() {
        let mut files = Files::new();
        walk(path, path, &mut files, &mut 0)?;
        return named(not_empty(files), &place);
    }
    if !kind.is_file() {
        return Err(refused(&place, Why::Unreadable("no file and no folder".into())));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if is_page(&name) {
        if kind.len() > MAX_PAGE {
            return Err(refused(&name, Why::LongPage(MAX_PAGE)));
        }
        return Ok(Files::from([(name, std::fs::read(path).map_err(failed)?)]));
    }
    if kind.len() > MAX_BYTES {
        return Err(refused(&place, Why::TooManyBytes(MAX_BYTES)));
    }
    named(from_zip(&std::fs::read(path).map_err(failed)?), &place)
}

/// A refusal of the whole names what was given.
fn named(result: Result<Files, Error>, place: &str) -> Result<Files, Error> {
    result.map_err(|error| match error {
        Error::Source(refusal) if refusal.place.is_empty() => refused(place, refusal.why),
        other => other,
    })
}

fn is_page(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    ["md", "markdown", "mdx", "rmd", "qmd", "mkd"].contains(&ending.as_str())
}

fn walk(root: &Path, folder: &Path, files: &mut Files, total: &mut u64) -> Result<(), Error> {
    let place = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let failed = |path: &Path, error: &std::io::Error| refused(&place(path), Why::Unreadable(error.to_string()));
    for entry in std::fs::read_dir(folder).map_err(|error| failed(folder, &error))? {
        let entry = entry.map_err(|error| failed(folder, &error))?;
        let mut path = entry.path();
        let name = entry.file_name();
        if name.to_string_lossy().starts_with('.') || name == "__MACOSX" {
            continue;
        }
        if name.to_str().is_none_or(|name| name.chars().any(char::is_control)) {
            return Err(refused(&place(&path), Why::BadName));
        }
        let shown = place(&path);
        let mut kind = entry.metadata().map_err(|error| failed(&path, &error))?;
        if kind.is_symlink() {
            // A link to another file of the same folder is that file; what leads out, or to a folder, is refused.
            path = inside(root, &path).ok_or_else(|| refused(&shown, Why::Link))?;
            kind = std::fs::metadata(&path).map_err(|error| failed(&path, &error))?;
            if !kind.is_file() {
                continue;
            }
        }
        if kind.is_dir() {
            walk(root, &path, files, total)?;
            continue;
        }
        if !kind.is_file() {
            return Err(refused(&shown, Why::Unreadable("no plain file".into())));
        }
        *total = total.saturating_add(kind.len());
        check_size(&shown, kind.len(), *total)?;
        let bytes = std::fs::read(&path).map_err(|error| failed(&path, &error))?;
        keep(files, shown, bytes)?;
    }
    Ok(())
}

/// Where a link leads, when that is inside the folder.
fn inside(root: &Path, link: &Path) -> Option<std::path::PathBuf> {
    let (root, target) = (root.canonicalize().ok()?, link.canonicalize().ok()?);
    target.starts_with(&root).then_some(target)
}

/// Reads a zip file from memory. A single folder around everything is taken off.
///
/// # Errors
/// [`Error::Source`] for a damaged archive, a name that leads out of it, or too much in it.
pub fn from_zip(bytes: &[u8]) -> Result<Files, Error> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| match foreign::single(bytes) {
        Some(what) => refused("", Why::Foreign(what)),
        None if bytes.is_empty() => refused("", Why::Empty),
        None => refused("", Why::Damaged(error.to_string())),
    })?;
    if archive.len() > MAX_ENTRIES {
        return Err(refused("", Why::TooManyFiles(MAX_FILES)));
    }
    if let Some(name) = named_twice(bytes, archive.central_directory_start()) {
        return Err(refused(&name, Why::Twice));
    }
    let mut files = Files::new();
    let mut links: Vec<(String, String)> = Vec::new();
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let place = || format!("entry {}", index + 1);
        let damaged = |place: &str, error: &dyn std::fmt::Display| refused(place, Why::Damaged(error.to_string()));
        let raw = archive.by_index_raw(index).map_err(|error| damaged(&place(), &error))?;
        let name = raw.name().map_err(|_| refused(&place(), Why::BadName))?.into_owned();
        let (encrypted, is_link, is_dir) = (raw.encrypted(), raw.is_symlink(), raw.is_dir());
        drop(raw);
        let path = safe_path(&name)?;
        if is_dir || name.ends_with('\\') || path.split('/').any(|part| part.starts_with('.') || part == "__MACOSX") {
            continue;
        }
        if encrypted {
            return Err(refused(&name, Why::Encrypted));
        }
        let mut entry = archive.by_index(index).map_err(|error| damaged(&name, &error))?;
        // The bytes that really come out are counted; what the archive says of itself is not believed.
        let most = if is_page(&path) { MAX_PAGE } else { MAX_BYTES - total };
        let mut content = vec![];
        entry.by_ref().take(most + 1).read_to_end(&mut content).map_err(|error| damaged(&name, &error))?;
        total += content.len() as u64;
        check_size(&path, content.len() as u64, total)?;
        if is_link {
            let target = String::from_utf8_lossy(&content).into_owned();
            let target = beside(&path, &target).ok_or_else(|| refused(&name, Why::Link))?;
            links.push((path, target));
            continue;
        }
        if files.contains_key(&path) {
            return Err(refused(&name, Why::Twice));
        }
        keep(&mut files, path, content)?;
    }
    // A link to another file of the archive is that file.
    for (path, target) in links {
        if let Some(content) = files.get(&target).cloned() {
            total += content.len() as u64;
            check_size(&path, 0, total)?;
            keep(&mut files, path, content)?;
        }
    }
    not_empty(without_outer_folder(files))
}

fn check_size(place: &str, own: u64, total: u64) -> Result<(), Error> {
    if is_page(place) && own > MAX_PAGE {
        return Err(refused(place, Why::LongPage(MAX_PAGE)));
    }
    if total > MAX_BYTES {
        return Err(refused(place, Why::TooManyBytes(MAX_BYTES)));
    }
    Ok(())
}

fn keep(files: &mut Files, path: String, bytes: Vec<u8>) -> Result<(), Error> {
    if files.len() >= MAX_FILES {
        return Err(refused(&path, Why::TooManyFiles(MAX_FILES)));
    }
    files.insert(path, bytes);
    Ok(())
}

fn not_empty(files: Files) -> Result<Files, Error> {
    if files.is_empty() { Err(refused("", Why::Empty)) } else { Ok(files) }
}

fn without_outer_folder(files: Files) -> Files {
    let Some(outer) = files.keys().next().and_then(|path| path.split_once('/')).map(|(outer, _)| format!("{outer}/"))
    else {
        return files;
    };
    if !files.keys().all(|path| path.starts_with(&outer)) {
        return files;
    }
    files.into_iter().map(|(path, bytes)| (path[outer.len()..].to_owned(), bytes)).collect()
}

fn refused(place: &str, why: Why) -> Error {
    Error::Source(Refusal::new(place, why))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn zip_of(names: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(vec![]));
        for (name, bytes) in names {
            writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn an_outer_folder_and_hidden_files_are_taken_off() {
        let files = from_zip(&zip_of(&[("c/course.toml", b"a"), ("c/.git/x", b"b"), ("c/m/unit.toml", b"c")])).unwrap();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["course.toml", "m/unit.toml"]);
    }

    fn why(result: Result<Files, Error>) -> (String, &'static str) {
        match result {
            Err(Error::Source(refusal)) => (refusal.place.clone(), refusal.code()),
            other => panic!("{other:?}"),
        }
    }

    /// An archive with a name, written over another of the same length: what no writer would make.
    fn forged(names: &[(&str, &[u8])], from: &str, to: &[u8]) -> Vec<u8> {
        assert_eq!(from.len(), to.len());
        let mut bytes = zip_of(names);
        for at in 0..bytes.len() - from.len() {
            if bytes[at..].starts_with(from.as_bytes()) {
                bytes[at..at + to.len()].copy_from_slice(to);
            }
        }
        bytes
    }

    #[test]
    fn a_name_that_leads_out_refuses_everything() {
        for name in ["../evil.txt", "/etc/passwd", "a/../../b", "C:\\evil.md", "..\\evil.md", "a\\..\\..\\b.md"] {
            let plain = "x".repeat(name.len());
            let bytes = forged(&[("ok.md", b"a"), (&plain, b"b")], &plain, name.as_bytes());
            assert_eq!(why(from_zip(&bytes)), (name.to_owned(), "leads-out"));
        }
    }

    #[test]
    fn a_bomb_is_stopped_by_the_bytes_that_come_out() {
        let big = vec![0_u8; 90 * 1024 * 1024];
        let bomb = zip_of(&[("a", &big), ("b", &big), ("c", &big)]);
        assert!(bomb.len() < 2 * 1024 * 1024);
        assert_eq!(why(from_zip(&bomb)), ("c".into(), "too-many-bytes"));
        let page = zip_of(&[("a.md", &big)]);
        assert_eq!(why(from_zip(&page)), ("a.md".into(), "long-page"));
    }

    #[test]
    fn what_is_no_archive_is_named() {
        assert_eq!(why(from_zip(b"no zip at all")).1, "not-a-course");
        assert_eq!(why(from_zip(b"MZ\x90\0")).1, "not-a-course");
        assert_eq!(why(from_zip(b"\x01\x02\xff\0")).1, "damaged-archive");
        assert_eq!(why(from_zip(b"")).1, "empty");
        assert_eq!(why(from_zip(&zip_of(&[]))).1, "empty");
        let whole = zip_of(&[("a.md", b"Some words to read.")]);
        assert_eq!(why(from_zip(&whole[..whole.len() - 30])).1, "damaged-archive");
        let mut spoilt = whole;
        spoilt[40] ^= 0x55;
        assert_eq!(why(from_zip(&spoilt)).1, "damaged-archive");
    }

    #[test]
    fn names_are_read_whatever_system_wrote_them() {
        let windows = forged(&[("xxxxxxxx.md", b"a")], "xxxxxxxx.md", b"dir\\lli\x87\xa2.md".get(..11).unwrap());
        assert_eq!(
            from_zip(&windows).unwrap().keys().collect::<Vec<_>>(),
            ["lliçó.m"].map(|_| "lliçó.m").iter().collect::<Vec<_>>()
        );
        assert_eq!(why(from_zip(&forged(&[("xxxx.md", b"a")], "xxxx.md", b"a\nxx.md"))).1, "bad-name");
        assert_eq!(
            why(from_zip(&forged(&[("a.md", b"a"), ("b.md", b"b")], "b.md", b"a.md"))),
            ("a.md".into(), "same-name")
        );
        let clash = forged(&[("d/a.md", b"a"), ("dxa.md", b"b")], "dxa.md", b"d\\a.md");
        assert_eq!(why(from_zip(&clash)).1, "same-name");
    }

    #[test]
    fn a_link_is_followed_inside_alone() {
        let with_link = |target: &str| {
            let mut writer = zip::ZipWriter::new(Cursor::new(vec![]));
            writer.start_file("c/a.md", zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(b"words").unwrap();
            writer.add_symlink("c/d/b.md", target, zip::write::SimpleFileOptions::default()).unwrap();
            writer.finish().unwrap().into_inner()
        };
        assert_eq!(from_zip(&with_link("../a.md")).unwrap()["d/b.md"], b"words");
        for target in ["/etc/passwd", "../../../etc/passwd"] {
            assert_eq!(why(from_zip(&with_link(target))), ("c/d/b.md".into(), "link"));
        }
    }

    #[test]
    fn a_locked_archive_is_told() {
        let mut bytes = zip_of(&[("a.md", b"words")]);
        for mark in [&b"PK\x03\x04"[..], b"PK\x01\x02"] {
            let at = bytes.windows(4).position(|window| window == mark).unwrap();
            bytes[at + if mark == b"PK\x03\x04" { 6 } else { 8 }] |= 1;
        }
        assert_eq!(why(from_zip(&bytes)), ("a.md".into(), "encrypted"));
    }

    #[test]
    fn ten_thousand_files_are_too_many() {
        let names: Vec<String> = (0..10_000).map(|number| format!("{number}.md")).collect();
        let all: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        assert_eq!(why(from_zip(&zip_of(&all))).1, "too-many-files");
    }

    #[test]
    fn a_folder_keeps_the_same_rules() {
        let root = std::env::temp_dir().join(uuid::Uuid::now_v7().to_string());
        std::fs::create_dir_all(root.join("c/.git")).unwrap();
        std::fs::write(root.join("c/a.md"), "words").unwrap();
        std::fs::write(root.join("c/.git/x"), "x").unwrap();
        std::fs::write(root.join("secret"), "x").unwrap();
        std::os::unix::fs::symlink("a.md", root.join("c/b.md")).unwrap();
        assert_eq!(from_path(&root.join("c")).unwrap().keys().collect::<Vec<_>>(), ["a.md", "b.md"]);
        assert_eq!(from_path(&root.join("c/a.md")).unwrap().keys().collect::<Vec<_>>(), ["a.md"]);
        std::os::unix::fs::symlink("../secret", root.join("c/z.md")).unwrap();
        assert_eq!(why(from_path(&root.join("c"))), ("z.md".into(), "link"));
        std::fs::remove_file(root.join("c/z.md")).unwrap();
        std::fs::File::create(root.join("c/long.md")).unwrap().set_len(200 * 1024 * 1024).unwrap();
        assert_eq!(why(from_path(&root.join("c"))), ("long.md".into(), "long-page"));
        assert_eq!(why(from_path(&root.join("gone"))).1, "unreadable");
        std::fs::create_dir(root.join("none")).unwrap();
        assert_eq!(why(from_path(&root.join("none"))), (root.join("none").display().to_string(), "empty"));
        std::fs::remove_dir_all(root).unwrap();
    }
}
