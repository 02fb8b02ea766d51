//! Why files are refused, in words: what is wrong, where, and what to do.

use vocabulary::Locale;

/// A refused folder, archive or file. Nothing of it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The file that it is about, or the folder or archive as a whole.
    pub place: String,
    /// Why.
    pub why: Why,
}

/// Why something is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It cannot be read from the disk.
    Unreadable(String),
    /// It is no zip archive, or a damaged one.
    Damaged(String),
    /// It is something else, which is named.
    Foreign(Foreign),
    /// It holds no file.
    Empty,
    /// There is no page in it that could be a lesson.
    NoLessons,
    /// It holds too many files: how many at most.
    TooManyFiles(usize),
    /// It holds too many bytes: how many at most.
    TooManyBytes(u64),
    /// One page is too long: how many bytes at most.
    LongPage(u64),
    /// A name that leads out of the folder or archive.
    LeadsOut,
    /// A link to something that is not in the folder or archive.
    Link,
    /// It is locked with a password.
    Encrypted,
    /// Two files have the same name.
    Twice,
    /// A name that is no text, or holds signs that cannot be seen.
    BadName,
    /// A picture or another media file that is too large: the measure and the limit.
    LargeMedia(String),
    /// A media file of a type that cannot be used.
    UnknownMedia,
    /// A media file that does not hold what its name says.
    OtherMedia,
}

/// What files can be instead of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A SCORM package.
    Scorm,
    /// A cmi5 package.
    Cmi5,
    /// An xAPI (Tin Can) package.
    Xapi,
    /// A Common Cartridge.
    CommonCartridge,
    /// Another content package with a manifest.
    ContentPackage,
    /// Questions in QTI.
    Qti,
    /// A course of Open edX.
    Olx,
    /// A backup of a Moodle course.
    Moodle,
    /// H5P content.
    H5p,
    /// A word processor's document.
    Document,
    /// Slides.
    Slides,
    /// A spreadsheet.
    Spreadsheet,
    /// An electronic book.
    Epub,
    /// A PDF.
    Pdf,
    /// A program.
    Program,
    /// An archive of another kind than zip.
    Archive,
    /// A picture, sound or film.
    Media,
    /// A page of the web.
    WebPage,
    /// A text that is no Markdown.
    Text,
}

impl Foreign {
    fn name(self, locale: Locale) -> &'static str {
        let [ca, es, en] = match self {
            Self::Scorm => ["un paquet SCORM", "un paquete SCORM", "a SCORM package"],
            Self::Cmi5 => ["un paquet cmi5", "un paquete cmi5", "a cmi5 package"],
            Self::Xapi => ["un paquet xAPI", "un paquete xAPI", "an xAPI package"],
            Self::CommonCartridge => ["un Common Cartridge", "un Common Cartridge", "a Common Cartridge"],
            Self::ContentPackage => {
                ["un paquet de continguts IMS", "un paquete de contenidos IMS", "an IMS content package"]
            }
            Self::Qti => ["un conjunt de preguntes QTI", "un conjunto de preguntas QTI", "a set of QTI questions"],
            Self::Olx => ["un curs d'Open edX (OLX)", "un curso de Open edX (OLX)", "an Open edX course (OLX)"],
            Self::Moodle => {
                ["una còpia d'un curs de Moodle", "una copia de un curso de Moodle", "a backup of a Moodle course"]
            }
            Self::H5p => ["un contingut H5P", "un contenido H5P", "H5P content"],
            Self::Document => ["un document de text", "un documento de texto", "a word processor's document"],
            Self::Slides => ["una presentació", "una presentación", "a set of slides"],
            Self::Spreadsheet => ["un full de càlcul", "una hoja de cálculo", "a spreadsheet"],
            Self::Epub => ["un llibre electrònic (EPUB)", "un libro electrónico (EPUB)", "an electronic book (EPUB)"],
            Self::Pdf => ["un document PDF", "un documento PDF", "a PDF document"],
            Self::Program => ["un programa", "un programa", "a program"],
            Self::Archive => [
                "un arxiu comprimit que no és zip",
                "un archivo comprimido que no es zip",
                "an archive of another kind than zip",
            ],
            Self::Media => [
                "una imatge, un so o una pel·lícula",
                "una imagen, un sonido o una película",
                "a picture, a sound or a film",
            ],
            Self::WebPage => ["una pàgina web", "una página web", "a web page"],
            Self::Text => ["un text que no és Markdown", "un texto que no es Markdown", "a text that is not Markdown"],
        };
        pick(locale, ca, es, en)
    }
}

fn pick<'a>(locale: Locale, ca: &'a str, es: &'a str, en: &'a str) -> &'a str {
    match locale {
        Locale::Ca => ca,
        Locale::Es => es,
        Locale::En => en,
    }
}

impl Refusal {
    pub(crate) fn new(place: impl Into<String>, why: Why) -> Self {
        Self { place: place.into(), why }
    }

    /// A stable code for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.why {
            Why::Unreadable(_) => "unreadable",
            Why::Damaged(_) => "damaged-archive",
            Why::Foreign(_) => "not-a-course",
            Why::Empty => "empty",
            Why::NoLessons => "no-lessons",
            Why::TooManyFiles(_) => "too-many-files",
            Why::TooManyBytes(_) => "too-many-bytes",
            Why::LongPage(_) => "long-page",
            Why::LeadsOut => "leads-out",
            Why::Link => "link",
            Why::Encrypted => "encrypted",
            Why::Twice => "same-name",
            Why::BadName => "bad-name",
            Why::LargeMedia(_) => "large-media",
            Why::UnknownMedia => "unknown-media",
            Why::OtherMedia => "other-media",
        }
    }

    /// What is wrong and what to do, in a sentence or two.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        let megabytes = |bytes: u64| format!("{} MB", bytes / (1024 * 1024));
        let (ca, es, en, detail): (&str, &str, &str, String) = match &self.why {
            Why::Unreadable(error) => (
                "No es pot llegir ({}). Comproveu el camí i els permisos.",
                "No se puede leer ({}). Compruebe la ruta y los permisos.",
                "It cannot be read ({}). Check the path and the permissions.",
                error.clone(),
            ),
            Why::Damaged(error) => (
                "No és un arxiu zip o està malmès ({}). Torneu-lo a fer o a baixar.",
                "No es un archivo zip o está dañado ({}). Vuelva a hacerlo o a descargarlo.",
                "It is no zip archive, or a damaged one ({}). Make it or download it again.",
                error.clone(),
            ),
            Why::Foreign(what) => (
                "Això és {}. Aquí entren carpetes de cursos, i carpetes o arxius zip amb lliçons en Markdown: exporteu-ne les lliçons a Markdown.",
                "Esto es {}. Aquí entran carpetas de cursos, y carpetas o archivos zip con lecciones en Markdown: exporte sus lecciones a Markdown.",
                "This is {}. What comes in here are course folders, and folders or zip archives of Markdown lessons: export its lessons to Markdown.",
                what.name(locale).to_owned(),
            ),
            Why::Empty => (
                "No hi ha cap fitxer. Poseu-hi les lliçons.",
                "No hay ningún archivo. Ponga las lecciones.",
                "There is no file in it. Put the lessons in.",
                String::new(),
            ),
            Why::NoLessons => (
                "No hi ha cap pàgina de Markdown que pugui ser una lliçó. Les lliçons són fitxers .md amb text, no només enllaços.",
                "No hay ninguna página de Markdown que pueda ser una lección. Las lecciones son archivos .md con texto, no solo enlaces.",
                "There is no Markdown page in it that could be a lesson. Lessons are .md files with text, not links alone.",
                String::new(),
            ),
            Why::TooManyFiles(most) => (
                "Hi ha massa fitxers: {} com a màxim. Deixeu-hi només els del curs.",
                "Hay demasiados archivos: {} como máximo. Deje solo los del curso.",
                "There are too many files: {} at most. Leave only those of the course.",
                most.to_string(),
            ),
            Why::TooManyBytes(most) => (
                "És massa gran: {} com a màxim. Traieu-ne el que no és del curs, o feu més petites les imatges i les pel·lícules.",
                "Es demasiado grande: {} como máximo. Quite lo que no es del curso, o reduzca las imágenes y las películas.",
                "It is too large: {} at most. Take out what is not of the course, or make pictures and films smaller.",
                megabytes(*most),
            ),
            Why::LongPage(most) => (
                "La pàgina és massa llarga: {} com a màxim. Partiu-la en lliçons.",
                "La página es demasiado larga: {} como máximo. Divídala en lecciones.",
                "The page is too long: {} at most. Part it into lessons.",
                megabytes(*most),
            ),
            Why::LeadsOut => (
                "El nom porta fora de l'arxiu. Torneu a fer l'arxiu amb camins que hi quedin dins.",
                "El nombre lleva fuera del archivo. Vuelva a hacer el archivo con rutas que queden dentro.",
                "The name leads out of the archive. Make the archive again with paths that stay inside it.",
                String::new(),
            ),
            Why::Link => (
                "És un enllaç a un altre lloc. Poseu-hi el fitxer mateix.",
                "Es un enlace a otro lugar. Ponga el archivo mismo.",
                "It is a link to somewhere else. Put the file itself here.",
                String::new(),
            ),
            Why::Encrypted => (
                "Està tancat amb una contrasenya. Feu l'arxiu sense contrasenya.",
                "Está cerrado con una contraseña. Haga el archivo sin contraseña.",
                "It is locked with a password. Make the archive without one.",
                String::new(),
            ),
            Why::Twice => (
                "El mateix nom hi és dues vegades. Deixeu-ne només un.",
                "El mismo nombre está dos veces. Deje solo uno.",
                "The same name is in it twice. Leave only one of them.",
                String::new(),
            ),
            Why::BadName => (
                "El nom no és text que es pugui llegir. Canvieu el nom del fitxer.",
                "El nombre no es texto que se pueda leer. Cambie el nombre del archivo.",
                "The name is no text that can be read. Rename the file.",
                String::new(),
            ),
            Why::LargeMedia(measure) => (
                "És massa gran: {}. Feu-la més petita.",
                "Es demasiado grande: {}. Hágala más pequeña.",
                "It is too large: {}. Make it smaller.",
                measure.clone(),
            ),
            Why::UnknownMedia => (
                "Aquest tipus de fitxer no es pot fer servir aquí. Deseu-lo en un altre format (PNG, JPEG, WebP, SVG, MP4, MP3, PDF, CSV, TXT).",
                "Este tipo de archivo no se puede usar aquí. Guárdelo en otro formato (PNG, JPEG, WebP, SVG, MP4, MP3, PDF, CSV, TXT).",
                "This type of file cannot be used here. Save it in another format (PNG, JPEG, WebP, SVG, MP4, MP3, PDF, CSV, TXT).",
                String::new(),
            ),
            Why::OtherMedia => (
                "El fitxer no conté el que diu el seu nom. Deseu-lo en el format que diu.",
                "El archivo no contiene lo que dice su nombre. Guárdelo en el formato que dice.",
                "The file does not hold what its name says. Save it in the format that it says.",
                String::new(),
            ),
        };
        pick(locale, ca, es, en).replace("{}", &detail)
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        f.write_str(&self.message(Locale::En))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_says_what_to_do_in_every_language() {
        let all = [
            Why::Unreadable("x".into()),
            Why::Damaged("x".into()),
            Why::Foreign(Foreign::Scorm),
            Why::Empty,
            Why::NoLessons,
            Why::TooManyFiles(5),
            Why::TooManyBytes(1 << 20),
            Why::LongPage(1 << 20),
            Why::LeadsOut,
            Why::Link,
            Why::Encrypted,
            Why::Twice,
            Why::BadName,
            Why::LargeMedia("x".into()),
            Why::UnknownMedia,
            Why::OtherMedia,
        ];
        let mut codes = std::collections::HashSet::new();
        for why in all {
            let refusal = Refusal::new("a.md", why);
            assert!(codes.insert(refusal.code()), "{}", refusal.code());
            for locale in Locale::ALL {
                let message = refusal.message(locale);
                assert!(!message.contains("{}") && message.matches('.').count() >= 1, "{message}");
                assert!(refusal.message(Locale::Ca) != refusal.message(Locale::Es));
            }
        }
        assert!(Refusal::new("", Why::Foreign(Foreign::Scorm)).to_string().starts_with("This is a SCORM package."));
    }
}
