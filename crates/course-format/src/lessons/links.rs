//! Where links between lessons lead: to the unit that a page became, however its own system would have named the page.

use std::collections::HashMap;

use serde_yaml_ng::Value;

use super::sources::Page;
use crate::paths::normal;

/// Where the pages went.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    root: String,
    /// By path, in small letters.
    by_path: HashMap<String, String>,
    /// By the address that a page's front matter gives it, without slashes around it.
    by_address: HashMap<String, String>,
    /// By the name of file or folder where only one page has it, without numbers.
    by_name: HashMap<String, Option<String>>,
}

impl Places {
    pub(super) fn new(pages: &[Page], keys: &[String], root: &str) -> Self {
        let mut places = Self { root: root.to_owned(), ..Self::default() };
        for (page, key) in pages.iter().zip(keys) {
            places.by_path.insert(page.path.to_lowercase(), key.clone());
            for name in ["permalink", "url", "slug", "id", "redirect_from", "aliases"] {
                let values: Vec<&str> = match page.front.get(name) {
                    Some(Value::String(text)) => vec![text],
                    Some(Value::Sequence(list)) => list.iter().filter_map(Value::as_str).collect(),
                    _ => vec![],
                };
                for address in values {
                    places.by_address.entry(address.trim_matches('/').to_lowercase()).or_insert_with(|| key.clone());
                }
            }
            let name = plain_name(&page.path);
            places.by_name.entry(name).and_modify(|known| *known = None).or_insert_with(|| Some(key.clone()));
        }
        places
    }

    /// The unit that a path in a page means.
    pub(super) fn unit(&self, path: &str, page: &str) -> Option<String> {
        for path in self.resolve(path, page) {
            let without = path.trim_end_matches('/');
            let without = without.strip_suffix(".html").unwrap_or(without);
            let without = without.strip_suffix("/index").unwrap_or(without);
            let mut tries = vec![path.clone()];
            for ending in ["md", "markdown", "mdx", "Rmd", "qmd"] {
                tries.push(format!("{without}.{ending}"));
                for index in ["README", "index", "_index", "article"] {
                    tries.push(format!("{without}/{index}.{ending}"));
                }
            }
            // A page of one sort written in another: `a.md` where there is `a.Rmd`.
            if let Some((stem, _)) =
                path.rsplit_once('.').filter(|(_, ending)| ["md", "qmd", "mdx", "html", "htm"].contains(ending))
            {
                tries.extend(["md", "markdown", "mdx", "Rmd", "qmd"].map(|ending| format!("{stem}.{ending}")));
            }
            if let Some(key) = tries.iter().find_map(|path| self.by_path.get(&path.to_lowercase())) {
                return Some(key.clone());
            }
        }
        let address = decode(path).trim_start_matches("./").trim_matches('/').to_lowercase();
        if let Some(key) = self.by_address.get(&address) {
            return Some(key.clone());
        }
        // A file that is no page is no lesson, whatever its name.
        let last = address.rsplit('/').next().unwrap_or_default();
        let page_like = last
            .rsplit_once('.')
            .is_none_or(|(_, ending)| ["md", "html", "htm", "mdx", "qmd", "rmd", "markdown"].contains(&ending));
        page_like.then(|| self.by_name.get(&plain_name(&address)).cloned().flatten()).flatten()
    }

    /// The paths in the files that a path in a page may mean: from the page's folder, from the root, or from the page's
    /// address where its system makes a folder of each page.
    pub(super) fn resolve(&self, path: &str, page: &str) -> Vec<String> {
        let path = decode(path);
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let stem = page.rsplit_once('.').map_or(page, |(stem, _)| stem);
        let trimmed = path.trim_start_matches('/');
        let mut found = vec![];
        if path.starts_with('/') {
            found.push(normal(&format!("{}{trimmed}", self.root)));
            found.push(normal(trimmed));
        } else {
            found.push(normal(&format!("{folder}/{path}")));
            found.push(normal(&format!("{stem}/{path}")));
            found.push(normal(&format!("{}{path}", self.root)));
        }
        // What a site serves from its root may lie in one of these folders.
        for folder in ["static", "public", "assets", "docs", "src", "src/public", "episodes", "content"] {
            found.push(normal(&format!("{}{folder}/{}", self.root, trimmed.trim_start_matches("../"))));
        }
        let mut paths: Vec<String> = Vec::new();
        for path in found.into_iter().flatten() {
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        paths
    }
}

/// The last part of a path that says something, without its ending and its numbers.
fn plain_name(path: &str) -> String {
    let path = path.trim_end_matches('/').to_lowercase();
    let mut parts = path.rsplit('/');
    let last = parts.next().unwrap_or_default();
    let stem = last
        .rsplit_once('.')
        .filter(|(_, ending)| ending.len() <= 8 && ending.bytes().all(|b| b.is_ascii_alphabetic()))
        .map_or(last, |(stem, _)| stem);
    let telling =
        if ["readme", "index", "_index", "article"].contains(&stem) { parts.next().unwrap_or(stem) } else { stem };
    super::names::numbers(telling).1.to_owned()
}

/// `%20` as the blank that it stands for.
pub(super) fn decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::lessons::sources::Page;

    #[test]
    fn links_find_their_page_however_it_is_named() {
        let page = |path: &str, front: &str| Page {
            path: path.to_owned(),
            front: serde_yaml_ng::from_str(front).unwrap_or_default(),
            ..Page::default()
        };
        let pages = [
            page("site/docs/01-start/README.md", ""),
            page("site/docs/02-next.md", "permalink: /go/on/"),
            page("site/_episodes/03-Loops.md", ""),
        ];
        let keys = ["start", "next", "loops"].map(str::to_owned);
        let places = Places::new(&pages, &keys, "site/");
        let from = "site/docs/01-start/README.md";
        for (link, key) in [
            ("../02-next.md", "next"),
            ("../02-next.html", "next"),
            ("/docs/02-next", "next"),
            ("/go/on", "next"),
            ("../../_episodes/03-loops.md", "loops"),
            ("/loops/", "loops"),
            ("../../loops/index.html", "loops"),
            ("/docs/start/", "start"),
        ] {
            assert_eq!(places.unit(link, from).as_deref(), Some(key), "{link}");
        }
        assert_eq!(places.unit("../../02-next/", "site/_episodes/03-Loops.md").as_deref(), Some("next"));
        assert_eq!(places.unit("loops.zip", from), None);
        assert_eq!(places.unit("../../../../etc/passwd", from), None);
    }
}
