//! Lessons as each system writes them come in whole: small ones of our own, one for each way of writing.

use course_format::Files;
use course_format::lessons::{Imported, NoteKind, import};
use course_format::model::{Block, BlockKind, CalloutStyle};
use vocabulary::Locale;

use crate::whole::complaints;

fn bring(files: &[(&str, &str)]) -> Imported {
    let files: Files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    let imported = import(&files, "plain-lessons-main", &|_, _| true).expect("lessons");
    let found = complaints(&files, &imported);
    assert!(found.is_empty(), "{found:#?}");
    imported
}

/// Modules with their units, by title.
fn outline(imported: &Imported) -> Vec<(String, Vec<String>)> {
    let course = &imported.course;
    let locale = course.original();
    let units = |module: &course_format::model::Module| {
        module.units.iter().map(|unit| unit.texts.title(locale).to_owned()).collect()
    };
    course.modules.iter().map(|module| (module.texts.title(locale).to_owned(), units(module))).collect()
}

fn said(modules: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    modules
        .iter()
        .map(|(name, units)| ((*name).to_owned(), units.iter().map(|unit| (*unit).to_owned()).collect()))
        .collect()
}

fn blocks(imported: &Imported) -> Vec<&Block> {
    imported.course.blocks().map(|(_, block)| block).collect()
}

fn all_text(imported: &Imported) -> String {
    let locale = imported.course.original();
    let one = |block: &Block| {
        let parts: String =
            block.parts.values().map(|part| format!("{}\n{}\n", part.title(locale), part.body(locale))).collect();
        format!("{}\n{}\n{parts}", block.texts.title(locale), block.texts.body(locale))
    };
    blocks(imported).into_iter().map(one).collect()
}

const WORDS: &str = "Some plain words stand here so that there is something to read in this lesson.";

#[test]
fn a_book_keeps_the_order_of_its_summary() {
    let page = |title: &str| format!("# {title}\n\n{WORDS}\n");
    let imported = bring(&[
        (
            "book.toml",
            "[book]\ntitle = \"The little book\"\nauthors = [\"Ada\"]\nsrc = \"src\"\n[output.html]\ngit-repository-url = \"https://example.org/little\"\n",
        ),
        ("src/SUMMARY.md", "# Summary\n\n- [Zebra](zebra.md)\n  - [Ant](ant.md)\n- [Last](sub/README.md)\n"),
        ("src/zebra.md", &page("Zebra")),
        (
            "src/ant.md",
            "Text without a heading of its own. {{#include ../code/x.rs}}\n\n```rust\n{{#include ../code/x.rs:2}}\n```\n",
        ),
        ("src/sub/README.md", &page("Last of all")),
        ("src/old.md", &page("Nobody names this")),
        ("code/x.rs", "fn a() {}\nfn b() {}\n"),
    ]);
    assert_eq!(outline(&imported), said(&[("Zebra", &["Zebra", "Ant"]), ("Lessons", &["Last of all"])]));
    assert_eq!(imported.course.texts.title(Locale::En), "The little book");
    assert_eq!(imported.course.authors, ["Ada"]);
    assert_eq!(imported.course.source.as_deref(), Some("https://example.org/little"));
    assert!(imported.left_out.iter().any(|note| note.kind == NoteKind::Unlisted && note.path == "src/old.md"));
    assert!(all_text(&imported).contains("```rust\nfn b() {}\n```"), "{}", all_text(&imported));
}

#[test]
fn a_site_with_a_menu_keeps_names_boxes_and_tabs() {
    let imported = bring(&[
        (
            "mkdocs.yml",
            "site_name: Menu course\nsite_author: Ada\nnav:\n  - Home: index.md\n  - First part:\n      - Named here: b.md\n      - a.md\nmarkdown_extensions:\n  - x: !!python/name:y\n",
        ),
        ("docs/index.md", "# Welcome\n\nThis course tells how a menu is read. And more.\n"),
        (
            "docs/b.md",
            &format!(
                "{WORDS}\n\n!!! warning \"Take care\"\n    Hot.\n\n    ```sh\n    echo \"{{% x %}}\"\n    ```\n\n??? tip\n    Cold.\n\n=== \"Linux\"\n\n    Type `ls`.\n\n=== \"Windows\"\n\n    Type `dir`.\n"
            ),
        ),
        (
            "docs/a.md",
            &format!(
                "# Own name\n\n{WORDS} See [the other](b.md#x) and [home](../index.md).\n\nTerm\n:   What it means.\n\n    More of it.\n"
            ),
        ),
    ]);
    assert_eq!(outline(&imported), said(&[("Lessons", &["Welcome"]), ("First part", &["Named here", "Own name"])]));
    let text = all_text(&imported);
    assert!(text.contains("Take care\nHot.") && text.contains("```sh\necho \"{% x %}\"\n```"), "{text}");
    assert!(text.contains("**Linux**") && text.contains("**Term**\n\nWhat it means.\n\nMore of it."), "{text}");
    assert!(text.contains("(unit:b)"), "{text}");
    let styles: Vec<CalloutStyle> = blocks(&imported)
        .iter()
        .filter_map(|block| match block.kind {
            BlockKind::Callout { style } => Some(style),
            _ => None,
        })
        .collect();
    assert_eq!(styles, [CalloutStyle::Warning, CalloutStyle::Tip]);
}

#[test]
fn components_and_their_imports_go() {
    let imported = bring(&[
        ("docs/_category_.json", "{\"label\": \"All\", \"position\": 1}"),
        ("docs/b-part/_category_.json", "{\"label\": \"The second part\", \"position\": 2}"),
        ("docs/a-part/_category_.json", "{\"label\": \"The first part\", \"position\": 1}"),
        (
            "docs/a-part/two.mdx",
            &format!(
                "---\nsidebar_position: 2\n---\nimport Tabs from '@theme/Tabs';\n\n# Two\n\n{WORDS}\n\n<Tabs>\n<TabItem value=\"x\" label=\"On Linux\">\n\nType.\n\n</TabItem>\n</Tabs>\n\n:::tip[Mind]\nThis.\n:::\n\n<Card\n  title=\"x\"\n  href=\"/y\"\n/>\n"
            ),
        ),
        (
            "docs/a-part/one.md",
            &format!("---\ntitle: \"One: the start\"\nsidebar_position: 1\nslug: /begin\n---\n\n{WORDS}\n"),
        ),
        (
            "docs/b-part/three.md",
            &format!(
                "# Three\n\n{WORDS} [Back](/begin), [there](../a-part/two.mdx).\n\nA `List<String>` and <your name> stay.\n"
            ),
        ),
        ("docs/b-part/_note.md", "Taken in elsewhere."),
        ("docusaurus.config.js", "const config = {\n  title: 'Site of parts',\n  url: 'https://example.org',\n};\n"),
    ]);
    assert_eq!(
        outline(&imported),
        said(&[("The first part", &["One: the start", "Two"]), ("The second part", &["Three"])])
    );
    assert_eq!(imported.course.texts.title(Locale::En), "Site of parts");
    let text = all_text(&imported);
    assert!(text.contains("**On Linux**") && text.contains("(unit:one)") && text.contains("(unit:two)"), "{text}");
    assert!(text.contains("`List<String>`") && text.contains("your name"), "{text}");
    assert!(imported.left_out.iter().any(|note| note.kind == NoteKind::Part));
}

#[test]
fn shortcodes_weights_and_toml_are_read() {
    let imported = bring(&[
        ("hugo.toml", "title = \"Weighted\"\nlanguageCode = \"en\"\n"),
        ("content/_index.md", "+++\ntitle = \"Weighted\"\n+++\nA course about weights. And more.\n"),
        ("content/later/_index.md", "+++\ntitle = \"Comes later\"\nweight = 2\n+++\n"),
        (
            "content/later/x.md",
            &format!(
                "+++\ntitle = \"X\"\n+++\n{WORDS}\n\n{{{{% notice tip \"Mind\" %}}}}\nThis.\n{{{{% /notice %}}}}\n\n{{{{< youtube abc >}}}}\n"
            ),
        ),
        ("content/soon/_index.md", "+++\ntitle = \"Comes soon\"\nweight = 1\n+++\n"),
        (
            "content/soon/b.md",
            &format!(
                "+++\ntitle = \"B\"\nweight = 1\n+++\n{WORDS}\n\n{{{{< highlight go >}}}}\nx := 1\n{{{{< /highlight >}}}}\n"
            ),
        ),
        (
            "content/soon/a.md",
            &format!("+++\ntitle = \"A\"\nweight = 2\n+++\n{WORDS} [On]({{{{< relref \"x.md\" >}}}}).\n"),
        ),
    ]);
    assert_eq!(outline(&imported), said(&[("Comes soon", &["B", "A"]), ("Comes later", &["X"])]));
    let text = all_text(&imported);
    assert!(text.contains("```go\nx := 1\n```") && text.contains("Mind\nThis."), "{text}");
}

#[test]
fn attributes_and_parents_are_read() {
    let imported = bring(&[
        ("_config.yml", "title: Parents\nrepository: ada/parents\nlang: ca\n"),
        (
            "index.md",
            "---\ntitle: Inici\n---\nAquest curs explica com es llegeixen les pàgines que tenen una pàgina per damunt. I més.\n",
        ),
        (
            "docs/z.md",
            "---\ntitle: Primer mòdul\nnav_order: 1\nhas_children: true\n---\nAquest és el primer mòdul del curs, amb les seves lliçons i els seus exemples.\n",
        ),
        (
            "docs/b.md",
            "---\ntitle: La segona\nparent: Primer mòdul\nnav_order: 2\n---\n{: .warning }\n> Aneu amb compte amb aquesta eina.\n\nAquí hi ha prou paraules perquè sigui una lliçó de debò.\n",
        ),
        (
            "docs/a.md",
            "---\ntitle: La primera\nparent: Primer mòdul\nnav_order: 1\n---\n1. TOC\n{:toc}\n\nAquí també hi ha prou paraules perquè sigui una lliçó de debò.\n{: .note}\n\n~~~\n> text\n{: .callout}\n~~~\n{: .language-bash}\n",
        ),
        (
            "docs/c.md",
            "---\ntitle: La darrera\nparent: Primer mòdul\nnav_order: 3\n---\nLa nota té una explicació al peu.[^1] I una [adreça][web].\n\n## Més\n\nI [la mateixa][web].\n\n[^1]: Aquí és.\n\n[web]: https://example.org\n",
        ),
    ]);
    assert_eq!(imported.course.languages, [Locale::Ca]);
    assert_eq!(imported.course.source.as_deref(), Some("https://github.com/ada/parents"));
    assert_eq!(
        outline(&imported),
        said(&[("Primer mòdul", &["Primer mòdul", "La primera", "La segona", "La darrera"])])
    );
    let text = all_text(&imported);
    assert!(text.contains("> text\n{: .callout}"), "{text}");
    assert!(text.contains("Aquí és.") && text.matches("(https://example.org)").count() == 2, "{text}");
}

#[test]
fn alerts_details_tables_and_films_say_what_they_said() {
    let imported = bring(&[
        (
            "01-a/README.md",
            &format!(
                "<h1 align=\"center\">The <b>first</b></h1>\n\n{WORDS}\n\n> [!IMPORTANT]\n> Mind this.\n\n<details>\n<summary>An answer</summary>\n\n```js\nlet a = \"<!-- {{{{x}}}} -->\";\n```\n\n<details><summary>Inner</summary>Deep words.</details>\n</details>\n\n<table>\n<tr><th>A</th><th>B</th></tr>\n\n<tr><td>1 | 2</td><td><ul><li>x</li><li>y</li></ul></td></tr>\n</table>\n\n<iframe src=\"https://www.youtube.com/embed/abc\" title=\"A film\"></iframe>\n\nH<sub>2</sub>O and x<sup>2</sup>, :rocket:, $a_{{1}} * b_{{2}} * c$ and $5 or $6.\n\n$$\n\\frac{{a}}{{b}}\n$$\n"
            ),
        ),
        (
            "01-a/02-b.md",
            &format!(
                "\u{feff}# Second\r\n\r\n{WORDS}\r\n\r\n- [ ] to do\r\n  - deeper\r\n\r\n    ```py\r\n    if a:\r\n        b()\r\n    ```\r\n\r\n1. Do\r\n\r\n    ```c\r\nint a;\r\n  int b;\r\n    ```\r\n2. On\r\n"
            ),
        ),
        (
            "02-c/README.md",
            &format!(
                "# Third\n\n{WORDS} See [[02-b]] and [[Nowhere|that]].\n\n## Empty\n\n## Full\n\nWords.\n\n## Trailing\n"
            ),
        ),
        ("02-c/more.md", &format!("# More\n\n{WORDS}\n")),
    ]);
    assert_eq!(outline(&imported), said(&[("The first", &["The first", "Second"]), ("Third", &["Third", "More"])]));
    let text = all_text(&imported);
    for wanted in [
        "<!-- {{x}} -->",
        "| 1 \\| 2 | • x • y |",
        "[A film](https://www.youtube.com/watch?v=abc)",
        "H₂O and x²",
        "🚀",
        "`a_{1} * b_{2} * c`",
        "\\frac{a}{b}",
        "Deep words.",
        "(unit:b)",
        "☐",
        "int a;\n",
    ] {
        let there = text.contains(wanted) || wanted == "☐" && text.contains("[ ]");
        assert!(there, "{wanted} in {text}");
    }
    assert!(imported.approximated.iter().any(|note| note.kind == NoteKind::Formula));
}

#[test]
fn directives_roles_and_sheets_are_read() {
    let imported = bring(&[
        (
            "_toc.yml",
            "format: jb-book\nroot: intro\nparts:\n- caption: Part one\n  chapters:\n  - file: b\n  - file: a\n",
        ),
        ("intro.md", &format!("# Intro\n\n{WORDS}\n\n```{{toctree}}\n:maxdepth: 1\na\nb\n```\n")),
        (
            "a.md",
            &format!(
                "(label)=\n# The A\n\n{WORDS} See {{term}}`words` and {{kbd}}`Enter`.\n\n```{{figure}} img/map.png\n:alt: A map\n\nThe caption.\n```\n\n````{{exercise}} Try\nDo it.\n\n```python\nx = 1\n```\n````\n\n:::{{solution}} try\nDone.\n:::\n"
            ),
        ),
        (
            "b.md",
            &format!(
                "# The B\n\n{WORDS}\n\n--- task ---\n\nDo this.\n\n--- /task ---\n\n--- collapse ---\n---\ntitle: A secret\n---\nHidden words.\n--- /collapse ---\n\n--- code ---\n---\nlanguage: python\nfilename: main.py\n---\nprint(1)\n--- /code ---\n"
            ),
        ),
        ("img/map.png", "x"),
    ]);
    assert_eq!(outline(&imported), said(&[("Lessons", &["Intro"]), ("Part one", &["The B", "The A"])]));
    let text = all_text(&imported);
    for wanted in [
        "A secret\nHidden words.",
        "```python\nprint(1)\n```",
        "![A map](media/map.png)",
        "The caption.",
        "See words and `Enter`.",
        "```python\nx = 1\n```",
    ] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
    assert!(blocks(&imported).iter().any(|block| matches!(block.kind, BlockKind::Practice { .. })));
}

#[test]
fn one_language_comes_in_and_others_are_told() {
    let spanish = "Aquí hay palabras bastantes para que se vea que esta lección está escrita en la lengua de siempre, con sus verbos y sus cosas.";
    let french = "Dans cette leçon, nous allons apprendre comment utiliser le terminal pour travailler avec des fichiers et des dossiers. ";
    let imported = bring(&[
        ("en/README.md", &format!("# Course\n\n{WORDS}")),
        ("en/a.md", &format!("# A\n\n{WORDS}\n")),
        ("en/b.md", &format!("# B\n\n{WORDS}\n")),
        ("es/README.md", spanish),
        ("es/a.md", spanish),
        ("es/b.md", spanish),
    ]);
    assert_eq!((imported.course.units().count(), imported.course.original()), (2, Locale::En));
    assert_eq!(imported.left_out.iter().filter(|note| note.kind == NoteKind::Translation).count(), 3);
    let foreign = bring(&[
        ("a.md", &format!("# Une\n\n{}\n", french.repeat(4))),
        ("b.md", &format!("# Deux\n\n{}\n", french.repeat(4))),
    ]);
    assert!(foreign.approximated.iter().any(|note| note.kind == NoteKind::OtherLanguage && note.detail == "Français"));
}

#[test]
fn old_encodings_other_formats_and_bad_pictures_are_told() {
    let mut files: Files = [
        ("a.md", b"# Lli\xe7\xf3\n\nAquesta lli\xe7\xf3 explica les coses que cal saber abans de comen\xe7ar amb les eines.\n\n![Un mapa](map.png) ![](gone.png)\n".to_vec()),
        ("b.md", "# B\n\nAquesta altra també explica moltes coses, i té un [quadern](c.ipynb).\n".into()),
        ("c.ipynb", b"{}".to_vec()),
        ("map.png", b"no picture".to_vec()),
    ]
    .into_iter()
    .map(|(path, bytes)| (path.to_owned(), bytes))
    .collect();
    let imported = import(&files, "x", &|path, _| !path.ends_with("map.png")).expect("lessons");
    assert_eq!(complaints(&files, &imported), Vec::<String>::new());
    assert_eq!(imported.course.units().next().expect("a unit").texts.title(Locale::Ca), "Lliçó");
    let kinds: Vec<NoteKind> = imported.left_out.iter().chain(&imported.approximated).map(|note| note.kind).collect();
    for kind in
        [NoteKind::Encoding, NoteKind::OtherFormat, NoteKind::Unusable, NoteKind::MissingPicture, NoteKind::DeadLink]
    {
        assert!(kinds.contains(&kind), "{kind:?} in {kinds:?}");
    }
    assert!(all_text(&imported).contains("*Un mapa*"));
    // Whatever the bytes are, reading them ends.
    files.insert("d.md".into(), (0..=255).cycle().take(5000).collect());
    assert!(import(&files, "x", &|_, _| true).is_ok());
}

#[test]
fn the_same_lessons_give_the_same_course_and_a_changed_one_keeps_its_keys() {
    let page = |title: &str, more: &str| format!("# {title}\n\n{WORDS}{more}\n");
    let first = bring(&[("1-a.md", &page("A", "")), ("2-b.md", &page("B", ""))]);
    let again = bring(&[("1-a.md", &page("A", "")), ("2-b.md", &page("B", ""))]);
    assert_eq!(first.course, again.course);
    let changed =
        bring(&[("1-a.md", &page("A", " More.")), ("2-between.md", &page("Between", "")), ("3-b.md", &page("B", ""))]);
    let keys = |imported: &Imported| imported.course.units().map(|unit| unit.key.clone()).collect::<Vec<_>>();
    assert_eq!(
        (keys(&first), keys(&changed)),
        (vec!["a".into(), "b".into()], vec!["a".into(), "between".into(), "b".into()])
    );
    assert_eq!(first.course.slug, changed.course.slug);
}
