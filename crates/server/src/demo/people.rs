//! Who lives in the demo. Every name is invented.

use accounts::{Console, Role};
use api::{DemoPerson, Words};
use vocabulary::Locale;

use super::{Error, Stage};

/// How to sign in as somebody of the demo.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// `learner`, `author` or `administrator`.
    pub role: String,
    /// The login.
    pub login: String,
    /// The password.
    pub password: String,
}

/// The login of a role; the administrator's is the shorter word that people type.
pub(super) fn login(role: &str) -> String {
    let word = if role == "administrator" { "admin" } else { role };
    format!("{word}@demo.example")
}

/// A password that nobody guesses: four groups of letters and digits.
pub(super) fn fresh_password() -> String {
    let id = uuid::Uuid::new_v4().simple().to_string();
    format!("{}-{}-{}-{}", &id[..4], &id[4..8], &id[8..12], &id[12..16])
}

/// Makes everybody.
pub(super) async fn all(stage: &Stage) -> Result<Vec<DemoPerson>, Error> {
    let mut people = vec![];
    for (role, name, roles, landing) in [
        ("learner", "Amina Ferrer Diallo", &[][..], "/my"),
        ("author", "Jordi Puig Navarro", &[Role::Author][..], "/studio"),
        ("administrator", "Lucía Okafor Serra", &[Role::Administrator][..], "/admin"),
    ] {
        let person = stage.person(name, &login(role), roles, Locale::Ca).await?;
        let (situation, task) = words(role);
        people.push(DemoPerson {
            role: role.to_owned(),
            name: name.to_owned(),
            situation,
            task,
            landing: landing.to_owned(),
            login: login(role),
        });
        if role == "author" {
            stage.parts.courses.give_all_to(&Console::at_the_machine(), person).await?;
        }
    }
    Ok(people)
}

fn words(role: &str) -> (Words, Words) {
    let words = |ca: &str, es: &str, en: &str| Words { ca: ca.into(), es: es.into(), en: en.into() };
    match role {
        "author" => (
            words(
                "Escriu cursos com a carpetes de text",
                "Escribe cursos como carpetas de texto",
                "Writes courses as folders of text",
            ),
            words(
                "Mira què ha trobat la revisió i obre una vista prèvia",
                "Mira qué ha encontrado la revisión y abre una vista previa",
                "See what the check found and open a preview",
            ),
        ),
        "administrator" => (
            words("Porta el servei d'una ciutat", "Lleva el servicio de una ciudad", "Runs a city's service"),
            words(
                "Mira qui aprèn què i els certificats emesos",
                "Mira quién aprende qué y los certificados emitidos",
                "See who learns what, and the certificates issued",
            ),
        ),
        _ => (
            words(
                "És al mig d'un curs i n'ha acabat un altre",
                "Está en mitad de un curso y ha terminado otro",
                "In the middle of one course, finished another",
            ),
            words(
                "Continua la lliçó i respon una pregunta",
                "Continúa la lección y responde una pregunta",
                "Continue the lesson and answer a question",
            ),
        ),
    }
}
