//! From a template and its data to the bytes of a PDF. Takes milliseconds of processor time: call it off the request threads.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::Value;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::certificate::Certificate;
use crate::world::{Desk, Parsed, parse};
use crate::{Error, fonts, qr};

/// How many renderings a remembered part outlives without being used.
const REMEMBER: usize = 8;

static STANDARDS: LazyLock<Result<PdfStandards, String>> = LazyLock::new(|| {
    PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|error| error.message().to_string())
});

/// A template's body, read once.
#[derive(Clone, Debug)]
pub struct Template(Parsed);

impl Template {
    /// Reads a body in Typst.
    ///
    /// # Errors
    /// [`Error::Template`]; mistakes inside the body show when it is set.
    pub fn new(body: &str) -> Result<Self, Error> {
        parse(body).map(Self).ok_or_else(|| Error::Template("the file names are no paths".to_owned()))
    }
}

/// Something to print.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// How.
    pub template: &'a Template,
    /// What.
    pub certificate: &'a Certificate,
}

/// Sets the document and writes it as a PDF.
///
/// The same document always gives the same bytes.
///
/// # Errors
/// [`Error`]; what was remembered on the way is let go also then.
pub fn render(document: &Document<'_>) -> Result<Vec<u8>, Error> {
    let _forget = Forget;
    let mut data = serde_json::to_value(document.certificate).map_err(|error| Error::Template(error.to_string()))?;
    let whole = make_drawable(&mut data);
    // What a template may ask for beside the certificate's own fields.
    let mut lacking = BTreeSet::new();
    lacking_in(&data, &mut lacking);
    data["holderApart"] =
        Value::Bool(data["holder"].as_str().is_some_and(|name| fonts::lacking(name).next().is_some()));
    data["lacking"] = lacking.into_iter().collect::<String>().into();
    data["families"] = fonts::FAMILIES.as_slice().into();
    data["incomplete"] = Value::Bool(!whole);
    let picture = qr::svg(&document.certificate.verify_url)?;
    let desk = Desk::new(&document.template.0, data.to_string(), picture)
        .ok_or_else(|| Error::Template("the file names are no paths".to_owned()))?;
    let pages = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| Error::Template(told(&errors)))?;
    let options = PdfOptions {
        ident: Smart::Custom(document.certificate.code.clone()),
        creator: Smart::Custom(Some("Aulari".to_owned())),
        standards: STANDARDS.clone().map_err(Error::Standard)?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|errors| Error::Standard(told(&errors)))
}

/// Lets the typesetter's memory go at the end of every rendering, also of one that failed.
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        comemo::evict(REMEMBER);
    }
}

/// Makes every text drawable; says whether none lost a sign by it.
fn make_drawable(data: &mut Value) -> bool {
    match data {
        Value::String(text) => {
            let before = text.matches(fonts::REPLACEMENT).count();
            *text = fonts::drawable(text);
            text.matches(fonts::REPLACEMENT).count() == before
        }
        Value::Array(items) => every(items.iter_mut()),
        Value::Object(fields) => every(fields.values_mut()),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}

/// Every one is treated, also after one that lost a sign.
fn every<'a>(texts: impl Iterator<Item = &'a mut Value>) -> bool {
    texts.map(make_drawable).filter(|whole| !whole).count() == 0
}

/// Adds the signs that the first family has no drawing of its own for.
fn lacking_in(data: &Value, found: &mut BTreeSet<char>) {
    match data {
        Value::String(text) => found.extend(fonts::lacking(text)),
        Value::Array(items) => items.iter().for_each(|item| lacking_in(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| lacking_in(field, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn told(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}
