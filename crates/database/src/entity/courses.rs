//! Courses, their versions, what the catalogue shows, and editions. Owner: `courses`.

table! {
    /// A course, whatever its versions.
    course = "course" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(unique)]
        pub slug: String,
        pub kind: String,
        pub published_version_id: Option<Uuid>,
        pub created_at: i64,
        pub updated_at: i64,
    }
}

table! {
    /// One version of a course; immutable once published.
    course_version = "course_version" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub course_id: Uuid,
        pub number: i32,
        pub state: String,
        /// The whole course as JSON.
        pub document: String,
        /// What the check found, as JSON.
        pub findings: String,
        pub minutes: i32,
        pub content_hash: String,
        /// Whether learners of the version before may be moved without asking.
        pub harmless: Option<bool>,
        /// The author, as a subject.
        pub created_by: Option<Uuid>,
        pub created_at: i64,
        pub published_at: Option<i64>,
    }
}

table! {
    /// Who may edit a course.
    course_author = "course_author" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
    }
}

table! {
    /// What the catalogue shows of a published course in one language.
    catalogue_entry = "catalogue_entry" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub language: String,
        pub slug: String,
        pub title: String,
        pub summary: String,
        /// Title, summary and headings in lower case without accents, for searching.
        pub folded: String,
        pub kind: String,
        pub level: String,
        pub minutes: i32,
        /// The card of the catalogue, as JSON.
        pub card: String,
        pub published_at: i64,
    }
}

table! {
    /// A value that a course can be filtered by.
    catalogue_tag = "catalogue_tag" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub facet: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub value: String,
    }
}

table! {
    /// A unit of a published version in one language, ready to be served.
    unit_content = "unit_content" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub version_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub unit_key: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub language: String,
        pub body: String,
        pub etag: String,
    }
}

table! {
    /// A course offered to somebody.
    edition = "edition" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub course_id: Uuid,
        pub kind: String,
        pub starts_at: Option<i64>,
        pub ends_at: Option<i64>,
        pub link: Option<String>,
        pub created_at: i64,
    }
}
