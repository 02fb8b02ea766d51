//! What people with power over others did: one event an action, each over the hash of the one before.

use database::Tx;
use database::entity::audit_event;
use sea_orm::{ActiveModelTrait as _, EntityTrait, IntoActiveModel as _, QueryOrder};
use serde_json::Value;
use uuid::Uuid;
use vocabulary::{SubjectId, millis};

use crate::canonical::audit_hash;
use crate::seal::tx_is_postgres;
use crate::{Error, Ledger};

impl Ledger {
    /// Writes an audit event in the transaction of what it tells about.
    ///
    /// `action` is a stable word (`course.published`), `object` says what it was done to (`course:<id>`), and `payload`
    /// holds no name, address or written text.
    ///
    /// # Errors
    /// What the database says.
    pub async fn audit(
        tx: &Tx,
        actor: SubjectId,
        on_behalf: Option<SubjectId>,
        action: &str,
        object: &str,
        payload: Value,
    ) -> Result<(), Error> {
        audit(tx, actor, on_behalf, action, object, payload).await
    }
}

/// As [`Ledger::audit`].
///
/// # Errors
/// What the database says.
pub async fn audit(
    tx: &Tx,
    actor: SubjectId,
    on_behalf: Option<SubjectId>,
    action: &str,
    object: &str,
    payload: Value,
) -> Result<(), Error> {
    if tx_is_postgres(tx) {
        // One after another, or two events would follow the same one.
        database::advisory_lock(tx, "ledger/audit").await?;
    }
    let last = audit_event::Entity::find().order_by_desc(audit_event::Column::Seq).one(tx).await?;
    let mut event = audit_event::Model {
        // Counted, not drawn: there is no gap, and a number is as fixed as what it stands before.
        seq: last.as_ref().map_or(0, |event| event.seq) + 1,
        id: Uuid::now_v7(),
        at: millis(tx.now()),
        actor: actor.0,
        on_behalf: on_behalf.map(|id| id.0),
        action: action.to_owned(),
        object: object.to_owned(),
        payload: payload.to_string(),
        previous: last.map(|event| event.hash).unwrap_or_default(),
        hash: String::new(),
    };
    event.hash = audit_hash(&event);
    audit_event::Entity::insert(event.into_active_model().reset_all()).exec_without_returning(tx).await?;
    Ok(())
}
