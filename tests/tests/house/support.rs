//! A house over a fresh database of each engine, people in it, and short ways to say what they do.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use accounts::{Actor, Console, Role, SignUp};
use course_format::grade::{Answer, solution};
use course_format::model::{Course, Unit, UnitType};
use courses::{Editor, Publisher};
use progress::views::{EnrolmentSummary, FactIn, FactInKind, FactOut};
use server::Parts;
use server::settings::Settings;
use uuid::Uuid;
use vocabulary::{Clock, FixedClock, Locale, Timestamp, VersionId, millis};

/// The services, with a clock that stands.
pub struct House {
    pub parts: Parts,
    pub clock: Arc<FixedClock>,
    people: AtomicU8,
    _folder: tempfile::TempDir,
}

/// Runs each test on both databases.
macro_rules! on_both {
    ($($name:ident),* $(,)?) => {
        mod on_sqlite { $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$name($crate::support::sqlite().await).await })* }
        mod on_postgres { $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$name($crate::support::postgres().await).await })* }
    };
}
pub(crate) use on_both;

pub async fn sqlite() -> House {
    open(None).await
}

pub async fn postgres() -> House {
    open(Some(tests::postgres::fresh_database().unwrap())).await
}

async fn open(url: Option<String>) -> House {
    let folder = tempfile::tempdir().unwrap();
    let mut settings = Settings::default();
    settings.database.url = url;
    settings.organisation.legal_name = Some("Ajuntament d'Exemple".into());
    settings.organisation.tax_number = Some("P0000000A".into());
    (settings.security.argon2_memory_kib, settings.security.argon2_passes) = (64, 1);
    let now: Timestamp = "2026-11-02T10:00:00Z".parse().unwrap();
    let clock = Arc::new(FixedClock::at(now));
    let parts = Parts::open(&settings, folder.path(), clock.clone(), false, "https://aula.example").await.unwrap();
    House { parts, clock, people: AtomicU8::new(1), _folder: folder }
}

/// A course of the project's samples with its media.
pub struct Sample {
    pub course: Course,
    pub files: courses::unpack::Files,
}

pub fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content-samples")
}

pub fn sample(slug: &str) -> Sample {
    let files = courses::unpack::from_path(&samples().join(slug)).unwrap();
    let course = course_format::check_folder(&files).course.expect("the sample is a course");
    Sample { course, files }
}

impl Sample {
    /// The files of the course as it is now; its own length is what it comes to.
    pub fn files(&self) -> courses::unpack::Files {
        let mut course = self.course.clone();
        course.minutes = course_format::minutes::course_minutes(&course);
        course.normalise();
        let media = self.files.iter().filter(|(path, _)| course.media.contains(path));
        let mut files: courses::unpack::Files = media.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        files.extend(course_format::write(&course));
        files
    }

    pub fn unit(&mut self, key: &str) -> &mut Unit {
        let units = self.course.modules.iter_mut().flat_map(|module| module.units.iter_mut());
        units.into_iter().find(|unit| unit.key == key).expect("the sample has the unit")
    }

    pub fn remove(&mut self, key: &str) {
        self.course.modules.iter_mut().for_each(|module| module.units.retain(|unit| unit.key != key));
    }

    /// A copy of a unit under another key, at the end of its module.
    pub fn copy(&mut self, key: &str, new: &str) {
        let copy = Unit { key: new.into(), ..self.unit(key).clone() };
        let of = |units: &[Unit]| units.iter().any(|unit| unit.key == key);
        let module = self.course.modules.iter_mut().find(|module| of(&module.units)).unwrap();
        module.units.push(copy);
    }
}

impl House {
    /// The clock stands there from now on.
    pub fn stand_at(&self, at: Timestamp) {
        self.clock.advance_millis(millis(at) - millis(self.clock.now()));
    }

    /// Somebody who has just signed up.
    pub async fn learner(&self) -> Actor {
        self.person(&[]).await
    }

    /// Somebody with roles.
    pub async fn person(&self, roles: &[Role]) -> Actor {
        let number = self.people.fetch_add(1, Ordering::Relaxed);
        let login = format!("person{number}");
        let password = "tres gats i un peix";
        let form = SignUp {
            name: format!("Núria Solà {number}"),
            login: login.clone(),
            password: password.into(),
            language: Locale::Ca,
        };
        let address = IpAddr::from([192, 0, 2, number]);
        self.parts.accounts.create_person(&Console::at_the_machine(), form, roles).await.unwrap();
        self.parts.accounts.sign_in(&login, password, address).await.unwrap().actor
    }

    /// Brings a course in and publishes it.
    pub async fn publish(&self, sample: &Sample, harmless: bool) -> VersionId {
        let version = self.draft(sample).await;
        let publisher = Publisher::from(Console::at_the_machine());
        let slug = &sample.course.slug;
        self.parts.courses.publish(slug, version, harmless, &publisher).await.unwrap();
        version
    }

    pub async fn draft(&self, sample: &Sample) -> VersionId {
        let editor = Editor::from(Console::at_the_machine());
        let slug = &sample.course.slug;
        let imported = self.parts.courses.import(sample.files(), slug, Locale::Ca, &[], &editor).await.unwrap();
        let blocking: Vec<_> = imported.problems.iter().filter(|problem| problem.blocks()).collect();
        assert!(blocking.is_empty(), "{blocking:?}");
        imported.version
    }

    pub async fn enrol(&self, actor: &Actor, slug: &str) -> EnrolmentSummary {
        self.parts.progress.enrol(actor, slug, None).await.unwrap()
    }

    pub async fn fact(&self, actor: &Actor, fact: FactIn) -> FactOut {
        self.clock.advance_millis(1_000);
        self.parts.progress.record(actor, &[fact]).await.unwrap().remove(0)
    }

    /// Reads a lesson to its end and answers its questions, right or not at all.
    pub async fn lesson(&self, actor: &Actor, enrolment: Uuid, unit: &Unit) {
        assert_eq!(self.fact(actor, opened(enrolment, &unit.key)).await.code, None);
        for (block, answer) in solutions(unit) {
            assert_eq!(self.fact(actor, answered(enrolment, &unit.key, &block, answer, None)).await.code, None);
        }
        assert_eq!(self.fact(actor, of(enrolment, &unit.key, FactInKind::Done)).await.code, None);
    }

    /// Sits a quiz and hands it in, all answered right or none.
    pub async fn quiz(
        &self,
        actor: &Actor,
        enrolment: Uuid,
        unit: &Unit,
        right: bool,
    ) -> progress::views::AttemptResult {
        let id = Uuid::now_v7();
        let attempt = self.parts.progress.start_attempt(actor, id, enrolment, &unit.key).await.unwrap();
        for (block, answer) in solutions(unit).into_iter().filter(|_| right) {
            let fact = answered(enrolment, &unit.key, &block, answer, Some(attempt.id));
            // Questions that were not drawn are not found.
            self.fact(actor, fact).await;
        }
        self.parts.progress.submit(actor, attempt.id).await.unwrap()
    }

    /// A course from beginning to end.
    pub async fn finish(&self, actor: &Actor, course: &Course) -> Uuid {
        let enrolment = self.enrol(actor, &course.slug).await.id;
        for unit in course.units().filter(|unit| unit.mandatory) {
            match unit.kind {
                UnitType::Lesson => self.lesson(actor, enrolment, unit).await,
                UnitType::Quiz => drop(self.quiz(actor, enrolment, unit, true).await),
            }
        }
        enrolment
    }
}

/// The right answers to the questions of a unit that have one.
pub fn solutions(unit: &Unit) -> Vec<(String, Answer)> {
    let right = |question| solution(question, Locale::Ca, Locale::Ca);
    unit.questions().filter_map(|(block, question)| Some((block.id.clone(), right(question)?))).collect()
}

pub fn of(enrolment: Uuid, unit: &str, kind: FactInKind) -> FactIn {
    FactIn {
        id: Uuid::now_v7(),
        kind,
        enrolment,
        unit: unit.to_owned(),
        block: None,
        claimed_at: None,
        seconds: None,
        answer: None,
        attempt: None,
    }
}

pub fn opened(enrolment: Uuid, unit: &str) -> FactIn {
    of(enrolment, unit, FactInKind::Opened)
}

pub fn answered(enrolment: Uuid, unit: &str, block: &str, answer: Answer, attempt: Option<Uuid>) -> FactIn {
    FactIn { block: Some(block.to_owned()), answer: Some(answer), attempt, ..of(enrolment, unit, FactInKind::Answered) }
}
