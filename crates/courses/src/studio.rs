//! What authors see: their courses, the check's findings, the versions, and a preview as a learner.

use course_format::{
    grade::{Answer, Feedback},
    model::Course,
};
use uuid::Uuid;
use vocabulary::{Locale, Page, PageRequest, VersionId, from_millis};

use crate::{
    Courses, Editor, Error,
    body::Body,
    cards,
    files::Media,
    outline,
    queries::{self, DRAFT},
    views::{FindingCount, FindingView, StudioCourse, StudioPage, VersionView},
};

/// Where a question stands.
#[derive(Clone, Copy, Debug)]
pub struct QuestionPlace<'a> {
    /// The course's key.
    pub slug: &'a str,
    /// The version.
    pub version: VersionId,
    /// The unit's key.
    pub unit: &'a str,
    /// The block.
    pub block: &'a str,
}

impl Courses {
    /// The courses of an author, or all of them for whoever reaches everything.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn studio(
        &self,
        editor: &Editor,
        locale: Locale,
        page: &PageRequest,
    ) -> Result<Page<StudioCourse>, Error> {
        let author = if editor.reaches_everything() { None } else { editor.person().map(|person| person.0) };
        let rows = queries::studio_page(&self.db, author, page.cursor.as_deref(), u64::from(page.limit) + 1).await?;
        let rows = Page::from_extra(rows, page.limit, |row| row.slug.clone());
        let ids: Vec<Uuid> = rows.items.iter().map(|row| row.id).collect();
        let versions = queries::versions_of(self.db.read(), &ids).await?;
        let newest: Vec<Uuid> = versions.values().filter_map(|versions| Some(versions.first()?.id)).collect();
        let documents = self.documents(&newest.iter().copied().map(VersionId).collect::<Vec<_>>()).await?;
        let findings = queries::findings_of(&self.db, &newest).await?;
        let told = |row: &database::entity::course::Model| {
            let versions = versions.get(&row.id)?;
            let newest = versions.first()?;
            let course = documents.get(&VersionId(newest.id))?;
            Some(StudioCourse {
                slug: row.slug.clone(),
                title: cards::title(&course.texts, locale, course.original()).1,
                kind: row.kind.clone(),
                languages: course.languages.clone(),
                version: versions
                    .iter()
                    .find(|version| Some(version.id) == row.published_version_id)
                    .map(|version| version.number),
                draft: (newest.state == DRAFT).then_some(newest.number),
                findings: count(findings.get(&newest.id).map_or(&[], Vec::as_slice)),
                updated_at: from_millis(row.updated_at).to_string(),
            })
        };
        let items = rows.items.iter().filter_map(told).collect();
        Ok(Page { items, next: rows.next })
    }

    /// One course in the studio.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not there or not theirs.
    pub async fn studio_page(&self, editor: &Editor, slug: &str, locale: Locale) -> Result<StudioPage, Error> {
        let row = self.editable(editor, slug).await?;
        let versions = queries::versions(self.db.read(), row.id).await?;
        let newest = versions.first().ok_or(Error::NotFound)?;
        let course = self.document(VersionId(newest.id)).await?;
        let enrolments = queries::enrolments_by_version(&self.db, row.id).await?;
        let findings = queries::findings(&self.db, newest.id).await?;
        Ok(StudioPage {
            slug: row.slug,
            title: cards::title(&course.texts, locale, course.original()).1,
            kind: row.kind,
            languages: course.languages.clone(),
            versions: versions
                .iter()
                .map(|version| VersionView {
                    id: version.id,
                    number: version.number,
                    state: version.state.clone(),
                    created_at: from_millis(version.created_at).to_string(),
                    published_at: version.published_at.map(|at| from_millis(at).to_string()),
                    harmless: version.harmless,
                    enrolments: enrolments.get(&version.id).copied().unwrap_or(0),
                })
                .collect(),
            findings: findings.iter().map(|problem| FindingView::of(problem, locale)).collect(),
            modules: outline::modules(&course, locale),
        })
    }

    /// A unit of any version, drafts too, as a learner would read it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is not there or not theirs.
    pub async fn preview(
        &self,
        editor: &Editor,
        slug: &str,
        version: VersionId,
        key: &str,
        locale: Locale,
    ) -> Result<Body, Error> {
        let course = self.editable_version(editor, slug, version).await?;
        let media = self.media(version).await?;
        body(&course, key, locale, &media, version.0)
    }

    /// Grades an answer in the preview and keeps nothing of it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such question or it is not theirs.
    pub async fn try_answer(
        &self,
        editor: &Editor,
        place: QuestionPlace<'_>,
        answer: &Answer,
        locale: Locale,
    ) -> Result<Feedback, Error> {
        let course = self.editable_version(editor, place.slug, place.version).await?;
        let block = course.unit(place.unit).and_then(|unit| unit.block(place.block)).ok_or(Error::NotFound)?;
        let media = self.media(place.version).await?;
        course_format::feedback(&course, block, answer, locale, true, &media).ok_or(Error::NotFound)
    }

    /// Makes a person an author of every course there is: for the demo.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn give_all_to(&self, _console: &accounts::Console, person: vocabulary::PersonId) -> Result<(), Error> {
        let rows = queries::studio_page(&self.db, None, None, 1_000).await?;
        self.db
            .write(move |tx| {
                let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
                Box::pin(async move {
                    for id in ids {
                        queries::add_author(tx, id, person.0).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    async fn editable(&self, editor: &Editor, slug: &str) -> Result<database::entity::course::Model, Error> {
        let row = queries::course(self.db.read(), slug).await?.ok_or(Error::NotFound)?;
        let allowed = match editor.person() {
            _ if editor.reaches_everything() => true,
            Some(person) => queries::is_author(self.db.read(), row.id, person.0).await?,
            None => false,
        };
        if allowed { Ok(row) } else { Err(Error::NotFound) }
    }

    async fn editable_version(
        &self,
        editor: &Editor,
        slug: &str,
        version: VersionId,
    ) -> Result<std::sync::Arc<Course>, Error> {
        let row = self.editable(editor, slug).await?;
        let known = queries::versions(self.db.read(), row.id).await?.iter().any(|known| known.id == version.0);
        if known { self.document(version).await } else { Err(Error::NotFound) }
    }
}

/// A unit of a version in one language, serialised.
pub(crate) fn body(course: &Course, key: &str, locale: Locale, media: &Media, version: Uuid) -> Result<Body, Error> {
    let mut content = course_format::present(course, key, locale, media).ok_or(Error::NotFound)?;
    content.version_id = Some(version.to_string());
    Ok(Body::new(serde_json::to_string(&content)?))
}

fn count(problems: &[course_format::Problem]) -> FindingCount {
    let blocks = problems.iter().filter(|problem| problem.blocks()).count();
    FindingCount { blocks, warns: problems.len() - blocks }
}
