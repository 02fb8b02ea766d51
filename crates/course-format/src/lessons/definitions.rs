//! What a page defines once and uses anywhere: addresses of reference links and footnotes. A page is parted into blocks, and
//! each block must find them.

use std::collections::BTreeMap;

use comrak::nodes::NodeValue;
use comrak::{Arena, parse_document};

use super::code::code_lines;
use crate::markdown::{options, words_of};

/// The definitions of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Definitions {
    links: String,
    notes: BTreeMap<String, String>,
}

impl Definitions {
    /// Those of a page, and those that all pages share.
    pub(super) fn of(text: &str, shared: &str) -> Self {
        let mut found = Self::default();
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        if !text.contains("]:") {
            found.links.push_str(shared);
            return found;
        }
        let code = code_lines(&lines);
        let mut at = 0;
        while at < lines.len() {
            let line = &lines[at];
            at += 1;
            if code[at - 1] {
                continue;
            }
            let Some((label, rest)) = definition(line) else { continue };
            if label.starts_with('^') {
                let mut note = line.clone();
                // What is indented below belongs to it.
                while let Some(more) = lines.get(at).filter(|line| line.starts_with("  ") || line.starts_with('\t')) {
                    note.push('\n');
                    note.push_str(more);
                    at += 1;
                }
                found.notes.entry(label.to_owned()).or_insert(note);
            } else if !rest.trim().is_empty() {
                found.links.push_str(line.trim_start());
                found.links.push('\n');
            }
        }
        // The page's own come first: the first of a name counts.
        found.links.push_str(shared);
        found
    }

    /// A title with its reference links as plain words.
    pub(super) fn title(&self, title: &str) -> String {
        if self.links.is_empty() || !title.contains(']') {
            return title.to_owned();
        }
        let arena = Arena::new();
        let text = format!("{}\n# {title}", self.links);
        let root = parse_document(&arena, &text, &options());
        let heading = root.children().find(|node| matches!(node.data.borrow().value, NodeValue::Heading(_)));
        heading.map_or_else(|| title.to_owned(), |heading| words_of(heading))
    }

    /// A part of the page with what it may need.
    pub(super) fn with(&self, body: &str) -> String {
        if !body.contains(['[', ']']) {
            return body.to_owned();
        }
        // They come first: a piece of code that never ends must not swallow them.
        let mut out = self.links.clone();
        for (label, note) in &self.notes {
            let mark = format!("[{label}]");
            let used = body.match_indices(&mark).any(|(at, _)| !body[at + mark.len()..].starts_with(':'));
            if used && !body.contains(&format!("{mark}:")) {
                out.push('\n');
                out.push_str(note);
                out.push('\n');
            }
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out + body
    }
}

/// The addresses that a text defines, a line each: for files that hold nothing else.
pub(super) fn links_of(text: &str) -> String {
    text.lines()
        .filter(|line| definition(line).is_some_and(|(label, _)| !label.starts_with('^')))
        .map(|line| format!("{}\n", line.trim()))
        .collect()
}

/// The label of a line `[label]: rest`, and the rest.
fn definition(line: &str) -> Option<(&str, &str)> {
    let trimmed = line.trim_start();
    if line.len() - trimmed.len() > 3 {
        return None;
    }
    let (label, rest) = trimmed.strip_prefix('[')?.split_once("]:")?;
    (!label.is_empty() && !label.contains(['[', ']'])).then_some((label, rest))
}

#[cfg(test)]
mod tests {
    use super::Definitions;

    #[test]
    fn each_part_finds_what_the_page_defines() {
        let page = "A [site][s] says so.[^1]\n\n## B\n\nAnd [another][s].\n\n[s]: https://example.org\n[^1]: In a note.\n    Of two lines.\n";
        let found = Definitions::of(page, "[t]: https://example.net\n");
        let first = found.with("A [site][s] says so.[^1]");
        assert!(first.contains("[s]: https://example.org") && first.contains("Of two lines."), "{first}");
        let second = found.with("And [another][s].");
        assert!(second.contains("[t]: https://example.net") && !second.contains("In a note"), "{second}");
        assert_eq!(found.with("Nothing."), "Nothing.");
    }
}
