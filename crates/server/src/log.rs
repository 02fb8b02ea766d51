//! The log: lines on standard error, each with the request that it belongs to. Never a name, a login, a cookie or a query.

use std::fmt;

use tracing::{Event, Subscriber};
use tracing_subscriber::{
    EnvFilter,
    fmt::{
        FmtContext,
        format::{Format, FormatEvent, FormatFields, Full, Writer},
        time::SystemTime,
    },
    registry::LookupSpan,
};

/// Begins to write; a second start in one process (tests) keeps the first.
pub(crate) fn start(filter: EnvFilter) {
    let lines = Lines(Format::default().with_target(false).with_ansi(false));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).event_format(lines).try_init().ok();
}

/// The usual line behind the request's name; `-` where no request is being answered.
struct Lines(Format<Full, SystemTime>);

impl<S, N> FormatEvent<S, N> for Lines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, context: &FmtContext<'_, S, N>, mut writer: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        match api::current_request() {
            Some(id) => write!(writer, "{id} ")?,
            None => writer.write_str("- ")?,
        }
        self.0.format_event(context, writer, event)
    }
}
