//! The PDF itself: what a reader's program finds in it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails should stop")]

mod support;

use std::process::Command;

use print::certificate::{Certificate, Kind};
use print::{Document, Template};
use support::{longest, pdf, template, usual};
use vocabulary::Locale;

/// The text of a PDF by poppler; `None` where it is not installed.
fn text_of(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("certificate.pdf");
    std::fs::write(&file, pdf).unwrap();
    let out = Command::new("pdftotext").args(["-raw", "-nopgbrk"]).arg(&file).arg("-").output().ok()?;
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    Some(String::from_utf8(out.stdout).unwrap())
}

/// Words alone, so that it does not matter where a line breaks.
fn squeezed(text: &str) -> String {
    let silent = |c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}');
    text.chars().filter(|c| !c.is_whitespace() && !silent(*c)).collect()
}

fn shows(certificate: &Certificate, wanted: &[&str]) {
    let Some(text) = text_of(&pdf(certificate)) else {
        eprintln!("pdftotext is not installed: not looked at");
        return;
    };
    for want in wanted {
        assert!(squeezed(&text).contains(&squeezed(want)), "{want} is missing from:\n{text}");
    }
}

#[test]
fn every_field_is_printed_in_each_language() {
    let common = [
        "Núria Güell i Solà",
        "Ajuntament d'Exemple, Aula Digital",
        "P0000000A",
        "92 %",
        "DigComp 3.0",
        "Joan Mas Ribera",
        "7KQ4-W2MD-9XTE-PN5H-3VRA-C8YB-ZZZ",
        "https://aula.example/verify/7KQ4-W2MD-9XTE-PN5H-3VRA-C8YB-ZZZ",
    ];
    let ca = [
        "Certificat d'aprofitament",
        "Un missatge sospitós? Atureu-vos, comproveu, decidiu",
        "1,5 hores",
        "durada prevista",
        "En línia",
        "Idioma del curs",
        "català",
        "del 3 d'agost de 2026 al 12 d'octubre de 2026",
        "Exemple, 12 d'octubre de 2026",
        "4.1 Protegir els dispositius (bàsic)",
        "1.2 Avaluar informació (bàsic)",
        "Senyals d'alerta",
        "no atorga cap titulació",
        "Plantilla 2",
    ];
    let es = [
        "Certificado de aprovechamiento",
        "¿Un mensaje sospechoso? Para, comprueba, decide",
        "1,5 horas",
        "duración prevista",
        "En línea",
        "Idioma del curso",
        "castellano",
        "del 3 de agosto de 2026 al 12 de octubre de 2026",
        "4.1 Proteger los dispositivos (básico)",
        "Comprueba antes de pulsar",
        "no otorga ninguna titulación",
        "Plantilla 2",
    ];
    let en = [
        "Certificate of achievement",
        "Suspicious message? Stop, check, decide",
        "1.5 hours",
        "planned length",
        "Online",
        "Language of the course",
        "English",
        "3 August 2026 to 12 October 2026",
        "4.1 Protecting devices (basic)",
        "What to do if you have clicked",
        "gives no official academic or professional qualification",
        "Template 2",
    ];
    for (language, own) in [(Locale::Ca, ca.as_slice()), (Locale::Es, &es), (Locale::En, &en)] {
        let certificate = usual(language);
        shows(&certificate, &common);
        shows(&certificate, own);
    }
}

#[test]
fn a_demonstration_says_so_in_each_language_and_a_real_one_does_not() {
    for (language, words) in [
        (Locale::Ca, "DEMOSTRACIÓ - SENSE VALOR"),
        (Locale::Es, "DEMOSTRACIÓN - SIN VALOR"),
        (Locale::En, "DEMONSTRATION - NO VALUE"),
    ] {
        shows(&Certificate { demonstration: true, ..usual(language) }, &[words]);
        if let Some(text) = text_of(&pdf(&usual(language))) {
            assert!(!text.contains("DEMO"));
        }
    }
}

#[test]
fn a_course_read_without_a_test_says_so() {
    let certificate = Certificate { kind: Kind::Attendance, reading_only: true, result: None, ..usual(Locale::En) };
    shows(&certificate, &["Certificate of attendance", "Completed by reading the contents: the course has no test."]);
}

#[test]
fn long_names_titles_and_twenty_units_are_all_there() {
    for language in Locale::ALL {
        let certificate = longest(language);
        let last = certificate.units.last().unwrap().clone();
        shows(&certificate, &[&certificate.holder, &certificate.course, &last]);
    }
    let holder = "W".repeat(120);
    shows(&Certificate { holder: holder.clone(), ..usual(Locale::En) }, &[&holder]);
}

#[test]
fn hostile_names_are_printed_literally() {
    let names = [
        "#eval(\"1+1\")",
        "#import \"/data.json\"",
        "$x^2$",
        "*bold* _it_",
        "= Heading",
        "@label <label>",
        "\\u{41} \\n",
        "\"; panic(\"x\"); \"",
        "#{data.holder}",
        "`raw` ```raw```",
        "<script>alert(1)</script>",
        "{{7*7}} ${7*7}",
        "https://evil.example",
        "-- --- ...",
        "// comment /* */",
        "~tilde~",
        "#set page(width: 1pt)",
        "'; DROP TABLE person; --",
        "a\\*b\\#c",
        "#read(\"/etc/passwd\")",
    ];
    assert_eq!(names.len(), 20);
    for name in names {
        let certificate =
            Certificate { holder: name.into(), course: name.into(), units: vec![name.into()], ..usual(Locale::En) };
        shows(&certificate, &[name]);
    }
}

/// Letters that carry two marks, letters in other orders than they are read, and alphabets of many people here.
const NAMES: [&str; 21] = [
    "Nguyễn Thị Ngọc Ánh",
    "Trần Đức Phượng Hoàng",
    "Łukasz Żółć-Đorđević",
    "Ștefania Țurcanu",
    "Ayşegül Yıldız Ğ",
    "Олександра Шевченко",
    "Ђорђе Љубичић",
    "Ελένη Παπαδοπούλου",
    "გიორგი ბერიძე",
    "Արամ Խաչատրյան",
    "李小龙",
    "陳美玲",
    "田中さくら",
    "김민준",
    "דוד כהן",
    "فاطمة الزهراء",
    "अनिता शर्मा",
    "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "ⵜⴰⵏⵉⵔⵜ ⴰⵎⵖⵏⴰⵙ",
    "አበበ በቀለ",
    "สมชาย ใจดี",
];

#[test]
fn names_of_many_alphabets_are_drawn_whole() {
    for holder in NAMES {
        let certificate = Certificate { holder: holder.into(), ..usual(Locale::Ca) };
        let Some(text) = text_of(&pdf(&certificate)) else { return };
        assert!(!text.contains('\u{FFFD}'), "{holder}: no sign is replaced in\n{text}");
        assert!(!text.contains("no es poden imprimir"), "{holder}");
    }
}

/// What is copied out of the document, found in it or read aloud from it is the name, each letter once.
#[test]
fn names_of_many_alphabets_are_read_as_they_are_written() {
    for holder in NAMES {
        let certificate = Certificate { holder: holder.into(), ..usual(Locale::Ca) };
        if holder.chars().any(from_the_right) {
            // Such letters stand in the file in the order in which they are drawn, joined or not as readers of files see fit:
            // here each is looked for by itself.
            let letters: Vec<String> = holder.chars().filter(|sign| !sign.is_whitespace()).map(String::from).collect();
            shows(&certificate, &letters.iter().map(String::as_str).collect::<Vec<_>>());
        } else {
            shows(&certificate, &holder.split(' ').collect::<Vec<_>>());
        }
    }
    let apart = "Nguye\u{302}\u{303}n Thi\u{323}";
    shows(&Certificate { holder: apart.into(), ..usual(Locale::Ca) }, &["Nguyễn Thị"]);
}

/// Hebrew, Arabic and their neighbours.
fn from_the_right(sign: char) -> bool {
    ('\u{590}'..='\u{8FF}').contains(&sign)
}

#[test]
fn a_name_that_cannot_be_drawn_whole_is_said_to_be_so() {
    for (language, words) in [
        (Locale::Ca, "Alguns caràcters del nom o del títol no es poden imprimir aquí."),
        (Locale::Es, "Algunos caracteres del nombre o del título no se pueden imprimir aquí."),
        (Locale::En, "Some characters of the name or title cannot be printed here."),
    ] {
        let certificate = Certificate { holder: "𓀀𓁐 Amon".into(), ..usual(language) };
        shows(&certificate, &["\u{FFFD}\u{FFFD} Amon", words]);
    }
    for holder in ["👩🏽‍🚀", "A\u{202E}B", "e\u{301}\u{301}\u{301}", "\u{FFFE}x"] {
        assert!(pdf(&Certificate { holder: holder.into(), ..usual(Locale::Ca) }).starts_with(b"%PDF"), "{holder}");
    }
}

#[test]
fn the_last_day_is_printed_when_there_is_one() {
    for (language, words) in [
        (Locale::Ca, "Vàlid fins al 12 d'octubre de 2028"),
        (Locale::Es, "Válido hasta el 12 de octubre de 2028"),
        (Locale::En, "Valid until 12 October 2028"),
    ] {
        shows(&Certificate { expires_on: Some("2028-10-12".into()), ..usual(language) }, &[words]);
        let Some(text) = text_of(&pdf(&usual(language))) else { return };
        assert!(!squeezed(&text).contains(&squeezed(words.split(' ').next().unwrap())), "{text}");
    }
}

#[test]
fn the_code_is_read_by_another_program_and_leads_to_the_verification() {
    let folder = tempfile::tempdir().unwrap();
    for certificate in [usual(Locale::Ca), longest(Locale::Es)] {
        let file = folder.path().join("certificate.pdf");
        std::fs::write(&file, pdf(&certificate)).unwrap();
        let out = folder.path().join("page");
        let mut draw = Command::new("pdftoppm");
        draw.args(["-r", "110", "-gray", "-f", "1", "-l", "1", "-singlefile"]).arg(&file).arg(&out);
        let Ok(drawn) = draw.output() else {
            eprintln!("pdftoppm is not installed: not looked at");
            return;
        };
        assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
        let picture = std::fs::read(out.with_extension("pgm")).unwrap();
        let (width, height, pixels) = grey(&picture);
        let mut reader = quircs::Quirc::default();
        let found: Vec<String> = reader
            .identify(width, height, pixels)
            .filter_map(|code| Some(String::from_utf8(code.ok()?.decode().ok()?.payload).unwrap()))
            .collect();
        assert_eq!(found, [certificate.verify_url]);
    }
}

/// A binary grey picture (PGM): width, height and pixels.
fn grey(bytes: &[u8]) -> (usize, usize, &[u8]) {
    let mut rest = bytes;
    let mut words = vec![];
    while words.len() < 4 {
        let end = rest.iter().position(u8::is_ascii_whitespace).unwrap();
        words.push(std::str::from_utf8(&rest[..end]).unwrap().to_owned());
        rest = &rest[end + 1..];
    }
    assert_eq!((words[0].as_str(), words[3].as_str()), ("P5", "255"));
    (words[1].parse().unwrap(), words[2].parse().unwrap(), rest)
}

#[test]
fn it_is_tagged_and_sound() {
    let folder = tempfile::tempdir().unwrap();
    for (name, certificate) in [("usual", usual(Locale::Ca)), ("longest", longest(Locale::Es))] {
        let bytes = pdf(&certificate);
        let file = folder.path().join(name);
        std::fs::write(&file, &bytes).unwrap();
        if let Ok(out) = Command::new("qpdf").arg("--check").arg(&file).output() {
            assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));
        }
        if let Ok(out) = Command::new("pdfinfo").arg(&file).output() {
            let told = String::from_utf8_lossy(&out.stdout).into_owned();
            assert!(told.contains("Tagged:          yes"), "{told}");
        }
        let raw = String::from_utf8_lossy(&bytes).into_owned();
        assert!(raw.contains("pdfaid:part") && raw.contains("pdfuaid:part"), "says which standards it keeps");
    }
}

/// The objects of a PDF as qpdf reads them; `None` where it is not installed.
fn objects(pdf: &[u8]) -> Option<Vec<serde_json::Value>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("certificate.pdf");
    std::fs::write(&file, pdf).unwrap();
    let out = Command::new("qpdf").args(["--json=2", "--json-key=qpdf"]).arg(&file).output().ok()?;
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let read: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let objects = read["qpdf"][1].as_object().unwrap();
    Some(
        objects
            .values()
            .map(|object| object.get("value").or_else(|| object["stream"].get("dict")).cloned().unwrap_or_default())
            .collect(),
    )
}

#[test]
fn readers_of_screens_find_language_title_headings_order_and_the_code_in_words() {
    let holder = "Nguyễn 李小龙 გიორგი";
    let certificate = Certificate { holder: holder.into(), ..usual(Locale::Es) };
    let Some(objects) = objects(&pdf(&certificate)) else {
        eprintln!("qpdf is not installed: not looked at");
        return;
    };
    let of = |kind: &str| objects.iter().filter(|one| one["/Type"] == kind).collect::<Vec<_>>();
    let tags = |name: &str| objects.iter().filter(|one| one["/S"] == name).count();
    let catalog = of("/Catalog")[0];
    assert_eq!(catalog["/Lang"], "u:es");
    assert_eq!(catalog["/MarkInfo"]["/Marked"], true);
    assert_eq!(catalog["/ViewerPreferences"]["/DisplayDocTitle"], true);
    assert!(catalog.get("/StructTreeRoot").is_some() && catalog.get("/OutputIntents").is_some());
    assert_eq!(tags("/H1"), 1);
    assert_eq!(tags("/H2"), 2, "competences and contents");
    assert!(tags("/P") >= 5 && tags("/LI") == 3, "paragraphs and the list of units");
    let figures: Vec<_> = objects.iter().filter(|one| one["/S"] == "/Figure").collect();
    assert!(!figures.is_empty() && figures.iter().all(|one| one["/Alt"].as_str().is_some_and(|alt| alt.len() > 20)));
    // Each font is inside the file and says which letters its shapes are.
    let described = of("/FontDescriptor");
    let inside =
        |one: &&serde_json::Value| ["/FontFile", "/FontFile2", "/FontFile3"].iter().any(|key| one.get(key).is_some());
    assert!(described.len() >= 4 && described.iter().all(inside), "{described:?}");
    let composed = objects.iter().filter(|one| one["/Subtype"] == "/Type0").collect::<Vec<_>>();
    assert!(!composed.is_empty() && composed.iter().all(|one| one.get("/ToUnicode").is_some()));
    // Every page follows the order of the structure, and says so.
    assert!(of("/Page").iter().all(|page| page["/Tabs"] == "/S" && page.get("/StructParents").is_some()));
}

#[test]
fn the_same_certificate_is_the_same_bytes() {
    assert_eq!(pdf(&usual(Locale::Ca)), pdf(&usual(Locale::Ca)));
}

#[test]
fn many_at_once_do_not_mix() {
    let threads: Vec<_> = (0..8)
        .map(|n| {
            std::thread::spawn(move || {
                let holder = format!("Persona Número {n}");
                shows(&Certificate { holder: holder.clone(), ..usual(Locale::Es) }, &[&holder]);
            })
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
}

#[test]
fn a_template_with_mistakes_is_an_error_and_the_next_one_works() {
    let broken = Template::new("#panic(\"no\")").unwrap();
    let reaching = Template::new("#read(\"/etc/passwd\")").unwrap();
    for wrong in [broken, reaching] {
        assert!(print::render(&Document { template: &wrong, certificate: &usual(Locale::En) }).is_err());
    }
    assert!(print::render(&Document { template: &template(), certificate: &usual(Locale::En) }).is_ok());
}
