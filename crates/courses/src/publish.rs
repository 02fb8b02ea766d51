//! Publishing: a draft becomes an immutable version, its units are made for each language, and the catalogue shows it.

use std::sync::Arc;

use accounts::{Administrator, Console, Permit};
use course_format::model::Course;
use database::{
    Conflict, IdempotencyKey, Tx,
    entity::{catalogue_entry, catalogue_tag, course, course_version, edition},
    insert_rows,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;
use vocabulary::{EditionId, Locale, VersionId, millis};

use crate::{
    Courses, Error,
    body::Body,
    cards,
    queries::{self, DRAFT, PUBLISHED, STANDING, SUPERSEDED},
    rules::{catalogue::duration, harmless::harmless},
    shelf::TOPIC,
};

/// The right to publish: an administrator's, or that of whoever sits at the machine.
pub struct Publisher {
    /// The key of the request that asks for it, so that a repeat publishes nothing and hears the same number.
    once: Option<IdempotencyKey>,
}

impl From<&Permit<Administrator>> for Publisher {
    fn from(permit: &Permit<Administrator>) -> Self {
        Self { once: permit.once() }
    }
}

impl From<Console> for Publisher {
    fn from(_: Console) -> Self {
        Self { once: None }
    }
}

/// Everything that publishing writes, made before the transaction.
struct Edition {
    slug: String,
    version: Uuid,
    harmless: bool,
    bodies: Vec<(String, Locale, Body)>,
    entries: Vec<catalogue_entry::ActiveModel>,
    tags: Vec<catalogue_tag::ActiveModel>,
    starts_at: Option<i64>,
    ends_at: Option<i64>,
    link: Option<String>,
    now: i64,
}

impl Courses {
    /// Publishes a draft and gives its number. `as_harmless` says that learners in the middle may move along.
    ///
    /// # Errors
    /// [`Error::NotPublishable`] when findings block it, [`Error::HarmlessRefused`] when questions, keys or rules changed,
    /// [`Error::Stale`] when it is no draft any more, [`Error::NotFound`].
    pub async fn publish(
        &self,
        slug: &str,
        version: VersionId,
        as_harmless: bool,
        by: &Publisher,
    ) -> Result<i32, Error> {
        if let Some(key) = &by.once
            && let Some(number) = self.db.kept_answer(key).await?
        {
            return Ok(serde_json::from_str(&number)?);
        }
        let row = queries::course(self.db.read(), slug).await?.ok_or(Error::NotFound)?;
        let versions = queries::versions(self.db.read(), row.id).await?;
        let draft = versions.iter().find(|known| known.id == version.0).ok_or(Error::NotFound)?;
        if draft.state != DRAFT {
            return Err(Error::Stale);
        }
        let blocking = queries::findings(&self.db, version.0).await?.iter().filter(|problem| problem.blocks()).count();
        if blocking > 0 {
            return Err(Error::NotPublishable(blocking));
        }
        let course = self.document(version).await?;
        if as_harmless {
            let before = row.published_version_id.ok_or(Error::HarmlessRefused)?;
            if !harmless(&*self.document(VersionId(before)).await?, &course) {
                return Err(Error::HarmlessRefused);
            }
        }
        let edition = Arc::new(self.edition(row.id, &course, version, as_harmless).await?);
        let number = draft.number;
        self.db.write_once(by.once.clone(), move |tx| Box::pin(keep(edition.clone(), number, tx))).await
    }

    async fn edition(
        &self,
        course_id: Uuid,
        course: &Course,
        version: VersionId,
        harmless: bool,
    ) -> Result<Edition, Error> {
        let now = millis(self.clock.now());
        let media = self.media(version).await?;
        let mut bodies = vec![];
        for locale in Locale::ALL {
            for unit in course.units() {
                let body = crate::studio::body(course, &unit.key, locale, &media, version.0)?;
                bodies.push((unit.key.clone(), locale, body));
            }
        }
        let folded = cards::folded(course);
        let entries = Locale::ALL
            .into_iter()
            .map(|locale| {
                let card = cards::card(course, locale);
                Ok(catalogue_entry::ActiveModel {
                    course_id: Set(course_id),
                    language: Set(locale.tag().to_owned()),
                    slug: Set(course.slug.clone()),
                    title: Set(card.title.clone()),
                    summary: Set(card.summary.clone()),
                    folded: Set(folded.clone()),
                    kind: Set(card.kind.clone()),
                    level: Set(card.level.to_string()),
                    minutes: Set(i32::try_from(card.minutes).unwrap_or(i32::MAX)),
                    card: Set(serde_json::to_string(&card)?),
                    published_at: Set(now),
                })
            })
            .collect::<Result<_, Error>>()?;
        let starts = course.live.as_ref().and_then(|live| live.starts.parse().ok()).map(millis);
        let length = course.live.as_ref().map(|live| i64::from(live.minutes) * 60_000);
        Ok(Edition {
            slug: course.slug.clone(),
            version: version.0,
            harmless,
            bodies,
            entries,
            tags: tags(course_id, course),
            starts_at: starts,
            ends_at: starts.zip(length).map(|(starts, length)| starts + length),
            link: course.live.as_ref().and_then(|live| live.link.clone()),
            now,
        })
    }
}

/// What reports and searches filter by.
fn tags(course_id: Uuid, course: &Course) -> Vec<catalogue_tag::ActiveModel> {
    let card = cards::card(course, course.original());
    let mut values: Vec<(&str, String)> = vec![
        ("format", card.kind.clone()),
        ("level", card.band.key().to_owned()),
        ("duration", duration(card.minutes).to_owned()),
    ];
    values.extend(course.languages.iter().map(|locale| ("language", locale.to_string())));
    values.extend(course.competences.iter().map(|tag| ("competence", tag.id.clone())));
    values.extend(course.audiences.iter().map(|audience| ("audience", audience.clone())));
    values.extend(course.sectors.iter().map(|sector| ("sector", sector.clone())));
    values.sort();
    values.dedup();
    values
        .into_iter()
        .map(|(facet, value)| catalogue_tag::ActiveModel {
            course_id: Set(course_id),
            facet: Set(facet.to_owned()),
            value: Set(value),
        })
        .collect()
}

async fn keep(made: Arc<Edition>, number: i32, tx: &Tx) -> Result<i32, Error> {
    let row = queries::course(tx, &made.slug).await?.ok_or(Error::NotFound)?;
    // Whoever published in between wins; this one is told.
    let published = course_version::Entity::update_many()
        .col_expr(course_version::Column::State, Expr::value(PUBLISHED))
        .col_expr(course_version::Column::Harmless, Expr::value(made.harmless))
        .col_expr(course_version::Column::PublishedAt, Expr::value(made.now))
        .filter(course_version::Column::Id.eq(made.version))
        .filter(course_version::Column::State.eq(DRAFT))
        .exec(tx)
        .await?;
    if published.rows_affected == 0 {
        return Err(Error::Stale);
    }
    if let Some(before) = row.published_version_id {
        course_version::Entity::update_many()
            .col_expr(course_version::Column::State, Expr::value(SUPERSEDED))
            .filter(course_version::Column::Id.eq(before))
            .exec(tx)
            .await?;
    }
    course::Entity::update_many()
        .col_expr(course::Column::PublishedVersionId, Expr::value(made.version))
        .col_expr(course::Column::UpdatedAt, Expr::value(made.now))
        .filter(course::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    let bodies = made.bodies.iter().map(|(unit, locale, body)| {
        let (json, etag) = (body.json.clone(), body.etag.clone());
        vec![made.version.into(), unit.clone().into(), locale.tag().into(), json.into(), etag.into()]
    });
    let columns = ["version_id", "unit_key", "language", "body", "etag"];
    insert_rows(tx, "unit_content", &columns, Conflict::Fail, bodies.collect()).await?;
    queries::replace_catalogue(tx, row.id, made.entries.clone(), made.tags.clone()).await?;
    standing_edition(tx, row.id, &made).await?;
    database::topics::raise(tx, TOPIC).await?;
    Ok(number)
}

/// The edition open to all: made with the first version, its dates follow the newest.
async fn standing_edition(tx: &Tx, course: Uuid, made: &Edition) -> Result<(), Error> {
    let known = edition::Entity::find()
        .filter(edition::Column::CourseId.eq(course))
        .filter(edition::Column::Kind.eq(STANDING))
        .one(tx)
        .await?;
    let row = edition::ActiveModel {
        id: Set(known.as_ref().map_or_else(|| EditionId::new().0, |known| known.id)),
        course_id: Set(course),
        kind: Set(STANDING.to_owned()),
        starts_at: Set(made.starts_at),
        ends_at: Set(made.ends_at),
        link: Set(made.link.clone()),
        created_at: Set(known.as_ref().map_or(made.now, |known| known.created_at)),
    };
    if known.is_some() {
        edition::Entity::update(row).exec(tx).await?;
    } else {
        edition::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}
