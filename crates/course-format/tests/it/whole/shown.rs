//! What a learner sees of a unit, read from its HTML.

use course_format::Course;
use course_format::present::present;

/// A unit as it is seen.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its goal, plain.
    pub goal: String,
    /// Words as the house counts them.
    pub words: usize,
    /// Headings and titles, in order.
    pub headings: Vec<String>,
    /// What stands in `pre`.
    pub code: Vec<String>,
    /// Words outside code, a line for each element.
    pub prose: String,
    /// Words in `code` in a line.
    pub inline_code: String,
    /// Where links lead.
    pub links: Vec<String>,
    /// Where pictures are.
    pub pictures: Vec<String>,
    /// What pictures say.
    pub alternatives: String,
}

impl Shown {
    /// Words outside code, titles included.
    pub fn texts(&self) -> String {
        format!("{}\n{}\n{}\n{}", self.title, self.goal, self.headings.join("\n"), self.prose)
    }

    /// Every word there is.
    pub fn everything(&self) -> String {
        format!("{}\n{}\n{}\n{}", self.texts(), self.inline_code, self.code.join("\n"), self.alternatives)
    }
}

/// All units, in order.
pub fn units(course: &Course) -> Vec<Shown> {
    let locale = course.original();
    let keys: Vec<String> = course.units().map(|unit| unit.key.clone()).collect();
    let one = |key: &String| {
        let unit = present(course, key, locale, &|path: &str| format!("/m/{path}"))?;
        let mut shown = Shown { key: key.clone(), title: unit.title.clone(), words: unit.words, ..Shown::default() };
        let mut goal = Shown::default();
        html(&unit.goal, &mut goal);
        shown.goal = goal.prose;
        shown.links = goal.links;
        for block in &unit.blocks {
            shown.headings.push(block.title.clone());
            html(&block.html, &mut shown);
            for part in &block.parts {
                shown.headings.push(part.title.clone());
                html(&part.html, &mut shown);
            }
        }
        Some(shown)
    };
    keys.iter().filter_map(one).collect()
}

/// Reads the HTML that the renderer writes: always well formed, with quoted attributes.
fn html(html: &str, shown: &mut Shown) {
    let mut rest = html;
    let mut pre = 0;
    let mut code = 0;
    let mut heading: Option<String> = None;
    let mut block = String::new();
    while !rest.is_empty() {
        let Some(tag) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            let words = unescape(&rest[..end]);
            if pre > 0 {
                block.push_str(&words);
            } else if code > 0 {
                shown.inline_code.push_str(&words);
                shown.inline_code.push(' ');
                if let Some(heading) = &mut heading {
                    heading.push_str(&words);
                }
            } else {
                shown.prose.push_str(&words);
                if let Some(heading) = &mut heading {
                    heading.push_str(&words);
                }
            }
            rest = &rest[end..];
            continue;
        };
        let end = tag.find('>').unwrap_or(tag.len());
        let (inside, name) = (&tag[..end], tag.split([' ', '>', '/']).next().unwrap_or_default());
        match name {
            "pre" => pre += 1,
            "code" => code += 1,
            "h3" | "h4" | "h5" | "h6" => heading = Some(String::new()),
            "a" => shown.links.extend(attribute(inside, "href")),
            "img" => {
                shown.pictures.extend(attribute(inside, "src"));
                shown.alternatives.push_str(&attribute(inside, "alt").unwrap_or_default());
                shown.alternatives.push('\n');
            }
            "" => match &inside[1..] {
                "pre" => {
                    pre -= 1;
                    shown.code.push(std::mem::take(&mut block));
                }
                "code" => code -= 1,
                "h3" | "h4" | "h5" | "h6" => shown.headings.extend(heading.take()),
                _ => {}
            },
            _ => {}
        }
        let in_line = ["a", "em", "strong", "code", "del", "sup", "sub", "s", "b", "i"];
        if !in_line.contains(&name) && !in_line.contains(&inside.trim_start_matches('/')) && pre == 0 {
            shown.prose.push('\n');
        }
        rest = &tag[(end + 1).min(tag.len())..];
    }
}

fn attribute(inside: &str, name: &str) -> Option<String> {
    let (_, rest) = inside.split_once(&format!("{name}=\""))?;
    rest.split_once('"').map(|(value, _)| unescape(value))
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u{a0}")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
