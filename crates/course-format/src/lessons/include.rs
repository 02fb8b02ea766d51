//! What pages take in from other files: pieces of text and of code that lie beside them.

use super::code::code_lines;
use super::notes::{Note, NoteKind};
use super::sources::Page;
use super::text;
use crate::folder::Files;
use crate::paths::normal;

/// How often a page may take in what takes in more.
const DEPTH: usize = 4;
/// How long a page may become by what it takes in.
const AT_MOST: usize = 2_000_000;

/// Puts into pages what they take in, where it is there. What is not there is noted, and its mark stays in code and goes from text.
pub(super) fn all(pages: &mut [Page], files: &Files, notes: &mut Vec<Note>) {
    for page in pages {
        for _ in 0..DEPTH {
            if !has_mark(&page.text) || page.text.len() > AT_MOST {
                break;
            }
            let before = page.text.clone();
            page.text = once(&before, &page.path, files, notes);
            if page.text == before {
                break;
            }
        }
    }
}

fn has_mark(text: &str) -> bool {
    ["{{#", "--8<--", "{{< include", "[!INCLUDE", "{include}", "{literalinclude}", "include_relative", "[!code-"]
        .iter()
        .any(|mark| text.contains(mark))
}

fn once(text: &str, path: &str, files: &Files, notes: &mut Vec<Note>) -> String {
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let code = code_lines(&lines);
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    for (line, code) in lines.iter().zip(code) {
        let Some(wanted) = mark(line) else {
            out.push(line.clone());
            continue;
        };
        let found = locate(&wanted.file, path, files).map(|bytes| text::read(bytes).0);
        match found {
            Some(content) => {
                let content = if code { content } else { super::front::matter(&content).1 };
                let indent: String = line.chars().take_while(|c| c.is_whitespace()).collect();
                let part = part(&content, wanted.part.as_deref());
                out.extend(part.into_iter().map(|line| if line.is_empty() { line } else { format!("{indent}{line}") }));
            }
            None => {
                let note = Note::new(NoteKind::MissingPart, path, &wanted.file);
                if !notes.contains(&note) {
                    notes.push(note);
                }
                if code {
                    out.push(line.clone());
                }
            }
        }
    }
    out.join("\n")
}

/// A file to take in.
struct Wanted {
    file: String,
    /// The lines or the marked piece of it.
    part: Option<String>,
}

/// The mark that fills a line, in any of the ways that are in use.
fn mark(line: &str) -> Option<Wanted> {
    let line = line.trim();
    let whole = |file: &str| Wanted { file: file.trim().trim_matches(['"', '\'']).to_owned(), part: None };
    if let Some(inner) = line.strip_prefix("{{#").and_then(|rest| rest.strip_suffix("}}")) {
        let (name, rest) = inner.split_once(' ')?;
        if !["include", "rustdoc_include", "playground", "playpen"].contains(&name) {
            return None;
        }
        let file = rest.split_whitespace().next()?;
        let (file, part) = file.split_once(':').map_or((file, None), |(file, part)| (file, Some(part.to_owned())));
        return Some(Wanted { file: file.to_owned(), part });
    }
    if let Some(rest) = line.strip_prefix("--8<--") {
        let file = rest.trim().trim_matches(['"', '\'']);
        let (file, part) = file.split_once(':').map_or((file, None), |(file, part)| (file, Some(part.to_owned())));
        return (!file.is_empty()).then(|| Wanted { file: file.to_owned(), part });
    }
    if let Some(inner) = line.strip_prefix("{{< include ").and_then(|rest| rest.strip_suffix(">}}")) {
        return Some(whole(inner));
    }
    if let Some(inner) = line.strip_prefix("{% include_relative ").and_then(|rest| rest.strip_suffix("%}")) {
        return Some(whole(inner.split_whitespace().next()?));
    }
    let bracket = line.strip_prefix("[!INCLUDE").or_else(|| line.strip_prefix("[!include"));
    if let Some(inner) = bracket.and_then(|rest| rest.strip_suffix(")]")) {
        return Some(whole(inner.rsplit_once('(')?.1));
    }
    None
}

fn locate<'a>(file: &str, page: &str, files: &'a Files) -> Option<&'a Vec<u8>> {
    let mut folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let file = file.trim_start_matches('/').trim_start_matches("./");
    // From the page's folder, or from one of those around it.
    loop {
        if let Some(path) = normal(&format!("{folder}/{file}"))
            && let Some(bytes) = files.get(&path)
        {
            return Some(bytes);
        }
        if folder.is_empty() {
            return None;
        }
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
}

/// The lines or the marked piece of a text; all of it where nothing is asked for.
fn part(content: &str, wanted: Option<&str>) -> Vec<String> {
    let lines: Vec<&str> = content.lines().collect();
    let is_anchor = |line: &str| line.contains("ANCHOR:") || line.contains("ANCHOR_END:") || line.contains("--8<-- [");
    let all = || lines.iter().filter(|line| !is_anchor(line)).map(|line| (*line).to_owned()).collect();
    let Some(wanted) = wanted.filter(|wanted| !wanted.is_empty()) else { return all() };
    let bounds: Vec<&str> = wanted.split(':').collect();
    let number = |text: &str| text.parse::<usize>().ok();
    if bounds.iter().all(|bound| bound.is_empty() || number(bound).is_some()) {
        let from = bounds.first().and_then(|bound| number(bound)).unwrap_or(1).max(1);
        let to = match bounds.get(1) {
            Some(bound) => number(bound).unwrap_or(lines.len()),
            None => from,
        };
        return lines.iter().take(to).skip(from - 1).map(|line| (*line).to_owned()).collect();
    }
    let starts = |line: &str| {
        line.split_once("ANCHOR:")
            .is_some_and(|(_, name)| name.trim().trim_end_matches("*/").trim_end_matches("-->").trim() == wanted)
            || line.contains(&format!("--8<-- [start:{wanted}]"))
    };
    let ends = |line: &str| {
        line.split_once("ANCHOR_END:")
            .is_some_and(|(_, name)| name.trim().trim_end_matches("*/").trim_end_matches("-->").trim() == wanted)
            || line.contains(&format!("--8<-- [end:{wanted}]"))
    };
    let Some(from) = lines.iter().position(|line| starts(line)) else { return all() };
    let inner = lines[from + 1..].iter().take_while(|line| !ends(line));
    inner.filter(|line| !is_anchor(line)).map(|line| (*line).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::{all, part};
    use crate::folder::Files;
    use crate::lessons::notes::NoteKind;
    use crate::lessons::sources::Page;

    #[test]
    fn pieces_of_other_files_come_in() {
        let files: Files = [
            ("book/code/a.rs", "// ANCHOR: x\nlet a = 1;\n// ANCHOR_END: x\nlet b = 2;\n"),
            ("book/src/_note.md", "---\nx: y\n---\nA note.\n"),
        ]
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .collect();
        let text = "```rust\n{{#rustdoc_include ../code/a.rs:x}}\n```\n\n{{< include _note.md >}}\n\n```\n{{#include gone.rs}}\n```\n\n--8<-- \"gone.md\"";
        let mut pages = [Page { path: "book/src/a.md".into(), text: text.into(), ..Page::default() }];
        let mut notes = Vec::new();
        all(&mut pages, &files, &mut notes);
        assert_eq!(pages[0].text, "```rust\nlet a = 1;\n```\n\nA note.\n\n```\n{{#include gone.rs}}\n```");
        assert_eq!(notes.iter().filter(|note| note.kind == NoteKind::MissingPart).count(), 2);
    }

    #[test]
    fn lines_are_counted_from_one() {
        assert_eq!(part("a\nb\nc", Some("2:")), ["b", "c"]);
        assert_eq!(part("a\nb\nc", Some(":2")), ["a", "b"]);
        assert_eq!(part("a\nb\nc", Some("2")), ["b"]);
    }
}
