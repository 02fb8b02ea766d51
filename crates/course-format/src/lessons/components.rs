//! Components that a page calls by a tag of its own name.

use super::marks::{BlockTag, class_of_tag};

/// Components that are boxes.
const COMPONENTS: &str = "note tip info warning caution danger callout admonition aside alert details hint exercise challenge \
    solution tabitem tab question summary";

/// A line that is nothing but the tag of a component: a box's mark, or nothing. None where it is no such line.
pub(super) fn component(line: &str, is_mdx: bool) -> Option<String> {
    let inner = line.strip_prefix('<')?.strip_suffix('>')?;
    if inner.contains('<') {
        return None;
    }
    let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let name: String = inner.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
    if !name.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let rest = &inner[name.len()..];
    let attributes = rest.trim().is_empty() || rest.contains('=') || rest.trim_end().ends_with('/');
    let known = COMPONENTS.split(' ').any(|word| word == name.to_lowercase());
    if !attributes
        || !(rest.starts_with([' ', '/']) || rest.is_empty())
        || !(known || is_mdx || closes || rest.contains('='))
    {
        return None;
    }
    if !known || rest.trim_end().ends_with('/') {
        return Some(String::new());
    }
    if closes {
        return Some(":::".into());
    }
    let rest = rest.replace("label=", "title=");
    Some(format!(
        "::: {}",
        class_of_tag(&BlockTag {
            name: match name.to_lowercase().as_str() {
                "tabitem" => "tab".into(),
                name => name.to_owned(),
            },
            closes: false,
            rest: rest.trim().to_owned()
        })
    ))
}
