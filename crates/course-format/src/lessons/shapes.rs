//! What the boxes of others become, and what they are called where they have no title.

use vocabulary::Locale;

use crate::model::CalloutStyle;

/// What a box becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Something set apart.
    Callout(CalloutStyle),
    /// Something to do.
    Practice,
    /// Something to unfold.
    Unfold,
    /// What is to be learnt.
    Goal,
    /// Something for those who teach.
    LeftOut,
    /// Its text, as text.
    Open,
}

/// What a box of a class becomes.
pub(super) fn shape(class: &str) -> Shape {
    match class {
        "objectives" | "objective" | "goals" => Shape::Goal,
        "callout" | "note" | "info" | "important" | "questions" | "question" | "keypoints" | "prereq"
        | "prerequisites" | "abstract" | "seealso" | "checklist" | "admonition" | "testimonial" | "definition"
        | "summary" | "tldr" | "aside" | "alert" | "highlight" | "sidebar" | "margin" | "new" | "todo" | "see-also"
        | "note-callout" => Shape::Callout(CalloutStyle::Note),
        "tip" | "hint" | "success" => Shape::Callout(CalloutStyle::Tip),
        "warning" | "caution" | "danger" | "attention" | "error" | "bug" | "failure" => {
            Shape::Callout(CalloutStyle::Warning)
        }
        "example" | "discussion" | "quote" | "cite" | "demo" | "type-along" => Shape::Callout(CalloutStyle::Example),
        "challenge" | "exercise" | "exercises" | "practice" | "activity" | "assignment" => Shape::Practice,
        "solution" | "spoiler" | "details" | "dropdown" | "answer" | "collapse" | "expand" | "accordion" => {
            Shape::Unfold
        }
        "instructor" | "instructors" | "instructor-note" | "notes" => Shape::LeftOut,
        _ => Shape::Open,
    }
}

/// Boxes that only arrange what they hold.
pub(super) const ARRANGING: &str = "tab tabs tab-set tab-item tabitem group-tab panel-tabset tabset columns column row col grid \
    grid-item-card card cards steps step task hints center figure output div content code-group empty \
    epigraph";

/// The words for a box that has no title of its own.
pub(super) fn usual_title(class: &str, locale: Locale) -> &'static str {
    let [ca, es, en] = match class {
        "questions" | "question" => ["Preguntes", "Preguntas", "Questions"],
        "keypoints" | "summary" | "abstract" => ["Punts clau", "Puntos clave", "Key points"],
        "prereq" => ["Abans de començar", "Antes de empezar", "Before you start"],
        "checklist" => ["Llista de comprovació", "Lista de comprobación", "Checklist"],
        "discussion" => ["Per parlar-ne", "Para debatir", "To discuss"],
        "solution" | "answer" => ["Solució", "Solución", "Solution"],
        "challenge" | "exercise" | "exercises" | "practice" | "activity" | "assignment" => {
            ["Exercici", "Ejercicio", "Exercise"]
        }
        "spoiler" | "details" | "dropdown" | "collapse" => ["Més detalls", "Más detalles", "More details"],
        "tip" | "hint" | "success" => ["Consell", "Consejo", "Tip"],
        "warning" | "caution" | "danger" | "attention" | "error" => ["Atenció", "Atención", "Take care"],
        "seealso" => ["Vegeu també", "Véase también", "See also"],
        "example" | "demo" => ["Exemple", "Ejemplo", "Example"],
        _ => ["", "", ""],
    };
    match locale {
        Locale::Ca => ca,
        Locale::Es => es,
        Locale::En => en,
    }
}

/// Words that head a list of what is to be learnt.
pub(super) const GOAL_WORDS: &[&str] = &[
    "objectives",
    "learning objectives",
    "learning goals",
    "goals",
    "objetivos",
    "objetivos de aprendizaje",
    "objectius",
    "objectius d'aprenentatge",
];
