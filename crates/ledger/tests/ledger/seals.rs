use ledger::{Finding, Ledger, Report};
use serde_json::json;
use vocabulary::SubjectId;

use crate::support::{Fresh, answered, count, on_both, sql};

on_both!(
    a_sound_ledger_is_found_sound,
    a_flipped_byte_is_found,
    a_missing_and_an_added_fact_are_found,
    a_changed_seal_is_found,
    a_changed_audit_event_is_found,
    no_column_can_be_changed_unseen,
    sealing_goes_on_until_told_to_stop,
);

/// Three facts under one seal, three under the next, one under none.
async fn sealed(ledger: &Ledger) {
    for facts in [3, 3, 1] {
        ledger.append((0..facts).map(|_| answered(SubjectId::new(), "u")).collect()).await.unwrap();
        if facts == 3 {
            assert_eq!(ledger.seal_due().await.unwrap(), 3);
            assert_eq!(ledger.seal_due().await.unwrap(), 0);
        }
    }
}

async fn findings(ledger: &Ledger) -> Vec<Finding> {
    ledger.verify().await.unwrap().findings
}

async fn a_sound_ledger_is_found_sound(fresh: Fresh) {
    sealed(&fresh.ledger).await;
    let report = fresh.ledger.verify().await.unwrap();
    let expected = Report { sealed: 6, unsealed: 1, seals: 2, audit_events: 0, findings: Vec::new() };
    assert_eq!(report, expected);
    assert!(report.is_sound());
}

async fn a_flipped_byte_is_found(fresh: Fresh) {
    sealed(&fresh.ledger).await;
    let second = "(SELECT first_seq FROM seal ORDER BY last_seq DESC LIMIT 1)";
    for change in
        ["unit = 'v'", "payload = 'nulL'", "at = at + 1", "source = 'self'", "claimed_at = 0", "kind = 'Answered'"]
    {
        let (column, _) = change.split_once(' ').unwrap();
        sql(&fresh.ledger, &format!("CREATE TABLE kept AS SELECT seq, {column} AS was FROM fact")).await;
        sql(&fresh.ledger, &format!("UPDATE fact SET {change} WHERE seq = {second}")).await;
        let found = findings(&fresh.ledger).await;
        assert!(matches!(found[..], [Finding::Changed { .. }]), "{change}: {found:?}");
        sql(&fresh.ledger, &format!("UPDATE fact SET {column} = (SELECT was FROM kept WHERE kept.seq = fact.seq)"))
            .await;
        sql(&fresh.ledger, "DROP TABLE kept").await;
        assert!(findings(&fresh.ledger).await.is_empty());
    }
}

async fn a_missing_and_an_added_fact_are_found(fresh: Fresh) {
    sealed(&fresh.ledger).await;
    sql(&fresh.ledger, "CREATE TABLE kept AS SELECT * FROM fact WHERE seq = (SELECT MIN(seq) + 1 FROM fact)").await;
    sql(&fresh.ledger, "DELETE FROM fact WHERE seq = (SELECT seq FROM kept)").await;
    let found = findings(&fresh.ledger).await;
    assert!(matches!(found[..], [Finding::Count { sealed: 3, found: 2, .. }]), "{found:?}");
    sql(&fresh.ledger, "INSERT INTO fact SELECT * FROM kept").await;
    assert!(findings(&fresh.ledger).await.is_empty());
    // Slipped in below the first one.
    sql(&fresh.ledger, "UPDATE kept SET seq = 0 - 5").await;
    sql(&fresh.ledger, "DELETE FROM fact WHERE seq = (SELECT last_seq FROM seal ORDER BY last_seq LIMIT 1)").await;
    assert_eq!(findings(&fresh.ledger).await.len(), 1);
}

async fn a_changed_seal_is_found(fresh: Fresh) {
    sealed(&fresh.ledger).await;
    sql(&fresh.ledger, "UPDATE seal SET hash = 'x' WHERE last_seq = (SELECT MIN(last_seq) FROM seal)").await;
    let found = findings(&fresh.ledger).await;
    assert!(matches!(found[..], [Finding::Changed { .. }, Finding::Chain { .. }]), "{found:?}");
}

async fn a_changed_audit_event_is_found(fresh: Fresh) {
    for number in 0..3 {
        fresh
            .ledger
            .database()
            .write(move |tx| {
                Box::pin(async move {
                    let (actor, person) = (SubjectId::new(), SubjectId::new());
                    Ledger::audit(tx, actor, Some(person), "course.published", "course:1", json!({"n": number})).await
                })
            })
            .await
            .unwrap();
    }
    let report = fresh.ledger.verify().await.unwrap();
    assert!(report.is_sound() && report.audit_events == 3);
    sql(
        &fresh.ledger,
        "UPDATE audit_event SET action = 'course.deleted' WHERE seq = (SELECT MIN(seq) + 1 FROM audit_event)",
    )
    .await;
    assert!(matches!(findings(&fresh.ledger).await[..], [Finding::Audit { .. }]));
    sql(&fresh.ledger, "DELETE FROM audit_event WHERE seq = (SELECT MIN(seq) + 1 FROM audit_event)").await;
    assert!(matches!(findings(&fresh.ledger).await[..], [Finding::Audit { .. }]), "the chain has a gap");
}

/// How a value of a column is changed by hand.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    Text,
    Id,
}

/// Every column of the three tables that hold what happened.
const COLUMNS: [(&str, &[(&str, Kind)]); 3] = [
    (
        "fact",
        &[
            ("seq", Kind::Number),
            ("id", Kind::Id),
            ("cause", Kind::Id),
            ("kind", Kind::Text),
            ("learner", Kind::Id),
            ("actor", Kind::Id),
            ("course", Kind::Id),
            ("edition", Kind::Id),
            ("enrolment", Kind::Id),
            ("unit", Kind::Text),
            ("session", Kind::Id),
            ("at", Kind::Number),
            ("claimed_at", Kind::Number),
            ("source", Kind::Text),
            ("version", Kind::Id),
            ("payload", Kind::Text),
        ],
    ),
    (
        "seal",
        &[
            ("last_seq", Kind::Number),
            ("first_seq", Kind::Number),
            ("count", Kind::Number),
            ("previous", Kind::Text),
            ("hash", Kind::Text),
            ("sealed_at", Kind::Number),
        ],
    ),
    (
        "audit_event",
        &[
            ("seq", Kind::Number),
            ("id", Kind::Id),
            ("at", Kind::Number),
            ("actor", Kind::Id),
            ("on_behalf", Kind::Id),
            ("action", Kind::Text),
            ("object", Kind::Text),
            ("payload", Kind::Text),
            ("previous", Kind::Text),
            ("hash", Kind::Text),
        ],
    ),
];

async fn no_column_can_be_changed_unseen(fresh: Fresh) {
    let ledger = &fresh.ledger;
    sealed(ledger).await;
    ledger.append(vec![answered(SubjectId::new(), "u")]).await.unwrap();
    ledger.seal_due().await.unwrap();
    for number in 0..3 {
        ledger
            .database()
            .write(move |tx| {
                Box::pin(async move {
                    Ledger::audit(tx, SubjectId::new(), None, "course.published", "course:1", json!({"n": number}))
                        .await
                })
            })
            .await
            .unwrap();
    }
    assert!(findings(ledger).await.is_empty());
    let postgres = ledger.database().backend() == sea_orm::DbBackend::Postgres;
    for (table, columns) in COLUMNS {
        let key = columns[0].0;
        for (column, kind) in columns {
            let value = match kind {
                Kind::Number => format!("COALESCE({column}, 0) + 1000"),
                Kind::Text => format!("COALESCE({column}, '') || '.'"),
                Kind::Id if postgres => "'00000000-0000-4000-8000-000000000001'".to_owned(),
                Kind::Id => "X'00000000000040008000000000000001'".to_owned(),
            };
            // The first, the last, and one between.
            for row in ["MIN", "MAX"]
                .map(|of| format!("SELECT {of}({key}) FROM kept"))
                .into_iter()
                .chain([format!("SELECT {key} FROM kept ORDER BY {key} LIMIT 1 OFFSET 1")])
            {
                sql(ledger, &format!("CREATE TABLE kept AS SELECT * FROM {table}")).await;
                sql(ledger, &format!("UPDATE {table} SET {column} = {value} WHERE {key} = ({row})")).await;
                assert!(!findings(ledger).await.is_empty(), "{table}.{column} of {row}");
                sql(ledger, &format!("DELETE FROM {table}")).await;
                sql(ledger, &format!("INSERT INTO {table} SELECT * FROM kept")).await;
                sql(ledger, "DROP TABLE kept").await;
                assert!(findings(ledger).await.is_empty(), "{table} is as it was");
            }
        }
    }
}

async fn sealing_goes_on_until_told_to_stop(fresh: Fresh) {
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let ledger = fresh.ledger.clone();
    let task = tokio::spawn(async move {
        ledger
            .seal_forever(async move {
                let _ = stopped.await;
            })
            .await;
    });
    fresh.ledger.append(vec![answered(SubjectId::new(), "u")]).await.unwrap();
    stop.send(()).unwrap();
    task.await.unwrap();
    assert_eq!(count(&fresh.ledger, "seal").await, 1, "what was there at the end is sealed");
    assert_eq!(fresh.ledger.verify().await.unwrap().unsealed, 0);
}
