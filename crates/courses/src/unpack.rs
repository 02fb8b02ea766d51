//! Course files from a folder or an archive into memory, within limits. Nothing is ever written while unpacking, and a name
//! that leads out of the archive refuses all of it.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
    path::Path,
};

use crate::Error;

/// The files of a course by their path from its folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// How much an archive or a folder may hold.
const MAX_FILES: usize = 5_000;
const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// Reads a folder or a zip file.
///
/// # Errors
/// [`Error::Source`] with what is wrong and where.
pub fn from_path(path: &Path) -> Result<Files, Error> {
    let failed = |error: std::io::Error| refused(&path.display().to_string(), format!("cannot be read: {error}"));
    if path.is_dir() {
        let mut files = Files::new();
        walk(path, path, &mut files, &mut 0)?;
        return Ok(files);
    }
    let size = std::fs::metadata(path).map_err(failed)?.len();
    if size > MAX_BYTES {
        return Err(refused(&path.display().to_string(), format!("has {size} bytes, at most {MAX_BYTES}")));
    }
    from_zip(&std::fs::read(path).map_err(failed)?)
}

fn walk(root: &Path, folder: &Path, files: &mut Files, total: &mut u64) -> Result<(), Error> {
    let place = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let failed = |path: &Path, error: &std::io::Error| refused(&place(path), format!("cannot be read: {error}"));
    for entry in std::fs::read_dir(folder).map_err(|error| failed(folder, &error))? {
        let entry = entry.map_err(|error| failed(folder, &error))?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let kind = entry.file_type().map_err(|error| failed(&path, &error))?;
        if kind.is_symlink() {
            return Err(refused(&place(&path), "is a link to somewhere else; put the file itself here"));
        }
        if kind.is_dir() {
            walk(root, &path, files, total)?;
            continue;
        }
        *total += entry.metadata().map_err(|error| failed(&path, &error))?.len();
        let bytes =
            if *total <= MAX_BYTES { std::fs::read(&path).map_err(|error| failed(&path, &error))? } else { vec![] };
        keep(files, place(&path), bytes, *total)?;
    }
    Ok(())
}

/// Reads a zip file from memory. A single folder around everything is taken off.
///
/// # Errors
/// [`Error::Source`] for a damaged archive, a name that leads out of it, or too much in it.
pub fn from_zip(bytes: &[u8]) -> Result<Files, Error> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused("", format!("is not a zip file: {error}")))?;
    if archive.len() > MAX_FILES {
        return Err(refused("", format!("holds {} files, at most {MAX_FILES}", archive.len())));
    }
    let mut files = Files::new();
    let mut total = 0;
    for index in 0..archive.len() {
        let mut entry = archive
            .by_index(index)
            .map_err(|error| refused(&format!("entry {index}"), format!("is damaged: {error}")))?;
        let name = entry
            .name()
            .map_err(|error| refused(&format!("entry {index}"), format!("has a damaged name: {error}")))?
            .into_owned();
        let Some(path) = entry.enclosed_name() else {
            return Err(refused(&name, "leads out of the archive"));
        };
        if entry.is_symlink() {
            return Err(refused(&name, "is a link to somewhere else; put the file itself here"));
        }
        let path = path.to_string_lossy().replace('\\', "/");
        if entry.is_dir() || path.split('/').any(|part| part.starts_with('.') || part == "__MACOSX") {
            continue;
        }
        // The bytes that really come out are counted; what the archive says of itself is not believed.
        let mut content = vec![];
        let left = MAX_BYTES - total;
        entry
            .by_ref()
            .take(left + 1)
            .read_to_end(&mut content)
            .map_err(|error| refused(&name, format!("is damaged: {error}")))?;
        total += content.len() as u64;
        if files.contains_key(&path) {
            return Err(refused(&name, "stands twice in the archive"));
        }
        keep(&mut files, path, content, total)?;
    }
    Ok(without_outer_folder(files))
}

fn keep(files: &mut Files, path: String, bytes: Vec<u8>, total: u64) -> Result<(), Error> {
    if total > MAX_BYTES {
        return Err(refused(&path, format!("with it there are more than {MAX_BYTES} bytes")));
    }
    if files.len() >= MAX_FILES {
        return Err(refused(&path, format!("with it there are more than {MAX_FILES} files")));
    }
    files.insert(path, bytes);
    Ok(())
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

fn refused(place: &str, message: impl Into<String>) -> Error {
    Error::Source { place: place.to_owned(), message: message.into() }
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

    #[test]
    fn a_name_that_leads_out_refuses_everything() {
        for name in ["../evil.txt", "/etc/passwd", "a/../../b"] {
            let result = from_zip(&zip_of(&[("ok.md", b"a"), (name, b"b")]));
            let inside = result
                .as_ref()
                .is_ok_and(|files| files.keys().all(|path| !path.contains("..") && !path.starts_with('/')));
            assert!(result.is_err() || inside, "{name}");
        }
        assert!(from_zip(&zip_of(&[("../evil.txt", b"b")])).is_err());
    }

    #[test]
    fn a_bomb_is_stopped_by_the_bytes_that_come_out() {
        let big = vec![0_u8; 90 * 1024 * 1024];
        let bomb = zip_of(&[("a", &big), ("b", &big), ("c", &big)]);
        assert!(bomb.len() < 2 * 1024 * 1024);
        assert!(matches!(from_zip(&bomb), Err(Error::Source { .. })));
        assert!(from_zip(b"no zip at all").is_err());
    }
}
