//! What keeps the machine going: jobs, kept answers, topics, settings. Owner: `database`.

table! {
    /// Work to be done after its cause has committed.
    job = "job" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub kind: String,
        /// While a job waits, no other with the same key is added.
        pub key: Option<String>,
        pub payload: String,
        pub run_at: i64,
        pub attempts: i32,
        /// waiting, running, done or dead.
        pub state: String,
        pub locked_until: Option<i64>,
        pub last_error: Option<String>,
        pub created_at: i64,
    }
}

table! {
    /// The first answer to a request that may come again.
    idempotency = "idempotency" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub caller: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub body_hash: String,
        pub answer: String,
        pub created_at: i64,
    }
}

table! {
    /// A counter that caches hang on.
    topic = "topic" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub counter: i64,
    }
}

table! {
    /// A value that the whole platform shares.
    setting = "setting" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub value: String,
    }
}
