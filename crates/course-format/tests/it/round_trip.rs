//! Nothing is lost between a course and its folder, whatever the course.

use crate::any_course::any_course;
use course_format::{Course, read, write};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_what_was_written_gives_the_same_course(course in any_course()) {
        let files = write(&course);
        let (again, problems) = read(&files);
        let again = again.expect("a course");
        let lost: Vec<_> = problems.iter().filter(|problem| problem.forbids_writing()).collect();
        prop_assert!(lost.is_empty(), "{lost:?}");
        prop_assert_eq!(&again, &course);
        prop_assert_eq!(write(&again), files);
    }

    #[test]
    fn the_json_form_is_the_same_course(course in any_course()) {
        let json = serde_json::to_string(&course).expect("json");
        let again: Course = serde_json::from_str(&json).expect("course");
        prop_assert_eq!(&again, &course);
        prop_assert_eq!(serde_json::to_string(&again).expect("json"), json);
    }

    #[test]
    fn normalising_twice_changes_nothing_more(course in any_course()) {
        let mut again = course.clone();
        again.normalise();
        prop_assert_eq!(again, course);
    }

    #[test]
    fn no_text_file_makes_the_reader_stumble(toml in "\\PC{0,200}", text in "[#{}a-z.`~ \\n\\r\\t<>!\\[\\]()|*_:-]{0,300}") {
        let files = [
            ("course.toml", toml.clone()),
            ("course.ca.md", text.clone()),
            ("01-m/module.toml", toml.clone()),
            ("01-m/module.ca.md", text.clone()),
            ("01-m/01-u/unit.toml", format!("[[block]]\ntype = \"text\"\nid = \"a\"\n{toml}")),
            ("01-m/01-u/unit.ca.md", format!("## {{#a}}\n{text}")),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into();
        let checked = course_format::check_folder(&files);
        let writable = checked.writable();
        if let Some(course) = checked.course.filter(|_| writable) {
            let written = write(&course);
            let (again, _) = read(&written);
            prop_assert_eq!(write(&again.expect("a course")), written);
        }
    }
}
