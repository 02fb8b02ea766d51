//! Tables of contents, as each system writes them: which pages there are, in which order, under which names.

use std::collections::{HashMap, HashSet};

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, parse_document};
use serde_yaml_ng::Value;

use crate::folder::Files;
use crate::markdown::{options, words_of};

/// A place in a table of contents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// What it leads to, as written.
    pub target: String,
    /// What it is called.
    pub title: Option<String>,
    /// The part of the course that it is in.
    pub part: Option<String>,
}

/// A table of contents.
#[derive(Clone, Debug)]
pub(super) struct Contents {
    /// The folder that it speaks of, with a slash at its end, or nothing.
    pub folder: String,
    /// Its places, in order.
    pub entries: Vec<Entry>,
    /// True where a page that it does not name is no page of the course.
    pub complete: bool,
}

/// The tables of contents in some files: those that lie highest first.
pub(super) fn find(files: &Files, root: &str) -> Vec<Contents> {
    let mut paths: Vec<&String> = files.keys().filter(|path| path.starts_with(root)).collect();
    paths.sort_by_key(|path| path.matches('/').count());
    paths
        .into_iter()
        .filter_map(|path| read(path, &super::text::read(files.get(path)?).0))
        .filter(|contents| contents.entries.len() > 1)
        .collect()
}

fn read(path: &str, text: &str) -> Option<Contents> {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let yaml = || serde_yaml_ng::from_str::<Value>(&without_tags(text)).ok();
    let mut entries = Vec::new();
    let mut complete = true;
    let mut inner = folder.clone();
    match name {
        "SUMMARY.md" | "summary.md" => entries = list(text),
        "_sidebar.md" => {
            entries = list(text);
            complete = false;
        }
        "mkdocs.yml" | "mkdocs.yaml" => {
            let value = yaml()?;
            let docs = value.get("docs_dir").and_then(Value::as_str).unwrap_or("docs");
            inner = format!("{folder}{}/", docs.trim_start_matches("./").trim_matches('/'));
            navigation(value.get("nav")?, None, &mut entries);
            complete = false;
        }
        "_toc.yml" | "_toc.yaml" => {
            let value = yaml()?;
            let top = value.get("root").or_else(|| value.get("file")).and_then(Value::as_str);
            entries.extend(top.map(|target| Entry { target: target.to_owned(), ..Entry::default() }));
            sections(&value, None, &mut entries);
        }
        "_quarto.yml" | "_quarto.yaml" => {
            let value = yaml()?;
            let chapters = value.get("book").and_then(|book| book.get("chapters"));
            let bar = value.get("website").and_then(|site| site.get("sidebar"));
            complete = chapters.is_some();
            parts(chapters.or(bar)?, None, &mut entries);
            let appendices = value.get("book").and_then(|book| book.get("appendices"));
            appendices.iter().for_each(|value| parts(value, None, &mut entries));
        }
        "_bookdown.yml" => {
            let value = yaml()?;
            plain(value.get("rmd_files")?, &mut entries);
        }
        "config.yaml" | "config.yml" => {
            let value = yaml()?;
            for key in ["episodes", "learners"] {
                value.get(key).iter().for_each(|list| plain(list, &mut entries));
            }
            complete = false;
        }
        "_config.yml" | "_config.yaml" => {
            let value = yaml()?;
            plain(value.get("episode_order").or_else(|| value.get("lesson_order"))?, &mut entries);
            complete = false;
        }
        // Project sheets: the steps by number.
        "meta.yml" => {
            let value = yaml()?;
            for (at, step) in value.get("steps").and_then(Value::as_sequence)?.iter().enumerate() {
                let title = step.get("title").and_then(Value::as_str).map(str::to_owned);
                entries.push(Entry { target: format!("step_{}.md", at + 1), title, part: None });
            }
        }
        _ => return None,
    }
    Some(Contents { folder: inner, entries, complete })
}

/// Tags such as `!!python/name:x` are no YAML that is read here.
fn without_tags(text: &str) -> String {
    text.lines()
        .map(|line| match line.split_once("!!python") {
            Some((before, _)) => format!("{before}\"\"\n"),
            None => format!("{}\n", line.replace("!ENV", "")),
        })
        .collect()
}

/// A list of links: what lies in a list below a place belongs to its part; headings are parts too.
fn list(text: &str) -> Vec<Entry> {
    let arena = Arena::new();
    let (_, text) = super::front::matter(text);
    let root = parse_document(&arena, &text, &options());
    let mut entries = Vec::new();
    let mut part: Option<String> = None;
    let mut headings = 0;
    for node in root.children() {
        match &node.data.borrow().value {
            NodeValue::Heading(_) => {
                headings += 1;
                part = Some(words_of(node)).filter(|words| headings > 1 && !words.trim().is_empty());
            }
            NodeValue::ThematicBreak => part = None,
            NodeValue::List(_) => items(node, part.as_deref(), &mut entries),
            _ => links(node, part.as_deref(), &mut entries),
        }
    }
    // The first heading names the table itself, unless it stands alone.
    entries
}

fn items<'a>(list: &'a AstNode<'a>, part: Option<&str>, entries: &mut Vec<Entry>) {
    for item in list.children() {
        let inner: Vec<_> =
            item.children().filter(|node| matches!(node.data.borrow().value, NodeValue::List(_))).collect();
        let own: Vec<_> =
            item.children().filter(|node| !matches!(node.data.borrow().value, NodeValue::List(_))).collect();
        let title = own.iter().map(|node| words_of(node)).collect::<Vec<_>>().join(" ");
        // The part's own name counts before that of a place with places below it.
        let below = part.map(str::to_owned).or_else(|| Some(title.trim().to_owned()).filter(|title| !title.is_empty()));
        let here = if inner.is_empty() { part } else { below.as_deref() };
        own.iter().for_each(|node| links(node, here, entries));
        inner.iter().for_each(|node| items(node, below.as_deref(), entries));
    }
}

fn links<'a>(node: &'a AstNode<'a>, part: Option<&str>, entries: &mut Vec<Entry>) {
    for inner in node.descendants() {
        if let NodeValue::Link(link) = &inner.data.borrow().value {
            entries.push(Entry {
                target: link.url.clone(),
                title: Some(words_of(inner).trim().to_owned()).filter(|title| !title.is_empty()),
                part: part.map(str::to_owned),
            });
        }
    }
}

/// MkDocs' `nav`: texts, names with a page, names with a list.
fn navigation(value: &Value, part: Option<&str>, entries: &mut Vec<Entry>) {
    match value {
        Value::String(target) => {
            entries.push(Entry { target: target.clone(), title: None, part: part.map(str::to_owned) })
        }
        Value::Sequence(list) => list.iter().for_each(|value| navigation(value, part, entries)),
        Value::Mapping(map) => {
            for (name, value) in map {
                let name = name.as_str().map(str::to_owned);
                match value {
                    Value::String(target) => {
                        entries.push(Entry { target: target.clone(), title: name, part: part.map(str::to_owned) })
                    }
                    inner => navigation(inner, part.or(name.as_deref()), entries),
                }
            }
        }
        _ => {}
    }
}

/// Jupyter Book's parts, chapters and sections.
fn sections(value: &Value, part: Option<&str>, entries: &mut Vec<Entry>) {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    for key in ["parts", "chapters", "sections", "subtrees", "entries", "items"] {
        for item in value.get(key).and_then(Value::as_sequence).into_iter().flatten() {
            let caption = text(item, "caption").or_else(|| text(item, "part"));
            let below = part.map(str::to_owned).or(caption);
            if let Some(target) = text(item, "file") {
                entries.push(Entry { target, title: text(item, "title"), part: below.clone() });
            }
            sections(item, below.as_deref(), entries);
        }
    }
    // The older form is a list at the top.
    for item in value.as_sequence().into_iter().flatten() {
        let below = part.map(str::to_owned).or_else(|| text(item, "part"));
        if let Some(target) = text(item, "file") {
            entries.push(Entry { target, title: text(item, "title"), part: below.clone() });
        }
        sections(item, below.as_deref(), entries);
    }
}

/// Quarto's chapters, parts and side bars.
fn parts(value: &Value, part: Option<&str>, entries: &mut Vec<Entry>) {
    match value {
        Value::String(target) => {
            entries.push(Entry { target: target.clone(), title: None, part: part.map(str::to_owned) })
        }
        Value::Sequence(list) => list.iter().for_each(|value| parts(value, part, entries)),
        Value::Mapping(map) => {
            let text = |key: &str| map.get(key).and_then(Value::as_str).map(str::to_owned);
            let named = text("part").or_else(|| text("section"));
            let is_page = |name: &String| name.contains('.') && !name.contains(' ');
            if let Some(target) = text("href").or_else(|| text("file")).or_else(|| named.clone().filter(is_page)) {
                entries.push(Entry { target, title: text("text"), part: part.map(str::to_owned) });
            }
            let below = part.map(str::to_owned).or(named.filter(|name| !is_page(name)));
            for key in ["chapters", "contents"] {
                map.get(key).iter().for_each(|value| parts(value, below.as_deref(), entries));
            }
        }
        _ => {}
    }
}

fn plain(value: &Value, entries: &mut Vec<Entry>) {
    match value {
        Value::String(target) => entries.push(Entry { target: target.clone(), ..Entry::default() }),
        Value::Sequence(list) => list.iter().for_each(|value| plain(value, entries)),
        Value::Mapping(map) => map.values().for_each(|value| plain(value, entries)),
        _ => {}
    }
}

/// What the tables of contents say of pages.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// By path: the place, the number of its part, the part's name and the page's.
    pub places: HashMap<String, (usize, usize, Option<String>, Option<String>)>,
    /// Folders in which a page that is not named is no page of the course.
    pub complete: Vec<String>,
}

/// Applies tables of contents to pages, by path. A table counts where it speaks of most pages of its folder.
pub(super) fn apply(tables: &[Contents], pages: &[&str]) -> Listed {
    let mut listed = Listed::default();
    let lower: HashMap<String, &str> = pages.iter().map(|path| (path.to_lowercase(), *path)).collect();
    let mut number = 0;
    for table in tables {
        let mut found: Vec<(&str, &Entry)> = Vec::new();
        let mut seen: HashSet<&str> = HashSet::new();
        for entry in &table.entries {
            if let Some(path) = page_of(&entry.target, &table.folder, &lower).filter(|path| seen.insert(path)) {
                found.push((path, entry));
            }
        }
        let around = pages.iter().filter(|path| path.starts_with(&table.folder)).count();
        let known = found.iter().filter(|(path, _)| listed.places.contains_key(*path)).count();
        if found.len() < 2
            || found.len() * 2 < around && !(table.complete && found.len() * 5 > around)
            || known * 2 > found.len()
        {
            continue;
        }
        number += 1;
        let mut last: Option<&Option<String>> = None;
        for (path, entry) in found {
            if last.is_some_and(|part| *part != entry.part) {
                number += 1;
            }
            last = Some(&entry.part);
            let place = listed.places.len();
            listed
                .places
                .entry(path.to_owned())
                .or_insert_with(|| (place, number, entry.part.clone(), entry.title.clone()));
        }
        if table.complete {
            listed.complete.push(table.folder.clone());
        }
    }
    listed
}

/// The page that a place means.
fn page_of<'a>(target: &str, folder: &str, pages: &HashMap<String, &'a str>) -> Option<&'a str> {
    let target = super::links::decode(target.split(['#', '?']).next()?);
    let target = target.trim_start_matches("./").trim_start_matches('/');
    if target.is_empty() || target.contains("://") {
        return None;
    }
    let stem = target.strip_suffix(".html").unwrap_or(target).trim_end_matches('/');
    let mut tries = vec![];
    for inner in
        ["", "episodes/", "_episodes/", "learners/", "docs/", "src/", "content/", "_episodes_rmd/", "_lessons/"]
    {
        tries.push(format!("{folder}{inner}{target}"));
        for ending in ["md", "qmd", "Rmd", "mdx", "markdown"] {
            tries.push(format!("{folder}{inner}{stem}.{ending}"));
            for index in ["README", "index", "_index"] {
                tries.push(format!("{folder}{inner}{stem}/{index}.{ending}"));
            }
        }
    }
    tries.iter().find_map(|path| pages.get(&path.to_lowercase()).copied())
}

#[cfg(test)]
mod tests {
    use super::{apply, read};

    fn order(table: (&str, &str), pages: &[&str]) -> Vec<String> {
        let contents = read(table.0, table.1).expect("a table");
        let listed = apply(&[contents], pages);
        let mut found: Vec<_> = listed.places.into_iter().collect();
        found.sort_by_key(|(_, (place, ..))| *place);
        found
            .into_iter()
            .map(|(path, (_, part, name, title))| {
                format!("{path} {part} {} {}", name.unwrap_or_default(), title.unwrap_or_default())
            })
            .collect()
    }

    #[test]
    fn tables_of_contents_are_read_in_every_form() {
        let summary =
            "# Summary\n\n[Hello](hello.md)\n\n# Start\n\n- [A](a.md)\n  - [B](b.md)\n\n# More\n- [C](c/README.md)\n";
        assert_eq!(
            order(("src/SUMMARY.md", summary), &["src/hello.md", "src/a.md", "src/b.md", "src/c/README.md"]),
            ["src/hello.md 1  Hello", "src/a.md 2 Start A", "src/b.md 2 Start B", "src/c/README.md 3 More C"]
        );
        let nav = "site_name: x\nnav:\n  - index.md\n  - Start:\n      - First: a.md\n      - b.md\nplugins:\n  - x: !!python/name:y\n";
        assert_eq!(
            order(("mkdocs.yml", nav), &["docs/index.md", "docs/a.md", "docs/b.md"]),
            ["docs/index.md 1  ", "docs/a.md 2 Start First", "docs/b.md 2 Start "]
        );
        let toc = "format: jb-book\nroot: intro\nparts:\n  - caption: One\n    chapters:\n    - file: a\n      sections:\n      - file: b\n";
        assert_eq!(
            order(("_toc.yml", toc), &["intro.md", "a.md", "b.md"]),
            ["intro.md 1  ", "a.md 2 One ", "b.md 2 One "]
        );
        let quarto = "book:\n  chapters:\n    - index.qmd\n    - part: One\n      chapters: [a.qmd, b.qmd]\n";
        assert_eq!(
            order(("_quarto.yml", quarto), &["index.qmd", "a.qmd", "b.qmd"]),
            ["index.qmd 1  ", "a.qmd 2 One ", "b.qmd 2 One "]
        );
        assert_eq!(
            order(("config.yaml", "episodes:\n- b.md\n- a.Rmd\n"), &["episodes/a.Rmd", "episodes/b.md"]),
            ["episodes/b.md 1  ", "episodes/a.Rmd 1  "]
        );
    }
}
