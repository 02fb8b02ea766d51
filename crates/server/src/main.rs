//! `aulari`: one program for everything. See `aulari help`.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    server::commands::run(server::commands::Cli::parse())
}
