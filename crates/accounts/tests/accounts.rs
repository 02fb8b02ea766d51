//! People over a real SQLite file: coming in, going out, and being refused at once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use accounts::{
    Accounts, Administrator, Author, Console, DemoPass, Error, IDLE_MILLIS, ProfileChange, Role, Settings, SignUp,
    SignedIn,
};
use database::topics::Watcher;
use database::{Database, entity};
use sea_orm::EntityTrait as _;
use vocabulary::{FixedClock, Locale, Timestamp};

struct House {
    accounts: Accounts,
    db: Database,
    clock: Arc<FixedClock>,
    folder: tempfile::TempDir,
}

fn home() -> IpAddr {
    "192.0.2.1".parse().unwrap()
}

fn quick() -> Settings {
    Settings { memory_kib: 64, passes: 1, ..Settings::default() }
}

async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::open(&database::Settings::sqlite(&folder.path().join("aulari.db"))).await.unwrap();
    migrations::up(&db.writer()).await.unwrap();
    let clock = Arc::new(FixedClock::at(Timestamp::from_second(1_780_000_000).unwrap()));
    let accounts = serve(&db, &clock).await;
    House { accounts, db, clock, folder }
}

async fn serve(db: &Database, clock: &Arc<FixedClock>) -> Accounts {
    let watcher = Watcher::start(db).await.unwrap();
    Accounts::new(db.clone(), watcher, clock.clone(), quick()).unwrap()
}

/// A second server on the same file, which hears of changes only by reading the topics.
async fn another_server(house: &House) -> Accounts {
    let db = Database::open(&database::Settings::sqlite(&house.folder.path().join("aulari.db"))).await.unwrap();
    serve(&db, &house.clock).await
}

fn form(login: &str) -> SignUp {
    SignUp {
        name: "Rosa Puig".into(),
        login: login.into(),
        password: "tres gats i un peix".into(),
        language: Locale::Ca,
    }
}

async fn administrator(house: &House) -> SignedIn {
    house.accounts.create_person(&Console::at_the_machine(), form("boss"), &[Role::Administrator]).await.unwrap();
    house.accounts.sign_in("boss", "tres gats i un peix", home()).await.unwrap()
}

#[tokio::test]
async fn a_person_signs_up_is_known_and_comes_back() {
    let house = house().await;
    let up = house.accounts.sign_up(form("Rosa.Puig"), home()).await.unwrap();
    let who = house.accounts.who(up.token.value()).await.unwrap().unwrap();
    assert_eq!((who.person(), who.subject()), (up.actor.person(), up.actor.subject()));
    assert_eq!(who.profile().login, "rosa.puig");
    assert_eq!(who.language(), Locale::Ca);
    assert!(who.permit::<Author>().is_err());
    let again = house.accounts.sign_in(" ROSA.puig ", "tres gats i un peix", home()).await.unwrap();
    assert_ne!(again.token, up.token, "each sign-in has its own token");
    assert_eq!(again.actor.subject(), up.actor.subject());
    assert_eq!(house.accounts.subject_of(who.person()).await.unwrap(), who.subject());
}

#[tokio::test]
async fn the_database_holds_no_password_and_no_token() {
    let house = house().await;
    let up = house.accounts.sign_up(form("rosa"), home()).await.unwrap();
    let sign_in = entity::sign_in::Entity::find().one(house.db.read()).await.unwrap().unwrap();
    let session = entity::session::Entity::find().one(house.db.read()).await.unwrap().unwrap();
    assert!(sign_in.secret.starts_with("$argon2id$") && !sign_in.secret.contains("gats"));
    assert_ne!(session.token_hash, up.token.value());
    let events = entity::audit_event::Entity::find().all(house.db.read()).await.unwrap();
    assert_eq!(events.len(), 1);
    assert!(!format!("{events:?}").to_lowercase().contains("rosa"), "no name in the audit");
}

#[tokio::test]
async fn wrong_logins_wrong_passwords_and_suspended_people_hear_the_same() {
    let house = house().await;
    house.accounts.sign_up(form("rosa"), home()).await.unwrap();
    let joan = house.accounts.sign_up(form("joan"), home()).await.unwrap();
    let boss = administrator(&house).await;
    house.accounts.suspend(&boss.actor.permit::<Administrator>().unwrap(), joan.actor.person()).await.unwrap();
    for (login, password) in [
        ("rosa", "tres gossos i un peix"),
        ("nobody", "tres gats i un peix"),
        ("joan", "tres gats i un peix"),
        ("not a login at all", "tres gats i un peix"),
        ("rosa", &"x".repeat(1_000_000)),
    ] {
        let heard = house.accounts.sign_in(login, password, home()).await;
        assert!(matches!(heard, Err(Error::WrongLogin)), "{login}: {heard:?}");
    }
}

#[tokio::test]
async fn fifty_sign_ups_with_one_login_make_one_person() {
    let house = house().await;
    let tries: Vec<_> = (0..50)
        .map(|_| {
            let accounts = house.accounts.clone();
            tokio::spawn(async move { accounts.sign_up(form("rosa"), home()).await })
        })
        .collect();
    let mut made = 0;
    for one in tries {
        match one.await.unwrap() {
            Ok(_) => made += 1,
            Err(Error::LoginTaken) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(made, 1);
    assert_eq!(entity::person::Entity::find().all(house.db.read()).await.unwrap().len(), 1);
    assert_eq!(entity::subject::Entity::find().all(house.db.read()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn every_field_that_needs_mending_is_named_at_once() {
    let house = house().await;
    let wrong = SignUp { name: "\u{0}".into(), login: "a".into(), password: "short".into(), language: Locale::En };
    let Err(Error::Invalid(problems)) = house.accounts.sign_up(wrong, home()).await else { panic!("must be refused") };
    let codes: Vec<_> = problems.iter().map(|problem| (problem.pointer, problem.code)).collect();
    assert_eq!(codes, [("/name", "name-characters"), ("/login", "login-shape"), ("/password", "password-length")]);
}

#[tokio::test]
async fn ten_wrong_guesses_then_a_pause() {
    let house = house().await;
    house.accounts.sign_up(form("rosa"), home()).await.unwrap();
    for _ in 0..10 {
        let heard = house.accounts.sign_in("rosa", "no, this one", home()).await;
        assert!(matches!(heard, Err(Error::WrongLogin)));
    }
    let heard = house.accounts.sign_in("rosa", "tres gats i un peix", home()).await;
    assert!(matches!(heard, Err(Error::TooManyGuesses { retry_after_seconds: 6 })), "{heard:?}");
    house.clock.advance_millis(6_000);
    assert!(house.accounts.sign_in("rosa", "tres gats i un peix", home()).await.is_ok());
}

#[tokio::test]
async fn an_idle_session_ends_and_a_used_one_ends_after_sixty_days() {
    let house = house().await;
    let up = house.accounts.sign_up(form("rosa"), home()).await.unwrap();
    let day = 24 * 60 * 60 * 1000;
    for _ in 0..59 {
        house.clock.advance_millis(day);
        assert!(house.accounts.who(up.token.value()).await.unwrap().is_some());
        // Another server must see the use, too: it is written beside the request.
        let now = vocabulary::millis(vocabulary::Clock::now(house.clock.as_ref()));
        while entity::session::Entity::find().one(house.db.read()).await.unwrap().unwrap().last_seen_at < now {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }
    house.clock.advance_millis(day);
    assert!(house.accounts.who(up.token.value()).await.unwrap().is_none(), "sixty days");
    let again = house.accounts.sign_in("rosa", "tres gats i un peix", home()).await.unwrap();
    let rows = entity::session::Entity::find().all(house.db.read()).await.unwrap();
    assert_eq!(rows.len(), 1, "dead sessions go at the next sign-in");
    house.clock.advance_millis(IDLE_MILLIS);
    assert!(house.accounts.who(again.token.value()).await.unwrap().is_none(), "idle");
}

#[tokio::test]
async fn what_is_withdrawn_is_refused_within_a_second_on_every_server() {
    let house = house().await;
    let other = another_server(&house).await;
    let boss = administrator(&house).await;
    let permit = boss.actor.permit::<Administrator>().unwrap();

    let left = house.accounts.sign_up(form("left"), home()).await.unwrap();
    let suspended = house.accounts.sign_up(form("suspended"), home()).await.unwrap();
    let demoted = house.accounts.sign_up(form("demoted"), home()).await.unwrap();
    house.accounts.grant_role(&permit, demoted.actor.person(), Role::Author).await.unwrap();
    tokio::time::sleep(Duration::from_millis(400)).await;
    for token in [&left.token, &suspended.token, &demoted.token] {
        assert!(other.who(token.value()).await.unwrap().is_some(), "remembered there now");
    }
    assert!(other.who(demoted.token.value()).await.unwrap().unwrap().permit::<Author>().is_ok());

    house.accounts.sign_out(&left.actor).await.unwrap();
    house.accounts.suspend(&permit, suspended.actor.person()).await.unwrap();
    house.accounts.withdraw_role(&permit, demoted.actor.person(), Role::Author).await.unwrap();
    for (server, within) in [(&house.accounts, 0), (&other, 950)] {
        tokio::time::sleep(Duration::from_millis(within)).await;
        assert!(server.who(left.token.value()).await.unwrap().is_none());
        assert!(server.who(suspended.token.value()).await.unwrap().is_none());
        assert!(server.who(demoted.token.value()).await.unwrap().unwrap().permit::<Author>().is_err());
    }
    house.accounts.resume(&permit, suspended.actor.person()).await.unwrap();
    assert!(house.accounts.who(suspended.token.value()).await.unwrap().is_none(), "an ended session stays ended");
}

#[tokio::test]
async fn nobody_suspends_or_demotes_themselves() {
    let house = house().await;
    let boss = administrator(&house).await;
    let permit = boss.actor.permit::<Administrator>().unwrap();
    let me = boss.actor.person();
    assert!(matches!(house.accounts.suspend(&permit, me).await, Err(Error::Denied(_))));
    assert!(matches!(house.accounts.withdraw_role(&permit, me, Role::Administrator).await, Err(Error::Denied(_))));
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    let house = house().await;
    let one = house.accounts.sign_up(form("rosa"), home()).await.unwrap();
    let two = house.accounts.sign_in("rosa", "tres gats i un peix", home()).await.unwrap();
    let wrong = house.accounts.change_password(&two.actor, "another one", "quatre gats i un peix", home()).await;
    assert!(matches!(wrong, Err(Error::WrongLogin)));
    house.accounts.change_password(&two.actor, "tres gats i un peix", "quatre gats i un peix", home()).await.unwrap();
    assert!(house.accounts.who(one.token.value()).await.unwrap().is_none());
    assert!(house.accounts.who(two.token.value()).await.unwrap().is_some());
    assert!(house.accounts.sign_in("rosa", "quatre gats i un peix", home()).await.is_ok());
    house.accounts.reset_password(&Console::at_the_machine(), "rosa", "cinc gats i un peix").await.unwrap();
    assert!(house.accounts.who(two.token.value()).await.unwrap().is_none());
}

#[tokio::test]
async fn a_profile_changes_and_the_session_knows() {
    let house = house().await;
    let up = house.accounts.sign_up(form("rosa"), home()).await.unwrap();
    house.accounts.who(up.token.value()).await.unwrap();
    let change = ProfileChange { name: Some(" Rosa  Mas ".into()), language: Some(Locale::Es), rewards: Some(false) };
    let after = house.accounts.change_profile(&up.actor, change).await.unwrap();
    assert_eq!(
        (after.profile().name.as_str(), after.language(), after.profile().rewards),
        ("Rosa Mas", Locale::Es, false)
    );
    let who = house.accounts.who(up.token.value()).await.unwrap().unwrap();
    assert_eq!(who.profile(), after.profile());
    let wrong = ProfileChange { name: Some("\u{202E}".into()), ..ProfileChange::default() };
    // Two devices at once, each with what it remembers: neither takes back what the other changed.
    let renamed = ProfileChange { name: Some("Somebody New".into()), ..ProfileChange::default() };
    let quiet = ProfileChange { rewards: Some(false), ..ProfileChange::default() };
    house.accounts.change_profile(&who, renamed).await.unwrap();
    house.accounts.change_profile(&who, quiet).await.unwrap();
    assert_eq!(house.accounts.name_for_document(who.subject()).await.unwrap(), "Somebody New");
    assert!(matches!(house.accounts.change_profile(&who, wrong).await, Err(Error::Invalid(_))));
    assert_eq!(house.accounts.name_for_document(who.subject()).await.unwrap(), "Somebody New");
}

#[tokio::test]
async fn names_are_for_administrators_and_oneself() {
    let house = house().await;
    let rosa = house.accounts.sign_up(form("rosa"), home()).await.unwrap().actor;
    let boss = administrator(&house).await.actor;
    let all = [rosa.subject(), boss.subject()];
    assert_eq!(house.accounts.people_of(&boss.scope(), &all).await.unwrap().len(), 2);
    let own = house.accounts.people_of(&rosa.scope(), &all).await.unwrap();
    assert_eq!(own.keys().collect::<Vec<_>>(), [&rosa.subject()]);
    assert_eq!(house.accounts.count(&boss.permit().unwrap()).await.unwrap(), 2);
}

#[tokio::test]
async fn a_demonstration_is_entered_without_a_password() {
    let house = house().await;
    house
        .accounts
        .create_person(&Console::at_the_machine(), form("author@demo.example"), &[Role::Author])
        .await
        .unwrap();
    let pass = DemoPass::of_a_demonstration();
    let author = house.accounts.enter_demo(&pass, "author@demo.example").await.unwrap();
    assert!(author.actor.permit::<Author>().is_ok());
    assert!(house.accounts.who(author.token.value()).await.unwrap().is_some());
    assert!(matches!(house.accounts.enter_demo(&pass, "nobody").await, Err(Error::NotFound)));
}
