//! The tables of certificates.

use database::{
    Database, Tx,
    entity::{certificate, certificate_template, enrolment},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use crate::Error;

/// The states of a certificate.
pub(crate) const VALID: &str = "valid";
pub(crate) const REVOKED: &str = "revoked";

pub(crate) async fn by_code(db: &impl ConnectionTrait, code: &str) -> Result<Option<certificate::Model>, Error> {
    Ok(certificate::Entity::find().filter(certificate::Column::Code.eq(code)).one(db).await?)
}

pub(crate) async fn by_id(db: &Database, id: Uuid) -> Result<Option<certificate::Model>, Error> {
    Ok(certificate::Entity::find_by_id(id).one(db.read()).await?)
}

/// The certificate of an enrolment, the newest first.
pub(crate) async fn of_enrolment(db: &impl ConnectionTrait, enrolment: Uuid) -> Result<Option<certificate::Model>, Error> {
    Ok(certificate::Entity::find()
        .filter(certificate::Column::EnrolmentId.eq(enrolment))
        .order_by_desc(certificate::Column::IssuedAt)
        .one(db)
        .await?)
}

/// What a list of certificates is narrowed to.
#[derive(Default)]
pub(crate) struct Narrow<'a> {
    pub(crate) learner: Option<Uuid>,
    pub(crate) state: Option<&'a str>,
    pub(crate) q: Option<&'a str>,
    pub(crate) after: Option<(i64, Uuid)>,
}

/// A page of certificates, the newest first.
pub(crate) async fn page(db: &Database, narrow: Narrow<'_>, limit: u64) -> Result<Vec<certificate::Model>, Error> {
    let mut query = certificate::Entity::find()
        .order_by_desc(certificate::Column::IssuedAt)
        .order_by_desc(certificate::Column::Id)
        .limit(limit);
    if let Some(learner) = narrow.learner {
        query = query.filter(certificate::Column::Learner.eq(learner));
    }
    if let Some(state) = narrow.state {
        query = query.filter(certificate::Column::State.eq(state));
    }
    if let Some(q) = narrow.q {
        let code = q.replace(['-', ' '], "").to_uppercase();
        query = query.filter(
            Condition::any()
                .add(certificate::Column::Code.contains(&code))
                .add(certificate::Column::Fields.contains(q)),
        );
    }
    if let Some((at, id)) = narrow.after {
        query = query.filter(
            Condition::any()
                .add(certificate::Column::IssuedAt.lt(at))
                .add(Condition::all().add(certificate::Column::IssuedAt.eq(at)).add(certificate::Column::Id.lt(id))),
        );
    }
    Ok(query.all(db.read()).await?)
}

pub(crate) async fn count(db: &Database) -> Result<u64, Error> {
    Ok(certificate::Entity::find().count(db.read()).await?)
}

/// Finished enrolments without a certificate.
fn without_certificate() -> sea_orm::Select<enrolment::Entity> {
    let issued = certificate::Entity::find().select_only().column(certificate::Column::EnrolmentId).into_query();
    enrolment::Entity::find()
        .filter(enrolment::Column::CompletedAt.is_not_null())
        .filter(enrolment::Column::Id.not_in_subquery(issued))
}

pub(crate) async fn count_waiting(db: &Database) -> Result<u64, Error> {
    Ok(without_certificate().count(db.read()).await?)
}

/// Some of the enrolments that wait, after one, by id.
pub(crate) async fn waiting(db: &Database, after: Option<Uuid>, limit: u64) -> Result<Vec<Uuid>, Error> {
    let mut query = without_certificate().order_by_asc(enrolment::Column::Id).limit(limit);
    if let Some(after) = after {
        query = query.filter(enrolment::Column::Id.gt(after));
    }
    Ok(query.select_only().column(enrolment::Column::Id).into_tuple().all(db.read()).await?)
}

/// Keeps a new certificate; false when the enrolment has one for that rule already.
pub(crate) async fn insert(tx: &Tx, row: certificate::Model) -> Result<bool, Error> {
    let known = certificate::Entity::find()
        .filter(certificate::Column::EnrolmentId.eq(row.enrolment_id))
        .filter(certificate::Column::Rule.eq(row.rule.as_str()))
        .one(tx)
        .await?;
    if known.is_some() {
        return Ok(false);
    }
    let row = sea_orm::ActiveModelTrait::reset_all(sea_orm::IntoActiveModel::into_active_model(row));
    certificate::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(true)
}

/// Marks a valid certificate as revoked; false when it was not valid any more.
pub(crate) async fn revoke(tx: &Tx, id: Uuid, reason: &str, note: &str, now: i64) -> Result<bool, Error> {
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

pub(crate) async fn template(db: &Database, version: i32) -> Result<Option<String>, Error> {
    Ok(certificate_template::Entity::find_by_id(version).one(db.read()).await?.map(|row| row.body))
}

pub(crate) async fn keep_templates(tx: &Tx, now: i64) -> Result<(), Error> {
    let rows = print::certificate::VERSIONS.iter().map(|(version, body)| certificate_template::ActiveModel {
        version: Set(i32::try_from(*version).unwrap_or(0)),
        body: Set((*body).to_owned()),
        created_at: Set(now),
    });
    certificate_template::Entity::insert_many(rows)
        .on_conflict(OnConflict::column(certificate_template::Column::Version).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
