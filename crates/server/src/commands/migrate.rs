//! `aulari migrate`

use std::sync::Arc;

use clap::Args;
use serde_json::json;
use vocabulary::SystemClock;

use super::{
    Context, Done, Failure, data,
    out::{self, Progress},
};

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
    let mut applied = 0;
    if !command.status {
        let progress = Progress::open("Bringing the schema up to date");
        applied = migrations::up(&db.writer()).await.map_err(Failure::system)?;
        drop(progress);
    }
    let steps = migrations::status(&db.writer()).await.map_err(Failure::system)?;
    if context.json {
        let steps: Vec<_> = steps.iter().map(|step| json!({ "name": step.name, "applied": step.applied })).collect();
        out::json(&json!({ "applied": applied, "steps": steps }));
        return Ok(());
    }
    if !command.status {
        out::note(format_args!("{applied} migrations applied"));
    }
    for step in steps {
        out::line(format_args!("{} {}", if step.applied { "applied" } else { "pending" }, step.name));
    }
    Ok(())
}
