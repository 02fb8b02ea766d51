//! The order of the pages: what the course's own table of contents says, else what the pages say, else their names.

use std::collections::HashMap;

use serde_yaml_ng::Value;

use super::sources::Page;
use crate::folder::Files;

/// Files that may hold a table of contents.
const CONTENTS: &[&str] = &[
    "config.yaml",
    "_config.yml",
    "mkdocs.yml",
    "_toc.yml",
    "_quarto.yml",
    "_bookdown.yml",
    "SUMMARY.md",
    "src/SUMMARY.md",
];

/// The pages in their order.
pub(super) fn ordered(mut pages: Vec<Page>, root: &str, files: &Files) -> Vec<Page> {
    let listed = contents(root, files);
    let place = |page: &Page| {
        let without = page.inside.rsplit_once('.').map_or(page.inside.as_str(), |(stem, _)| stem);
        let file = page.inside.rsplit('/').next().unwrap_or(&page.inside);
        [page.inside.as_str(), without, file].iter().find_map(|name| listed.get(*name).copied())
    };
    // A table of contents counts where it speaks of most pages.
    let known = pages.iter().filter(|page| place(page).is_some()).count();
    let trusted = known * 2 >= pages.len() && known > 1;
    pages.sort_by_cached_key(|page| {
        let listed = if trusted { place(page).unwrap_or(usize::MAX) } else { 0 };
        (listed, page.module.is_empty(), natural(&page.inside, page.position))
    });
    keep_modules_together(pages)
}

/// Pages of one module stand together, where its first page stands.
fn keep_modules_together(pages: Vec<Page>) -> Vec<Page> {
    let mut first: HashMap<String, usize> = HashMap::new();
    for (at, page) in pages.iter().enumerate() {
        first.entry(page.module.clone()).or_insert(at);
    }
    let mut pages = pages;
    pages.sort_by_key(|page| first.get(&page.module).copied().unwrap_or(usize::MAX));
    pages
}

/// A path as people order it: numbers by their value, and a folder's front page before what it holds.
fn natural(path: &str, position: Option<i64>) -> Vec<(u8, i64, String)> {
    let parts: Vec<&str> = path.split('/').collect();
    let last = parts.len() - 1;
    let mut key = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let stem = part.rsplit_once('.').filter(|_| at == last).map_or(*part, |(stem, _)| stem);
        if at == last && matches!(stem.to_lowercase().as_str(), "readme" | "index" | "_index") {
            key.push((0, 0, String::new()));
            continue;
        }
        if at == last
            && let Some(position) = position
        {
            key.push((1, position, String::new()));
        }
        let mut rest = stem;
        // `10.2 Title` has two numbers; what has none comes after what has one.
        loop {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let Ok(number) = rest[..digits].parse::<i64>() else { break };
            key.push((2, number, String::new()));
            rest = rest[digits..].trim_start_matches(['.', '-', '_', ' ']);
        }
        key.push((3, 0, rest.to_lowercase()));
    }
    key
}

/// The pages that tables of contents name, by name, with their places.
fn contents(root: &str, files: &Files) -> HashMap<String, usize> {
    let mut listed = HashMap::new();
    for name in CONTENTS {
        let Some(text) = files.get(&format!("{root}{name}")).and_then(|bytes| std::str::from_utf8(bytes).ok()) else {
            continue;
        };
        let mut names = Vec::new();
        if name.ends_with(".md") {
            for (_, found) in crate::markdown::look(text) {
                if let crate::markdown::Found::Link(url) = found {
                    names.push(url);
                }
            }
        } else if let Ok(value) = serde_yaml_ng::from_str::<Value>(text) {
            strings(&value, &mut names, 0);
        }
        for name in names.iter().map(|name| name.trim_start_matches("./")).filter(|name| name.len() > 2) {
            let place = listed.len();
            listed.entry(name.to_owned()).or_insert(place);
        }
    }
    listed
}

fn strings(value: &Value, found: &mut Vec<String>, depth: usize) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Sequence(items) if depth < 32 => items.iter().for_each(|item| strings(item, found, depth + 1)),
        Value::Mapping(map) if depth < 32 => map.values().for_each(|item| strings(item, found, depth + 1)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn people_count_to_ten_after_nine() {
        let mut paths = ["10.1 A.md", "2.10 B.md", "2.9 C.md", "extra.md", "2.1/README.md", "2.1/1-x.md"];
        paths.sort_by_cached_key(|path| natural(path, None));
        assert_eq!(paths, ["2.1/README.md", "2.1/1-x.md", "2.9 C.md", "2.10 B.md", "10.1 A.md", "extra.md"]);
    }
}
