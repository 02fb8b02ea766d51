//! The schema, one file for each area, the same on SQLite and PostgreSQL. Imports nothing of ours, and a file that was
//! released is never changed: a new one follows it.

use sea_orm_migration::prelude::*;

mod column;
mod m0001_people;
mod m0002_courses;
mod m0003_media;
mod m0004_ledger;
mod m0005_progress;
mod m0006_points;
mod m0007_credentials;
mod m0008_operations;
mod m0009_recordings;
mod m0010_live;
mod m0011_no_hints;
mod m0012_list_indexes;

/// All migrations, in order.
struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_people::Migration),
            Box::new(m0002_courses::Migration),
            Box::new(m0003_media::Migration),
            Box::new(m0004_ledger::Migration),
            Box::new(m0005_progress::Migration),
            Box::new(m0006_points::Migration),
            Box::new(m0007_credentials::Migration),
            Box::new(m0008_operations::Migration),
            Box::new(m0009_recordings::Migration),
            Box::new(m0010_live::Migration),
            Box::new(m0011_no_hints::Migration),
            Box::new(m0012_list_indexes::Migration),
        ]
    }
}

/// Why the schema could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The data was written by a newer release: this program must not touch it.
    #[error(
        "the database was made by a newer version of Aulari (it knows {0}); install that version or restore a backup"
    )]
    Newer(String),
    /// The database refused.
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// One migration and whether the database has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name, as `m0001_people`.
    pub name: String,
    /// Whether it has been applied.
    pub applied: bool,
}

/// Brings the schema up to date; says how many migrations that took. A run that was cut short is taken up again.
///
/// # Errors
/// [`Error::Newer`] when the database has a migration that this program does not know.
pub async fn up(connection: &sea_orm_migration::sea_orm::DatabaseConnection) -> Result<usize, Error> {
    let pending = status(connection).await?.iter().filter(|step| !step.applied).count();
    if pending > 0 {
        Migrator::up(connection, None).await?;
    }
    Ok(pending)
}

/// Takes everything back, data included: for tests.
///
/// # Errors
/// As [`up`].
pub async fn down(connection: &sea_orm_migration::sea_orm::DatabaseConnection) -> Result<(), Error> {
    status(connection).await?;
    Ok(Migrator::down(connection, None).await?)
}

/// Every migration this program knows, and whether the database has it.
///
/// # Errors
/// As [`up`].
pub async fn status(connection: &sea_orm_migration::sea_orm::DatabaseConnection) -> Result<Vec<Step>, Error> {
    let applied: Vec<String> =
        Migrator::get_migration_models(connection).await?.into_iter().map(|row| row.version).collect();
    let known: Vec<String> =
        Migrator::get_migration_files().iter().map(|migration| migration.name().to_owned()).collect();
    if let Some(newer) = applied.iter().find(|name| !known.contains(name)) {
        return Err(Error::Newer(newer.clone()));
    }
    Ok(known.into_iter().map(|name| Step { applied: applied.contains(&name), name }).collect())
}
