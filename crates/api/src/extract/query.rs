//! What stands after the question mark. Names that we do not know are passed over: addresses gain them on their way.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use serde::de::DeserializeOwned;

use super::shape;
use crate::error::ApiError;

/// The query, read into what the route asks for.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned + 'static> FromRequest for Query<T> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(understand(request.query_string()).map(Self))
    }
}

/// The pairs of a query, in order.
///
/// # Errors
/// 422 for a value with a character that no text needs.
pub(crate) fn pairs(query: &str) -> Result<Vec<(String, String)>, ApiError> {
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    match pairs.iter().find(|(name, value)| name.contains('\0') || value.contains('\0')) {
        Some((name, _)) => Err(ApiError::invalid(format!("/{}", name.replace('\0', "")), "control-character")),
        None => Ok(pairs),
    }
}

fn understand<T: DeserializeOwned>(query: &str) -> Result<T, ApiError> {
    pairs(query)?;
    let reader = serde_urlencoded::Deserializer::new(form_urlencoded::parse(query.as_bytes()));
    serde_path_to_error::deserialize(reader)
        .map_err(|error| shape::refused(&error.path().clone(), &error.into_inner().to_string()))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use vocabulary::Locale;

    use super::*;

    #[derive(Debug, Deserialize)]
    struct Asked {
        limit: Option<u32>,
        lang: Option<Locale>,
        q: Option<String>,
    }

    #[test]
    fn a_bad_value_is_told_by_its_name() {
        for (query, pointer) in
            [("limit=many", "/limit"), ("q=a&lang=xx", "/lang"), ("q=%00", "/q"), ("limit=-1", "/limit")]
        {
            let problem = understand::<Asked>(query).unwrap_err().problem();
            assert_eq!((problem.status, problem.pointer.as_deref()), (422, Some(pointer)), "{query}");
        }
    }

    #[test]
    fn what_is_unknown_changes_nothing() {
        let asked: Asked = understand("utm_source=x&limit=5&q=a+b").unwrap();
        assert_eq!((asked.limit, asked.lang, asked.q.as_deref()), (Some(5), None, Some("a b")));
    }
}
