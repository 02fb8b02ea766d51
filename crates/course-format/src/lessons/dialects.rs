//! Brings the ways in which other systems mark boxes and code into one: boxes between `::: class title` and `:::`, code
//! between fences. What only those systems need goes. Code is never touched.

use super::clearing::{highlighted, mended_fences, without_comments};
use super::code::code_lines;
use super::components::component;
use super::html;
use super::html_writer;
use super::marks::{block_tag, class_of_tag};

/// A page's lines with the marks of other systems in their common form.
pub(super) fn common(text: &str, removed: &mut Vec<String>) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let lines = highlighted(lines, removed);
    let lines = without_comments(lines, removed);
    let lines = mended_fences(lines);
    let lines = with_room(lines);
    let lines = joined(lines);
    let lines = boxes(lines, removed);
    let lines = definitions(lines);
    tables(lines)
}

/// A blank line between tags of HTML that only hold something and the Markdown inside them: it is Markdown then.
fn with_room(lines: Vec<String>) -> Vec<String> {
    if !lines.iter().any(|line| line.trim_start().starts_with('<')) {
        return lines;
    }
    let code = code_lines(&lines);
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    let mut table = 0usize;
    for (at, line) in lines.iter().enumerate() {
        let lower = line.trim().to_lowercase();
        let fence = lower.starts_with("```") || lower.starts_with("~~~");
        if !code[at] {
            table += lower.matches("<table").count();
        }
        let before = at.checked_sub(1).and_then(|at| lines.get(at));
        let holder = before.is_some_and(|line| is_holder(line));
        if table == 0 && !lower.is_empty() && holder && (!code[at] || fence) && !lower.starts_with('<') {
            out.push(String::new());
        }
        if table == 0
            && !code[at]
            && is_holder(line)
            && before.is_some_and(|line| !line.trim().is_empty() && !line.trim_start().starts_with('<'))
        {
            out.push(String::new());
        }
        out.push(line.clone());
        if !code[at] {
            table = table.saturating_sub(lower.matches("</table>").count());
        }
    }
    out
}

/// True for a line of nothing but tags of elements that hold others.
fn is_holder(line: &str) -> bool {
    let mut rest = line.trim();
    let mut found = false;
    while let Some((tag, length)) = html::tag(rest) {
        if !["div", "section", "article", "center", "aside", "main", "header", "footer", "figure", "span"]
            .contains(&tag.name.as_str())
        {
            return false;
        }
        found = true;
        rest = rest[length..].trim_start();
    }
    found && rest.is_empty()
}

/// Tags that go over several lines, on one line.
fn joined(lines: Vec<String>) -> Vec<String> {
    const MARKS: [(&str, &str); 4] = [("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}")];
    let calls = |line: &str| {
        line.strip_prefix('<')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()) && !rest.contains('>'))
    };
    if !lines.iter().any(|line| line.contains("{%") || line.contains("{{") || calls(line.trim())) {
        return lines;
    }
    let code = code_lines(&lines);
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let mut line = lines[at].clone();
        let from = at;
        at += 1;
        if code[from] {
            out.push(line);
            continue;
        }
        let open = MARKS.iter().find(|(open, close)| {
            line.rfind(open).is_some_and(|place| {
                !line[place..].contains(close) && line[..place].matches('`').count().is_multiple_of(2)
            })
        });
        if let Some((_, close)) = open {
            let end = (at..lines.len().min(at + 60)).find(|at| lines[*at].contains(close));
            if let Some(end) = end {
                for more in &lines[at..=end] {
                    line.push(' ');
                    line.push_str(more.trim());
                }
                at = end + 1;
            }
        }
        // A component whose attributes take several lines.
        if open.is_none() && calls(line.trim()) {
            let end = (at..lines.len().min(at + 24)).find(|at| lines[*at].trim_end().ends_with('>'));
            if let Some(end) = end {
                for more in &lines[at..=end] {
                    line.push(' ');
                    line.push_str(more.trim());
                }
                at = end + 1;
            }
        }
        out.push(line);
    }
    out
}

/// Tags that choose, repeat or set: what they hold is text.
const LOGIC: &str = "if unless for case capture tablerow assign raw comment cycle when else elsif include include_relative \
    link figure img youtube youtuber vimeo gist ref relref embed icon toc content-ref file swagger highlight \
    codeblock no-print print-only tabs steps columns cards block csv-table";

/// Boxes of tags and components become `::: class title` and `:::`.
fn boxes(lines: Vec<String>, removed: &mut Vec<String>) -> Vec<String> {
    let code = code_lines(&lines);
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    let closers: Vec<String> = lines
        .iter()
        .zip(&code)
        .filter(|(_, code)| !**code)
        .filter_map(|(line, _)| block_tag(line.trim()).filter(|tag| tag.closes).map(|tag| tag.name))
        .collect();
    let is_mdx = lines.iter().zip(&code).any(|(line, code)| !code && is_module_line(line));
    let mut next = 0;
    while let Some(line) = lines.get(next) {
        let at = next;
        next += 1;
        let trimmed = line.trim();
        if code[at] {
            out.push(line.clone());
            continue;
        }
        if is_toc_mark(trimmed) || (is_mdx && is_module_line(line)) {
            removed.push(trimmed.to_owned());
            continue;
        }
        if let Some(tag) = block_tag(trimmed) {
            let logic = LOGIC.split(' ').any(|word| word == tag.name);
            if tag.closes && !logic {
                out.push(":::".into());
                continue;
            }
            if !tag.closes && !logic && closers.contains(&tag.name) {
                let mut mark = format!("::: {}", class_of_tag(&tag));
                // A box of a project sheet may have its settings between two lines of hyphens.
                if trimmed.starts_with("--- ") && lines.get(next).is_some_and(|line| line.trim() == "---") {
                    let rest = lines.iter().skip(next + 1).take(8);
                    let told: Vec<&str> = rest.map(|line| line.trim()).take_while(|line| *line != "---").collect();
                    if told.len() < 8 {
                        next += told.len() + 2;
                        let title = told.iter().find_map(|line| line.strip_prefix("title:")).unwrap_or_default();
                        mark = format!("{mark} {}", title.trim().trim_matches(['"', '\'']));
                    }
                }
                out.push(mark.trim_end().to_owned());
                continue;
            }
        }
        if let Some(replaced) = component(trimmed, is_mdx) {
            if !replaced.is_empty() {
                out.push(replaced);
            }
            continue;
        }
        out.push(line.clone());
    }
    out
}

/// A place where other systems put a table of contents.
fn is_toc_mark(line: &str) -> bool {
    matches!(
        line.to_lowercase().as_str(),
        "[toc]" | "[[toc]]" | "[[_toc_]]" | "${toc}" | "\\newpage" | "\\pagebreak" | "\\tableofcontents"
    )
}

/// `import X from "y"` and `export const x = …` of MDX.
fn is_module_line(line: &str) -> bool {
    let import = line.strip_prefix("import ").is_some_and(|rest| {
        let rest = rest.trim_end().trim_end_matches(';');
        (rest.contains(" from ") || rest.starts_with(['"', '\''])) && rest.ends_with(['"', '\''])
    });
    import || line.starts_with("export const ") || line.starts_with("export default ")
}

/// A table of HTML in one piece: no blank line parts it.
fn tables(lines: Vec<String>) -> Vec<String> {
    if !lines.iter().any(|line| line.to_lowercase().contains("<table")) {
        return lines;
    }
    let code = code_lines(&lines);
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let lower = lines[at].to_lowercase();
        if code[at] || !lower.trim_start().starts_with("<table") {
            out.push(lines[at].clone());
            at += 1;
            continue;
        }
        let mut depth = 0usize;
        let end = (at..lines.len()).find(|at| {
            let lower = lines[*at].to_lowercase();
            depth += lower.matches("<table").count();
            depth = depth.saturating_sub(lower.matches("</table>").count());
            depth == 0
        });
        let Some(end) = end else {
            out.push(lines[at].clone());
            at += 1;
            continue;
        };
        if out.last().is_some_and(|line| !line.trim().is_empty()) {
            out.push(String::new());
        }
        out.extend(html_writer::to_markdown(&lines[at..=end].join("\n")).lines().map(str::to_owned));
        out.push(String::new());
        at = end + 1;
    }
    out
}

/// A term and its meanings below it, each behind a colon: the term becomes bold, and what belongs to a meaning a text.
fn definitions(lines: Vec<String>) -> Vec<String> {
    let meaning = |line: &str| {
        let rest = line.strip_prefix(':').filter(|rest| rest.starts_with([' ', '\t']))?;
        let text = rest.trim_start();
        (!text.is_empty()).then(|| (text.to_owned(), line.len() - text.len()))
    };
    if !lines.iter().any(|line| meaning(line).is_some()) {
        return lines;
    }
    let code = code_lines(&lines);
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        let known = out
            .iter()
            .rev()
            .take(2)
            .any(|line| !line.trim().is_empty() && !line.trim_start().starts_with(['#', '|', '>']));
        let Some((text, width)) = meaning(line).filter(|_| !code[at - 1] && known) else {
            out.push(line.clone());
            continue;
        };
        while out.last().is_some_and(|line| line.trim().is_empty()) {
            out.pop();
        }
        // A term may be a link or a span of its own; a picture or the address of a link is none.
        let is_term = |term: &str| {
            !term.starts_with(['*', '-', ' ', '!', '<']) && !term.starts_with("[!") && !term.contains("]:")
        };
        if let Some(term) = out.last_mut().filter(|term| is_term(term)) {
            *term = format!("**{}**", term.trim());
        }
        out.push(String::new());
        out.push(text);
        // What is indented below belongs to the meaning.
        while let Some(more) = lines.get(at) {
            let blanks = more.len() - more.trim_start_matches([' ', '\t']).len();
            let tab = more.starts_with('\t');
            if !more.trim().is_empty() && blanks < 2 && !tab {
                break;
            }
            out.push(if tab { more[1..].to_owned() } else { more[blanks.min(width.max(4))..].to_owned() });
            at += 1;
        }
        if lines.get(at).is_some_and(|line| !line.trim().is_empty())
            && out.last().is_some_and(|line| !line.trim().is_empty())
        {
            out.push(String::new());
        }
    }
    out
}
