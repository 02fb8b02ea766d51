//! Putting the house together, floor by floor.

use std::{path::Path, sync::Arc};

use accounts::Accounts;
use courses::Courses;
use credentials::{Credentials, Issuer};
use database::{Database, topics::Watcher};
use ledger::{FactKind, Ledger, Reaction};
use live::Live;
use progress::Progress;
use vocabulary::Clock;

use crate::{jobs, settings::Settings};

/// The services over one database.
#[derive(Clone)]
pub struct Parts {
    /// The database.
    pub db: Database,
    /// The ledger with its projections.
    pub ledger: Ledger,
    /// What caches hang on.
    pub watcher: Watcher,
    /// People.
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
    pub store: Arc<media::Store>,
    /// The time.
    pub clock: Arc<dyn Clock>,
}

/// The house could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The data folder cannot be used.
    #[error("the data folder {0}: {1}")]
    Folder(String, std::io::Error),
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// The schema cannot be brought up to date.
    #[error(transparent)]
    Migrations(#[from] migrations::Error),
    /// The blob store cannot be used.
    #[error(transparent)]
    Media(#[from] media::Error),
    /// Accounts cannot be used.
    #[error(transparent)]
    Accounts(#[from] accounts::Error),
    /// Certificates cannot be used.
    #[error(transparent)]
    Credentials(#[from] credentials::Error),
}

impl Parts {
    /// Opens the database, brings its schema up to date and wires the services.
    ///
    /// # Errors
    /// Says what cannot be used, and why.
    pub async fn open(
        settings: &Settings,
        data: &Path,
        clock: Arc<dyn Clock>,
        demo: bool,
        public_url: &str,
    ) -> Result<Self, Error> {
        make_folder(data)?;
        let db = Database::open_with(&settings.database.in_folder(data), clock.clone()).await?;
        migrations::up(&db.writer()).await?;
        let store = Arc::new(media::Store::open(&settings.storage.folder(data), media::Limits::default())?);
        let watcher = Watcher::start(&db).await?;
        let parts = Self::wire(settings, db, watcher, store, clock, demo, public_url)?;
        parts.credentials.ensure_templates().await?;
        Ok(parts)
    }

    /// The same services with another clock, for the demo's past.
    pub(crate) fn at(&self, settings: &Settings, clock: Arc<dyn Clock>, public_url: &str) -> Result<Self, Error> {
        Self::wire(settings, self.db.clone(), self.watcher.clone(), self.store.clone(), clock, true, public_url)
    }

    fn wire(
        settings: &Settings,
        db: Database,
        watcher: Watcher,
        store: Arc<media::Store>,
        clock: Arc<dyn Clock>,
        demo: bool,
        public_url: &str,
    ) -> Result<Self, Error> {
        let zone = settings.organisation.zone();
        let projections =
            vec![progress::learning_projection(), progress::rewards_projection(zone.clone()), live::seats_projection()];
        let reactions = vec![Reaction { kind: FactKind::Completed, job: jobs::ISSUE }];
        let ledger = Ledger::new(db.clone(), clock.clone(), projections, reactions);
        let security = &settings.security;
        let passwords = accounts::Settings {
            memory_kib: security.argon2_memory_kib,
            passes: security.argon2_passes,
            ..accounts::Settings::default()
        };
        let accounts = Accounts::new(db.clone(), watcher.clone(), clock.clone(), passwords)?;
        let courses = Courses::new(db.clone(), (*store).clone(), watcher.clone(), clock.clone());
        let progress = Progress::new(ledger.clone(), courses.clone(), accounts.clone(), clock.clone(), zone.clone());
        let live = Live::new(ledger.clone(), accounts.clone(), courses.clone(), clock.clone());
        let credentials = Credentials::new(
            ledger.clone(),
            accounts.clone(),
            progress.clone(),
            watcher.clone(),
            clock.clone(),
            credentials::Settings { issuer: issuer(settings, demo), public_url: public_url.to_owned(), zone },
        );
        Ok(Self { db, ledger, watcher, accounts, courses, progress, live, credentials, store, clock })
    }
}

/// Who issues certificates: nobody while there is no legal name; in a demo an invented body.
fn issuer(settings: &Settings, demo: bool) -> Option<Issuer> {
    let organisation = &settings.organisation;
    if demo {
        return Some(Issuer {
            name: "Aula Ciutat (demo)".into(),
            tax_number: Some("P0000000A".into()),
            signatory: Some("Aula Ciutat (demo)".into()),
            place: Some("Vila Demo".into()),
            fictitious: true,
        });
    }
    Some(Issuer {
        name: organisation.legal_name.clone()?,
        tax_number: organisation.tax_number.clone(),
        signatory: organisation.signatory.clone(),
        place: organisation.place.clone(),
        fictitious: false,
    })
}

/// The data folder is its owner's alone.
fn make_folder(data: &Path) -> Result<(), Error> {
    let failed = |error| Error::Folder(data.display().to_string(), error);
    std::fs::create_dir_all(data).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(data, std::fs::Permissions::from_mode(0o700)).map_err(failed)?;
    }
    Ok(())
}
