//! Finds the boxes in Markdown, whatever system made them, and makes a tree of them. Code is never touched.

use super::code::{Line, code_lines, code_map};
use super::tags::{fence_mark, without_tags};
use super::{boxes, dialects};

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Plain Markdown.
    Text(String),
    /// Something boxed in.
    Boxed {
        /// What sort of box: `callout`, `challenge`, `solution`...
        class: String,
        /// Its title where the mark itself gives one.
        title: String,
        /// What it holds.
        inner: Vec<Piece>,
    },
}

/// The pieces of a page, and the tags that were taken out.
pub(super) fn pieces(text: &str) -> (Vec<Piece>, Vec<String>) {
    let mut removed = Vec::new();
    let lines = dialects::common(text, &mut removed);
    let lines = quoted_boxes(lines, 0);
    let pieces = Reader { removed: &mut removed }.parse(&lines, 0);
    (pieces, removed)
}

/// A page as plain Markdown: boxes opened, their titles in bold.
pub(super) fn plain(text: &str) -> String {
    flat(&pieces(text).0)
}

/// The words of a text without its code: for telling its language.
pub(super) fn prose(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let code = code_lines(&lines);
    let kept = lines.iter().zip(&code).filter(|(_, code)| !**code).map(|(line, _)| line.as_str());
    kept.collect::<Vec<_>>().join("\n")
}

/// Pieces as plain Markdown.
pub(super) fn flat(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Boxed { title, inner, .. } => {
                if !title.is_empty() {
                    out.push_str(&format!("\n**{title}**\n"));
                }
                out.push('\n');
                out.push_str(&flat(inner));
            }
        }
        out.push('\n');
    }
    out
}

/// How deep boxes may lie in boxes.
const DEPTH: usize = 12;

/// Kramdown marks what stands before or after a line `{: .callout}` as a box: a quotation always, a paragraph where the
/// class is one that is known. It becomes a fenced box.
fn quoted_boxes(lines: Vec<String>, depth: usize) -> Vec<String> {
    if depth >= DEPTH || !lines.iter().any(|line| line.contains("{:")) {
        return lines;
    }
    let code = code_lines(&lines);
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let mark = (!code[at]).then(|| attribute_line(line)).flatten();
        at += 1;
        let Some(mark) = mark else {
            out.push(line.clone());
            continue;
        };
        let class =
            classes(mark).find(|class| boxes::is_known(class)).or_else(|| classes(mark).next()).unwrap_or_default();
        let apart = out.last().is_none_or(|line| line.trim().is_empty());
        let follows = lines.get(at).is_some_and(|line| !line.trim().is_empty() && attribute_line(line).is_none());
        if apart && follows && boxes::is_known(&class) {
            // What stands below such a line is the box.
            let end =
                lines[at..].iter().position(|line| line.trim().is_empty()).map_or(lines.len(), |count| at + count);
            push_box(&mut out, &class, lines[at..end].to_vec(), depth);
            at = end;
            continue;
        }
        if !follows {
            while out.last().is_some_and(|line| line.trim().is_empty()) {
                out.pop();
            }
        }
        let quoted = out.iter().rev().take_while(|line| line.trim_start().starts_with('>')).count();
        if quoted > 0 && !class.is_empty() {
            let quote = out.split_off(out.len() - quoted);
            push_box(&mut out, &class, quote, depth);
            continue;
        }
        let plain = |line: &&String| {
            !line.trim().is_empty() && !line.trim_start().starts_with(['#', '`', '~', '|', '-', '*', ':'])
        };
        let paragraph = out.iter().rev().take_while(plain).count();
        if paragraph > 0 && boxes::is_known(&class) {
            let inner = out.split_off(out.len() - paragraph);
            push_box(&mut out, &class, inner, depth);
            continue;
        }
        // The list item that stands for a table of contents goes with its mark.
        let is_toc = mark.split_whitespace().any(|word| word == "toc");
        if is_toc
            && out.last().is_some_and(|line| line.trim().trim_start_matches(['*', '-', '1', '.']).trim().len() < 24)
        {
            out.pop();
        }
    }
    out
}

fn push_box(out: &mut Vec<String>, class: &str, inner: Vec<String>, depth: usize) {
    let quoted = inner.iter().all(|line| line.trim_start().starts_with('>'));
    let inner = if quoted { inner.iter().map(|line| unquoted(line)).collect() } else { inner };
    out.push(String::new());
    out.push(format!("::: {class}"));
    out.extend(quoted_boxes(inner, depth + 1));
    out.push(":::".into());
    out.push(String::new());
}

/// A line of a quotation without its mark.
fn unquoted(line: &str) -> String {
    let inner = line.trim_start().strip_prefix('>').unwrap_or(line);
    inner.strip_prefix(' ').unwrap_or(inner).to_owned()
}

fn classes(mark: &str) -> impl Iterator<Item = String> {
    mark.split_whitespace()
        .filter_map(|word| word.strip_prefix('.'))
        .flat_map(|word| word.split('.'))
        .map(str::to_lowercase)
}

/// What stands in a line that holds nothing but `{: … }`.
fn attribute_line(line: &str) -> Option<&str> {
    line.trim().strip_prefix("{:")?.strip_suffix('}').filter(|inner| !inner.contains('}'))
}

/// Reads lines into pieces.
struct Reader<'a> {
    removed: &'a mut Vec<String>,
}

impl Reader<'_> {
    fn parse(&mut self, lines: &[String], depth: usize) -> Vec<Piece> {
        let map = code_map(lines);
        let code: Vec<bool> = map.iter().map(|line| *line != Line::Text).collect();
        let mut pieces = Vec::new();
        let mut text: Vec<String> = Vec::new();
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let found = match map[at] {
                _ if depth >= DEPTH => None,
                Line::Text => boxes::at(lines, &code, at),
                Line::Opens => boxes::directive(lines, at),
                Line::Code => None,
            };
            let Some(found) = found else {
                at += 1;
                // The end of a box that never began, or the beginning of one that never ends.
                if code[at - 1] || fence_mark(line).is_none() {
                    text.push(line.clone());
                }
                continue;
            };
            at = found.end;
            let inner = self.parse(&found.inside, depth + 1);
            let indent: String = line.chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
            if indent.is_empty() {
                self.flush(&mut text, &mut pieces);
                pieces.push(Piece::Boxed { class: found.class, title: found.title, inner });
            } else {
                // A box inside a list stays in it, as a quotation.
                text.push(String::new());
                if !found.title.is_empty() {
                    text.push(format!("{indent}> **{}**", found.title));
                    text.push(format!("{indent}>"));
                }
                for line in flat(&inner).trim_end().lines() {
                    text.push(if line.is_empty() { format!("{indent}>") } else { format!("{indent}> {line}") });
                }
                text.push(String::new());
            }
        }
        self.flush(&mut text, &mut pieces);
        pieces
    }

    fn flush(&mut self, text: &mut Vec<String>, pieces: &mut Vec<Piece>) {
        let lines = without_tags(&std::mem::take(text), self.removed);
        if lines.iter().any(|line| !line.trim().is_empty()) {
            let mut text = lines.join("\n");
            text.push('\n');
            pieces.push(Piece::Text(text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, flat, pieces, plain};

    fn boxed(text: &str) -> Vec<(String, String, String)> {
        let of = |piece: Piece| match piece {
            Piece::Boxed { class, title, inner } => Some((class, title, flat(&inner).trim().to_owned())),
            Piece::Text(_) => None,
        };
        pieces(text).0.into_iter().filter_map(of).collect()
    }

    #[test]
    fn boxes_of_every_make_are_found() {
        for (text, class, title, inner) in [
            ("::::: callout\n\nMind.\n\n::::::::\n", "callout", "", "Mind."),
            ("::: {.callout-note title=\"T\"}\nMind.\n:::\n", "note", "T", "Mind."),
            (":::tip[T]\nMind.\n:::\n", "tip", "T", "Mind."),
            ("> Mind.\n{: .callout}\n", "callout", "", "Mind."),
            ("> [!NOTE]\n> Mind.\n", "note", "", "Mind."),
            ("!!! warning \"T\"\n    Mind.\n", "warning", "T", "Mind."),
            ("<details><summary>T</summary>\n\nMind.\n\n</details>\n", "details", "T", "Mind."),
            ("```{note} T\n:class: x\nMind.\n```\n", "note", "T", "Mind."),
        ] {
            assert_eq!(boxed(text), [(class.to_owned(), title.to_owned(), inner.to_owned())], "{text}");
        }
    }

    #[test]
    fn solutions_lie_in_challenges() {
        let text = "> ## Try\n> Do.\n> > ## Solution\n> > Done.\n> {: .solution}\n{: .challenge}\n";
        let (found, _) = pieces(text);
        let Some(Piece::Boxed { class, inner, .. }) = found.first() else { panic!("{found:?}") };
        assert_eq!(class, "challenge");
        assert!(
            inner.iter().any(|piece| matches!(piece, Piece::Boxed { class, .. } if class == "solution")),
            "{inner:?}"
        );
    }

    #[test]
    fn tags_and_attributes_go_and_code_stays() {
        assert_eq!(plain("See {% include x.html %}here and `{{ this }}`.").trim(), "See here and `{{ this }}`.");
        assert_eq!(plain("[a]({{ '/b' | relative_url }}){: .btn}").trim(), "[a](/b)");
        assert_eq!(plain("[term]{#term}\n: Its meaning.").trim(), "**term**\n\nIts meaning.");
        assert_eq!(plain("![](a.png){alt='A map'}").trim(), "![A map](a.png)");
        assert_eq!(plain("```\n{% if %}\n::: x\n```").trim(), "```\n{% if %}\n::: x\n```");
        assert_eq!(plain("* TOC\n{:toc}\n\nText").trim(), "Text");
        assert_eq!(
            plain("{% highlight python %}\nx = {1: 2}\n{% endhighlight %}").trim(),
            "```python\nx = {1: 2}\n```"
        );
        assert_eq!(plain("```{r, echo=FALSE}\nx\n```").trim(), "```r\nx\n```");
        assert_eq!(plain("A set {a, b} stays.").trim(), "A set {a, b} stays.");
    }
}
