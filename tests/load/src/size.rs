//! Memory, start and size.

use crate::Outcome;
use crate::figures::{Aim, Figure};
use crate::process::memory;
use crate::program::{Program, Serving};
use crate::stages::Pace;
use crate::statistics::middle;

const MEGABYTE: f64 = 1_000_000.0;

#[expect(clippy::cast_precision_loss, reason = "megabytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / MEGABYTE
}

/// Resident memory of a program that has only started.
pub(crate) fn after_start(serving: &Serving) -> Option<Figure> {
    let figure = Figure::plain("memory after start", megabytes(memory(serving.id())?.now), "MB");
    Some(figure.aim(Aim::AtMost(60.0)))
}

/// The most resident memory of a program that went through all loads.
pub(crate) fn under_load(serving: &Serving) -> Option<Figure> {
    let figure = Figure::plain("memory under load, at most", megabytes(memory(serving.id())?.most), "MB");
    Some(figure.aim(Aim::AtMost(250.0)))
}

/// The size of the binary.
pub(crate) fn binary(program: &Program) -> Outcome<Figure> {
    let bytes = std::fs::metadata(&program.binary)?.len();
    Ok(Figure::plain("binary", megabytes(bytes), "MB").aim(Aim::AtMost(60.0)))
}

/// How long a start takes on data that is there: from the process to its first answer.
pub(crate) async fn start(program: &Program, pace: &Pace) -> Outcome<Figure> {
    let mut times = vec![];
    for _ in 0..pace.rounds {
        times.push(program.serve().await?.ready_after.as_secs_f64());
    }
    let seconds = middle(&times).map_or(f64::NAN, |middle| middle.median);
    Ok(Figure::plain("start, to the first answer", seconds, "s").aim(Aim::AtMost(0.3)))
}
