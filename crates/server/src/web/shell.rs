//! The application's one HTML file: its inline scripts are named in the content policy by their hash, and its head is filled for
//! each page.

use base64::Engine;
use sha2::{Digest, Sha256};

use super::{built::Built, head::Head};

/// The shell and the policy that goes with it.
pub(crate) struct Shell {
    html: String,
    policy: String,
}

impl Shell {
    /// The shell that is built into the program.
    pub(crate) fn built() -> Self {
        let html =
            Built::get("index.html").map_or_else(missing, |file| String::from_utf8_lossy(&file.data).into_owned());
        let policy = policy(&html);
        Self { html, policy }
    }

    /// The content policy of every page.
    pub(crate) fn policy(&self) -> &str {
        &self.policy
    }

    /// The shell with its head filled.
    pub(crate) fn filled(&self, head: &Head) -> String {
        let mut html = self.html.replacen("<html lang=\"en\"", &format!("<html lang=\"{}\"", head.locale), 1);
        // Where the title stood: whatever reads a page without running it finds all of this above the first script.
        if let (Some(start), Some(end)) = (html.find("<title>"), html.find("</title>")) {
            html.replace_range(start..end + "</title>".len(), &head.html());
        }
        html
    }
}

fn missing() -> String {
    "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Aulari</title></head><body><p>\
     The pages are not built into this program. Build it with <code>make build</code>.</p></body></html>"
        .to_owned()
}

fn policy(html: &str) -> String {
    let hashes: String = inline_scripts(html)
        .iter()
        .map(|script| {
            let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script.as_bytes()));
            format!(" 'sha256-{hash}'")
        })
        .collect();
    format!(
        "default-src 'self'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; \
         font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
}

/// The text of every script that is written into the page.
fn inline_scripts(html: &str) -> Vec<&str> {
    let mut found = vec![];
    let mut rest = html;
    while let Some(start) = rest.find("<script") {
        let Some(open) = rest[start..].find('>') else { break };
        let (tag, after) = (&rest[start..start + open], &rest[start + open + 1..]);
        let Some(end) = after.find("</script>") else { break };
        if !tag.contains("src=") {
            found.push(&after[..end]);
        }
        rest = &after[end..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_stands_above_every_script() {
        let html =
            "<html lang=\"en\"><head><title>Aulari</title><script src=\"/a.js\"></script></head></html>".to_owned();
        let head = Head {
            locale: vocabulary::Locale::Ca,
            title: "Aprèn".into(),
            description: Some("Cursos".into()),
            canonical: None,
            schema: None,
            first: vec![],
            hidden: false,
        };
        let filled = Shell { html, policy: String::new() }.filled(&head);
        assert!(filled.starts_with("<html lang=\"ca\"><head><title>Aprèn</title><meta name=\"description\""));
        assert!(filled.ends_with("<script src=\"/a.js\"></script></head></html>"));
    }

    #[test]
    fn only_the_scripts_of_the_shell_may_run() {
        let html =
            "<head><script src=\"/a.js\"></script></head><script>one()</script><script type=\"module\">two()</script>";
        assert_eq!(inline_scripts(html), ["one()", "two()"]);
        let policy = policy(html);
        assert!(policy.contains("'sha256-") && !policy.contains("unsafe-inline"));
        assert_eq!(policy.matches("sha256-").count(), 2);
    }
}
