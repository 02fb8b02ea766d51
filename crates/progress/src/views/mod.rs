//! What a learner sees of their own learning. Never holds a key to a question.

mod attempt;
mod enrolment;
mod facts;
mod rewards;
mod roster;
mod unit;

pub use attempt::{AttemptResult, AttemptView, QuestionResult};
pub use enrolment::{
    ChangedUnitView, EnrolmentDetail, EnrolmentSummary, ModuleState, NewerVersion, Next, NextCourse, OpenSitting,
    Position, Reason, Rule, UnitName, UnitOutline,
};
pub use facts::{FactIn, FactInKind, FactOut, VerdictView};
pub use rewards::{Badge, ReviewDue, Rewards, Rhythm, Today};
pub use roster::RosterLine;
pub use unit::{AttemptLine, QuestionStateView, QuizState, UnitStateView};
