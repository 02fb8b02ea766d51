//! What a bundle of lessons says about itself: title, language, licence, source, authors.

use std::collections::HashMap;

use serde_yaml_ng::Value;
use vocabulary::Locale;

use super::names::{humanise, plain_title, slug, words_of_name};
use super::notes::{Note, NoteKind};
use super::sources::{Gathered, HOLDERS, Page, Role};
use super::{language, licence, text, tidy};
use crate::folder::Files;
use crate::render::plain;

/// What could be found out.
#[derive(Clone, Debug)]
pub(super) struct About {
    pub locale: Locale,
    pub title: String,
    pub slug: String,
    /// One or two sentences, plain.
    pub summary: String,
    /// Markdown: what the front page says before its first heading.
    pub body: String,
    /// The whole front page.
    pub whole: String,
    /// The front page's path.
    pub page: String,
    pub licence: String,
    pub source: Option<String>,
    pub authors: Vec<String>,
    module_titles: HashMap<String, String>,
}

impl About {
    /// The title of a module: its front page's, the one that the course's front page gives, or one made of its name.
    pub(super) fn module_title(&self, folder: &str, own: Option<String>) -> String {
        let last = folder.rsplit('/').next().unwrap_or(folder);
        if let Some(title) = own.or_else(|| self.module_titles.get(folder).cloned()) {
            return title;
        }
        let [lessons, more, module] = match self.locale {
            Locale::Ca => ["Lliçons", "Més materials", "Mòdul"],
            Locale::Es => ["Lecciones", "Más materiales", "Módulo"],
            Locale::En => ["Lessons", "More material", "Module"],
        };
        match last {
            "" => lessons.to_owned(),
            name if HOLDERS.split(' ').any(|holder| holder == name) => lessons.to_owned(),
            "learners" | "extras" | "_extras" | "appendix" => more.to_owned(),
            // Pages that the table of contents has in no part.
            name if name.starts_with('\u{1}') => lessons.to_owned(),
            name if name.bytes().all(|b| b.is_ascii_digit()) => format!("{module} {name}"),
            name => humanise(name),
        }
    }
}

/// Finds out what can be found out.
pub(super) fn about(files: &Files, gathered: &Gathered, configs: &[Value], name: &str, notes: &mut Vec<Note>) -> About {
    let (root, pages) = (gathered.root.as_str(), gathered.pages.as_slice());
    let locale = locale(configs, gathered, name, notes);
    let front = front_page(pages);
    let raw = front.and_then(|page| files.get(&page.path)).map(|bytes| text::read(bytes).0);
    let body = raw.as_deref().map(intro).unwrap_or_default();
    let configured = |keys: &[&str]| keys.iter().find_map(|key| configs.iter().find_map(|config| told(config, key)));
    let own_title = front.filter(|page| page.titled).map(|page| page.title.clone()).filter(|title| {
        let lower = title.to_lowercase();
        !["readme", "index", "home", "introduction", "welcome", "overview"].contains(&lower.as_str())
    });
    let title = configured(&["title", "site_name", "projectName"])
        .map(|title| plain_title(&title))
        .or(own_title)
        .unwrap_or_else(|| words_of_name(plain_name(name)));
    let title = title
        .trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '¿' | '¡' | '«' | '"'))
        .trim()
        .to_owned();
    let title = if title.is_empty() { "Lessons".to_owned() } else { title };
    let mut summary = sentences(&plain(&tidy::plain(&body)));
    if summary.is_empty() {
        summary = configured(&["description", "site_description", "abstract", "tagline"])
            .map_or_else(|| title.clone(), |text| sentences(&text));
    }
    About {
        locale,
        slug: slug(&title, &slug(plain_name(name), "lessons")),
        title,
        summary,
        body,
        page: front.map(|page| page.path.clone()).unwrap_or_default(),
        licence: licence::licence(files, root, configs, pages),
        source: licence::source(configs, files, pages),
        authors: licence::authors(files, root, configs),
        module_titles: raw.as_deref().map(module_titles).unwrap_or_default(),
        whole: raw.unwrap_or_default(),
    }
}

/// The page that speaks of the whole: the one that lies highest, and of those the longest.
fn front_page(pages: &[Page]) -> Option<&Page> {
    let fronts = pages.iter().filter(|page| page.role == Role::Front);
    fronts.max_by_key(|page| (std::cmp::Reverse(page.inside.matches('/').count()), page.text.len()))
}

/// What a setting says, wherever its system puts it.
fn told(config: &Value, key: &str) -> Option<String> {
    let inner = ["book", "website", "site", "project"];
    let value = config
        .get(key)
        .or_else(|| inner.iter().find_map(|above| config.get(*above).and_then(|above| above.get(key))))?;
    let text = value.as_str()?.trim();
    let empty = text.is_empty()
        || text.contains("{{")
        || text.to_uppercase().contains("FIXME")
        || text.eq_ignore_ascii_case("lesson title");
    (!empty).then(|| text.to_owned())
}

/// The name of an archive without what tells its branch.
fn plain_name(name: &str) -> &str {
    ["-main", "-master", "-gh-pages", "-trunk", "-develop"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name)
}

/// The settings that the systems of others keep beside their pages, the more telling first.
pub(super) fn configs(files: &Files, root: &str) -> Vec<Value> {
    let yaml = [
        "config.yaml",
        "_config.yml",
        "mkdocs.yml",
        "mkdocs.yaml",
        "_quarto.yml",
        "_config.yaml",
        "meta.yml",
        "en/meta.yml",
        "CITATION.cff",
        "_bookdown.yml",
    ];
    let mut found: Vec<Value> = Vec::new();
    let read = |name: &str| files.get(&format!("{root}{name}")).map(|bytes| text::read(bytes).0);
    for name in yaml {
        let Some(text) = read(name) else { continue };
        let text: String = text
            .lines()
            .filter(|line| !line.contains("!!python") && !line.contains("!ENV"))
            .map(|line| format!("{line}\n"))
            .collect();
        let parsed = serde_yaml_ng::from_str::<Value>(&text).ok().filter(Value::is_mapping);
        // What is no YAML may still have lines that can be read.
        found.extend(
            parsed.or_else(|| Some(super::front::matter(&format!("---\n{text}---\n")).0).filter(Value::is_mapping)),
        );
    }
    for name in ["book.toml", "hugo.toml", "config.toml", "config/_default/config.toml", "config/_default/hugo.toml"] {
        found.extend(read(name).and_then(|text| toml::from_str::<Value>(&text).ok()));
    }
    for name in ["book.json", "package.json", "course.json"] {
        let value = read(name).and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok());
        let mut value = value.and_then(|value| serde_yaml_ng::to_value(value).ok());
        // The name of a package is no title.
        if name == "package.json"
            && let Some(map) = value.as_mut().and_then(Value::as_mapping_mut)
        {
            map.retain(|key, _| {
                ["license", "repository", "homepage", "author"].iter().any(|name| key.as_str() == Some(name))
            });
        }
        found.extend(value);
    }
    for name in [
        "docusaurus.config.js",
        "docusaurus.config.ts",
        "conf.py",
        "docs/conf.py",
        "content/conf.py",
        "docs/.vitepress/config.js",
    ] {
        found.extend(read(name).as_deref().and_then(assignments));
    }
    found
}

/// `title: 'x',` and `project = "x"` of settings that are programs.
fn assignments(text: &str) -> Option<Value> {
    let mut map = serde_yaml_ng::Mapping::new();
    for line in text.lines() {
        for (name, key) in [
            ("title", "title"),
            ("tagline", "tagline"),
            ("project", "title"),
            ("author", "author"),
            ("language", "language"),
            ("url", "url"),
        ] {
            let rest = line
                .trim_start()
                .strip_prefix(name)
                .map(str::trim_start)
                .and_then(|rest| rest.strip_prefix([':', '=']));
            let Some(rest) = rest.map(str::trim_start) else { continue };
            let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else { continue };
            if let Some(value) =
                rest[1..].split(quote).next().filter(|value| !value.is_empty() && !map.contains_key(key))
            {
                map.insert(Value::from(key), Value::from(value));
            }
        }
    }
    (!map.is_empty()).then_some(Value::Mapping(map))
}

/// The language that the settings or the name of the lessons speak of.
pub(super) fn wanted(configs: &[Value], name: &str) -> Option<String> {
    let told = ["lang", "language", "locale"].iter().find_map(|key| {
        configs
            .iter()
            .find_map(|config| told(config, key).or_else(|| config.get("theme").and_then(|theme| told(theme, key))))
    });
    let main = |tag: &str| tag.split(['-', '_', '.']).next().unwrap_or_default().to_lowercase();
    let by_name = plain_name(name)
        .rsplit(['-', '_', '.'])
        .next()
        .map(str::to_lowercase)
        .filter(|part| ["en", "es", "ca"].contains(&part.as_str()));
    by_name.or_else(|| told.as_deref().map(main).filter(|tag| tag.len() == 2))
}

fn locale(configs: &[Value], gathered: &Gathered, name: &str, notes: &mut Vec<Note>) -> Locale {
    let prose: String = gathered.pages.iter().flat_map(|page| page.text.chars().take(4000).chain(['\n'])).collect();
    let told = gathered.language.clone().or_else(|| wanted(configs, name));
    // What the texts themselves say counts more than what is said of them.
    let guess = language::guess(&tidy::prose(&prose));
    match guess {
        language::Guess::Spoken(locale) => locale,
        language::Guess::Other(tag) => {
            notes.push(Note::new(
                NoteKind::OtherLanguage,
                front_page(&gathered.pages).or(gathered.pages.first()).map_or("", |page| &page.path),
                tag,
            ));
            Locale::En
        }
        language::Guess::Unsure => told.and_then(|tag| tag.parse().ok()).unwrap_or_default(),
    }
}

/// What a page says between its first heading, or its beginning, and the next heading; where that is nothing but
/// pictures, what it says below the next.
fn intro(text: &str) -> String {
    let (_, text) = super::front::matter(text);
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let code = super::code::code_lines(&lines);
    let is_heading =
        |at: usize| !code[at] && lines[at].starts_with('#') && lines[at].trim_start_matches('#').starts_with(' ');
    let headings: Vec<usize> = (0..lines.len()).filter(|at| is_heading(*at)).collect();
    let first = headings.iter().copied().find(|at| lines[*at].starts_with("# "));
    let from = first.map_or(0, |at| at + 1);
    let mut parts = Vec::new();
    let mut start = from;
    for end in headings.iter().copied().filter(|at| *at >= from).chain([lines.len()]) {
        let mut kept: Vec<&str> = lines[start.min(end)..end].iter().map(String::as_str).collect();
        // A box that opens just above the next heading belongs to that heading.
        while kept.last().is_some_and(|line| line.trim().is_empty() || line.trim_start().starts_with(":::")) {
            kept.pop();
        }
        parts.push(kept.join("\n"));
        start = end + 1;
    }
    let says = |part: &&String| plain(&tidy::plain(part)).split_whitespace().count() >= 8;
    parts.iter().take(4).find(says).or(parts.first()).cloned().unwrap_or_default()
}

/// The first two sentences of a text, if they are not too long.
fn sentences(text: &str) -> String {
    let mut out = String::new();
    for piece in text.split_inclusive(['.', '!', '?']).take(2) {
        if !out.is_empty() && out.chars().count() + piece.chars().count() > 400 {
            break;
        }
        out.push_str(piece);
    }
    out.trim().chars().take(600).collect()
}

/// Names of modules in a table of the front page, whose rows begin with the number of a lesson: `| 1.1 | Basics | … |`.
fn module_titles(text: &str) -> HashMap<String, String> {
    let mut titles = HashMap::new();
    for line in text.lines().filter(|line| line.trim_start().starts_with('|')) {
        let cells: Vec<String> = line.trim().trim_matches('|').split('|').map(plain).collect();
        let [number, title, ..] = &cells[..] else { continue };
        let module = number.split_once('.').filter(|(m, l)| {
            let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            digits(m) && digits(l)
        });
        if let Some((module, _)) = module.filter(|_| !title.trim().is_empty()) {
            titles.entry(module.to_owned()).or_insert_with(|| title.trim().to_owned());
        }
    }
    titles
}
