//! What files are when they are no course: named, so that a person knows what they hold.

use std::collections::BTreeMap;

use crate::refusal::Foreign;

type Files = BTreeMap<String, Vec<u8>>;

/// What a set of files is, when it is a package of another kind. Lessons in Markdown beside it do not change that.
pub(crate) fn package(files: &Files) -> Option<Foreign> {
    let text = |name: &str| {
        files.get(name).map(|bytes| String::from_utf8_lossy(&bytes[..bytes.len().min(20_000)]).to_lowercase())
    };
    let below = |folder: &str| files.keys().any(|path| path.starts_with(folder));
    if let Some(manifest) = text("imsmanifest.xml") {
        return Some(match () {
            () if manifest.contains("scorm") || manifest.contains("adlcp") => Foreign::Scorm,
            () if manifest.contains("imsqti") && !manifest.contains("imscc") => Foreign::Qti,
            () if manifest.contains("imscc") || manifest.contains("common cartridge") => Foreign::CommonCartridge,
            () => Foreign::ContentPackage,
        });
    }
    if text("cmi5.xml").is_some() {
        return Some(Foreign::Cmi5);
    }
    if text("tincan.xml").is_some() {
        return Some(Foreign::Xapi);
    }
    if text("h5p.json").is_some() {
        return Some(Foreign::H5p);
    }
    if text("moodle_backup.xml").is_some() {
        return Some(Foreign::Moodle);
    }
    if text("course.xml").is_some()
        && ["course/", "chapter/", "sequential/", "vertical/", "policies/"].iter().any(|folder| below(folder))
        || text("library.xml").is_some() && below("problem/")
    {
        return Some(Foreign::Olx);
    }
    if text("[Content_Types].xml").is_some() {
        return Some(match () {
            () if below("ppt/") => Foreign::Slides,
            () if below("xl/") => Foreign::Spreadsheet,
            () => Foreign::Document,
        });
    }
    if let Some(kind) = text("mimetype") {
        return Some(match () {
            () if kind.contains("epub") => Foreign::Epub,
            () if kind.contains("presentation") => Foreign::Slides,
            () if kind.contains("spreadsheet") => Foreign::Spreadsheet,
            () if kind.contains("opendocument") => Foreign::Document,
            () => return None,
        });
    }
    (below("META-INF/MANIFEST.MF") && files.keys().any(|path| path.ends_with(".class"))).then_some(Foreign::Program)
}

/// What a single file is, by its first bytes, when it is no zip archive.
pub(crate) fn single(bytes: &[u8]) -> Option<Foreign> {
    const KINDS: &[(&[u8], Foreign)] = &[
        (b"MZ", Foreign::Program),
        (b"\x7fELF", Foreign::Program),
        (b"\xfe\xed\xfa", Foreign::Program),
        (b"\xcf\xfa\xed\xfe", Foreign::Program),
        (b"\xca\xfe\xba\xbe", Foreign::Program),
        (b"#!", Foreign::Program),
        (b"%PDF-", Foreign::Pdf),
        (b"\x1f\x8b", Foreign::Archive),
        (b"\xfd7zXZ", Foreign::Archive),
        (b"7z\xbc\xaf", Foreign::Archive),
        (b"Rar!", Foreign::Archive),
        (b"BZh", Foreign::Archive),
        (b"\x28\xb5\x2f\xfd", Foreign::Archive),
        (b"\x89PNG", Foreign::Media),
        (b"\xff\xd8\xff", Foreign::Media),
        (b"GIF8", Foreign::Media),
        (b"RIFF", Foreign::Media),
        (b"ID3", Foreign::Media),
        (b"OggS", Foreign::Media),
        (b"\x1a\x45\xdf\xa3", Foreign::Media),
        (b"\xd0\xcf\x11\xe0", Foreign::Document),
        (b"{\\rtf", Foreign::Document),
    ];
    if let Some((_, kind)) = KINDS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(*kind);
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Some(Foreign::Archive);
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(Foreign::Media);
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).trim_start().to_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Some(Foreign::WebPage);
    }
    let text = !bytes.is_empty() && std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0'));
    text.then_some(Foreign::Text)
}

#[cfg(test)]
mod tests {
    use super::{Files, package, single};
    use crate::refusal::Foreign;

    fn files(names: &[(&str, &str)]) -> Files {
        names.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn packages_of_other_systems_are_named() {
        assert_eq!(package(&files(&[("imsmanifest.xml", "<manifest xmlns:adlcp='x'>")])), Some(Foreign::Scorm));
        assert_eq!(package(&files(&[("imsmanifest.xml", "<manifest xmlns='imscc'>")])), Some(Foreign::CommonCartridge));
        assert_eq!(package(&files(&[("imsmanifest.xml", "<manifest/>")])), Some(Foreign::ContentPackage));
        assert_eq!(
            package(&files(&[("course.xml", "<course/>"), ("chapter/a.xml", ""), ("README.md", "x")])),
            Some(Foreign::Olx)
        );
        assert_eq!(package(&files(&[("[Content_Types].xml", ""), ("ppt/slides/1.xml", "")])), Some(Foreign::Slides));
        assert_eq!(package(&files(&[("mimetype", "application/epub+zip")])), Some(Foreign::Epub));
        assert_eq!(package(&files(&[("01-a.md", "# A"), ("data/course.xml", "")])), None);
    }

    #[test]
    fn single_files_are_told_by_their_bytes() {
        assert_eq!(single(b"MZ\x90\0"), Some(Foreign::Program));
        assert_eq!(single(b"%PDF-1.7"), Some(Foreign::Pdf));
        assert_eq!(single(b"\x1f\x8b\x08"), Some(Foreign::Archive));
        assert_eq!(single(b"\n<!DOCTYPE html>"), Some(Foreign::WebPage));
        assert_eq!(single(b"just words"), Some(Foreign::Text));
        assert_eq!(single(b"\x01\x02\0\xff"), None);
    }
}
