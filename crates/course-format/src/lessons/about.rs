//! What a bundle of lessons says about itself: title, language, licence, source, authors.

use std::collections::HashMap;

use serde_yaml_ng::Value;
use vocabulary::Locale;

use super::sources::{HOLDERS, Page, Role, humanise, plain_title, slug};
use super::{language, tidy};
use crate::folder::Files;
use crate::folder::sections::Fences;
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
        if let Some(title) = own.or_else(|| self.module_titles.get(folder).cloned()) {
            return title;
        }
        let [lessons, more, module] = match self.locale {
            Locale::Ca => ["Lliçons", "Més materials", "Mòdul"],
            Locale::Es => ["Lecciones", "Más materiales", "Módulo"],
            Locale::En => ["Lessons", "More material", "Module"],
        };
        match folder {
            "" => lessons.to_owned(),
            name if HOLDERS.contains(&name) => lessons.to_owned(),
            "learners" | "extras" | "_extras" | "appendix" => more.to_owned(),
            name if name.bytes().all(|b| b.is_ascii_digit()) => format!("{module} {name}"),
            name => humanise(name),
        }
    }
}

/// Finds out what can be found out.
pub(super) fn about(files: &Files, root: &str, pages: &[Page], name: &str) -> About {
    let config = config(files, root);
    let locale = locale(&config, pages, name);
    let front = pages.iter().filter(|page| page.role == Role::Front).max_by_key(|page| page.text.len());
    let raw = front.and_then(|page| files.get(&page.path)).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let body = raw.as_deref().map(intro).unwrap_or_default();
    let configured = |key: &str| config.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    let own_title = front.map(|page| page.title.clone()).filter(|title| {
        let lower = title.to_lowercase();
        !["readme", "index", "home"].contains(&lower.as_str())
    });
    let title = configured("title")
        .or_else(|| configured("site_name"))
        .map(plain_title)
        .or(own_title)
        .unwrap_or_else(|| humanise(name));
    let title = title.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '¿' | '¡')).to_owned();
    let title = if title.is_empty() { "Lessons".to_owned() } else { title };
    let mut summary = sentences(&plain(&tidy::plain(&body)));
    if summary.is_empty() {
        summary = configured("description").map_or_else(|| title.clone(), sentences);
    }
    About {
        locale,
        slug: slug(&title, "lessons"),
        title,
        summary,
        body,
        page: front.map(|page| page.path.clone()).unwrap_or_default(),
        licence: licence(files, root, &config),
        source: source(&config, files, pages),
        authors: authors(files, root),
        module_titles: raw.as_deref().map(module_titles).unwrap_or_default(),
    }
}

fn config(files: &Files, root: &str) -> Value {
    let names = ["config.yaml", "_config.yml", "mkdocs.yml", "_quarto.yml", "_config.yaml"];
    let parse = |name: &&str| {
        let text = std::str::from_utf8(files.get(&format!("{root}{name}"))?).ok()?;
        serde_yaml_ng::from_str::<Value>(text).ok()
    };
    names.iter().find_map(parse).unwrap_or(Value::Null)
}

fn locale(config: &Value, pages: &[Page], name: &str) -> Locale {
    let told = ["lang", "language"].iter().find_map(|key| config.get(*key).and_then(Value::as_str));
    let told = told.and_then(|tag| tag.split(['-', '_']).next().and_then(|tag| tag.to_lowercase().parse().ok()));
    let prose: String = pages.iter().flat_map(|page| page.text.chars().take(4000).chain(['\n'])).collect();
    let by_name = || name.rsplit(['-', '_', '.']).find_map(|part| part.to_lowercase().parse::<Locale>().ok());
    told.unwrap_or_else(
        || if prose.trim().is_empty() { by_name().unwrap_or_default() } else { language::guess(&prose) },
    )
}

/// What a page says between its first heading, or its beginning, and the next heading.
fn intro(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut fences = Fences::default();
    let mut headings: Vec<usize> = Vec::new();
    let mut first_level = None;
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        if !fences.takes(line) && line.starts_with('#') && line.trim_start_matches('#').starts_with(' ') {
            if line.starts_with("# ") && first_level.is_none() {
                first_level = Some(headings.len());
            }
            headings.push(at);
        }
    }
    let from = first_level.and_then(|at| headings.get(at)).map_or(0, |at| at + 1);
    let to = headings.iter().copied().find(|at| *at >= from).unwrap_or(lines.len());
    let mut start = from;
    if start == 0 && lines.iter().take(to).any(|line| line.trim() == "---") {
        // Front matter is not part of it.
        start = lines.iter().take(to).rposition(|line| line.trim() == "---").map_or(0, |at| at + 1);
    }
    let mut kept: Vec<&str> = lines[start..to].to_vec();
    // A box that opens just above the next heading belongs to that heading.
    while kept.last().is_some_and(|line| line.trim().is_empty() || line.trim_start().starts_with(":::")) {
        kept.pop();
    }
    kept.join("\n")
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

/// What marks a licence in its text, the more telling first: content licences before those of code beside it.
const LICENCES: &[(&[&str], &str)] = &[
    (&["licenses/by-nc-sa/4.0", "attribution-noncommercial-sharealike 4.0", "cc by-nc-sa"], "CC-BY-NC-SA-4.0"),
    (&["licenses/by-nc-nd/4.0", "attribution-noncommercial-noderivatives 4.0", "cc by-nc-nd"], "CC-BY-NC-ND-4.0"),
    (&["licenses/by-nc/4.0", "attribution-noncommercial 4.0", "cc by-nc"], "CC-BY-NC-4.0"),
    (&["licenses/by-sa/4.0", "attribution-sharealike 4.0", "cc by-sa 4.0", "cc-by-sa-4.0"], "CC-BY-SA-4.0"),
    (&["licenses/by-nd/4.0", "attribution-noderivatives 4.0"], "CC-BY-ND-4.0"),
    (&["licenses/by/4.0", "attribution 4.0", "cc by 4.0", "cc-by 4.0", "cc-by-4.0"], "CC-BY-4.0"),
    (&["licenses/by/3.0", "attribution 3.0"], "CC-BY-3.0"),
    (&["licenses/by-sa/3.0", "attribution-sharealike 3.0"], "CC-BY-SA-3.0"),
    (&["cc0 1.0", "publicdomain/zero", "cc0-1.0"], "CC0-1.0"),
    (&["cc-by-sa", "cc by-sa"], "CC-BY-SA-4.0"),
    (&["apache license"], "Apache-2.0"),
    (&["mozilla public license"], "MPL-2.0"),
    (&["gnu affero general public license"], "AGPL-3.0-only"),
    (&["gnu general public license"], "GPL-3.0-only"),
    (&["mit license", "permission is hereby granted, free of charge"], "MIT"),
    (&["gnu free documentation license"], "GFDL-1.3-only"),
];

fn licence(files: &Files, root: &str, config: &Value) -> String {
    let name = |text: &str| {
        let lower = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        LICENCES
            .iter()
            .find(|(marks, _)| marks.iter().any(|mark| lower.contains(mark)))
            .map(|(_, name)| (*name).to_owned())
    };
    let told = config.get("license").or_else(|| config.get("licence")).and_then(Value::as_str);
    let of_file = licence_files(files, root).find_map(|text| name(&text));
    told.and_then(name).or(of_file).or_else(|| told.map(str::to_owned)).unwrap_or_default()
}

fn licence_files<'a>(files: &'a Files, root: &'a str) -> impl Iterator<Item = String> + 'a {
    let is_licence = move |path: &str| {
        let name = path.strip_prefix(root).unwrap_or(path).to_lowercase();
        !name.contains('/') && ["license", "licence", "copying"].iter().any(|start| name.starts_with(start))
    };
    files.iter().filter(move |(path, _)| is_licence(path)).map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
}

/// Who holds the copyright, where the licence's text says it.
fn authors(files: &Files, root: &str) -> Vec<String> {
    let holder = |line: &str| {
        let lower = line.trim().to_lowercase();
        let rest = lower.strip_prefix("copyright (c)").or_else(|| lower.strip_prefix("copyright ©"))?;
        let at = line.trim().len().checked_sub(rest.len())?;
        let holder = line.trim().get(at..)?;
        let holder = holder
            .trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '-' | '–'));
        let holder = holder.trim().trim_end_matches('.').trim_end_matches("All rights reserved").trim();
        (!holder.is_empty() && holder.len() < 80 && !holder.contains(['[', '<', '{'])).then(|| holder.to_owned())
    };
    let texts: Vec<String> = licence_files(files, root).collect();
    texts.iter().flat_map(|text| text.lines()).find_map(holder).into_iter().collect()
}

/// Where the lessons come from: what the configuration says, else the repository that the pages speak of most.
fn source(config: &Value, files: &Files, pages: &[Page]) -> Option<String> {
    let told = ["source", "repo_url", "repository", "repository_url", "url"];
    let address = |value: &Value| value.as_str().filter(|url| url.starts_with("https://")).map(str::to_owned);
    let repo = config.get("github").and_then(|github| github.get("repo")).and_then(Value::as_str);
    let github = repo.map(|repo| format!("https://github.com/{}", repo.trim_matches('/')));
    if let Some(source) = github.or_else(|| told.iter().find_map(|key| config.get(*key).and_then(address))) {
        return Some(source);
    }
    let mut times: HashMap<String, usize> = HashMap::new();
    for page in pages {
        let Some(text) = files.get(&page.path).map(|bytes| String::from_utf8_lossy(bytes)) else { continue };
        for rest in text.split("https://github.com/").skip(1) {
            let part = |text: &str| {
                text.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).collect::<String>()
            };
            let owner = part(rest);
            let Some(repo) = rest.get(owner.len()..).and_then(|rest| rest.strip_prefix('/')).map(part) else {
                continue;
            };
            if !owner.is_empty() && !repo.is_empty() {
                *times.entry(format!("https://github.com/{owner}/{repo}")).or_default() += 1;
            }
        }
    }
    let best = times.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
    best.filter(|(_, count)| *count >= 3).map(|(source, _)| source)
}
