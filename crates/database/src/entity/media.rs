//! Files that courses show. Owner: `media` (blobs) and `courses` (which version uses which).

table! {
    /// A stored file, known by the hash of its bytes.
    blob = "blob" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub hash: String,
        /// Bytes.
        pub size: i64,
        pub mime: String,
        /// Pixels, of images.
        pub width: Option<i32>,
        /// Pixels, of images.
        pub height: Option<i32>,
        pub created_at: i64,
    }
}

table! {
    /// Which blob a path of a course version means.
    course_media = "course_media" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub version_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub path: String,
        pub hash: String,
    }
}
