//! Names in an archive: the paths that they mean, where links lead, and which come twice.

use std::collections::HashSet;

use crate::{
    Error,
    refusal::{Refusal, Why},
};

/// The path that a name in an archive means, whatever system wrote it; refused where it leads out or cannot be read.
pub(super) fn safe_path(name: &str) -> Result<String, Error> {
    let path = name.replace('\\', "/");
    if path.trim().is_empty() || path.chars().any(char::is_control) {
        return Err(refused(&name.escape_debug().to_string(), Why::BadName));
    }
    let mut letters = path.chars();
    let drive = letters.next().is_some_and(|c| c.is_ascii_alphabetic()) && letters.next() == Some(':');
    if drive || path.starts_with('/') || path.split('/').any(|part| part == "..") {
        return Err(refused(name, Why::LeadsOut));
    }
    Ok(path.split('/').filter(|part| !part.is_empty() && *part != ".").collect::<Vec<_>>().join("/"))
}

/// Where a link in an archive leads; None where that is outside.
pub(super) fn beside(path: &str, target: &str) -> Option<String> {
    if target.starts_with('/') || target.contains('\\') {
        return None;
    }
    course_format::paths::beside(path, target)
}

/// A name that an archive's table of contents holds twice: of two such files one would silently be lost.
pub(super) fn named_twice(bytes: &[u8], start: u64) -> Option<String> {
    let number = |at: usize| Some(usize::from(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])));
    let mut at = usize::try_from(start).ok()?;
    let mut seen: HashSet<&[u8]> = HashSet::new();
    while bytes.get(at..at + 4)? == b"PK\x01\x02" {
        let (name, extra, comment) = (number(at + 28)?, number(at + 30)?, number(at + 32)?);
        let bytes = bytes.get(at + 46..at + 46 + name)?;
        if !seen.insert(bytes) {
            return Some(String::from_utf8_lossy(bytes).into_owned());
        }
        at += 46 + name + extra + comment;
    }
    None
}

fn refused(place: &str, why: Why) -> Error {
    Error::Source(Refusal::new(place, why))
}
