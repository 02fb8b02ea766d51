//! Reading the rows that a batch touches: one statement a table and chunk.

use std::collections::BTreeSet;

use database::{
    CHUNK, Tx,
    entity::{attempt, enrolment, question_state, unit_state},
};
use ledger::{Rows, Touched};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::state::LearningState;

pub(super) async fn load(tx: &Tx, touched: &[Touched]) -> Result<LearningState, ledger::Error> {
    let enrolments: Vec<Uuid> = touched
        .iter()
        .filter_map(|touched| touched.enrolment.map(|id| id.0))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let units: BTreeSet<(Uuid, &str)> =
        touched.iter().filter_map(|touched| Some((touched.enrolment?.0, touched.unit.as_deref()?))).collect();
    let units: Vec<_> = units.into_iter().collect();
    let mut rows = (vec![], vec![], vec![], vec![]);
    for chunk in enrolments.chunks(CHUNK) {
        let ids = chunk.iter().copied();
        rows.0.extend(enrolment::Entity::find().filter(enrolment::Column::Id.is_in(ids.clone())).all(tx).await?);
        rows.1.extend(unit_state::Entity::find().filter(unit_state::Column::EnrolmentId.is_in(ids)).all(tx).await?);
    }
    // What is about an enrolment as a whole (closing it, moving it) is rare, and may ask for any question or open sitting.
    let whole: BTreeSet<Uuid> =
        touched.iter().filter(|one| one.unit.is_none()).filter_map(|one| Some(one.enrolment?.0)).collect();
    let whole: Vec<Uuid> = whole.into_iter().collect();
    for chunk in whole.chunks(CHUNK) {
        let ids = chunk.iter().copied();
        let questions = question_state::Entity::find().filter(question_state::Column::EnrolmentId.is_in(ids.clone()));
        rows.2.extend(questions.all(tx).await?);
        let open = attempt::Entity::find()
            .filter(attempt::Column::EnrolmentId.is_in(ids))
            .filter(attempt::Column::SubmittedAt.is_null());
        rows.3.extend(open.all(tx).await?);
    }
    // Else questions and sittings only of the units that the batch is about: an enrolment can have hundreds.
    for chunk in units.chunks(CHUNK / 2) {
        let questions = chunk.iter().fold(Condition::any(), |any, (enrolment, unit)| {
            any.add(
                Condition::all()
                    .add(question_state::Column::EnrolmentId.eq(*enrolment))
                    .add(question_state::Column::UnitKey.eq(*unit)),
            )
        });
        rows.2.extend(question_state::Entity::find().filter(questions).all(tx).await?);
        let attempts = chunk.iter().fold(Condition::any(), |any, (enrolment, unit)| {
            any.add(
                Condition::all()
                    .add(attempt::Column::EnrolmentId.eq(*enrolment))
                    .add(attempt::Column::UnitKey.eq(*unit)),
            )
        });
        rows.3.extend(attempt::Entity::find().filter(attempts).all(tx).await?);
    }
    Ok(LearningState {
        enrolments: Rows::loaded(rows.0.into_iter().map(|row| (row.id, row))),
        units: Rows::loaded(rows.1.into_iter().map(|row| ((row.enrolment_id, row.unit_key.clone()), row))),
        questions: Rows::loaded(
            rows.2.into_iter().map(|row| ((row.enrolment_id, row.unit_key.clone(), row.block.clone()), row)),
        ),
        attempts: Rows::loaded(rows.3.into_iter().map(|row| (row.id, row))),
        ..LearningState::default()
    })
}
