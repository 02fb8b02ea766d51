//! Which courses a visitor's filters leave, in which order, and what each further filter would leave.

use std::{cmp::Ordering, fmt};

use crate::views::{CourseCard, Facet, Facets};
use vocabulary::{Area, Band, Competence, Locale};

use super::fold::fold;

/// What a visitor asks for. Several values of one filter mean "any of them"; different filters mean "all of them".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Words of title, summary or outcomes, the last one perhaps unfinished.
    pub q: String,
    /// `mooc`, `instant`, `masterclass`.
    pub format: Vec<String>,
    /// Languages.
    pub language: Vec<String>,
    /// Competences (`1.2`) or areas (`1`).
    pub competence: Vec<String>,
    /// Bands.
    pub level: Vec<String>,
    /// Audiences.
    pub audience: Vec<String>,
    /// Sectors.
    pub sector: Vec<String>,
    /// `short`, `medium`, `long`.
    pub duration: Vec<String>,
}

impl Filters {
    /// The first filter with a value that no course can have. Audiences and sectors are words of the courses themselves: any may
    /// come up.
    #[must_use]
    pub fn unknown(&self) -> Option<&'static str> {
        let any = |values: &[String], known: &dyn Fn(&str) -> bool| values.iter().any(|value| !known(value));
        let among = |known: &[&str], value: &str| known.contains(&value);
        let filters: [(&'static str, bool); 5] = [
            ("format", any(&self.format, &|value| among(&["mooc", "instant", "masterclass"], value))),
            ("language", any(&self.language, &|value| value.parse::<Locale>().is_ok())),
            (
                "competence",
                any(&self.competence, &|value| Competence::find(value).is_some() || Area::find(value).is_some()),
            ),
            ("level", any(&self.level, &|value| among(&Band::ALL.map(Band::key), value))),
            ("duration", any(&self.duration, &|value| among(&DURATIONS, value))),
        ];
        filters.into_iter().find(|(_, unknown)| *unknown).map(|(name, _)| name)
    }
}

/// A card and the folded text that words are looked for in.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The card, in the language asked for.
    pub card: CourseCard,
    /// Folded title.
    pub title: String,
    /// Folded summary and outcomes, in every language.
    pub text: String,
}

/// The lengths people think in, the shortest first.
const DURATIONS: [&str; 3] = ["short", "medium", "long"];

/// The lengths people think in: up to an hour, up to three, longer.
#[must_use]
pub fn duration(minutes: u32) -> &'static str {
    match minutes {
        0..=60 => "short",
        61..=180 => "medium",
        _ => "long",
    }
}

/// Where a course stands in the list. A reader who is there goes on behind it, even when that course has moved or is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    score: u32,
    /// Folded title.
    title: String,
    slug: String,
}

impl Ord for Spot {
    /// A stable order: better words first, then by title, then by slug.
    fn cmp(&self, other: &Self) -> Ordering {
        let (left, right) = ((&self.title, &self.slug), (&other.title, &other.slug));
        other.score.cmp(&self.score).then_with(|| left.cmp(&right))
    }
}

impl PartialOrd for Spot {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.score, self.slug, self.title.replace(' ', "_"))
    }
}

impl Spot {
    /// The spot that a list gave as a cursor; `None` for anything else.
    #[must_use]
    pub fn parse(cursor: &str) -> Option<Self> {
        let mut parts = cursor.splitn(3, '.');
        let (score, slug, title) = (parts.next()?.parse().ok()?, parts.next()?, parts.next()?);
        Some(Self { score, title: title.replace('_', " "), slug: slug.to_owned() })
    }
}

/// The cards that the filters leave with their spots, best first, and the counts.
#[must_use]
pub fn select(entries: &[Entry], filters: &Filters) -> (Vec<(Spot, CourseCard)>, Facets) {
    let words: Vec<String> = fold(&filters.q).split(' ').filter(|word| !word.is_empty()).map(Into::into).collect();
    let spot = |score, entry: &Entry| Spot { score, title: entry.title.clone(), slug: entry.card.slug.clone() };
    let mut found: Vec<(Spot, &Entry)> =
        entries.iter().filter_map(|entry| score(entry, &words).map(|score| (spot(score, entry), entry))).collect();
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    let facets = facets(&found, filters);
    let cards = found
        .iter()
        .filter(|(_, entry)| FACETS.iter().all(|facet| facet.lets(entry, filters)))
        .map(|(spot, entry)| (spot.clone(), entry.card.clone()));
    (cards.collect(), facets)
}

/// How well an entry fits the words; `None` when one of them is nowhere. A word in the title weighs most, and every word
/// may be the beginning of a longer one.
fn score(entry: &Entry, words: &[String]) -> Option<u32> {
    words.iter().try_fold(0, |sum, word| {
        let begins = |text: &str| text.split(' ').any(|known| known.starts_with(word.as_str()));
        if begins(&entry.title) {
            Some(sum + 3)
        } else if begins(&entry.text) {
            Some(sum + 1)
        } else {
            None
        }
    })
}

struct FacetRule {
    chosen: fn(&Filters) -> &Vec<String>,
    values: fn(&CourseCard) -> Vec<String>,
    slot: fn(&mut Facets) -> &mut Vec<Facet>,
    order: fn(&[Facet]) -> Vec<Facet>,
}

impl FacetRule {
    fn lets(&self, entry: &Entry, filters: &Filters) -> bool {
        let chosen = (self.chosen)(filters);
        chosen.is_empty() || (self.values)(&entry.card).iter().any(|value| chosen.contains(value))
    }
}

static FACETS: [FacetRule; 7] = [
    FacetRule { chosen: |f| &f.format, values: |c| vec![c.kind.clone()], slot: |f| &mut f.format, order: by_name },
    FacetRule { chosen: |f| &f.level, values: |c| vec![c.band.key().into()], slot: |f| &mut f.level, order: by_band },
    FacetRule {
        chosen: |f| &f.language,
        values: |c| c.languages.iter().map(ToString::to_string).collect(),
        slot: |f| &mut f.language,
        order: by_name,
    },
    FacetRule { chosen: |f| &f.competence, values: competences, slot: |f| &mut f.competence, order: by_name },
    FacetRule { chosen: |f| &f.audience, values: |c| c.audiences.clone(), slot: |f| &mut f.audience, order: by_count },
    FacetRule { chosen: |f| &f.sector, values: |c| c.sectors.clone(), slot: |f| &mut f.sector, order: by_count },
    FacetRule {
        chosen: |f| &f.duration,
        values: |c| vec![duration(c.minutes).into()],
        slot: |f| &mut f.duration,
        order: by_duration,
    },
];

fn competences(card: &CourseCard) -> Vec<String> {
    let mut ids: Vec<String> = card.competences.iter().map(|competence| competence.id.clone()).collect();
    let areas: Vec<String> = ids.iter().filter_map(|id| id.split('.').next()).map(Into::into).collect();
    ids.extend(areas);
    ids.sort();
    ids.dedup();
    ids
}

fn facets(found: &[(Spot, &Entry)], filters: &Filters) -> Facets {
    let mut facets = Facets::default();
    for (place, rule) in FACETS.iter().enumerate() {
        let mut counts: Vec<Facet> = vec![];
        for (_, entry) in found {
            let others = FACETS.iter().enumerate().filter(|(other, _)| *other != place);
            if !others.into_iter().all(|(_, other)| other.lets(entry, filters)) {
                continue;
            }
            for value in (rule.values)(&entry.card) {
                match counts.iter_mut().find(|facet| facet.value == value) {
                    Some(facet) => facet.count += 1,
                    None => counts.push(Facet { value, count: 1 }),
                }
            }
        }
        // A chosen value stays in sight even when it leaves nothing, so that it can be taken away again.
        for value in (rule.chosen)(filters) {
            if !counts.iter().any(|facet| facet.value == *value) {
                counts.push(Facet { value: value.clone(), count: 0 });
            }
        }
        *(rule.slot)(&mut facets) = (rule.order)(&counts);
    }
    facets
}

fn by_name(facets: &[Facet]) -> Vec<Facet> {
    let mut facets = facets.to_vec();
    facets.sort_by(|a, b| a.value.cmp(&b.value));
    facets
}

fn by_count(facets: &[Facet]) -> Vec<Facet> {
    let mut facets = by_name(facets);
    facets.sort_by_key(|facet| std::cmp::Reverse(facet.count));
    facets
}

fn by_rank(facets: &[Facet], rank: &[&str]) -> Vec<Facet> {
    let mut facets = by_name(facets);
    facets.sort_by_key(|facet| rank.iter().position(|known| *known == facet.value));
    facets
}

fn by_band(facets: &[Facet]) -> Vec<Facet> {
    by_rank(facets, &Band::ALL.map(Band::key))
}

fn by_duration(facets: &[Facet]) -> Vec<Facet> {
    by_rank(facets, &DURATIONS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::CompetenceView;
    use vocabulary::{Level, Locale};

    fn entry(slug: &str, title: &str, kind: &str, minutes: u32, level: u8) -> Entry {
        let card = CourseCard {
            slug: slug.into(),
            kind: kind.into(),
            title: title.into(),
            title_lang: Locale::En,
            summary: String::new(),
            minutes,
            level,
            band: Level::new(level).unwrap().band(),
            languages: vec![Locale::Ca, Locale::En],
            competences: vec![CompetenceView { id: "1.2".into(), label: String::new(), level }],
            audiences: vec!["everyone".into()],
            sectors: vec![],
            has_audio: false,
            live: None,
            units: 1,
        };
        Entry { card, title: fold(title), text: fold("Aprèn a cercar feina") }
    }

    fn some() -> Vec<Entry> {
        vec![
            entry("jobs", "Find work online", "instant", 45, 2),
            entry("robot", "From loop to robot", "mooc", 300, 4),
            entry("work", "AI at work", "masterclass", 70, 4),
        ]
    }

    fn slugs(filters: &Filters) -> Vec<String> {
        select(&some(), filters).0.into_iter().map(|(_, card)| card.slug).collect()
    }

    #[test]
    fn words_are_found_by_their_beginning_without_accents_in_every_language() {
        let q = |q: &str| slugs(&Filters { q: q.into(), ..Filters::default() });
        assert_eq!(q("wor"), ["work", "jobs"]);
        assert_eq!(q("APREN robot"), ["robot"]);
        assert_eq!(q("nothing"), Vec::<String>::new());
        assert_eq!(q(" - "), ["work", "jobs", "robot"]);
    }

    #[test]
    fn a_filter_narrows_the_others_but_not_itself() {
        let filters = Filters { format: vec!["mooc".into()], ..Filters::default() };
        let (cards, facets) = select(&some(), &filters);
        assert_eq!(cards.len(), 1);
        assert_eq!(facets.format.iter().map(|facet| facet.count).sum::<usize>(), 3);
        assert_eq!(facets.level, [Facet { value: "intermediate".into(), count: 1 }]);
        assert_eq!(facets.competence.iter().map(|facet| &*facet.value).collect::<Vec<_>>(), ["1", "1.2"]);
    }

    #[test]
    fn a_spot_survives_as_a_cursor_and_keeps_its_place() {
        let spots: Vec<Spot> = select(&some(), &Filters { q: "work".into(), ..Filters::default() })
            .0
            .into_iter()
            .map(|(spot, _)| spot)
            .collect();
        assert!(spots.windows(2).all(|pair| pair[0] < pair[1]) && spots.len() == 2);
        for spot in spots {
            assert_eq!(Spot::parse(&spot.to_string()), Some(spot));
        }
        assert_eq!([Spot::parse("jobs"), Spot::parse("x.jobs.title"), Spot::parse("")], [None, None, None]);
    }

    #[test]
    fn a_value_that_no_course_can_have_is_named_by_its_filter() {
        let with = |name: &str, value: &str| {
            let mut filters = Filters::default();
            let list = match name {
                "format" => &mut filters.format,
                "language" => &mut filters.language,
                "competence" => &mut filters.competence,
                "level" => &mut filters.level,
                "duration" => &mut filters.duration,
                _ => &mut filters.audience,
            };
            list.push(value.into());
            filters.unknown()
        };
        for (name, good, bad) in [
            ("format", "mooc", "essay"),
            ("language", "es", "tlh"),
            ("competence", "1.2", "9.9"),
            ("competence", "5", "6"),
            ("level", "highly-advanced", "expert"),
            ("duration", "medium", "45"),
        ] {
            assert_eq!((with(name, good), with(name, bad)), (None, Some(name)));
        }
        assert_eq!(with("audience", "beekeepers"), None);
    }

    #[test]
    fn a_chosen_value_that_leaves_nothing_stays_in_sight() {
        let filters = Filters { sector: vec!["rights".into()], ..Filters::default() };
        let (cards, facets) = select(&some(), &filters);
        assert!(cards.is_empty());
        assert_eq!(facets.sector, [Facet { value: "rights".into(), count: 0 }]);
    }
}
