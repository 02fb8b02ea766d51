//! `aulari ledger verify|rebuild`

use clap::{Args, Subcommand};
use serde_json::json;

use super::{Context, Done, Failure, data};

/// Verify or rebuild the ledger.
#[derive(Debug, Args)]
pub(super) struct LedgerCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Look for changed, missing or added facts.
    Verify,
    /// Make every projection again from the facts.
    Rebuild,
}

pub(super) async fn run(context: &Context, command: &LedgerCommand) -> Done {
    let parts = data::open(context).await?;
    match command.what {
        What::Rebuild => {
            let count = parts.ledger.rebuild().await.map_err(Failure::system)?;
            if context.json {
                println!("{}", json!({ "facts": count }));
            } else {
                println!("{count} facts folded");
            }
            Ok(())
        }
        What::Verify => {
            let report = parts.ledger.verify().await.map_err(Failure::system)?;
            let findings: Vec<String> = report.findings.iter().map(|finding| format!("{finding:?}")).collect();
            if context.json {
                println!(
                    "{}",
                    json!({ "sound": report.is_sound(), "facts": report.sealed + report.unsealed, "findings": findings })
                );
            } else {
                println!("{} facts looked at", report.sealed + report.unsealed);
                for finding in &findings {
                    println!("  {finding}");
                }
            }
            if report.is_sound() { Ok(()) } else { Err(Failure::System("the ledger was changed".into())) }
        }
    }
}
