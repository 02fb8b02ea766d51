//! Every operation of the description, asked by everybody: nobody, a learner, an author and an administrator. What an
//! operation is for stands in one table; an operation that is missing there fails, and so does a line that is too many.

use std::collections::BTreeSet;

use accounts::Role;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{
    Answer, COURSE, Client, House, QUIZ,
    conform::{DESCRIPTION, Operation},
    fact_of, new_id, right_answer,
};

/// Whom an operation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum For {
    Everybody,
    SignedIn,
    Authors,
    Administrators,
    /// In a demo only; this is none.
    Demo,
}

use For::{Administrators, Authors, Demo, Everybody, SignedIn};

/// Method, address and whom it is for.
const TABLE: [(&str, &str, For); 62] = [
    ("GET", "/health/live", Everybody),
    ("GET", "/health/ready", Everybody),
    ("GET", "/api/v1/site", Everybody),
    ("GET", "/api/v1/openapi.json", Everybody),
    ("GET", "/api/v1/session", SignedIn),
    ("POST", "/api/v1/session", Everybody),
    ("DELETE", "/api/v1/session", Everybody),
    ("POST", "/api/v1/people", Everybody),
    ("PATCH", "/api/v1/me", SignedIn),
    ("GET", "/api/v1/demo", Demo),
    ("POST", "/api/v1/demo/entry", Demo),
    ("POST", "/api/v1/demo/reset", Demo),
    ("GET", "/api/v1/courses", Everybody),
    ("GET", "/api/v1/courses/{slug}", Everybody),
    ("GET", "/api/v1/courses/{slug}/calendar.ics", Everybody),
    ("GET", "/api/v1/courses/{slug}/room", Everybody),
    ("GET", "/api/v1/courses/{slug}/versions/{version}/units/{unit}", Everybody),
    ("POST", "/api/v1/courses/{slug}/enrolments", SignedIn),
    ("GET", "/api/v1/me/enrolments", SignedIn),
    ("GET", "/api/v1/me/enrolments/{id}", SignedIn),
    ("PATCH", "/api/v1/me/enrolments/{id}", SignedIn),
    ("POST", "/api/v1/me/enrolments/{id}/closing", SignedIn),
    ("DELETE", "/api/v1/me/enrolments/{id}/closing", SignedIn),
    ("POST", "/api/v1/me/enrolments/{id}/version", SignedIn),
    ("GET", "/api/v1/me/enrolments/{id}/units/{unit}", SignedIn),
    ("GET", "/api/v1/me/enrolments/{id}/units/{unit}/content", SignedIn),
    ("GET", "/api/v1/me/enrolments/{id}/units/{unit}/hints", SignedIn),
    ("POST", "/api/v1/me/facts", SignedIn),
    ("POST", "/api/v1/me/attempts", SignedIn),
    ("GET", "/api/v1/me/attempts/{id}", SignedIn),
    ("POST", "/api/v1/me/attempts/{id}/submission", SignedIn),
    ("GET", "/api/v1/me/rewards", SignedIn),
    ("GET", "/api/v1/me/certificates", SignedIn),
    ("GET", "/api/v1/certificates/{code}", Everybody),
    ("GET", "/api/v1/certificates/{code}/pdf", Everybody),
    ("GET", "/api/v1/sessions", Everybody),
    ("GET", "/api/v1/sessions/{id}", Everybody),
    ("GET", "/api/v1/sessions/{id}/calendar.ics", Everybody),
    ("GET", "/api/v1/me/sessions", SignedIn),
    ("PUT", "/api/v1/me/sessions/{id}", SignedIn),
    ("DELETE", "/api/v1/me/sessions/{id}", SignedIn),
    ("POST", "/api/v1/me/sessions/{id}/joining", SignedIn),
    ("GET", "/api/v1/studio/courses", Authors),
    ("GET", "/api/v1/studio/courses/{slug}", Authors),
    ("GET", "/api/v1/studio/courses/{slug}/versions/{version}/units/{unit}", Authors),
    ("POST", "/api/v1/studio/courses/{slug}/answers", Authors),
    ("POST", "/api/v1/studio/imports", Authors),
    ("GET", "/api/v1/admin/courses", Administrators),
    ("POST", "/api/v1/admin/courses/{slug}/versions/{version}/publication", Administrators),
    ("GET", "/api/v1/admin/enrolments", Administrators),
    ("GET", "/api/v1/admin/certificates", Administrators),
    ("POST", "/api/v1/admin/certificates/{code}/replacement", Administrators),
    ("POST", "/api/v1/admin/certificates/{code}/revocation", Administrators),
    ("GET", "/api/v1/admin/overview", Administrators),
    ("GET", "/api/v1/admin/rooms", Administrators),
    ("POST", "/api/v1/admin/rooms", Administrators),
    ("GET", "/api/v1/admin/sessions", Administrators),
    ("POST", "/api/v1/admin/sessions", Administrators),
    ("DELETE", "/api/v1/admin/sessions/{id}", Administrators),
    ("GET", "/api/v1/admin/sessions/{id}/seats", Administrators),
    ("PUT", "/api/v1/admin/sessions/{id}/seats/{learner}/attendance", Administrators),
    ("GET", "/media/{hash}/{name}", Everybody),
];

impl For {
    /// As the description names it.
    const fn name(self) -> &'static str {
        match self {
            Everybody => "anyone",
            SignedIn => "signed-in",
            Authors => "author",
            Administrators => "administrator",
            Demo => "demo",
        }
    }
}

/// Somebody who asks, with things of their own.
struct Asker {
    client: Client,
    role: Option<Role>,
    enrolment: String,
    attempt: String,
}

impl Asker {
    fn may(&self, whom: For) -> bool {
        match whom {
            Everybody => true,
            SignedIn => self.role.is_some(),
            Authors => matches!(self.role, Some(Role::Author | Role::Administrator)),
            Administrators => self.role == Some(Role::Administrator),
            Demo => false,
        }
    }

    /// Somebody of this role who has begun the short course.
    async fn enrolled(client: Client, role: Role) -> Self {
        let enrolment = id(&client.post(&format!("/courses/{COURSE}/enrolments"), &json!({})).await.ok());
        let body = json!({ "id": new_id(), "enrolment": enrolment, "unit": QUIZ });
        let attempt = id(&client.post("/me/attempts", &body).await.ok());
        Self { client, role: Some(role), enrolment, attempt }
    }
}

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

/// What there is to ask for.
struct Stage {
    version: String,
    draft: String,
    /// A question of the draft, its unit, and the right answer.
    tried: (String, String, Value),
    /// A question with a hint, after its unit.
    hinted: (String, String),
    media: String,
    certificate: String,
    /// A session about to begin, and somebody who has a seat in it.
    session: (String, String),
    owner: Asker,
    askers: Vec<Asker>,
}

/// A course that only its author and administrators know of yet.
const DRAFT: &str = "find-work-online";
/// Has an hour of its own.
const MASTERCLASS: &str = "ai-useful-wrong-or-neither";

impl Stage {
    async fn set(house: &House) -> Self {
        house.publish(MASTERCLASS).await;
        let course = house.course(COURSE).await;
        let shelf = house.parts().courses.published(COURSE).await.unwrap();
        let learner = house.learner().await;
        let enrolment = learner.finish(&course).await;
        let certificate = learner.certificate(&enrolment).await["code"].as_str().unwrap().to_owned();
        let attempts = learner.get(&format!("/me/enrolments/{enrolment}/units/{QUIZ}")).await.ok();
        let attempt = id(&attempts["quiz"]["attempts"][0]);
        let owner = Asker { client: (*learner).clone(), role: Some(Role::Learner), enrolment, attempt };

        let (author, actor) = house.person(Role::Author).await;
        let draft = house.draft_of(DRAFT, &actor).await.version;
        let document = house.parts().courses.document(draft).await.unwrap();
        let tried = document.units().find_map(|unit| {
            let (block, question) = unit.questions().next()?;
            Some((unit.key.clone(), block.id.clone(), right_answer(&document, question)?))
        });
        let mut askers = vec![Asker {
            client: house.visitor(),
            role: None,
            enrolment: owner.enrolment.clone(),
            attempt: owner.attempt.clone(),
        }];
        askers.push(Asker::enrolled((*house.learner().await).clone(), Role::Learner).await);
        askers.push(Asker::enrolled(author, Role::Author).await);
        askers.push(Asker::enrolled(house.administrator().await, Role::Administrator).await);

        let session = seated(&askers[3].client, &owner.client).await;

        let hinted = course.units().find_map(|unit| {
            let block = unit.questions().find(|(block, _)| block.part("hint1").is_some())?.0;
            Some((unit.key.clone(), block.id.clone()))
        });
        let lesson = format!("/courses/{COURSE}/versions/{}/units/the-five-signs", shelf.newest().id.0);
        let blocks = owner.client.get(&lesson).await.ok()["blocks"].clone();
        let media = blocks.as_array().unwrap().iter().find_map(|block| block["file"].as_str()).unwrap().to_owned();
        Self {
            version: shelf.newest().id.0.to_string(),
            draft: draft.0.to_string(),
            tried: tried.unwrap(),
            hinted: hinted.unwrap(),
            media,
            certificate,
            session,
            owner,
            askers,
        }
    }

    /// An address with everything filled in, of the asker's own things or of what there is.
    fn path(&self, operation: &Operation, asker: &Asker) -> String {
        let path = operation.path.as_str();
        if path == "/media/{hash}/{name}" {
            return self.media.clone();
        }
        let unpublished = path.ends_with("/publication") || path.contains("/studio/");
        let slug = match path {
            _ if unpublished => DRAFT,
            "/api/v1/courses/{slug}/calendar.ics" | "/api/v1/courses/{slug}/room" => MASTERCLASS,
            _ => COURSE,
        };
        let own = match path {
            _ if path.contains("/sessions/") => &self.session.0,
            _ if path.contains("/attempts/") => &asker.attempt,
            _ => &asker.enrolment,
        };
        let filled = path
            .replace("{slug}", slug)
            .replace("{version}", if unpublished { &self.draft } else { &self.version })
            .replace("{unit}", if unpublished { &self.tried.0 } else { &self.hinted.0 })
            .replace("{code}", &self.certificate)
            .replace("{learner}", &self.session.1)
            .replace("{id}", own);
        if path.ends_with("/hints") { format!("{filled}?block={}&number=1", self.hinted.1) } else { filled }
    }

    /// The same address with ids that nothing has.
    fn unknown(&self, operation: &Operation) -> Option<String> {
        let path = operation.path.as_str();
        let known = path.contains('{').then(|| {
            path.replace("{slug}", "no-such-course")
                .replace("{version}", &new_id())
                .replace("{unit}", &self.hinted.0)
                .replace("{code}", "0000-0000-0000-0000-0000-0000-000")
                .replace("{id}", &new_id())
                .replace("{learner}", &new_id())
                .replace("{hash}", &"0".repeat(64))
                .replace("{name}", "a.svg")
        })?;
        Some(if path.ends_with("/hints") { format!("{known}?block={}&number=1", self.hinted.1) } else { known })
    }

    fn body(&self, operation: &Operation, asker: &Asker) -> Option<Value> {
        Some(match (operation.method.as_str(), operation.path.as_str()) {
            ("POST", "/api/v1/session") => json!({ "login": "newcomer", "password": "quiet river 42" }),
            ("POST", "/api/v1/people") => {
                let login = format!("asker.{}", &new_id()[24..]);
                json!({ "name": "Nadia", "login": login, "password": "quiet river 42", "language": "en" })
            }
            ("PATCH", "/api/v1/me") => json!({ "language": "es" }),
            ("PATCH", "/api/v1/me/enrolments/{id}") => json!({ "language": "ca" }),
            ("POST", "/api/v1/demo/entry") => json!({ "role": "administrator" }),
            ("POST", "/api/v1/me/facts") => json!({ "facts": [fact_of("opened", &asker.enrolment, &self.hinted.0)] }),
            ("POST", "/api/v1/me/attempts") => {
                json!({ "id": new_id(), "enrolment": asker.enrolment, "unit": QUIZ })
            }
            ("POST", "/api/v1/studio/courses/{slug}/answers") => {
                let (unit, block, answer) = &self.tried;
                json!({ "versionId": self.draft, "unit": unit, "block": block, "lang": "en", "answer": answer })
            }
            ("POST", "/api/v1/me/enrolments/{id}/version") => json!({ "versionId": self.version }),
            ("POST", "/api/v1/admin/certificates/{code}/replacement") => json!({ "evidence": "Identity card" }),
            ("POST", "/api/v1/admin/certificates/{code}/revocation") => json!({ "reason": "request" }),
            ("POST", "/api/v1/admin/rooms") => json!({ "name": "Room", "seats": 5 }),
            ("POST", "/api/v1/admin/sessions") => hour(),
            ("PUT", "/api/v1/admin/sessions/{id}/seats/{learner}/attendance") => json!({ "present": true }),
            ("POST", _) => json!({}),
            _ => return None,
        })
    }
}

/// A session by video that begins within a quarter of an hour.
fn hour() -> Value {
    const FIVE: i64 = 5 * 60_000;
    let starts = vocabulary::from_millis((vocabulary::millis(vocabulary::Timestamp::now()) / FIVE + 2) * FIVE);
    json!({ "course": COURSE, "starts": starts.to_string(), "minutes": 60, "link": "https://meet.example/a" })
}

/// Such a session, planned, with a seat for a learner.
async fn seated(admin: &Client, learner: &Client) -> (String, String) {
    let session = id(&admin.post("/admin/sessions", &hour()).await.ok());
    learner.send(Method::PUT, &format!("/me/sessions/{session}"), None).await.ok();
    let line = admin.get(&format!("/admin/sessions/{session}/seats")).await.ok();
    (session, line["items"][0]["learner"].as_str().unwrap().to_owned())
}

/// Asks under an operation. Signing in, up and out is done in a browser of its own, so that the asker stays who they are.
async fn ask(house: &House, operation: &Operation, client: &Client, path: &str, body: Option<&Value>) -> Answer {
    let elsewhere = matches!(operation.path.as_str(), "/api/v1/session" | "/api/v1/people");
    if operation.path == "/api/v1/studio/imports" {
        return client.bring(path, &crate::uploads::archive(DRAFT)).await;
    }
    let own = if elsewhere && operation.method != Method::GET { &house.visitor() } else { client };
    own.send(operation.method.clone(), path, body).await
}

#[test]
fn every_operation_has_its_line_and_every_line_its_operation() {
    let described: BTreeSet<(String, String)> =
        DESCRIPTION.operations.iter().map(|known| (known.method.to_string(), known.path.clone())).collect();
    let listed: BTreeSet<_> = TABLE.iter().map(|(method, path, _)| (method.to_string(), path.to_string())).collect();
    assert_eq!(listed.difference(&described).collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "no such operation");
    assert_eq!(
        described.difference(&listed).collect::<Vec<_>>(),
        Vec::<&(String, String)>::new(),
        "say whom it is for"
    );
    for (operation, whom) in DESCRIPTION.operations.iter().map(|operation| (operation, whom(operation))) {
        if let Some(permission) = operation.about.get("x-permission") {
            assert_eq!(permission, whom.name(), "{} {}", operation.method, operation.path);
        }
    }
}

fn whom(operation: &Operation) -> For {
    let line = TABLE.iter().find(|(method, path, _)| *method == operation.method.as_str() && *path == operation.path);
    line.unwrap_or_else(|| panic!("{} {}: whom is it for?", operation.method, operation.path)).2
}

on_both!(everybody_gets_what_is_theirs_and_no_more, unreleased_versions_are_not_found);

async fn everybody_gets_what_is_theirs_and_no_more(house: House) {
    let form = json!({ "name": "New", "login": "newcomer", "password": "quiet river 42", "language": "en" });
    house.visitor().post("/people", &form).await.ok();
    let stage = Stage::set(&house).await;
    for asker in &stage.askers {
        for operation in &DESCRIPTION.operations {
            let whom = whom(operation);
            let (path, body) = (stage.path(operation, asker), stage.body(operation, asker));
            let answer = ask(&house, operation, &asker.client, &path, body.as_ref()).await;
            let asked = format!("{:?}: {} {}", asker.role, operation.method, operation.path);
            if asker.may(whom) {
                // A certificate whose holder's name is the same is not replaced; whoever may ask is told why.
                // A seat is given back before it is used, and a session is called off: that too is told.
                let state = operation.path.ends_with("/replacement") || operation.path.contains("/sessions/{id}");
                let told_why = state && answer.status == 409;
                let answered = answer.status.is_success() || answer.status.is_redirection() || told_why;
                assert!(answered, "{asked}: {} {}", answer.status, answer.text());
            } else if asker.role.is_none() && whom != Demo {
                answer.problem(401, "not-signed-in");
            } else {
                let denied = answer.problem(404, "not-found");
                if let Some(unknown) = stage.unknown(operation) {
                    let unknown = ask(&house, operation, &asker.client, &unknown, body.as_ref()).await;
                    assert_eq!(
                        denied,
                        unknown.problem(404, "not-found"),
                        "{asked}: what is there looks like what is not"
                    );
                }
            }
        }
    }
    others_things_look_unknown(&house, &stage).await;
}

/// With everything right but whose it is: another learner's enrolments and sittings, another author's course.
async fn others_things_look_unknown(house: &House, stage: &Stage) {
    let (stranger, _) = house.person(Role::Author).await;
    let mut asked = 0;
    for operation in &DESCRIPTION.operations {
        // A session is for everybody who asks; what is a person's own in it has no id.
        let own = operation.path.contains("/me/") && !operation.path.contains("/sessions/");
        let theirs = own && operation.path.contains("{id}");
        if !theirs && !operation.path.contains("/studio/courses/{slug}") {
            continue;
        }
        let (path, body) = (stage.path(operation, &stage.owner), stage.body(operation, &stage.owner));
        let denied = ask(house, operation, &stranger, &path, body.as_ref()).await.problem(404, "not-found");
        let unknown = stage.unknown(operation).unwrap();
        let unknown = ask(house, operation, &stranger, &unknown, body.as_ref()).await.problem(404, "not-found");
        assert_eq!(denied, unknown, "{} {}", operation.method, operation.path);
        asked += 1;
    }
    assert!(asked >= 11, "{asked} operations were asked");
    let listed = stranger.get("/studio/courses").await.ok();
    assert_eq!(listed["items"], json!([]));
    let enrolled = stranger.get("/me/enrolments").await.ok();
    assert_eq!(enrolled["items"], json!([]));
}

async fn unreleased_versions_are_not_found(house: House) {
    let changed = house.draft_changed(COURSE, |_, text| text.replace("minutes = 45", "minutes = 46")).await;
    let (visitor, admin) = (house.visitor(), house.administrator().await);
    let path = |version: &str| format!("/courses/{COURSE}/versions/{version}/units/the-five-signs");
    let draft = changed.version.0.to_string();
    let unknown = visitor.get(&path(&new_id())).await.problem(404, "not-found");
    for client in [&visitor, &admin] {
        assert_eq!(client.get(&path(&draft)).await.problem(404, "not-found"), unknown);
    }
    admin.get(&format!("/studio{}", path(&draft))).await.ok();
    house.put_on_shelf(&changed).await;
    visitor.get(&path(&draft)).await.ok();
}
