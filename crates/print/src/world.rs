//! The typesetter's view of the world: one template, one data file, one QR code and the embedded fonts. Never a real file,
//! a package or the date of today. File ids are three and constant: the typesetter never forgets one.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use crate::fonts::FONTS;

/// The ids of the only files there are.
struct Ids {
    main: FileId,
    data: FileId,
    qr: FileId,
}

static IDS: LazyLock<Option<Ids>> = LazyLock::new(|| {
    let id = |path| VirtualPath::new(path).ok().map(|path| RootedPath::new(VirtualRoot::Project, path).intern());
    Some(Ids { main: id("/main.typ")?, data: id("/data.json")?, qr: id("/qr.svg")? })
});

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// A template, read once and set many times.
#[derive(Clone, Debug)]
pub(crate) struct Parsed(Source);

/// Reads a template; `None` only when the fixed names of the files were no paths.
pub(crate) fn parse(body: &str) -> Option<Parsed> {
    IDS.as_ref().map(|ids| Parsed(Source::new(ids.main, body.to_owned())))
}

/// What one document is set from.
pub(crate) struct Desk {
    source: Source,
    ids: &'static Ids,
    data: Bytes,
    qr: Bytes,
}

impl Desk {
    pub(crate) fn new(template: &Parsed, data: String, qr: String) -> Option<Self> {
        let (source, ids) = (template.0.clone(), IDS.as_ref()?);
        Some(Self { source, ids, data: Bytes::from_string(data), qr: Bytes::from_string(qr) })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            _ if id == self.ids.data => Ok(self.data.clone()),
            _ if id == self.ids.qr => Ok(self.qr.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
