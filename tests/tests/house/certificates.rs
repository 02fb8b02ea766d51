//! Certificates through their whole life: valid, replaced, revoked, expired, and never anything else than what was frozen.

use accounts::{Actor, Administrator, Permit, ProfileChange, Role};
use credentials::{Error, RevocationReason};
use sea_orm::ConnectionTrait;
use uuid::Uuid;
use vocabulary::{EnrolmentId, PageRequest};

use crate::support::{House, Sample, on_both, sample};

on_both!(
    a_certificate_says_what_was_frozen_whatever_changes_after,
    a_wrong_name_is_replaced_and_the_old_number_says_so,
    an_expired_certificate_says_so_by_itself,
    a_revoked_certificate_stays_revoked,
    a_byte_changed_by_hand_is_found,
    issued_once_however_often_it_is_asked_for,
    a_course_that_its_quiz_finishes_is_completed_once,
);

const BASE: &str = "find-work-online";
const DAY: i64 = 86_400_000;

async fn administrator(house: &House) -> Permit<Administrator> {
    house.person(&[Role::Administrator]).await.permit::<Administrator>().unwrap()
}

/// Somebody who finished the course, their enrolment and the number of their certificate.
async fn issued(house: &House, sample: &Sample) -> (Actor, Uuid, String) {
    house.publish(sample, false).await;
    let actor = house.learner().await;
    let enrolment = house.finish(&actor, &sample.course).await;
    let code = house.parts.credentials.issue(EnrolmentId(enrolment)).await.unwrap().expect("there is one");
    (actor, enrolment, code)
}

async fn rename(house: &House, actor: &Actor, name: &str) {
    let change = ProfileChange { name: Some(name.into()), ..ProfileChange::default() };
    house.parts.accounts.change_profile(actor, change).await.unwrap();
}

async fn states(house: &House, permit: &Permit<Administrator>) -> Vec<(String, usize)> {
    let mut counts = vec![];
    for state in ["valid", "replaced", "revoked", "expired"] {
        let page = PageRequest::new(None, None);
        let page = house.parts.credentials.list(permit, None, Some(state), &page).await.unwrap();
        assert!(page.items.iter().all(|one| one.state == state), "{:?}", page.items);
        counts.push((state.to_owned(), page.items.len()));
    }
    counts.retain(|(_, count)| *count > 0);
    counts
}

async fn a_certificate_says_what_was_frozen_whatever_changes_after(house: House) {
    let base = sample(BASE);
    let (actor, _, code) = issued(&house, &base).await;
    let before = house.parts.credentials.verify(&code).await.unwrap();
    let pdf = house.parts.credentials.pdf(&code).await.unwrap();
    assert_eq!(
        (before.state.as_str(), before.kind.as_str(), before.hours.kind.as_str()),
        ("valid", "attendance", "nominal")
    );
    assert_eq!(before.units.len(), 6);
    assert_eq!(before.issuer.tax_number.as_deref(), Some("P0000000A"));
    assert!(!before.competences.is_empty() && before.hours.total > 0.0 && before.days.expires.is_none());

    rename(&house, &actor, "Somebody Else").await;
    let mut other = sample(BASE);
    other.remove("if-you-have-already-answered");
    other.course.completion.valid_months = Some(1);
    house.publish(&other, false).await;
    house.clock.advance_millis(400 * DAY);
    let mut after = house.parts.credentials.verify(&code).await.unwrap();
    after.checked_at.clone_from(&before.checked_at);
    assert_eq!(after, before);
    assert_eq!(house.parts.credentials.pdf(&code).await.unwrap(), pdf);
}

async fn a_wrong_name_is_replaced_and_the_old_number_says_so(house: House) {
    let mut base = sample(BASE);
    base.course.completion.valid_months = Some(24);
    let (actor, enrolment, old) = issued(&house, &base).await;
    let permit = administrator(&house).await;
    let replace = async |code: &str, evidence: &str| house.parts.credentials.replace(&permit, code, evidence).await;
    assert!(matches!(replace(&old, "identity card").await, Err(Error::Unchanged)));
    rename(&house, &actor, "Núria Solà i Güell").await;
    assert!(matches!(replace(&old, "  ").await, Err(Error::Invalid { pointer: "/evidence", .. })));
    house.clock.advance_millis(3 * DAY);
    let before = house.parts.credentials.verify(&old).await.unwrap();
    let new = replace(&old, "identity card").await.unwrap();
    assert_eq!((new.state.as_str(), new.holder.as_str()), ("valid", "Núria Solà i Güell"));
    assert_ne!(new.code, old);
    assert_eq!((&new.days.completed, &new.days.expires), (&before.days.completed, &before.days.expires));
    assert_eq!((new.units, new.hours, new.result), (before.units.clone(), before.hours.clone(), before.result));

    let told = house.parts.credentials.verify(&old).await.unwrap();
    assert_eq!((told.state.as_str(), &told.holder), ("replaced", &before.holder), "it still says what was printed");
    assert_eq!((told.replaced_by, told.replaced_at), (Some(new.code.clone()), Some(new.issued_at.clone())));
    assert!(house.parts.credentials.pdf(&old).await.is_ok() && house.parts.credentials.pdf(&new.code).await.is_ok());
    let shown = house.parts.credentials.of_enrolment(EnrolmentId(enrolment)).await.unwrap().unwrap();
    assert_eq!(shown.code, new.code, "the learner is shown the one that holds");

    // Nothing is done twice: neither replaced nor revoked any more.
    rename(&house, &actor, "Another").await;
    assert!(matches!(replace(&old, "identity card").await, Err(Error::NotValid)));
    let revoke = house.parts.credentials.revoke(&permit, &old, RevocationReason::Other, "").await;
    assert!(matches!(revoke, Err(Error::NotValid)));
    let third = replace(&new.code, "identity card").await.unwrap();
    assert_eq!(third.holder, "Another");
    assert_eq!(states(&house, &permit).await, [("valid".to_owned(), 1), ("replaced".to_owned(), 2)]);
    assert_eq!(house.parts.credentials.altered().await.unwrap(), Vec::<String>::new());
    house.unchanged_by_rebuild().await;
}

async fn an_expired_certificate_says_so_by_itself(house: House) {
    let mut base = sample(BASE);
    base.course.completion.valid_months = Some(6);
    let (actor, _, code) = issued(&house, &base).await;
    let permit = administrator(&house).await;
    let view = house.parts.credentials.verify(&code).await.unwrap();
    assert_eq!((view.state.as_str(), view.days.expires.as_deref()), ("valid", Some("2027-05-02")));
    assert_eq!(house.parts.credentials.counts(&permit).await.unwrap().issued, 1);
    // The last moment of the last day in the organisation's zone, and the next.
    house.stand_at("2027-05-02T21:59:59Z".parse().unwrap());
    assert_eq!(house.parts.credentials.verify(&code).await.unwrap().state, "valid");
    house.stand_at("2027-05-02T22:00:00Z".parse().unwrap());
    assert_eq!(house.parts.credentials.verify(&code).await.unwrap().state, "expired");
    assert_eq!(states(&house, &permit).await, [("expired".to_owned(), 1)]);
    assert_eq!(house.parts.credentials.counts(&permit).await.unwrap().issued, 0);
    rename(&house, &actor, "Another").await;
    assert!(matches!(house.parts.credentials.replace(&permit, &code, "card").await, Err(Error::NotValid)));
}

async fn a_revoked_certificate_stays_revoked(house: House) {
    let (_, _, code) = issued(&house, &sample(BASE)).await;
    let permit = administrator(&house).await;
    let view = house.parts.credentials.revoke(&permit, &code, RevocationReason::Error, "secret note").await.unwrap();
    assert_eq!((view.state.as_str(), view.reason.as_deref()), ("revoked", Some("error")));
    assert!(view.revoked_at.is_some());
    assert!(!serde_json::to_string(&view).unwrap().contains("secret note"));
    let again = house.parts.credentials.revoke(&permit, &code, RevocationReason::Fraud, "").await;
    assert!(matches!(again, Err(Error::AlreadyRevoked)));
    assert_eq!(house.parts.credentials.verify(&code).await.unwrap().reason.as_deref(), Some("error"));
}

async fn a_byte_changed_by_hand_is_found(house: House) {
    let (_, _, code) = issued(&house, &sample(BASE)).await;
    for change in [
        "fields = REPLACE(fields, 'Núria', 'Maria')",
        "kind = 'completion'",
        "issued_at = issued_at + 1",
        "language = 'en'",
        "template_version = 1",
    ] {
        assert_eq!(house.parts.credentials.altered().await.unwrap(), Vec::<String>::new());
        let writer = house.parts.db.writer();
        writer.execute_unprepared("CREATE TABLE kept AS SELECT * FROM certificate").await.unwrap();
        writer.execute_unprepared(&format!("UPDATE certificate SET {change}")).await.unwrap();
        assert_eq!(house.parts.credentials.altered().await.unwrap(), std::slice::from_ref(&code), "{change}");
        for sql in ["DELETE FROM certificate", "INSERT INTO certificate SELECT * FROM kept", "DROP TABLE kept"] {
            writer.execute_unprepared(sql).await.unwrap();
        }
    }
}

async fn issued_once_however_often_it_is_asked_for(house: House) {
    let (_, enrolment, code) = issued(&house, &sample(BASE)).await;
    let again = (0..20).map(|_| house.parts.credentials.issue(EnrolmentId(enrolment)));
    for one in futures::future::join_all(again).await {
        assert_eq!(one.unwrap(), Some(code.clone()));
    }
    let permit = administrator(&house).await;
    assert_eq!(states(&house, &permit).await, [("valid".to_owned(), 1)]);
    assert_eq!(house.parts.credentials.issue_waiting().await.unwrap(), 0);
}

async fn a_course_that_its_quiz_finishes_is_completed_once(house: House) {
    use database::entity::fact;
    use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
    issued(&house, &sample(BASE)).await;
    // Passing the quiz and being done with its unit would each be enough.
    let completed = fact::Entity::find().filter(fact::Column::Kind.eq("completed"));
    assert_eq!(completed.count(house.parts.db.read()).await.unwrap(), 1);
}
