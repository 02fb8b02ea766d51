//! Where settings come from, and how a wrong one is told: its name, its source and what is allowed.

use std::{collections::BTreeMap, ffi::OsString, path::Path};

use figment::{
    Figment, Metadata, Profile, Provider, Source,
    error::Kind,
    providers::{Format, Serialized, Toml},
    value::{Dict, Map, Value},
};

use super::{Error, Settings};

/// What the environment's names begin with.
const PREFIX: &str = "AULARI_";
/// What a name ends with whose value is in a file.
const FILE: &str = "_FILE";

/// What each setting takes, in words.
const ALLOWED: [(&str, &str); 23] = [
    ("server.listen", "an address and a port, such as 127.0.0.1:8080 or [::]:8080"),
    ("server.public_url", "https://name, without a path (or http:// on this machine alone)"),
    ("server.trusted_proxies", "a list of addresses or networks, such as [\"10.0.0.7\", \"10.0.0.0/8\"]"),
    ("server.workers", "a number from 1 to 512"),
    ("database.url", "sqlite:PATH or postgres://user:password@host/name"),
    ("database.read_url", "postgres://user:password@host/name, beside a database.url of the same kind"),
    ("storage.url", "file:PATH"),
    ("organisation.name", "a text that is not empty"),
    ("organisation.legal_name", "a text"),
    ("organisation.tax_number", "a text"),
    ("organisation.signatory", "a text"),
    ("organisation.place", "a text"),
    ("organisation.help_number", "a text"),
    ("organisation.languages", "a list with at least one of \"ca\", \"es\", \"en\""),
    ("organisation.time_zone", "the name of a time zone, such as Europe/Madrid"),
    ("security.argon2_memory_kib", "a number from 8192 to 1048576"),
    ("security.argon2_passes", "a number from 1 to 20"),
    ("security.address_limits", "true or false"),
    ("server", "a section"),
    ("database", "a section"),
    ("storage", "a section"),
    ("organisation", "a section"),
    ("security", "a section"),
];

/// Settings whose value is always a text, also when it looks like a number.
const TEXTS: [&str; 11] = [
    "server.listen",
    "server.public_url",
    "database.url",
    "database.read_url",
    "storage.url",
    "organisation.name",
    "organisation.legal_name",
    "organisation.tax_number",
    "organisation.signatory",
    "organisation.place",
    "organisation.help_number",
];

/// What the environment says, by setting.
struct Environment(BTreeMap<String, String>);

impl Environment {
    fn read(variables: impl Iterator<Item = (OsString, OsString)>) -> Result<Self, Error> {
        let mut found = BTreeMap::new();
        for (name, value) in variables {
            let Some(setting) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else { continue };
            let Some((section, rest)) = setting.split_once("__") else { continue };
            let shown = format!("{PREFIX}{setting}");
            let value = value.into_string().map_err(|_| Error(format!("{shown}: the value is not UTF-8")))?;
            let (rest, value) = match rest.strip_suffix(FILE) {
                Some(rest) => {
                    let text = std::fs::read_to_string(&value);
                    let text = text.map_err(|error| Error(format!("{shown}: {value} cannot be read: {error}")))?;
                    (rest, text.trim().to_owned())
                }
                None => (rest, value),
            };
            let key = format!("{section}.{rest}").to_lowercase();
            if found.insert(key, value).is_some() {
                let plain = shown.trim_end_matches(FILE);
                return Err(Error(format!("{plain} and {plain}{FILE} are both set: keep one of them")));
            }
        }
        Ok(Self(found))
    }
}

impl Provider for Environment {
    fn metadata(&self) -> Metadata {
        Metadata::named("environment")
    }

    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        let mut sections: BTreeMap<String, Value> = BTreeMap::new();
        for (key, value) in &self.0 {
            let value = if TEXTS.contains(&key.as_str()) {
                Value::from(value.as_str())
            } else {
                value.parse().unwrap_or_else(|never| match never {})
            };
            let Some((section, name)) = key.split_once('.') else { continue };
            let entry = sections.entry(section.to_owned()).or_insert_with(|| Value::from(Dict::new()));
            if let Value::Dict(_, inside) = entry {
                inside.insert(name.to_owned(), value);
            }
        }
        Ok(Profile::Default.collect(sections))
    }
}

/// Reads and merges all layers.
pub(super) fn read(
    data: &Path,
    variables: impl Iterator<Item = (OsString, OsString)>,
) -> Result<(Settings, Sources), Error> {
    let mut figment = Figment::from(Serialized::defaults(Settings::default()));
    for file in [data.join("aulari.toml"), "aulari.toml".into()] {
        if file.is_file() {
            figment = figment.merge(Toml::file_exact(file));
        }
    }
    let figment = figment.merge(Environment::read(variables)?);
    let sources = Sources(figment);
    let settings: Settings = sources.0.extract().map_err(|error| sources.told(error))?;
    Ok((settings, sources))
}

/// Knows where each value came from.
pub struct Sources(Figment);

impl Sources {
    /// Where a setting's value came from, in words.
    #[must_use]
    pub fn of(&self, key: &str) -> String {
        self.0.find_metadata(key).map_or_else(|| "built in".to_owned(), |metadata| source(metadata, key))
    }

    /// A value that a section refuses.
    pub(super) fn refused(&self, key: &str, value: &str) -> Error {
        Error(format!("{key} = {value} ({}): must be {}", self.of(key), allowed(key)))
    }

    /// Everything that is wrong, a line each.
    fn told(&self, error: figment::Error) -> Error {
        let lines: Vec<String> = error
            .into_iter()
            .map(|error| {
                let mut key = error.path.join(".");
                let from = |key: &str| error.metadata.as_ref().map_or_else(|| self.of(key), |it| source(it, key));
                match &error.kind {
                    Kind::UnknownField(name, known) => {
                        if key.rsplit('.').next() != Some(name.as_str()) {
                            key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                        }
                        let known = known.join(", ");
                        format!("{key} ({}): there is no such setting; here stand {known}", from(&key))
                    }
                    Kind::InvalidType(found, _) | Kind::InvalidValue(found, _) => {
                        format!("{key} = {} ({}): must be {}", plain(&found.to_string()), from(&key), allowed(&key))
                    }
                    Kind::UnknownVariant(found, _) => {
                        format!("{key} = {found} ({}): must be {}", from(&key), allowed(&key))
                    }
                    _ if key.is_empty() => error.to_string(),
                    other => format!("{key} ({}): {other}; must be {}", from(&key), allowed(&key)),
                }
            })
            .collect();
        Error(lines.join("\n"))
    }
}

fn source(metadata: &Metadata, key: &str) -> String {
    match (&metadata.source, metadata.name.as_ref()) {
        (Some(Source::File(path)), _) => format!("from {}", path.display()),
        (_, "environment") => format!("from {PREFIX}{}", key.to_uppercase().replace('.', "__")),
        _ => "built in".to_owned(),
    }
}

/// `string "x"` is `"x"`.
fn plain(found: &str) -> &str {
    found.find(['"', '`']).map_or(found, |at| &found[at..])
}

fn allowed(key: &str) -> &'static str {
    // An element of a list goes by what its list takes.
    let named = |key: &str| ALLOWED.iter().find(|(name, _)| *name == key).map(|(_, allowed)| *allowed);
    let parent = key.rsplit_once('.').map_or("", |(parent, _)| parent);
    named(key).or_else(|| named(parent)).unwrap_or("something else")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Variables of the environment, a file, and what the complaint says.
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a [&'a str]);

    fn with(variables: &[(&str, &str)], file: &str) -> Result<Settings, String> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("aulari.toml"), file).unwrap();
        let variables = variables.iter().map(|(name, value)| (OsString::from(name), OsString::from(value)));
        Settings::read_from(folder.path(), variables).map(|(settings, _)| settings).map_err(|error| error.0)
    }

    #[test]
    fn a_wrong_value_is_told_with_its_name_its_source_and_what_is_allowed() {
        let cases: [Case; 9] = [
            (&[("AULARI_SERVER__LISTEN", "here")], "", &["server.listen", "AULARI_SERVER__LISTEN", "127.0.0.1:8080"]),
            (&[], "[server]\nworkers = \"many\"", &["server.workers", "aulari.toml", "1 to 512"]),
            (&[], "[server]\nworkers = 0", &["server.workers = 0", "aulari.toml", "1 to 512"]),
            (&[], "[server]\nport = 80", &["server.port", "no such setting", "listen"]),
            (&[], "[organisation]\nlanguages = [\"fr\"]", &["organisation.languages", "\"ca\""]),
            (&[], "[organisation]\ntime_zone = \"Girona\"", &["organisation.time_zone = Girona", "Europe/Madrid"]),
            (&[("AULARI_DATABASE__URL", "mysql://x")], "", &["database.url", "AULARI_DATABASE__URL", "postgres://"]),
            (&[("AULARI_SERVER__TRUSTED_PROXIES", "[\"proxy\"]")], "", &["server.trusted_proxies", "10.0.0.0/8"]),
            (&[("AULARI_SERVER__PUBLIC_URL", "https://a/b")], "", &["server.public_url", "without a path"]),
        ];
        for (variables, file, words) in cases {
            let error = with(variables, file).unwrap_err();
            for word in words {
                assert!(error.contains(word), "`{word}` is not in: {error}");
            }
        }
    }

    #[test]
    fn a_secret_of_the_database_is_never_repeated() {
        let error = with(&[("AULARI_DATABASE__URL", "mysql://me:secret@host/x")], "").unwrap_err();
        assert!(!error.contains("secret"), "{error}");
    }

    #[test]
    fn the_environment_counts_more_than_the_file_and_numbers_stay_texts() {
        let variables =
            [("AULARI_ORGANISATION__HELP_NUMBER", "0900"), ("AULARI_SERVER__TRUSTED_PROXIES", "[\"10.0.0.7\"]")];
        let settings = with(&variables, "[organisation]\nhelp_number = \"112\"\ntax_number = \"P1\"").unwrap();
        assert_eq!(settings.organisation.help_number.as_deref(), Some("0900"));
        assert_eq!(settings.organisation.tax_number.as_deref(), Some("P1"));
        assert_eq!(settings.server.trusted_proxies, ["10.0.0.7"]);
    }

    #[test]
    fn a_secret_may_stand_in_a_file_of_its_own() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "postgres://me:secret@host/db\n").unwrap();
        let path = file.path().to_str().unwrap();
        let settings = with(&[("AULARI_DATABASE__URL_FILE", path)], "").unwrap();
        assert_eq!(settings.database.url.as_deref(), Some("postgres://me:secret@host/db"));
        let both = [("AULARI_DATABASE__URL_FILE", path), ("AULARI_DATABASE__URL", "sqlite:x")];
        assert!(with(&both, "").unwrap_err().contains("both set"));
        let gone = with(&[("AULARI_DATABASE__URL_FILE", "/nowhere/at-all")], "").unwrap_err();
        assert!(gone.contains("AULARI_DATABASE__URL_FILE") && gone.contains("/nowhere/at-all"));
    }
}
