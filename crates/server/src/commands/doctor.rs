//! `aulari doctor`: everything a support desk would ask, secrets masked.

use serde_json::{Value, json};

use super::{Context, Done, Failure, data, out};
use crate::settings::{Settings, Sources};

pub(super) async fn run(context: &Context) -> Done {
    let read = Settings::read_with_sources(&context.data);
    let (settings, sources) = read.map_err(|error| Failure::Input(error.to_string()))?;
    let parts = data::open(context).await?;
    let steps = migrations::status(&parts.db.writer()).await.map_err(Failure::system)?;
    let pending = steps.iter().filter(|step| !step.applied).count();
    let report = parts.ledger.verify().await.map_err(Failure::system)?;
    let courses = parts.courses.all_published().await.map_err(Failure::system)?.len();
    let mut shown = serde_json::to_value(&settings).map_err(Failure::system)?;
    for secret in ["/database/url", "/database/read_url"] {
        if let Some(url) = shown.pointer_mut(secret)
            && let Some(text) = url.as_str()
        {
            *url = json!(masked(text));
        }
    }
    let from = sources_of(&shown, &sources);
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
        "sources": from,
    });
    if context.json {
        out::json(&answer);
    } else {
        tell(&answer);
    }
    Ok(())
}

/// Where each setting came from, by its full name.
fn sources_of(settings: &Value, sources: &Sources) -> Value {
    let keys = each(settings).map(|(key, _)| {
        let source = sources.of(&key);
        (key, Value::String(source))
    });
    Value::Object(keys.collect())
}

/// The settings with their full names.
fn each(settings: &Value) -> impl Iterator<Item = (String, &Value)> {
    let sections = settings.as_object().into_iter().flatten();
    sections.flat_map(|(section, values)| {
        let values = values.as_object().into_iter().flatten();
        values.map(move |(name, value)| (format!("{section}.{name}"), value))
    })
}

/// The same for people: a line each.
fn tell(answer: &Value) {
    let general =
        answer.as_object().into_iter().flatten().filter(|(name, _)| !["settings", "sources"].contains(&name.as_str()));
    for (name, value) in general {
        out::line(format_args!("{name:<20} {}", plain(value)));
    }
    out::line("");
    for (key, value) in each(&answer["settings"]) {
        let source = plain(&answer["sources"][&key]);
        out::line(format_args!("{key:<28} {:<28} {source}", plain(value)));
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "not set".to_owned(),
        other => other.to_string(),
    }
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
