//! Points, the weekly rhythm and badges. Owner: `progress`; projections all.

table! {
    /// A learner's points in all.
    learner_points = "learner_points" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub learner: Uuid,
        pub points: i64,
        pub updated_at: i64,
    }
}

table! {
    /// A learner's points of one day.
    points_day = "points_day" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub learner: Uuid,
        /// Days since the epoch in the organisation's time zone.
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i32,
        pub points: i32,
    }
}

table! {
    /// How much a learner practised in one week.
    practice_week = "practice_week" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub learner: Uuid,
        /// Weeks since the epoch in the organisation's time zone.
        #[sea_orm(primary_key, auto_increment = false)]
        pub week: i32,
        pub facts: i32,
    }
}

table! {
    /// A badge a learner has earned.
    learner_badge = "learner_badge" {
        #[sea_orm(primary_key, auto_increment = false)]
        pub learner: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub badge: String,
        pub enrolment: Uuid,
        pub earned_at: i64,
    }
}
