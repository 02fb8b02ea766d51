//! Holds every answer of the test runs against the description of the interface in `docs/openapi.json`: its status must be
//! described, its body must be what is described and nothing more, and it must carry the security headers.

use std::{collections::HashMap, path::Path, sync::LazyLock};

use boon::{Compiler, SchemaIndex, Schemas, ValidationError};
use reqwest::Method;
use serde_json::{Map, Value, json};

use super::Answer;

/// On every answer, whatever it is.
const HEADERS: [(&str, &str); 7] = [
    ("content-security-policy", "default-src"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=()"),
];

/// The description, read once.
pub static DESCRIPTION: LazyLock<Description> = LazyLock::new(Description::read);

/// One operation of the interface.
#[derive(Clone, Debug)]
pub struct Operation {
    /// GET, POST...
    pub method: Method,
    /// Its address with the parameters in braces.
    pub path: String,
    /// What is said of it.
    pub about: Value,
}

/// The description with a way to check against it.
pub struct Description {
    /// Every operation.
    pub operations: Vec<Operation>,
    document: Value,
    schemas: Schemas,
    /// The schemas of all JSON answers, by their places.
    known: HashMap<String, SchemaIndex>,
}

/// The name under which the validator knows the description.
const PLACE: &str = "https://aulari.invalid/openapi.json";
/// Where the shape of every refusal stands.
const PROBLEM: &str = "/components/closed/Problem";

impl Description {
    fn read() -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json");
        let document: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let mut operations = vec![];
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, about) in item.as_object().unwrap() {
                let method = method.to_uppercase().parse().unwrap();
                operations.push(Operation { method, path: path.clone(), about: about.clone() });
            }
        }
        let mut open = document["components"]["schemas"].clone();
        let mut closed = open.clone();
        let each = |schemas: &mut Value, part_of_a_whole: bool| {
            schemas.as_object_mut().unwrap().values_mut().for_each(|schema| close(schema, part_of_a_whole));
        };
        each(&mut open, true);
        each(&mut closed, false);
        let mut strict = document.clone();
        let mut places = vec![PROBLEM.to_owned()];
        close_answers(&mut strict, "", &mut places);
        strict["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        strict["components"]["open"] = open;
        strict["components"]["closed"] = closed;
        let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
        compiler.enable_format_assertions();
        compiler.add_resource(PLACE, strict).unwrap();
        let mut compile = |place: String| {
            let compiled =
                compiler.compile(&format!("{PLACE}#{}", place.replace('{', "%7B").replace('}', "%7D")), &mut schemas);
            let index = compiled.unwrap_or_else(|error| panic!("the description cannot be used: {place}: {error:#}"));
            (place, index)
        };
        let known = places.into_iter().map(&mut compile).collect();
        Self { operations, document, schemas, known }
    }

    /// Where a response stands that is described in place or by name.
    fn place(&self, place: &str) -> String {
        let named = self.document.pointer(place).and_then(|it| it["$ref"].as_str());
        named.and_then(|name| name.strip_prefix('#')).map_or_else(|| place.to_owned(), str::to_owned)
    }

    /// The operation at an address; plain words in a template win over parameters.
    pub fn operation(&self, method: &Method, path: &str) -> Option<&Operation> {
        let fitting = self.operations.iter().filter(|known| known.method == *method && fits(&known.path, path));
        fitting.min_by_key(|known| known.path.matches('{').count())
    }

    /// Whether anything is described at this address.
    pub fn has(&self, path: &str) -> bool {
        self.operations.iter().any(|known| fits(&known.path, path))
    }

    /// What a body has that the schema at this place does not say, or lacks of it.
    pub fn differences(&self, place: &str, body: &Value) -> Vec<String> {
        let index = self.known.get(place).unwrap_or_else(|| panic!("no schema at {place}"));
        let mut differences = vec![];
        if let Err(error) = self.schemas.validate(body, *index) {
            tell(&error, &mut differences);
        }
        differences
    }
}

/// The ends of a tree of errors, each with its place in the body.
fn tell(error: &ValidationError<'_, '_>, differences: &mut Vec<String>) {
    if error.causes.is_empty() {
        differences.push(format!("at `{}`: {}", error.instance_location, error.kind));
    }
    error.causes.iter().for_each(|cause| tell(cause, differences));
}

/// Closes the schemas that stand in requests and answers, and notes their places.
fn close_answers(value: &mut Value, place: &str, places: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                let place = format!("{place}/{}", escape(name));
                if name == "schema" {
                    close(value, false);
                    places.push(place);
                } else {
                    close_answers(value, &place, places);
                }
            }
        }
        Value::Array(list) => {
            list.iter_mut()
                .enumerate()
                .for_each(|(index, one)| close_answers(one, &format!("{place}/{index}"), places));
        }
        _ => {}
    }
}

/// A name as a part of a JSON pointer.
fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn fits(template: &str, path: &str) -> bool {
    let (mut left, mut right) = (template.split('/'), path.split('/'));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if one == other || (one.starts_with('{') && !other.is_empty()) => {}
            _ => return false,
        }
    }
}

/// Makes a schema refuse what it does not name. Schemas that are joined to a whole stay open; the whole is closed.
fn close(schema: &mut Value, part_of_a_whole: bool) {
    let Some(map) = schema.as_object_mut() else { return };
    if let Some(Value::String(target)) = map.get_mut("$ref") {
        let kind = if part_of_a_whole { "open" } else { "closed" };
        *target = target.replace("#/components/schemas/", &format!("#/components/{kind}/"));
    }
    let whole = map.contains_key("allOf") || map.contains_key("properties");
    for name in ["oneOf", "anyOf", "allOf"] {
        if let Some(Value::Array(list)) = map.get_mut(name) {
            list.iter_mut().for_each(|one| close(one, part_of_a_whole || whole));
        }
    }
    for name in ["properties", "patternProperties"] {
        if let Some(Value::Object(fields)) = map.get_mut(name) {
            fields.values_mut().for_each(|one| close(one, false));
        }
    }
    for name in ["items", "additionalProperties"] {
        if let Some(one) = map.get_mut(name) {
            close(one, false);
        }
    }
    if whole && !part_of_a_whole && !map.contains_key("additionalProperties") {
        map.insert("unevaluatedProperties".into(), json!(false));
    }
}

/// Checks one answer; panics with the difference.
#[track_caller]
pub fn check(method: &Method, path: &str, asked: &str, answer: &Answer) {
    for (name, begins) in HEADERS {
        assert!(answer.header(name).starts_with(begins), "{asked}: header {name} is `{}`", answer.header(name));
    }
    let shared = answer.headers.keys().any(|name| name.as_str().starts_with("access-control-"));
    assert!(!shared, "{asked}: nothing is for the pages of others");
    if !["/api/", "/media/", "/health/"].iter().any(|beginning| path.starts_with(beginning)) {
        return;
    }
    let status = answer.status.as_u16();
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    let Some(operation) = DESCRIPTION.operation(method, path) else {
        assert!(matches!(status, 403 | 404 | 405 | 415), "{asked}: {status}, but nothing is described there");
        return;
    };
    let responses = &operation.about["responses"];
    if status >= 400 && !answer.bytes.is_empty() {
        let differences = DESCRIPTION.differences(PROBLEM, &answer.json());
        assert!(differences.is_empty(), "{asked}: no problem as described: {differences:#?}\n{}", answer.text());
        assert_eq!(answer.header("content-type"), "application/problem+json", "{asked}");
    }
    if responses.get(status.to_string()).is_none() {
        let known: Vec<_> = responses.as_object().into_iter().flat_map(Map::keys).collect();
        panic!("{asked}: status {status} is not described, only {known:?}; it said {}", answer.text());
    }
    let verb = operation.method.as_str().to_lowercase();
    let place = DESCRIPTION.place(&format!("/paths/{}/{verb}/responses/{status}", escape(&operation.path)));
    let contents = DESCRIPTION.document.pointer(&place).and_then(|response| response["content"].as_object());
    let Some(contents) = contents.filter(|contents| !contents.is_empty()) else {
        let empty = answer.bytes.is_empty() || operation.path.starts_with("/media/") || path.ends_with("openapi.json");
        assert!(empty, "{asked}: {status} is described without a body; it said {}", answer.text());
        return;
    };
    if answer.bytes.is_empty() {
        return;
    }
    let kind = answer.header("content-type").split(';').next().unwrap_or_default();
    let Some(content) = contents.get(kind) else {
        panic!("{asked}: {status} came as `{kind}`; described are {:?}", contents.keys().collect::<Vec<_>>())
    };
    if content.get("schema").is_some() && kind.ends_with("json") {
        let differences = DESCRIPTION.differences(&format!("{place}/content/{}/schema", escape(kind)), &answer.json());
        assert!(differences.is_empty(), "{asked}: not as described: {differences:#?}\n{}", answer.text());
    }
}

#[test]
fn a_field_that_is_not_described_is_a_difference() {
    let description = &*DESCRIPTION;
    let good = json!({ "type": "about:blank", "title": "T", "status": 404, "code": "not-found" });
    assert_eq!(description.differences(PROBLEM, &good), Vec::<String>::new());
    let mut more = good.clone();
    more["stack"] = json!("at line 7");
    assert_eq!(description.differences(PROBLEM, &more).len(), 1);
    let mut other = good;
    other["status"] = json!("404");
    assert_eq!(description.differences(PROBLEM, &other).len(), 1);
    assert!(description.operation(&Method::GET, "/api/v1/courses/a/calendar.ics").unwrap().path.ends_with("ics"));
    assert!(description.operation(&Method::PUT, "/api/v1/courses").is_none() && description.has("/api/v1/courses"));
}

#[test]
fn the_description_is_the_one_that_the_program_gives() {
    let fresh = serde_json::to_value(api::document()).unwrap();
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("openapi.json");
    std::fs::write(&place, format!("{}\n", serde_json::to_string_pretty(&fresh).unwrap())).unwrap();
    let same = fresh == DESCRIPTION.document;
    assert!(same, "docs/openapi.json is old: run `aulari openapi > docs/openapi.json` (or copy {})", place.display());
}
