//! The audit events of this crate. Never a name, a login or an address: ids only.

use database::Tx;
use serde_json::Value;
use vocabulary::{PersonId, SubjectId};

use crate::Error;

pub(crate) const SIGN_UP: &str = "person.signed-up";
pub(crate) const PERSON_CREATED: &str = "person.created";
pub(crate) const ROLE_GRANTED: &str = "role.granted";
pub(crate) const ROLE_WITHDRAWN: &str = "role.withdrawn";
pub(crate) const PASSWORD_CHANGED: &str = "password.changed";
pub(crate) const SUSPENDED: &str = "person.suspended";
pub(crate) const RESUMED: &str = "person.resumed";

/// Writes one event about a person in the transaction of what it tells.
pub(crate) async fn record(
    tx: &Tx,
    actor: SubjectId,
    action: &'static str,
    about: PersonId,
    payload: &Value,
) -> Result<(), Error> {
    ledger::Ledger::audit(tx, actor, None, action, &format!("person:{about}"), payload.clone()).await?;
    Ok(())
}
