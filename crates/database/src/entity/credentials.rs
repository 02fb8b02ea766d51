//! Certificates and the templates they are drawn from. Owner: `credentials`.

table! {
    /// A certificate, with everything it says at the moment it was issued.
    certificate = "certificate" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(unique)]
        pub code: String,
        pub enrolment_id: Uuid,
        pub rule: String,
        pub kind: String,
        pub state: String,
        /// JSON.
        pub fields: String,
        pub template_version: i32,
        pub language: String,
        pub learner: Uuid,
        pub course_id: Uuid,
        pub issued_at: i64,
        pub revoked_at: Option<i64>,
        pub revoke_reason: Option<String>,
        pub revoke_note: Option<String>,
        pub replaced_by: Option<Uuid>,
    }
}

table! {
    /// A version of the template; every one is kept.
    certificate_template = "certificate_template" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        pub body: String,
        pub created_at: i64,
    }
}
