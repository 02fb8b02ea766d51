//! `aulari migrate`

use std::sync::Arc;

use clap::Args;
use serde_json::json;
use vocabulary::SystemClock;

use super::{Context, Done, Failure, data};

/// Bring the schema up to date, or show where it stands.
#[derive(Debug, Args)]
pub(super) struct Migrate {
    /// Only show which migrations the database has.
    #[arg(long)]
    status: bool,
}

pub(super) async fn run(context: &Context, command: &Migrate) -> Done {
    let settings = data::settings(context)?;
    std::fs::create_dir_all(&context.data).map_err(Failure::system)?;
    let db = database::Database::open_with(&settings.database.in_folder(&context.data), Arc::new(SystemClock))
        .await
        .map_err(Failure::system)?;
    if !command.status {
        let count = migrations::up(&db.writer()).await.map_err(Failure::system)?;
        eprintln!("{count} migrations applied");
    }
    for step in migrations::status(&db.writer()).await.map_err(Failure::system)? {
        if context.json {
            println!("{}", json!({ "name": step.name, "applied": step.applied }));
        } else {
            println!("{} {}", if step.applied { "applied" } else { "pending" }, step.name);
        }
    }
    Ok(())
}
