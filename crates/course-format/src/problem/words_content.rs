//! Messages about texts and questions: Catalan, Spanish, English.

use super::Code;

/// The messages of this group.
#[expect(clippy::too_many_lines, reason = "a table of words")]
pub(super) fn words(code: Code) -> Option<[&'static str; 3]> {
    Some(match code {
        Code::MissingTitle => [
            "La secció {#{anchor}} no té títol. Escriu-lo entre els # i l'àncora.",
            "La sección {#{anchor}} no tiene título. Escríbelo entre los # y el ancla.",
            "The section {#{anchor}} has no title. Write it between the # and the anchor.",
        ],
        Code::MissingBody => [
            "La secció {#{anchor}} no té text. Escriu-lo sota el títol.",
            "La sección {#{anchor}} no tiene texto. Escríbelo debajo del título.",
            "The section {#{anchor}} has no text. Write it below the heading.",
        ],
        Code::Untranslated => [
            "El text és idèntic en {first} i en {second}. Potser encara no està traduït.",
            "El texto es idéntico en {first} y en {second}. Quizá todavía no está traducido.",
            "The text is the same in {first} and in {second}. Perhaps it is not translated yet.",
        ],
        Code::RawHtml => [
            "Hi ha HTML al text («{found}»), que no es mostrarà. Escriu-ho en Markdown.",
            "Hay HTML en el texto («{found}»), que no se mostrará. Escríbelo en Markdown.",
            "There is HTML in the text (“{found}”), which will not be shown. Write it in Markdown.",
        ],
        Code::DeadLink => [
            "L'enllaç «{target}» no porta enlloc. {hint}",
            "El enlace «{target}» no lleva a ninguna parte. {hint}",
            "The link “{target}” leads nowhere. {hint}",
        ],
        Code::HeadingJump => [
            "El títol «{title}» se salta un nivell. Fes servir el nivell següent al del títol anterior.",
            "El título «{title}» se salta un nivel. Usa el nivel siguiente al del título anterior.",
            "The heading “{title}” leaves out a level. Use the level that follows the heading before it.",
        ],
        Code::TemplateTag => [
            "Hi ha una marca d'un altre sistema: «{found}». Treu-la o escriu-la en Markdown.",
            "Hay una marca de otro sistema: «{found}». Quítala o escríbela en Markdown.",
            "There is a mark of another system: “{found}”. Take it out or write it in Markdown.",
        ],
        Code::FewOptions => [
            "Aquesta pregunta necessita almenys {least} elements a «{name}».",
            "Esta pregunta necesita al menos {least} elementos en «{name}».",
            "This question needs at least {least} entries in “{name}”.",
        ],
        Code::UnknownOption => [
            "«{id}» no és a «{name}». {hint}",
            "«{id}» no está en «{name}». {hint}",
            "“{id}” is not in “{name}”. {hint}",
        ],
        Code::NoCorrect => [
            "Cap resposta no és correcta. Indica-la a «correct».",
            "Ninguna respuesta es correcta. Indícala en «correct».",
            "No answer is right. Name it in “correct”.",
        ],
        Code::AllCorrect => [
            "Totes les opcions són correctes: qui ho marqui tot encertarà sempre.",
            "Todas las opciones son correctas: quien lo marque todo acertará siempre.",
            "All options are right: whoever ticks everything is always right.",
        ],
        Code::SameOptions => [
            "Dues opcions diuen el mateix: «{title}».",
            "Dos opciones dicen lo mismo: «{title}».",
            "Two options say the same: “{title}”.",
        ],
        Code::MissingFeedback => [
            "L'opció {#{anchor}} no explica res. Escriu a sota per què algú ho pensaria i per què no és així (o per què és així).",
            "La opción {#{anchor}} no explica nada. Escribe debajo por qué alguien lo pensaría y por qué no es así (o por qué sí).",
            "The option {#{anchor}} explains nothing. Write below it why somebody might think so and why it does not hold (or why it does).",
        ],
        Code::BareFeedback => [
            "«{found}» no ajuda qui aprèn. Explica què hi ha darrere d'aquesta resposta: per què algú ho pensaria i per què no és així.",
            "«{found}» no ayuda a quien aprende. Explica qué hay detrás de esta respuesta: por qué alguien lo pensaría y por qué no es así.",
            "“{found}” does not help anybody learn. Explain what lies behind this answer: why somebody might think so and why it does not hold.",
        ],
        Code::MissingExplanation => [
            "La pregunta no explica la resposta. Afegeix la secció {#{anchor}} amb el perquè.",
            "La pregunta no explica la respuesta. Añade la sección {#{anchor}} con el porqué.",
            "The question does not explain its answer. Add the section {#{anchor}} with the reason.",
        ],
        Code::NoAnswer => [
            "Aquí no es podria encertar mai: «{name}» no conté cap resposta.",
            "Aquí no se podría acertar nunca: «{name}» no contiene ninguna respuesta.",
            "Nobody could ever be right here: “{name}” holds no answer.",
        ],
        Code::AnswerLanguage => [
            "No hi ha cap resposta acceptada en aquesta llengua per a «{id}».",
            "No hay ninguna respuesta aceptada en esta lengua para «{id}».",
            "There is no accepted answer in this language for “{id}”.",
        ],
        Code::WrongIsRight => [
            "La resposta equivocada «{id}» també compta com a correcta. Treu-la d'un dels dos llocs.",
            "La respuesta equivocada «{id}» también cuenta como correcta. Quítala de uno de los dos sitios.",
            "The wrong answer “{id}” also counts as right. Take it out of one of the two.",
        ],
        Code::GapWithoutPlace => [
            "El buit «{id}» no surt al text. Posa [[{id}]] on ha d'anar.",
            "El hueco «{id}» no aparece en el texto. Pon [[{id}]] donde debe ir.",
            "The gap “{id}” is not in the text. Put [[{id}]] where it belongs.",
        ],
        Code::PlaceWithoutGap => [
            "El text té [[{id}]], però «gaps» no el descriu.",
            "El texto tiene [[{id}]], pero «gaps» no lo describe.",
            "The text has [[{id}]], but “gaps” does not describe it.",
        ],
        Code::GapTwice => [
            "El buit [[{id}]] surt més d'una vegada al text. Fes-ne servir un de diferent a cada lloc.",
            "El hueco [[{id}]] aparece más de una vez en el texto. Usa uno distinto en cada sitio.",
            "The gap [[{id}]] stands more than once in the text. Use a different one in each place.",
        ],
        Code::OutsidePicture => [
            "«{id}» cau fora de la imatge. Les mesures van de 0 a 100 per cent.",
            "«{id}» cae fuera de la imagen. Las medidas van de 0 a 100 por ciento.",
            "“{id}” lies outside the picture. Measures go from 0 to 100 per cent.",
        ],
        Code::ScaleRange => [
            "Una escala té de 2 a 11 graus i aquesta va de {from} a {to}.",
            "Una escala tiene de 2 a 11 grados y esta va de {from} a {to}.",
            "A scale has 2 to 11 steps and this one goes from {from} to {to}.",
        ],
        Code::UnknownPool => [
            "La pregunta és al grup «{id}», però la unitat no té cap [[pool]] amb aquest nom.",
            "La pregunta está en el grupo «{id}», pero la unidad no tiene ningún [[pool]] con ese nombre.",
            "The question is in the pool “{id}”, but the unit has no [[pool]] of that name.",
        ],
        Code::SmallPool => [
            "Del grup «{id}» se'n treuen {draw} preguntes i només n'hi ha {found}.",
            "Del grupo «{id}» se sacan {draw} preguntas y solo hay {found}.",
            "{draw} questions are drawn from the pool “{id}” and it has only {found}.",
        ],
        Code::HintOrder => [
            "Les pistes es numeren seguides des d'hint1, i en falta una abans de {#{anchor}}.",
            "Las pistas se numeran seguidas desde hint1, y falta una antes de {#{anchor}}.",
            "Hints are numbered one after another from hint1, and one is missing before {#{anchor}}.",
        ],
        _ => return None,
    })
}
