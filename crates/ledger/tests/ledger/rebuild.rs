use std::sync::OnceLock;

use ledger::{FactKind, Ledger, Proposal};
use proptest::prelude::*;
use vocabulary::SubjectId;

use crate::support::{Fresh, answered, count, facts, on_both, sql, tables};

on_both!(a_rebuild_repairs_what_was_changed_by_hand);

async fn a_rebuild_repairs_what_was_changed_by_hand(fresh: Fresh) {
    let ledger = &fresh.ledger;
    let learner = SubjectId::new();
    ledger.append((0..4).map(|_| answered(learner, "u")).collect()).await.unwrap();
    let before = tables(ledger).await;
    sql(ledger, "UPDATE demo_points SET points = 7").await;
    sql(ledger, "DELETE FROM demo_unit").await;
    assert_ne!(tables(ledger).await, before);
    let (stored, jobs) = (facts(ledger).await, count(ledger, "job").await);
    assert_eq!(ledger.rebuild().await.unwrap(), 6);
    assert_eq!(tables(ledger).await, before);
    assert_eq!((facts(ledger).await, count(ledger, "job").await), (stored, jobs), "it decides and reacts to nothing");
}

fn runtime() -> &'static tokio::runtime::Runtime {
    static RUNTIME: OnceLock<tokio::runtime::Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| tokio::runtime::Runtime::new().unwrap())
}

/// A learner, a unit, and whether it is answered (or only opened).
type Step = (u8, u8, bool);
/// Steps sent together, and whether the batch before is sent once more first.
type Batch = (Vec<Step>, bool);

fn histories() -> impl Strategy<Value = Vec<Batch>> {
    let one = (0_u8..4, 0_u8..3, prop::bool::weighted(0.8));
    prop::collection::vec((prop::collection::vec(one, 1..12), prop::bool::weighted(0.2)), 1..10)
}

async fn live(ledger: &Ledger, clock: &vocabulary::FixedClock, history: &[Batch]) {
    let learners: Vec<SubjectId> = (0..4).map(|_| SubjectId::new()).collect();
    let mut last: Vec<Proposal> = Vec::new();
    for (batch, again) in history {
        clock.advance_millis(1_000);
        if *again {
            ledger.append(last.clone()).await.unwrap();
        }
        last = batch
            .iter()
            .map(|(learner, unit, answers)| {
                let proposal = answered(learners[usize::from(*learner)], &format!("u{unit}"));
                if *answers { proposal } else { Proposal { kind: FactKind::Opened, ..proposal } }
            })
            .collect();
        ledger.append(last.clone()).await.unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_history_rebuilt_gives_the_same_tables(history in histories()) {
        runtime().block_on(async {
            let fresh = crate::support::sqlite().await;
            live(&fresh.ledger, &fresh.clock, &history).await;
            let before = tables(&fresh.ledger).await;
            fresh.ledger.rebuild().await.unwrap();
            assert_eq!(tables(&fresh.ledger).await, before);
        });
    }
}
