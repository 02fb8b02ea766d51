use database::topics::{Watcher, raise};
use database::{Database, Error};

use crate::support::{Fresh, on_both, put};

on_both!(a_raised_topic_is_seen_here_at_once_and_elsewhere_at_the_next_reading, a_rollback_raises_nothing);

async fn raise_one(database: &Database, fail: bool) -> Result<(), Error> {
    database
        .write(move |tx| {
            Box::pin(async move {
                put(tx, &uuid::Uuid::new_v4().to_string(), "").await?;
                raise(tx, "catalogue").await?;
                if fail { Err(Error::KeyReused) } else { Ok(()) }
            })
        })
        .await
}

async fn a_raised_topic_is_seen_here_at_once_and_elsewhere_at_the_next_reading(fresh: Fresh) {
    let other = Database::open_with(&fresh.settings, fresh.clock.clone()).await.unwrap();
    let (here, elsewhere) = (Watcher::start(&fresh.database).await.unwrap(), Watcher::start(&other).await.unwrap());
    let (topic, far) = (here.topic("catalogue"), elsewhere.topic("catalogue"));
    assert!(here.fresh() && elsewhere.fresh());
    assert_eq!((topic.generation(), far.generation()), (0, 0));
    raise_one(&fresh.database, false).await.unwrap();
    raise_one(&fresh.database, false).await.unwrap();
    assert_eq!(topic.generation(), 2);
    elsewhere.read().await.unwrap();
    assert_eq!(far.generation(), 2);
    assert_eq!(here.generation("never raised"), 0);
}

async fn a_rollback_raises_nothing(fresh: Fresh) {
    let watcher = Watcher::start(&fresh.database).await.unwrap();
    assert!(raise_one(&fresh.database, true).await.is_err());
    watcher.read().await.unwrap();
    assert_eq!(watcher.generation("catalogue"), 0);
}
