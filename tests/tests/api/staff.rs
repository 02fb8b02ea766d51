//! Authors with their own courses, administrators with all of them.

use accounts::{Author, Role};
use courses::{Editor, unpack};
use serde_json::{Value, json};
use vocabulary::Locale;

use crate::support::{COURSE, House, new_id, samples};

on_both!(
    an_author_sees_their_own_courses_and_their_findings,
    a_preview_grades_and_keeps_nothing,
    publishing_asks_for_a_sound_draft,
    a_version_with_other_keys_is_not_harmless,
    the_roster_is_filtered_and_paged,
    figures_add_up,
);

/// The newest first, as the list gives them.
fn slugs(list: &Value) -> Vec<&str> {
    list["items"].as_array().unwrap().iter().map(|course| course["slug"].as_str().unwrap()).collect()
}

async fn an_author_sees_their_own_courses_and_their_findings(house: House) {
    let (author, actor) = house.person(Role::Author).await;
    let (other, other_actor) = house.person(Role::Author).await;
    house.draft_of("shop-on-the-map", &actor).await;
    house.draft_of("find-work-online", &other_actor).await;
    assert_eq!(slugs(&author.get("/studio/courses").await.ok()), ["shop-on-the-map"]);
    assert_eq!(slugs(&other.get("/studio/courses").await.ok()), ["find-work-online"]);
    let all = house.administrator().await.get("/studio/courses").await.ok();
    assert_eq!(slugs(&all).len(), 3, "administrators see every course: {all}");

    // Nobody takes a course over by bringing in one of the same name.
    let editor = Editor::from(&other_actor.permit::<Author>().unwrap());
    let files = unpack::from_path(&samples().join("shop-on-the-map")).unwrap();
    let stolen = house.parts().courses.import(files, "shop", Locale::En, &[], &editor).await;
    assert!(matches!(stolen, Err(courses::Error::Forbidden)), "{stolen:?}");

    // A draft with something to mend: each finding with its place, in the language of whoever reads it.
    let mut files = unpack::from_path(&samples().join("broken/missing-alt")).unwrap();
    let editor = || Editor::from(&actor.permit::<Author>().unwrap());
    let imported = house.parts().courses.import(files.clone(), "broken", Locale::En, &[], &editor()).await.unwrap();
    let path = format!("/studio/courses/{}", imported.slug);
    let page = author.get(&format!("{path}?lang=en")).await.ok();
    let finding = page["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == "missing-alt").unwrap();
    assert!(finding["file"].as_str().unwrap().contains('/') && finding["accepted"] == false, "{finding}");
    let catalan = author.get(&format!("{path}?lang=ca")).await.ok();
    let told = |page: &Value| -> Vec<String> {
        page["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| finding["message"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(
        told(&page).iter().zip(told(&catalan)).all(|(english, catalan)| !english.is_empty() && *english != catalan)
    );
    let listed = author.get("/studio/courses").await.ok();
    let line = listed["items"].as_array().unwrap().iter().find(|line| line["slug"] == imported.slug.as_str()).unwrap();
    let counts =
        |line: &Value| line["findings"]["blocks"].as_u64().unwrap() + line["findings"]["warns"].as_u64().unwrap();
    assert_eq!((counts(line), &line["draft"], &line["version"]), (told(&page).len() as u64, &json!(1), &Value::Null));
    other.get(&path).await.problem(404, "not-found");

    // Mended: the finding is gone, and the newer draft stands in the place of the older.
    for bytes in files.values_mut() {
        if let Ok(text) = String::from_utf8(bytes.clone()) {
            *bytes = text.replace("type = \"image\"\n", "type = \"image\"\ndecorative = true\n").into_bytes();
        }
    }
    house.parts().courses.import(files, "broken", Locale::En, &[], &editor()).await.unwrap();
    let page = author.get(&path).await.ok();
    assert!(page["findings"].as_array().unwrap().iter().all(|finding| finding["code"] != "missing-alt"), "{page}");
    assert_eq!(page["versions"].as_array().unwrap().len(), 1);
}

async fn a_preview_grades_and_keeps_nothing(house: House) {
    let (author, actor) = house.person(Role::Author).await;
    let draft = house.draft_of("find-work-online", &actor).await.version.0;
    let path = "/studio/courses/find-work-online";
    let page = author.get(path).await.ok();
    assert_eq!(page["versions"][0]["id"], json!(draft));
    for module in page["modules"].as_array().unwrap() {
        for unit in module["units"].as_array().unwrap() {
            for lang in ["ca", "es", "en"] {
                let unit = format!("{path}/versions/{draft}/units/{}?lang={lang}", unit["key"].as_str().unwrap());
                assert_eq!(author.get(&unit).await.ok()["lang"], lang);
            }
        }
    }
    let document = house.parts().courses.document(vocabulary::VersionId(draft)).await.unwrap();
    let mut tried = 0;
    for unit in document.units() {
        for (block, question) in unit.questions() {
            let Some(answer) = crate::support::right_answer(&document, question) else { continue };
            let body =
                json!({ "versionId": draft, "unit": unit.key, "block": block.id, "answer": answer, "lang": "es" });
            let feedback = author.post(&format!("{path}/answers"), &body).await.ok();
            assert_eq!(
                (&feedback["right"], &feedback["lang"]),
                (&json!(true), &json!("es")),
                "{}/{}",
                unit.key,
                block.id
            );
            tried += 1;
        }
    }
    assert!(tried > 5, "{tried}");
    let body = json!({ "versionId": draft, "unit": "nowhere", "block": "x", "answer": { "kind": "truefalse", "value": true }, "lang": "es" });
    author.post(&format!("{path}/answers"), &body).await.problem(404, "not-found");
    use sea_orm::{EntityTrait, PaginatorTrait};
    let facts = database::entity::fact::Entity::find().count(house.parts().db.read()).await.unwrap();
    let written = database::entity::written_answer::Entity::find().count(house.parts().db.read()).await.unwrap();
    assert_eq!((facts, written), (0, 0));
}

async fn publishing_asks_for_a_sound_draft(house: House) {
    let admin = house.administrator().await;
    let broken = house.bring(unpack::from_path(&samples().join("broken/no-correct")).unwrap(), "broken", &[]).await;
    let publication = |slug: &str, version: &str| format!("/admin/courses/{slug}/versions/{version}/publication");
    let path = publication(&broken.slug, &broken.version.0.to_string());
    let problem = admin.post(&path, &json!({})).await.problem(409, "not-publishable");
    assert!(problem["params"]["findings"].as_u64().unwrap() > 0, "{problem}");
    house.visitor().get(&format!("/courses/{}", broken.slug)).await.problem(404, "not-found");

    let draft = house.draft_changed("find-work-online", |_, text| text).await;
    let path = publication("find-work-online", &draft.version.0.to_string());
    admin.post(&path, &json!({ "harmless": "yes" })).await.problem(422, "invalid-input");
    admin.post(&path, &json!({ "state": "published" })).await.problem(422, "invalid-input");
    // Of two administrators at once, one publishes.
    let answers = futures::future::join_all([admin.post(&path, &json!({})), admin.post(&path, &json!({}))]).await;
    let good = answers.iter().filter(|answer| answer.status == 200).count();
    assert!(good >= 1, "{answers:?}");
    admin.post(&path, &json!({})).await.problem(409, "stale-version");
    assert_eq!(house.visitor().get("/courses/find-work-online").await.ok()["version"], 1);
    let unknown = admin.post(&publication("find-work-online", &new_id()), &json!({})).await.problem(404, "not-found");
    let others = admin.post(&publication(COURSE, &draft.version.0.to_string()), &json!({})).await;
    assert_eq!(others.problem(404, "not-found"), unknown);
    // The same files again are no new version.
    let again = house.draft_changed("find-work-online", |_, text| text).await;
    assert_eq!((again.changed, again.version), (false, draft.version));
}

async fn a_version_with_other_keys_is_not_harmless(house: House) {
    let (admin, learner) = (house.administrator().await, house.learner().await);
    let enrolment = learner.enrol(COURSE).await;
    let began = learner.get(&format!("/me/enrolments/{enrolment}")).await.ok()["versionId"].clone();
    let publish = async |draft: &courses::Imported, harmless: bool| {
        let path = format!("/admin/courses/{COURSE}/versions/{}/publication", draft.version.0);
        admin.post(&path, &json!({ "harmless": harmless })).await
    };
    let key =
        house.draft_changed(COURSE, |_, text| text.replace("correct = \"breathe\"", "correct = \"answer\"")).await;
    publish(&key, true).await.problem(409, "harmless-refused");
    assert_eq!(house.visitor().get(&format!("/courses/{COURSE}")).await.ok()["version"], 1, "nothing was published");

    let words =
        house.draft_changed(COURSE, |_, text| text.replace("Suspicious message?", "A suspicious message?")).await;
    assert_eq!(publish(&words, true).await.ok()["number"], 2);
    let moved = learner.get(&format!("/me/enrolments/{enrolment}")).await.ok();
    assert_eq!(moved["versionId"], json!(words.version.0), "moves along");
    assert!(moved["title"].as_str().unwrap().starts_with("A suspicious"));

    let rule = house.draft_changed(COURSE, |_, text| text.replace("pass = 60", "pass = 70")).await;
    publish(&rule, true).await.problem(409, "harmless-refused");
    assert_eq!(publish(&rule, false).await.ok()["number"], 3);
    let stays = learner.get(&format!("/me/enrolments/{enrolment}")).await.ok();
    assert_eq!(
        (&stays["versionId"], &stays["newerVersion"]),
        (&json!(words.version.0), &json!(3)),
        "stays where they were"
    );
    assert_ne!(stays["versionId"], began);
    let newcomer = house.learner().await;
    let fresh = newcomer.enrol(COURSE).await;
    assert_eq!(newcomer.get(&format!("/me/enrolments/{fresh}")).await.ok()["versionId"], json!(rule.version.0));
    let states = admin.get(&format!("/studio/courses/{COURSE}")).await.ok();
    let states: Vec<_> =
        states["versions"].as_array().unwrap().iter().map(|version| version["state"].clone()).collect();
    assert_eq!(states, ["published", "superseded", "superseded"]);
}

async fn the_roster_is_filtered_and_paged(house: House) {
    house.publish("find-work-online").await;
    let admin = house.administrator().await;
    let mut learners = vec![];
    for _ in 0..5 {
        let learner = house.learner().await;
        let enrolment = learner.enrol(COURSE).await;
        learners.push((learner, enrolment));
    }
    let (first, first_enrolment) = &learners[0];
    first.enrol("find-work-online").await;
    first.patch("/me", &json!({ "name": "Núria Gómez 100%" })).await.ok();
    learners[1].0.post(&format!("/me/enrolments/{}/closing", learners[1].1), &json!({})).await.ok();
    learners[2].0.finish(&*house.course(COURSE).await).await;
    let certificate = learners[2].0.certificate(&learners[2].1).await;

    let ask = async |query: &str| {
        let answer = admin.get(&format!("/admin/enrolments?{query}")).await.ok();
        answer["items"].as_array().unwrap().clone()
    };
    for (query, count) in [
        ("", 6),
        ("course=find-work-online", 1),
        ("course=no-such-course", 0),
        ("state=active", 4),
        ("state=closed", 1),
        ("state=completed", 1),
        ("state=completed&course=find-work-online", 0),
        ("q=N%C3%BAria", 2),
        ("q=learner3", 1),
        ("q=LEARNER3", 1),
        ("q=100%25", 2),
        // A sign that databases read as "anything" is a sign like any other here.
        ("q=%25", 2),
        ("q=_", 0),
        ("q=%27%20OR%201%3D1--", 0),
        ("q=%20", 6),
    ] {
        assert_eq!(ask(query).await.len(), count, "{query}");
    }
    let done = ask("state=completed").await.remove(0);
    assert_eq!((&done["certificate"], &done["percent"]), (&certificate["code"], &json!(100)), "{done}");
    let named = ask("q=100%25&course=stop-check-decide").await.remove(0);
    assert_eq!((&named["id"], &named["personName"]), (&json!(first_enrolment), &json!("Núria Gómez 100%")));

    // Pages of two while somebody enrols in between: nobody twice, nobody left out.
    let (mut seen, mut cursor) = (vec![], String::new());
    loop {
        let page = admin.get(&format!("/admin/enrolments?limit=2{cursor}")).await.ok();
        seen.extend(page["items"].as_array().unwrap().iter().map(|line| line["id"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        cursor = format!("&cursor={next}");
        if seen.len() == 2 {
            house.learner().await.enrol(COURSE).await;
        }
    }
    let mut unique = seen.clone();
    unique.sort();
    unique.dedup();
    assert_eq!((seen.len(), unique.len()), (6, 6), "{seen:?}");
    for path in
        ["/admin/enrolments?cursor=rubbish", "/admin/certificates?cursor=rubbish", "/admin/enrolments?limit=many"]
    {
        admin.get(path).await.problem(422, "invalid-input");
    }
}

async fn figures_add_up(house: House) {
    let admin = house.administrator().await;
    let before = admin.get("/admin/overview").await.ok();
    assert_eq!((&before["enrolments"], &before["people"]), (&json!(0), &json!(1)));
    let (one, two) = (house.learner().await, house.learner().await);
    let enrolment = one.finish(&*house.course(COURSE).await).await;
    one.certificate(&enrolment).await;
    two.enrol(COURSE).await;
    let after = admin.get("/admin/overview").await.ok();
    let expected = json!({ "people": 3, "enrolments": 2, "completions": 1, "certificates": 1, "waitingCertificates": 0, "issuerSet": true });
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(after[field], *value, "{field}: {after}");
    }
    let courses = admin.get("/admin/courses").await.ok();
    let line = &courses["items"][0];
    assert_eq!((&line["slug"], &line["enrolments"], &line["completed"]), (&json!(COURSE), &json!(2), &json!(1)));
    let studio = admin.get(&format!("/studio/courses/{COURSE}")).await.ok();
    assert_eq!(studio["versions"][0]["enrolments"], 2);
}
