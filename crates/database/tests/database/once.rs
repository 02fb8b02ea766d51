use database::{Error, IdempotencyKey};
use futures::future::join_all;

use crate::support::{Fresh, names, on_both, put};

on_both!(
    fifty_times_at_once_has_one_effect,
    another_body_is_refused,
    a_refusal_is_not_kept,
    answers_are_forgotten_after_forty_days,
    of_two_answers_the_first_counts
);

fn key(body: &str) -> Option<IdempotencyKey> {
    Some(IdempotencyKey { caller: "c".to_owned(), key: "k".to_owned(), body_hash: body.to_owned() })
}

async fn once(fresh: &Fresh, body: &str, name: &str) -> Result<String, Error> {
    let name = name.to_owned();
    fresh
        .database
        .write_once(key(body), move |tx| {
            let name = name.clone();
            Box::pin(async move {
                put(tx, &name, "").await?;
                Ok(name)
            })
        })
        .await
}

async fn fifty_times_at_once_has_one_effect(fresh: Fresh) {
    let names_asked: Vec<String> = (0..50).map(|number| format!("row {number}")).collect();
    let answers = join_all(names_asked.iter().map(|name| once(&fresh, "same", name))).await;
    let first = answers[0].clone().unwrap();
    assert!(answers.iter().all(|answer| answer.as_ref().is_ok_and(|answer| *answer == first)), "{answers:?}");
    assert_eq!(names(&fresh.database).await, [first]);
}

async fn another_body_is_refused(fresh: Fresh) {
    once(&fresh, "one", "a").await.unwrap();
    assert!(matches!(once(&fresh, "two", "b").await, Err(Error::KeyReused)));
    assert_eq!(names(&fresh.database).await, ["a"]);
}

async fn a_refusal_is_not_kept(fresh: Fresh) {
    fresh.database.write(|tx| Box::pin(async move { put(tx, "a", "").await })).await.unwrap();
    assert!(matches!(once(&fresh, "body", "a").await, Err(Error::Conflict(_))));
    assert_eq!(once(&fresh, "body", "b").await.unwrap(), "b", "the key was not used up");
}

async fn answers_are_forgotten_after_forty_days(fresh: Fresh) {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    once(&fresh, "body", "a").await.unwrap();
    fresh.clock.advance_millis(40 * DAY);
    assert_eq!(fresh.database.forget_old_answers().await.unwrap(), 0);
    assert_eq!(once(&fresh, "body", "b").await.unwrap(), "a");
    fresh.clock.advance_millis(DAY);
    assert_eq!(fresh.database.forget_old_answers().await.unwrap(), 1);
    assert_eq!(once(&fresh, "body", "b").await.unwrap(), "b");
}

async fn of_two_answers_the_first_counts(fresh: Fresh) {
    let key = || key("body").unwrap();
    assert_eq!(fresh.database.kept_answer(&key()).await.unwrap(), None);
    let answers = join_all((0..20).map(|number| fresh.database.keep_answer(key(), number.to_string()))).await;
    let first = answers[0].clone().unwrap();
    assert!(answers.iter().all(|answer| answer.as_ref().is_ok_and(|answer| *answer == first)), "{answers:?}");
    assert_eq!(fresh.database.kept_answer(&key()).await.unwrap(), Some(first));
    let other = IdempotencyKey { body_hash: "other".to_owned(), ..key() };
    assert!(matches!(fresh.database.kept_answer(&other).await, Err(Error::KeyReused)));
    assert!(matches!(fresh.database.keep_answer(other, String::new()).await, Err(Error::KeyReused)));
}
