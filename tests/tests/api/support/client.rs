//! A browser as the server sees it: cookies, an origin, JSON.

use reqwest::{Method, StatusCode, header::HeaderMap};
use serde_json::Value;

use super::conform;

/// Somebody's browser.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub bytes: Vec<u8>,
    asked: String,
}

impl Client {
    /// A browser that was never here.
    pub fn new(base: &str) -> Self {
        // Where an answer leads is looked at, not followed.
        let redirect = reqwest::redirect::Policy::none();
        let http = reqwest::Client::builder().cookie_store(true).redirect(redirect).build().unwrap();
        Self { http, base: base.to_owned() }
    }

    /// The same browser at another address of the same machine: cookies know no ports.
    pub fn at(&self, base: &str) -> Self {
        Self { http: self.http.clone(), base: base.to_owned() }
    }

    /// The server's address.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// A request that the test completes itself; addresses of the interface without their beginning.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let whole = ["/api/", "/media/", "/health/"].iter().any(|beginning| path.starts_with(beginning));
        self.http.request(method, format!("{}{}{path}", self.base, if whole { "" } else { "/api/v1" }))
    }

    /// A page, as somebody's browser loads it.
    pub async fn page(&self, path: &str, language: &str) -> Answer {
        let request = self.http.get(format!("{}{path}", self.base)).header("Accept-Language", language);
        Answer::of(request, format!("page {path}")).await
    }

    /// Sends what a page of ours would send.
    pub async fn send(&self, method: Method, path: &str, body: Option<&Value>) -> Answer {
        let mut request = self.request(method.clone(), path).header("Origin", &self.base);
        if let Some(body) = body {
            request = request.json(body);
        }
        Answer::of(request, format!("{method} {path}")).await
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    /// Writes.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    /// Brings an archive.
    pub async fn bring(&self, path: &str, archive: &[u8]) -> Answer {
        let request = self.request(Method::POST, path).header("Origin", &self.base);
        let request = request.header("Content-Type", "application/zip").body(archive.to_vec());
        Answer::of(request, format!("POST {path}")).await
    }

    /// Changes.
    pub async fn patch(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::PATCH, path, Some(body)).await
    }

    /// Ends something.
    pub async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None).await
    }
}

impl Answer {
    /// Sends a request, keeps everything of the answer and holds it against the description of the interface.
    pub async fn of(request: reqwest::RequestBuilder, asked: impl Into<String>) -> Self {
        let asked = asked.into();
        let (http, request) = request.build_split();
        let request = request.unwrap_or_else(|error| panic!("{asked}: {error}"));
        let (method, path) = (request.method().clone(), request.url().path().to_owned());
        let answer = http.execute(request).await.unwrap_or_else(|error| panic!("{asked}: {error}"));
        let (status, headers) = (answer.status(), answer.headers().clone());
        let answer = Self { status, headers, bytes: answer.bytes().await.unwrap().to_vec(), asked };
        conform::check(&method, &path, &answer.asked, &answer);
        answer
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The body as JSON, whatever the status.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("{}: no JSON: {}", self.asked, self.text()))
    }

    /// The body of an answer that must be good.
    #[track_caller]
    pub fn ok(&self) -> Value {
        assert!(self.status.is_success(), "{}: {} {}", self.asked, self.status, self.text());
        if self.bytes.is_empty() { Value::Null } else { self.json() }
    }

    /// A problem (RFC 9457) with this status and code.
    #[track_caller]
    pub fn problem(&self, status: u16, code: &str) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.asked, self.text());
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.asked);
        let body = self.json();
        assert_eq!(body["code"], code, "{}: {body}", self.asked);
        assert_eq!(body["status"], status, "{}", self.asked);
        body
    }

    /// A header; empty when it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}
