//! `/media/{hash}/{name}`: the files of courses, by the hash of their bytes, with ranges.

use actix_files::NamedFile;
use actix_web::{HttpRequest, HttpResponse, get, http::header, web};

use crate::{
    error::{ApiError, Problem},
    state::House,
};

/// A file of a course. For everybody: whoever knows the hash of its bytes has seen it.
#[utoipa::path(tag = "courses", extensions(("x-permission" = json!("anyone"))), params(("hash" = String, Path), ("name" = String, Path)), responses(
    (status = 200), (status = 206), (status = 304), (status = 404, body = Problem), (status = 416, body = Problem)))]
#[get("/media/{hash}/{name}")]
pub(super) async fn file(
    request: HttpRequest,
    house: web::Data<House>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, ApiError> {
    let (hash, name) = path.into_inner();
    let kind = media::Kind::of(&name).ok_or_else(ApiError::not_found)?;
    let place = house.media.path(&hash).ok_or_else(ApiError::not_found)?;
    let file = NamedFile::open_async(place).await.map_err(|_| ApiError::not_found())?;
    let mime = kind.mime.parse().map_err(|_| ApiError::not_found())?;
    // What an author uploaded must not act as a page of ours, whatever is in it.
    let inline =
        !matches!(kind.mime.split(';').next(), Some("text/html" | "text/plain" | "text/csv" | "application/pdf"));
    let disposition = header::ContentDisposition {
        disposition: if inline { header::DispositionType::Inline } else { header::DispositionType::Attachment },
        parameters: vec![header::DispositionParam::Filename(name)],
    };
    let mut response = file
        .set_content_type(mime)
        .set_content_disposition(disposition)
        .use_last_modified(false)
        .into_response(&request);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        header::HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
    );
    Ok(response)
}
