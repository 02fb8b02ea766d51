//! The order of the pages: what the course's own table of contents says, else what the pages and folders say, else their
//! names.

use std::collections::HashMap;

use serde_yaml_ng::Value;

use super::names::plain_title;
use super::notes::{Note, NoteKind};
use super::sources::{Page, Role, is_index};
use super::{contents, text};
use crate::folder::Files;

/// The pages in their order, those that the course's table of contents does not know left out or at the end.
pub(super) fn ordered(mut pages: Vec<Page>, root: &str, files: &Files, notes: &mut Vec<Note>) -> Vec<Page> {
    let tables = contents::find(files, root);
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    let listed = contents::apply(&tables, &paths);
    pages.retain(|page| {
        let known = page.role == Role::Front || listed.places.contains_key(&page.path);
        let belongs = known || listed.complete.is_empty();
        if !belongs {
            notes.push(Note::new(NoteKind::Unlisted, &page.path, &page.title));
        }
        belongs
    });
    let parted = listed.places.values().any(|(_, _, part, _)| part.is_some());
    for page in &mut pages {
        let Some((_, number, part, title)) = listed.places.get(&page.path) else { continue };
        // A front page that the table names is a page to read as well.
        page.role = Role::Lesson;
        if parted {
            page.module = format!("\u{1}{number}");
            page.module_title = part.as_deref().map(plain_title);
            page.opens_module = false;
        }
        if let Some(title) = title.as_ref().filter(|_| !page.titled) {
            page.title = plain_title(title);
        }
    }
    let folders = Folders::of(&pages, files);
    by_parent(&mut pages);
    pages.sort_by_cached_key(|page| {
        let place = listed.places.get(&page.path).map_or(usize::MAX, |(place, ..)| *place);
        (place, page.module.is_empty(), folders.natural(&page.inside, page.position))
    });
    let mut pages = keep_modules_together(pages);
    for page in &mut pages {
        if page.module_title.is_none() {
            page.module_title = folders.labels.get(&page.module).cloned();
        }
    }
    pages
}

/// Pages whose front matter names the page above them are of one module with it.
fn by_parent(pages: &mut [Page]) {
    let parent = |page: &Page| page.front.get("parent").and_then(Value::as_str).map(str::to_owned);
    let above: HashMap<String, Option<String>> = pages.iter().map(|page| (page.title.clone(), parent(page))).collect();
    if pages.iter().filter(|page| parent(page).is_some()).count() * 2 < pages.len() {
        return;
    }
    for page in pages.iter_mut() {
        let mut top = page.title.clone();
        for _ in 0..8 {
            match above.get(&top).cloned().flatten().or_else(|| parent(page).filter(|_| top == page.title)) {
                Some(next) => top = next,
                None => break,
            }
        }
        page.opens_module = top == page.title;
        page.module_title = Some(top.clone());
        page.module = format!("\u{1}{top}");
    }
    let positions: HashMap<String, i64> = pages
        .iter()
        .filter(|page| page.opens_module)
        .filter_map(|page| Some((page.module.clone(), page.position?)))
        .collect();
    // Modules stand where the pages that they are called after want to stand.
    for page in pages.iter_mut().filter(|page| !page.opens_module) {
        let module = positions.get(&page.module).copied().unwrap_or(i64::from(i32::MAX));
        page.position = Some(module * 10_000 + 1 + page.position.unwrap_or(9_998).clamp(0, 9_998));
    }
    for page in pages.iter_mut().filter(|page| page.opens_module) {
        page.position = Some(page.position.unwrap_or(i64::from(i32::MAX)) * 10_000);
    }
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

/// What folders say of themselves.
#[derive(Default)]
struct Folders {
    /// The place that a folder wants, by its path below the root.
    positions: HashMap<String, i64>,
    /// What a folder is called.
    labels: HashMap<String, String>,
}

impl Folders {
    fn of(pages: &[Page], files: &Files) -> Self {
        let mut folders = Self::default();
        for page in pages.iter().filter(|page| is_index(&page.inside)) {
            let Some((folder, _)) = page.inside.rsplit_once('/') else { continue };
            if let Some(position) = page.position {
                folders.positions.insert(folder.to_owned(), position);
            }
        }
        let root = pages.iter().find_map(|page| page.path.strip_suffix(page.inside.as_str())).unwrap_or_default();
        for (path, bytes) in files {
            let Some(inside) = path.strip_prefix(root) else { continue };
            let Some((folder, name)) = inside.rsplit_once('/') else { continue };
            if !matches!(name, "_category_.json" | "_category_.yml" | "_category_.yaml") {
                continue;
            }
            // JSON is YAML too.
            let Ok(value) = serde_yaml_ng::from_str::<Value>(&text::read(bytes).0) else { continue };
            if let Some(position) = value.get("position").and_then(Value::as_i64) {
                folders.positions.insert(folder.to_owned(), position);
            }
            if let Some(label) = value.get("label").and_then(Value::as_str) {
                folders.labels.insert(folder.rsplit('/').next().unwrap_or(folder).to_owned(), label.to_owned());
                folders.labels.insert(folder.to_owned(), label.to_owned());
            }
        }
        folders
    }

    /// A path as people order it: numbers by their value, and a folder's front page before what it holds.
    fn natural(&self, path: &str, position: Option<i64>) -> Vec<(u8, i64, String)> {
        let parts: Vec<&str> = path.split('/').collect();
        let last = parts.len() - 1;
        let mut key = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let stem = part.rsplit_once('.').filter(|_| at == last).map_or(*part, |(stem, _)| stem);
            if at == last && is_index(path) {
                key.push((0, 0, String::new()));
                continue;
            }
            let wanted = if at == last { position } else { self.positions.get(&parts[..=at].join("/")).copied() };
            if let Some(position) = wanted {
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
            // `week10` comes after `week9`.
            let mut words = rest.to_lowercase();
            while let Some(start) = words.find(|c: char| c.is_ascii_digit()) {
                let digits = words[start..].bytes().take_while(u8::is_ascii_digit).count();
                key.push((3, 0, words[..start].to_owned()));
                key.push((3, words[start..start + digits].parse().unwrap_or(i64::MAX), String::new()));
                words = words[start + digits..].to_owned();
            }
            key.push((3, 0, words));
        }
        key
    }
}

#[cfg(test)]
mod tests {
    use super::Folders;

    #[test]
    fn people_count_to_ten_after_nine() {
        let mut paths =
            ["10.1 A.md", "2.10 B.md", "2.9 C.md", "extra.md", "2.1/README.md", "2.1/1-x.md", "week10.md", "week9.md"];
        let folders = Folders::default();
        paths.sort_by_cached_key(|path| folders.natural(path, None));
        assert_eq!(
            paths,
            ["2.1/README.md", "2.1/1-x.md", "2.9 C.md", "2.10 B.md", "10.1 A.md", "extra.md", "week9.md", "week10.md"]
        );
    }

    #[test]
    fn folders_stand_where_they_want() {
        let folders = Folders { positions: [("b".to_owned(), 1), ("a".to_owned(), 2)].into(), ..Folders::default() };
        let mut paths = ["a/x.md", "b/x.md", "c.md"];
        paths.sort_by_cached_key(|path| folders.natural(path, None));
        assert_eq!(paths, ["b/x.md", "a/x.md", "c.md"]);
    }
}
