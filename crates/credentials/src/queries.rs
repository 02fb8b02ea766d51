//! Reading and writing certificates and templates. No other crate writes these tables.

use database::Tx;
use database::entity::{certificate, certificate_template, enrolment};
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, ExprTrait as _,
    FromQueryResult, IntoActiveModel as _, PaginatorTrait as _, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vocabulary::{EnrolmentId, SubjectId};

use crate::Error;
use crate::number::Number;

/// It holds.
pub(crate) const VALID: &str = "valid";
/// It no longer holds.
pub(crate) const REVOKED: &str = "revoked";
/// Another one holds in its place.
pub(crate) const REPLACED: &str = "replaced";
/// Its last day is over. Never stored: time alone makes it so.
pub(crate) const EXPIRED: &str = "expired";

/// Where a page of a list ends: the newest first, ids decide between equals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    issued_at: i64,
    id: Uuid,
}

impl Place {
    pub(crate) fn of(row: &certificate::Model) -> Self {
        Self { issued_at: row.issued_at, id: row.id }
    }

    pub(crate) fn parse(cursor: &str) -> Option<Self> {
        let (issued_at, id) = cursor.split_once('.')?;
        Some(Self { issued_at: issued_at.parse().ok()?, id: id.parse().ok()? })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.issued_at, self.id)
    }
}

/// Which certificates a list shows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    pub(crate) learner: Option<SubjectId>,
    pub(crate) q: Option<String>,
    pub(crate) state: Option<String>,
    /// Today in the organisation's zone, `YYYY-MM-DD`: what certificates expire by.
    pub(crate) today: String,
}

pub(crate) async fn of_number(on: &impl ConnectionTrait, number: &Number) -> Result<Option<certificate::Model>, Error> {
    Ok(certificate::Entity::find().filter(certificate::Column::Code.eq(number.plain())).one(on).await?)
}

pub(crate) async fn of_id(on: &impl ConnectionTrait, id: Uuid) -> Result<Option<certificate::Model>, Error> {
    Ok(certificate::Entity::find_by_id(id).one(on).await?)
}

pub(crate) async fn of_ids(on: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<Vec<certificate::Model>, Error> {
    Ok(certificate::Entity::find().filter(certificate::Column::Id.is_in(ids)).all(on).await?)
}

/// The next certificates by id.
pub(crate) async fn step(
    on: &impl ConnectionTrait,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<certificate::Model>, Error> {
    let mut query = certificate::Entity::find();
    if let Some(after) = after {
        query = query.filter(certificate::Column::Id.gt(after));
    }
    Ok(query.order_by_asc(certificate::Column::Id).limit(limit).all(on).await?)
}

pub(crate) async fn of_rule(
    on: &impl ConnectionTrait,
    enrolment: EnrolmentId,
    rule: &str,
) -> Result<Option<certificate::Model>, Error> {
    Ok(certificate::Entity::find()
        .filter(certificate::Column::EnrolmentId.eq(enrolment.0))
        .filter(certificate::Column::Rule.eq(rule))
        .one(on)
        .await?)
}

pub(crate) async fn of_enrolment(
    on: &impl ConnectionTrait,
    enrolment: EnrolmentId,
) -> Result<Option<certificate::Model>, Error> {
    Ok(certificate::Entity::find()
        .filter(certificate::Column::EnrolmentId.eq(enrolment.0))
        .order_by_desc(certificate::Column::IssuedAt)
        .one(on)
        .await?)
}

/// Those of several enrolments, the oldest first, so that the newest of each wins in a map.
pub(crate) async fn of_enrolments(
    on: &impl ConnectionTrait,
    enrolments: &[Uuid],
) -> Result<Vec<certificate::Model>, Error> {
    let mut rows = Vec::new();
    for chunk in enrolments.chunks(database::CHUNK) {
        let of = certificate::Column::EnrolmentId.is_in(chunk.iter().copied());
        rows.extend(certificate::Entity::find().filter(of).order_by_asc(certificate::Column::IssuedAt).all(on).await?);
    }
    Ok(rows)
}

pub(crate) async fn list(
    on: &impl ConnectionTrait,
    filter: &Filter,
    after: Option<Place>,
    limit: u64,
) -> Result<Vec<certificate::Model>, Error> {
    use certificate::Column::{Id, IssuedAt, Learner};
    let mut query = certificate::Entity::find();
    if let Some(learner) = filter.learner {
        query = query.filter(Learner.eq(learner.0));
    }
    if let Some(state) = &filter.state {
        query = query.filter(in_state(on.get_database_backend(), state, &filter.today));
    }
    if let Some(q) = &filter.q {
        query = query.filter(matching(on.get_database_backend(), q));
    }
    if let Some(Place { issued_at, id }) = after {
        query = query.filter(IssuedAt.lt(issued_at).or(IssuedAt.eq(issued_at).and(Id.lt(id))));
    }
    Ok(query.order_by_desc(IssuedAt).order_by_desc(Id).limit(limit).all(on).await?)
}

/// Whether it holds on that day, when it holds until `last` or for ever. Both days are written year first.
pub(crate) fn valid_on(row: &certificate::Model, last: Option<&str>, day: &str) -> bool {
    row.state == VALID && last.is_none_or(|last| day <= last)
}

/// In the state as of today: what is stored as valid has expired once its last day is over.
fn in_state(backend: DbBackend, state: &str, today: &str) -> Condition {
    let over = match backend {
        DbBackend::Postgres => "COALESCE(fields::json ->> 'expiresOn', '9999') < $1",
        _ => "COALESCE(json_extract(fields, '$.expiresOn'), '9999') < ?",
    };
    let over = Expr::cust_with_values(over, [today]);
    let stored = |state: &str| Condition::all().add(certificate::Column::State.eq(state));
    match state {
        EXPIRED => stored(VALID).add(over),
        VALID => stored(VALID).add(over.not()),
        other => stored(other),
    }
}

/// Part of a number, of the holder's name or of the course's title.
fn matching(backend: DbBackend, q: &str) -> Condition {
    let escaped = q.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let part = format!("%{escaped}%");
    // The names of JSON functions are the only thing here that the two databases do not share.
    let (holder, course) = match backend {
        DbBackend::Postgres => {
            ("(fields::json ->> 'holder') ILIKE $1 ESCAPE '\\'", "(fields::json ->> 'course') ILIKE $1 ESCAPE '\\'")
        }
        _ => (
            "json_extract(fields, '$.holder') LIKE ? ESCAPE '\\'",
            "json_extract(fields, '$.course') LIKE ? ESCAPE '\\'",
        ),
    };
    let mut any = Condition::any()
        .add(Expr::cust_with_values(holder, [part.clone()]))
        .add(Expr::cust_with_values(course, [part]));
    let signs: String = q.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    if signs.len() >= 4 {
        any = any.add(certificate::Column::Code.contains(signs));
    }
    any
}

/// Inserts it; `false` when the enrolment has one for this rule already.
pub(crate) async fn insert(tx: &Tx, row: certificate::Model) -> Result<bool, Error> {
    let once =
        OnConflict::columns([certificate::Column::EnrolmentId, certificate::Column::Rule]).do_nothing().to_owned();
    let inserted = certificate::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(once)
        .exec_without_returning(tx)
        .await?;
    Ok(inserted > 0)
}

/// Marks it revoked; `false` when it was not valid any more.
pub(crate) async fn mark_revoked(
    tx: &Tx,
    id: Uuid,
    reason: &str,
    note: Option<String>,
    now: i64,
) -> Result<bool, Error> {
    let done = certificate::Entity::update_many()
        .col_expr(certificate::Column::State, Expr::value(REVOKED))
        .col_expr(certificate::Column::RevokedAt, Expr::value(now))
        .col_expr(certificate::Column::RevokeReason, Expr::value(reason))
        .col_expr(certificate::Column::RevokeNote, Expr::value(note))
        .filter(certificate::Column::Id.eq(id))
        .filter(certificate::Column::State.eq(VALID))
        .exec(tx)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Marks it replaced; `false` when it was not valid any more.
pub(crate) async fn mark_replaced(tx: &Tx, id: Uuid, by: Uuid, note: &str) -> Result<bool, Error> {
    let done = certificate::Entity::update_many()
        .col_expr(certificate::Column::State, Expr::value(REPLACED))
        .col_expr(certificate::Column::ReplacedBy, Expr::value(by))
        .col_expr(certificate::Column::RevokeNote, Expr::value(note))
        .filter(certificate::Column::Id.eq(id))
        .filter(certificate::Column::State.eq(VALID))
        .exec(tx)
        .await?;
    Ok(done.rows_affected > 0)
}

pub(crate) async fn count_valid(on: &impl ConnectionTrait, today: &str) -> Result<u64, Error> {
    let valid = in_state(on.get_database_backend(), VALID, today);
    Ok(certificate::Entity::find().filter(valid).count(on).await?)
}

/// Finished enrolments without any certificate.
fn without_certificate() -> sea_orm::Select<enrolment::Entity> {
    let issued = Query::select()
        .expr(Expr::val(1))
        .from(certificate::Entity)
        .and_where(
            Expr::col((certificate::Entity, certificate::Column::EnrolmentId))
                .equals((enrolment::Entity, enrolment::Column::Id)),
        )
        .to_owned();
    enrolment::Entity::find().filter(enrolment::Column::CompletedAt.is_not_null()).filter(Expr::exists(issued).not())
}

/// A finished enrolment without a certificate.
#[derive(FromQueryResult)]
pub(crate) struct Waiting {
    pub(crate) id: Uuid,
}

pub(crate) async fn waiting(on: &impl ConnectionTrait, after: Option<Uuid>, limit: u64) -> Result<Vec<Waiting>, Error> {
    let mut query = without_certificate().select_only().column(enrolment::Column::Id);
    if let Some(after) = after {
        query = query.filter(enrolment::Column::Id.gt(after));
    }
    Ok(query.order_by_asc(enrolment::Column::Id).limit(limit).into_model().all(on).await?)
}

/// How many finished enrolments have no certificate, by the version that they stand on.
pub(crate) async fn waiting_by_version(on: &impl ConnectionTrait) -> Result<Vec<(Uuid, i64)>, Error> {
    Ok(without_certificate()
        .select_only()
        .column(enrolment::Column::VersionId)
        .column_as(enrolment::Column::Id.count(), "count")
        .group_by(enrolment::Column::VersionId)
        .into_tuple()
        .all(on)
        .await?)
}

pub(crate) async fn templates(on: &impl ConnectionTrait) -> Result<Vec<certificate_template::Model>, Error> {
    Ok(certificate_template::Entity::find().all(on).await?)
}

pub(crate) async fn template(
    on: &impl ConnectionTrait,
    version: i32,
) -> Result<Option<certificate_template::Model>, Error> {
    Ok(certificate_template::Entity::find_by_id(version).one(on).await?)
}

pub(crate) async fn insert_template(tx: &Tx, version: i32, body: &str, now: i64) -> Result<(), Error> {
    let row = certificate_template::Model { version, body: body.to_owned(), created_at: now };
    let once = OnConflict::column(certificate_template::Column::Version).do_nothing().to_owned();
    certificate_template::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(once)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
