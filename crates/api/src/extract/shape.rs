//! From what the reader of JSON or of a query says to a place, a stable code and words.

use serde_path_to_error::{Path, Segment};

use crate::error::ApiError;

/// A value that is not of the shape asked for, at this place.
pub(crate) fn refused(path: &Path, said: &str) -> ApiError {
    // Where the text stood is of no use in an answer that names the field.
    let said = said.split(" at line ").next().unwrap_or(said);
    let mut pointer = pointer(path);
    let code = if said.starts_with("unknown field") {
        "unknown-field"
    } else if said.starts_with("missing field") {
        "missing"
    } else if said.starts_with("duplicate field") {
        "duplicate-field"
    } else if said.starts_with("unknown variant") {
        "unknown-value"
    } else if said.starts_with("invalid value") || said.starts_with("invalid length") || said.contains("too large") {
        "out-of-range"
    } else {
        "wrong-type"
    };
    // A field that is unknown or missing is named in the words and not in the path.
    if let ("unknown-field" | "missing" | "duplicate-field", Some(name)) = (code, said.split('`').nth(1))
        && !pointer.ends_with(&format!("/{name}"))
    {
        pointer = format!("{pointer}/{}", escaped(name));
    }
    ApiError::invalid(pointer, code).because(&plain(said))
}

/// A path as a JSON pointer (RFC 6901).
fn pointer(path: &Path) -> String {
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", escaped(key)),
            Segment::Enum { .. } | Segment::Unknown => String::new(),
        })
        .collect()
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The reader's words without the names that our types have inside.
fn plain(said: &str) -> String {
    let mut words: Vec<&str> = vec![];
    let mut inside = false;
    for word in said.split(' ') {
        if inside {
            inside = false;
        } else if matches!(word, "struct" | "enum") {
            inside = true;
            words.push("an object");
        } else {
            words.push(word);
        }
    }
    let text = words.join(" ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}
