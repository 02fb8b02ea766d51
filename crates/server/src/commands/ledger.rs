//! `aulari ledger verify|rebuild`

use clap::{Args, Subcommand};
use serde_json::json;

use super::{
    Context, Done, Failure, data,
    out::{self, Progress},
};

/// Verify or rebuild the ledger.
#[derive(Debug, Args)]
pub(super) struct LedgerCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Look for changed, missing or added facts, and for certificates that are not what was issued.
    Verify,
    /// Make every projection again from the facts.
    Rebuild,
}

pub(super) async fn run(context: &Context, command: &LedgerCommand) -> Done {
    let parts = data::open(context).await?;
    match command.what {
        What::Rebuild => {
            let progress = Progress::open("Folding the facts again");
            let count = parts.ledger.rebuild().await.map_err(Failure::system)?;
            drop(progress);
            if context.json {
                out::json(&json!({ "facts": count }));
            } else {
                out::line(format_args!("{count} facts folded"));
            }
            Ok(())
        }
        What::Verify => {
            let progress = Progress::open("Looking at every fact");
            let report = parts.ledger.verify().await.map_err(Failure::system)?;
            let altered = parts.credentials.altered().await.map_err(Failure::system)?;
            drop(progress);
            let mut findings: Vec<String> = report.findings.iter().map(|finding| format!("{finding:?}")).collect();
            findings.extend(altered.iter().map(|code| format!("Certificate {{ code: {code} }}")));
            let sound = findings.is_empty();
            if context.json {
                let facts = report.sealed + report.unsealed;
                out::json(&json!({ "sound": sound, "facts": facts, "findings": findings }));
            } else {
                out::line(format_args!("{} facts looked at", report.sealed + report.unsealed));
                for finding in &findings {
                    out::line(format_args!("  {finding}"));
                }
            }
            if sound { Ok(()) } else { Err(Failure::System("the ledger was changed".into())) }
        }
    }
}
