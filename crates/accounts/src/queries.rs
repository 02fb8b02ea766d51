//! Reading and writing the tables of people. No other crate writes them; joins for reading may cross.

use std::collections::HashMap;

use database::Tx;
use database::entity::{person, role_grant, session, sign_in, subject};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait as _, FromQueryResult, JoinType,
    QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use uuid::Uuid;
use vocabulary::{Locale, PersonId, SubjectId};

use crate::Error;
use crate::actor::{Actor, Profile, Role, RoleSet, SessionHash};
use crate::rules;
use crate::session::Known;

/// The only state in which a person may come in.
pub(crate) const ACTIVE: &str = "active";
/// A person who is kept out for now.
pub(crate) const SUSPENDED: &str = "suspended";
/// The kind of a sign-in whose secret is the hash of a password.
const PASSWORD: &str = "password";
/// Ids in one IN list: far below what either database takes.
const CHUNK: usize = 500;

fn session_person() -> RelationDef {
    session::Entity::belongs_to(person::Entity).from(session::Column::PersonId).to(person::Column::Id).into()
}

fn person_subject() -> RelationDef {
    person::Entity::belongs_to(subject::Entity).from(person::Column::Id).to(subject::Column::PersonId).into()
}

fn person_sign_in() -> RelationDef {
    person::Entity::belongs_to(sign_in::Entity).from(person::Column::Id).to(sign_in::Column::PersonId).into()
}

/// A person with what an [`Actor`] needs, but for the roles.
#[derive(FromQueryResult)]
pub(crate) struct PersonRow {
    pub(crate) person_id: Uuid,
    pub(crate) subject_id: Uuid,
    pub(crate) name: String,
    pub(crate) language: String,
    pub(crate) rewards: bool,
    pub(crate) state: String,
    pub(crate) login: Option<String>,
    pub(crate) secret: Option<String>,
}

impl PersonRow {
    fn profile(&self) -> Profile {
        Profile {
            name: self.name.clone(),
            login: self.login.clone().unwrap_or_default(),
            language: self.language.parse().unwrap_or_default(),
            rewards: self.rewards,
        }
    }

    pub(crate) fn is_active(&self) -> bool {
        self.state == ACTIVE
    }

    pub(crate) fn actor(&self, roles: RoleSet, session: SessionHash) -> Actor {
        Actor::new(PersonId(self.person_id), SubjectId(self.subject_id), roles, session, self.profile())
    }
}

/// People with their subject and sign-in; the caller filters.
fn people() -> sea_orm::Select<person::Entity> {
    person::Entity::find()
        .join(JoinType::InnerJoin, person_subject())
        .join(JoinType::LeftJoin, person_sign_in())
        .select_only()
        .column_as(person::Column::Id, "person_id")
        .column_as(subject::Column::Id, "subject_id")
        .columns([person::Column::Name, person::Column::Language, person::Column::Rewards, person::Column::State])
        .columns([sign_in::Column::Login, sign_in::Column::Secret])
        // Whoever has several ways in is shown under the first.
        .order_by_asc(sign_in::Column::CreatedAt)
}

pub(crate) async fn by_login(on: &impl ConnectionTrait, login: &str) -> Result<Option<PersonRow>, Error> {
    Ok(people().filter(sign_in::Column::Login.eq(login)).into_model::<PersonRow>().one(on).await?)
}

pub(crate) async fn by_person(on: &impl ConnectionTrait, id: PersonId) -> Result<Option<PersonRow>, Error> {
    Ok(people().filter(person::Column::Id.eq(id.0)).into_model::<PersonRow>().one(on).await?)
}

pub(crate) async fn roles(on: &impl ConnectionTrait, id: PersonId) -> Result<RoleSet, Error> {
    let grants = role_grant::Entity::find().filter(role_grant::Column::PersonId.eq(id.0)).all(on).await?;
    // A role that a newer program granted gives nothing here.
    Ok(grants.iter().filter_map(|grant| Role::find(&grant.role)).collect())
}

/// The session of that hash with its person, alive or not.
pub(crate) async fn session(
    on: &impl ConnectionTrait,
    hash: &SessionHash,
    generation: i64,
) -> Result<Option<Known>, Error> {
    let found = session::Entity::find()
        .join(JoinType::InnerJoin, session_person())
        .join(JoinType::InnerJoin, person_subject())
        .join(JoinType::LeftJoin, person_sign_in())
        .select_only()
        .column_as(person::Column::Id, "person_id")
        .column_as(subject::Column::Id, "subject_id")
        .columns([person::Column::Name, person::Column::Language, person::Column::Rewards, person::Column::State])
        .columns([sign_in::Column::Login, sign_in::Column::Secret])
        .columns([session::Column::LastSeenAt, session::Column::ExpiresAt])
        .filter(session::Column::TokenHash.eq(hash.0.as_str()))
        .order_by_asc(sign_in::Column::CreatedAt)
        .into_model::<SessionRow>()
        .one(on)
        .await?;
    let Some(SessionRow { person, last_seen_at, expires_at }) = found else { return Ok(None) };
    if !person.is_active() {
        return Ok(None);
    }
    let roles = roles(on, PersonId(person.person_id)).await?;
    Ok(Some(Known { actor: person.actor(roles, hash.clone()), last_seen_at, expires_at, generation }))
}

#[derive(FromQueryResult)]
struct SessionRow {
    #[sea_orm(nested)]
    person: PersonRow,
    last_seen_at: i64,
    expires_at: i64,
}

/// What a new person starts with.
#[derive(Clone)]
pub(crate) struct NewPerson {
    pub(crate) person: PersonId,
    pub(crate) subject: SubjectId,
    pub(crate) name: String,
    pub(crate) login: String,
    pub(crate) secret: String,
    pub(crate) language: Locale,
}

pub(crate) async fn insert_person(tx: &Tx, new: &NewPerson, now: i64) -> Result<(), Error> {
    let taken = sign_in::Entity::find().filter(sign_in::Column::Login.eq(new.login.as_str())).one(tx).await?;
    if taken.is_some() {
        return Err(Error::LoginTaken);
    }
    let row = person::ActiveModel {
        id: Set(new.person.0),
        name: Set(new.name.clone()),
        language: Set(new.language.tag().to_owned()),
        rewards: Set(true),
        state: Set(ACTIVE.to_owned()),
        created_at: Set(now),
    };
    person::Entity::insert(row).exec_without_returning(tx).await?;
    let row = subject::ActiveModel { id: Set(new.subject.0), person_id: Set(new.person.0) };
    subject::Entity::insert(row).exec_without_returning(tx).await?;
    let row = sign_in::ActiveModel {
        id: Set(Uuid::now_v7()),
        person_id: Set(new.person.0),
        login: Set(new.login.clone()),
        kind: Set(PASSWORD.to_owned()),
        secret: Set(new.secret.clone()),
        created_at: Set(now),
    };
    sign_in::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

pub(crate) async fn insert_session(tx: &Tx, person: PersonId, hash: &SessionHash, now: i64) -> Result<(), Error> {
    let row = session::ActiveModel {
        token_hash: Set(hash.0.clone()),
        person_id: Set(person.0),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(now.saturating_add(rules::LIFE_MILLIS)),
    };
    session::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Removes a person's sessions, but for one; answers how many.
pub(crate) async fn delete_sessions(tx: &Tx, person: PersonId, but: Option<&SessionHash>) -> Result<u64, Error> {
    let mut delete = session::Entity::delete_many().filter(session::Column::PersonId.eq(person.0));
    if let Some(kept) = but {
        delete = delete.filter(session::Column::TokenHash.ne(kept.0.as_str()));
    }
    Ok(delete.exec(tx).await?.rows_affected)
}

pub(crate) async fn delete_session(tx: &Tx, hash: &SessionHash) -> Result<u64, Error> {
    let delete = session::Entity::delete_many().filter(session::Column::TokenHash.eq(hash.0.as_str()));
    Ok(delete.exec(tx).await?.rows_affected)
}

/// Removes a person's dead sessions, so that the table does not grow with every sign-in.
pub(crate) async fn delete_dead_sessions(tx: &Tx, person: PersonId, now: i64) -> Result<(), Error> {
    let dead =
        session::Column::ExpiresAt.lte(now).or(session::Column::LastSeenAt.lte(now.saturating_sub(rules::IDLE_MILLIS)));
    session::Entity::delete_many().filter(session::Column::PersonId.eq(person.0)).filter(dead).exec(tx).await?;
    Ok(())
}

pub(crate) async fn touch_session(tx: &Tx, hash: &SessionHash, now: i64) -> Result<(), Error> {
    session::Entity::update_many()
        .col_expr(session::Column::LastSeenAt, Expr::value(now))
        .filter(session::Column::TokenHash.eq(hash.0.as_str()))
        .filter(session::Column::LastSeenAt.lt(now))
        .exec(tx)
        .await?;
    Ok(())
}

/// Writes what the change names and nothing else.
pub(crate) async fn update_profile(
    tx: &Tx,
    person: PersonId,
    (name, language, rewards): (Option<String>, Option<Locale>, Option<bool>),
) -> Result<(), Error> {
    let mut update = person::Entity::update_many().filter(person::Column::Id.eq(person.0));
    if let Some(name) = name {
        update = update.col_expr(person::Column::Name, Expr::value(name));
    }
    if let Some(language) = language {
        update = update.col_expr(person::Column::Language, Expr::value(language.tag()));
    }
    if let Some(rewards) = rewards {
        update = update.col_expr(person::Column::Rewards, Expr::value(rewards));
    }
    update.exec(tx).await?;
    Ok(())
}

pub(crate) async fn update_state(tx: &Tx, person: PersonId, state: &str) -> Result<(), Error> {
    person::Entity::update_many()
        .col_expr(person::Column::State, Expr::value(state))
        .filter(person::Column::Id.eq(person.0))
        .exec(tx)
        .await?;
    Ok(())
}

pub(crate) async fn update_secret(tx: &Tx, person: PersonId, secret: &str) -> Result<(), Error> {
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::Secret, Expr::value(secret))
        .filter(sign_in::Column::PersonId.eq(person.0))
        .filter(sign_in::Column::Kind.eq(PASSWORD))
        .exec(tx)
        .await?;
    Ok(())
}

/// Grants a role; granting it twice is granting it once.
pub(crate) async fn insert_role(tx: &Tx, person: PersonId, role: Role, now: i64) -> Result<(), Error> {
    let row =
        role_grant::ActiveModel { person_id: Set(person.0), role: Set(role.name().to_owned()), granted_at: Set(now) };
    let once = OnConflict::columns([role_grant::Column::PersonId, role_grant::Column::Role]).do_nothing().to_owned();
    role_grant::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

pub(crate) async fn delete_role(tx: &Tx, person: PersonId, role: Role) -> Result<(), Error> {
    role_grant::Entity::delete_many()
        .filter(role_grant::Column::PersonId.eq(person.0))
        .filter(role_grant::Column::Role.eq(role.name()))
        .exec(tx)
        .await?;
    Ok(())
}

pub(crate) async fn subject(on: &impl ConnectionTrait, person: PersonId) -> Result<Option<SubjectId>, Error> {
    let found = subject::Entity::find().filter(subject::Column::PersonId.eq(person.0)).one(on).await?;
    Ok(found.map(|row| SubjectId(row.id)))
}

pub(crate) async fn people_of(
    on: &impl ConnectionTrait,
    subjects: &[SubjectId],
) -> Result<HashMap<SubjectId, (PersonId, Profile)>, Error> {
    let mut found = HashMap::with_capacity(subjects.len());
    for chunk in subjects.chunks(CHUNK) {
        let ids = chunk.iter().map(|subject| subject.0);
        let rows = people().filter(subject::Column::Id.is_in(ids)).into_model::<PersonRow>().all(on).await?;
        for row in rows {
            found.entry(SubjectId(row.subject_id)).or_insert_with(|| (PersonId(row.person_id), row.profile()));
        }
    }
    Ok(found)
}

pub(crate) async fn count(on: &impl ConnectionTrait) -> Result<u64, Error> {
    use sea_orm::PaginatorTrait as _;
    Ok(person::Entity::find().count(on).await?)
}
