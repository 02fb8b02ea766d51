//! Messages about the course as a whole, its conditions and its media: Catalan, Spanish, English.

use super::Code;

/// The messages of this group.
#[expect(clippy::too_many_lines, reason = "a table of words")]
pub(super) fn words(code: Code) -> Option<[&'static str; 3]> {
    Some(match code {
        Code::UnknownCompetence => [
            "DigComp 3.0 no té cap competència «{id}». Van de l'1.1 a la 5.4.",
            "DigComp 3.0 no tiene ninguna competencia «{id}». Van de la 1.1 a la 5.4.",
            "DigComp 3.0 has no competence “{id}”. They go from 1.1 to 5.4.",
        ],
        Code::NoCompetence => [
            "El curs no diu a quina competència porta. Afegeix [[competence]] a course.toml.",
            "El curso no dice a qué competencia lleva. Añade [[competence]] a course.toml.",
            "The course does not say to which competence it leads. Add [[competence]] to course.toml.",
        ],
        Code::BadDate => [
            "«{value}» no és una data vàlida per a «{name}». Escriu-la així: {example}.",
            "«{value}» no es una fecha válida para «{name}». Escríbela así: {example}.",
            "“{value}” is not a valid date for “{name}”. Write it like this: {example}.",
        ],
        Code::BadAddress => [
            "«{value}» no és una adreça web vàlida per a «{name}». Ha de començar per https:// o http://.",
            "«{value}» no es una dirección web válida para «{name}». Debe empezar por https:// o http://.",
            "“{value}” is not a valid web address for “{name}”. It must begin with https:// or http://.",
        ],
        Code::NoLicence => [
            "No se sap amb quina llicència es publica el curs. Escriu-la a «licence».",
            "No se sabe con qué licencia se publica el curso. Escríbela en «licence».",
            "Nobody can tell under which licence the course stands. Write it in “licence”.",
        ],
        Code::KindOutcomes => [
            "Un curs instantani té d'1 a 3 resultats d'aprenentatge i aquest en té {found}.",
            "Un curso instantáneo tiene de 1 a 3 resultados de aprendizaje y este tiene {found}.",
            "An instant course has 1 to 3 outcomes and this one has {found}.",
        ],
        Code::KindMinutes => [
            "Un curs d'aquest format dura entre {from} i {to} minuts i aquest en diu {found}.",
            "Un curso de este formato dura entre {from} y {to} minutos y este dice {found}.",
            "A course of this kind lasts {from} to {to} minutes and this one says {found}.",
        ],
        Code::KindWeeks => [
            "En un MOOC cada mòdul diu a quina setmana toca. Afegeix «week» al mòdul «{key}».",
            "En un MOOC cada módulo dice en qué semana toca. Añade «week» al módulo «{key}».",
            "In a mooc each module says in which week it comes. Add “week” to the module “{key}”.",
        ],
        Code::KindFinal => [
            "Un MOOC acaba amb un test final. Indica'n la unitat a completion.final.",
            "Un MOOC termina con un test final. Indica su unidad en completion.final.",
            "A mooc ends with a final test. Name its unit in completion.final.",
        ],
        Code::KindLive => [
            "Una classe magistral té una sessió. Afegeix [live] a course.toml.",
            "Una clase magistral tiene una sesión. Añade [live] a course.toml.",
            "A masterclass has a session. Add [live] to course.toml.",
        ],
        Code::KindReplay => [
            "Una classe magistral té un vídeo amb capítols per tornar-la a veure. Afegeix-lo en una unitat.",
            "Una clase magistral tiene un vídeo con capítulos para volver a verla. Añádelo en una unidad.",
            "A masterclass has a video with chapters, to see it again. Add it in a unit.",
        ],
        Code::MinutesOff => [
            "El curs diu que dura {found} minuts i en surten {computed}. Posa minutes = {computed} o ajusta el contingut.",
            "El curso dice que dura {found} minutos y salen {computed}. Pon minutes = {computed} o ajusta el contenido.",
            "The course says that it takes {found} minutes and it comes to {computed}. Put minutes = {computed}, or change what it holds.",
        ],
        Code::CannotAccept => [
            "«{code}» no es pot acceptar: cal arreglar-ho. Treu-ho de «accepted».",
            "«{code}» no se puede aceptar: hay que arreglarlo. Quítalo de «accepted».",
            "“{code}” cannot be accepted: it has to be mended. Take it out of “accepted”.",
        ],
        Code::UnknownUnit => [
            "La condició parla de la unitat «{key}», que no existeix. {hint}",
            "La condición habla de la unidad «{key}», que no existe. {hint}",
            "The condition speaks of the unit “{key}”, which does not exist. {hint}",
        ],
        Code::NoScore => [
            "La condició demana una puntuació de la unitat «{key}», que no té preguntes.",
            "La condición pide una puntuación de la unidad «{key}», que no tiene preguntas.",
            "The condition asks for a score of the unit “{key}”, which has no questions.",
        ],
        Code::CircularCondition => [
            "Aquestes unitats s'esperen les unes a les altres i no s'obririen mai: {path}.",
            "Estas unidades se esperan unas a otras y no se abrirían nunca: {path}.",
            "These units wait for each other and would never open: {path}.",
        ],
        Code::UnknownFinal => [
            "completion.final diu «{key}», que no és cap test d'aquest curs.",
            "completion.final dice «{key}», que no es ningún test de este curso.",
            "completion.final says “{key}”, which is not a quiz of this course.",
        ],
        Code::MissingMedia => ["Hi falta el fitxer {file}.", "Falta el archivo {file}.", "The file {file} is missing."],
        Code::UnusedMedia => {
            ["Res del curs no fa servir {file}.", "Nada del curso usa {file}.", "Nothing in the course uses {file}."]
        }
        Code::BadMediaName => [
            "«{file}» no pot ser el nom d'un fitxer de media/. Fes servir lletres, xifres, guions i punts, sense espais.",
            "«{file}» no puede ser el nombre de un archivo de media/. Usa letras, cifras, guiones y puntos, sin espacios.",
            "“{file}” cannot be the name of a file in media/. Use letters, digits, hyphens and dots, without spaces.",
        ],
        Code::MissingAlt => [
            "La imatge {file} no té text alternatiu. Escriu què mostra, per a qui no la veu.",
            "La imagen {file} no tiene texto alternativo. Escribe qué muestra, para quien no la ve.",
            "The picture {file} has no alternative text. Write what it shows, for people who do not see it.",
        ],
        Code::MissingDescription => [
            "La infografia {file} no té descripció llarga. Escriu a sota tot el que s'hi llegeix i s'hi veu.",
            "La infografía {file} no tiene descripción larga. Escribe debajo todo lo que se lee y se ve en ella.",
            "The infographic {file} has no long description. Write below it all that one reads and sees in it.",
        ],
        Code::MissingCaptions => [
            "El vídeo {file} no té subtítols en aquesta llengua. Afegeix un fitxer .vtt a «captions».",
            "El vídeo {file} no tiene subtítulos en esta lengua. Añade un archivo .vtt a «captions».",
            "The video {file} has no captions in this language. Add a .vtt file to “captions”.",
        ],
        Code::MissingTranscript => [
            "Hi falta la transcripció de {file} en aquesta llengua: la secció {#{anchor}}.",
            "Falta la transcripción de {file} en esta lengua: la sección {#{anchor}}.",
            "The transcript of {file} is missing in this language: the section {#{anchor}}.",
        ],
        Code::ChapterTime => [
            "El capítol «{id}» comença al segon {at}: ha de ser després de l'anterior i abans del final.",
            "El capítulo «{id}» empieza en el segundo {at}: debe ser después del anterior y antes del final.",
            "The chapter “{id}” begins at second {at}: it must be after the one before it and before the end.",
        ],
        _ => return None,
    })
}
