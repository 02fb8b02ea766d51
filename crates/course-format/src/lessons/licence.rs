//! Under which licence lessons stand, who wrote them and where they come from.

use std::collections::HashMap;

use serde_yaml_ng::Value;

use super::sources::Page;
use super::text;
use crate::folder::Files;

/// What marks a licence of software in its text.
const LICENCES: &[(&[&str], &str)] = &[
    (&["cc0 1.0", "publicdomain/zero", "cc0-1.0", "cc0 universal"], "CC0-1.0"),
    (&["apache license", "apache-2.0"], "Apache-2.0"),
    (&["mozilla public license", "mpl-2.0"], "MPL-2.0"),
    (&["gnu affero general public license", "agpl-3.0"], "AGPL-3.0-only"),
    (&["gnu lesser general public license", "lgpl-3.0"], "LGPL-3.0-only"),
    (&["gnu free documentation license", "gfdl"], "GFDL-1.3-only"),
    (&["version 2, june 1991", "gpl-2.0"], "GPL-2.0-only"),
    (&["gnu general public license", "gpl-3.0", "gplv3"], "GPL-3.0-only"),
    (&["european union public licence", "eupl"], "EUPL-1.2"),
    (&["open government licence", "ogl-uk"], "OGL-UK-3.0"),
    (&["mit license", "permission is hereby granted, free of charge", "mit-license"], "MIT"),
    (&["neither the name of", "bsd-3-clause"], "BSD-3-Clause"),
    (&["redistribution and use in source and binary forms", "bsd-2-clause"], "BSD-2-Clause"),
    (&["permission to use, copy, modify, and/or distribute this software", "isc license"], "ISC"),
    (&["this is free and unencumbered software", "unlicense"], "Unlicense"),
    (&["do what the fuck you want"], "WTFPL"),
];

/// The licence: what the settings say, else the files with a licence, else what a front page says of it.
pub(super) fn licence(files: &Files, root: &str, configs: &[Value], pages: &[Page]) -> String {
    let told = configs.iter().find_map(|config| {
        let value = ["license", "licence", "copyright_license"].iter().find_map(|key| config.get(*key))?;
        let text = |value: &Value| value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        text(value).or_else(|| ["url", "link", "type", "name"].iter().find_map(|key| value.get(*key).and_then(text)))
    });
    let texts: Vec<String> = licence_files(files, root).collect();
    // A licence for texts counts before one for the code beside them.
    let of_files =
        || texts.iter().find_map(|text| commons(text)).or_else(|| texts.iter().find_map(|text| software(text)));
    let named = told.as_deref().and_then(name);
    let in_words = || readmes(files, root, pages).iter().find_map(|text| said(text));
    let first_line = || {
        let line = texts
            .first()?
            .lines()
            .map(|line| line.trim().trim_matches('#').trim().to_owned())
            .find(|line| !line.is_empty())?;
        Some(line).filter(|line| line.chars().count() <= 80)
    };
    let short = told.clone().filter(|told| told.chars().count() <= 60);
    named.or_else(of_files).or_else(in_words).or(short).or_else(first_line).unwrap_or_default()
}

/// The usual name of a licence that a text speaks of.
fn name(text: &str) -> Option<String> {
    commons(text).or_else(|| software(text)).or_else(|| {
        let exact = text.trim().to_lowercase();
        [("mit", "MIT"), ("apache", "Apache-2.0"), ("cc0", "CC0-1.0"), ("isc", "ISC"), ("bsd", "BSD-3-Clause")]
            .iter()
            .find(|(short, _)| exact == *short)
            .map(|(_, name)| (*name).to_owned())
    })
}

fn software(text: &str) -> Option<String> {
    let lower = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let found = LICENCES.iter().find(|(marks, _)| marks.iter().any(|mark| lower.contains(mark)));
    found.map(|(_, name)| (*name).to_owned())
}

/// A licence of Creative Commons, by its address, its full name or its short one.
fn commons(text: &str) -> Option<String> {
    let lower = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    by_address(&lower).or_else(|| by_full_name(&lower)).or_else(|| by_short_name(&lower))
}

fn spdx(parts: &str, version: Option<&str>) -> String {
    format!("CC-{}-{}", parts.to_uppercase(), version.unwrap_or("4.0"))
}

fn by_address(lower: &str) -> Option<String> {
    let (_, rest) = lower.split_once("creativecommons.org/licenses/")?;
    let parts: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
    let version = rest[parts.len()..].strip_prefix('/').and_then(version_at);
    parts.starts_with("by").then(|| spdx(parts.trim_end_matches('-'), version.as_deref()))
}

fn by_full_name(lower: &str) -> Option<String> {
    let plain = lower.replace([' ', '-', '–'], "");
    for (words, parts) in [
        ("attributionnoncommercialsharealike", "by-nc-sa"),
        ("attributionnoncommercialnoderiv", "by-nc-nd"),
        ("attributionnoncommercial", "by-nc"),
        ("attributionsharealike", "by-sa"),
        ("attributionnoderiv", "by-nd"),
        ("creativecommonsattribution", "by"),
        ("attribution4.0", "by"),
    ] {
        if let Some(at) = plain.find(words) {
            let rest = plain[at + words.len()..].trim_start_matches("atives");
            let rest = rest.trim_start_matches("international").trim_start_matches("license").trim_start_matches('(');
            let version = if words.ends_with("4.0") { Some("4.0".to_owned()) } else { version_at(rest) };
            return Some(spdx(parts, version.as_deref()));
        }
    }
    None
}

fn by_short_name(lower: &str) -> Option<String> {
    for start in ["cc by", "cc-by", "cc_by", "ccby"] {
        for (at, _) in lower.match_indices(start) {
            let before = lower[..at].chars().next_back();
            if before.is_some_and(char::is_alphanumeric) {
                continue;
            }
            let mut rest = &lower[at + start.len()..];
            let mut parts = String::from("by");
            while let Some(part) = ["nc", "sa", "nd"]
                .iter()
                .find(|part| rest.trim_start_matches([' ', '-', '_', '/', '–']).starts_with(*part))
            {
                rest = &rest.trim_start_matches([' ', '-', '_', '/', '–'])[part.len()..];
                parts.push('-');
                parts.push_str(part);
            }
            let version = version_at(rest.trim_start_matches([' ', '-', '_', '/', 'v']));
            return Some(spdx(&parts, version.as_deref()));
        }
    }
    None
}

/// A version such as `4.0` at the beginning of a text.
fn version_at(text: &str) -> Option<String> {
    let version: String = text.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let version = version.trim_end_matches('.');
    let known = ["1.0", "2.0", "2.1", "2.5", "3.0", "4.0"].contains(&version);
    known.then(|| version.to_owned()).or_else(|| (version == "4" || version == "3").then(|| format!("{version}.0")))
}

/// What a front page says of its licence.
fn said(text: &str) -> Option<String> {
    let near = |line: &&str| {
        let lower = line.to_lowercase();
        ["licen", "llicèn", "llicen", "creativecommons", "copyright"].iter().any(|word| lower.contains(word))
    };
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().enumerate().filter(|(_, line)| near(line)).map(|(at, _)| at);
    let around: Vec<String> = at.map(|at| lines[at..lines.len().min(at + 5)].join("\n")).collect();
    let mit = |text: &String| {
        let lower = text.to_lowercase();
        [" mit ", "[mit]", "mit license", "mit licence", "licencia mit", "llicència mit", "license-mit", "(mit)"]
            .iter()
            .any(|word| lower.contains(word))
            .then(|| "MIT".to_owned())
    };
    around
        .iter()
        .find_map(|text| commons(text))
        .or_else(|| around.iter().find_map(|text| software(text)))
        .or_else(|| around.iter().find_map(mit))
}

fn readmes(files: &Files, root: &str, pages: &[Page]) -> Vec<String> {
    let mut paths: Vec<String> =
        ["README.md", "readme.md", "README", "README.txt", "index.md", "CITATION.cff", "CITATION"]
            .iter()
            .map(|name| format!("{root}{name}"))
            .collect();
    paths.extend(
        pages
            .iter()
            .filter(|page| page.role == super::sources::Role::Front || pages.len() <= 3)
            .map(|page| page.path.clone()),
    );
    paths.iter().filter_map(|path| files.get(path)).map(|bytes| text::read(bytes).0).collect()
}

fn licence_files<'a>(files: &'a Files, root: &'a str) -> impl Iterator<Item = String> + 'a {
    let is_licence = move |path: &str| {
        let name = path.strip_prefix(root).unwrap_or(path).to_lowercase();
        let file = name.rsplit('/').next().unwrap_or(&name);
        let starts = ["license", "licence", "copying", "llicencia", "licencia", "unlicense"]
            .iter()
            .any(|start| file.starts_with(start));
        starts
            && (!name.contains('/')
                || name.starts_with("licenses/")
                || name.starts_with("docs/") && name.matches('/').count() == 1)
    };
    files.iter().filter(move |(path, _)| is_licence(path)).map(|(_, bytes)| text::read(bytes).0)
}

/// Who wrote the lessons: what the settings say, else who holds the copyright where the licence says it.
pub(super) fn authors(files: &Files, root: &str, configs: &[Value]) -> Vec<String> {
    let person = |value: &Value| match value {
        Value::String(name) => Some(name.trim().to_owned()),
        value => {
            let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::trim).unwrap_or_default();
            let name = format!("{} {}", text("given-names"), text("family-names"));
            let name = if name.trim().is_empty() { text("name").to_owned() } else { name };
            Some(name.trim().to_owned())
        }
    };
    let is_name = |name: &String| {
        !name.is_empty() && name.chars().count() < 80 && !name.contains(['{', '<', '@', '/', '"']) && name != "FIXME"
    };
    let inner = configs.iter().filter_map(|config| config.get("book").or_else(|| config.get("website")));
    for config in configs.iter().chain(inner) {
        for key in ["authors", "author", "site_author"] {
            let found: Vec<String> = match config.get(key) {
                Some(Value::Sequence(list)) => list.iter().filter_map(person).collect(),
                Some(value) => person(value).into_iter().collect(),
                None => continue,
            };
            let found: Vec<String> = found.into_iter().filter(is_name).take(20).collect();
            if !found.is_empty() {
                return found;
            }
        }
    }
    let texts: Vec<String> = licence_files(files, root).collect();
    texts.iter().flat_map(|text| text.lines()).find_map(holder).into_iter().collect()
}

/// Who holds the copyright, in a line of a licence.
fn holder(line: &str) -> Option<String> {
    let line = line.trim();
    let lower = line.to_lowercase();
    let rest = ["copyright (c)", "copyright ©", "copyright:", "copyright"]
        .iter()
        .find_map(|start| lower.strip_prefix(start))?;
    let holder = line.get(line.len().checked_sub(rest.len())?..)?;
    let holder = holder
        .trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '-' | '–' | '©'));
    let holder = holder
        .trim_start_matches("(c)")
        .trim()
        .trim_end_matches('.')
        .trim_end_matches("All rights reserved")
        .trim_end_matches([' ', ',', '.']);
    let sentence = ["notice", "license", "holder", "owner", "law", "and "]
        .iter()
        .any(|word| holder.to_lowercase().starts_with(word));
    (!holder.is_empty() && !sentence && holder.len() < 80 && !holder.contains(['[', '<', '{']))
        .then(|| holder.to_owned())
}

/// Where the lessons come from: what the settings say, else the repository that the pages speak of most.
pub(super) fn source(configs: &[Value], files: &Files, pages: &[Page]) -> Option<String> {
    let told = [
        "source",
        "repo_url",
        "repository-code",
        "repository",
        "repository_url",
        "repo-url",
        "git-repository-url",
        "url",
        "homepage",
        "site_url",
    ];
    let address = |value: &Value| {
        let text = value.as_str().or_else(|| value.get("url").and_then(Value::as_str))?.trim();
        let text = text.trim_start_matches("git+").trim_end_matches(".git");
        let name = |text: &str| {
            text.split('/').count() == 2
                && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_./".contains(c))
                && !text.starts_with(['.', '/'])
        };
        match text {
            text if text.starts_with("https://") && text.len() > 10 => Some(text.to_owned()),
            text if text.starts_with("http://") && text.len() > 10 => Some(text.to_owned()),
            text if name(text) => Some(format!("https://github.com/{text}")),
            _ => None,
        }
    };
    let deep = |config: &Value, key: &str| {
        let inner = ["book", "site", "website", "output", "output.html"];
        config.get(key).cloned().or_else(|| {
            inner
                .iter()
                .find_map(|above| {
                    config
                        .get(*above)
                        .and_then(|value| value.get(key).or_else(|| value.get("html").and_then(|html| html.get(key))))
                })
                .cloned()
        })
    };
    for config in configs {
        let repo = config.get("github").and_then(|github| github.get("repo")).and_then(Value::as_str);
        if let Some(repo) = repo {
            return Some(format!("https://github.com/{}", repo.trim_matches('/')));
        }
    }
    let found =
        told.iter().find_map(|key| configs.iter().find_map(|config| deep(config, key).as_ref().and_then(address)));
    found.or_else(|| most_named(files, pages))
}

fn most_named(files: &Files, pages: &[Page]) -> Option<String> {
    let mut times: HashMap<String, usize> = HashMap::new();
    for page in pages {
        let Some(bytes) = files.get(&page.path) else { continue };
        let (text, _) = text::read(bytes);
        let weight = if page.role == super::sources::Role::Front { 2 } else { 1 };
        for rest in text.split("https://github.com/").skip(1) {
            let part = |text: &str| {
                text.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).collect::<String>()
            };
            let owner = part(rest);
            let Some(repo) = rest.get(owner.len()..).and_then(|rest| rest.strip_prefix('/')).map(part) else {
                continue;
            };
            let repo = repo.trim_end_matches(".git").trim_end_matches('.');
            if !owner.is_empty() && !repo.is_empty() {
                *times.entry(format!("https://github.com/{owner}/{repo}")).or_default() += weight;
            }
        }
    }
    let best = times.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
    best.filter(|(_, count)| *count >= 3).map(|(source, _)| source)
}

#[cfg(test)]
mod tests {
    use super::{commons, holder, name, said};

    #[test]
    fn licences_are_named_as_everybody_names_them() {
        for (text, spdx) in [
            ("https://creativecommons.org/licenses/by-nc-sa/3.0/", "CC-BY-NC-SA-3.0"),
            ("Creative Commons Attribution-ShareAlike 4.0 International License", "CC-BY-SA-4.0"),
            ("Creative Commons\nAttribution 4.0 International", "CC-BY-4.0"),
            ("CC BY-SA", "CC-BY-SA-4.0"),
            ("CC-BY 4.0", "CC-BY-4.0"),
            ("cc-by-nc-4.0", "CC-BY-NC-4.0"),
            ("MIT", "MIT"),
            ("Permission is hereby granted, free of charge, to any person", "MIT"),
            ("GNU GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007", "GPL-3.0-only"),
        ] {
            assert_eq!(name(text).as_deref(), Some(spdx), "{text}");
        }
        assert_eq!(commons("an accby thing"), None);
        assert_eq!(said("Text.\n\n## License\n\nThis work is licensed under CC BY 4.0.").as_deref(), Some("CC-BY-4.0"));
        assert_eq!(said("Words about nothing."), None);
    }

    #[test]
    fn the_holder_of_a_copyright_is_found() {
        assert_eq!(holder("Copyright (c) 2016-2024 Some Body").as_deref(), Some("Some Body"));
        assert_eq!(holder("copyright notice and this permission notice"), None);
        assert_eq!(holder("Copyright [yyyy] [name of copyright owner]"), None);
    }
}
