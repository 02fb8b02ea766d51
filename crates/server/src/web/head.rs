//! What stands in a page's head before any script runs: language, title, description, addresses, schema.org data and the first
//! answer of the interface.

use actix_web::web::Bytes;
use serde_json::{Value, json};
use vocabulary::Locale;

/// The head of one page.
pub(crate) struct Head {
    pub(crate) locale: Locale,
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    /// The page's own address without a language.
    pub(crate) canonical: Option<String>,
    /// schema.org data.
    pub(crate) schema: Option<Value>,
    /// Address and body of what the page would ask for first.
    pub(crate) first: Vec<(String, Bytes)>,
    /// Search engines stay out.
    pub(crate) hidden: bool,
}

impl Head {
    /// The head as HTML.
    pub(crate) fn html(&self) -> String {
        let mut html = format!("<title>{}</title>", escape(&self.title));
        if let Some(description) = &self.description {
            html += &format!("<meta name=\"description\" content=\"{}\">", escape(description));
            html += &format!("<meta property=\"og:description\" content=\"{}\">", escape(description));
        }
        html += &format!("<meta property=\"og:title\" content=\"{}\">", escape(&self.title));
        if let Some(canonical) = &self.canonical {
            let canonical = escape(canonical);
            html += &format!("<link rel=\"canonical\" href=\"{canonical}?lang={}\">", self.locale);
            for locale in Locale::ALL {
                html += &format!("<link rel=\"alternate\" hreflang=\"{locale}\" href=\"{canonical}?lang={locale}\">");
            }
            html += &format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{canonical}\">");
        }
        if self.hidden {
            html += "<meta name=\"robots\" content=\"noindex\">";
        }
        if let Some(schema) = &self.schema {
            html += &format!("<script type=\"application/ld+json\">{}</script>", script_safe(&schema.to_string()));
        }
        if !self.first.is_empty() {
            // The bodies are JSON already: each is put beside its address as it is.
            let one = |(path, body): &(String, Bytes)| {
                format!("{{\"path\":{},\"body\":{}}}", json!(path), String::from_utf8_lossy(body))
            };
            let all: Vec<String> = self.first.iter().map(one).collect();
            let data = script_safe(&format!("[{}]", all.join(",")));
            html += &format!("<script type=\"application/json\" id=\"first-answer\">{data}</script>");
        }
        html
    }
}

/// Text inside HTML and its attributes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// JSON that cannot end the element it stands in, nor begin another.
fn script_safe(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_title_stays_text() {
        let head = Head {
            locale: Locale::En,
            title: "</title><script>alert(1)</script>".into(),
            description: Some("\" onload=\"x".into()),
            canonical: None,
            schema: Some(json!({ "name": "</script><script>alert(1)</script>" })),
            first: vec![("/</script><script>alert(1)".into(), Bytes::from_static(b"[\"</script><!--\"]"))],
            hidden: false,
        };
        let html = head.html();
        assert!(!html.contains("<script>alert") && !html.contains("<!--"));
        assert!(!html.contains("\" onload=\""));
        assert_eq!(html.matches("</script>").count(), 2);
        let data = html.split("id=\"first-answer\">").nth(1).unwrap().split("</script>").next().unwrap();
        let data: Value = serde_json::from_str(data).unwrap();
        assert_eq!(data[0]["body"][0], "</script><!--");
    }
}
