//! Finds the boxes in Markdown, whatever system made them, and makes a tree of them. Code is never touched.

use super::tags::{fence_mark, without_tags};
use crate::folder::sections::Fences;

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
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let lines = quoted_boxes(&lines, 0);
    let lines = without_tags(&lines, &mut removed);
    let mut at = 0;
    (parse(&lines, &mut at, 0, false), removed)
}

/// A page as plain Markdown: boxes opened, their titles in bold.
pub(super) fn plain(text: &str) -> String {
    flat(&pieces(text).0)
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

/// Kramdown marks a quotation as a box by a line after it: `> text` and `{: .callout}`. It becomes a fenced box.
fn quoted_boxes(lines: &[String], depth: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut fences = Fences::default();
    for line in lines {
        let mark = (!fences.takes(line)).then(|| attribute_line(line)).flatten();
        let Some(mark) = mark else {
            out.push(line.clone());
            continue;
        };
        let class = mark.split_whitespace().find_map(|word| word.strip_prefix('.')).unwrap_or_default().to_owned();
        while out.last().is_some_and(|line| line.trim().is_empty()) {
            out.pop();
        }
        let quoted = out.iter().rev().take_while(|line| line.trim_start().starts_with('>')).count();
        let quote = out.split_off(out.len() - quoted);
        if quote.is_empty() || class.is_empty() || depth >= DEPTH {
            out.extend(quote);
            // The list item that stands for a table of contents goes with its mark.
            let is_toc = mark.split_whitespace().any(|word| word == "toc");
            if is_toc
                && out.last().is_some_and(|line| line.trim().trim_start_matches(['*', '-', '1', '.']).trim().len() < 24)
            {
                out.pop();
            }
            continue;
        }
        let stripped: Vec<String> = quote
            .iter()
            .map(|line| {
                let inner = line.trim_start().trim_start_matches('>');
                let inner = if line.trim_start().starts_with(">>") { &line.trim_start()[1..] } else { inner };
                inner.strip_prefix(' ').unwrap_or(inner).to_owned()
            })
            .collect();
        out.push(String::new());
        out.push(format!("::: {class}"));
        out.extend(quoted_boxes(&stripped, depth + 1));
        out.push(":::".into());
        out.push(String::new());
    }
    out
}

/// What stands in a line that holds nothing but `{: … }`.
fn attribute_line(line: &str) -> Option<&str> {
    line.trim().strip_prefix("{:")?.strip_suffix('}').filter(|inner| !inner.contains('}'))
}

/// Parses lines up to the end, or to the fence that closes the box they are in.
fn parse(lines: &[String], at: &mut usize, depth: usize, in_box: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut fences = Fences::default();
    while let Some(line) = lines.get(*at) {
        *at += 1;
        let open_code = fences.closing().is_some();
        if !open_code && depth < DEPTH {
            if let Some(mark) = fence_mark(line) {
                if mark.is_empty() {
                    if in_box {
                        break;
                    }
                    continue;
                }
                let (class, title) = class_and_title(mark);
                flush(&mut text, &mut pieces);
                let inner = parse(lines, at, depth + 1, true);
                pieces.push(Piece::Boxed { class, title, inner });
                continue;
            }
            if let Some((class, title, inside)) = other_box(lines, at) {
                flush(&mut text, &mut pieces);
                let mut inner_at = 0;
                let inner = parse(&inside, &mut inner_at, depth + 1, false);
                pieces.push(Piece::Boxed { class, title, inner });
                continue;
            }
        }
        let line = if open_code { line.clone() } else { plain_chunk(line) };
        fences.takes(&line);
        text.push_str(&line);
        text.push('\n');
    }
    flush(&mut text, &mut pieces);
    pieces
}

fn flush(text: &mut String, pieces: &mut Vec<Piece>) {
    if !text.trim().is_empty() {
        pieces.push(Piece::Text(std::mem::take(text)));
    }
    text.clear();
}

/// `callout`, `{.callout-note title="Mind"}`, `note[Mind]`, `note Mind`.
fn class_and_title(mark: &str) -> (String, String) {
    let attributes = mark.trim_start_matches('{').trim_end_matches('}');
    let name = attributes.trim_start_matches(['.', '#']);
    let end = name.find(|c: char| c.is_whitespace() || c == '[' || c == '{').unwrap_or(name.len());
    let (class, rest) = name.split_at(end);
    let class = class.trim_start_matches("callout-").to_lowercase();
    let title = if let Some((_, quoted)) = rest.split_once("title=") {
        quoted.trim_matches(['"', '\'']).to_owned()
    } else if mark.starts_with('{') {
        String::new()
    } else {
        rest.trim().trim_start_matches('[').trim_end_matches(']').to_owned()
    };
    (class, title)
}

/// Boxes of other makes that begin at the line before `at`: MkDocs' admonitions, GitHub's alerts, HTML's details and
/// MyST's directives. `at` moves behind them.
fn other_box(lines: &[String], at: &mut usize) -> Option<(String, String, Vec<String>)> {
    let line = lines.get(*at - 1)?;
    let trimmed = line.trim_start();
    if let Some(mark) =
        trimmed.strip_prefix("!!!").or_else(|| trimmed.strip_prefix("???").map(|m| m.trim_start_matches('+')))
    {
        let (class, title) = mark.trim().split_once(' ').unwrap_or((mark.trim(), ""));
        if class.is_empty() || !mark.starts_with(' ') {
            return None;
        }
        let mut inside = Vec::new();
        while let Some(next) = lines.get(*at) {
            let indented = next.strip_prefix("    ").or_else(|| next.strip_prefix('\t'));
            match indented {
                Some(inner) => inside.push(inner.to_owned()),
                None if next.trim().is_empty() => inside.push(String::new()),
                None => break,
            }
            *at += 1;
        }
        return Some((class.to_lowercase(), title.trim_matches('"').to_owned(), inside));
    }
    if let Some(class) = trimmed.strip_prefix("> [!").and_then(|rest| rest.trim_end().strip_suffix(']')) {
        let mut inside = Vec::new();
        while let Some(inner) = lines.get(*at).and_then(|next| next.trim_start().strip_prefix('>')) {
            inside.push(inner.strip_prefix(' ').unwrap_or(inner).to_owned());
            *at += 1;
        }
        return Some((class.to_lowercase(), String::new(), inside));
    }
    if trimmed.starts_with("<details") {
        let end = lines[*at - 1..].iter().position(|line| line.contains("</details>"))? + *at - 1;
        let whole = lines[*at - 1..=end].join("\n");
        let (head, body) = whole.split_once("</summary>").unwrap_or(("", &whole));
        let title =
            head.rsplit_once("<summary").and_then(|(_, rest)| rest.split_once('>')).map_or("", |(_, title)| title);
        let title = super::html::to_markdown(title).trim().to_owned();
        let body = body.replace("</details>", "").replace("<details>", "");
        *at = end + 1;
        return Some(("details".into(), title, body.lines().map(str::to_owned).collect()));
    }
    let (mark, rest) = trimmed.split_at(trimmed.bytes().take_while(|b| *b == b'`').count());
    let directive = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).filter(|_| mark.len() >= 3);
    if let Some((name, title)) = directive.filter(|(name, _)| BOXES.contains(&name.to_lowercase().as_str())) {
        let mut inside = Vec::new();
        while let Some(next) = lines.get(*at) {
            *at += 1;
            if next.trim() == mark {
                break;
            }
            let option = next.starts_with(':') && inside.is_empty();
            if !option {
                inside.push(next.clone());
            }
        }
        return Some((name.to_lowercase(), title.trim().to_owned(), inside));
    }
    None
}

/// MyST's directives that are boxes; others are code.
const BOXES: &[&str] = &[
    "note",
    "tip",
    "hint",
    "important",
    "warning",
    "caution",
    "attention",
    "danger",
    "admonition",
    "exercise",
    "solution",
    "dropdown",
    "seealso",
    "objectives",
];

/// The first line of a piece of code that another system runs (`{r, echo=FALSE}`, `{code-cell} python`) with nothing
/// but its language.
fn plain_chunk(line: &str) -> String {
    let trimmed = line.trim_start();
    let indent = &line[..line.len() - trimmed.len()];
    let (mark, rest) = trimmed.split_at(trimmed.bytes().take_while(|b| *b == b'`').count());
    let Some((inside, after)) =
        rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).filter(|_| mark.len() >= 3)
    else {
        return line.to_owned();
    };
    let directive = matches!(inside, "code-cell" | "code-block" | "code");
    let name = if directive { after.trim() } else { inside.trim_start_matches('.') };
    let language: String = name.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '+' | '#' | '-')).collect();
    format!("{indent}{mark}{language}")
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
