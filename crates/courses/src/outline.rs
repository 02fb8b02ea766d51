//! What is inside a course: modules and units with titles and minutes.

use course_format::{
    minutes,
    model::{Course, Module, Unit},
};
use vocabulary::Locale;

use crate::{
    cards,
    views::{ModuleView, UnitView},
};

/// The outline in one language.
pub(crate) fn modules(course: &Course, locale: Locale) -> Vec<ModuleView> {
    course.modules.iter().map(|module| view(course, module, locale)).collect()
}

fn view(course: &Course, module: &Module, locale: Locale) -> ModuleView {
    let body = module.texts.pick(locale, course.original()).map(|(_, section)| section.body.trim());
    ModuleView {
        key: module.key.clone(),
        title: cards::title(&module.texts, locale, course.original()).1,
        html: body.filter(|body| !body.is_empty()).map(|body| cards::html(body, locale)),
        week: module.week,
        units: module.units.iter().map(|unit| unit_view(course, unit, locale)).collect(),
    }
}

/// One unit of an outline.
pub(crate) fn unit_view(course: &Course, unit: &Unit, locale: Locale) -> UnitView {
    UnitView {
        key: unit.key.clone(),
        title: cards::title(&unit.texts, locale, course.original()).1,
        kind: cards::unit_kind(unit.kind).to_owned(),
        minutes: minutes::unit_minutes(unit),
        mandatory: unit.mandatory,
        questions: unit.asked(),
    }
}
