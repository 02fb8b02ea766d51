//! Text files: a row of sections, each with a heading that ends in an anchor. Headings without an anchor, and
//! anything inside a block of code, belong to the text.

/// A section as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawSection {
    /// The number of `#`.
    pub level: u8,
    /// What stands between `{#` and `}`.
    pub anchor: String,
    /// The words of the heading.
    pub title: String,
    /// The text below it, normalised.
    pub body: String,
    /// The line of the heading, from 1.
    pub line: usize,
}

/// A text file taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sections {
    /// What stands above the first section, normalised.
    pub before: String,
    /// The sections in their order.
    pub list: Vec<RawSection>,
    /// The line where a block of code begins that never ends.
    pub unclosed: Option<usize>,
}

/// Follows fences of code through the lines of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fences {
    open: Option<(char, usize)>,
}

impl Fences {
    /// Takes the next line and tells whether it belongs to a block of code, its fences included.
    pub(crate) fn takes(&mut self, line: &str) -> bool {
        let trimmed = line.trim_start();
        let mark = trimmed.chars().next().filter(|c| matches!(c, '`' | '~'));
        let length = mark.map_or(0, |mark| trimmed.chars().take_while(|c| *c == mark).count());
        match self.open {
            Some((open, least)) => {
                let rest = &trimmed[length.min(trimmed.len())..];
                if mark == Some(open) && length >= least && rest.trim().is_empty() {
                    self.open = None;
                }
                true
            }
            None => {
                let Some(mark) = mark.filter(|_| length >= 3) else { return false };
                // A row of backticks with another backtick after it is a piece of code inside a line.
                if mark == '`' && trimmed[length..].contains('`') {
                    return false;
                }
                self.open = Some((mark, length));
                true
            }
        }
    }

    /// The fence that would close the block of code that is open.
    pub(crate) fn closing(&self) -> Option<String> {
        self.open.map(|(mark, length)| mark.to_string().repeat(length))
    }
}

/// The level, title and anchor of a line that begins a section.
pub(crate) fn heading(line: &str) -> Option<(u8, &str, &str)> {
    let line = line.trim_end();
    let level = line.bytes().take_while(|b| *b == b'#').count();
    if !(1..=6).contains(&level) {
        return None;
    }
    let rest = line[level..].strip_prefix([' ', '\t'])?;
    let inner = rest.strip_suffix('}')?;
    let start = inner.rfind("{#")?;
    let (title, anchor) = (&inner[..start], &inner[start + 2..]);
    let clean = !anchor.is_empty() && !anchor.contains(|c: char| c.is_whitespace() || c == '{' || c == '}');
    if !clean || title.ends_with('\\') {
        return None;
    }
    u8::try_from(level).ok().map(|level| (level, title.trim(), anchor))
}

/// Takes a text file apart.
pub(crate) fn parse(text: &str) -> Sections {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let mut sections = Sections::default();
    let mut fences = Fences::default();
    let mut opened_at = 0;
    let mut body = String::new();
    let close = |body: &mut String, sections: &mut Sections| {
        let text = normalise_body(body);
        body.clear();
        match sections.list.last_mut() {
            Some(section) => section.body = text,
            None => sections.before = text,
        }
    };
    for (index, line) in text.split('\n').enumerate() {
        let was_open = fences.open.is_some();
        let in_code = fences.takes(line);
        if !was_open && fences.open.is_some() {
            opened_at = index + 1;
        }
        match heading(line).filter(|_| !in_code) {
            Some((level, title, anchor)) => {
                close(&mut body, &mut sections);
                sections.list.push(RawSection {
                    level,
                    anchor: anchor.to_owned(),
                    title: title.to_owned(),
                    body: String::new(),
                    line: index + 1,
                });
            }
            None => {
                body.push_str(line);
                body.push('\n');
            }
        }
    }
    close(&mut body, &mut sections);
    sections.unclosed = fences.open.map(|_| opened_at);
    sections
}

/// A body in its canonical form: `\n` at line ends, no blank lines around it, no blanks at line ends but the two that
/// break a line, every block of code closed, and no line that could be taken for the heading of a section.
pub(crate) fn normalise_body(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut fences = Fences::default();
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        if fences.takes(line) {
            lines.push(line.to_owned());
            continue;
        }
        let trimmed = line.trim_end_matches([' ', '\t']);
        let broken = !trimmed.is_empty() && line.ends_with("  ");
        let mut kept = match (heading(trimmed), trimmed.rfind("{#")) {
            (Some(_), Some(at)) => format!("{}\\{}", &trimmed[..at], &trimmed[at..]),
            _ => trimmed.to_owned(),
        };
        if broken {
            kept.push_str("  ");
        }
        lines.push(kept);
    }
    let blank = |line: &String| line.trim().is_empty();
    let first = lines.iter().position(|line| !blank(line)).unwrap_or(lines.len());
    let last = lines.iter().rposition(|line| !blank(line)).map_or(first, |at| at + 1);
    let mut kept: Vec<String> = lines[first..last].to_vec();
    // A break at the very end of a text breaks nothing.
    let open = fences.closing();
    if let (Some(line), None) = (kept.last_mut(), &open) {
        line.truncate(line.trim_end_matches([' ', '\t']).len());
    }
    kept.extend(open);
    kept.join("\n")
}

/// A title in its canonical form: one line, single blanks.
pub(crate) fn normalise_title(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{heading, normalise_body, parse};

    #[test]
    fn headings_with_anchors_begin_sections() {
        assert_eq!(heading("## What is it? {#first}"), Some((2, "What is it?", "first")));
        assert_eq!(heading("## {#intro}  "), Some((2, "", "intro")));
        assert_eq!(heading("## Plain"), None);
        assert_eq!(heading("##Close {#x}"), None);
        assert_eq!(heading("## Kept as text \\{#x}"), None);
    }

    #[test]
    fn code_holds_no_section() {
        let sections = parse("# T {#unit}\r\n\r\nBody\r\n\r\n```\r\n## no {#no}\r\n```\r\n\r\n## {#a}\r\nx\r\n");
        let anchors: Vec<&str> = sections.list.iter().map(|s| s.anchor.as_str()).collect();
        assert_eq!(anchors, ["unit", "a"]);
        assert_eq!(sections.list[0].body, "Body\n\n```\n## no {#no}\n```");
        assert_eq!(sections.list[1].line, 9);
    }

    #[test]
    fn code_that_never_ends_is_found() {
        let sections = parse("# T {#unit}\n\n~~~sh\nls\n\n## {#lost}\n");
        assert_eq!(sections.unclosed, Some(3));
        assert_eq!(sections.list[0].body, "~~~sh\nls\n\n## {#lost}\n~~~");
    }

    #[test]
    fn bodies_are_normalised_without_loss() {
        assert_eq!(normalise_body("\n\n  a   \nb \t\n\nc  \n\n"), "  a  \nb\n\nc");
        assert_eq!(normalise_body("## Mine {#x}"), "## Mine \\{#x}");
        let twice = normalise_body(&normalise_body("## Mine {#x}\n```\ncode  "));
        assert_eq!(twice, "## Mine \\{#x}\n```\ncode  \n```");
    }
}
