//! What routes take from a request: who is asking, in which language, which part of a list, what they say.

mod body;
mod query;
mod shape;

use std::{future::Future, net::IpAddr, pin::Pin};

use accounts::{Actor, Ask};
use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    cookie::{Cookie, SameSite},
    dev::Payload,
    http::header,
    web,
};
use serde::Deserialize;
use utoipa::IntoParams;
use vocabulary::{Locale, PageRequest};

use crate::{error::ApiError, passed::ClientAddress, state::House};

pub(crate) use body::{Body, File, OptionalBody};
pub(crate) use query::{Query, pairs};

/// The cookie's name where connections are encrypted.
const HOST_COOKIE: &str = "__Host-aulari";
/// Its name on a loopback address without encryption, where browsers refuse the other.
const PLAIN_COOKIE: &str = "aulari";

/// Whoever is signed in.
pub(crate) struct SignedIn(pub(crate) Actor);

/// Whoever is asking, signed in or not.
pub(crate) struct Anyone(pub(crate) Option<Actor>);

impl FromRequest for Anyone {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let house = request.app_data::<web::Data<House>>().cloned();
        let token = house.as_ref().and_then(|house| token(request, house));
        let ask = request.extensions().get::<Ask>().cloned();
        Box::pin(async move {
            let (Some(house), Some(token)) = (house, token) else { return Ok(Self(None)) };
            let actor = house.accounts.who(&token).await?;
            Ok(Self(match (actor, ask) {
                (Some(actor), Some(ask)) => Some(actor.asking(ask)),
                (actor, _) => actor,
            }))
        })
    }
}

impl FromRequest for SignedIn {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let anyone = Anyone::from_request(request, payload);
        Box::pin(async move { anyone.await?.0.map(Self).ok_or_else(ApiError::not_signed_in) })
    }
}

fn cookie_name(house: &House) -> &'static str {
    if house.site.secure() { HOST_COOKIE } else { PLAIN_COOKIE }
}

/// The session's token as the browser sent it.
pub(crate) fn token(request: &HttpRequest, house: &House) -> Option<String> {
    request.cookie(cookie_name(house)).map(|cookie| cookie.value().to_owned())
}

/// The cookie that keeps a session; an empty value ends it.
pub(crate) fn session_cookie(house: &House, value: Option<&str>) -> Cookie<'static> {
    let mut cookie = Cookie::build(cookie_name(house), value.unwrap_or_default().to_owned())
        .path("/")
        .http_only(true)
        .secure(house.site.secure())
        .same_site(SameSite::Lax)
        .finish();
    match value {
        Some(_) => cookie.set_max_age(actix_web::cookie::time::Duration::days(60)),
        None => cookie.make_removal(),
    }
    cookie
}

/// The address that asks, for limits on guessing.
pub(crate) fn address(request: &HttpRequest) -> IpAddr {
    let found = request.extensions().get::<ClientAddress>().map(|client| client.0);
    found.unwrap_or(IpAddr::from([0, 0, 0, 0]))
}

/// `?lang=`
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Lang {
    /// The language to answer in; otherwise the person's, otherwise the browser's.
    lang: Option<Locale>,
}

impl Lang {
    /// The language that the address says.
    pub(crate) fn said(&self) -> Option<Locale> {
        self.lang
    }

    pub(crate) fn or(&self, actor: Option<&Actor>, request: &HttpRequest) -> Locale {
        self.lang.or_else(|| actor.map(Actor::language)).unwrap_or_else(|| browser_language(request))
    }
}

/// The best of our languages for the browser.
#[must_use]
pub fn browser_language(request: &HttpRequest) -> Locale {
    request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .and_then(Locale::from_accept_language)
        .unwrap_or_default()
}

/// `?limit=&cursor=`
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Paging {
    /// Rows at most, 1 to 100; 50 when nobody says.
    limit: Option<u32>,
    /// Where the page before ended.
    cursor: Option<String>,
}

impl Paging {
    pub(crate) fn request(&self) -> PageRequest {
        PageRequest::new(self.limit, self.cursor.clone())
    }
}
