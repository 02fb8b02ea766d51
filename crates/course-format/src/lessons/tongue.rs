//! Lessons that lie in several languages beside each other: one of them comes in.

use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What was chosen among several languages.
#[derive(Clone, Debug, Default)]
pub(super) struct Tongue {
    /// Pages in other languages.
    pub others: HashSet<String>,
    /// Names of folders that only say a language.
    pub folders: HashSet<String>,
    /// The language that comes in, where a folder or a name says it.
    pub chosen: Option<String>,
}

/// Languages by what folders and files are called.
const LANGUAGES: &[(&str, &[&str])] = &[
    ("en", &["english"]),
    ("es", &["spanish", "espanol", "español", "castellano"]),
    ("ca", &["catalan", "català", "valencia"]),
    ("fr", &["french", "francais", "français"]),
    ("de", &["german", "deutsch"]),
    ("pt", &["portuguese", "portugues", "português"]),
    ("it", &["italian", "italiano"]),
    ("zh", &["chinese", "cn", "tw"]),
    ("ja", &["japanese", "jp"]),
    ("ko", &["korean", "kr"]),
    ("ru", &["russian"]),
    ("uk", &["ukrainian", "ua"]),
    ("pl", &["polish"]),
    ("tr", &["turkish"]),
    ("ar", &["arabic"]),
    ("fa", &["persian"]),
    ("hi", &["hindi"]),
    ("bn", &["bengali"]),
    ("id", &["indonesian"]),
    ("vi", &["vietnamese"]),
    ("nl", &["dutch"]),
    ("sv", &["swedish"]),
    ("cs", &["czech"]),
    ("el", &["greek"]),
    ("he", &["hebrew"]),
    ("hu", &["hungarian"]),
    ("ro", &["romanian"]),
    ("th", &[]),
    ("da", &["danish"]),
    ("fi", &["finnish"]),
    ("no", &["norwegian"]),
    ("sk", &[]),
    ("sl", &[]),
    ("bg", &[]),
    ("hr", &[]),
    ("sr", &[]),
    ("lt", &[]),
    ("lv", &[]),
    ("et", &[]),
    ("eu", &[]),
    ("gl", &[]),
    ("ms", &[]),
    ("my", &[]),
    ("ne", &[]),
    ("mr", &[]),
    ("ta", &[]),
    ("te", &[]),
    ("ur", &[]),
    ("cy", &[]),
    ("ga", &[]),
    ("az", &[]),
    ("ka", &[]),
    ("uz", &[]),
    ("kk", &[]),
    ("si", &[]),
    ("km", &[]),
    ("sw", &[]),
    ("tl", &[]),
    ("af", &[]),
    ("sq", &[]),
    ("hy", &[]),
    ("mk", &[]),
    ("be", &[]),
];

/// The language that a name says: `es`, `pt-BR`, `zh_cn`, `Spanish`.
fn language(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let main = lower.split(['-', '_']).next().unwrap_or_default();
    let region = lower.len() > main.len();
    let short = region
        && lower[main.len() + 1..].len() <= 4
        && lower[main.len() + 1..].bytes().all(|b| b.is_ascii_alphanumeric());
    LANGUAGES
        .iter()
        .find(|(code, names)| (main == *code && (!region || short)) || names.contains(&lower.as_str()))
        .map(|(code, _)| *code)
}

/// A file's name without the language at its end, and that language: `README.es`, `intro-fr`, `readme_ko`.
fn named(stem: &str) -> Option<(&str, &'static str)> {
    for (at, _) in stem.match_indices(['.', '-', '_']) {
        let tail = &stem[at + 1..];
        if tail.len() <= 10
            && let Some(code) = language(tail)
        {
            return Some((&stem[..at], code));
        }
    }
    None
}

/// Chooses among the languages of some pages, whose paths are given. `wanted` is the language that the lessons or their name
/// speak of.
pub(super) fn choose(paths: &[&str], wanted: Option<&str>) -> Tongue {
    let mut tongue = Tongue::default();
    by_folder(paths, wanted, &mut tongue);
    let left: Vec<&str> = paths.iter().copied().filter(|path| !tongue.others.contains(*path)).collect();
    by_name(&left, wanted, &mut tongue);
    tongue
}

fn by_folder(paths: &[&str], wanted: Option<&str>, tongue: &mut Tongue) {
    // The pages below each folder that has the name of a language, by the folder around it.
    let mut groups: BTreeMap<&str, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    for path in paths {
        let mut from = 0;
        for (at, _) in path.match_indices('/') {
            let name = &path[from..at];
            if language(name).is_some() {
                let around = &path[..from];
                groups.entry(around).or_default().entry(name).or_default().insert(&path[at + 1..]);
                break;
            }
            from = at + 1;
        }
    }
    for (around, folders) in groups {
        let beside: BTreeSet<&str> = paths
            .iter()
            .filter_map(|path| path.strip_prefix(around))
            .filter(|rest| rest.split('/').next().is_none_or(|first| !folders.contains_key(first)))
            .collect();
        // Folders of one language say the same as each other, or as what lies beside them.
        // `Spanish` is no word for anything else.
        let whole = |name: &str| {
            let lower = name.to_lowercase();
            LANGUAGES.iter().any(|(_, names)| names.contains(&lower.as_str()) && lower.len() > 2)
        };
        let mirrors = |name: &&str| {
            whole(name) && !beside.is_empty()
                || folders[*name].iter().filter(|rest| same_beside(rest, &beside)).count() * 2 >= folders[*name].len()
        };
        let names: Vec<&str> = folders.keys().copied().collect();
        let codes: BTreeSet<&str> = names.iter().filter_map(|name| language(name)).collect();
        // `it` and `no` are words too: a language that many know must be among them.
        let sure = codes.iter().any(|code| ["en", "es", "ca", "fr", "de", "pt", "zh"].contains(code));
        let several = sure
            && codes.len() > 1
            && names.iter().any(|name| {
                folders[name]
                    .iter()
                    .any(|rest| names.iter().any(|other| other != name && folders[other].contains(rest)))
            });
        if several && !names.iter().any(mirrors) {
            let best =
                names.iter().max_by_key(|name| rank(name, folders[*name].len(), wanted)).copied().unwrap_or_default();
            tongue.chosen = language(best).map(str::to_owned);
            tongue.folders.insert(best.to_owned());
            for name in names.iter().filter(|name| **name != best) {
                tongue.others.extend(folders[name].iter().map(|rest| format!("{around}{name}/{rest}")));
            }
        } else {
            for name in names.iter().filter(|name| mirrors(name)) {
                // What was asked for lies in the folder: then what lies beside it is the translation.
                if wanted.is_some() && language(name) == wanted && folders[name].len() * 2 >= beside.len() {
                    tongue.chosen = wanted.map(str::to_owned);
                    tongue.folders.insert((*name).to_owned());
                    tongue.others.extend(beside.iter().map(|rest| format!("{around}{rest}")));
                } else {
                    tongue.others.extend(folders[name].iter().map(|rest| format!("{around}{name}/{rest}")));
                }
            }
        }
    }
}

/// A page of that name, or of that name and a language, lies beside.
fn same_beside(rest: &str, beside: &BTreeSet<&str>) -> bool {
    let stem = |path: &str| {
        let path = path.rsplit_once('.').map_or(path, |(stem, _)| stem).to_lowercase();
        let (folder, file) = path.rsplit_once('/').map_or(("", path.as_str()), |(folder, file)| (folder, file));
        format!("{folder}/{}", named(file).map_or(file, |(stem, _)| stem))
    };
    let wanted = stem(rest);
    beside.contains(rest) || beside.iter().any(|other| stem(other) == wanted)
}

/// What asks for a language most: being wanted, being spoken here, having many pages.
fn rank(name: &str, pages: usize, wanted: Option<&str>) -> (bool, bool, usize, bool) {
    let code = language(name).unwrap_or_default();
    (wanted == Some(code), ["en", "es", "ca"].contains(&code), pages, code == "en")
}

/// A page and the language that its name says.
type Page<'a> = (&'a str, Option<&'static str>);

fn by_name(paths: &[&str], wanted: Option<&str>, tongue: &mut Tongue) {
    let mut groups: BTreeMap<(String, String), Vec<Page<'_>>> = BTreeMap::new();
    for path in paths {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let (base, code) = named(stem).map_or((stem, None), |(base, code)| (base, Some(code)));
        groups.entry((folder.to_owned(), base.to_lowercase())).or_default().push((path, code));
    }
    let wanted = tongue.chosen.clone().or_else(|| wanted.map(str::to_owned));
    for (_, members) in groups {
        let codes: HashSet<Option<&str>> = members.iter().map(|(_, code)| *code).collect();
        if members.len() < 2 || codes.len() < 2 {
            continue;
        }
        let rank = |code: Option<&str>| match code {
            code if code.is_some() && code == wanted.as_deref() => 4,
            None => 3,
            Some("en") => 2,
            Some("es" | "ca") => 1,
            Some(_) => 0,
        };
        let best = members.iter().map(|(_, code)| rank(*code)).max().unwrap_or_default();
        if let Some((_, Some(code))) = members.iter().find(|(_, code)| rank(*code) == best) {
            tongue.chosen.get_or_insert_with(|| (*code).to_owned());
        }
        let mut kept = false;
        for (path, code) in &members {
            if rank(*code) == best && !kept {
                kept = true;
            } else {
                tongue.others.insert((*path).to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::choose;

    fn kept(paths: &[&str], wanted: Option<&str>) -> Vec<String> {
        let tongue = choose(paths, wanted);
        paths.iter().filter(|path| !tongue.others.contains(**path)).map(|path| (*path).to_owned()).collect()
    }

    #[test]
    fn one_language_of_several_comes_in() {
        assert_eq!(kept(&["en/a.md", "en/b.md", "fr/a.md", "fr/b.md", "fr/c.md"], None), ["en/a.md", "en/b.md"]);
        assert_eq!(kept(&["en/a.md", "es/a.md"], Some("es")), ["es/a.md"]);
        assert_eq!(kept(&["a.md", "b.md", "es/a.md"], None), ["a.md", "b.md"]);
        assert_eq!(kept(&["README.md", "README-es.md", "README.zh-CN.md"], None), ["README.md"]);
        assert_eq!(kept(&["README.md", "README-es.md"], Some("es")), ["README-es.md"]);
        assert_eq!(kept(&["a/README.md", "Spanish/a/readme_sp.md", "Spanish/a/readme.md"], None), ["a/README.md"]);
    }

    #[test]
    fn what_only_looks_like_a_language_stays() {
        for paths in [
            &["it/cables.md", "no/way.md"][..],
            &["id/a.md", "b.md"],
            &["what-is-it.md", "made-in-es.md"],
            &["1-js/a.md", "2-ui/a.md"],
        ] {
            assert_eq!(kept(paths, None), paths);
        }
    }
}
