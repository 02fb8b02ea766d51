//! Writes the little HTML that lessons hold as Markdown.

use super::html::{Tag, decode, name_of, tag, watched};
use crate::folder::sections::Fences;

/// A piece of HTML as Markdown.
pub(super) fn to_markdown(html: &str) -> String {
    let mut writer = Writer::default();
    let mut rest = html;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end + 3..]);
            continue;
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
            continue;
        }
        match tag(rest) {
            Some((found, length)) => {
                writer.tag(&found);
                rest = &rest[length..];
            }
            None => {
                writer.letter(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    writer.finish()
}

/// Writes Markdown as tags and letters come.
#[derive(Default)]
struct Writer {
    out: String,
    /// The element whose content is not for readers.
    hidden: Option<String>,
    /// What `pre` holds so far, and its language.
    code: Option<(String, String)>,
    /// The links that are open: their address, and where their words begin.
    links: Vec<(String, usize)>,
    /// The lists that are open: the number of the next item, or none.
    lists: Vec<Option<usize>>,
    first_row: bool,
    in_table: bool,
    cells: usize,
    in_code: bool,
}

impl Writer {
    fn letter(&mut self, c: char) {
        if self.hidden.is_some() {
            return;
        }
        if let Some((code, _)) = &mut self.code {
            code.push(c);
            return;
        }
        // White space between the tags of a table is none of its words.
        let in_markup =
            c.is_whitespace() && (self.out.ends_with('|') && !self.out.ends_with("\\|") || self.out.ends_with("| "));
        match c {
            _ if in_markup => {}
            '|' if self.in_table => self.out.push_str("\\|"),
            '\n' if self.in_table && self.cells > 0 => self.out.push(' '),
            c => self.out.push(c),
        }
    }

    fn tag(&mut self, found: &Tag) {
        let name = found.name.as_str();
        if let Some(until) = &self.hidden {
            if found.closes && until == name {
                self.hidden = None;
            }
            return;
        }
        if let Some((_, language)) = &mut self.code {
            match (name, found.closes) {
                ("pre", true) => self.end_code(),
                ("code", false) => {
                    if let Some(class) = found.attribute("class") {
                        class
                            .trim_start_matches("language-")
                            .split(' ')
                            .next()
                            .unwrap_or_default()
                            .clone_into(language);
                    }
                }
                ("br", _) => self.letter('\n'),
                _ => {}
            }
            return;
        }
        let cell = self.in_table && self.cells > 0;
        match (name, found.closes) {
            ("script" | "style" | "svg" | "object" | "noscript" | "head", false) => {
                self.hidden = Some(found.name.clone())
            }
            ("br", _) if cell => self.out.push(' '),
            ("br", _) => self.out.push_str("  \n"),
            ("hr", _) => self.out.push_str("\n\n---\n\n"),
            ("b" | "strong", closes) => self.mark("**", closes),
            ("i" | "em" | "var" | "cite", closes) => self.mark("*", closes),
            ("code" | "kbd" | "tt" | "samp", closes) => {
                if closes && self.in_code {
                    let at = self.out.rfind('`').unwrap_or(0);
                    let words = decode(&self.out[at + 1..]);
                    self.out.truncate(at);
                    let fence = if words.contains('`') { "``" } else { "`" };
                    self.out.push_str(&format!("{fence}{words}{fence}"));
                    self.in_code = false;
                } else if !closes && !self.in_code {
                    self.out.push('`');
                    self.in_code = true;
                }
            }
            ("pre", false) => self.code = Some((String::new(), String::new())),
            ("a", false) => {
                let url = found.attribute("href").unwrap_or_default();
                if !url.is_empty() {
                    self.out.push('[');
                }
                self.links.push((url, self.out.len()));
            }
            ("a", true) => {
                if let Some((url, from)) = self.links.pop().filter(|(url, _)| !url.is_empty()) {
                    // A link is one line, whatever elements stand in it.
                    let words = self.out.split_off(from.min(self.out.len()));
                    let words = if words.contains('\n') {
                        words.split_whitespace().collect::<Vec<_>>().join(" ")
                    } else {
                        words
                    };
                    self.out.push_str(&format!("{words}](<{url}>)"));
                }
            }
            ("img", _) => {
                let words = found.attribute("alt").unwrap_or_default().replace(['[', ']', '\n'], " ");
                self.out.push_str(&format!("![{words}](<{}>)", found.attribute("src").unwrap_or_default()));
            }
            ("iframe" | "video" | "audio" | "source" | "embed", false) => {
                if let Some(url) = found.attribute("src").filter(|url| !url.is_empty()) {
                    let words = found.attribute("title").unwrap_or_else(|| name_of(&url));
                    self.out.push_str(&format!(" [{words}](<{}>) ", watched(&url)));
                }
                if name == "iframe" {
                    self.hidden = Some("iframe".into());
                }
            }
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", closes) if cell => self.mark("**", closes),
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", false) => {
                let level = name.as_bytes().get(1).map_or(3, |digit| usize::from(digit - b'0'));
                self.out.push_str(&format!("\n\n{} ", "#".repeat(level)));
            }
            ("ul" | "ol", false) => self.lists.push((name == "ol").then_some(1)),
            ("ul" | "ol", true) => {
                self.lists.pop();
                self.out.push_str(if cell { " " } else { "\n\n" });
            }
            ("li", false) if cell => {
                self.trim();
                self.out.push_str(" • ");
            }
            ("li", false) => {
                let indent = "    ".repeat(self.lists.len().saturating_sub(1));
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".into(),
                };
                self.trim();
                self.out.push_str(&format!("\n{indent}{mark}"));
            }
            ("dt", closes) => {
                if !closes {
                    self.out.push_str("\n\n");
                }
                self.mark("**", closes);
            }
            ("dd", false) => self.out.push_str("\n\n"),
            ("table", false) => {
                self.first_row = true;
                self.in_table = true;
                self.out.push_str("\n\n");
            }
            ("table", true) => {
                self.in_table = false;
                self.out.push_str("\n\n");
            }
            ("tr", false) => {
                self.cells = 0;
                self.trim();
                self.out.push_str(if self.first_row { "\n\n|" } else { "\n|" });
            }
            ("td" | "th", false) => {
                self.cells += 1;
                self.trim();
                self.out.push(' ');
            }
            ("td" | "th", true) => {
                self.trim();
                self.out.push_str(" |");
            }
            ("tr", true) => {
                if self.first_row && self.cells > 0 {
                    self.first_row = false;
                    self.out.push_str(&format!("\n|{}", " --- |".repeat(self.cells)));
                }
                self.cells = 0;
            }
            ("thead" | "tbody" | "tfoot" | "colgroup" | "col", _) => {}
            ("sub" | "sup", false) => self.out.push(if name == "sup" { '^' } else { '_' }),
            (
                "p" | "div" | "section" | "figure" | "figcaption" | "blockquote" | "center" | "article" | "aside"
                | "caption" | "summary" | "details" | "dl" | "form" | "button" | "header" | "footer" | "main" | "nav",
                _,
            ) if cell => self.out.push(' '),
            (
                "p" | "div" | "section" | "figure" | "figcaption" | "blockquote" | "center" | "article" | "aside"
                | "caption" | "summary" | "details" | "dl" | "dd" | "form" | "button" | "header" | "footer" | "main"
                | "nav" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6",
                _,
            ) => self.out.push_str("\n\n"),
            _ => {}
        }
    }

    /// A mark around words: no blank stands between it and them.
    fn mark(&mut self, mark: &str, closes: bool) {
        if closes {
            self.trim_blanks();
        }
        self.out.push_str(mark);
    }

    fn trim(&mut self) {
        self.out.truncate(self.out.trim_end().len());
    }

    fn trim_blanks(&mut self) {
        self.out.truncate(self.out.trim_end_matches([' ', '\n']).len());
    }

    fn end_code(&mut self) {
        let Some((code, language)) = self.code.take() else { return };
        let code = decode(code.strip_prefix('\n').unwrap_or(&code));
        if self.in_table && self.cells > 0 {
            // A cell holds no block of code: its lines stand one after the other.
            for line in code.lines().filter(|line| !line.trim().is_empty()) {
                self.out.push_str(&format!(" `{}` ", line.trim().replace('|', "\\|")));
            }
            return;
        }
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat((longest + 1).max(3));
        self.out.push_str(&format!("\n\n{fence}{language}\n{}\n{fence}\n\n", code.trim_end_matches('\n')));
    }

    fn finish(mut self) -> String {
        self.end_code();
        let mut fences = Fences::default();
        let mut lines = Vec::new();
        for line in self.out.lines() {
            let code = fences.takes(line);
            let item = line.trim_start();
            let listed = item.starts_with("- ")
                || item.split_once(". ").is_some_and(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()));
            lines.push(if code || listed { line } else { item });
        }
        lines.join("\n").trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::to_markdown;

    #[test]
    fn tables_links_and_pictures_become_markdown() {
        let html = "<table class=\"x\">\n  <tr>\n    <th> a </th>\n    <th> b </th>\n  </tr>\n  <tr>\n    <td>1</td>\n    <td>2</td>\n  </tr>\n</table>";
        assert_eq!(to_markdown(html), "| a | b |\n| --- | --- |\n| 1 | 2 |");
        assert_eq!(to_markdown("<p>See <a href='x.md'>this</a>.</p>"), "See [this](<x.md>).");
        assert_eq!(to_markdown("<img alt=\"A\" src=\"a.png\" width=\"3\"/>"), "![A](<a.png>)");
        assert_eq!(to_markdown("<!-- no --><script>no</script>yes"), "yes");
    }

    #[test]
    fn code_lists_and_films_keep_what_they_say() {
        assert_eq!(
            to_markdown("<pre><code class=\"language-c\">if (a &lt; b)\n    x();\n</code></pre>"),
            "```c\nif (a < b)\n    x();\n```"
        );
        assert_eq!(to_markdown("<ol><li>A<ul><li>B</li></ul></li><li>C</li></ol>"), "1. A\n    - B\n2. C");
        assert_eq!(
            to_markdown("<iframe src=\"https://www.youtube.com/embed/abc?x=1\" title=\"A film\"></iframe>"),
            "[A film](<https://www.youtube.com/watch?v=abc>)"
        );
        assert_eq!(
            to_markdown("<table><tr><td>a|b</td><td><ul><li>c</li></ul></td></tr></table>"),
            "| a\\|b | • c |\n| --- | --- |"
        );
    }
}
