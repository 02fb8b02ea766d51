//! `/studio/imports`: whole courses that come in as an archive.

use accounts::Author;
use actix_web::{HttpRequest, HttpResponse, post, web};
use courses::{Editor, unpack, views::ImportView};
use serde::Deserialize;
use tokio::runtime::Handle;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{
    answer,
    error::{ApiError, Problem},
    extract::{File, Lang, Query, SignedIn},
    state::House,
};

pub(super) fn configure(config: &mut ServiceConfig) {
    config.service(import);
}

/// What the archive is called.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ArchiveQuery {
    /// Its name without the ending: the course's key where nothing inside says one.
    #[serde(default)]
    name: String,
}

/// The longest name that is taken from an archive, in characters.
const NAME_MAX: usize = 100;

/// Brings a course in as a draft: a zip archive, 64 MiB at most, of our own format or of plain Markdown lessons. The same again changes
/// nothing; what is published stays as it is.
#[utoipa::path(tag = "studio", extensions(("x-permission" = json!("author"))), params(Lang, ArchiveQuery),
    request_body(content = String, content_type = "application/zip", description = "The archive."), responses(
    (status = 200, body = ImportView), (status = 401, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem)))]
#[post("/studio/imports")]
async fn import(
    request: HttpRequest,
    SignedIn(actor): SignedIn,
    house: web::Data<House>,
    Query(lang): Query<Lang>,
    Query(archive): Query<ArchiveQuery>,
    File(bytes): File,
) -> Result<HttpResponse, ApiError> {
    let editor = Editor::from(&actor.permit::<Author>()?);
    let locale = lang.or(Some(&actor), &request);
    let name: String = archive.name.chars().take(NAME_MAX).collect();
    let (courses, here) = (house.courses.clone(), Handle::current());
    // Unpacking and reading take long: they must not keep the others of this thread waiting.
    let work = move || {
        here.block_on(async move { courses.import(unpack::from_zip(&bytes)?, &name, locale, &[], &editor).await })
    };
    let done = web::block(work).await.map_err(|_| ApiError::busy())?;
    let imported = done.map_err(|error| ApiError::of_import(error, locale))?;
    Ok(answer::personal(&ImportView::from(imported)))
}
