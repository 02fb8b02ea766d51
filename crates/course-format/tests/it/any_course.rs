//! Courses of every shape, for tests that must hold for all of them. They need not be good courses.

use course_format::model::*;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use vocabulary::Locale;

fn key() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9-]{0,6}[a-z0-9]"
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zàçñ·' ?!\"\\\\#{}\\[\\]*_-]{0,30}", Just("Title {#x}".to_owned()), Just("\\".to_owned()),]
}

fn body() -> impl Strategy<Value = String> {
    vec(
        prop_oneof![
            "[ a-zé*_`#.!-]{0,20}",
            Just("## A heading {#mine}".to_owned()),
            Just("```sh".to_owned()),
            Just("```".to_owned()),
            Just("line  ".to_owned()),
            Just("    code  ".to_owned()),
            Just("![map](media/map.svg)".to_owned()),
            Just("| a | b |\n|---|---|\n| c | d |".to_owned()),
            Just(String::new()),
        ],
        0..6,
    )
    .prop_map(|lines| lines.join("\n"))
}

fn locale() -> impl Strategy<Value = Locale> {
    prop::sample::select(Locale::ALL.to_vec())
}

fn texts() -> impl Strategy<Value = Texts> {
    btree_map(locale(), (words(), body()), 0..3)
        .prop_map(|map| map.into_iter().map(|(locale, (title, body))| (locale, Section { title, body })).collect())
}

fn unknown() -> impl Strategy<Value = Unknown> {
    prop_oneof![
        4 => Just(Unknown::new()),
        1 => Just(
            serde_json::json!({
                "odd": 1, "odd key": [1.5, true, "x"], "odd-table": { "a": { "b": [] }, "when": { "$date": "2026-12-03" } }
            })
            .as_object()
            .cloned()
            .unwrap_or_default()
        ),
    ]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![(-1000i32..1000).prop_map(f64::from), (-1000i32..1000).prop_map(|n| f64::from(n) / 8.0)]
}

fn accept() -> impl Strategy<Value = Accept> {
    btree_map(locale(), vec("[a-z \"\\\\]{1,8}", 0..3), 0..3)
}

fn condition() -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        Just(Condition::After("2026-12-01T00:00:00+01:00".into())),
        (0u32..90).prop_map(Condition::DaysAfterStart),
        (0u32..90).prop_map(Condition::DaysAfterEnrolment),
        key().prop_map(Condition::Completed),
        (key(), 0u8..=100)
            .prop_map(|(unit, mark)| { Condition::Score(ScoreCondition { unit, at_least: Some(mark), below: None }) }),
        (key(), 0u8..=100)
            .prop_map(|(unit, mark)| { Condition::Score(ScoreCondition { unit, at_least: None, below: Some(mark) }) }),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![vec(inner.clone(), 1..3).prop_map(Condition::All), vec(inner, 1..3).prop_map(Condition::Any),]
    })
}

fn distinct(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(key(), count).prop_map(|set| set.into_iter().collect::<Vec<_>>()).prop_shuffle()
}

fn question_kind() -> impl Strategy<Value = QuestionKind> {
    let ids = || distinct(0..4);
    prop_oneof![
        (ids(), key(), any::<bool>()).prop_map(|(options, correct, shuffle)| QuestionKind::Single {
            options,
            correct,
            shuffle
        }),
        (ids(), ids(), any::<bool>()).prop_map(|(options, correct, shuffle)| QuestionKind::Multiple {
            options,
            correct,
            shuffle
        }),
        any::<bool>().prop_map(|correct| QuestionKind::TrueFalse { correct }),
        (accept(), vec((key(), accept(), unknown()), 0..2)).prop_map(|(accept, wrong)| QuestionKind::Text {
            accept,
            wrong: wrong.into_iter().map(|(id, accept, unknown)| WrongText { id, accept, unknown }).collect(),
        }),
        (number(), 0u8..9, ids(), vec((key(), number(), unknown()), 0..2)).prop_map(
            |(value, tolerance, units, wrong)| {
                QuestionKind::Numeric {
                    value,
                    tolerance: f64::from(tolerance) / 4.0,
                    units,
                    wrong: wrong.into_iter().map(|(id, value, unknown)| WrongNumber { id, value, unknown }).collect(),
                }
            }
        ),
        ids().prop_map(|items| QuestionKind::Ordering { items }),
        (vec((key(), key()), 0..3), ids()).prop_map(|(pairs, distractors)| QuestionKind::Matching {
            pairs: pairs.into_iter().map(|(a, b)| [a, b]).collect(),
            distractors,
        }),
        (ids(), vec((key(), key()), 0..3)).prop_map(|(categories, items)| QuestionKind::Categorise {
            categories,
            items: items.into_iter().collect(),
        }),
        vec((key(), accept(), unknown()), 0..3).prop_map(|gaps| QuestionKind::Gaps {
            mode: GapMode::Typed,
            options: vec![],
            gaps: gaps.into_iter().map(|(id, accept, unknown)| Gap { id, accept, correct: None, unknown }).collect(),
        }),
        (ids(), vec((key(), key()), 0..3), any::<bool>()).prop_map(|(options, gaps, dragged)| QuestionKind::Gaps {
            mode: if dragged { GapMode::Dragged } else { GapMode::Chosen },
            options,
            gaps: gaps.into_iter().map(|(id, to)| Gap { id, correct: Some(to), ..Gap::default() }).collect(),
        }),
        (vec((key(), number(), number()), 0..3), ids()).prop_map(|(areas, correct)| QuestionKind::Hotspot {
            file: "desk.svg".into(),
            areas: areas.into_iter().map(|(id, x, y)| Area { id, x, y, w: 1.5, h: 2.0, ..Area::default() }).collect(),
            correct,
        }),
        (vec((key(), number(), key()), 0..3), ids()).prop_map(|(spots, labels)| QuestionKind::Label {
            file: "desk.svg".into(),
            spots: spots
                .into_iter()
                .map(|(id, x, correct)| Spot { id, x, y: 1.0, correct, ..Spot::default() })
                .collect(),
            labels,
        }),
        (-9i32..9, -9i32..9).prop_map(|(from, to)| QuestionKind::Scale { from, to }),
    ]
}

fn by_locale<T: std::fmt::Debug + Clone + 'static>(
    value: impl Strategy<Value = T> + Clone + 'static,
) -> impl Strategy<Value = ByLocale<T>> {
    prop_oneof![value.clone().prop_map(ByLocale::One), btree_map(locale(), value, 1..3).prop_map(ByLocale::Each)]
}

fn block_kind() -> impl Strategy<Value = BlockKind> {
    let file = || "[a-z]{1,6}\\.svg";
    let synthetic = || prop::sample::select(vec![Synthetic::None, Synthetic::Voice, Synthetic::Silent]);
    let style = prop::sample::select(vec![
        CalloutStyle::Note,
        CalloutStyle::Tip,
        CalloutStyle::Warning,
        CalloutStyle::Example,
        CalloutStyle::Message,
    ]);
    prop_oneof![
        Just(BlockKind::Text),
        style.prop_map(|style| BlockKind::Callout { style }),
        (file(), any::<bool>()).prop_map(|(file, decorative)| BlockKind::Image { file, decorative }),
        by_locale(file()).prop_map(|file| BlockKind::Infographic { file }),
        (
            file(),
            1u32..900,
            btree_map(locale(), file(), 0..2),
            option::of(file()),
            vec((key(), 0u32..900, unknown()), 0..3),
            synthetic()
        )
            .prop_map(|(file, seconds, captions, poster, chapters, synthetic)| BlockKind::Video {
                file,
                seconds,
                captions,
                poster,
                chapters: chapters.into_iter().map(|(id, at, unknown)| Chapter { id, at, unknown }).collect(),
                synthetic,
            }),
        (by_locale(file()), by_locale(0u32..900), synthetic())
            .prop_map(|(file, seconds, synthetic)| BlockKind::Audio { file, seconds, synthetic }),
        distinct(0..4).prop_map(|items| BlockKind::Accordion { items }),
        distinct(0..4).prop_map(|items| BlockKind::Steps { items }),
        distinct(0..4).prop_map(|items| BlockKind::Flashcards { items }),
        (1u32..90).prop_map(|minutes| BlockKind::Practice { minutes }),
        file().prop_map(|file| BlockKind::Download { file }),
        (1u32..4, 0u32..4, option::of(key()), question_kind())
            .prop_map(|(points, tries, pool, kind)| BlockKind::Question(Question { points, tries, pool, kind })),
        (key().prop_map(|name| format!("new-{name}")), unknown())
            .prop_map(|(name, settings)| BlockKind::Unknown { name, settings }),
    ]
}

fn block() -> impl Strategy<Value = Block> {
    (block_kind(), texts(), vec(texts(), 0..6), unknown()).prop_map(|(kind, texts, parts, unknown)| {
        let free = matches!(kind, BlockKind::Unknown { .. });
        let mut block = Block { texts, unknown: if free { Unknown::new() } else { unknown }, ..Block::new("x", kind) };
        block.parts = block.part_ids().into_iter().zip(parts).collect();
        block
    })
}

fn tag() -> impl Strategy<Value = CompetenceTag> {
    ("[1-5]\\.[1-6]", 1u8..=8, 1u32..4, unknown()).prop_map(|(id, level, weight, unknown)| CompetenceTag {
        id,
        level,
        weight,
        unknown,
    })
}

fn unit() -> impl Strategy<Value = Unit> {
    let quiz = (0u8..=100, 0u32..5, 0u32..90, any::<bool>(), unknown()).prop_map(
        |(pass, tries, minutes, shuffle, unknown)| Quiz {
            pass,
            tries,
            minutes,
            shuffle,
            review: if shuffle { Review::Never } else { Review::AfterPass },
            unknown,
        },
    );
    let pools = vec((key(), 1u32..4).prop_map(|(id, draw)| Pool { id, draw, unknown: Unknown::new() }), 0..2);
    let loose = vec(
        (locale(), body()).prop_map(|(locale, body)| Loose {
            locale,
            level: 2,
            anchor: "nowhere".into(),
            title: "Lost".into(),
            body,
        }),
        0..2,
    );
    (
        any::<bool>(),
        option::of(condition()),
        vec(tag(), 0..2),
        option::of((quiz, pools)),
        vec(block(), 0..5),
        texts(),
        loose,
        unknown(),
    )
        .prop_map(|(mandatory, when, competences, quiz, mut blocks, texts, loose, unknown)| {
            blocks.iter_mut().enumerate().for_each(|(i, block)| block.id = format!("b{}", i + 1));
            let (quiz, pools) = quiz.unzip();
            Unit {
                key: String::new(),
                kind: if quiz.is_some() { UnitType::Quiz } else { UnitType::Lesson },
                mandatory,
                when,
                competences,
                quiz,
                pools: pools.unwrap_or_default(),
                blocks,
                texts,
                loose,
                unknown,
            }
        })
}

fn module() -> impl Strategy<Value = Module> {
    (option::of(1u32..9), option::of(condition()), texts(), vec(unit(), 0..3), unknown()).prop_map(
        |(week, when, texts, units, unknown)| Module { week, when, texts, units, unknown, ..Module::default() },
    )
}

/// Any course, in its canonical form.
pub fn any_course() -> impl Strategy<Value = Course> {
    let head = (key(), texts(), texts(), vec((key(), texts()), 0..3), texts(), unknown());
    let settings = (vec(tag(), 0..3), option::of(words()), any::<bool>(), option::of(0u8..=100), option::of(key()));
    (head, settings, vec(module(), 0..3), "[A-Z 0-9.\"\\\\-]{0,12}").prop_map(
        |(
            (slug, texts, about, outcomes, needs, unknown),
            (competences, source, linear, score, last),
            mut modules,
            licence,
        )| {
            let mut number = 0;
            for (m, module) in modules.iter_mut().enumerate() {
                module.key = format!("module-{m}");
                for unit in &mut module.units {
                    number += 1;
                    unit.key = format!("unit-{number}");
                }
            }
            let mut course =
                Course::new(slug, if linear { Kind::Mooc } else { Kind::Instant }, vec![Locale::Es, Locale::Ca]);
            course.texts = texts;
            course.about = about;
            course.outcomes = outcomes.into_iter().filter(|(_, texts)| !texts.is_empty()).collect();
            course.needs = needs;
            course.unknown = unknown;
            course.competences = competences;
            course.source = source;
            course.order = if linear { Order::Linear } else { Order::Free };
            course.rewards = !linear;
            course.completion.score = score;
            course.completion.final_unit = last;
            course.licence = licence;
            course.modules = modules;
            course.normalise();
            course
        },
    )
}

/// Any question.
pub fn any_question() -> impl Strategy<Value = Question> {
    (question_kind(), 1u32..4).prop_map(|(kind, points)| Question { points, ..Question::new(kind) })
}

/// Any answer, whether it fits or not.
pub fn any_answer() -> impl Strategy<Value = course_format::Answer> {
    use course_format::Answer;
    let ids = || vec(key(), 0..4);
    let map = || vec((key(), key()), 0..4).prop_map(|pairs| pairs.into_iter().collect::<indexmap::IndexMap<_, _>>());
    prop_oneof![
        key().prop_map(|option| Answer::Single { option }),
        ids().prop_map(|options| Answer::Multiple { options }),
        any::<bool>().prop_map(|value| Answer::TrueFalse { value }),
        "\\PC{0,12}".prop_map(|text| Answer::Text { text }),
        "[-+0-9., '€kg%]{0,10}".prop_map(|text| Answer::Numeric { text }),
        ids().prop_map(|items| Answer::Ordering { items }),
        map().prop_map(|pairs| Answer::Matching { pairs }),
        map().prop_map(|items| Answer::Categorise { items }),
        map().prop_map(|gaps| Answer::Gaps { gaps }),
        ids().prop_map(|areas| Answer::Hotspot { areas }),
        map().prop_map(|spots| Answer::Label { spots }),
        any::<i32>().prop_map(|value| Answer::Scale { value }),
    ]
}
