//! Starting and stopping the server: listener, worker, sealer, certificates that waited, and an orderly end.

use std::{net::SocketAddr, path::Path, sync::Arc, time::Duration};

use actix_web::{App, HttpServer, dev::ServerHandle, middleware, web};
use api::{Gate, House, Site, TrustedProxies};
use tokio::{sync::watch, task::JoinHandle};
use utoipa_actix_web::AppExt;
use vocabulary::Clock;

use crate::{Parts, demo, house, jobs, settings::Settings, web as pages};

/// How often sittings whose time is over are looked for, beside the job that each start leaves.
const EXPIRY: Duration = Duration::from_secs(15);

/// How long a client may take nothing of what it asked for.
const DEAF: Duration = Duration::from_secs(25);

/// A server that runs until it is stopped.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// The services behind it.
    pub parts: Parts,
    handle: ServerHandle,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

/// The server could not start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The house could not be put together.
    #[error(transparent)]
    House(#[from] house::Error),
    /// Somebody else has the address.
    #[error(
        "{0} is in use: another program, perhaps an earlier start of this one, listens there. Stop it, or choose another \
             address with --listen, such as --listen {1}"
    )]
    Taken(SocketAddr, SocketAddr),
    /// The address cannot be listened on.
    #[error("cannot listen on {0}: {1}. Choose another address with --listen")]
    Listen(SocketAddr, std::io::Error),
    /// A proxy is named by something that is no address.
    #[error("server.trusted_proxies: {0}")]
    Proxies(#[from] api::UnknownProxy),
    /// The demo's data could not be made.
    #[error("the demo could not be prepared: {0}")]
    Demo(String),
}

/// Starts a server on real data.
///
/// # Errors
/// Says what stands in the way.
pub async fn start(settings: &Settings, data: &Path, clock: Arc<dyn Clock>) -> Result<Running, Error> {
    let door = listen(settings)?;
    let public_url = settings.server.public(door.address);
    let parts = Parts::open(settings, data, clock, false, &public_url).await?;
    serve(settings, door, &public_url, parts, None)
}

/// Starts the demo on fresh data: sample courses, a person for each role, a little history.
///
/// # Errors
/// Says what stands in the way.
pub async fn start_demo(
    settings: &Settings,
    data: &Path,
    samples: &Path,
    password: Option<String>,
    clock: Arc<dyn Clock>,
) -> Result<(Running, Vec<demo::SignIn>), Error> {
    start_demo_behind(listen(settings)?, settings, data, samples, password, clock).await
}

/// As [`start_demo`], on an address that is taken already.
///
/// # Errors
/// As [`start_demo`].
pub async fn start_demo_behind(
    door: Door,
    settings: &Settings,
    data: &Path,
    samples: &Path,
    password: Option<String>,
    clock: Arc<dyn Clock>,
) -> Result<(Running, Vec<demo::SignIn>), Error> {
    let public_url = settings.server.public(door.address);
    let parts = Parts::open(settings, data, clock, true, &public_url).await?;
    let stage = demo::Stage::new(settings.clone(), parts.clone(), public_url.clone(), password);
    let (offer, sign_ins) = stage.prepare(samples).await.map_err(|error| Error::Demo(error.to_string()))?;
    let running = serve(settings, door, &public_url, parts, Some(Arc::new(offer)))?;
    Ok((running, sign_ins))
}

fn gate(settings: &Settings, public_url: &str, policy: &str) -> Result<Gate, Error> {
    let proxies = TrustedProxies::parse(&settings.server.trusted_proxies)?;
    let gate = Gate::new(public_url, policy).behind(proxies);
    Ok(if settings.security.address_limits { gate } else { gate.without_limits() })
}

/// An address that nobody else listens on.
pub struct Door {
    listener: std::net::TcpListener,
    /// Where it is.
    pub address: SocketAddr,
}

/// Takes the address that the settings name.
///
/// # Errors
/// Says in plain words when it cannot be had.
pub fn listen(settings: &Settings) -> Result<Door, Error> {
    let wanted = settings.server.listen;
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            Error::Taken(wanted, SocketAddr::new(wanted.ip(), wanted.port().wrapping_add(1)))
        }
        _ => Error::Listen(wanted, error),
    };
    let listener = std::net::TcpListener::bind(wanted).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok(Door { listener, address })
}

fn serve(
    settings: &Settings,
    Door { listener, address }: Door,
    public_url: &str,
    parts: Parts,
    demo: Option<Arc<api::Demo>>,
) -> Result<Running, Error> {
    let house = web::Data::new(House {
        accounts: parts.accounts.clone(),
        courses: parts.courses.clone(),
        progress: parts.progress.clone(),
        live: parts.live.clone(),
        credentials: parts.credentials.clone(),
        media: parts.store.clone(),
        site: Arc::new(site(settings, public_url, demo.is_some())),
        shared: Arc::default(),
        demo,
    });
    let shell = web::Data::new(pages::Shell::built());
    let gate = web::Data::new(gate(settings, public_url, shell.policy())?);
    let mut server = HttpServer::new(move || {
        App::new()
            .app_data(house.clone())
            .app_data(shell.clone())
            .app_data(gate.clone())
            .wrap(middleware::Compress::default())
            .wrap(middleware::from_fn(api::front_door))
            .into_utoipa_app()
            .configure(api::configure)
            .map(|app| app.configure(pages::configure))
            .into_app()
    })
    .on_connect(|connection, _| hang_up_on_the_deaf(connection))
    .client_request_timeout(Duration::from_secs(15))
    .client_disconnect_timeout(Duration::from_secs(5))
    .shutdown_timeout(10)
    .disable_signals();
    if let Some(workers) = settings.server.workers {
        server = server.workers(workers);
    }
    let server = server.listen(listener).map_err(|error| Error::Listen(address, error))?.run();
    let handle = server.handle();
    let (stop, stopped) = watch::channel(false);
    let tasks = vec![tokio::spawn(async move {
        if let Err(error) = server.await {
            tracing::error!(%error, "the server ended");
        }
    })]
    .into_iter()
    .chain(background(&parts, &stopped))
    .collect();
    Ok(Running { address, parts, handle, stop, tasks })
}

/// Whoever asks for a film and then does not read keeps it open for ever: the system hangs up when nothing sent was taken for so
/// long. A slow reader takes something now and then and stays.
fn hang_up_on_the_deaf(connection: &dyn std::any::Any) {
    #[cfg(target_os = "linux")]
    if let Some(stream) = connection.downcast_ref::<actix_web::rt::net::TcpStream>()
        && let Err(error) = socket2::SockRef::from(stream).set_tcp_user_timeout(Some(DEAF))
    {
        tracing::debug!(%error, "a connection has no limit on not reading");
    }
}

/// What goes on beside answering: jobs, seals, certificates that waited, sittings that end.
pub(crate) fn background(parts: &Parts, stopped: &watch::Receiver<bool>) -> Vec<JoinHandle<()>> {
    let until = |mut stopped: watch::Receiver<bool>| async move {
        // The sender is gone only when everything ends anyway.
        stopped.wait_for(|stop| *stop).await.ok();
    };
    let worker = jobs::worker(parts);
    let (ledger, progress, credentials) = (parts.ledger.clone(), parts.progress.clone(), parts.credentials.clone());
    let (for_worker, for_sealer, for_expiry) = (until(stopped.clone()), until(stopped.clone()), until(stopped.clone()));
    vec![
        tokio::spawn(async move { worker.run_forever(for_worker).await }),
        tokio::spawn(async move { ledger.seal_forever(for_sealer).await }),
        tokio::spawn(async move {
            // Whoever issues may have been named since the last start; until then finished courses wait.
            if let Err(error) = credentials.issue_waiting().await {
                tracing::warn!(%error, "certificates that wait could not be issued");
            }
        }),
        tokio::spawn(async move {
            tokio::pin!(for_expiry);
            loop {
                tokio::select! {
                    () = &mut for_expiry => return,
                    () = tokio::time::sleep(EXPIRY) => {}
                }
                if let Err(error) = progress.expire_attempts().await {
                    tracing::warn!(%error, "sittings whose time is over could not be ended");
                }
            }
        }),
    ]
}

fn site(settings: &Settings, public_url: &str, demo: bool) -> Site {
    let organisation = &settings.organisation;
    let (name, help) = if demo && organisation.name == "Aulari" {
        ("Aula Ciutat".to_owned(), organisation.help_number.clone().or(Some("900 000 000".into())))
    } else {
        (organisation.name.clone(), organisation.help_number.clone())
    };
    Site {
        name,
        legal_name: organisation.legal_name.clone(),
        help_number: help,
        languages: organisation.languages.clone(),
        demo,
        certificate_issuer: demo || organisation.legal_name.is_some(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        public_url: public_url.to_owned(),
    }
}

impl Running {
    /// The address people would type.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops answering, finishes what was begun, seals the ledger.
    pub async fn stop(self) {
        self.handle.stop(true).await;
        self.stop.send_replace(true);
        for task in self.tasks {
            if let Err(error) = task.await {
                tracing::warn!(%error, "a part of the server ended unexpectedly");
            }
        }
    }
}
