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
    text.chars().filter(|c| !c.is_whitespace() && !('\u{200B}'..='\u{200F}').contains(c)).collect()
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
        "del 3 d'agost de 2026 al 12 d'octubre de 2026",
        "Exemple, 12 d'octubre de 2026",
        "4.1 Protegir els dispositius (bàsic)",
        "1.2 Avaluar informació (bàsic)",
        "Senyals d'alerta",
        "no atorga cap titulació",
        "Plantilla 1",
    ];
    let es = [
        "Certificado de aprovechamiento",
        "¿Un mensaje sospechoso? Para, comprueba, decide",
        "1,5 horas",
        "duración prevista",
        "En línea",
        "del 3 de agosto de 2026 al 12 de octubre de 2026",
        "4.1 Proteger los dispositivos (básico)",
        "Comprueba antes de pulsar",
        "no otorga ninguna titulación",
        "Plantilla 1",
    ];
    let en = [
        "Certificate of achievement",
        "Suspicious message? Stop, check, decide",
        "1.5 hours",
        "planned length",
        "Online",
        "3 August 2026 to 12 October 2026",
        "4.1 Protecting devices (basic)",
        "What to do if you have clicked",
        "gives no official academic or professional qualification",
        "Template 1",
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

#[test]
fn names_of_other_alphabets_are_printed_and_undrawable_signs_do_not_stop_it() {
    shows(&Certificate { holder: "Олександра Шевченко".into(), ..usual(Locale::Es) }, &["Олександра Шевченко"]);
    shows(&Certificate { holder: "Ελένη Παπαδοπούλου".into(), ..usual(Locale::Es) }, &["Ελένη Παπαδοπούλου"]);
    shows(&Certificate { holder: "Ngọc Ánh Nguyễn".into(), ..usual(Locale::Es) }, &["Ngọc Ánh"]);
    for holder in
        ["فاطمة الزهراء", "李小龙 Li", "👩🏽‍🚀", "A\u{202E}B", "e\u{301}\u{301}\u{301}", "\u{FFFE}x", "प्रिया शर्मा"]
    {
        assert!(pdf(&Certificate { holder: holder.into(), ..usual(Locale::Ca) }).starts_with(b"%PDF"), "{holder}");
    }
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
