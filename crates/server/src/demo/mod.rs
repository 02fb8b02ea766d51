//! The living demo: sample courses, a person for each role, a learner in the middle of one course who finished another, and two
//! certificates to look at. Its data is invented and fresh; nothing here is reachable on a real installation.

mod agenda;
mod history;
mod people;
mod reset;

use std::path::Path;

use accounts::{Actor, Console, DemoPass, Role, SignUp};
use courses::{Editor, Publisher, unpack};
use vocabulary::{Locale, PersonId};

use crate::{Parts, settings::Settings};

pub use people::SignIn;

/// What can go wrong while the demo is prepared.
pub(crate) type Error = Box<dyn std::error::Error + Send + Sync>;

/// Everything needed to prepare the demo, again and again.
#[derive(Clone)]
pub(crate) struct Stage {
    settings: Settings,
    parts: Parts,
    public_url: String,
    password: String,
}

impl Stage {
    pub(crate) fn new(settings: Settings, parts: Parts, public_url: String, password: Option<String>) -> Self {
        Self { settings, parts, public_url, password: password.unwrap_or_else(people::fresh_password) }
    }

    /// Imports and publishes the samples, makes people and history, and gives the demo with what to print.
    pub(crate) async fn prepare(&self, samples: &Path) -> Result<(api::Demo, Vec<SignIn>), Error> {
        self.courses(samples).await?;
        let (people, certificates) = self.populate().await?;
        let sign_ins = people
            .iter()
            .map(|person| SignIn {
                role: person.role.clone(),
                login: people::login(&person.role),
                password: self.password.clone(),
            })
            .collect();
        let stage = self.clone();
        let reset = Box::new(move || {
            let stage = stage.clone();
            Box::pin(async move { stage.again().await.map_err(|error| error.to_string()) }) as _
        });
        Ok((api::Demo::new(DemoPass::of_a_demonstration(), people, certificates, reset), sign_ins))
    }

    /// The sample courses, published.
    async fn courses(&self, samples: &Path) -> Result<(), Error> {
        let console = Console::at_the_machine();
        let mut folders: Vec<_> = std::fs::read_dir(samples)
            .map_err(|error| format!("{}: {error}", samples.display()))?
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|path| path.join("course.toml").is_file())
            .collect();
        folders.sort();
        for folder in folders {
            let imported = self
                .parts
                .courses
                .import(unpack::from_path(&folder)?, "", Locale::En, &[], &Editor::from(console))
                .await?;
            let publisher = Publisher::from(console);
            match self.parts.courses.publish(&imported.slug, imported.version, false, &publisher).await {
                Ok(_) | Err(courses::Error::Stale) => {}
                Err(error) => {
                    // One broken sample must not keep the others from being seen.
                    tracing::error!(course = %imported.slug, %error, "a sample course cannot be published");
                }
            }
        }
        Ok(())
    }

    /// People and their history.
    async fn populate(&self) -> Result<(Vec<api::DemoPerson>, api::DemoSamples), Error> {
        let people = people::all(self).await?;
        let certificates = history::write(self, &people).await?;
        Ok((people, certificates))
    }

    async fn again(&self) -> Result<(Vec<api::DemoPerson>, api::DemoSamples), Error> {
        reset::wipe(&self.parts.db).await?;
        self.populate().await
    }

    /// A person of the demo with these roles.
    async fn person(&self, name: &str, login: &str, roles: &[Role], language: Locale) -> Result<PersonId, Error> {
        let form = SignUp { name: name.to_owned(), login: login.to_owned(), password: self.password.clone(), language };
        Ok(self.parts.accounts.create_person(&Console::at_the_machine(), form, roles).await?.0)
    }
}

/// One of the demo's people, as they come in.
async fn enter(parts: &Parts, login: &str) -> Result<Actor, Error> {
    Ok(parts.accounts.enter_demo(&DemoPass::of_a_demonstration(), login).await?.actor)
}
