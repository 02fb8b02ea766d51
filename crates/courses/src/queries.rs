//! The tables of courses: what is read from them and written to them.

use std::collections::HashMap;

use course_format::{Pixels, model::Course};
use database::{
    CHUNK, Database, Tx,
    entity::{
        blob, catalogue_entry, catalogue_tag, course, course_author, course_media, course_version, edition, enrolment,
        unit_content,
    },
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType,
    QueryFilter, QueryOrder, QuerySelect, RelationDef, sea_query::OnConflict,
};
use uuid::Uuid;
use vocabulary::{CourseId, EditionId, Locale, VersionId, from_millis};

use crate::{
    Error, PublishedVersion,
    body::Body,
    cards,
    files::File,
    shelf::{OnShelf, Shelf},
};

/// The state of a version that nobody but its authors sees.
pub(crate) const DRAFT: &str = "draft";
/// The state of the version that newcomers get.
pub(crate) const PUBLISHED: &str = "published";
/// The state of a version that a newer one has followed.
pub(crate) const SUPERSEDED: &str = "superseded";
/// The kind of the edition that is open to all.
pub(crate) const STANDING: &str = "standing";

/// The documents of versions.
pub(crate) async fn documents(db: &Database, versions: &[Uuid]) -> Result<Vec<(Uuid, Course)>, Error> {
    use course_version::Column::{Document, Id};
    let mut found = vec![];
    for chunk in versions.chunks(CHUNK) {
        let rows: Vec<(Uuid, String)> = course_version::Entity::find()
            .select_only()
            .columns([Id, Document])
            .filter(Id.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(db.read())
            .await?;
        for (id, text) in rows {
            found.push((id, serde_json::from_str(&text)?));
        }
    }
    Ok(found)
}

/// A unit as it was made at publishing.
pub(crate) async fn unit_content(
    db: &Database,
    version: Uuid,
    key: &str,
    locale: Locale,
) -> Result<Option<Body>, Error> {
    let id = (version, key.to_owned(), locale.tag().to_owned());
    let row = unit_content::Entity::find_by_id(id).one(db.read()).await?;
    Ok(row.map(|row| Body { json: row.body, etag: row.etag }))
}

/// Everything that is published.
pub(crate) async fn shelf(db: &Database) -> Result<Shelf, Error> {
    let courses: HashMap<Uuid, course::Model> = course::Entity::find()
        .filter(course::Column::PublishedVersionId.is_not_null())
        .all(db.read())
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let mut versions: HashMap<Uuid, Vec<PublishedVersion>> = HashMap::new();
    let rows: Vec<(Uuid, Uuid, i32, Option<bool>)> = course_version::Entity::find()
        .select_only()
        .columns([
            course_version::Column::CourseId,
            course_version::Column::Id,
            course_version::Column::Number,
            course_version::Column::Harmless,
        ])
        .filter(course_version::Column::State.ne(DRAFT))
        .order_by_asc(course_version::Column::Number)
        .into_tuple()
        .all(db.read())
        .await?;
    for (course, id, number, harmless) in rows {
        let version = PublishedVersion { id: VersionId(id), number, harmless: harmless.unwrap_or(false) };
        versions.entry(course).or_default().push(version);
    }
    let editions: HashMap<Uuid, edition::Model> = edition::Entity::find()
        .filter(edition::Column::Kind.eq(STANDING))
        .all(db.read())
        .await?
        .into_iter()
        .map(|row| (row.course_id, row))
        .collect();
    let mut shelf = Shelf { by_slug: HashMap::new(), by_id: HashMap::new(), entries: HashMap::new() };
    for (id, row) in &courses {
        let (Some(edition), Some(versions)) = (editions.get(id), versions.remove(id)) else { continue };
        let on_shelf = std::sync::Arc::new(OnShelf {
            course: CourseId(*id),
            slug: row.slug.clone(),
            edition: EditionId(edition.id),
            edition_starts: edition.starts_at.map(from_millis),
            versions,
        });
        shelf.by_slug.insert(row.slug.clone(), on_shelf.clone());
        shelf.by_id.insert(CourseId(*id), on_shelf);
    }
    for row in catalogue_entry::Entity::find().all(db.read()).await? {
        if let Ok(locale) = row.language.parse::<Locale>() {
            let card = serde_json::from_str(&row.card)?;
            shelf.entries.entry(locale).or_default().push(cards::entry(card, row.folded));
        }
    }
    Ok(shelf)
}

/// The row of a course.
pub(crate) async fn course(db: &impl ConnectionTrait, slug: &str) -> Result<Option<course::Model>, Error> {
    Ok(course::Entity::find().filter(course::Column::Slug.eq(slug)).one(db).await?)
}

/// A person is an author of the course.
pub(crate) async fn is_author(db: &impl ConnectionTrait, course: Uuid, person: Uuid) -> Result<bool, Error> {
    Ok(course_author::Entity::find_by_id((course, person)).one(db).await?.is_some())
}

/// The versions of a course without their documents, newest first.
#[derive(FromQueryResult)]
pub(crate) struct VersionRow {
    course_id: Uuid,
    pub(crate) id: Uuid,
    pub(crate) number: i32,
    pub(crate) state: String,
    pub(crate) harmless: Option<bool>,
    pub(crate) created_at: i64,
    pub(crate) published_at: Option<i64>,
}

pub(crate) async fn versions(db: &impl ConnectionTrait, course: Uuid) -> Result<Vec<VersionRow>, Error> {
    Ok(versions_of(db, &[course]).await?.remove(&course).unwrap_or_default())
}

/// The versions of several courses, each newest first.
pub(crate) async fn versions_of(
    db: &impl ConnectionTrait,
    courses: &[Uuid],
) -> Result<HashMap<Uuid, Vec<VersionRow>>, Error> {
    use course_version::Column::{CourseId, CreatedAt, Harmless, Id, Number, PublishedAt, State};
    let mut found: HashMap<Uuid, Vec<VersionRow>> = HashMap::new();
    for chunk in courses.chunks(CHUNK) {
        let rows = course_version::Entity::find()
            .select_only()
            .columns([CourseId, Id, Number, State, Harmless, CreatedAt, PublishedAt])
            .filter(CourseId.is_in(chunk.iter().copied()))
            .order_by_desc(Number)
            .into_model::<VersionRow>()
            .all(db)
            .await?;
        for row in rows {
            found.entry(row.course_id).or_default().push(row);
        }
    }
    Ok(found)
}

/// How many enrolments stand on each version of a course.
pub(crate) async fn enrolments_by_version(db: &Database, course: Uuid) -> Result<HashMap<Uuid, u64>, Error> {
    let rows: Vec<(Uuid, i64)> = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::VersionId)
        .column_as(enrolment::Column::Id.count(), "count")
        .filter(enrolment::Column::CourseId.eq(course))
        .group_by(enrolment::Column::VersionId)
        .into_tuple()
        .all(db.read())
        .await?;
    Ok(rows.into_iter().map(|(version, count)| (version, u64::try_from(count).unwrap_or(0))).collect())
}

/// The findings of a version, as they were stored.
pub(crate) async fn findings(db: &Database, version: Uuid) -> Result<Vec<course_format::Problem>, Error> {
    findings_of(db, &[version]).await?.remove(&version).ok_or(Error::NotFound)
}

/// The findings of several versions.
pub(crate) async fn findings_of(
    db: &Database,
    versions: &[Uuid],
) -> Result<HashMap<Uuid, Vec<course_format::Problem>>, Error> {
    use course_version::Column::{Findings, Id};
    let mut found = HashMap::new();
    for chunk in versions.chunks(CHUNK) {
        let rows: Vec<(Uuid, String)> = course_version::Entity::find()
            .select_only()
            .columns([Id, Findings])
            .filter(Id.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(db.read())
            .await?;
        for (id, text) in rows {
            found.insert(id, serde_json::from_str(&text)?);
        }
    }
    Ok(found)
}

/// The paths of a version's media and the blobs behind them.
pub(crate) async fn media(db: &Database, version: Uuid) -> Result<HashMap<String, String>, Error> {
    Ok(media_of(db, &[version]).await?.into_iter().map(|(_, path, file)| (path, file.hash)).collect())
}

/// A file of a version, and the pixels of a picture.
#[derive(FromQueryResult)]
struct MediaRow {
    version_id: Uuid,
    path: String,
    hash: String,
    width: Option<i32>,
    height: Option<i32>,
}

/// Version, path and stored file of the media of several versions.
pub(crate) async fn media_of(db: &Database, versions: &[Uuid]) -> Result<Vec<(Uuid, String, File)>, Error> {
    let mut found = vec![];
    for chunk in versions.chunks(CHUNK) {
        let of = course_media::Column::VersionId.is_in(chunk.iter().copied());
        let rows = course_media::Entity::find()
            .select_only()
            .columns([course_media::Column::VersionId, course_media::Column::Path, course_media::Column::Hash])
            .columns([blob::Column::Width, blob::Column::Height])
            .join(JoinType::LeftJoin, blob_of_media())
            .filter(of)
            .into_model::<MediaRow>()
            .all(db.read())
            .await?;
        found.extend(rows.into_iter().map(|MediaRow { version_id, path, hash, width, height }| {
            let side = |side: Option<i32>| side.and_then(|side| u32::try_from(side).ok());
            let size = side(width).zip(side(height)).map(|(width, height)| Pixels { width, height });
            (version_id, path, File { hash, size })
        }));
    }
    Ok(found)
}

/// From the files of versions to what is stored.
fn blob_of_media() -> RelationDef {
    course_media::Entity::belongs_to(blob::Entity).from(course_media::Column::Hash).to(blob::Column::Hash).into()
}

/// A page of courses for the studio: all of them, or those of one author; by slug, after `cursor`.
pub(crate) async fn studio_page(
    db: &Database,
    author: Option<Uuid>,
    cursor: Option<&str>,
    limit: u64,
) -> Result<Vec<course::Model>, Error> {
    let mut query = course::Entity::find().order_by_asc(course::Column::Slug).limit(limit);
    if let Some(cursor) = cursor {
        query = query.filter(course::Column::Slug.gt(cursor));
    }
    if let Some(author) = author {
        let mine = course_author::Entity::find()
            .select_only()
            .column(course_author::Column::CourseId)
            .filter(course_author::Column::PersonId.eq(author));
        query = query.filter(course::Column::Id.in_subquery(sea_orm::QueryTrait::into_query(mine)));
    }
    Ok(query.all(db.read()).await?)
}

/// Makes the row of a course that is new, or touches the one there is.
pub(crate) async fn touch_course(tx: &Tx, slug: &str, kind: &str, now: i64) -> Result<course::Model, Error> {
    if let Some(mut row) = course(tx, slug).await? {
        kind.clone_into(&mut row.kind);
        row.updated_at = now;
        course::Entity::update_many()
            .col_expr(course::Column::Kind, row.kind.clone().into())
            .col_expr(course::Column::UpdatedAt, now.into())
            .filter(course::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
        return Ok(row);
    }
    let row = course::Model {
        id: CourseId::new().0,
        slug: slug.to_owned(),
        kind: kind.to_owned(),
        published_version_id: None,
        created_at: now,
        updated_at: now,
    };
    course::Entity::insert(sea_orm::IntoActiveModel::into_active_model(row.clone()).reset_all())
        .exec_without_returning(tx)
        .await?;
    Ok(row)
}

/// Puts an author beside the course.
pub(crate) async fn add_author(tx: &Tx, course: Uuid, person: Uuid) -> Result<(), Error> {
    let row = course_author::ActiveModel { course_id: Set(course), person_id: Set(person) };
    course_author::Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Replaces what the catalogue knows of a course.
pub(crate) async fn replace_catalogue(
    tx: &Tx,
    course: Uuid,
    entries: Vec<catalogue_entry::ActiveModel>,
    tags: Vec<catalogue_tag::ActiveModel>,
) -> Result<(), Error> {
    catalogue_entry::Entity::delete_many().filter(catalogue_entry::Column::CourseId.eq(course)).exec(tx).await?;
    catalogue_tag::Entity::delete_many().filter(catalogue_tag::Column::CourseId.eq(course)).exec(tx).await?;
    catalogue_entry::Entity::insert_many(entries).exec_without_returning(tx).await?;
    if !tags.is_empty() {
        catalogue_tag::Entity::insert_many(tags).exec_without_returning(tx).await?;
    }
    Ok(())
}
