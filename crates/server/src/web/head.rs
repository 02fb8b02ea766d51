//! What stands in a page's head before any script runs: language, title, description, addresses, schema.org data and the first
//! answer of the interface.

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
    /// Address and body of the first answer that the page would ask for.
    pub(crate) first: Option<(String, Value)>,
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
            html += &format!("<script type=\"application/ld+json\">{}</script>", script_safe(schema));
        }
        if let Some((path, body)) = &self.first {
            let data = json!({ "path": path, "body": body });
            html += &format!("<script type=\"application/json\" id=\"first-answer\">{}</script>", script_safe(&data));
        }
        html
    }
}

/// Text inside HTML and its attributes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// JSON that cannot end the element it stands in, nor begin another.
fn script_safe(value: &Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
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
            first: None,
            hidden: false,
        };
        let html = head.html();
        assert!(!html.contains("<script>alert"));
        assert!(!html.contains("\" onload=\""));
        assert_eq!(html.matches("</script>").count(), 1);
    }
}
