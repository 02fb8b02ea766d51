//! A whole server in this process: its own data folder, its own database, a free port, a clock that a test can move.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicUsize, Ordering},
    },
};

use accounts::{Actor, Author, Console, Role, SignUp};
use course_format::model::Course;
use courses::{Editor, Imported, Publisher, unpack};
use serde_json::json;
use server::{Parts, Running, settings::Settings};
use vocabulary::{Clock, Locale, SystemClock, Timestamp, from_millis, millis};

use super::{COURSE, Client, Learner, Traces};

/// Where a house keeps its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    /// A file.
    Sqlite,
    /// A database of its own in the tests' cluster.
    Postgres,
}

/// The machine's clock, put forward as far as a test wants.
#[derive(Default)]
struct MovedClock(AtomicI64);

impl Clock for MovedClock {
    fn now(&self) -> Timestamp {
        from_millis(millis(SystemClock.now()) + self.0.load(Ordering::SeqCst))
    }
}

/// The password of everybody here.
const PASSWORD: &str = "a long enough word 7";

/// A running server. Its data goes with it.
pub struct House {
    running: Running,
    settings: Settings,
    clock: Arc<MovedClock>,
    people: AtomicUsize,
    data: Arc<tempfile::TempDir>,
}

/// The courses of the repository.
pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content-samples")
}

/// Courses that nobody here wrote, or None with a word to whoever reads the output.
pub fn foreign_samples() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/samples");
    let folder = std::env::var_os("AULARI_SAMPLES").map_or_else(beside, PathBuf::from).join("courses");
    let there = folder.is_dir();
    if !there {
        eprintln!("skipped: no sample courses at {}; set AULARI_SAMPLES to their folder", folder.display());
    }
    there.then_some(folder)
}

/// Settings for a test: any port, cheap hashes, somebody who issues certificates.
pub fn settings(store: Store) -> Settings {
    let mut settings = Settings::default();
    settings.server.listen = ([127, 0, 0, 1], 0).into();
    settings.server.workers = Some(2);
    settings.security.argon2_memory_kib = 64;
    settings.security.argon2_passes = 1;
    settings.organisation.name = "Aula".into();
    settings.organisation.legal_name = Some("Ajuntament de Prova".into());
    if store == Store::Postgres {
        let url = tests::postgres::fresh_database();
        settings.database.url = Some(url.unwrap_or_else(|error| panic!("{error}")));
    }
    settings
}

impl House {
    /// A house with the short course, published.
    pub async fn open(store: Store) -> Self {
        let house = Self::empty(store).await;
        house.publish(COURSE).await;
        house
    }

    /// A house without courses.
    pub async fn empty(store: Store) -> Self {
        Self::with(store, |_| {}).await
    }

    /// A house without courses and with other settings.
    pub async fn with(store: Store, change: impl FnOnce(&mut Settings)) -> Self {
        let (data, clock) = (Arc::new(tempfile::tempdir().unwrap()), Arc::new(MovedClock::default()));
        let mut settings = settings(store);
        change(&mut settings);
        let running = server::start(&settings, data.path(), clock.clone()).await.unwrap();
        Self { running, settings, clock, people: AtomicUsize::new(0), data }
    }

    /// The demo, as `aulari demo` starts it.
    pub async fn demo() -> Self {
        let (data, clock) = (Arc::new(tempfile::tempdir().unwrap()), Arc::new(MovedClock::default()));
        let settings = Settings { organisation: Default::default(), ..settings(Store::Sqlite) };
        let password = Some(PASSWORD.to_owned());
        let started = server::start_demo(&settings, data.path(), &samples(), password, clock.clone()).await;
        let running = started.unwrap().0;
        Self { running, settings, clock, people: AtomicUsize::new(0), data }
    }

    /// Another server on the same data.
    pub async fn beside(&self) -> Running {
        server::start(&self.settings, self.data.path(), self.clock.clone()).await.unwrap()
    }

    /// Stops the server and starts it again on the same data, with other settings.
    pub async fn again(self, change: impl FnOnce(&mut Settings)) -> Self {
        let Self { running, mut settings, clock, people, data } = self;
        running.stop().await;
        change(&mut settings);
        let running = server::start(&settings, data.path(), clock.clone()).await.unwrap();
        Self { running, settings, clock, people, data }
    }

    /// What this house leaves behind, to be looked at when the test is over.
    pub fn traces(&self) -> Traces {
        Traces::of(self.parts().clone(), self.data.clone())
    }

    /// The kind of database under it.
    pub fn store(&self) -> Store {
        if self.settings.database.url.is_some() { Store::Postgres } else { Store::Sqlite }
    }

    /// Where it keeps its data.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// The services behind the server.
    pub fn parts(&self) -> &Parts {
        &self.running.parts
    }

    /// Puts the clock forward.
    pub fn pass_minutes(&self, minutes: i64) {
        self.clock.0.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    /// Somebody who was never here.
    pub fn visitor(&self) -> Client {
        Client::new(&self.running.url())
    }

    /// The same at another server.
    pub fn visitor_at(&self, base: &str) -> Client {
        Client::new(base)
    }

    /// A new learner, signed in.
    pub async fn learner(&self) -> Learner {
        let number = self.people.fetch_add(1, Ordering::SeqCst);
        let client = self.visitor();
        let form = json!({ "name": format!("Learner {number}"), "login": format!("learner{number}"),
            "password": PASSWORD, "language": "en" });
        client.post("/people", &form).await.ok();
        Learner::new(client)
    }

    /// A new person with a role, signed in here and behind the server.
    pub async fn person(&self, role: Role) -> (Client, Actor) {
        let login = format!("staff{}", self.people.fetch_add(1, Ordering::SeqCst));
        let form =
            SignUp { name: "Staff".into(), login: login.clone(), password: PASSWORD.into(), language: Locale::En };
        let accounts = &self.parts().accounts;
        accounts.create_person(&Console::at_the_machine(), form, &[role]).await.unwrap();
        let client = self.visitor();
        client.post("/session", &json!({ "login": login, "password": PASSWORD })).await.ok();
        let here = accounts.sign_in(&login, PASSWORD, [127, 0, 0, 1].into()).await.unwrap();
        (client, here.actor)
    }

    /// An administrator, signed in.
    pub async fn administrator(&self) -> Client {
        self.person(Role::Administrator).await.0
    }

    /// Brings files in as a draft.
    pub async fn bring(&self, files: unpack::Files, name: &str, accept: &[String]) -> Imported {
        let editor = Editor::from(Console::at_the_machine());
        self.parts().courses.import(files, name, Locale::En, accept, &editor).await.unwrap()
    }

    /// A course of the repository as a draft of this author.
    pub async fn draft_of(&self, slug: &str, author: &Actor) -> Imported {
        let editor = Editor::from(&author.permit::<Author>().unwrap());
        let files = unpack::from_path(&samples().join(slug)).unwrap();
        self.parts().courses.import(files, slug, Locale::En, &[], &editor).await.unwrap()
    }

    /// Publishes what was brought in.
    pub async fn put_on_shelf(&self, imported: &Imported) {
        let publisher = Publisher::from(Console::at_the_machine());
        self.parts().courses.publish(&imported.slug, imported.version, false, &publisher).await.unwrap();
    }

    /// Publishes a course of the repository.
    pub async fn publish(&self, slug: &str) {
        self.publish_changed(slug, |_, text| text).await;
    }

    /// Publishes a course of the repository, each text changed first; the function gets path and text.
    pub async fn publish_changed(&self, slug: &str, change: impl Fn(&str, String) -> String) {
        let imported = self.draft_changed(slug, change).await;
        self.put_on_shelf(&imported).await;
    }

    /// The same as a draft.
    pub async fn draft_changed(&self, slug: &str, change: impl Fn(&str, String) -> String) -> Imported {
        let mut files = unpack::from_path(&samples().join(slug)).unwrap();
        for (path, bytes) in &mut files {
            if path.ends_with(".toml") || path.ends_with(".md") {
                *bytes = change(path, String::from_utf8(std::mem::take(bytes)).unwrap()).into_bytes();
            }
        }
        self.bring(files, slug, &[]).await
    }

    /// The course with its keys, as nobody outside sees it.
    pub async fn course(&self, slug: &str) -> Arc<Course> {
        let shelf = self.parts().courses.published(slug).await.unwrap();
        self.parts().courses.document(shelf.newest().id).await.unwrap()
    }
}
