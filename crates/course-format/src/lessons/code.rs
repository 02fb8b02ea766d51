//! Which lines of a text are code. Nothing in them is ever taken for a mark of another system.

use comrak::nodes::NodeValue;
use comrak::{Arena, parse_document};

use crate::folder::sections::Fences;
use crate::markdown::options;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Text.
    Text,
    /// The first line of a piece of code.
    Opens,
    /// Code.
    Code,
}

/// For each line, whether it is code.
pub(super) fn code_lines(lines: &[String]) -> Vec<bool> {
    code_map(lines).into_iter().map(|line| line != Line::Text).collect()
}

/// For each line, what it is. Code is what is fenced, indented or in `pre`, and a formula that stands by itself.
pub(super) fn code_map(lines: &[String]) -> Vec<Line> {
    let mut code = vec![Line::Text; lines.len()];
    let quick = |line: &String| {
        line.contains("```")
            || line.contains("~~~")
            || line.starts_with(['\t', ' '])
            || line.contains("<pre")
            || line.contains("$$")
            || line.contains(">    ")
    };
    if !lines.iter().any(quick) {
        return code;
    }
    let text = lines.join("\n");
    let arena = Arena::new();
    let root = parse_document(&arena, &text, &options());
    for node in root.descendants() {
        let data = node.data.borrow();
        let (start, end) = (data.sourcepos.start.line.saturating_sub(1), data.sourcepos.end.line.min(lines.len()));
        if start >= end {
            continue;
        }
        match &data.value {
            NodeValue::CodeBlock(_) => mark(&mut code[start..end]),
            NodeValue::HtmlBlock(html) if starts_verbatim(&html.literal) => mark(&mut code[start..end]),
            NodeValue::HtmlBlock(_) => {
                let mut fences = Fences::default();
                for at in start..end {
                    if fences.takes(&lines[at]) {
                        code[at] = Line::Code;
                    }
                }
            }
            _ => {}
        }
    }
    formulas(lines, &mut code);
    code
}

fn mark(lines: &mut [Line]) {
    lines.fill(Line::Code);
    if let Some(first) = lines.first_mut() {
        *first = Line::Opens;
    }
}

fn starts_verbatim(html: &str) -> bool {
    let lower = html.trim_start().to_lowercase();
    ["<pre", "<script", "<style", "<svg"].iter().any(|tag| lower.starts_with(tag))
}

/// Formulas between lines of two dollars.
fn formulas(lines: &[String], code: &mut [Line]) {
    let mut open: Option<usize> = None;
    for at in 0..lines.len() {
        let line = lines[at].trim();
        if code[at] != Line::Text {
            open = None;
            continue;
        }
        match open {
            // What goes on for too long or through a blank line is no formula.
            Some(_) if line.is_empty() => open = None,
            Some(from) if line.ends_with("$$") => {
                mark(&mut code[from..=at]);
                open = None;
            }
            None if line.starts_with("$$") && line.matches("$$").count() == 1 => open = Some(at),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::code_lines;

    fn code(text: &str) -> String {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        code_lines(&lines).into_iter().map(|code| if code { 'c' } else { '.' }).collect()
    }

    #[test]
    fn code_is_found_wherever_it_stands() {
        assert_eq!(code("a\n\n    b\n\nc"), "..c..");
        assert_eq!(code("- a\n\n  ```\n  b\n  ```\n- c"), "..ccc.");
        assert_eq!(code("> ~~~\n> # b\n> ~~~\nc"), "ccc.");
        assert_eq!(code("<pre>\na\n\nb</pre>\n\nc"), "cccc..");
        assert_eq!(code("a\n    b"), "..");
        assert_eq!(code("$$\nx_{{1}}\n$$\nb"), "ccc.");
    }
}
