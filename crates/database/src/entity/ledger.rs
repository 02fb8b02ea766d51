//! What happened, its seals, and what people with power did. Owner: `ledger`. Rows are never changed or deleted.

table! {
    /// Something that happened.
    fact = "fact" {
        #[sea_orm(primary_key)]
        pub seq: i64,
        #[sea_orm(unique)]
        pub id: Uuid,
        /// The proposal this fact follows from, when it is not the proposal itself.
        pub cause: Option<Uuid>,
        pub kind: String,
        pub learner: Uuid,
        pub actor: Uuid,
        pub course: Option<Uuid>,
        pub edition: Option<Uuid>,
        pub enrolment: Option<Uuid>,
        pub unit: Option<String>,
        pub session: Option<Uuid>,
        /// By the server's clock.
        pub at: i64,
        /// By the client's clock, never later than `at`.
        pub claimed_at: Option<i64>,
        pub source: String,
        /// The version of the course that the fact refers to.
        pub version: Option<Uuid>,
        /// JSON; no name, address or written text.
        pub payload: String,
    }
}

table! {
    /// A sealed run of facts; each seal holds the hash of the one before.
    seal = "seal" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub last_seq: i64,
        pub first_seq: i64,
        pub count: i64,
        pub previous: String,
        pub hash: String,
        pub sealed_at: i64,
    }
}

table! {
    /// Something done with power over others; each event holds the hash of the one before.
    audit_event = "audit_event" {
        #[sea_orm(primary_key)]
        pub seq: i64,
        #[sea_orm(unique)]
        pub id: Uuid,
        pub at: i64,
        pub actor: Uuid,
        pub on_behalf: Option<Uuid>,
        pub action: String,
        pub object: String,
        pub payload: String,
        pub previous: String,
        pub hash: String,
    }
}
