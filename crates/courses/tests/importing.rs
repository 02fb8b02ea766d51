//! Imports end to end, on a database and a blob store of their own: the same twice, a changed one, refused ones, and a
//! check that an author adds.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

use std::{path::PathBuf, sync::Arc};

use accounts::Console;
use course_format::model::Course;
use courses::{Courses, Editor, Error, Imported, Publisher, unpack::Files};
use database::{Database, Settings, entity, topics::Watcher};
use sea_orm::{EntityTrait, PaginatorTrait};
use vocabulary::{Locale, SystemClock};

struct House {
    folder: PathBuf,
    db: Database,
    courses: Courses,
}

impl House {
    async fn open() -> Self {
        let folder = std::env::temp_dir().join(uuid::Uuid::now_v7().to_string());
        std::fs::create_dir_all(&folder).unwrap();
        let db = Database::open(&Settings::sqlite(&folder.join("aulari.db"))).await.unwrap();
        migrations::up(&db.writer()).await.unwrap();
        let watcher = Watcher::start(&db).await.unwrap();
        let store = media::Store::open(&folder.join("blobs"), media::Limits::default()).unwrap();
        let courses = Courses::new(db.clone(), store, watcher, Arc::new(SystemClock));
        Self { folder, db, courses }
    }

    async fn import(&self, files: Files, name: &str) -> Result<Imported, Error> {
        let editor = Editor::from(Console::at_the_machine());
        self.courses.import(files, name, Locale::En, &["missing-alt".into()], &editor).await
    }

    async fn publish(&self, imported: &Imported) -> Result<i32, Error> {
        let publisher = Publisher::from(Console::at_the_machine());
        self.courses.publish(&imported.slug, imported.version, false, &publisher).await
    }

    async fn course(&self, imported: &Imported) -> Arc<Course> {
        self.courses.document(imported.version).await.unwrap()
    }

    /// Courses, versions and blobs that are there.
    async fn count(&self) -> (u64, u64, usize) {
        let courses = entity::course::Entity::find().count(self.db.read()).await.unwrap();
        let versions = entity::course_version::Entity::find().count(self.db.read()).await.unwrap();
        let mut blobs = 0;
        let mut folders = vec![self.folder.join("blobs")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().flatten() {
                if entry.path().is_dir() { folders.push(entry.path()) } else { blobs += 1 }
            }
        }
        (courses, versions, blobs)
    }
}

impl Drop for House {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

fn lessons(more: &str) -> Files {
    let page = |title: &str| {
        format!("# {title}\n\nSome words that one can read in this lesson, and some more of them.{more}\n")
    };
    [
        (
            "README.md",
            "# Kitchen sums\n\nHow to count what a kitchen needs. It is easy.\n\n## Licence\n\nCC BY 4.0\n".to_owned(),
        ),
        ("1-flour.md", page("Flour") + "\n![A bag](bag.svg)\n"),
        ("2-salt.md", page("Salt")),
        ("bag.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_owned()),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .collect()
}

/// The head of a picture that claims to be so wide.
fn picture(width: u32) -> Vec<u8> {
    let mut head = b"IHDR".to_vec();
    head.extend(width.to_be_bytes());
    head.extend(10_u32.to_be_bytes());
    head.extend([8, 0, 0, 0, 0]);
    let crc = !head.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    });
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    bytes.extend(13_u32.to_be_bytes());
    bytes.extend(head);
    bytes.extend(crc.to_be_bytes());
    // Where its pixels would begin.
    bytes.extend(10_u32.to_be_bytes());
    bytes.extend(b"IDAT");
    bytes.extend([0; 14]);
    bytes
}

#[tokio::test]
async fn the_same_lessons_twice_change_nothing_and_changed_ones_keep_their_keys() {
    let house = House::open().await;
    let first = house.import(lessons(""), "kitchen").await.unwrap();
    assert!(first.changed && first.format == "lessons" && first.units == 2);
    assert_eq!(house.publish(&first).await.unwrap(), 1);
    let again = house.import(lessons(""), "kitchen").await.unwrap();
    assert_eq!((again.changed, again.version), (false, first.version));
    assert_eq!(house.count().await, (1, 1, 1));
    let changed = house.import(lessons(" A new sentence."), "kitchen").await.unwrap();
    assert!(changed.changed && changed.version != first.version && changed.slug == first.slug);
    assert_eq!(house.count().await, (1, 2, 1));
    let keys = |course: &Course| course.units().map(|unit| unit.key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(&*house.course(&first).await), keys(&*house.course(&changed).await));
    assert_eq!(house.publish(&changed).await.unwrap(), 2);
}

#[tokio::test]
async fn a_refused_import_leaves_nothing_behind() {
    let house = House::open().await;
    let with = |name: &str, bytes: Vec<u8>| {
        let mut files = lessons(&format!(" ![x]({name})"));
        files.insert(name.to_owned(), bytes);
        files
    };
    for (files, code, place) in [
        (with("wide.png", picture(30_000)), "large-media", "wide.png"),
        (Files::from([("imsmanifest.xml".into(), b"<manifest xmlns:adlcp='x'/>".to_vec())]), "not-a-course", "kitchen"),
        (Files::from([("LICENSE.md".into(), b"MIT".to_vec())]), "no-lessons", "kitchen"),
        (Files::from([("a.md".into(), b"# Links\n\n- [a](https://example.org)\n".to_vec())]), "no-lessons", "kitchen"),
    ] {
        match house.import(files, "kitchen").await {
            Err(Error::Source(refusal)) => assert_eq!((refusal.code(), refusal.place.as_str()), (code, place)),
            other => panic!("{code}: {other:?}"),
        }
    }
    assert_eq!(house.count().await, (0, 0, 0));
    // What cannot be used is shown as its words, and told.
    let odd = house.import(with("odd.png", b"words".to_vec()), "kitchen").await.unwrap();
    assert!(odd.approximated.iter().any(|note| note.why.contains("odd.png")), "{:?}", odd.approximated);
    assert_eq!(house.count().await, (1, 1, 1));
}

#[tokio::test]
async fn an_author_adds_a_check_to_lessons_of_others() {
    let house = House::open().await;
    let first = house.import(lessons(""), "kitchen").await.unwrap();
    assert!(house.course(&first).await.reading_only());
    let mut files = house.courses.export(first.version).await.unwrap();
    let module = files.keys().find_map(|path| path.strip_suffix("/module.en.md")).unwrap().to_owned();
    files.insert(
        format!("{module}/99-check/unit.toml"),
        b"key = \"check\"\ntype = \"quiz\"\n\n[[block]]\nid = \"q1\"\ntype = \"question\"\nquestion = \"truefalse\"\ncorrect = true\n".to_vec(),
    );
    let text = "# What do you know? {#unit}\n\nAfter this you know whether you can count.\n\n## Is salt weighed? {#q1}\n\nThink of the lesson.\n\n### {#q1.true}\n\nYes, it is weighed like flour.\n\n### {#q1.false}\n\nIt is weighed: a spoon holds more or less of it.\n";
    files.insert(format!("{module}/99-check/unit.en.md"), text.as_bytes().to_vec());
    // The check computes how long the course takes now, and its author says it.
    let told = house.import(files.clone(), "anything").await.unwrap();
    let off = told.problems.iter().find(|problem| problem.code.name() == "minutes-off").unwrap();
    let settings = String::from_utf8(files["course.toml"].clone()).unwrap();
    let minutes = |line: &str| {
        if line.starts_with("minutes = ") { format!("minutes = {}", off.params["computed"]) } else { line.to_owned() }
    };
    let settings: Vec<String> = settings.lines().map(minutes).collect();
    files.insert("course.toml".into(), settings.join("\n").into_bytes());
    let second = house.import(files, "anything").await.unwrap();
    let walls: Vec<_> = second.problems.iter().filter(|problem| problem.blocks()).collect();
    assert!(walls.is_empty(), "{walls:#?}");
    assert_eq!((second.format, second.slug.as_str(), second.questions), ("folder", first.slug.as_str(), 1));
    assert!(!house.course(&second).await.reading_only());
    house.publish(&second).await.unwrap();
}
