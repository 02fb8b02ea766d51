//! Which files are lessons, and what stands in their front matter.

use serde_yaml_ng::Value;
use unicode_normalization::UnicodeNormalization;

use super::notes::{Note, NoteKind};
use crate::folder::Files;
use crate::folder::names::number_and_rest;

/// What a page is to a course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Something to learn from.
    #[default]
    Lesson,
    /// The course's front page.
    Front,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// Path as it came.
    pub path: String,
    /// Path below the root of the lessons.
    pub inside: String,
    /// What it is.
    pub role: Role,
    /// The folder or number that makes its module; empty where there is none.
    pub module: String,
    /// True for the front page of a module's folder.
    pub opens_module: bool,
    /// The name that its key comes from, without numbers.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its text, without front matter and title.
    pub text: String,
    /// Its front matter.
    pub front: Value,
    /// Where its front matter wants it.
    pub position: Option<i64>,
}

/// The pages found in some files.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The folder that holds everything, with a slash at its end, or nothing.
    pub root: String,
    /// Lessons and front page.
    pub pages: Vec<Page>,
    /// Pages that are neither.
    pub notes: Vec<Note>,
}

/// Names of pages that are about a project.
const PROJECT_PAGES: &[&str] = &[
    "license",
    "licence",
    "copying",
    "code_of_conduct",
    "code-of-conduct",
    "conduct",
    "contributing",
    "contributors",
    "security",
    "support",
    "changelog",
    "changes",
    "authors",
    "citation",
    "translations",
    "summary",
    "_sidebar",
    "_navbar",
    "pull_request_template",
    "issue_template",
    "for-teachers",
];

/// Folders whose pages are not lessons.
const OTHER_FOLDERS: &[(&str, NoteKind)] = &[
    ("translations", NoteKind::Translation),
    ("instructors", NoteKind::ForInstructors),
    ("instructor", NoteKind::ForInstructors),
    ("node_modules", NoteKind::AboutTheProject),
    ("_layouts", NoteKind::AboutTheProject),
    ("_includes", NoteKind::AboutTheProject),
    ("_extras", NoteKind::AboutTheProject),
    ("bin", NoteKind::AboutTheProject),
    ("profiles", NoteKind::ForInstructors),
    ("lesson-template", NoteKind::AboutTheProject),
    ("quiz-app", NoteKind::AboutTheProject),
];

/// Folders that only hold the lessons and say nothing of their own.
pub(super) const HOLDERS: &[&str] = &[
    "docs",
    "doc",
    "content",
    "src",
    "lessons",
    "lesson",
    "episodes",
    "_episodes",
    "_articles",
    "_posts",
    "chapters",
    "course",
];

/// Finds the pages.
pub(super) fn gather(files: &Files) -> Gathered {
    let mut gathered = Gathered { root: common_root(files), ..Gathered::default() };
    for (path, bytes) in files {
        let Some(inside) = path.strip_prefix(gathered.root.as_str()) else { continue };
        let hidden = inside.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
        let Some((stem, _)) = inside.rsplit_once('.').filter(|(_, ext)| is_markdown(ext)) else { continue };
        if hidden {
            continue;
        }
        let file = stem.rsplit('/').next().unwrap_or(stem);
        let folders: Vec<&str> = inside.split('/').rev().skip(1).collect();
        let other =
            OTHER_FOLDERS.iter().find(|(name, _)| folders.iter().any(|folder| folder.eq_ignore_ascii_case(name)));
        if let Some((_, why)) = other {
            gathered.notes.push(Note::new(*why, path, inside));
            continue;
        }
        if PROJECT_PAGES.contains(&file.to_lowercase().as_str()) {
            gathered.notes.push(Note::new(NoteKind::AboutTheProject, path, inside));
            continue;
        }
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                gathered.notes.push(Note::new(NoteKind::Encoding, path, inside));
                String::from_utf8_lossy(bytes).into_owned()
            }
        };
        gathered.pages.push(page(path, inside, stem, &text));
    }
    // The name of the first page says what it is, unless there is nothing but it.
    if gathered.pages.len() == 1 {
        gathered.pages.iter_mut().for_each(|page| page.role = Role::Lesson);
    }
    gathered
}

fn is_markdown(extension: &str) -> bool {
    ["md", "markdown", "mdx", "rmd", "qmd", "mkd"].contains(&extension.to_lowercase().as_str())
}

/// The folder that all files lie in.
fn common_root(files: &Files) -> String {
    let mut shown = files.keys().filter(|path| !path.starts_with("__MACOSX") && path.contains(|c: char| c != '.'));
    let Some(first) = shown.next() else { return String::new() };
    let mut root: Vec<&str> = first.split('/').collect();
    root.pop();
    for path in shown {
        let parts: Vec<&str> = path.split('/').collect();
        let same = root.iter().zip(&parts[..parts.len() - 1]).take_while(|(a, b)| a == b).count();
        root.truncate(same);
    }
    if root.is_empty() { String::new() } else { format!("{}/", root.join("/")) }
}

fn page(path: &str, inside: &str, stem: &str, text: &str) -> Page {
    let (front, body) = front_matter(text);
    let file = stem.rsplit('/').next().unwrap_or(stem);
    let is_index = matches!(file.to_lowercase().as_str(), "readme" | "index" | "_index");
    let mut folders: Vec<&str> = stem.split('/').collect();
    folders.pop();
    let own_name = if is_index { folders.last().copied().unwrap_or(file) } else { file };
    let (module, name) = module_and_name(&folders, own_name);
    let (heading, text) = first_heading(&body);
    let named = front.get("title").and_then(Value::as_str).map(str::trim).filter(|t| !t.is_empty() && *t != "FIXME");
    let title = named.map(str::to_owned).or(heading).unwrap_or_else(|| humanise(&name));
    let position = ["weight", "order", "nav_order", "sidebar_position", "position"]
        .iter()
        .find_map(|key| front.get(*key).and_then(Value::as_i64));
    Page {
        path: path.to_owned(),
        inside: inside.to_owned(),
        role: if is_index && folders.iter().all(|folder| HOLDERS.contains(folder)) {
            Role::Front
        } else {
            Role::Lesson
        },
        opens_module: is_index && folders.iter().filter(|folder| !HOLDERS.contains(folder)).count() == 1,
        module,
        title: plain_title(&title),
        name,
        text,
        front,
        position,
    }
}

/// The module that a page belongs to: its first folder that says something, or the number in front of its own
/// (`2.1 Title` is of module 2). And the page's name without its number.
fn module_and_name(folders: &[&str], name: &str) -> (String, String) {
    let telling: Vec<&str> = folders.iter().copied().filter(|folder| !HOLDERS.contains(folder)).collect();
    let (number, rest) = numbers(name);
    let short = if rest.is_empty() { name } else { rest };
    match telling.first() {
        Some(folder) => ((*folder).to_owned(), short.to_owned()),
        _ => (number.unwrap_or_default(), short.to_owned()),
    }
}

/// The module's number of a name that begins with two numbers, and the name without any.
pub(super) fn numbers(name: &str) -> (Option<String>, &str) {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let after = &name[digits..];
    let second =
        after.strip_prefix(['.', '-', '_']).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    if digits > 0 && second > 0 {
        let rest = after[1 + second..].trim_start_matches(['.', '-', '_', ' ', ')', ':']);
        if !rest.is_empty() {
            return (Some(name[..digits].trim_start_matches('0').to_owned()), rest);
        }
    }
    (None, number_and_rest(name).1.trim_start_matches(['-', '_', ' ']))
}

/// Front matter between lines of three hyphens, and the text after it.
fn front_matter(text: &str) -> (Value, String) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    // Some pages lost the line that opens it.
    let opened = text.strip_prefix("---\n");
    let candidate = opened.unwrap_or(&text);
    let end = candidate.find("\n---\n").or_else(|| candidate.strip_suffix("\n---").map(str::len));
    let Some(end) = end.filter(|end| opened.is_some() || candidate[..*end].lines().count() <= 12) else {
        return (Value::Null, text);
    };
    match serde_yaml_ng::from_str::<Value>(&candidate[..end]) {
        Ok(front) if front.is_mapping() => {
            let rest = candidate.get(end + 5..).unwrap_or_default().to_owned();
            (front, rest)
        }
        // What only looked like front matter is text.
        _ => (Value::Null, text),
    }
}

/// The first heading of level 1 and the text without it. Only what stands above it may come first.
fn first_heading(text: &str) -> (Option<String>, String) {
    let mut fences = crate::folder::sections::Fences::default();
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        if fences.takes(line) {
            continue;
        }
        let setext = lines.get(at + 1).is_some_and(|next| next.len() > 2 && next.chars().all(|c| c == '='));
        let title = match line.strip_prefix("# ") {
            Some(title) => Some((title, 1)),
            None if setext && !line.trim().is_empty() => Some((*line, 2)),
            None => None,
        };
        if let Some((title, taken)) = title {
            let rest: Vec<&str> = lines[..at].iter().chain(&lines[at + taken..]).copied().collect();
            return (Some(title.trim().trim_end_matches('#').trim().to_owned()), rest.join("\n"));
        }
    }
    (None, text.to_owned())
}

/// A title without marks.
pub(super) fn plain_title(title: &str) -> String {
    let plain = crate::render::plain(&super::tags::without_attributes(title));
    if plain.is_empty() { title.trim().to_owned() } else { plain }
}

/// A name of a file as words: `what-is-xr` gives `What is xr`.
pub(super) fn humanise(name: &str) -> String {
    let words = numbers(name).1.replace(['-', '_'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A key from words.
pub(super) fn slug(words: &str, instead: &str) -> String {
    let plain: String = words.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    let mut key = String::new();
    for c in plain.to_lowercase().chars() {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            key.push(c);
        } else if !key.ends_with('-') && !key.is_empty() && c != '\'' && c != '·' {
            key.push('-');
        }
    }
    let key: String = key.chars().take(60).collect();
    let key = key.trim_matches('-');
    if key.is_empty() { instead.to_owned() } else { key.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{front_matter, humanise, numbers, slug};

    #[test]
    fn numbers_make_modules_and_go() {
        assert_eq!(numbers("2.1 IAM key concepts"), (Some("2".into()), "IAM key concepts"));
        assert_eq!(numbers("01-intro"), (None, "intro"));
        assert_eq!(numbers("2024 in review").1, "in review");
        assert_eq!(humanise("1-what-is-xr"), "What is xr");
        assert_eq!(slug("Col·laborar: què és?", "x"), "collaborar-que-es");
    }

    #[test]
    fn front_matter_is_read_even_without_its_first_line() {
        let (front, text) = front_matter("site: x\ntitle: T\n---\n\nText");
        assert_eq!(front.get("title").and_then(|t| t.as_str()), Some("T"));
        assert_eq!(text.trim(), "Text");
        assert_eq!(front_matter("A line\n\n---\n\nMore").1, "A line\n\n---\n\nMore");
    }
}
