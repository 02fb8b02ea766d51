use futures::future::join_all;
use ledger::{FactKind, ID_REUSED, Outcome, Source};
use serde_json::json;
use uuid::Uuid;
use vocabulary::{Clock, SubjectId, from_millis, millis};

use crate::support::{Fresh, NOTHING, answered, append_one, count, facts, kinds, on_both, tables, then};

on_both!(
    a_proposal_gives_facts_jobs_and_projections_at_once,
    fifty_times_the_same_fact_has_one_effect,
    an_id_belongs_to_one_learner_and_one_kind,
    tries_are_judged_on_what_is_committed,
    a_transaction_that_fails_leaves_no_fact,
    a_claimed_time_is_never_in_the_future,
    facts_without_end_are_stopped,
);

async fn a_proposal_gives_facts_jobs_and_projections_at_once(fresh: Fresh) {
    let ledger = &fresh.ledger;
    let learner = SubjectId::new();
    let batch = vec![answered(learner, "u"), answered(learner, "u"), answered(learner, "u")];
    let outcomes = ledger.append(batch.clone()).await.unwrap();
    let third = outcomes[2].facts();
    assert_eq!(kinds(third), [FactKind::Answered, FactKind::Passed, FactKind::Earned]);
    assert_eq!(third[0].id, batch[2].id);
    assert!(third[1..].iter().all(|fact| fact.cause == Some(batch[2].id)));
    assert_eq!(third[1].id, Uuid::new_v5(&batch[2].id, b"passed1"));
    assert_eq!(third[2].source, Source::Server);
    assert_eq!(facts(ledger).await, outcomes.iter().flat_map(|outcome| outcome.facts().to_vec()).collect::<Vec<_>>());
    assert_eq!(
        tables(ledger).await,
        [format!("demo_points: {learner} 10 "), format!("demo_unit: {learner} u 3 {} ", millis(fresh.clock.now()))]
    );
    assert_eq!(count(ledger, "job").await, 1);
    assert_eq!(ledger.append(batch).await.unwrap()[2], Outcome::Known(third.to_vec()), "caused facts included");
    assert_eq!(count(ledger, "job").await, 1);
}

async fn fifty_times_the_same_fact_has_one_effect(fresh: Fresh) {
    let ledger = &fresh.ledger;
    let learner = SubjectId::new();
    ledger.append(vec![answered(learner, "u"), answered(learner, "u")]).await.unwrap();
    let same = answered(learner, "u");
    let outcomes = join_all((0..50).map(|_| append_one(ledger, same.clone()))).await;
    let outcomes: Vec<Outcome> = outcomes.into_iter().map(Result::unwrap).collect();
    assert_eq!(outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Recorded(_))).count(), 1);
    assert!(outcomes.iter().all(|outcome| outcome.facts() == outcomes[0].facts() && outcome.facts().len() == 3));
    let doubled = ledger.append(vec![same.clone(), same]).await.unwrap();
    assert!(doubled.iter().all(|outcome| matches!(outcome, Outcome::Known(_))));
    assert_eq!(facts(ledger).await.len(), 5);
    assert_eq!(count(ledger, "job").await, 1);
}

async fn an_id_belongs_to_one_learner_and_one_kind(fresh: Fresh) {
    let ledger = &fresh.ledger;
    let mine = answered(SubjectId::new(), "u");
    let mut theirs = answered(SubjectId::new(), "u");
    theirs.id = mine.id;
    let mut other_kind = mine.clone();
    other_kind.kind = FactKind::Opened;
    let refused = Outcome::Refused { code: ID_REUSED, params: NOTHING };
    // Once in the same batch, once later.
    for _ in 0..2 {
        let outcomes = ledger.append(vec![mine.clone(), theirs.clone(), other_kind.clone()]).await.unwrap();
        assert!(outcomes[0].is_in_ledger());
        assert_eq!(outcomes[1..], [refused.clone(), refused.clone()]);
    }
    assert_eq!(facts(ledger).await.len(), 1);
}

async fn tries_are_judged_on_what_is_committed(fresh: Fresh) {
    let ledger = &fresh.ledger;
    let learner = SubjectId::new();
    let outcomes = join_all((0..50).map(|_| append_one(ledger, answered(learner, "u")))).await;
    let recorded = outcomes.iter().filter(|outcome| outcome.as_ref().unwrap().is_in_ledger()).count();
    assert_eq!(recorded, 5);
    let refusal = Outcome::Refused { code: "no-tries-left", params: json!({"most": 5}) };
    assert_eq!(outcomes.iter().filter(|outcome| outcome.as_ref().unwrap() == &refusal).count(), 45);
    assert_eq!(facts(ledger).await.len(), 7, "five answers, a pass, its points");
}

async fn a_transaction_that_fails_leaves_no_fact(fresh: Fresh) {
    let proposal = answered(SubjectId::new(), "u");
    let ledger = fresh.ledger.clone();
    let result: Result<(), database::Error> = fresh
        .ledger
        .database()
        .write(move |tx| {
            let (ledger, proposal) = (ledger.clone(), proposal.clone());
            Box::pin(async move {
                let outcomes = ledger.append_in(tx, vec![proposal]).await.unwrap();
                assert!(matches!(outcomes[0], Outcome::Recorded(_)));
                Err(database::Error::KeyReused)
            })
        })
        .await;
    assert!(result.is_err());
    assert!(facts(&fresh.ledger).await.is_empty());
    assert!(tables(&fresh.ledger).await.is_empty());
}

async fn a_claimed_time_is_never_in_the_future(fresh: Fresh) {
    let now = millis(fresh.clock.now());
    let mut early = answered(SubjectId::new(), "u");
    let mut late = early.clone();
    late.id = Uuid::now_v7();
    early.claimed_at = Some(from_millis(now - 5_000));
    late.claimed_at = Some(from_millis(now + 5_000));
    fresh.ledger.append(vec![early, late]).await.unwrap();
    let claimed: Vec<i64> = facts(&fresh.ledger).await.iter().map(|fact| millis(fact.claimed_at.unwrap())).collect();
    assert_eq!(claimed, [now - 5_000, now]);
}

async fn facts_without_end_are_stopped(fresh: Fresh) {
    let mut endless = then(answered(SubjectId::new(), "u"), "loop");
    endless.kind = FactKind::Opened;
    let fine = answered(SubjectId::new(), "u");
    let outcomes = fresh.ledger.append(vec![endless, fine]).await.unwrap();
    assert_eq!(outcomes[0], Outcome::Refused { code: ledger::FAILED, params: NOTHING });
    assert!(matches!(outcomes[1], Outcome::Recorded(_)));
    assert_eq!(facts(&fresh.ledger).await.len(), 1);
}
