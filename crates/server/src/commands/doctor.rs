//! `aulari doctor`: everything a support desk would ask, secrets masked.

use serde_json::json;

use super::{Context, Done, Failure, data};

pub(super) async fn run(context: &Context) -> Done {
    let settings = data::settings(context)?;
    let parts = data::open(context).await?;
    let steps = migrations::status(&parts.db.writer()).await.map_err(Failure::system)?;
    let pending = steps.iter().filter(|step| !step.applied).count();
    let report = parts.ledger.verify().await.map_err(Failure::system)?;
    let courses = parts.courses.all_published().await.map_err(Failure::system)?.len();
    let mut shown = serde_json::to_value(&settings).map_err(Failure::system)?;
    if let Some(url) = shown.pointer_mut("/database/url")
        && let Some(text) = url.as_str()
    {
        *url = json!(masked(text));
    }
    let answer = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "data": context.data.display().to_string(),
        "database": format!("{:?}", parts.db.backend()),
        "migrationsPending": pending,
        "facts": report.sealed + report.unsealed,
        "ledgerSound": report.is_sound(),
        "coursesPublished": courses,
        "certificateIssuer": settings.organisation.legal_name.is_some(),
        "settings": shown,
    });
    println!("{}", serde_json::to_string_pretty(&answer).map_err(Failure::system)?);
    Ok(())
}

/// An address without its password.
fn masked(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(scheme), Some(at)) if scheme + 3 < at => {
            let user = url[scheme + 3..at].split(':').next().unwrap_or_default();
            format!("{}{user}:***{}", &url[..scheme + 3], &url[at..])
        }
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn a_password_is_never_shown() {
        assert_eq!(masked("postgres://me:secret@host/db"), "postgres://me:***@host/db");
        assert_eq!(masked("sqlite:data/aulari.db"), "sqlite:data/aulari.db");
    }
}
