//! What administrators count, what comes next for a learner, and the hour of a masterclass.

use accounts::{Administrator, Author, Role};
use courses::Editor;
use progress::Totals;
use vocabulary::{Locale, PageRequest, Timestamp};

use crate::support::{House, on_both, opened, sample};

on_both!(
    having_what_one_needed_is_counted_apart_from_stopping,
    the_next_course_has_a_reason_and_is_a_new_one,
    the_room_of_a_masterclass_lets_in_at_its_time,
    a_sitting_that_outlives_its_course_keeps_nobody_waiting,
    the_list_of_the_studio_tells_each_course_by_its_newest_version,
);

const DAY: i64 = 86_400_000;

async fn having_what_one_needed_is_counted_apart_from_stopping(house: House) {
    let (one, other) = (sample("find-work-online"), sample("stop-check-decide"));
    house.publish(&one, false).await;
    house.publish(&other, false).await;
    let permit = house.person(&[Role::Administrator]).await.permit::<Administrator>().unwrap();
    let [closes, stops, comes_back, finishes] =
        [house.learner().await, house.learner().await, house.learner().await, house.learner().await];
    let progress = &house.parts.progress;
    let closed = house.enrol(&closes, "find-work-online").await.id;
    house.enrol(&stops, "find-work-online").await;
    let back = house.enrol(&comes_back, "find-work-online").await.id;
    house.finish(&finishes, &other.course).await;
    assert_eq!(progress.close(&closes, closed).await.unwrap().state, "closed");
    let refused = house.fact(&closes, opened(closed, "answer-the-offer")).await;
    assert_eq!(refused.code.as_deref(), Some("enrolment-closed"));

    house.clock.advance_millis(29 * DAY);
    house.fact(&comes_back, opened(back, "answer-the-offer")).await;
    let by_course = progress.totals_of(&permit, &["find-work-online", "stop-check-decide", "unknown"]).await.unwrap();
    let expected = Totals { enrolments: 3, completions: 0, closed: 1, stopped: 1 };
    assert_eq!(by_course.get("find-work-online"), Some(&expected));
    let expected = Totals { enrolments: 1, completions: 1, closed: 0, stopped: 0 };
    assert_eq!(by_course.get("stop-check-decide"), Some(&expected));
    assert_eq!(by_course.len(), 2);
    let all = Totals { enrolments: 4, completions: 1, closed: 1, stopped: 1 };
    assert_eq!(progress.totals(&permit).await.unwrap(), all);

    // Undone, where it was; asked twice, it is so already.
    for _ in 0..2 {
        assert_eq!(progress.reopen(&closes, closed).await.unwrap().state, "active");
    }
    assert_eq!(house.fact(&closes, opened(closed, "answer-the-offer")).await.code, None);
    assert_eq!(progress.totals(&permit).await.unwrap().closed, 0);
    house.unchanged_by_rebuild().await;
}

async fn the_next_course_has_a_reason_and_is_a_new_one(house: House) {
    let done = sample("find-work-online");
    house.publish(&done, false).await;
    let actor = house.learner().await;
    let enrolment = house.finish(&actor, &done.course).await;
    let next = async || house.parts.progress.my_enrolment(&actor, enrolment).await.unwrap().next_course;
    assert!(next().await.is_none(), "there is nothing else");
    for slug in ["stop-check-decide", "your-digital-rights"] {
        house.publish(&sample(slug), false).await;
    }
    let first = next().await.expect("there is something to go on with");
    assert!(["leads-on", "same-area", "same-audience"].contains(&first.reason.code.as_str()), "{first:?}");
    house.enrol(&actor, &first.slug).await;
    let second = next().await;
    assert!(second.is_none_or(|second| second.slug != first.slug), "what is begun is not proposed");
}

async fn the_room_of_a_masterclass_lets_in_at_its_time(house: House) {
    let mut live = sample("ai-useful-wrong-or-neither");
    live.course.live.as_mut().unwrap().link = Some("https://video.example/room".into());
    house.publish(&live, false).await;
    let slug = &live.course.slug;
    let starts: Timestamp = live.course.live.as_ref().unwrap().starts.parse().unwrap();
    let minutes = i64::from(live.course.live.as_ref().unwrap().minutes);
    let page = house.parts.courses.page(slug, Locale::Ca).await.unwrap();
    let told = page.card.live.clone().unwrap();
    assert!(!serde_json::to_string(&*page).unwrap().contains("video.example"), "the room is nobody's before its time");
    assert_eq!(told.link.as_deref(), Some("/api/v1/courses/ai-useful-wrong-or-neither/room"));
    let at = |minutes: i64| vocabulary::from_millis(vocabulary::millis(starts) + minutes * 60_000);
    assert_eq!((told.opens_at, told.closes_at), (Some(at(-30).to_string()), Some(at(minutes).to_string())));
    for (moment, open) in [(-31, false), (-30, true), (0, true), (minutes - 1, true), (minutes, false)] {
        house.stand_at(at(moment));
        let room = house.parts.courses.room(slug).await.unwrap();
        assert_eq!(room.is_some(), open, "{moment} minutes after the beginning");
    }
    let unknown = house.parts.courses.room("find-work-online").await;
    assert!(matches!(unknown, Err(courses::Error::NotFound)));

    // The calendar file, read by another program than the one that wrote it.
    let file = house.parts.courses.calendar(slug, Locale::En, "https://aula.example").await.unwrap();
    let calendar = ical::IcalParser::new(file.as_bytes()).next().expect("there is a calendar").expect("it can be read");
    let [event] = calendar.events.as_slice() else { panic!("one event: {file}") };
    let value = |name: &str| {
        let found = event.properties.iter().find(|property| property.name == name);
        found.and_then(|property| property.value.clone()).unwrap_or_default()
    };
    assert_eq!(value("DTSTART"), starts.strftime("%Y%m%dT%H%M%SZ").to_string());
    assert_eq!(value("DTEND"), at(minutes).strftime("%Y%m%dT%H%M%SZ").to_string());
    // The reader gives texts as they are written: a comma has a stroke before it there.
    assert_eq!(value("SUMMARY").replace("\\,", ","), live.course.texts.title(Locale::En));
    assert_eq!(value("LOCATION"), "https://aula.example/api/v1/courses/ai-useful-wrong-or-neither/room");
    assert!(!value("UID").is_empty() && !value("DTSTAMP").is_empty());
    assert!(!file.contains("video.example"), "{file}");
}

async fn a_sitting_that_outlives_its_course_keeps_nobody_waiting(house: House) {
    let mut timed = sample("find-work-online");
    timed.unit("final-check").quiz.as_mut().unwrap().minutes = 10;
    house.publish(&timed, false).await;
    let (first, second) = (house.learner().await, house.learner().await);
    let progress = &house.parts.progress;
    let mut attempts = vec![];
    for actor in [&first, &second] {
        let enrolment = house.enrol(actor, "find-work-online").await.id;
        attempts.push((
            enrolment,
            progress.start_attempt(actor, uuid::Uuid::now_v7(), enrolment, "final-check").await.unwrap(),
        ));
    }
    progress.close(&first, attempts[0].0).await.unwrap();
    house.clock.advance_millis(11 * 60_000);
    assert_eq!(progress.expire_attempts().await.unwrap(), 2);
    assert_eq!(progress.expire_attempts().await.unwrap(), 0);
    for (actor, (_, attempt)) in [&first, &second].into_iter().zip(&attempts) {
        assert!(progress.attempt(actor, attempt.id).await.unwrap().submitted_at.is_some());
    }
}

async fn the_list_of_the_studio_tells_each_course_by_its_newest_version(house: House) {
    for slug in ["find-work-online", "stop-check-decide", "shop-on-the-map"] {
        house.publish(&sample(slug), false).await;
    }
    let mut draft = sample("stop-check-decide");
    draft.course.reviewed = Some("2026-11-30".into());
    house.draft(&draft).await;
    let editor = Editor::from(&house.person(&[Role::Administrator]).await.permit::<Author>().unwrap());
    let list = house.parts.courses.studio(&editor, Locale::En, &PageRequest::new(None, None)).await.unwrap();
    let told: Vec<_> = list.items.iter().map(|one| (one.slug.as_str(), one.version, one.draft)).collect();
    let expected = [
        ("find-work-online", Some(1), None),
        ("shop-on-the-map", Some(1), None),
        ("stop-check-decide", Some(1), Some(2)),
    ];
    assert_eq!(told, expected);
    assert!(list.items.iter().all(|one| !one.title.is_empty() && one.findings.blocks == 0));
}
