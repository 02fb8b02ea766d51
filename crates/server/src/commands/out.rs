//! Writing to whoever called: answers on standard output, notes on standard error, and a bar for long work where somebody
//! watches. A reader who has had enough (`| head`) ends the program quietly and is no fault.

use std::{fmt::Display, io::Write, time::Duration};

use indicatif::{ProgressBar, ProgressStyle};

/// A line of the answer.
pub(crate) fn line(text: impl Display) {
    write(&format!("{text}\n"));
}

/// A text of the answer that brings its own line ends.
pub(crate) fn text(text: impl Display) {
    write(&text.to_string());
}

/// JSON, indented for people who look at it.
pub(crate) fn json(value: &serde_json::Value) {
    // A value that is JSON already can be written.
    line(serde_json::to_string_pretty(value).unwrap_or_default());
}

fn write(text: &str) {
    let mut out = std::io::stdout().lock();
    let Err(error) = out.write_all(text.as_bytes()).and_then(|()| out.flush()) else { return };
    if error.kind() == std::io::ErrorKind::BrokenPipe {
        std::process::exit(0);
    }
    note(format!("aulari: the answer cannot be written: {error}"));
    std::process::exit(3);
}

/// A line for people, beside the answer.
pub(crate) fn note(text: impl Display) {
    // Where nobody can be told, there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Shows how far long work is; nothing where standard error is no terminal.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Work of so many parts.
    pub(crate) fn of(parts: usize, what: &str) -> Self {
        let bar = ProgressBar::new(parts as u64).with_message(what.to_owned());
        Self::shown(bar, "{msg} [{bar:30}] {pos} of {len} ({elapsed})")
    }

    /// Work whose end nobody knows.
    pub(crate) fn open(what: &str) -> Self {
        Self::shown(ProgressBar::new_spinner().with_message(what.to_owned()), "{spinner} {msg} ({elapsed})")
    }

    fn shown(bar: ProgressBar, style: &str) -> Self {
        // The templates above are valid; were they not, the plain bar would do.
        if let Ok(style) = ProgressStyle::with_template(style) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// One part more is done.
    pub(crate) fn step(&self) {
        self.0.inc(1);
    }

    /// Writes lines without the bar in between.
    pub(crate) fn aside(&self, write: impl FnOnce()) {
        self.0.suspend(write);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
