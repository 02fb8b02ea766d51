//! The media files that an import takes along: those that its lessons show or link to, and that can be used.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::names::slug;
use crate::folder::Files;

/// Tells whether a file can be used as it is, by its name and bytes.
pub type Usable<'a> = dyn Fn(&str, &[u8]) -> bool + 'a;

/// The media files that an import takes along.
pub(super) struct Media<'a> {
    files: &'a Files,
    usable: &'a Usable<'a>,
    /// Path in the course to path in the files.
    pub found: BTreeMap<String, String>,
    taken: HashMap<String, String>,
    names: BTreeSet<String>,
    lower: HashMap<String, &'a str>,
    by_name: HashMap<String, Option<&'a str>>,
}

/// Files that a lesson may bring along.
const MEDIA: &[&str] =
    &["png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "csv", "txt", "mp3", "mp4", "webm", "ogg", "m4a", "vtt"];

fn extension(path: &str) -> Option<String> {
    let (_, extension) = path.rsplit('/').next()?.rsplit_once('.')?;
    let extension = extension.to_lowercase();
    MEDIA.contains(&extension.as_str()).then_some(extension)
}

impl<'a> Media<'a> {
    pub(super) fn new(files: &'a Files, usable: &'a Usable<'a>) -> Self {
        let mut lower = HashMap::new();
        let mut by_name: HashMap<String, Option<&'a str>> = HashMap::new();
        for path in files.keys().filter(|path| extension(path).is_some()) {
            lower.entry(path.to_lowercase()).or_insert(path.as_str());
            let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
            by_name.entry(name).and_modify(|known| *known = None).or_insert(Some(path));
        }
        Self { files, usable, found: BTreeMap::new(), taken: HashMap::new(), names: BTreeSet::new(), lower, by_name }
    }

    /// The path in the course of a file of the lessons, whatever the case of its letters.
    pub(super) fn take(&mut self, source: &str) -> Option<String> {
        let source = *self.lower.get(&source.to_lowercase())?;
        if let Some(path) = self.taken.get(source) {
            return Some(path.clone());
        }
        let extension = extension(source)?;
        if !self.files.get(source).is_some_and(|bytes| (self.usable)(source, bytes)) {
            return None;
        }
        let file = source.rsplit('/').next().unwrap_or(source);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let stem = slug(stem, "file");
        let mut name = format!("{stem}.{extension}");
        let mut number = 2;
        while !self.names.insert(name.clone()) {
            name = format!("{stem}-{number}.{extension}");
            number += 1;
        }
        let path = format!("media/{name}");
        self.found.insert(path.clone(), source.to_owned());
        self.taken.insert(source.to_owned(), path.clone());
        Some(path)
    }

    /// The same for the only file of that name, wherever it lies.
    pub(super) fn take_by_name(&mut self, path: &str) -> Option<String> {
        let name = super::links::decode(path.rsplit('/').next()?).to_lowercase();
        let source = self.by_name.get(&name).copied().flatten()?;
        self.take(source)
    }

    /// True where a file of that path is there and cannot be used.
    pub(super) fn is_unusable(&self, paths: &[String]) -> bool {
        let there = |path: &String| self.lower.get(&path.to_lowercase());
        paths
            .iter()
            .filter_map(there)
            .any(|source| self.files.get(*source).is_some_and(|bytes| !(self.usable)(source, bytes)))
    }
}
