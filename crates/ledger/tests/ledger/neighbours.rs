use futures::future::join_all;
use ledger::{FAILED, Outcome};
use vocabulary::SubjectId;

use crate::support::{Fresh, NOTHING, answered, append_one, count, facts, on_both, tables, then};

on_both!(two_hundred_writers_some_failing, a_panic_leaves_out_its_own_proposal_alone);

/// Every 7th proposal makes the rule panic, every 11th makes the projection fail when it is saved.
async fn two_hundred_writers_some_failing(fresh: Fresh) {
    let ledger = &fresh.ledger;
    let outcomes = join_all((0..200).map(|number| {
        let proposal = answered(SubjectId::new(), "u");
        append_one(
            ledger,
            match number {
                n if n % 7 == 0 => then(proposal, "panic"),
                n if n % 11 == 0 => then(proposal, "break"),
                _ => proposal,
            },
        )
    }))
    .await;
    let mut good = 0;
    for (number, outcome) in outcomes.iter().enumerate() {
        match number {
            n if n % 7 == 0 => {
                assert_eq!(*outcome.as_ref().unwrap(), Outcome::Refused { code: FAILED, params: NOTHING }, "{n}");
            }
            n if n % 11 == 0 => assert!(outcome.is_err(), "{n}"),
            n => {
                assert!(matches!(outcome, Ok(Outcome::Recorded(_))), "{n}: {outcome:?}");
                good += 1;
            }
        }
    }
    assert_eq!(facts(ledger).await.len(), good);
    assert_eq!(tables(ledger).await.len(), good);
}

async fn a_panic_leaves_out_its_own_proposal_alone(fresh: Fresh) {
    let learner = SubjectId::new();
    let batch = (0..4)
        .map(|number| {
            let proposal = answered(learner, "u");
            if number == 1 { then(proposal, "panic") } else { proposal }
        })
        .collect();
    let outcomes = fresh.ledger.append(batch).await.unwrap();
    let recorded: Vec<usize> = outcomes.iter().map(|outcome| outcome.facts().len()).collect();
    assert_eq!(recorded, [1, 0, 1, 3], "the third of those that count passes");
    let seqs: Vec<i64> = facts(&fresh.ledger).await.iter().map(|fact| fact.seq).collect();
    assert!(seqs.is_sorted() && seqs.len() == 5);
    assert_eq!(count(&fresh.ledger, "job").await, 1);
}
