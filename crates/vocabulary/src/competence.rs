//! DigComp 3.0 as data: five areas, twenty-one competences, eight levels in four bands.
//!
//! Source: European Commission, Joint Research Centre, *DigComp 3.0* (JRC144121, 2025), CC BY 4.0, for structure, ids and
//! the English names. The Catalan and Spanish names are Aulari's own working translations.
//! Never holds a course's or a person's data.

use serde::{Deserialize, Serialize};

use crate::Locale;

/// The framework and version that ids refer to.
pub const FRAMEWORK: &str = "DigComp 3.0";

/// A name in each language.
type Names = [(Locale, &'static str); 3];

/// One of the five areas.
#[derive(Debug, PartialEq, Eq)]
pub struct Area {
    /// `1` to `5`.
    pub id: &'static str,
    names: Names,
}

/// One of the twenty-one competences.
#[derive(Debug, PartialEq, Eq)]
pub struct Competence {
    /// `1.1` to `5.4`.
    pub id: &'static str,
    names: Names,
}

impl Area {
    /// All five, in the framework's order.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &AREAS
    }

    /// The area of that id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        AREAS.iter().find(|area| area.id == id)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self, locale: Locale) -> &'static str {
        name(&self.names, locale)
    }
}

impl Competence {
    /// All twenty-one, in the framework's order.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &COMPETENCES
    }

    /// The competence of that id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        COMPETENCES.iter().find(|competence| competence.id == id)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self, locale: Locale) -> &'static str {
        name(&self.names, locale)
    }

    /// The area it belongs to: the digit before the dot.
    #[must_use]
    pub fn area(&self) -> &'static Area {
        let number = self.id.as_bytes().first().map_or(0, |digit| usize::from(digit.saturating_sub(b'1')));
        &AREAS[number.min(AREAS.len() - 1)]
    }
}

fn name(names: &Names, locale: Locale) -> &'static str {
    names.iter().find(|(known, _)| *known == locale).map_or("", |(_, name)| name)
}

/// A proficiency level, 1 to 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "u8", into = "u8")]
#[schema(value_type = u8, minimum = 1, maximum = 8)]
pub struct Level(u8);

impl Level {
    /// The level of that number; `None` outside 1 to 8.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        if number >= 1 && number <= 8 { Some(Self(number)) } else { None }
    }

    /// 1 to 8.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The band that people are shown: two levels each.
    #[must_use]
    pub const fn band(self) -> Band {
        match self.0 {
            1 | 2 => Band::Basic,
            3 | 4 => Band::Intermediate,
            5 | 6 => Band::Advanced,
            _ => Band::HighlyAdvanced,
        }
    }
}

impl TryFrom<u8> for Level {
    type Error = String;
    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::new(number).ok_or_else(|| format!("a level is a number from 1 to 8, not {number}"))
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

/// The four bands of DigComp 3.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Levels 1 and 2.
    Basic,
    /// Levels 3 and 4.
    Intermediate,
    /// Levels 5 and 6.
    Advanced,
    /// Levels 7 and 8.
    HighlyAdvanced,
}

impl Band {
    /// All four, lowest first.
    pub const ALL: [Self; 4] = [Self::Basic, Self::Intermediate, Self::Advanced, Self::HighlyAdvanced];

    /// The word that addresses and files use.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Intermediate => "intermediate",
            Self::Advanced => "advanced",
            Self::HighlyAdvanced => "highly-advanced",
        }
    }
}

static AREAS: [Area; 5] = [
    Area {
        id: "1",
        names: [
            (Locale::Ca, "Cerca, avaluació i gestió d'informació"),
            (Locale::Es, "Búsqueda, evaluación y gestión de información"),
            (Locale::En, "Information search, evaluation and management"),
        ],
    },
    Area {
        id: "2",
        names: [
            (Locale::Ca, "Comunicació i col·laboració"),
            (Locale::Es, "Comunicación y colaboración"),
            (Locale::En, "Communication and collaboration"),
        ],
    },
    Area {
        id: "3",
        names: [
            (Locale::Ca, "Creació de continguts"),
            (Locale::Es, "Creación de contenidos"),
            (Locale::En, "Content creation"),
        ],
    },
    Area {
        id: "4",
        names: [
            (Locale::Ca, "Seguretat, benestar i ús responsable"),
            (Locale::Es, "Seguridad, bienestar y uso responsable"),
            (Locale::En, "Safety, wellbeing and responsible use"),
        ],
    },
    Area {
        id: "5",
        names: [
            (Locale::Ca, "Identificació i resolució de problemes"),
            (Locale::Es, "Identificación y resolución de problemas"),
            (Locale::En, "Problem identification and solving"),
        ],
    },
];

static COMPETENCES: [Competence; 21] = [
    Competence {
        id: "1.1",
        names: [
            (Locale::Ca, "Navegar, cercar i filtrar informació"),
            (Locale::Es, "Navegar, buscar y filtrar información"),
            (Locale::En, "Browsing, searching and filtering information"),
        ],
    },
    Competence {
        id: "1.2",
        names: [
            (Locale::Ca, "Avaluar informació"),
            (Locale::Es, "Evaluar información"),
            (Locale::En, "Evaluating information"),
        ],
    },
    Competence {
        id: "1.3",
        names: [
            (Locale::Ca, "Gestionar informació"),
            (Locale::Es, "Gestionar información"),
            (Locale::En, "Managing information"),
        ],
    },
    Competence {
        id: "2.1",
        names: [
            (Locale::Ca, "Interactuar amb tecnologies digitals i a través d'elles"),
            (Locale::Es, "Interactuar con tecnologías digitales y a través de ellas"),
            (Locale::En, "Interacting through and with digital technologies"),
        ],
    },
    Competence {
        id: "2.2",
        names: [
            (Locale::Ca, "Compartir mitjançant tecnologies digitals"),
            (Locale::Es, "Compartir a través de tecnologías digitales"),
            (Locale::En, "Sharing through digital technologies"),
        ],
    },
    Competence {
        id: "2.3",
        names: [
            (Locale::Ca, "Participar en la ciutadania mitjançant tecnologies digitals"),
            (Locale::Es, "Participar en la ciudadanía a través de tecnologías digitales"),
            (Locale::En, "Engaging in citizenship through digital technologies"),
        ],
    },
    Competence {
        id: "2.4",
        names: [
            (Locale::Ca, "Col·laborar mitjançant tecnologies digitals"),
            (Locale::Es, "Colaborar a través de tecnologías digitales"),
            (Locale::En, "Collaborating through digital technologies"),
        ],
    },
    Competence {
        id: "2.5",
        names: [
            (Locale::Ca, "Comportament digital"),
            (Locale::Es, "Comportamiento digital"),
            (Locale::En, "Digital behaviour"),
        ],
    },
    Competence {
        id: "2.6",
        names: [
            (Locale::Ca, "Gestionar la identitat digital"),
            (Locale::Es, "Gestionar la identidad digital"),
            (Locale::En, "Managing digital identity"),
        ],
    },
    Competence {
        id: "3.1",
        names: [
            (Locale::Ca, "Desenvolupar continguts digitals"),
            (Locale::Es, "Desarrollar contenidos digitales"),
            (Locale::En, "Developing digital content"),
        ],
    },
    Competence {
        id: "3.2",
        names: [
            (Locale::Ca, "Integrar i reelaborar continguts digitals"),
            (Locale::Es, "Integrar y reelaborar contenidos digitales"),
            (Locale::En, "Integrating and re-elaborating digital content"),
        ],
    },
    Competence {
        id: "3.3",
        names: [
            (Locale::Ca, "Drets d'autoria i llicències"),
            (Locale::Es, "Derechos de autoría y licencias"),
            (Locale::En, "Copyright and licences"),
        ],
    },
    Competence {
        id: "3.4",
        names: [
            (Locale::Ca, "Pensament computacional i programació"),
            (Locale::Es, "Pensamiento computacional y programación"),
            (Locale::En, "Computational thinking and programming"),
        ],
    },
    Competence {
        id: "4.1",
        names: [
            (Locale::Ca, "Protegir els dispositius"),
            (Locale::Es, "Proteger los dispositivos"),
            (Locale::En, "Protecting devices"),
        ],
    },
    Competence {
        id: "4.2",
        names: [
            (Locale::Ca, "Protegir les dades personals i la privacitat"),
            (Locale::Es, "Proteger los datos personales y la privacidad"),
            (Locale::En, "Protecting personal data and privacy"),
        ],
    },
    Competence {
        id: "4.3",
        names: [
            (Locale::Ca, "Tenir cura del benestar"),
            (Locale::Es, "Cuidar el bienestar"),
            (Locale::En, "Supporting wellbeing"),
        ],
    },
    Competence {
        id: "4.4",
        names: [
            (Locale::Ca, "Impacte ambiental de les tecnologies digitals"),
            (Locale::Es, "Impacto ambiental de las tecnologías digitales"),
            (Locale::En, "Environmental impacts of digital technologies"),
        ],
    },
    Competence {
        id: "5.1",
        names: [
            (Locale::Ca, "Identificar i resoldre problemes tècnics"),
            (Locale::Es, "Identificar y resolver problemas técnicos"),
            (Locale::En, "Identifying and solving technical problems"),
        ],
    },
    Competence {
        id: "5.2",
        names: [
            (Locale::Ca, "Identificar necessitats i respostes tecnològiques"),
            (Locale::Es, "Identificar necesidades y respuestas tecnológicas"),
            (Locale::En, "Identifying needs and digital technological responses"),
        ],
    },
    Competence {
        id: "5.3",
        names: [
            (Locale::Ca, "Identificar solucions creatives amb tecnologies digitals"),
            (Locale::Es, "Identificar soluciones creativas con tecnologías digitales"),
            (Locale::En, "Identifying creative solutions using digital technologies"),
        ],
    },
    Competence {
        id: "5.4",
        names: [
            (Locale::Ca, "Identificar i atendre necessitats de competència digital"),
            (Locale::Es, "Identificar y atender necesidades de competencia digital"),
            (Locale::En, "Identifying and addressing digital competence needs"),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::{Area, Band, Competence, Level};
    use crate::Locale;

    #[test]
    fn every_competence_stands_in_its_area_and_has_a_name_in_each_language() {
        assert_eq!((Area::all().len(), Competence::all().len()), (5, 21));
        for competence in Competence::all() {
            assert!(competence.id.starts_with(competence.area().id));
            for locale in Locale::ALL {
                assert!(!competence.name(locale).is_empty() && !competence.area().name(locale).is_empty());
            }
        }
    }

    #[test]
    fn levels_pair_into_bands() {
        let bands: Vec<Band> = (1..=8).filter_map(Level::new).map(Level::band).collect();
        assert_eq!(bands, Band::ALL.iter().flat_map(|band| [*band, *band]).collect::<Vec<_>>());
        assert_eq!((Level::new(0), Level::new(9)), (None, None));
    }
}
