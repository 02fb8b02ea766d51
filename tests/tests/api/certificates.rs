//! From the last unit to a certificate that holds: issued within a second, checked by anybody, revoked with a reason.

use std::{
    io::Write as _,
    process::Command,
    time::{Duration, Instant},
};

use reqwest::Method;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use crate::support::{Answer, COURSE, House, Learner, Store, soon};

on_both!(
    a_finished_course_brings_a_certificate_within_a_second,
    a_course_by_score_certifies_the_score,
    a_revoked_certificate_says_so_at_once,
    a_replacement_asked_for_again_is_the_same_one,
    numbers_are_read_as_people_type_them_and_guesses_find_nothing,
    whoever_tries_numbers_is_slowed_down_and_whoever_has_one_is_not,
);

fn code(certificate: &Value) -> String {
    certificate["code"].as_str().unwrap().to_owned()
}

/// Finishes the course and gives enrolment and certificate.
async fn finish(house: &House, learner: &Learner, slug: &str) -> (String, Value) {
    let enrolment = learner.finish(&*house.course(slug).await).await;
    let certificate = learner.certificate(&enrolment).await;
    (enrolment, certificate)
}

async fn a_finished_course_brings_a_certificate_within_a_second(house: House) {
    let learner = house.learner().await;
    let course = house.course(COURSE).await;
    let enrolment = learner.finish(&course).await;
    let finished = Instant::now();
    let link = learner.certificate(&enrolment).await;
    assert!(finished.elapsed() < Duration::from_secs(1), "it took {:?}", finished.elapsed());
    let code = code(&link);
    assert_eq!(
        (&link["kind"], &link["pdf"]),
        (&json!("attendance"), &json!(format!("/api/v1/certificates/{code}/pdf")))
    );

    let shown = house.visitor().get(&format!("/certificates/{code}")).await;
    assert!(shown.header("x-robots-tag") == "noindex" && shown.header("cache-control") == "no-store");
    let shown = shown.ok();
    let me = learner.get("/session").await.ok();
    for (field, expected) in [
        ("state", json!("valid")),
        ("holder", me["name"].clone()),
        ("course", json!("Suspicious message? Stop, check, decide")),
        ("slug", json!(COURSE)),
        ("kind", json!("attendance")),
        ("modality", json!("online")),
        ("hours", json!({ "total": 0.75, "kind": "nominal" })),
        ("readingOnly", json!(false)),
        ("result", Value::Null),
        ("language", json!("en")),
        ("issuer", json!({ "name": "Ajuntament de Prova", "taxNumber": null, "fictitious": false })),
        ("demonstration", json!(false)),
        ("revokedAt", Value::Null),
        ("statement", json!("no-official-qualification")),
    ] {
        assert_eq!(shown[field], expected, "{field}");
    }
    assert_eq!(shown["units"].as_array().unwrap().len(), course.units().filter(|unit| unit.mandatory).count());
    let ids: Vec<&str> =
        shown["competences"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["4.2", "1.2", "4.1"]);
    assert!(!shown.to_string().contains(me["login"].as_str().unwrap()), "the sign-in is nobody's business");

    let mine = learner.get("/me/certificates").await.ok();
    assert_eq!((mine["items"].as_array().unwrap().len(), &mine["items"][0]["code"]), (1, &json!(code)));
    assert_eq!(house.visitor().page(&format!("/verify/{code}"), "ca").await.status, 200);
    document(&house, &code, me["name"].as_str().unwrap(), &shown).await;

    // Frozen: the holder's later name changes nothing of it, and finishing again issues nothing more.
    learner.patch("/me", &json!({ "name": "Somebody Else" })).await.ok();
    learner.read(&course, course.units().next().unwrap(), &enrolment).await;
    let mut again = house.visitor().get(&format!("/certificates/{code}")).await.ok();
    again["checkedAt"] = shown["checkedAt"].clone();
    assert_eq!(again, shown);
    assert_eq!(learner.get("/me/certificates").await.ok()["items"].as_array().unwrap().len(), 1);
    let detail = learner.get(&format!("/me/enrolments/{enrolment}")).await.ok();
    assert!(detail["state"] == "completed" && !detail["nextCourse"].is_object() && detail["certificateWaits"] == false);
}

/// The document: whole, tagged, with every field in its text and a number to check it by.
async fn document(house: &House, code: &str, holder: &str, shown: &Value) {
    let pdf = house.visitor().get(&format!("/certificates/{code}/pdf")).await;
    assert_eq!((pdf.status.as_u16(), pdf.header("content-type")), (200, "application/pdf"));
    assert!(
        pdf.header("content-disposition").starts_with("inline; filename=") && pdf.header("x-robots-tag") == "noindex"
    );
    let mut file = tempfile::NamedTempFile::with_suffix(".pdf").unwrap();
    file.write_all(&pdf.bytes).unwrap();
    let run = |program: &str, args: &[&str]| {
        let output = Command::new(program).args(args).arg(file.path()).arg("-").output();
        let output =
            output.unwrap_or_else(|error| panic!("{program} (Debian: apt-get install qpdf poppler-utils): {error}"));
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let checked = Command::new("qpdf").arg("--check").arg(file.path()).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    let facts = Command::new("pdfinfo").arg(file.path()).output().unwrap();
    let facts = String::from_utf8_lossy(&facts.stdout).into_owned();
    assert!(facts.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")), "{facts}");
    let (read, text) = run("pdftotext", &["-layout"]);
    assert!(read, "{text}");
    for part in [
        holder,
        code,
        "Suspicious message?",
        "Ajuntament de Prova",
        shown["days"]["issued"].as_str().unwrap().get(..4).unwrap(),
    ] {
        assert!(text.contains(part), "{part} is not in the document:\n{text}");
    }
    assert!(!text.to_uppercase().contains("DEMONSTRATION"), "{text}");
}

async fn a_course_by_score_certifies_the_score(house: House) {
    house.publish("shop-on-the-map").await;
    let learner = house.learner().await;
    let (_, link) = finish(&house, &learner, "shop-on-the-map").await;
    let shown = house.visitor().get(&format!("/certificates/{}", code(&link))).await.ok();
    assert_eq!(
        (&shown["kind"], &shown["result"], &shown["hours"]["total"]),
        (&json!("completion"), &json!(100), &json!(1.5))
    );
    // The other kind, by the same learner, is a certificate of its own.
    let (_, attendance) = finish(&house, &learner, COURSE).await;
    assert_ne!(code(&attendance), code(&link));
    let mine = learner.get("/me/certificates").await.ok();
    let kinds: Vec<&Value> = mine["items"].as_array().unwrap().iter().map(|one| &one["kind"]).collect();
    assert_eq!(kinds, ["attendance", "completion"], "the newest first");
    let first = learner.get("/me/certificates?limit=1").await.ok();
    let cursor = first["next"].as_str().unwrap();
    let second = learner.get(&format!("/me/certificates?limit=1&cursor={cursor}")).await.ok();
    assert_eq!((&second["items"][0]["kind"], &second["next"]), (&json!("completion"), &Value::Null));
}

async fn a_revoked_certificate_says_so_at_once(house: House) {
    let learner = house.learner().await;
    let (enrolment, link) = finish(&house, &learner, COURSE).await;
    let code = code(&link);
    let (admin, path) = (house.administrator().await, format!("/admin/certificates/{code}/revocation"));
    for body in [
        json!({}),
        json!({ "reason": "whim" }),
        json!({ "reason": "error", "note": "x".repeat(1001) }),
        json!({ "reason": "error", "by": "me" }),
    ] {
        admin.post(&path, &body).await.problem(422, "invalid-input");
    }
    let valid = house.visitor().get(&format!("/certificates/{code}")).await.ok();
    assert_eq!(valid["state"], "valid");

    let body = json!({ "reason": "error", "note": "Written in the wrong name" });
    let revoked = admin.post(&path, &body).await.ok();
    let mut public = house.visitor().get(&format!("/certificates/{code}")).await.ok();
    assert_eq!((&public["state"], &public["reason"]), (&json!("revoked"), &json!("error")));
    assert!(
        public["revokedAt"].is_string() && !public.to_string().contains("wrong name"),
        "the note stays inside: {public}"
    );
    assert_eq!((&revoked["code"], &revoked["state"]), (&public["code"], &public["state"]));
    admin.post(&path, &json!({ "reason": "fraud" })).await.problem(409, "already-revoked");
    assert_eq!(house.visitor().get(&format!("/certificates/{code}")).await.ok()["reason"], "error");
    // All the printed fields stand as they were.
    for field in ["state", "checkedAt", "revokedAt", "reason"] {
        public[field] = valid[field].clone();
    }
    assert_eq!(public, valid);
    for (state, count) in [("revoked", 1), ("valid", 0)] {
        let listed = admin.get(&format!("/admin/certificates?state={state}")).await.ok();
        assert_eq!(listed["items"].as_array().unwrap().len(), count, "{state}");
    }
    assert_eq!(
        house.parts().credentials.issue(vocabulary::EnrolmentId(enrolment.parse().unwrap())).await.unwrap(),
        Some(code)
    );
}

async fn a_replacement_asked_for_again_is_the_same_one(house: House) {
    let learner = house.learner().await;
    let old = code(&finish(&house, &learner, COURSE).await.1);
    learner.patch("/me", &json!({ "name": "Núria Bosch i Serra" })).await.ok();
    let (admin, path) = (house.administrator().await, format!("/admin/certificates/{old}/replacement"));
    let replace = async |key: &str| {
        let request = admin.request(Method::POST, &path).header("Origin", admin.base()).header("Idempotency-Key", key);
        Answer::of(request.json(&json!({ "evidence": "Identity card seen" })), "replacement").await
    };
    let new = replace("the-card").await.ok();
    assert_eq!((&new["state"], &new["holder"]), (&json!("valid"), &json!("Núria Bosch i Serra")));
    assert_eq!(house.visitor().get(&format!("/certificates/{old}")).await.ok()["state"], "replaced");
    // The program stopped before the answer was kept: the same request finds what it did.
    let forgotten = house.parts().db.write(|tx| {
        Box::pin(async move {
            tx.execute_unprepared("DELETE FROM idempotency WHERE caller LIKE 'answer:%'").await?;
            Ok::<_, database::Error>(())
        })
    });
    forgotten.await.unwrap();
    assert_eq!(replace("the-card").await.ok()["code"], new["code"]);
    assert_eq!(replace("another").await.status, 409);
    let valid = admin.get("/admin/certificates?state=valid").await.ok();
    assert_eq!(valid["items"].as_array().unwrap().len(), 1);
}

async fn numbers_are_read_as_people_type_them_and_guesses_find_nothing(house: House) {
    let learner = house.learner().await;
    let code = code(&finish(&house, &learner, COURSE).await.1);
    let visitor = house.visitor();
    for typed in [code.to_lowercase(), code.replace('-', ""), format!("%20{}%20", code.replace('-', "%20"))] {
        assert_eq!(visitor.get(&format!("/certificates/{typed}")).await.ok()["code"], code, "{typed}");
    }
    let unknown = visitor.get("/certificates/AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAA").await.problem(404, "not-found");
    let mut near = code.clone().into_bytes();
    near[0] = if near[0] == b'A' { b'B' } else { b'A' };
    let near = String::from_utf8(near).unwrap();
    for wrong in [near.as_str(), &code[..code.len() - 1], "x", "%25", "%00", "..%2f"] {
        let answer = visitor.get(&format!("/certificates/{wrong}")).await;
        assert_eq!(answer.problem(404, "not-found"), unknown, "{wrong}");
        visitor.get(&format!("/certificates/{wrong}/pdf")).await.problem(404, "not-found");
    }
    assert_eq!(visitor.page(&format!("/verify/{near}"), "en").await.status, 404);
}

async fn whoever_tries_numbers_is_slowed_down_and_whoever_has_one_is_not(house: House) {
    let learner = house.learner().await;
    let path = format!("/certificates/{}", code(&finish(&house, &learner, COURSE).await.1));
    let visitor = house.visitor();
    for _ in 0..150 {
        visitor.get(&path).await.ok();
    }
    for tried in 0..150 {
        let answer = visitor.get(&format!("/certificates/{tried:027}")).await;
        if answer.status == 429 {
            assert!(tried >= 30, "room for mistakes: {tried}");
            answer.problem(429, "too-many-requests");
            assert!(answer.header("retry-after").parse::<u64>().unwrap() > 0);
            return;
        }
        answer.problem(404, "not-found");
    }
    panic!("150 numbers were tried");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_an_issuer_certificates_wait_and_come_with_one() {
    for store in [Store::Sqlite, Store::Postgres] {
        let house = House::with(store, |settings| settings.organisation.legal_name = None).await;
        house.publish(COURSE).await;
        let learner = house.learner().await;
        let enrolment = learner.finish(&*house.course(COURSE).await).await;
        let path = format!("/me/enrolments/{enrolment}");
        let (admin, _) = house.person(accounts::Role::Administrator).await;
        let overview = admin.get("/admin/overview").await.ok();
        assert_eq!((&overview["issuerSet"], &overview["waitingCertificates"]), (&json!(false), &json!(1)));
        // However long it takes: the job has run and issued nothing.
        let waits = learner.get(&path).await.ok();
        assert_eq!(
            (&waits["state"], &waits["certificate"], &waits["certificateWaits"]),
            (&json!("completed"), &Value::Null, &json!(true))
        );
        assert_eq!(house.visitor().get("/site").await.ok()["certificateIssuer"], false);

        let house = house.again(|settings| settings.organisation.legal_name = Some("Ajuntament de Prova".into())).await;
        let learner = learner.elsewhere(&house);
        let link = soon("the waiting certificate", async || {
            Some(learner.get(&path).await.ok()["certificate"].clone()).filter(|link| !link.is_null())
        })
        .await;
        let shown = house.visitor().get(&format!("/certificates/{}", code(&link))).await.ok();
        assert_eq!((&shown["state"], &shown["issuer"]["name"]), (&json!("valid"), &json!("Ajuntament de Prova")));
        assert_eq!(learner.get(&path).await.ok()["certificateWaits"], false);
    }
}
