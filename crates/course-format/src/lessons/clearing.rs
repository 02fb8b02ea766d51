//! What goes before anything else is read: comments, and the tags around code, which becomes fenced code.

use super::code::code_lines;
use super::marks::block_tag;
use crate::folder::sections::Fences;

/// Code that Liquid, Hugo or other tags mark becomes fenced code.
pub(super) fn highlighted(lines: Vec<String>, removed: &mut Vec<String>) -> Vec<String> {
    let mut out = Vec::with_capacity(lines.len());
    let mut fences = Fences::default();
    let mut until: Option<(String, &str)> = None;
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        let trimmed = line.trim();
        if let Some((end, fence)) = &until {
            if block_tag(trimmed).is_some_and(|tag| tag.closes && tag.name == *end) {
                out.push((*fence).to_owned());
                until = None;
            } else {
                out.push(line);
            }
            continue;
        }
        if fences.takes(&line) {
            out.push(line);
            continue;
        }
        let tag = block_tag(trimmed).filter(|tag| !tag.closes);
        match tag.as_ref().map(|tag| tag.name.as_str()) {
            Some(name @ ("highlight" | "codeblock" | "code")) => {
                let fence = if lines.clone().any(|line| line.trim_start().starts_with("```")) { "~~~~" } else { "```" };
                let said = tag.as_ref().map_or("", |tag| tag.rest.as_str());
                let language = if name == "code" { "" } else { said.split_whitespace().next().unwrap_or_default() };
                removed.push(trimmed.to_owned());
                // The settings of such code stand between lines of hyphens.
                let mut told = language.trim_matches('"').trim_start_matches("lang:").to_owned();
                if name == "code" && lines.peek().is_some_and(|line| line.trim() == "---") {
                    lines.next();
                    for line in lines.by_ref().take_while(|line| line.trim() != "---") {
                        if let Some((_, value)) = line.split_once("language:") {
                            value.trim().clone_into(&mut told);
                        }
                    }
                }
                out.push(format!("{fence}{told}"));
                until = Some((name.to_owned(), fence));
            }
            Some("raw" | "endraw" | "verbatim") => {}
            _ if matches!(trimmed, "{% raw %}" | "{% endraw %}" | "{%- raw -%}" | "{%- endraw -%}") => {}
            _ => out.push(line),
        }
    }
    if let Some((_, fence)) = until {
        out.push(fence.to_owned());
    }
    out
}

/// Comments of HTML and Liquid, outside code, however many lines they take.
pub(super) fn without_comments(lines: Vec<String>, removed: &mut Vec<String>) -> Vec<String> {
    if !lines.iter().any(|line| line.contains("<!--") || line.contains("{%") || line.contains("{{/*")) {
        return lines;
    }
    let code = code_lines(&lines);
    let mut out = Vec::with_capacity(lines.len());
    let mut until: Option<&str> = None;
    for (at, line) in lines.into_iter().enumerate() {
        let trimmed = line.trim();
        if until == Some("endcomment") {
            if block_tag(trimmed).is_some_and(|tag| tag.closes && tag.name == "comment") {
                until = None;
            }
            continue;
        }
        if code[at] && until.is_none() {
            out.push(line);
            continue;
        }
        if until.is_none() && block_tag(trimmed).is_some_and(|tag| !tag.closes && tag.name == "comment") {
            removed.push(trimmed.to_owned());
            until = Some("endcomment");
            continue;
        }
        let mut kept = String::new();
        let mut rest = line.as_str();
        let mut touched = false;
        loop {
            match until {
                Some(end) => match rest.split_once(end) {
                    Some((_, after)) => {
                        touched = true;
                        until = None;
                        rest = after;
                    }
                    None => break,
                },
                None => match rest.split_once("<!--") {
                    // What stands in a piece of code is no comment.
                    Some((before, after)) if before.matches('`').count() % 2 == 0 => {
                        touched = true;
                        kept.push_str(before);
                        until = Some("-->");
                        rest = after;
                    }
                    _ => {
                        kept.push_str(rest);
                        break;
                    }
                },
            }
        }
        let nothing_left = kept.trim().is_empty();
        if !(nothing_left && (touched || until.is_some())) {
            out.push(kept);
        }
    }
    out
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// How far in the words of the list item stand that holds what comes after these lines, so far in; None where no item does.
fn item_around(before: &[String], indent: usize) -> Option<usize> {
    for line in before.iter().rev().filter(|line| !line.trim().is_empty() && indent_of(line) < indent) {
        let item = line.trim_start_matches(' ');
        let digits = item.bytes().take_while(u8::is_ascii_digit).count();
        let marks: &[char] = if digits > 0 { &['.', ')'] } else { &['-', '*', '+'] };
        if let Some(words) = item[digits..].strip_prefix(marks).filter(|words| words.starts_with(' ')) {
            let inset = line.len() - words.trim_start_matches(' ').len();
            return (inset <= indent).then_some(inset);
        }
        if item.len() == line.len() {
            return None;
        }
    }
    None
}

/// Fences inside lists whose code does not keep their indentation, and fences too far in after a line of text: what they
/// hold is code for their author, and becomes code for everybody.
pub(super) fn mended_fences(lines: Vec<String>) -> Vec<String> {
    let opens = |line: &str| {
        let trimmed = line.trim_start();
        let mark = trimmed.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let run = trimmed.chars().take_while(|c| *c == mark).count();
        (run >= 3 && !trimmed[run..].contains('`')).then(|| trimmed[..run].to_owned())
    };
    if !lines.iter().any(|line| line.starts_with("  ") && opens(line).is_some()) {
        return lines;
    }
    let code = code_lines(&lines);
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let Some(mark) = opens(line) else {
            out.push(line.clone());
            at += 1;
            continue;
        };
        let closes =
            |line: &&String| line.trim().starts_with(&mark) && line.trim().chars().all(|c| mark.starts_with(c));
        let indent = indent_of(line);
        let Some(end) = lines[at + 1..].iter().position(|line| closes(&line)).map(|count| at + 1 + count) else {
            // Code that nobody closed ends with the item that holds it.
            let Some(end) = item_around(&lines[..at], indent).and_then(|inset| {
                let after = (at + 1..lines.len()).find(|at| {
                    let line = &lines[*at];
                    !line.trim().is_empty() && !line.starts_with('\t') && indent_of(line) < inset
                })?;
                (at..after).rev().find(|at| !lines[*at].trim().is_empty()).map(|last| last + 1)
            }) else {
                out.extend(lines[at..].iter().cloned());
                break;
            };
            out.extend(lines[at..end].iter().cloned());
            out.push(format!("{}{mark}", " ".repeat(indent)));
            at = end;
            continue;
        };
        let inside = &lines[at + 1..end];
        let leaves = indent >= 2
            && inside.iter().any(|line| !line.trim().is_empty() && indent_of(line) < indent && !line.starts_with('\t'));
        let broken = !code[at] || (at..=end).any(|at| !code[at]);
        if broken && indent >= 2 {
            if !code[at] && out.last().is_some_and(|line| !line.trim().is_empty()) {
                out.push(String::new());
            }
            let blanks = " ".repeat(if leaves { indent } else { 0 });
            out.push(line.clone());
            out.extend(
                inside.iter().map(|line| if line.trim().is_empty() { line.clone() } else { format!("{blanks}{line}") }),
            );
            out.push(format!("{}{mark}", " ".repeat(indent)));
        } else {
            out.extend(lines[at..=end].iter().cloned());
        }
        at = end + 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::mended_fences;

    fn mended(text: &str) -> String {
        mended_fences(text.lines().map(str::to_owned).collect()).join("\n")
    }

    #[test]
    fn code_that_leaves_its_list_stays_code() {
        assert_eq!(
            mended("1. Do\n\n    ```c\na\n  b\n    ```\n2. On"),
            "1. Do\n\n    ```c\n    a\n      b\n    ```\n2. On"
        );
        assert_eq!(mended("Do:\n     ```\n     a\n     ```"), "Do:\n\n     ```\n     a\n     ```");
        assert_eq!(
            mended("1. Do\n\n    ```c\n    a\n\n    b\n\n2. On\n\n## Next"),
            "1. Do\n\n    ```c\n    a\n\n    b\n    ```\n\n2. On\n\n## Next"
        );
        assert_eq!(mended("- A\n  - B\n    ```\n    x\n  - C"), "- A\n  - B\n    ```\n    x\n    ```\n  - C");
        for whole in ["- Do\n  ```\n  a\n  ```", "```\na\n```", "- a\n\n  ```\n    b\n  ```", "Do\n\n  ```\n  a\nb"] {
            assert_eq!(mended(whole), whole);
        }
    }
}
