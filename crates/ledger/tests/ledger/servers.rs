//! Two servers on one PostgreSQL.

use futures::future::join_all;
use vocabulary::SubjectId;

use crate::support::{answered, append_one, count, facts, open, postgres, tables};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_servers_decide_as_one_and_seal_without_gaps() {
    let fresh = postgres().await;
    let other = open(&fresh.settings, &fresh.clock).await;
    let servers = [fresh.ledger.clone(), other];
    let learners: Vec<SubjectId> = (0..8).map(|_| SubjectId::new()).collect();
    let writers = join_all((0..400).map(|number| {
        let (ledger, learner) = (&servers[number % 2], learners[number % 8]);
        let unit = if number < 200 { "u" } else { "v" };
        append_one(ledger, answered(learner, unit))
    }));
    let sealers = join_all(servers.iter().map(|ledger| async move {
        for _ in 0..20 {
            ledger.seal_due().await.unwrap();
        }
    }));
    let (outcomes, _) = tokio::join!(writers, sealers);
    let recorded = outcomes.into_iter().map(Result::unwrap).filter(ledger::Outcome::is_in_ledger).count();
    assert_eq!(recorded, 8 * 2 * 5, "five tries for each learner and unit, on whichever server");
    assert_eq!(facts(&servers[0]).await.len(), 8 * 2 * 7);
    servers[1].seal_due().await.unwrap();
    let report = servers[0].verify().await.unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert_eq!((report.sealed, report.unsealed), (8 * 2 * 7, 0));
    assert_eq!(count(&servers[0], "job").await, 16);
    let before = tables(&servers[0]).await;
    servers[1].rebuild().await.unwrap();
    assert_eq!(tables(&servers[0]).await, before);
}

/// The same fact reaches both servers at once: one records it, the other knows it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_fact_through_two_servers_has_one_effect() {
    let fresh = postgres().await;
    let servers = [fresh.ledger.clone(), open(&fresh.settings, &fresh.clock).await];
    for _ in 0..20 {
        let same = answered(SubjectId::new(), "u");
        let outcomes = join_all((0..10).map(|number| append_one(&servers[number % 2], same.clone()))).await;
        let outcomes: Vec<_> = outcomes.into_iter().map(Result::unwrap).collect();
        assert!(outcomes.iter().all(|outcome| outcome.facts() == outcomes[0].facts()), "{outcomes:?}");
    }
    assert_eq!(facts(&fresh.ledger).await.len(), 20);
}
