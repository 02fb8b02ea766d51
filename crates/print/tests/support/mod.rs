//! Certificates to try the templates with.

use print::certificate::{Certificate, Competence, Hours, HoursKind, Issuer, Kind, LATEST, Modality, VERSIONS};
use print::{Document, Template};
use vocabulary::{Band, Locale};

/// A certificate as most are.
pub fn usual(language: Locale) -> Certificate {
    let units = match language {
        Locale::Ca => ["Senyals d'alerta", "Comproveu abans de clicar", "Què fer si ja heu clicat"],
        Locale::Es => ["Señales de alerta", "Comprueba antes de pulsar", "Qué hacer si ya has pulsado"],
        Locale::En => ["Warning signs", "Check before you click", "What to do if you have clicked"],
    };
    let course = match language {
        Locale::Ca => "Un missatge sospitós? Atureu-vos, comproveu, decidiu",
        Locale::Es => "¿Un mensaje sospechoso? Para, comprueba, decide",
        Locale::En => "Suspicious message? Stop, check, decide",
    };
    let competence = |id: &str| Competence {
        id: id.to_owned(),
        label: vocabulary::Competence::find(id).map_or("", |found| found.name(language)).to_owned(),
        band: Band::Basic,
    };
    Certificate {
        template_version: LATEST,
        language,
        demonstration: false,
        kind: Kind::Completion,
        holder: "Núria Güell i Solà".into(),
        course: course.into(),
        course_lang: language,
        modality: Modality::Online,
        hours: Hours { total: 1.5, kind: HoursKind::Nominal },
        reading_only: false,
        issuer: Issuer { name: "Ajuntament d'Exemple, Aula Digital".into(), tax_number: Some("P0000000A".into()) },
        place: Some("Exemple".into()),
        issued_on: "2026-10-12".into(),
        started_on: "2026-08-03".into(),
        completed_on: "2026-10-12".into(),
        expires_on: None,
        units: units.iter().map(ToString::to_string).collect(),
        result: Some(92),
        competences: vec![competence("4.1"), competence("1.2")],
        framework: "DigComp 3.0".into(),
        signatory: Some("Joan Mas Ribera, direcció de formació".into()),
        code: "7KQ4-W2MD-9XTE-PN5H-3VRA-C8YB-ZZZ".into(),
        verify_url: "https://aula.example/verify/7KQ4-W2MD-9XTE-PN5H-3VRA-C8YB-ZZZ".into(),
    }
}

/// The longest of everything that can come.
pub fn longest(language: Locale) -> Certificate {
    let title = "Administració electrònica sense ensurts: certificats digitals, notificacions i tràmits que es resolen des de casa";
    Certificate {
        demonstration: true,
        holder: "Maria de les Neus Montserrat Castellví-Bartomeu Fernández de Córdoba i Ruiz de la Prada de Montcada-Desvalls".into(),
        course: title.into(),
        units: (1..=20).map(|n| format!("{n}: Una unitat amb un títol llarg que ocupa tot el que pot ocupar un títol")).collect(),
        competences: vocabulary::Competence::all()
            .iter()
            .take(6)
            .map(|one| Competence { id: one.id.into(), label: one.name(language).into(), band: Band::HighlyAdvanced })
            .collect(),
        reading_only: true,
        kind: Kind::Attendance,
        result: None,
        ..usual(language)
    }
}

/// The newest template.
pub fn template() -> Template {
    let (_, body) = VERSIONS.iter().find(|(version, _)| *version == LATEST).expect("the newest version is there");
    Template::new(body).expect("it can be read")
}

/// The PDF of a certificate.
pub fn pdf(certificate: &Certificate) -> Vec<u8> {
    print::render(&Document { template: &template(), certificate }).expect("it can be printed")
}
