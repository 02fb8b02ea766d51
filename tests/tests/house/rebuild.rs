//! Whatever people do, the tables that screens read follow from the facts alone: random histories through the real services,
//! then `rebuild`, and the same tables to the letter. On the way the promises that hold for every history are looked at.

use std::collections::HashMap;

use accounts::Actor;
use course_format::{
    grade::Answer,
    model::{Question, QuestionKind, UnitType},
};
use ledger::FactKind;
use progress::views::{FactIn, FactInKind};
use proptest::prelude::*;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, Statement};
use uuid::Uuid;
use vocabulary::{EnrolmentId, Locale, VersionId};

use crate::support::{House, Sample, answered, of, sample, solutions};

impl House {
    /// Every row of every projection, as text, in order.
    pub async fn tables(&self) -> Vec<String> {
        let db = self.parts.db.read();
        let learning = progress::learning_projection();
        let rewards = progress::rewards_projection(jiff::tz::TimeZone::UTC);
        let mut rows = vec![];
        for table in learning.tables().iter().chain(rewards.tables()) {
            let sql = match db.get_database_backend() {
                DbBackend::Postgres => format!("SELECT row_to_json(t)::text FROM {table} AS t"),
                _ => self.quoted(table).await,
            };
            for row in db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap() {
                rows.push(format!("{table} {}", row.try_get_by_index::<String>(0).unwrap()));
            }
        }
        rows.sort();
        rows
    }

    async fn quoted(&self, table: &str) -> String {
        let db = self.parts.db.read();
        let sql = format!("SELECT name FROM pragma_table_info('{table}')");
        let columns = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.unwrap();
        let quoted: Vec<String> =
            columns.iter().map(|row| format!("quote({})", row.try_get_by_index::<String>(0).unwrap())).collect();
        assert!(!quoted.is_empty(), "{table} has columns");
        format!("SELECT {} FROM {table}", quoted.join(" || ' ' || "))
    }

    /// The tables are what the facts say.
    pub async fn unchanged_by_rebuild(&self) {
        let before = self.tables().await;
        self.parts.ledger.rebuild().await.unwrap();
        let after = self.tables().await;
        let lost: Vec<_> = before.iter().filter(|row| !after.contains(row)).collect();
        let new: Vec<_> = after.iter().filter(|row| !before.contains(row)).collect();
        assert!(lost.is_empty() && new.is_empty(), "before: {lost:#?}\nafter: {new:#?}");
        assert_eq!(before.len(), after.len());
    }
}

/// Something that one of three people does, or that happens to all.
#[derive(Clone, Debug)]
enum Step {
    Open(u8, u8),
    Progress(u8, u8, u8),
    /// In a lesson: which question, and whether right.
    Answer(u8, u8, u8, bool),
    Done(u8, u8),
    /// A whole sitting: how many of ten answers are right, and whether it is handed in.
    Sit(u8, u8, u8, bool),
    Submit(u8),
    Close(u8),
    Reopen(u8),
    Switch(u8, Locale),
    Move(u8),
    Issue(u8),
    /// The last batch again.
    Repeat(u8),
    /// A newer version: harmless, or not.
    Publish(bool),
    Hours(u8),
    Expire,
}

fn step() -> impl Strategy<Value = Step> {
    let (who, unit, block) = (0_u8..3, 0_u8..7, 0_u8..12);
    let languages = prop::sample::select(vec![Locale::Ca, Locale::Es, Locale::En]);
    prop_oneof![
        4 => (who.clone(), unit.clone()).prop_map(|(who, unit)| Step::Open(who, unit)),
        3 => (who.clone(), unit.clone(), block.clone()).prop_map(|(who, unit, block)| Step::Progress(who, unit, block)),
        9 => (who.clone(), unit.clone(), block, prop::bool::weighted(0.7))
            .prop_map(|(who, unit, block, right)| Step::Answer(who, unit, block, right)),
        5 => (who.clone(), unit.clone()).prop_map(|(who, unit)| Step::Done(who, unit)),
        4 => (who.clone(), unit, 0_u8..=10, prop::bool::weighted(0.8))
            .prop_map(|(who, unit, right, hand_in)| Step::Sit(who, unit, right, hand_in)),
        2 => who.clone().prop_map(Step::Submit),
        1 => who.clone().prop_map(Step::Close),
        2 => who.clone().prop_map(Step::Reopen),
        1 => (who.clone(), languages).prop_map(|(who, language)| Step::Switch(who, language)),
        3 => who.clone().prop_map(Step::Move),
        1 => who.clone().prop_map(Step::Issue),
        2 => who.prop_map(Step::Repeat),
        2 => any::<bool>().prop_map(Step::Publish),
        2 => (1_u8..60).prop_map(Step::Hours),
        1 => Just(Step::Expire),
    ]
}

/// The course of a history, version after version: lessons come and go, keys turn, limits change.
fn version(slug: &str, number: usize, harmless_edits: usize) -> Sample {
    let mut course = sample("find-work-online");
    course.course.slug = slug.to_owned();
    let quiz = course.unit("final-check").quiz.as_mut().unwrap();
    (quiz.tries, quiz.minutes, quiz.pass) = (if number.is_multiple_of(2) { 2 } else { 0 }, 20, 60);
    if number % 3 == 1 {
        course.remove("if-you-have-already-answered");
    }
    if number % 2 == 1 {
        course.copy("search-with-precision", "one-more");
        for block in &mut course.unit("final-check").blocks {
            if let course_format::model::BlockKind::Question(Question {
                kind: QuestionKind::TrueFalse { correct },
                ..
            }) = &mut block.kind
            {
                *correct = !*correct;
            }
        }
    }
    if number % 4 == 2 {
        course.unit("answer-the-offer").mandatory = false;
    }
    course.course.reviewed = Some(format!("2026-11-{:02}", harmless_edits % 28 + 1));
    course
}

/// One history on its way.
struct Walk<'a> {
    house: &'a House,
    slug: String,
    people: Vec<Actor>,
    enrolments: Vec<Uuid>,
    attempts: Vec<Option<Uuid>>,
    last: Vec<Vec<FactIn>>,
    number: usize,
    edits: usize,
    newest: VersionId,
}

impl<'a> Walk<'a> {
    async fn begin(house: &'a House, case: usize) -> Self {
        let slug = format!("walk-{case}");
        let newest = house.publish(&version(&slug, 0, 0), false).await;
        let mut people = vec![];
        let mut enrolments = vec![];
        for _ in 0..3 {
            let actor = house.learner().await;
            enrolments.push(house.enrol(&actor, &slug).await.id);
            people.push(actor);
        }
        let (attempts, last) = (vec![None; 3], vec![vec![]; 3]);
        Self { house, slug, people, enrolments, attempts, last, number: 0, edits: 0, newest }
    }

    async fn course(&self, who: usize) -> std::sync::Arc<course_format::Course> {
        let detail = self.house.parts.progress.my_enrolment(&self.people[who], self.enrolments[who]).await.unwrap();
        self.house.parts.courses.document(VersionId(detail.version_id)).await.unwrap()
    }

    async fn send(&mut self, who: usize, facts: Vec<FactIn>) {
        if !facts.is_empty() {
            self.house.parts.progress.record(&self.people[who], &facts).await.unwrap();
            self.last[who] = facts;
        }
    }

    async fn take(&mut self, step: &Step) {
        self.house.clock.advance_millis(7_000);
        let progress = &self.house.parts.progress;
        match *step {
            Step::Open(who, unit) => self.in_unit(who, unit, |at, key| vec![of(at, key, FactInKind::Opened)]).await,
            Step::Done(who, unit) => self.in_unit(who, unit, |at, key| vec![of(at, key, FactInKind::Done)]).await,
            Step::Progress(who, unit, block) => {
                let course = self.course(who.into()).await;
                let Some(unit) = course.units().nth(unit.into()) else { return };
                let id = unit.blocks.get(usize::from(block) % unit.blocks.len().max(1)).map(|block| block.id.clone());
                let seconds = Some(u32::from(block) * 9);
                let fact = FactIn {
                    block: id,
                    seconds,
                    ..of(self.enrolments[usize::from(who)], &unit.key, FactInKind::Progressed)
                };
                self.send(who.into(), vec![fact]).await;
            }
            Step::Answer(who, unit, question, right) => {
                let course = self.course(who.into()).await;
                let Some(unit) = course.units().nth(unit.into()) else { return };
                let all = solutions(unit);
                let Some((block, answer)) = all.get(usize::from(question) % all.len().max(1)).cloned() else { return };
                let answer = if right { answer } else { wrong(&answer) };
                let fact = answered(self.enrolments[usize::from(who)], &unit.key, &block, answer, None);
                self.send(who.into(), vec![fact]).await;
            }
            Step::Sit(who, unit, right, hand_in) => self.sit(who.into(), unit.into(), right.into(), hand_in).await,
            Step::Submit(who) => {
                if let Some(attempt) = self.attempts[usize::from(who)].take() {
                    let _ = progress.submit(&self.people[usize::from(who)], attempt).await;
                }
            }
            Step::Close(who) => {
                drop(progress.close(&self.people[usize::from(who)], self.enrolments[usize::from(who)]).await)
            }
            Step::Reopen(who) => {
                drop(progress.reopen(&self.people[usize::from(who)], self.enrolments[usize::from(who)]).await);
            }
            Step::Switch(who, language) => {
                let (actor, enrolment) = (&self.people[usize::from(who)], self.enrolments[usize::from(who)]);
                progress.switch_language(actor, enrolment, language).await.unwrap();
            }
            Step::Move(who) => {
                let (actor, enrolment) = (&self.people[usize::from(who)], self.enrolments[usize::from(who)]);
                let _ = progress.move_to(actor, enrolment, self.newest).await;
            }
            Step::Issue(who) => {
                let enrolment = EnrolmentId(self.enrolments[usize::from(who)]);
                self.house.parts.credentials.issue(enrolment).await.unwrap();
            }
            Step::Repeat(who) => {
                let facts = self.last[usize::from(who)].clone();
                self.send(who.into(), facts).await;
            }
            Step::Publish(harmless) => {
                self.number += usize::from(!harmless);
                self.edits += 1;
                let next = version(&self.slug, self.number, self.edits);
                self.newest = self.house.publish(&next, harmless).await;
            }
            Step::Hours(hours) => self.house.clock.advance_millis(i64::from(hours) * 3_600_000),
            Step::Expire => drop(progress.expire_attempts().await.unwrap()),
        }
    }

    async fn in_unit(&mut self, who: u8, unit: u8, facts: impl Fn(Uuid, &str) -> Vec<FactIn>) {
        let course = self.course(who.into()).await;
        let Some(unit) = course.units().nth(unit.into()) else { return };
        let facts = facts(self.enrolments[usize::from(who)], &unit.key);
        self.send(who.into(), facts).await;
    }

    async fn sit(&mut self, who: usize, unit: usize, right: usize, hand_in: bool) {
        let course = self.course(who).await;
        let Some(unit) = course.units().nth(unit).filter(|unit| unit.kind == UnitType::Quiz) else { return };
        let (progress, enrolment) = (&self.house.parts.progress, self.enrolments[who]);
        let Ok(attempt) = progress.start_attempt(&self.people[who], Uuid::now_v7(), enrolment, &unit.key).await else {
            return;
        };
        let facts = solutions(unit).into_iter().enumerate().map(|(place, (block, answer))| {
            let answer = if place < right { answer } else { wrong(&answer) };
            answered(enrolment, &unit.key, &block, answer, Some(attempt.id))
        });
        self.send(who, facts.collect()).await;
        if hand_in {
            let _ = progress.submit(&self.people[who], attempt.id).await;
        } else {
            self.attempts[who] = Some(attempt.id);
        }
    }
}

/// An answer of the same kind that is right nowhere in these courses, or only by chance: what matters is that it may be wrong.
fn wrong(answer: &Answer) -> Answer {
    match answer.clone() {
        Answer::TrueFalse { value } => Answer::TrueFalse { value: !value },
        Answer::Text { .. } => Answer::Text { text: "?".into() },
        Answer::Numeric { .. } => Answer::Numeric { text: "-1".into() },
        Answer::Multiple { .. } => Answer::Multiple { options: vec![] },
        Answer::Ordering { mut items } => {
            items.reverse();
            Answer::Ordering { items }
        }
        Answer::Hotspot { .. } => Answer::Hotspot { areas: vec![] },
        Answer::Matching { .. } => Answer::Matching { pairs: indexmap::IndexMap::new() },
        Answer::Categorise { .. } => Answer::Categorise { items: indexmap::IndexMap::new() },
        Answer::Gaps { .. } => Answer::Gaps { gaps: indexmap::IndexMap::new() },
        Answer::Label { .. } => Answer::Label { spots: indexmap::IndexMap::new() },
        // Nothing else is surely wrong and fits: a scale has no wrong, and of a choice we do not know the other options.
        other => other,
    }
}

/// What holds after every history.
async fn promises(house: &House) {
    use database::entity::{enrolment, fact, points_day, question_state, unit_state};
    let db = house.parts.db.read();
    let mut completed: HashMap<Option<Uuid>, usize> = HashMap::new();
    for row in fact::Entity::find().all(db).await.unwrap() {
        if row.kind == FactKind::Completed.as_str() {
            *completed.entry(row.enrolment).or_default() += 1;
        }
    }
    assert!(completed.values().all(|times| *times == 1), "an enrolment completes once");
    for row in enrolment::Entity::find().all(db).await.unwrap() {
        assert!((0..=row.total_units).contains(&row.done_units), "{row:?}");
        assert_eq!(row.completed_at.is_some(), completed.contains_key(&Some(row.id)), "{row:?}");
        assert_eq!(row.completed_at.is_some(), row.state == "completed", "{row:?}");
    }
    let questions = question_state::Entity::find().all(db).await.unwrap();
    for row in unit_state::Entity::find().all(db).await.unwrap() {
        assert!(row.questions_right <= row.questions_tried, "{row:?}");
        let of_unit =
            |one: &&question_state::Model| one.enrolment_id == row.enrolment_id && one.unit_key == row.unit_key;
        assert!(usize::try_from(row.questions_tried).unwrap() <= questions.iter().filter(of_unit).count(), "{row:?}");
    }
    for row in points_day::Entity::find().all(db).await.unwrap() {
        assert!((0..=100).contains(&row.points), "a day has its cap: {row:?}");
    }
}

/// Histories of one house, one after another: later ones fold over all that came before.
fn histories(house: fn() -> std::pin::Pin<Box<dyn Future<Output = House>>>, cases: u32) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let house = runtime.block_on(house());
    let case = std::cell::Cell::new(0_usize);
    let config = ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 40, ..ProptestConfig::default() };
    proptest!(config, |(steps in prop::collection::vec(step(), 10..70))| {
        case.set(case.get() + 1);
        runtime.block_on(async {
            let mut walk = Walk::begin(&house, case.get()).await;
            for step in &steps {
                walk.take(step).await;
            }
            promises(&house).await;
            house.unchanged_by_rebuild().await;
            house.parts.ledger.seal_due().await.unwrap();
        });
    });
    runtime.block_on(async {
        let report = house.parts.ledger.verify().await.unwrap();
        assert!(report.is_sound() && report.unsealed == 0, "{report:?}");
        assert_eq!(house.parts.credentials.altered().await.unwrap(), Vec::<String>::new());
        let before = house.tables().await;
        assert!(before.iter().any(|row| row.starts_with("attempt ")) && before.len() > 100, "something happened");
    });
}

#[test]
fn any_history_rebuilds_to_the_same_tables_on_sqlite() {
    histories(|| Box::pin(crate::support::sqlite()), 24);
}

#[test]
fn any_history_rebuilds_to_the_same_tables_on_postgres() {
    histories(|| Box::pin(crate::support::postgres()), 12);
}
