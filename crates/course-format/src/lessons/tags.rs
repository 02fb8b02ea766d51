//! Takes the marks of other systems out of Markdown, line by line: Liquid and Hugo tags, Kramdown and Pandoc attributes,
//! definition lists. Code is never touched.

use super::code::code_lines;

/// Liquid and Hugo tags, attributes and definition lists, outside code. What another system runs becomes plain code.
pub(super) fn without_tags(lines: &[String], removed: &mut Vec<String>) -> Vec<String> {
    let code = code_lines(lines);
    let mut out: Vec<String> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if code[at] {
            let first = at == 0 || !code[at - 1] || line.contains("```");
            out.push(if first { plain_chunk(line) } else { line.clone() });
            continue;
        }
        let cleaned = clean_line(&wiki_links(line), removed);
        if cleaned.trim().is_empty() && !line.trim().is_empty() {
            continue;
        }
        out.push(cleaned);
    }
    out
}

/// The first line of a piece of code that another system runs (`{r, echo=FALSE}`, `{code-cell} python`, `js [file.js]`)
/// with nothing but its language.
fn plain_chunk(line: &str) -> String {
    let start = line.find("```").unwrap_or(line.len());
    let (before, rest) = line.split_at(start);
    if !before.chars().all(|c| c.is_whitespace() || ">-*+.0123456789)".contains(c)) {
        return line.to_owned();
    }
    let (mark, rest) = rest.split_at(rest.bytes().take_while(|b| *b == b'`').count());
    let Some((inside, after)) = rest.trim_start().strip_prefix('{').and_then(|rest| rest.split_once('}')) else {
        return line.to_owned();
    };
    let directive = matches!(inside, "code-cell" | "code-block" | "code" | "sourcecode");
    let name = if directive { after.trim() } else { inside.trim_start_matches(['.', '#', '=']) };
    let language: String = name.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '+' | '#' | '-')).collect();
    format!("{before}{mark}{language}")
}

/// A line without tags and attributes, its pieces of code left alone.
fn clean_line(line: &str, removed: &mut Vec<String>) -> String {
    // What stands behind the colons of a fence names the box; it is read there.
    if !line.contains(['{', '}']) || line.trim_start().starts_with(":::") {
        return line.to_owned();
    }
    let whole = whole_tags(line, removed);
    let mut out = String::new();
    let mut rest = whole.as_str();
    loop {
        let Some(start) = rest.find('`') else {
            strip(rest, &mut out, removed);
            return out;
        };
        let run = rest[start..].bytes().take_while(|b| *b == b'`').count();
        let fence = "`".repeat(run);
        strip(&rest[..start], &mut out, removed);
        let after = &rest[start + run..];
        match after.find(&fence) {
            Some(end) => {
                match role(&mut out) {
                    // The words of a role are words: `{term}` and `{doc}` before a piece of code.
                    Some(_) => {
                        let words = after[..end].trim();
                        out.push_str(
                            words
                                .split_once(" <")
                                .filter(|_| words.ends_with('>'))
                                .map_or(words, |(words, _)| words)
                                .trim_start_matches('~'),
                        );
                    }
                    None => out.push_str(&rest[start..start + run + end + run]),
                }
                rest = &after[end + run..];
            }
            None => {
                out.push_str(&fence);
                rest = after;
            }
        }
    }
}

/// `[[Page]]`, `[[Page|words]]` and `![[picture.png]]` as links and pictures of Markdown.
fn wiki_links(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(start) = rest.find("[[") {
        let (before, here) = rest.split_at(start);
        let inner = here[2..].split_once("]]").map(|(inner, _)| inner);
        let is_link = |inner: &&str| {
            let odd = inner.is_empty()
                || inner.starts_with([' ', '[', '_'])
                || inner.ends_with(' ')
                || inner.contains(['[', ']', '<', '"', '$']);
            !odd && !here[inner.len() + 4..].starts_with(['(', '['])
        };
        let in_code = (out.matches('`').count() + before.matches('`').count()) % 2 == 1;
        out.push_str(before);
        match inner.filter(is_link).filter(|_| !in_code) {
            Some(inner) => {
                let (target, words) = inner.split_once('|').unwrap_or((inner, ""));
                // What stands behind the bar of a picture may be its width alone: its name is its words then.
                let width = words.bytes().all(|b| b.is_ascii_digit() || b == b'x');
                let words = match words {
                    _ if out.ends_with('!') && width => target.rsplit('/').next().unwrap_or(target).to_owned(),
                    "" => target.trim_start_matches('#').replace('#', ": "),
                    words => words.to_owned(),
                };
                out.push_str(&format!("[{words}](<{target}>)"));
                rest = &here[inner.len() + 4..];
            }
            None => {
                out.push_str("[[");
                rest = &here[2..];
            }
        }
    }
    out + rest
}

/// Takes the role away that stands just before a piece of code, and names it.
fn role(out: &mut String) -> Option<String> {
    let open = out.strip_suffix('}')?.rfind('{')?;
    let name = out[open + 1..out.len() - 1].to_owned();
    let known = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || matches!(c, ':' | '-' | '.'));
    // What is code for these systems too stays code.
    let code = [
        "code", "file", "kbd", "command", "program", "math", "samp", "option", "func", "class", "meth", "mod", "envvar",
    ];
    if !known {
        return None;
    }
    out.truncate(open);
    (!code.contains(&name.as_str())).then_some(name)
}

/// A line without tags that begin outside code, whatever stands inside them.
fn whole_tags(line: &str, removed: &mut Vec<String>) -> String {
    let mut out = String::new();
    let mut rest = line;
    loop {
        let found = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")]
            .iter()
            .filter_map(|(open, close)| {
                let start = rest.find(open)?;
                let end = start + rest[start..].find(close)? + close.len();
                Some((start, end))
            })
            .min();
        let Some((start, end)) = found.filter(|(start, end)| {
            rest[..*start].matches('`').count().is_multiple_of(2) && rest[*start..*end].contains('`')
        }) else {
            out.push_str(rest);
            return out;
        };
        out.push_str(&rest[..start]);
        removed.push(rest[start..end].to_owned());
        rest = &rest[end..];
    }
}

/// The marks that open a tag of another system, and those that close it.
const TAGS: [(&str, &str); 4] = [("{%", "%}"), ("{{", "}}"), ("{:", "}"), ("{", "}")];

fn strip(text: &str, out: &mut String, removed: &mut Vec<String>) {
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        out.push_str(&rest[..start]);
        let here = &rest[start..];
        let found = TAGS.iter().find(|(open, _)| here.starts_with(open));
        let end = found.and_then(|(open, close)| {
            here[open.len()..].find(close).map(|at| (open, at, at + open.len() + close.len()))
        });
        let Some((open, at, length)) = end else {
            // What is never closed goes as far as its mark, unless it is a mere brace.
            let mark = found.map_or(1, |(open, _)| open.len());
            if mark == 1 {
                out.push('{');
            } else {
                removed.push(here.chars().take(40).collect());
            }
            rest = &here[mark..];
            continue;
        };
        let inner = here[open.len()..open.len() + at].trim();
        if *open == "{" {
            if !is_attributes(inner) {
                out.push('{');
                rest = &here[1..];
                continue;
            }
            attributes(inner, out);
        } else {
            removed.push(here[..length].to_owned());
            if let Some(literal) = literal(inner) {
                out.push_str(literal);
            }
        }
        rest = &here[length..];
    }
    out.push_str(rest);
}

/// The words or address that a tag would have put in its place, where it says them itself.
fn literal(inner: &str) -> Option<&str> {
    if let Some(path) = inner.strip_prefix("link ") {
        return Some(path.trim());
    }
    let quote = inner.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    inner[1..].split_once(quote).map(|(literal, _)| literal)
}

/// True for Pandoc's attributes: `#id`, `.class`, `key=value`.
fn is_attributes(inner: &str) -> bool {
    let first = inner.split_whitespace().next().unwrap_or_default();
    let named = first.split_once('=').is_some_and(|(key, _)| {
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    });
    let marked = first.len() > 1 && (first.starts_with('#') || first.starts_with('.')) && !first.contains(['(', ';']);
    named || marked
}

/// Takes attributes away from what stands before them; an alternative text among them is put where it belongs.
fn attributes(inner: &str, out: &mut String) {
    if out.ends_with(']')
        && let Some(open) = out.rfind('[')
        && !out[..open].ends_with('!')
    {
        // A span: `[term]{#term}` is its words.
        out.pop();
        out.remove(open);
    } else if out.ends_with(')')
        && let Some(at) = out.rfind("![](")
        && let Some(alt) = inner.split_once("alt=").map(|(_, rest)| rest)
    {
        let quote = alt.chars().next().filter(|c| matches!(c, '"' | '\''));
        let words = match quote {
            Some(quote) => alt[1..].rsplit_once(quote).map_or(&alt[1..], |(words, _)| words),
            None => alt.split_whitespace().next().unwrap_or_default(),
        };
        out.insert_str(at + 2, &words.replace(['[', ']'], ""));
    } else {
        out.truncate(out.trim_end().len());
    }
}

/// A text without attributes and tags: for titles.
pub(super) fn without_attributes(text: &str) -> String {
    clean_line(text, &mut Vec::new())
}

/// What stands after the colons of a fence.
pub(super) fn fence_mark(line: &str) -> Option<&str> {
    let rest = line.trim().strip_prefix(":::")?;
    Some(rest.trim_matches(':').trim())
}

#[cfg(test)]
mod tests {
    use super::{clean_line, wiki_links};

    #[test]
    fn links_of_wikis_become_links() {
        assert_eq!(
            wiki_links("See [[My page]] and [[Other#Part|that]]."),
            "See [My page](<My page>) and [that](<Other#Part>)."
        );
        assert_eq!(wiki_links("![[map.png|300]]"), "![map.png](<map.png>)");
        assert_eq!(wiki_links("![[img/map.png]]"), "![map.png](<img/map.png>)");
        assert_eq!(wiki_links("![[map.png|Where we are]]"), "![Where we are](<map.png>)");
        for same in ["if [[ -f x ]]; then", "`[[Page]]`", "[[1]](https://example.org)", "[[a][b]]"] {
            assert_eq!(wiki_links(same), same);
        }
    }

    #[test]
    fn roles_and_tags_with_code_in_them_go() {
        let clean = |line: &str| clean_line(line, &mut Vec::new());
        assert_eq!(clean("The {term}`upstream` and {doc}`the page <page>`."), "The upstream and the page.");
        assert_eq!(clean("Press {kbd}`Enter`, keep `{x}`."), "Press `Enter`, keep `{x}`.");
        assert_eq!(clean("{{< quiz question=\"What does `ls` do?\" >}} On."), " On.");
        assert_eq!(clean("`{% x %}` stays"), "`{% x %}` stays");
    }
}
