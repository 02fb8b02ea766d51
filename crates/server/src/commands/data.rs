//! Opening the data for a command that works on it beside, or instead of, a server.

use std::sync::Arc;

use vocabulary::SystemClock;

use super::{Context, Failure};
use crate::{Parts, settings::Settings};

pub(super) fn settings(context: &Context) -> Result<Settings, Failure> {
    Settings::read(&context.data).map_err(|error| Failure::Input(error.to_string()))
}

pub(super) async fn open(context: &Context) -> Result<Parts, Failure> {
    let settings = settings(context)?;
    let public_url = settings.server.public(settings.server.listen);
    Parts::open(&settings, &context.data, Arc::new(SystemClock), false, &public_url).await.map_err(Failure::system)
}
