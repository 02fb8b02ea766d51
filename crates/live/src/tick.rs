//! The attendance list: who was there, as whoever keeps the list says. A later word counts more than an earlier one.

use accounts::{Administrator, Permit};
use ledger::{FactKind, Ledger, Outcome, Proposal};
use serde_json::json;
use uuid::Uuid;
use vocabulary::{CourseId, SubjectId};

use crate::{Error, Live};

impl Live {
    /// Says whether a learner with a seat was there.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Refused`] for somebody without a seat, earlier than an hour before, or when it was called
    /// off.
    pub async fn tick(
        &self,
        permit: &Permit<Administrator>,
        id: Uuid,
        learner: SubjectId,
        present: bool,
    ) -> Result<(), Error> {
        let row = self.row(id).await?;
        let by = permit.subject();
        let proposal = Proposal {
            id: permit.new_id("ticked"),
            actor: by,
            course: Some(CourseId(row.course_id)),
            session: Some(id),
            source: ledger::Source::Facilitator,
            payload: json!({ "present": present, "how": "list" }),
            ..Proposal::new(FactKind::Attended, learner)
        };
        let ledger = self.ledger.clone();
        self.db
            .write_once(permit.once(), move |tx| {
                let (ledger, proposal) = (ledger.clone(), proposal.clone());
                Box::pin(async move {
                    let outcome = ledger.append_in(tx, vec![proposal]).await?.pop();
                    if let Some(Outcome::Refused { code, params }) = outcome {
                        return Err(Error::Refused { code, params });
                    }
                    let (object, told) = (format!("session:{id}"), json!({ "present": present }));
                    Ledger::audit(tx, by, Some(learner), "session.attendance", &object, told).await?;
                    Ok::<_, Error>(())
                })
            })
            .await
    }
}
