//! The demo's past: written through the ledger with a clock that stood earlier, as if people had really been here.

use std::sync::Arc;

use accounts::Actor;
use api::{DemoPerson, DemoSamples};
use course_format::{
    grade::solution,
    minutes::minutes_left,
    model::{Block, Course, Unit, UnitType},
};
use credentials::RevocationReason;
use progress::views::{FactIn, FactInKind};
use uuid::Uuid;
use vocabulary::{FixedClock, Timestamp, from_millis, millis};

use super::{Error, Stage, agenda, enter};
use crate::Parts;

/// The course that the learner is in the middle of, and the one they finished.
const IN_PROGRESS: &str = "stop-check-decide";
const FINISHED: &str = "find-work-online";
/// What is left of the lesson in the middle of which the learner stands.
const LANDING_MINUTES: u32 = 4;
const DAY_MILLIS: i64 = 86_400_000;

/// Other people, so that the administration has something to show. All invented.
const NEIGHBOURS: [(&str, &str, usize, i64); 5] = [
    ("Mohamed Rivas Haddad", "mohamed.rivas", 2, 12),
    ("Montserrat Vila Roca", "montse.vila", 99, 10),
    ("Nadia Popescu", "nadia.popescu", 1, 6),
    ("Xinyi Chen Soler", "xinyi.chen", 3, 4),
    ("Aitor Mendoza Ruiz", "aitor.mendoza", 99, 3),
];

/// Writes the history and gives the sample certificates.
pub(super) async fn write(stage: &Stage, people: &[DemoPerson]) -> Result<DemoSamples, Error> {
    let learner = people.iter().find(|person| person.role == "learner").ok_or("no learner")?;
    let finished = Walk::new(stage, &learner.login, 16).await?;
    let valid = finished.whole(FINISHED).await?;
    let current = Walk::new(stage, &learner.login, 1).await?;
    current.until_the_middle(IN_PROGRESS).await?;
    let mut revoked = None;
    for (name, login, units, days) in NEIGHBOURS {
        stage.person(name, login, &[], vocabulary::Locale::Ca).await?;
        let walk = Walk::new(stage, login, days).await?;
        if units < 99 {
            walk.some(IN_PROGRESS, units).await?;
        } else if let Some(code) = walk.whole(FINISHED).await? {
            revoked = revoked.or(Some(code));
        }
    }
    let admin = people.iter().find(|person| person.role == "administrator").ok_or("no administrator")?;
    let permit = enter(&stage.parts, &admin.login).await?.permit::<accounts::Administrator>()?;
    agenda::write(stage, &permit, &learner.login, &NEIGHBOURS.map(|(_, login, ..)| login)).await?;
    if let Some(code) = &revoked {
        stage.parts.credentials.revoke(&permit, code, RevocationReason::Error, "Sample of the demo").await?;
    }
    Ok(DemoSamples { valid, revoked })
}

/// A place in a lesson.
struct Middle<'a> {
    unit: &'a Unit,
    block: &'a Block,
}

/// The place from which about [`LANDING_MINUTES`] are left and a question still comes, behind the lesson's beginning; of
/// several the latest, so that much has been done before.
fn middle<'a>(lessons: &[&'a Unit]) -> Option<Middle<'a>> {
    let places = lessons.iter().flat_map(|unit| {
        let last_question = unit.blocks.iter().rposition(|block| block.question().is_some()).unwrap_or(0);
        unit.blocks.iter().take(last_question + 1).skip(1).map(|block| Middle { unit, block })
    });
    places.min_by_key(|place| {
        let left = minutes_left(place.unit, Some(&place.block.id));
        (left.abs_diff(LANDING_MINUTES), std::cmp::Reverse(lessons.iter().position(|unit| unit.key == place.unit.key)))
    })
}

/// A person on their way through courses, some days ago.
struct Walk {
    parts: Parts,
    clock: Arc<FixedClock>,
    actor: Actor,
}

impl Walk {
    async fn new(stage: &Stage, login: &str, days_ago: i64) -> Result<Self, Error> {
        let now: Timestamp = stage.parts.clock.now();
        let clock = Arc::new(FixedClock::at(from_millis(millis(now) - days_ago * DAY_MILLIS)));
        let parts = stage.parts.at(&stage.settings, clock.clone(), &stage.public_url)?;
        // The person came in today; what they did lies earlier.
        let actor = enter(&stage.parts, login).await?;
        Ok(Self { parts, clock, actor })
    }

    /// A course from beginning to end, and its certificate.
    async fn whole(&self, slug: &str) -> Result<Option<String>, Error> {
        let (enrolment, course) = self.enrol(slug).await?;
        for unit in course.units().filter(|unit| unit.mandatory) {
            self.unit(enrolment, unit).await?;
        }
        Ok(self.parts.credentials.issue(enrolment.into()).await?)
    }

    async fn some(&self, slug: &str, units: usize) -> Result<(), Error> {
        let (enrolment, course) = self.enrol(slug).await?;
        for unit in course.units().take(units) {
            self.unit(enrolment, unit).await?;
        }
        Ok(())
    }

    /// Up to the middle of a lesson, with a question ahead: "Continue: 4 minutes left".
    async fn until_the_middle(&self, slug: &str) -> Result<(), Error> {
        let (enrolment, course) = self.enrol(slug).await?;
        let lessons: Vec<&Unit> = course.units().filter(|unit| unit.kind == UnitType::Lesson).collect();
        let Some(middle) = middle(&lessons) else { return Ok(()) };
        for unit in lessons.iter().take_while(|unit| unit.key != middle.unit.key) {
            self.lesson(enrolment, unit).await?;
        }
        self.fact(enrolment, middle.unit, FactInKind::Opened, None, None).await?;
        self.fact(enrolment, middle.unit, FactInKind::Progressed, Some(middle.block.id.clone()), None).await
    }

    async fn enrol(&self, slug: &str) -> Result<(Uuid, Arc<Course>), Error> {
        let shelf = self.parts.courses.published(slug).await.map_err(|error| format!("{slug}: {error}"))?;
        let course = self.parts.courses.document(shelf.newest().id).await?;
        Ok((self.parts.progress.enrol(&self.actor, slug, None).await?.id, course))
    }

    async fn unit(&self, enrolment: Uuid, unit: &Unit) -> Result<(), Error> {
        match unit.kind {
            UnitType::Lesson => self.lesson(enrolment, unit).await,
            UnitType::Quiz => self.quiz(enrolment, unit).await,
        }
    }

    async fn lesson(&self, enrolment: Uuid, unit: &Unit) -> Result<(), Error> {
        self.fact(enrolment, unit, FactInKind::Opened, None, None).await?;
        for (block, question) in unit.questions() {
            if let Some(answer) = solution(question, self.actor.language(), vocabulary::Locale::Ca) {
                self.fact(enrolment, unit, FactInKind::Answered, Some(block.id.clone()), Some((answer, None))).await?;
            }
        }
        self.fact(enrolment, unit, FactInKind::Done, None, None).await
    }

    async fn quiz(&self, enrolment: Uuid, unit: &Unit) -> Result<(), Error> {
        let id = Uuid::now_v7();
        let attempt = self.parts.progress.start_attempt(&self.actor, id, enrolment, &unit.key).await?;
        for (block, question) in unit.questions() {
            let drawn =
                attempt.questions.iter().any(|shown| shown.get("id").and_then(|id| id.as_str()) == Some(&block.id));
            if let (true, Some(answer)) = (drawn, solution(question, self.actor.language(), vocabulary::Locale::Ca)) {
                let answer = Some((answer, Some(attempt.id)));
                self.fact(enrolment, unit, FactInKind::Answered, Some(block.id.clone()), answer).await?;
            }
        }
        self.parts.progress.submit(&self.actor, attempt.id).await?;
        Ok(())
    }

    async fn fact(
        &self,
        enrolment: Uuid,
        unit: &Unit,
        kind: FactInKind,
        block: Option<String>,
        answer: Option<(course_format::Answer, Option<Uuid>)>,
    ) -> Result<(), Error> {
        self.clock.advance_millis(47_000);
        let (answer, attempt) = answer.map_or((None, None), |(answer, attempt)| (Some(answer), attempt));
        let fact = FactIn {
            id: Uuid::now_v7(),
            kind,
            enrolment,
            unit: unit.key.clone(),
            block,
            claimed_at: None,
            seconds: None,
            answer,
            attempt,
        };
        let outs = self.parts.progress.record(&self.actor, &[fact]).await?;
        match outs.first().and_then(|out| out.code.clone()) {
            Some(code) => Err(format!("the demo's history was refused: {code} in {}", unit.key).into()),
            None => Ok(()),
        }
    }
}
