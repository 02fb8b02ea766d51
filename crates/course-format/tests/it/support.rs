//! Files for tests, from folders and archives.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use course_format::Files;

/// The project's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The folder with courses that nobody here wrote, or None with a word to whoever reads the test's output.
pub fn foreign_samples() -> Option<PathBuf> {
    let folder = std::env::var_os("AULARI_SAMPLES").map_or_else(|| root().join("../shared/samples"), PathBuf::from);
    let there = folder.is_dir();
    if !there {
        eprintln!("skipped: no sample courses at {}; set AULARI_SAMPLES to their folder", folder.display());
    }
    there.then_some(folder)
}

/// All files of a folder; of media only the names.
pub fn folder(path: &Path) -> Files {
    let mut files = BTreeMap::new();
    gather(path, path, &mut files);
    files
}

fn gather(root: &Path, folder: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
            let bytes = if name.starts_with("media/") { Vec::new() } else { std::fs::read(&path).expect("a file") };
            files.insert(name, bytes);
        }
    }
}

/// All files of an archive.
pub fn archive(path: &Path) -> Files {
    let file = std::fs::File::open(path).expect("an archive");
    let mut archive = zip::ZipArchive::new(file).expect("a zip");
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("an entry");
        if entry.is_file() {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).expect("its bytes");
            files.insert(entry.name().unwrap().into_owned(), bytes);
        }
    }
    files
}

/// The folders in a folder, sorted.
pub fn folders(path: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(path)
        .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path()).filter(|path| path.is_dir())).collect())
        .unwrap_or_default();
    found.sort();
    found
}
