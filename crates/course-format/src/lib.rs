//! course-format
