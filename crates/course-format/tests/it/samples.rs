//! The sample courses of the project keep to the format, and nothing of them is lost on the way through a course.

use course_format::{check_folder, read, write};

use crate::support;

#[test]
fn sample_courses_survive_the_round_trip() {
    for path in support::folders(&support::root().join("content-samples")) {
        if !path.join("course.toml").is_file() {
            continue;
        }
        let files = support::folder(&path);
        let checked = check_folder(&files);
        let Some(course) = checked.course.clone().filter(|_| checked.writable()) else { continue };
        let written = write(&course);
        let (again, _) = read(&written);
        let again = again.expect("a course");
        assert_eq!(again, course, "{}", path.display());
        assert_eq!(write(&again), written, "{}", path.display());
        let json = serde_json::to_string(&course).expect("json");
        let back: course_format::Course = serde_json::from_str(&json).expect("a course");
        assert_eq!(write(&back), written, "{} by way of JSON", path.display());
    }
}
