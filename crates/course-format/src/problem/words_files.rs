//! Messages about files, settings and sections: Catalan, Spanish, English.

use super::Code;

/// The messages of this group.
#[expect(clippy::too_many_lines, reason = "a table of words")]
pub(super) fn words(code: Code) -> Option<[&'static str; 3]> {
    Some(match code {
        Code::NoCourse => [
            "Aquí no hi ha cap course.toml. Indica la carpeta del curs: la que conté aquest fitxer.",
            "Aquí no hay ningún course.toml. Indica la carpeta del curso: la que contiene este archivo.",
            "There is no course.toml here. Name the folder of the course: the one that holds this file.",
        ],
        Code::NotText => [
            "Aquest fitxer no és text UTF-8. Desa'l en UTF-8.",
            "Este archivo no es texto UTF-8. Guárdalo en UTF-8.",
            "This file is not UTF-8 text. Save it as UTF-8.",
        ],
        Code::BadToml => [
            "Aquesta línia no és TOML vàlid: {detail}.",
            "Esta línea no es TOML válido: {detail}.",
            "This line is not valid TOML: {detail}.",
        ],
        Code::NewerFormat => [
            "El curs està escrit en la versió {found} del format i aquest programa coneix la {known}. Actualitza el programa.",
            "El curso está escrito en la versión {found} del formato y este programa conoce la {known}. Actualiza el programa.",
            "The course is written in version {found} of the format and this program knows {known}. Update the program.",
        ],
        Code::UnknownSetting => [
            "«{name}» no és cap opció que es pugui posar aquí. {hint}",
            "«{name}» no es ninguna opción que se pueda poner aquí. {hint}",
            "“{name}” is not a setting that can stand here. {hint}",
        ],
        Code::MissingSetting => ["Hi falta «{name}».", "Falta «{name}».", "“{name}” is missing here."],
        Code::WrongValue => [
            "«{name}» no pot tenir aquest valor. Es permet: {expected}.",
            "«{name}» no puede tener este valor. Se permite: {expected}.",
            "“{name}” cannot have this value. Allowed: {expected}.",
        ],
        Code::BadKey => [
            "La clau «{key}» només pot tenir lletres minúscules sense accents, xifres i guions, fins a 64 caràcters, i cap guió al principi ni al final.",
            "La clave «{key}» solo puede tener letras minúsculas sin acentos, cifras y guiones, hasta 64 caracteres, y ningún guion al principio ni al final.",
            "The key “{key}” may only have lower-case letters a to z, digits and hyphens, up to 64 characters, and no hyphen at either end.",
        ],
        Code::DuplicateKey => [
            "La clau «{key}» ja és d'una altra part del curs. Posa'n una de diferent.",
            "La clave «{key}» ya es de otra parte del curso. Pon una distinta.",
            "The key “{key}” already belongs to another part of the course. Choose a different one.",
        ],
        Code::BadId => [
            "L'identificador «{id}» només pot tenir lletres minúscules sense accents, xifres i guions, fins a 64 caràcters.",
            "El identificador «{id}» solo puede tener letras minúsculas sin acentos, cifras y guiones, hasta 64 caracteres.",
            "The id “{id}” may only have lower-case letters a to z, digits and hyphens, up to 64 characters.",
        ],
        Code::DuplicateId => [
            "L'identificador «{id}» hi surt dues vegades. Posa'n un de diferent a cada lloc.",
            "El identificador «{id}» aparece dos veces. Pon uno distinto en cada sitio.",
            "The id “{id}” is used twice here. Give each thing its own.",
        ],
        Code::ReservedId => [
            "«{id}» és un nom que el format fa servir per a una altra cosa. Canvia aquest identificador.",
            "«{id}» es un nombre que el formato usa para otra cosa. Cambia este identificador.",
            "“{id}” is a name that the format uses for something else. Change this id.",
        ],
        Code::UnknownBlock => [
            "«{name}» no és cap tipus de bloc. N'hi ha: {known}.",
            "«{name}» no es ningún tipo de bloque. Hay: {known}.",
            "“{name}” is not a type of block. There are: {known}.",
        ],
        Code::UnknownQuestion => [
            "«{name}» no és cap tipus de pregunta. N'hi ha: {known}.",
            "«{name}» no es ningún tipo de pregunta. Hay: {known}.",
            "“{name}” is not a type of question. There are: {known}.",
        ],
        Code::UnusedFile => [
            "El curs no fa servir aquest fitxer. Esborra'l o revisa'n el nom.",
            "El curso no usa este archivo. Bórralo o revisa su nombre.",
            "The course does not use this file. Delete it or check its name.",
        ],
        Code::NoModules => [
            "El curs no té cap mòdul: cap subcarpeta amb un module.toml.",
            "El curso no tiene ningún módulo: ninguna subcarpeta con un module.toml.",
            "The course has no module: no sub-folder with a module.toml.",
        ],
        Code::EmptyModule => [
            "El mòdul «{key}» no té cap unitat: cap subcarpeta amb un unit.toml.",
            "El módulo «{key}» no tiene ninguna unidad: ninguna subcarpeta con un unit.toml.",
            "The module “{key}” has no unit: no sub-folder with a unit.toml.",
        ],
        Code::EmptyUnit => [
            "La unitat «{key}» no té cap bloc. Afegeix-n'hi o treu la unitat.",
            "La unidad «{key}» no tiene ningún bloque. Añade alguno o quita la unidad.",
            "The unit “{key}” has no block. Add one or take the unit out.",
        ],
        Code::NoQuestions => [
            "El test «{key}» no té cap pregunta.",
            "El test «{key}» no tiene ninguna pregunta.",
            "The quiz “{key}” has no question.",
        ],
        Code::MissingFile => [
            "Hi falta el fitxer {file}: el curs diu que és complet en aquesta llengua. Escriu-lo o treu la llengua de «languages».",
            "Falta el archivo {file}: el curso dice que está completo en esta lengua. Escríbelo o quita la lengua de «languages».",
            "The file {file} is missing: the course says that it is complete in this language. Write it, or take the language out of “languages”.",
        ],
        Code::MissingLanguage => [
            "El curs no existeix en aquesta llengua: {language}.",
            "El curso no existe en esta lengua: {language}.",
            "The course does not exist in this language: {language}.",
        ],
        Code::UnlistedLanguage => [
            "Hi ha text en «{language}», però «languages» no l'inclou. Qui aprèn no el veurà.",
            "Hay texto en «{language}», pero «languages» no la incluye. Quien aprende no lo verá.",
            "There is text in “{language}”, but “languages” does not list it. Learners will not see it.",
        ],
        Code::TextOutsideSection => [
            "Hi ha text abans de la primera secció. Posa'l sota un títol amb àncora, com ara «# Títol {#unit}».",
            "Hay texto antes de la primera sección. Ponlo bajo un título con ancla, como «# Título {#unit}».",
            "There is text above the first section. Put it below a heading with an anchor, such as “# Title {#unit}”.",
        ],
        Code::DuplicateSection => [
            "La secció {#{anchor}} ja hi és més amunt. Ajunta-les o canvia'n l'àncora.",
            "La sección {#{anchor}} ya está más arriba. Júntalas o cambia su ancla.",
            "The section {#{anchor}} already stands further up. Join them, or change the anchor.",
        ],
        Code::UnknownSection => [
            "La secció {#{anchor}} no correspon a res del fitxer TOML. {hint}",
            "La sección {#{anchor}} no corresponde a nada del archivo TOML. {hint}",
            "The section {#{anchor}} belongs to nothing in the TOML file. {hint}",
        ],
        Code::MissingSection => [
            "Hi falta la secció {#{anchor}}. Afegeix un títol acabat en {#{anchor}} i el text a sota.",
            "Falta la sección {#{anchor}}. Añade un título acabado en {#{anchor}} y el texto debajo.",
            "The section {#{anchor}} is missing. Add a heading that ends in {#{anchor}}, with the text below it.",
        ],
        Code::SectionLevel => [
            "El títol de {#{anchor}} ha de començar per {expected} i comença per {found}.",
            "El título de {#{anchor}} debe empezar por {expected} y empieza por {found}.",
            "The heading of {#{anchor}} should begin with {expected} and begins with {found}.",
        ],
        Code::UnclosedCode => [
            "Aquí comença un bloc de codi que no s'acaba mai. Tanca'l amb la mateixa marca.",
            "Aquí empieza un bloque de código que no termina nunca. Ciérralo con la misma marca.",
            "A block of code begins here and never ends. Close it with the same mark.",
        ],
        _ => return None,
    })
}
