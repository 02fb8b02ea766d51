//! Boxes as each system writes them: fences of colons, MkDocs' admonitions and tabs, alerts of code hosts, HTML's details
//! and notes, MyST's directives.

use super::html;
use super::html_writer;
use super::tags::fence_mark;

/// A box that begins at a line.
#[derive(Debug)]
pub(super) struct Found {
    /// What sort of box: `callout`, `challenge`, `solution`...
    pub class: String,
    /// Its title where the mark itself gives one.
    pub title: String,
    /// Its lines, without what marks them as its own.
    pub inside: Vec<String>,
    /// The line behind it.
    pub end: usize,
}

/// Classes that say what a box is for.
const KNOWN: &str = "callout challenge solution objectives keypoints questions prereq prerequisites testimonial discussion \
    checklist note info tip hint important warning caution danger attention alert success error example \
    quote exercise activity assignment admonition highlight instructor";

/// True for a class that says what a box is for.
pub(super) fn is_known(class: &str) -> bool {
    KNOWN.split(' ').any(|word| word == class)
}

/// The box that begins at this line, if one does.
pub(super) fn at(lines: &[String], code: &[bool], at: usize) -> Option<Found> {
    colons(lines, code, at)
        .or_else(|| admonition(lines, at))
        .or_else(|| alert(lines, at))
        .or_else(|| details(lines, code, at))
        .or_else(|| element(lines, code, at))
}

/// A MyST directive: it looks like code, and is a box where its name says so.
pub(super) fn directive(lines: &[String], at: usize) -> Option<Found> {
    let line = lines.get(at)?;
    let indent = indent_of(line);
    let trimmed = line.trim_start();
    let mark_char = trimmed.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let (mark, rest) = trimmed.split_at(trimmed.chars().take_while(|c| *c == mark_char).count());
    let (name, title) = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).filter(|_| mark.len() >= 3)?;
    let name = name.to_lowercase();
    if !DIRECTIVES.split(' ').any(|word| word == name) {
        return None;
    }
    let mut inside = Vec::new();
    let mut end = at + 1;
    let mut caption = String::new();
    while let Some(next) = lines.get(end) {
        end += 1;
        if next.trim() == mark {
            break;
        }
        let option = next.trim_start().starts_with(':') && inside.iter().all(|line: &String| line.trim().is_empty());
        if option {
            if let Some(alt) = next.trim_start().strip_prefix(":alt:") {
                alt.trim().clone_into(&mut caption);
            }
        } else {
            inside.push(dedent(next, indent));
        }
    }
    let title = title.trim().to_owned();
    match name.as_str() {
        // What only names other pages is said by the course's own order.
        "toctree" | "contents" | "tableofcontents" => {
            Some(Found { class: String::new(), title: String::new(), inside: vec![], end })
        }
        "figure" | "image" => {
            let mut picture = vec![format!("![{caption}](<{title}>)"), String::new()];
            picture.extend(inside);
            Some(Found { class: String::new(), title: String::new(), inside: picture, end })
        }
        _ => Some(Found { class: name, title, inside, end }),
    }
}

/// MyST's directives that are boxes; others are code.
const DIRECTIVES: &str = "note tip hint important warning caution attention danger error admonition exercise solution dropdown \
    seealso objectives questions keypoints callout challenge discussion prerequisites prereq instructor-note \
    tabs tab-set tab-item tab group-tab toctree contents tableofcontents figure image type-along demo \
    testimonial output highlight epigraph margin sidebar checklist card grid grid-item-card";

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// A line without so much of its indentation.
fn dedent(line: &str, indent: usize) -> String {
    let blanks = indent_of(line).min(indent);
    line[blanks..].to_owned()
}

/// Lines without the indentation of what holds them, where all of them have it.
fn dedent_all(lines: &[String], indent: usize) -> Vec<String> {
    let least = lines.iter().filter(|line| !line.trim().is_empty()).map(|line| indent_of(line)).min().unwrap_or(0);
    lines.iter().map(|line| dedent(line, indent.min(least))).collect()
}

/// `::: callout`, up to the `:::` that closes it.
fn colons(lines: &[String], code: &[bool], at: usize) -> Option<Found> {
    let line = &lines[at];
    let mark = fence_mark(line).filter(|mark| !mark.is_empty())?;
    // MkDocs' links to code (`::: package.module`) open nothing.
    let (class, title) = class_and_title(mark);
    let mut depth = 1usize;
    let mut end = at + 1;
    while end < lines.len() {
        if !code[end]
            && let Some(mark) = fence_mark(&lines[end])
        {
            if mark.is_empty() {
                depth -= 1;
            } else {
                depth += 1;
            }
            if depth == 0 {
                break;
            }
        }
        end += 1;
    }
    if depth > 0 {
        return None;
    }
    let indent = indent_of(line);
    let inside = dedent_all(&lines[at + 1..end.min(lines.len())], indent);
    Some(Found { class, title, inside, end: end + 1 })
}

/// `callout`, `{.callout-note title="Mind"}`, `note[Mind]`, `note Mind`, `{note} Mind`.
pub(super) fn class_and_title(mark: &str) -> (String, String) {
    if let Some((name, title)) = mark
        .strip_prefix('{')
        .and_then(|rest| rest.split_once('}'))
        .filter(|(name, _)| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-'))
    {
        return (name.to_lowercase(), title.trim().to_owned());
    }
    let attributes = mark.trim_start_matches('{').trim_end_matches('}');
    // Of several classes, the one that says what the box is for.
    let known = mark.starts_with('{').then(|| {
        attributes
            .split_whitespace()
            .map(|word| word.trim_start_matches(['.', '#']))
            .find(|word| is_known(word.trim_start_matches("callout-")))
    });
    let name = attributes.trim_start_matches(['.', '#']);
    let end = name.find(|c: char| c.is_whitespace() || c == '[' || c == '{' || c == '"').unwrap_or(name.len());
    let (class, rest) = name.split_at(end);
    let class = known.flatten().unwrap_or(class).trim_start_matches("callout-").to_lowercase();
    let title = if let Some((_, quoted)) = rest.split_once("title=").or_else(|| rest.split_once("name=")) {
        let quote = quoted.chars().next().filter(|c| matches!(c, '"' | '\'')).unwrap_or('"');
        quoted.trim_start_matches(quote).split(quote).next().unwrap_or_default().to_owned()
    } else if mark.starts_with('{') {
        String::new()
    } else {
        let rest = rest.split_once('{').map_or(rest, |(before, _)| before);
        rest.trim().trim_start_matches('[').trim_end_matches(']').trim_matches('"').to_owned()
    };
    (class, title)
}

/// `!!! note "Title"`, `??? tip`, `=== "Tab"`: what is indented below belongs to it.
fn admonition(lines: &[String], at: usize) -> Option<Found> {
    let line = &lines[at];
    let indent = indent_of(line);
    let trimmed = line.trim();
    let mark = ["!!!", "???+", "???", "==="].iter().find_map(|mark| trimmed.strip_prefix(mark))?;
    let tab = trimmed.starts_with("===");
    let mark = mark.trim_start_matches(['!', '+']);
    if !mark.starts_with(' ') || (tab && !mark.trim().starts_with('"')) {
        return None;
    }
    let (before, title) = match mark.split_once('"') {
        Some((before, rest)) => (before, rest.rsplit_once('"').map_or(rest, |(title, _)| title)),
        None => (mark, ""),
    };
    let class = if tab { "tab" } else { before.split_whitespace().next().unwrap_or("note") };
    if !class.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') {
        return None;
    }
    let mut inside = Vec::new();
    let mut end = at + 1;
    while let Some(next) = lines.get(end) {
        let depth = indent_of(next);
        let rest = dedent(next, indent);
        let inner = rest
            .strip_prefix("    ")
            .or_else(|| rest.strip_prefix('\t'))
            .or_else(|| rest.strip_prefix("  ").filter(|_| depth >= indent + 2));
        match inner {
            Some(inner) => inside.push(inner.to_owned()),
            None if next.trim().is_empty() => inside.push(String::new()),
            None => break,
        }
        end += 1;
    }
    Some(Found { class: class.to_lowercase(), title: title.to_owned(), inside, end })
}

/// `> [!NOTE]` and the quotation below it, with its title where it has one: `> [!tip]- Title`.
fn alert(lines: &[String], at: usize) -> Option<Found> {
    let line = &lines[at];
    let rest = line.trim_start().strip_prefix('>')?.trim_start().strip_prefix("[!")?;
    let (class, title) = rest.split_once(']')?;
    let quoted = lines[at + 1..].iter().take_while(|line| line.trim_start().starts_with('>'));
    let mut inside: Vec<String> = quoted
        .map(|line| {
            let inner = line.trim_start().trim_start_matches('>').trim_start_matches(' ');
            let whole = &line.trim_start()[1..];
            if whole.trim_start().starts_with('>') {
                whole.trim_start().to_owned()
            } else if inner.is_empty() {
                String::new()
            } else {
                whole.strip_prefix(' ').unwrap_or(whole).to_owned()
            }
        })
        .collect();
    let end = at + 1 + inside.len();
    let (name, argument) = class.split_once(' ').unwrap_or((class, ""));
    let mut class = name.to_lowercase();
    let mut title = title.trim_start_matches(['-', '+']).trim().to_owned();
    match class.as_str() {
        // A film elsewhere becomes a link to it.
        "video" => {
            inside.insert(0, format!("<{}>", argument.trim()));
            class = String::new();
        }
        "div" => {
            class = argument
                .split(['"', '\''])
                .nth(1)
                .and_then(|classes| classes.split_whitespace().find(|class| is_known(class)))
                .unwrap_or_default()
                .to_owned()
        }
        _ => {}
    }
    // A sentence behind the mark is no title but its first words.
    if title.chars().count() > 80 {
        inside.insert(0, std::mem::take(&mut title));
        inside.insert(1, String::new());
    }
    Some(Found { class, title, inside, end })
}

/// `<details>`, up to the `</details>` that closes it.
fn details(lines: &[String], code: &[bool], at: usize) -> Option<Found> {
    let line = &lines[at];
    if !line.trim_start().to_lowercase().starts_with("<details") {
        return None;
    }
    let end = closing(lines, code, at, "details")?;
    let indent = indent_of(line);
    let mut whole = vec![dedent(line, indent)];
    whole.extend(dedent_all(&lines[at + 1..=end], indent));
    let whole = whole.join("\n");
    let open = whole.find('>').map_or(whole.len(), |at| at + 1);
    let last = whole.to_lowercase().rfind("</details").unwrap_or(whole.len());
    let after = whole[last..].split_once('>').map_or("", |(_, rest)| rest).to_owned();
    let body = &whole[open..last.max(open)];
    let (title, body) = match (body.find("<summary"), body.find("</summary>")) {
        (Some(start), Some(stop)) if start < stop => {
            let head = body[start..stop].split_once('>').map_or("", |(_, title)| title);
            let rest = format!("{}{}", &body[..start], &body[stop + "</summary>".len()..]);
            // Code is no title.
            if head.contains("```") { (String::new(), format!("{head}\n\n{rest}")) } else { (head.to_owned(), rest) }
        }
        _ => (String::new(), body.to_owned()),
    };
    let title = html_writer::to_markdown(&title).trim().trim_start_matches('#').trim().replace('\n', " ");
    let mut inside: Vec<String> = body.lines().map(str::to_owned).collect();
    if !after.trim().is_empty() {
        inside.push(String::new());
        inside.push(after.trim().to_owned());
    }
    Some(Found { class: "details".into(), title, inside, end: end + 1 })
}

/// `<div class="alert alert-info">` and the like.
fn element(lines: &[String], code: &[bool], at: usize) -> Option<Found> {
    let line = lines[at].trim();
    let (tag, length) = html::tag(line)
        .filter(|(tag, _)| !tag.closes && ["div", "aside", "section", "blockquote"].contains(&tag.name.as_str()))?;
    let classes = tag.attribute("class")?.to_lowercase();
    let class = classes
        .split_whitespace()
        .map(|class| {
            ["alert-", "admonition-", "callout-", "bs-callout-", "box-"]
                .iter()
                .find_map(|start| class.strip_prefix(start))
                .unwrap_or(class)
        })
        .filter(|class| is_known(class))
        .max_by_key(|class| !["alert", "admonition", "callout"].contains(class))?;
    let end = closing(lines, code, at, &tag.name)?;
    let mut inside = vec![line[length..].to_owned()];
    if end == at {
        let (inner, after) = inside[0].rsplit_once("</")?;
        inside = vec![inner.to_owned(), after.split_once('>').map_or(String::new(), |(_, rest)| rest.to_owned())];
    } else {
        inside.extend(lines[at + 1..end].iter().cloned());
        let (before, after) = lines[end].rsplit_once("</")?;
        inside.push(before.to_owned());
        inside.push(after.split_once('>').map_or(String::new(), |(_, rest)| rest.to_owned()));
    }
    Some(Found { class: class.to_owned(), title: String::new(), inside, end: end + 1 })
}

/// The line where the element that begins at a line ends.
fn closing(lines: &[String], code: &[bool], at: usize, name: &str) -> Option<usize> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut depth = 0usize;
    (at..lines.len()).find(|at| {
        // Inside an element that holds Markdown, code is code only where fences or indentation say so.
        if code[*at] && !lines[*at].contains('<') {
            return false;
        }
        let lower = lines[*at].to_lowercase();
        depth += lower.matches(&open).count();
        depth = depth.saturating_sub(lower.matches(&close).count());
        depth == 0
    })
}
