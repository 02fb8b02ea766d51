//! What the routes work with: the services of the house, wired by `server`.

use std::{future::Future, pin::Pin, sync::Arc};

use accounts::Accounts;
use actix_web::web::Bytes;
use courses::Courses;
use credentials::Credentials;
use live::Live;
use progress::Progress;
use serde::Serialize;
use utoipa::ToSchema;
use vocabulary::Locale;

use crate::shared::SharedAnswers;

/// The services.
#[derive(Clone)]
pub struct House {
    /// People and sign-ins.
    pub accounts: Accounts,
    /// Courses.
    pub courses: Courses,
    /// Learning.
    pub progress: Progress,
    /// Sessions with a date.
    pub live: Live,
    /// Certificates.
    pub credentials: Credentials,
    /// Files.
    pub media: Arc<media::Store>,
    /// What every page shows of the organisation.
    pub site: Arc<Site>,
    /// Answers that are the same for everybody.
    pub shared: Arc<SharedAnswers>,
    /// The demo, only in a demo.
    pub demo: Option<Arc<Demo>>,
}

impl House {
    /// What the demo offers now, as its address answers it; nothing on a real installation.
    #[must_use]
    pub fn demo_offer(&self) -> Option<Bytes> {
        let offer = self.demo.as_ref()?.offer();
        serde_json::to_vec(&offer).ok().map(Bytes::from)
    }
}

/// What every page shows of the organisation.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Site {
    /// The service's name.
    pub name: String,
    /// The organisation's legal name.
    pub legal_name: Option<String>,
    /// The help number, the same place on every page.
    pub help_number: Option<String>,
    /// The languages offered.
    pub languages: Vec<Locale>,
    /// It is a demonstration.
    pub demo: bool,
    /// Certificates can be issued.
    pub certificate_issuer: bool,
    /// The program's version.
    pub version: String,
    /// The address under which people reach it, without a slash at the end.
    #[serde(skip)]
    pub public_url: String,
}

impl Site {
    /// Cookies can be kept to encrypted connections.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// A text in each language.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct Words {
    /// Catalan.
    pub ca: String,
    /// Spanish.
    pub es: String,
    /// English.
    pub en: String,
}

/// A person that a visitor of the demo can be.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DemoPerson {
    /// `learner`, `author` or `administrator`.
    pub role: String,
    /// An invented name.
    pub name: String,
    /// Where they stand.
    pub situation: Words,
    /// What they would do next.
    pub task: Words,
    /// The page to land on.
    pub landing: String,
    /// Whose sign-in it is.
    #[serde(skip)]
    pub login: String,
}

/// The certificates that the demo shows.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct DemoSamples {
    /// The code of one that is valid.
    pub valid: Option<String>,
    /// The code of one that was revoked.
    pub revoked: Option<String>,
}

/// What a demo offers at a moment.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct DemoOffer {
    /// The people.
    pub people: Vec<DemoPerson>,
    /// The certificates.
    pub certificates: DemoSamples,
}

type Reset =
    Box<dyn Fn() -> Pin<Box<dyn Future<Output = Result<(Vec<DemoPerson>, DemoSamples), String>> + Send>> + Send + Sync>;

/// The demo. A real installation has no value of this type.
pub struct Demo {
    pass: accounts::DemoPass,
    offer: std::sync::RwLock<DemoOffer>,
    reset: Reset,
}

impl Demo {
    /// A demo with its people, and the way to prepare it for the next visitor.
    #[must_use]
    pub fn new(pass: accounts::DemoPass, people: Vec<DemoPerson>, certificates: DemoSamples, reset: Reset) -> Self {
        Self { pass, offer: std::sync::RwLock::new(DemoOffer { people, certificates }), reset }
    }

    pub(crate) fn pass(&self) -> &accounts::DemoPass {
        &self.pass
    }

    pub(crate) fn offer(&self) -> DemoOffer {
        self.offer.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// Prepares the demo again.
    pub(crate) async fn reset(&self) -> Result<(), String> {
        let (people, certificates) = (self.reset)().await?;
        *self.offer.write().unwrap_or_else(std::sync::PoisonError::into_inner) = DemoOffer { people, certificates };
        Ok(())
    }
}
