//! Writes sample certificates into a folder and says how long one takes: `cargo run -p print --example samples -- FOLDER`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a tool for people who change a template")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::Instant;

use print::certificate::{Certificate, Kind};
use vocabulary::Locale;

fn main() {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).expect("a folder"));
    std::fs::create_dir_all(&folder).unwrap();
    for language in Locale::ALL {
        let attendance = Certificate {
            kind: Kind::Attendance,
            result: None,
            reading_only: true,
            demonstration: true,
            ..support::usual(language)
        };
        for (name, certificate) in
            [("usual", support::usual(language)), ("demo", attendance), ("longest", support::longest(language))]
        {
            std::fs::write(folder.join(format!("{language}-{name}.pdf")), support::pdf(&certificate)).unwrap();
        }
    }
    let template = support::template();
    let started = Instant::now();
    const MANY: u32 = 200;
    for n in 0..MANY {
        let certificate = Certificate { holder: format!("Persona {n}"), ..support::usual(Locale::Ca) };
        print::render(&print::Document { template: &template, certificate: &certificate }).unwrap();
    }
    println!("{:.1} ms each", started.elapsed().as_secs_f64() * 1000.0 / f64::from(MANY));
}
