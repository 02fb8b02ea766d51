//! People, how they sign in, and what they may do. Owner: `accounts`.

table! {
    /// Somebody who uses the platform, with or without a way to sign in.
    person = "person" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
        /// Language tag: ca, es or en.
        pub language: String,
        /// Whether they want points and badges.
        pub rewards: bool,
        pub state: String,
        pub created_at: i64,
    }
}

table! {
    /// The random id that facts know a person by; removing the row removes the link for ever.
    subject = "subject" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(unique)]
        pub person_id: Uuid,
    }
}

table! {
    /// One way to sign in.
    sign_in = "sign_in" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        #[sea_orm(unique)]
        pub login: String,
        pub kind: String,
        /// What proves it, never in clear.
        pub secret: String,
        pub created_at: i64,
    }
}

table! {
    /// A browser that is signed in; its token is kept hashed.
    session = "session" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_hash: String,
        pub person_id: Uuid,
        pub created_at: i64,
        pub last_seen_at: i64,
        pub expires_at: i64,
    }
}

table! {
    /// A role that a person holds.
    role_grant = "role_grant" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub role: String,
        pub granted_at: i64,
    }
}
