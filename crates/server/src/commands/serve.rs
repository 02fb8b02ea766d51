//! `aulari serve`, `aulari worker`

use std::{net::SocketAddr, sync::Arc};

use clap::Args;
use serde_json::json;
use tokio::sync::watch;
use vocabulary::SystemClock;

use super::{Context, Done, Failure, data, out};
use crate::run;

/// Server and worker in one.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Address and port to listen on.
    #[arg(long)]
    listen: Option<SocketAddr>,
}

pub(super) async fn run(context: &Context, command: Serve) -> Done {
    let mut settings = data::settings(context)?;
    if let Some(listen) = command.listen {
        settings.server.listen = listen;
    }
    let running = run::start(&settings, &context.data, Arc::new(SystemClock)).await?;
    if context.json {
        out::json(&json!({ "url": running.url() }));
    } else {
        out::line(format_args!("Aulari listens on {}", running.url()));
    }
    until_stopped().await;
    running.stop().await;
    Ok(())
}

pub(super) async fn worker(context: &Context) -> Done {
    let parts = data::open(context).await?;
    let (stop, stopped) = watch::channel(false);
    let tasks = run::background(&parts, &stopped);
    out::note("The worker waits for jobs");
    until_stopped().await;
    stop.send_replace(true);
    for task in tasks {
        task.await.map_err(Failure::system)?;
    }
    Ok(())
}

/// Until somebody presses Ctrl+C or the service manager says so.
pub(super) async fn until_stopped() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    if let Err(error) = tokio::signal::ctrl_c().await {
        tracing::error!(%error, "signals cannot be listened for");
    }
}
