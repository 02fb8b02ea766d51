//! Names of files and folders: which belongs to what, and how the canonical form names them.

use std::collections::BTreeMap;

use vocabulary::Locale;

use crate::model::Course;

/// Where the parts of a course lie in its folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Layout {
    /// The folder of each module, in the order of the modules.
    pub modules: Vec<String>,
    /// The folders of the units of each module.
    pub units: Vec<Vec<String>>,
}

impl Layout {
    /// The folders of the canonical form: number and key.
    pub(crate) fn canonical(course: &Course) -> Self {
        let wide = width(course.modules.len());
        let modules: Vec<String> =
            course.modules.iter().enumerate().map(|(i, module)| format!("{:0wide$}-{}", i + 1, module.key)).collect();
        let units = course
            .modules
            .iter()
            .zip(&modules)
            .map(|(module, folder)| {
                let wide = width(module.units.len());
                let name = |(i, key): (usize, &String)| format!("{folder}/{:0wide$}-{key}", i + 1);
                module.units.iter().map(|unit| &unit.key).enumerate().map(name).collect()
            })
            .collect();
        Self { modules, units }
    }

    /// The folder of a module.
    pub(crate) fn module(&self, index: usize) -> &str {
        self.modules.get(index).map_or("", String::as_str)
    }

    /// The folder of a unit.
    pub(crate) fn unit(&self, module: usize, unit: usize) -> &str {
        self.units.get(module).and_then(|units| units.get(unit)).map_or("", String::as_str)
    }
}

fn width(count: usize) -> usize {
    count.to_string().len().max(2)
}

/// The path of a file in a folder; the empty folder is the course's own.
pub(crate) fn join(folder: &str, file: &str) -> String {
    if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") }
}

/// The name of a text file: `unit.ca.md`.
pub(crate) fn text_file(folder: &str, stem: &str, locale: Locale) -> String {
    join(folder, &format!("{stem}.{locale}.md"))
}

/// The number in front of a name and what follows it: `01-first` gives 1 and `first`.
pub(crate) fn number_and_rest(name: &str) -> (Option<u64>, &str) {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &name[digits..];
    match (name[..digits].parse().ok(), rest.strip_prefix(['-', '_', '.', ' '])) {
        (Some(number), Some(rest)) if !rest.is_empty() => (Some(number), rest),
        _ => (None, name),
    }
}

/// The sub-folders of a folder that hold this file, in the order of their numbers and names.
pub(crate) fn folders_with(files: &BTreeMap<String, Vec<u8>>, parent: &str, file: &str) -> Vec<String> {
    let mut found: Vec<String> = files
        .keys()
        .filter_map(|path| path.strip_suffix(file)?.strip_suffix('/'))
        .filter(|folder| match (parent.is_empty(), folder.strip_prefix(parent)) {
            (true, _) => !folder.contains('/'),
            (false, Some(rest)) => rest.strip_prefix('/').is_some_and(|name| !name.contains('/')),
            (false, None) => false,
        })
        .map(str::to_owned)
        .collect();
    found.sort_by_cached_key(|folder| {
        let name = folder.rsplit('/').next().unwrap_or(folder);
        (number_and_rest(name).0.unwrap_or(u64::MAX), name.to_owned())
    });
    found
}

/// The same files as seen from the folder that holds `course.toml`: archives often wrap a course in a folder of its
/// own. What the machine it was packed on left behind (`__MACOSX`, `.DS_Store`) is dropped.
#[must_use]
pub fn rooted(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let junk = |path: &str| {
        path.split('/').any(|part| part == "__MACOSX" || part.starts_with('.') && part != "." && part != "..")
    };
    let kept: BTreeMap<String, Vec<u8>> = files
        .iter()
        .map(|(path, bytes)| (path.trim_start_matches("./").replace('\\', "/"), bytes))
        .filter(|(path, _)| !junk(path) && !path.ends_with('/'))
        .map(|(path, bytes)| (path, bytes.clone()))
        .collect();
    if kept.contains_key("course.toml") {
        return kept;
    }
    let root = kept
        .keys()
        .filter_map(|path| path.strip_suffix("/course.toml"))
        .min_by_key(|folder| folder.matches('/').count())
        .map(|folder| format!("{folder}/"));
    match root {
        None => kept,
        Some(root) => {
            kept.into_iter().filter_map(|(path, bytes)| Some((path.strip_prefix(&root)?.to_owned(), bytes))).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{folders_with, number_and_rest, rooted};

    #[test]
    fn numbers_only_order() {
        assert_eq!(number_and_rest("01-first"), (Some(1), "first"));
        assert_eq!(number_and_rest("first"), (None, "first"));
        assert_eq!(number_and_rest("2024"), (None, "2024"));
        let files = ["10-b/module.toml", "9-a/module.toml", "9-a/1-x/unit.toml", "z/module.toml"]
            .map(|path| (path.to_owned(), Vec::new()));
        assert_eq!(folders_with(&files.clone().into(), "", "module.toml"), ["9-a", "10-b", "z"]);
        assert_eq!(folders_with(&files.into(), "9-a", "unit.toml"), ["9-a/1-x"]);
    }

    #[test]
    fn a_wrapping_folder_is_taken_off() {
        let files =
            ["my/course.toml", "my/media/a.svg", "__MACOSX/my/course.toml"].map(|path| (path.to_owned(), vec![]));
        let seen = rooted(&files.into());
        assert_eq!(seen.keys().collect::<Vec<_>>(), ["course.toml", "media/a.svg"]);
    }
}
