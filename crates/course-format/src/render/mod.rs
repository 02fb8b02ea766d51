//! Markdown to HTML that is safe to show: no raw HTML, no script, no address of a third party that a browser would
//! fetch by itself. What comes out has been through an allow-list whatever went in.

mod clean;
mod tree;

use comrak::{Arena, format_html, parse_document};
use vocabulary::Locale;

use crate::MediaFiles;
use crate::markdown::{options, words_of};

/// What rendering must know beside the text.
pub struct Renderer<'a> {
    /// The language that the text is read in, for the few words that rendering adds.
    pub locale: Locale,
    /// The course's files.
    pub media: &'a dyn MediaFiles,
}

impl Renderer<'_> {
    /// The HTML of a body. Its highest headings become `h3`, below the page's `h1` and the block's `h2`. A link to a unit
    /// becomes `<a data-unit="its-key" href="../its-key">`. `scope` keeps the footnotes of one text apart from those of
    /// others on the same page: an id that is unique there.
    #[must_use]
    pub fn html(&self, body: &str, scope: &str) -> String {
        if body.trim().is_empty() {
            return String::new();
        }
        let arena = Arena::new();
        let options = options();
        let root = parse_document(&arena, body, &options);
        tree::prepare(&arena, root, self.media);
        let mut options = options;
        // The pieces that were put in are our own; what the author wrote as HTML is gone from the tree.
        options.render.r#unsafe = true;
        let mut html = String::new();
        if format_html(root, &options, &mut html).is_err() {
            return String::new();
        }
        clean::clean(&html, scope, self.locale)
    }

    /// The same with the places of gaps as `<span class="gap" data-gap="its-id"></span>`.
    pub(crate) fn html_with_gaps(&self, body: &str, scope: &str, gaps: &[String]) -> String {
        clean::put_gaps(&self.html(body, scope), gaps)
    }
}

/// A body as plain text on one line: for alternative texts and summaries.
#[must_use]
pub fn plain(body: &str) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, body, &options());
    let blocks: Vec<String> =
        root.descendants().filter(|node| node.data.borrow().value.contains_inlines()).map(words_of).collect();
    blocks.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Renderer, plain};
    use crate::{MediaFiles, Pixels};
    use vocabulary::Locale;

    fn html(body: &str) -> String {
        let media = |path: &str| format!("/blobs/{path}");
        Renderer { locale: Locale::Ca, media: &media }.html(body, "intro")
    }

    #[test]
    fn headings_go_below_the_block() {
        assert_eq!(html("# A\n\n## B"), "<h3>A</h3>\n<h4>B</h4>\n");
        assert_eq!(html("##### Deep"), "<h3>Deep</h3>\n");
    }

    #[test]
    fn links_lead_to_units_media_and_out() {
        assert_eq!(
            html("[on](unit:next-one)"),
            "<p><a data-unit=\"next-one\" href=\"../next-one\" rel=\"noopener noreferrer\">on</a></p>\n"
        );
        assert!(html("[sheet](media/a.pdf)").contains("href=\"/blobs/media/a.pdf\""));
        assert!(html("<https://example.org>").contains("href=\"https://example.org\""));
        assert!(!html("[x](javascript:alert(1))").contains("javascript"));
        assert!(!html("[x](data:text/html,hi)").contains("href"));
    }

    #[test]
    fn pictures_come_from_the_course_alone() {
        let own = html("![A map](media/map.svg)");
        assert!(own.contains("src=\"/blobs/media/map.svg\"") && own.contains("alt=\"A map\""), "{own}");
        let foreign = html("![A *map*](https://example.org/map.png)");
        assert_eq!(foreign, "<p><em>A map</em></p>\n");
    }

    #[test]
    fn a_picture_tells_how_large_it_is() {
        struct Sized;
        impl MediaFiles for Sized {
            fn url(&self, path: &str) -> String {
                format!("/blobs/{path}")
            }
            fn size(&self, path: &str) -> Option<Pixels> {
                (path == "media/map.svg").then_some(Pixels { width: 900, height: 500 })
            }
        }
        let html = |body: &str| Renderer { locale: Locale::Ca, media: &Sized }.html(body, "intro");
        let map = html("![The \"old\" <b> map & its key](media/map.svg)");
        for part in
            ["width=\"900\"", "height=\"500\"", "src=\"/blobs/media/map.svg\"", "The &quot;old&quot;", "&amp; its key"]
        {
            assert!(map.contains(part), "{part} in {map}");
        }
        assert!(!map.contains("<b>"), "{map}");
        assert!(!html("![A photo](media/other.svg)").contains("width"));
    }

    #[test]
    fn html_is_taken_out() {
        assert_eq!(html("a <b onclick=x>bold</b>"), "<p>a bold</p>\n");
        assert_eq!(html("<script>alert(1)</script>\n\ntext"), "<p>text</p>\n");
        assert_eq!(html("`<b>`"), "<p><code>&lt;b&gt;</code></p>\n");
    }

    #[test]
    fn code_keeps_its_language() {
        assert_eq!(html("```sh\nls\n```"), "<pre><code class=\"language-sh\">ls\n</code></pre>\n");
    }

    #[test]
    fn footnotes_stay_in_their_text() {
        let out = html("One[^a].\n\n[^a]: Two.");
        assert!(out.contains("href=\"#intro-fn-1\"") && out.contains("id=\"intro-fn-1\""), "{out}");
        assert!(out.contains("href=\"#intro-fnref-1\"") && out.contains("id=\"intro-fnref-1\""), "{out}");
        assert!(out.contains("aria-label=\"Torna al text\""), "{out}");
    }

    #[test]
    fn tasks_are_read_out() {
        assert_eq!(html("- [x] done\n- [ ] open"), "<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>\n");
    }

    #[test]
    fn plain_text_is_one_line() {
        assert_eq!(plain("A **map**\nof `x`.\n\n- one"), "A map of x. one");
    }
}
