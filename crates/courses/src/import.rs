//! Bringing a course in: a folder in our format or plain Markdown lessons become a draft version. Never changes what is published.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use course_format::{Problem, model::Course};
use database::entity::{course_media, course_version};
use media::Blob;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use vocabulary::{Locale, VersionId, millis};

use crate::{
    Courses, Editor, Error, Refusal, Why, cards, queries,
    rules::foreign,
    unpack::Files,
    views::{ImportView, LeftOutView},
};

/// What came in.
#[derive(Clone, Debug)]
pub struct Imported {
    /// `folder` for our own format, `lessons` for plain Markdown.
    pub format: &'static str,
    /// The course's key.
    pub slug: String,
    /// Its title in the original language.
    pub title: String,
    /// The draft; `None` when nothing was kept because the newest version holds the same already.
    pub version: VersionId,
    /// The draft is new; false when the newest version held the same already.
    pub changed: bool,
    /// How many modules.
    pub modules: usize,
    /// How many units.
    pub units: usize,
    /// How many blocks.
    pub blocks: usize,
    /// How many questions.
    pub questions: usize,
    /// What could only be carried over nearly.
    pub approximated: Vec<LeftOut>,
    /// What was not carried over.
    pub left_out: Vec<LeftOut>,
    /// What the check found.
    pub problems: Vec<Problem>,
}

/// A file or a place that did not come over as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The file.
    pub place: String,
    /// Why, in words.
    pub why: String,
}

impl From<Imported> for ImportView {
    fn from(imported: Imported) -> Self {
        let notes = |notes: Vec<LeftOut>| {
            notes.into_iter().map(|note| LeftOutView { place: note.place, why: note.why }).collect()
        };
        let blocks = imported.problems.iter().filter(|problem| problem.blocks()).count();
        Self {
            format: imported.format.to_owned(),
            slug: imported.slug,
            title: imported.title,
            changed: imported.changed,
            modules: imported.modules,
            units: imported.units,
            questions: imported.questions,
            blocks,
            warns: imported.problems.len() - blocks,
            approximated: notes(imported.approximated),
            left_out: notes(imported.left_out),
        }
    }
}

/// A course as read, before anything is kept.
struct Reading {
    format: &'static str,
    course: Course,
    /// The files that hold its media, by their path in the course.
    media: Files,
    problems: Vec<Problem>,
    approximated: Vec<LeftOut>,
    left_out: Vec<LeftOut>,
}

impl Courses {
    /// Brings the files of one course in as a draft version. Importing the same again changes nothing.
    /// `name` is that of the folder or archive; what is left out is told in `locale`;
    /// `accept` names findings that the author has read and accepts.
    ///
    /// # Errors
    /// [`Error::Unreadable`] with the problems when no course can be made of the files; [`Error::Media`] for a refused media
    /// file; [`Error::Forbidden`] when the course belongs to others. Nothing is kept then.
    pub async fn import(
        &self,
        files: Files,
        name: &str,
        locale: Locale,
        accept: &[String],
        editor: &Editor,
    ) -> Result<Imported, Error> {
        let mut reading = read(files, name, locale, &self.store)?;
        accept_findings(&mut reading, accept);
        let media = std::mem::take(&mut reading.media);
        let hash = content_hash(&reading.course, &media)?;
        let blobs = self.store_media(&reading.course, media).await?;
        let draft = Draft {
            document: serde_json::to_string(&reading.course)?,
            findings: serde_json::to_string(&reading.problems)?,
            minutes: i32::try_from(cards::card(&reading.course, reading.course.original()).minutes).unwrap_or(i32::MAX),
            slug: reading.course.slug.clone(),
            kind: cards::kind(reading.course.kind),
            hash,
            blobs,
            editor: editor.clone(),
            now: millis(self.clock.now()),
        };
        let draft = Arc::new(draft);
        let (version, changed) = self.db.write(move |tx| Box::pin(keep(draft.clone(), tx))).await?;
        Ok(Imported {
            format: reading.format,
            slug: reading.course.slug.clone(),
            title: cards::title(&reading.course.texts, reading.course.original(), reading.course.original()).1,
            version: VersionId(version),
            changed,
            modules: reading.course.modules.len(),
            units: reading.course.units().count(),
            blocks: reading.course.blocks().count(),
            questions: reading.course.blocks().filter(|(_, block)| block.question().is_some()).count(),
            approximated: reading.approximated,
            left_out: reading.left_out,
            problems: reading.problems,
        })
    }

    /// Stores the media that the course refers to; bytes are on disk before any row speaks of them.
    async fn store_media(&self, course: &Course, mut files: Files) -> Result<BTreeMap<String, Blob>, Error> {
        let mut blobs = BTreeMap::new();
        // All are looked at before the first is stored: a refused file leaves nothing behind.
        for path in &course.media {
            if let Some(bytes) = files.get(path) {
                self.store.examine(path, bytes).map_err(|error| media_refused(path, error))?;
            }
        }
        for path in &course.media {
            if let Some(bytes) = files.remove(path) {
                blobs.insert(path.clone(), self.store.put(path, bytes).await?);
            }
        }
        Ok(blobs)
    }
}

/// A refused media file says so as every other refused file does.
fn media_refused(place: &str, error: media::Error) -> Error {
    let why = match error {
        media::Error::UnknownKind { .. } => Why::UnknownMedia,
        media::Error::Mismatch { .. } => Why::OtherMedia,
        media::Error::TooLarge { what, .. } => Why::LargeMedia(what),
        other => return other.into(),
    };
    Error::Source(Refusal::new(place, why))
}

fn read(files: Files, name: &str, locale: Locale, store: &media::Store) -> Result<Reading, Error> {
    if files.contains_key("course.toml") {
        let checked = course_format::check_folder(&files);
        let problems = checked.problems;
        // Without a key there is no course that a draft could belong to: settings that cannot be read give none.
        let course = checked.course.filter(|course| !course.slug.is_empty());
        let course = course.ok_or_else(|| Error::Unreadable(problems.clone()))?;
        return Ok(Reading {
            format: "folder",
            course,
            media: files,
            problems,
            approximated: vec![],
            left_out: vec![],
        });
    }
    if let Some(what) = foreign::package(&files) {
        return Err(Error::Source(Refusal::new(name, Why::Foreign(what))));
    }
    let files = &files;
    // A file that is not what its name says is shown as its words, like one that is missing; one that is too large is
    // refused, so that its author can make it smaller.
    let too_large = RefCell::new(None);
    let usable = |path: &str, bytes: &[u8]| match store.examine(path, bytes) {
        Ok(_) => true,
        Err(error @ media::Error::TooLarge { .. }) => {
            too_large.borrow_mut().get_or_insert(media_refused(path, error));
            false
        }
        Err(_) => false,
    };
    let imported =
        course_format::import(files, name, &usable).map_err(|_| Error::Source(Refusal::new(name, Why::NoLessons)))?;
    if let Some(error) = too_large.into_inner() {
        return Err(error);
    }
    // The media lie where the lessons' own links said; in the course they lie in one folder.
    let media = imported.media.iter().filter_map(|(to, from)| Some((to.clone(), files.get(from)?.clone()))).collect();
    let note = |note: course_format::Note| LeftOut { why: note.message(locale), place: note.path };
    Ok(Reading {
        format: "lessons",
        course: imported.course,
        media,
        problems: imported.problems,
        approximated: imported.approximated.into_iter().map(note).collect(),
        left_out: imported.left_out.into_iter().map(note).collect(),
    })
}

/// Marks findings as read and accepted, by code; those that must be mended stay.
fn accept_findings(reading: &mut Reading, accept: &[String]) {
    for code in accept {
        let mut accepts = false;
        for problem in &mut reading.problems {
            if problem.acceptable && problem.code.name() == code {
                problem.accepted = true;
                accepts = true;
            }
        }
        if accepts && !reading.course.accepted.contains(code) {
            reading.course.accepted.push(code.clone());
        }
    }
}

/// The same document with the same media has the same hash.
fn content_hash(course: &Course, files: &Files) -> Result<String, Error> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(serde_json::to_string(course)?.as_bytes());
    for path in &course.media {
        if let Some(bytes) = files.get(path) {
            hasher.update(path.as_bytes());
            hasher.update(blake3::hash(bytes).as_bytes());
        }
    }
    Ok(hasher.finalize().to_hex().to_string())
}

struct Draft {
    document: String,
    findings: String,
    minutes: i32,
    slug: String,
    kind: &'static str,
    hash: String,
    blobs: BTreeMap<String, Blob>,
    editor: Editor,
    now: i64,
}

async fn keep(draft: Arc<Draft>, tx: &database::Tx) -> Result<(Uuid, bool), Error> {
    if let Some(known) = queries::course(tx, &draft.slug).await? {
        let mine = match draft.editor.person() {
            Some(person) if !draft.editor.reaches_everything() => queries::is_author(tx, known.id, person.0).await?,
            _ => true,
        };
        if !mine {
            return Err(Error::Forbidden);
        }
    }
    let course = queries::touch_course(tx, &draft.slug, draft.kind, draft.now).await?;
    if let Some(person) = draft.editor.person() {
        queries::add_author(tx, course.id, person.0).await?;
    }
    let versions = queries::versions(tx, course.id).await?;
    if let Some(newest) = versions.first()
        && is_same(tx, newest.id, &draft.hash).await?
    {
        return Ok((newest.id, false));
    }
    // One draft at a time: a newer import replaces the draft before it.
    let replaced = versions.iter().find(|version| version.state == queries::DRAFT);
    if let Some(replaced) = replaced {
        course_media::Entity::delete_many().filter(course_media::Column::VersionId.eq(replaced.id)).exec(tx).await?;
        course_version::Entity::delete_by_id(replaced.id).exec(tx).await?;
    }
    let number =
        replaced.map_or_else(|| versions.first().map_or(1, |newest| newest.number + 1), |replaced| replaced.number);
    let id = VersionId::new().0;
    let row = course_version::ActiveModel {
        id: Set(id),
        course_id: Set(course.id),
        number: Set(number),
        state: Set(queries::DRAFT.to_owned()),
        document: Set(draft.document.clone()),
        findings: Set(draft.findings.clone()),
        minutes: Set(draft.minutes),
        content_hash: Set(draft.hash.clone()),
        harmless: Set(None),
        created_by: Set(draft.editor.subject().map(|subject| subject.0)),
        created_at: Set(draft.now),
        published_at: Set(None),
    };
    course_version::Entity::insert(row).exec_without_returning(tx).await?;
    let blobs: Vec<Blob> = draft.blobs.values().cloned().collect();
    media::record(tx, &blobs, draft.now).await?;
    if !draft.blobs.is_empty() {
        let rows = draft.blobs.iter().map(|(path, blob)| course_media::ActiveModel {
            version_id: Set(id),
            path: Set(path.clone()),
            hash: Set(blob.hash.clone()),
        });
        course_media::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok((id, true))
}

async fn is_same(tx: &database::Tx, version: Uuid, hash: &str) -> Result<bool, Error> {
    let row = course_version::Entity::find_by_id(version)
        .filter(course_version::Column::ContentHash.eq(hash))
        .one(tx)
        .await?;
    Ok(row.is_some())
}
