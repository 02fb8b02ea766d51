//! A server in this process on a folder of its own, with one sample course, and people who use it.

use std::{path::Path, sync::Arc};

use accounts::{Console, Role, SignUp};
use courses::{Editor, Publisher, unpack};
use reqwest::{Client, Method, Response, StatusCode, header::HeaderMap};
use serde_json::{Value, json};
use server::{Running, settings::Settings};
use vocabulary::{FixedClock, Locale};

pub const COURSE: &str = "stop-check-decide";
pub const PASSWORD: &str = "a long enough word 7";

pub struct House {
    pub running: Running,
    pub base: String,
    pub clock: Arc<FixedClock>,
    _data: tempfile::TempDir,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Said {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Said {
    pub async fn of(response: Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        Self { status, headers, text: response.text().await.unwrap() }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// A problem with this status and code, told as one.
    pub fn is_problem(&self, status: u16, code: &str) {
        assert_eq!(self.status.as_u16(), status, "{self:?}");
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        let problem = self.json();
        assert_eq!((&problem["code"], &problem["status"]), (&json!(code), &json!(status)), "{problem}");
        assert!(problem["detail"].as_str().is_some_and(|words| words.len() > 10), "no words what to do: {problem}");
    }
}

pub async fn house() -> House {
    house_with(|_| {}).await
}

pub async fn house_with(change: impl FnOnce(&mut Settings)) -> House {
    let data = tempfile::tempdir().unwrap();
    let mut settings = Settings::default();
    settings.server.listen = ([127, 0, 0, 1], 0).into();
    settings.server.workers = Some(2);
    (settings.security.argon2_memory_kib, settings.security.argon2_passes) = (64, 1);
    change(&mut settings);
    let clock = Arc::new(FixedClock::at("2026-11-25T10:00:00Z".parse().unwrap()));
    let running = server::start(&settings, data.path(), clock.clone()).await.unwrap();
    let base = running.url();
    House { running, base, clock, _data: data }
}

impl House {
    /// The sample course, published.
    pub async fn with_course(self) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content-samples").join(COURSE);
        let (courses, console) = (&self.running.parts.courses, Console::at_the_machine());
        let files = unpack::from_path(&folder).unwrap();
        let imported = courses.import(files, COURSE, Locale::En, &[], &Editor::from(console)).await.unwrap();
        courses.publish(&imported.slug, imported.version, false, &Publisher::from(console)).await.unwrap();
        self
    }

    /// How many facts there are.
    pub async fn facts(&self) -> u64 {
        use sea_orm::{EntityTrait, PaginatorTrait};
        database::entity::fact::Entity::find().count(self.running.parts.db.read()).await.unwrap()
    }

    /// A browser that keeps cookies and comes from our own pages.
    pub fn browser(&self) -> Browser<'_> {
        let client = Client::builder().cookie_store(true).build().unwrap();
        Browser { client, house: self }
    }

    /// A browser of somebody with this role.
    pub async fn signed_in(&self, login: &str, role: Role) -> Browser<'_> {
        let form =
            SignUp { name: "Somebody".into(), login: login.into(), password: PASSWORD.into(), language: Locale::En };
        self.running.parts.accounts.create_person(&Console::at_the_machine(), form, &[role]).await.unwrap();
        let browser = self.browser();
        let said = browser.post("/session", &json!({ "login": login, "password": PASSWORD }), None).await;
        assert_eq!(said.status, 200, "{said:?}");
        browser
    }
}

pub struct Browser<'a> {
    pub client: Client,
    house: &'a House,
}

impl Browser<'_> {
    pub async fn get(&self, path: &str) -> Said {
        Said::of(self.client.get(format!("{}{path}", self.house.base)).send().await.unwrap()).await
    }

    pub async fn post(&self, path: &str, body: &Value, key: Option<&str>) -> Said {
        self.ask(Method::POST, path, body, key).await
    }

    pub async fn ask(&self, method: Method, path: &str, body: &Value, key: Option<&str>) -> Said {
        let mut request = self.client.request(method, format!("{}/api/v1{path}", self.house.base));
        if let Some(key) = key {
            request = request.header("Idempotency-Key", key);
        }
        if !body.is_null() {
            request = request.json(body);
        }
        Said::of(request.header("Origin", &self.house.base).send().await.unwrap()).await
    }

    /// A body as it is, of any kind.
    pub async fn raw(&self, path: &str, body: impl Into<reqwest::Body>) -> Said {
        let request = self.client.post(format!("{}/api/v1{path}", self.house.base));
        let request = request.header("Origin", &self.house.base).header("Content-Type", "application/json");
        Said::of(request.body(body).send().await.unwrap()).await
    }
}
