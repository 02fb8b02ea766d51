//! Paths of files that come together: always with `/`, always from the folder that holds them all.

/// A path without `.`, `..` and empty parts; `None` where it leads out of the folder.
#[must_use]
pub fn normal(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Where a relative path leads from beside a file; `None` where that is outside.
#[must_use]
pub fn beside(file: &str, relative: &str) -> Option<String> {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    normal(&format!("{folder}/{relative}"))
}

#[cfg(test)]
mod tests {
    use super::{beside, normal};

    #[test]
    fn a_path_stays_in_its_folder() {
        assert_eq!(normal("a/./b//../c.md").as_deref(), Some("a/c.md"));
        assert_eq!(normal("a/../../c.md"), None);
        assert_eq!(beside("week/one.md", "../media/map.svg").as_deref(), Some("media/map.svg"));
        assert_eq!(beside("one.md", "two.md").as_deref(), Some("two.md"));
        assert_eq!(beside("one.md", "../two.md"), None);
    }
}
