//! Courses leave as they came: the samples stand in the canonical form, and import and export give the same bytes, as a folder and
//! as an archive.

use accounts::Console;
use courses::{Editor, Error, Publisher, pack, unpack};
use vocabulary::Locale;

use crate::support::{House, on_both, sample, samples};

on_both!(
    the_samples_come_out_as_they_went_in,
    a_published_version_never_changes,
    harmless_is_refused_when_keys_or_rules_changed
);

const SAMPLES: [&str; 6] = [
    "ai-useful-wrong-or-neither",
    "find-work-online",
    "first-loop-to-robot",
    "shop-on-the-map",
    "stop-check-decide",
    "your-digital-rights",
];

async fn the_samples_come_out_as_they_went_in(house: House) {
    for slug in SAMPLES {
        let files = unpack::from_path(&samples().join(slug)).unwrap();
        let editor = Editor::from(Console::at_the_machine());
        let import = async |files| house.parts.courses.import(files, slug, Locale::Ca, &[], &editor).await.unwrap();
        let imported = import(files.clone()).await;
        let out = house.parts.courses.export(imported.version).await.unwrap();
        let differing: Vec<_> =
            files.keys().chain(out.keys()).filter(|path| files.get(*path) != out.get(*path)).collect();
        assert!(differing.is_empty(), "{slug}: {differing:?}");

        let archive = pack::to_zip(&out).unwrap();
        assert_eq!(pack::to_zip(&out).unwrap(), archive, "the same archive each time");
        let unpacked = unpack::from_zip(&archive).unwrap();
        assert!(unpacked == out, "{slug}: the archive holds the same files");
        let again = import(unpacked).await;
        assert_eq!((again.version, again.changed), (imported.version, false), "{slug}: nothing new came in");
    }
}

async fn a_published_version_never_changes(house: House) {
    let base = sample("find-work-online");
    let version = house.publish(&base, false).await;
    let before = house.parts.courses.export(version).await.unwrap();
    let mut other = sample("find-work-online");
    other.remove("if-you-have-already-answered");
    let draft = house.draft(&other).await;
    assert_ne!(draft, version);
    let publisher = Publisher::from(Console::at_the_machine());
    let slug = "find-work-online";
    let again = house.parts.courses.publish(slug, version, false, &publisher).await;
    assert!(matches!(again, Err(Error::Stale)), "{again:?}");
    assert_eq!(house.parts.courses.publish(slug, draft, false, &publisher).await.unwrap(), 2);
    assert!(house.parts.courses.export(version).await.unwrap() == before);
}

async fn harmless_is_refused_when_keys_or_rules_changed(house: House) {
    let base = sample("find-work-online");
    house.publish(&base, false).await;
    let publisher = Publisher::from(Console::at_the_machine());
    let mut rule = sample("find-work-online");
    rule.unit("final-check").quiz.as_mut().unwrap().pass = 60;
    let mut unit = sample("find-work-online");
    unit.remove("if-you-have-already-answered");
    let mut key = sample("find-work-online");
    for block in &mut key.unit("final-check").blocks {
        if let course_format::model::BlockKind::Question(question) = &mut block.kind {
            question.points += 1;
        }
    }
    for changed in [rule, unit, key] {
        let draft = house.draft(&changed).await;
        let refused = house.parts.courses.publish("find-work-online", draft, true, &publisher).await;
        assert!(matches!(refused, Err(Error::HarmlessRefused)), "{refused:?}");
    }
    let mut words = sample("find-work-online");
    words.course.reviewed = Some("2026-11-30".into());
    house.publish(&words, true).await;
}
