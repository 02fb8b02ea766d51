//! What an import tells its author: pages left out and things carried over in another form.

use serde::{Deserialize, Serialize};
use vocabulary::Locale;

/// Something that an author should know about an import.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// The file that it is about, as it came.
    pub path: String,
    /// What happened.
    pub kind: NoteKind,
    /// The words, address or name that it happened to.
    pub detail: String,
}

/// What can happen in an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// A page with nothing to read.
    Empty,
    /// A page with nothing but links.
    OnlyLinks,
    /// The front page: its first words stand on the course's page, the rest is left out.
    FrontPage,
    /// A page about the project, not about the subject.
    AboutTheProject,
    /// A page for those who teach.
    ForInstructors,
    /// A page in another language, beside the ones taken in.
    Translation,
    /// A piece for those who teach, inside a lesson.
    InstructorNote,
    /// A picture that is not there: its words are shown.
    MissingPicture,
    /// A picture that lies elsewhere on the web: its words are shown.
    RemotePicture,
    /// A link that leads nowhere: its words are shown.
    DeadLink,
    /// A tag of another system, taken out.
    TemplateTag,
    /// HTML that became Markdown, or its words.
    Html,
    /// A special box whose sort is not known, shown as text.
    UnknownBox,
    /// An exercise whose minutes are an estimate.
    ExerciseMinutes,
    /// Text that was not UTF-8.
    Encoding,
    /// A formula, shown as it is written.
    Formula,
    /// A picture or file that is there and cannot be used as it is.
    Unusable,
    /// A page that others take in.
    Part,
    /// A file that a page takes in, and that is not there.
    MissingPart,
    /// A page in a format that is not read.
    OtherFormat,
    /// A page that the course's own table of contents does not name.
    Unlisted,
    /// The lessons are in a language that the house does not speak.
    OtherLanguage,
}

impl NoteKind {
    /// True where something of the original is not in the course at all.
    #[must_use]
    pub fn leaves_out(self) -> bool {
        matches!(
            self,
            Self::Empty
                | Self::OnlyLinks
                | Self::FrontPage
                | Self::AboutTheProject
                | Self::ForInstructors
                | Self::Translation
                | Self::InstructorNote
                | Self::Part
                | Self::OtherFormat
                | Self::Unlisted
        )
    }
}

impl Note {
    /// A note about a file.
    pub(super) fn new(kind: NoteKind, path: &str, detail: impl Into<String>) -> Self {
        let detail: String = detail.into();
        Self { path: path.to_owned(), kind, detail: detail.trim().chars().take(120).collect() }
    }

    /// What happened, in a sentence.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        let [ca, es, en] = match self.kind {
            NoteKind::Empty => [
                "No hi ha res per llegir en aquesta pàgina.",
                "No hay nada que leer en esta página.",
                "There is nothing to read on this page.",
            ],
            NoteKind::OnlyLinks => [
                "Aquesta pàgina només té enllaços.",
                "Esta página solo tiene enlaces.",
                "This page holds nothing but links.",
            ],
            NoteKind::FrontPage => [
                "D'aquesta pàgina només el començament és a la pàgina del curs.",
                "De esta página solo el comienzo está en la página del curso.",
                "Of this page only the beginning stands on the course's page.",
            ],
            NoteKind::AboutTheProject => [
                "Aquesta pàgina parla del projecte, no de la matèria.",
                "Esta página habla del proyecto, no de la materia.",
                "This page is about the project, not about the subject.",
            ],
            NoteKind::ForInstructors => [
                "Aquesta pàgina és per a qui ensenya.",
                "Esta página es para quien enseña.",
                "This page is for those who teach.",
            ],
            NoteKind::Translation => [
                "Aquesta pàgina és una traducció a una altra llengua.",
                "Esta página es una traducción a otra lengua.",
                "This page is a translation into another language.",
            ],
            NoteKind::InstructorNote => [
                "Una nota per a qui ensenya no s'ha inclòs.",
                "No se ha incluido una nota para quien enseña.",
                "A note for those who teach was left out.",
            ],
            NoteKind::MissingPicture => [
                "La imatge {detail} no hi és; es mostra el seu text.",
                "La imagen {detail} no está; se muestra su texto.",
                "The picture {detail} is not there; its words are shown.",
            ],
            NoteKind::RemotePicture => [
                "La imatge {detail} és en un altre web; es mostra el seu text.",
                "La imagen {detail} está en otra web; se muestra su texto.",
                "The picture {detail} lies on another site; its words are shown.",
            ],
            NoteKind::DeadLink => [
                "L'enllaç {detail} no porta enlloc; es mostra el seu text.",
                "El enlace {detail} no lleva a ninguna parte; se muestra su texto.",
                "The link {detail} leads nowhere; its words are shown.",
            ],
            NoteKind::TemplateTag => [
                "S'ha tret una marca d'un altre sistema: {detail}",
                "Se ha quitado una marca de otro sistema: {detail}",
                "A mark of another system was taken out: {detail}",
            ],
            NoteKind::Html => [
                "Un tros d'HTML s'ha passat a Markdown o al seu text: {detail}",
                "Un trozo de HTML se ha pasado a Markdown o a su texto: {detail}",
                "A piece of HTML became Markdown, or its words: {detail}",
            ],
            NoteKind::UnknownBox => [
                "Un requadre de tipus «{detail}» es mostra com a text.",
                "Un recuadro de tipo «{detail}» se muestra como texto.",
                "A box of the sort “{detail}” is shown as text.",
            ],
            NoteKind::ExerciseMinutes => [
                "Els minuts dels exercicis són una estimació: {detail} cada un.",
                "Los minutos de los ejercicios son una estimación: {detail} cada uno.",
                "The minutes of the exercises are an estimate: {detail} each.",
            ],
            NoteKind::Encoding => [
                "El fitxer no era UTF-8; s'ha llegit com a {detail}.",
                "El archivo no era UTF-8; se ha leído como {detail}.",
                "The file was not UTF-8; it was read as {detail}.",
            ],
            NoteKind::Formula => [
                "Una fórmula es mostra tal com està escrita: {detail}",
                "Una fórmula se muestra tal como está escrita: {detail}",
                "A formula is shown as it is written: {detail}",
            ],
            NoteKind::Unusable => [
                "El fitxer {detail} no es pot fer servir tal com és; es mostra el seu text. Deseu-lo en el format que diu el seu nom.",
                "El archivo {detail} no se puede usar tal como es; se muestra su texto. Guárdelo en el formato que dice su nombre.",
                "The file {detail} cannot be used as it is; its words are shown. Save it in the format that its name says.",
            ],
            NoteKind::Part => [
                "Aquesta pàgina és un tros que altres pàgines inclouen.",
                "Esta página es un trozo que otras páginas incluyen.",
                "This page is a piece that other pages take in.",
            ],
            NoteKind::MissingPart => [
                "La pàgina inclou el fitxer {detail}, que no hi és.",
                "La página incluye el archivo {detail}, que no está.",
                "The page takes in the file {detail}, which is not there.",
            ],
            NoteKind::OtherFormat => [
                "Aquest format de pàgina no es llegeix: {detail}. Convertiu-la a Markdown.",
                "Este formato de página no se lee: {detail}. Conviértala a Markdown.",
                "This format of page is not read: {detail}. Convert it to Markdown.",
            ],
            NoteKind::Unlisted => [
                "L'índex del curs no anomena aquesta pàgina.",
                "El índice del curso no nombra esta página.",
                "The course's table of contents does not name this page.",
            ],
            NoteKind::OtherLanguage => [
                "Les lliçons semblen escrites en una altra llengua ({detail}). El curs s'ha desat com si fos en anglès; els textos no han canviat.",
                "Las lecciones parecen escritas en otra lengua ({detail}). El curso se ha guardado como si fuera en inglés; los textos no han cambiado.",
                "The lessons seem to be in another language ({detail}). The course is filed as English; its texts are unchanged.",
            ],
        };
        let template = match locale {
            Locale::Ca => ca,
            Locale::Es => es,
            Locale::En => en,
        };
        template.replace("{detail}", &self.detail)
    }
}
