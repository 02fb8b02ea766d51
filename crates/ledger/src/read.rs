//! Reading facts, for those whose work rests on one: a certificate on the completion that it proves.

use std::collections::HashMap;

use database::CHUNK;
use database::entity::fact;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use vocabulary::EnrolmentId;

use crate::{Error, Fact, FactKind, Ledger};

impl Ledger {
    /// Facts by their ids; unknown ids are left out.
    ///
    /// # Errors
    /// What the database says.
    pub async fn facts(&self, ids: &[Uuid]) -> Result<HashMap<Uuid, Fact>, Error> {
        let mut found = HashMap::with_capacity(ids.len());
        for chunk in ids.chunks(CHUNK) {
            let of = fact::Column::Id.is_in(chunk.iter().copied());
            for row in fact::Entity::find().filter(of).all(self.database().read()).await? {
                found.insert(row.id, Fact::from_row(row)?);
            }
        }
        Ok(found)
    }

    /// The first fact of a kind about an enrolment.
    ///
    /// # Errors
    /// What the database says.
    pub async fn first_of(&self, enrolment: EnrolmentId, kind: FactKind) -> Result<Option<Fact>, Error> {
        let row = fact::Entity::find()
            .filter(fact::Column::Enrolment.eq(enrolment.0))
            .filter(fact::Column::Kind.eq(kind.as_str()))
            .order_by_asc(fact::Column::Seq)
            .one(self.database().read())
            .await?;
        row.map(Fact::from_row).transpose()
    }
}
