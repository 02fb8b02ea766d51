//! Where learners stand. Owner: `progress`. All but the written answers are projections: the ledger can make them again.

table! {
    /// A learner's place in an edition.
    enrolment = "enrolment" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub learner: Uuid,
        pub course_id: Uuid,
        pub edition_id: Uuid,
        pub version_id: Uuid,
        pub language: String,
        pub state: String,
        pub started_at: i64,
        pub last_at: i64,
        pub last_unit: Option<String>,
        pub last_block: Option<String>,
        pub done_units: i32,
        pub total_units: i32,
        pub score_permille: Option<i32>,
        pub completed_at: Option<i64>,
        pub closed_at: Option<i64>,
    }
}

table! {
    /// A learner's state in one unit.
    unit_state = "unit_state" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub enrolment_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub unit_key: String,
        pub opened_at: Option<i64>,
        pub done_at: Option<i64>,
        pub tries: i32,
        pub best_permille: Option<i32>,
        pub passed: bool,
        pub last_block: Option<String>,
        /// How many questions of a lesson were answered at least once.
        pub questions_tried: i32,
        /// How many questions of a lesson were answered right.
        pub questions_right: i32,
        /// The second where each film or sound was left, by block, as JSON; `None` before the first.
        pub recordings: Option<String>,
    }
}

table! {
    /// A learner's state in one question, and when to see it again.
    question_state = "question_state" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub enrolment_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub unit_key: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub block: String,
        pub tries: i32,
        pub best_permille: i32,
        pub right_at: Option<i64>,
        pub wrong_before: bool,
        /// JSON.
        pub last_verdict: Option<String>,
        pub review_step: i32,
        pub review_due_at: Option<i64>,
    }
}

table! {
    /// One sitting of a quiz.
    attempt = "attempt" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub enrolment_id: Uuid,
        pub unit_key: String,
        pub number: i32,
        /// The questions drawn, as JSON.
        pub questions: String,
        pub started_at: i64,
        pub deadline_at: Option<i64>,
        pub submitted_at: Option<i64>,
        pub score_permille: Option<i32>,
        pub passed: Option<bool>,
    }
}

table! {
    /// What a learner wrote or chose. Erasable: the fact holds only the verdict.
    written_answer = "written_answer" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub fact_id: Uuid,
        pub learner: Uuid,
        pub attempt: Option<Uuid>,
        pub unit_key: String,
        pub block: String,
        pub answer: String,
        pub at: i64,
    }
}
